"""Lists as agencies write them: read whole or refused by row, and never by content."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import DataError
from amanat.linkage.encoded import encode
from amanat.linkage.link import COLUMNS
from amanat.linkage.lists import read_list, together

LIST = "born,Name,remark,place\n1994,Azra Bibi,seen twice,Mirabad\n,عذرا بی بی,,mirabad\n\n"


def test_columns_in_any_order_and_empty_cells() -> None:
    records = read_list(LIST)
    assert set(COLUMNS) <= set(records.column_names)
    assert records.column("born").to_pylist() == [1994, None]
    assert len(set(records.column("place").to_pylist())) == 1
    assert records.column("father").to_pylist() == [None, None]
    assert "seen twice" not in str(records.to_pylist())


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "F108", "first row"),
        ("first,last\nA,B\n", "F108", "first row"),
        ("name,name\nA,B\n", "F108", "first row"),
        ("name\n\n", "F106", "nobody"),
        ("name,born\n,1990\nAzra,94\n", "F108", "row 2: name is empty; row 3: born"),
        (f"name\n{'x' * 600}\n", "F108", "longer"),
    ],
)
def test_what_is_no_list_is_refused_by_row(text: str, code: str, words: str) -> None:
    with pytest.raises(DataError, match=code) as refusal:
        read_list(text)
    assert words in refusal.value.message
    assert "Azra" not in refusal.value.message


@given(some.one_of(some.text(max_size=120), some.text('name,born\n"19', max_size=60)))
def test_whatever_comes_is_read_or_refused(text: str) -> None:
    try:
        outcome = str(read_list(text).num_rows)
    except DataError as refusal:
        outcome = refusal.code
    assert outcome in {"F106", "F108"} or int(outcome) > 0


def test_lists_are_put_under_one_another() -> None:
    one, two = read_list(LIST), read_list("name\nZainab\n")
    lists = together({"police": one, "shelter": two})
    assert lists.names == ("police", "shelter")
    assert lists.records.column("id").to_pylist() == [0, 1, 2]
    assert lists.of_list.tolist() == [0, 0, 1]


def test_one_list_or_lists_of_two_kinds_are_refused() -> None:
    plain: pa.Table = read_list(LIST)
    with pytest.raises(DataError, match="F105"):
        together({"police": plain})
    with pytest.raises(DataError, match="F109"):
        together({"police": plain, "shelter": encode(plain, bytes(range(32)))})
