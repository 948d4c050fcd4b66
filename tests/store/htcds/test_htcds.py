"""The case standard is read as it was published; what does not keep it is refused whole; nobody is named outside."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import DataError
from amanat.store.htcds.standard import DIRECT, fields
from amanat.store.htcds.table import read, write

ROW = {
    "prs_FirstName": "Invented",
    "prs_Birthdate": "1996-02-03",
    "prs_Gender": "Feminine",
    "prs_MobilePhone": "+9200000000",
    "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
    "hte_City": "Kasur",
}


def table(row: dict[str, str]) -> str:
    out = io.StringIO()
    made = csv.DictWriter(out, list(row))
    made.writeheader()
    made.writerow(row)
    return out.getvalue()


def test_every_named_field_of_the_standard_is_known() -> None:
    assert len(fields()) == 83
    assert sum(field.core for field in fields().values()) == 40
    assert fields()["prs_Gender"].choices >= {"Feminine", "NonConforming"}
    assert not fields()["prs_Citizenship"].choices, "a list of ISO codes is described in words"
    assert fields().keys() >= DIRECT


def test_a_table_is_read_and_sealed_back_as_it_was() -> None:
    assert read(table(ROW)) == [ROW]
    assert read(write([ROW], sealed=True).replace("'+", "+")) == [ROW]


def test_no_direct_identifier_leaves_unsealed() -> None:
    said = write([{**ROW, **dict.fromkeys(DIRECT, "secret")}])
    assert not DIRECT & set(said.splitlines()[0].split(","))
    assert "secret" not in said
    assert "Feminine" in said
    assert "Kasur" in said


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"prs_Gender": "female"}, "prs_Gender is none of the values"),
        ({"prs_Birthdate": "3.2.1996"}, "prs_Birthdate is no day"),
        ({"prs_NumberOfChildren": "two"}, "prs_NumberOfChildren is no number"),
        ({"prs_Deceased": "perhaps"}, "prs_Deceased is neither"),
        ({"prs_MobilePhone": "12 34 x"}, "prs_MobilePhone is no telephone"),
        ({"Nickname": "Invented"}, "1 fields are none of HTCDS"),
    ],
)
def test_a_row_that_does_not_keep_the_standard_is_refused_without_its_words(change: dict[str, str], says: str) -> None:
    with pytest.raises(DataError, match="H035") as refused:
        read(table({**ROW, **change}))
    assert says in refused.value.message
    assert not any(value in refused.value.message for value in (*change.values(), "Nickname"))


@pytest.mark.parametrize("text", ["", "prs_FirstName\n", 'prs_FirstName\n"x', "prs_FirstName\na,b\n", "\ufeff"])
def test_no_table_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="H035"):
        read(text)


@given(st.text(max_size=40))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        assert read(text)
    except DataError as error:
        assert error.code == "H035"  # noqa: PT017 - either is right


def test_words_never_become_formulas() -> None:
    assert "'=1+1" in write([{"hte_City": "=1+1"}])
