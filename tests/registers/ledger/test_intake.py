"""A table comes in whole or not at all, from any of its forms, and every rejected row has its reason."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from amanat.core import DataError
from amanat.registers.ledger.cases import Ending, Step
from amanat.registers.ledger.figures import Crime
from amanat.registers.ledger.intake import Kind, take_in
from amanat.registers.ledger.tables import Translation, translation_from

TODAY = date(2026, 11, 24)
FIGURE = {
    "jurisdiction": "PK-SD", "from": "2023-01-01", "to": "2023-12-31", "stage": "arrested", "count": "40",
    "unit": "persons", "law": "PTPA 2018", "exploitation": "any", "source_title": "A handout",
}  # fmt: skip
EVENT = {
    "case": "C1", "jurisdiction": "PK-PB", "law": "PTPA 2018", "exploitation": "sexual", "date": "2022-03-01",
    "event": "fir", "who": "", "person": "", "outcome": "", "reason": "", "amount": "", "months": "", "rank": "",
}  # fmt: skip
Make = Callable[..., Path]


@pytest.fixture
def table(tmp_path: Path) -> Make:
    def one(*rows: dict[str, str], name: str = "t.csv", mark: str = ",") -> Path:
        columns = list(dict.fromkeys(key for r in rows for key in r))
        lines = [mark.join(columns), *(mark.join(f'"{r.get(c, "")}"' for c in columns) for r in rows)]
        path = tmp_path / name
        path.write_text("\n".join(lines), "utf-8")
        return path

    return one


def codes(path: Path) -> list[tuple[int, str]]:
    return [(r.row, r.code) for r in take_in(path, today=TODAY).rejected]


def test_figures_keep_nought_and_unknown_apart(table: Make) -> None:
    given = take_in(table(FIGURE | {"count": "0"}, FIGURE | {"count": "", "stage": "convicted"}), today=TODAY).whole()
    assert (given.kind, [entry.count for entry in given.ledger.entries]) == (Kind.FIGURES, [0, None])
    assert given.ledger.entries[0].crime is Crime.TRAFFICKING
    assert given.ledger.entries[0].iccs == "0204"


def test_events_become_cases_whatever_their_order(table: Make) -> None:
    rows = [
        EVENT | {"date": "2023-05-01", "event": "judgment", "outcome": "convicted"},
        EVENT,
        EVENT | {"date": "2022-06-01", "event": "charge"},
    ]
    (case,) = take_in(table(*rows), today=TODAY).whole().docket.cases
    assert [event.step for event in case.events] == [Step.FIR, Step.CHARGE, Step.JUDGMENT]
    assert case.ended == (date(2023, 5, 1), Ending.CONVICTED)
    assert case.begun == date(2022, 3, 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"count": "-4"}, "F005"),
        ({"from": ""}, "F003"),
        ({"from": "2024-01-01"}, "F008"),
        ({"from": "2016-01-01", "to": "2016-12-31"}, "F008"),
        ({"from": "2027-01-01", "to": "2027-12-31"}, "F008"),
        ({"jurisdiction": "Sindh"}, "F006"),
        ({"stage": "Arrested!"}, "F006"),
        ({"confidence": "sure"}, "F006"),
        ({"source_title": ""}, "F003"),
        ({"source_url": "handout.pdf"}, "F006"),
    ],
)
def test_an_impossible_figure_is_rejected_with_its_row(table: Make, change: dict[str, str], code: str) -> None:
    assert codes(table(FIGURE, FIGURE | {"stage": "charged"} | change)) == [(3, code)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"case": "FIR 120/2024"}, "F012"),
        ({"case": "Ahmad Khan"}, "F012"),
        ({"person": "Karim", "who": "accused"}, "F012"),
        ({"person": "V1", "who": "accused"}, "F012"),
        ({"event": "convicted"}, "F006"),
        ({"event": "judgment"}, "F003"),
        ({"event": "sentence"}, "F015"),
        ({"event": "reported", "date": "2022-04-01", "case": "C1"}, "F014"),
        ({"date": "1/2/2024"}, "F004"),
        ({"event": "dismissed", "who": "accused"}, "F006"),
        ({"rank": "general"}, "F006"),
        ({"law": "PSMA 2018"}, "F017"),
        ({}, "F011"),
    ],
)
def test_an_impossible_event_is_rejected(table: Make, change: dict[str, str], code: str) -> None:
    path = table(EVENT, EVENT | {"date": "2022-05-05"} | change if change else EVENT)
    assert code in {fault for _, fault in codes(path)}


def test_a_case_older_than_its_law_is_rejected(table: Make) -> None:
    assert codes(table(EVENT | {"date": "2017-03-01"})) == [(2, "F008")]


def test_a_judgment_before_the_charge_is_rejected(table: Make) -> None:
    rows = [
        EVENT,
        EVENT | {"event": "charge", "date": "2023-01-01"},
        EVENT | {"event": "judgment", "date": "2022-12-01", "outcome": "acquitted"},
    ]
    assert codes(table(*rows)) == [(4, "F014")]


def test_more_convicted_than_charged_in_one_cohort_is_refused_across_cohorts_it_is_not(table: Make) -> None:
    charged = FIGURE | {"stage": "charged", "count": "30", "cohort": "fir2023"}
    convicted = FIGURE | {"stage": "convicted", "count": "31", "cohort": "fir2023"}
    assert codes(table(charged, convicted)) == [(3, "F013")]
    assert codes(table(charged | {"cohort": ""}, convicted | {"cohort": ""})) == []


def test_the_same_row_twice_is_rejected(table: Make) -> None:
    assert codes(table(FIGURE, FIGURE)) == [(3, "F011")]


def test_whole_or_not_at_all(table: Make) -> None:
    intake = take_in(table(FIGURE, FIGURE | {"count": "x"}), today=TODAY)
    assert (intake.rows, intake.taken, len(intake.ledger.entries)) == (2, 1, 1)
    with pytest.raises(DataError, match="F016: 1 of 2 rows"):
        intake.whole()


def test_every_form_of_table_gives_the_same(table: Make, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(FIGURE))
    sheet.append([date(2023, 1, 1) if k == "from" else 40 if k == "count" else v for k, v in FIGURE.items()])
    book.save(tmp_path / "t.xlsx")
    (tmp_path / "t.json").write_text(json.dumps([FIGURE | {"count": 40}]))
    (tmp_path / "t.jsonl").write_text(json.dumps(FIGURE) + "\n" + json.dumps(FIGURE | {"stage": "charged"}))
    forms = [table(FIGURE), table(FIGURE, name="semi.csv", mark=";"), tmp_path / "t.xlsx", tmp_path / "t.json"]
    given = [take_in(path, today=TODAY).whole().ledger.entries[0] for path in (*forms, tmp_path / "t.jsonl")]
    assert len(set(given)) == 1


def test_somebody_elses_columns_and_words(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Zila,Se,Tak,Marhala,Tadad\nx,1/1/2023,31/12/2023,Giraftar,12\n")
    mapping = {
        "columns": {"from": "Se", "to": "Tak", "stage": "Marhala", "count": "Tadad"},
        "words": {"stage": {"Giraftar": "arrested"}},
        "fixed": {
            "jurisdiction": "PK-SD", "unit": "persons", "law": "mixed", "exploitation": "mixed",
            "source_title": "Office",
        },
        "day_first": True,
    }  # fmt: skip
    (tmp_path / "m.json").write_text(json.dumps(mapping))
    (entry,) = take_in(tmp_path / "p.csv", translation_from(tmp_path / "m.json"), TODAY).whole().ledger.entries
    assert (entry.stage, entry.count, entry.begins) == ("arrested", 12, date(2023, 1, 1))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("t.doc", b"x", "F001"),
        ("t.csv", b"", "F002"),
        ("t.csv", b"a,b\n", "F009"),
        ("t.csv", b"a,a\n1,2\n", "F002"),
        ("t.csv", b"a,b\n1,2,3\n", "F002"),
        ("t.csv", b'a,b\n"1,2\n', "F002"),
        ("t.csv", b"\xff\xfe\x00", "F002"),
        ("t.csv", b"a,b\n1,2\n", "F022"),
        ("t.json", b"{", "F002"),
        ("t.json", b"[1]", "F002"),
        ("t.json", b"[" * 100_000, "F002"),
        ("t.json", b'[{"a": [1]}]', "F002"),
        ("t.xlsx", b"PK\x03\x04 no", "F002"),
        ("t.csv", b"case,event\nC1,fir\n", "F022"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as refused:
        take_in(tmp_path / name, today=TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize("content", ["[]", "{", '{"spalten": {}}', '{"columns": [1]}', '{"words": {"a": 1}}'])
def test_a_mapping_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "m.json").write_text(content)
    with pytest.raises(DataError, match="F010"):
        translation_from(tmp_path / "m.json")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="F001"):
        take_in(tmp_path / "none.csv", Translation(), TODAY)
