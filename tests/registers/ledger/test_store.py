"""What goes out comes back the same, through every form, and a desk's file is changed whole or not at all."""

import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from amanat.core import DataError
from amanat.packs import load
from amanat.registers.ledger.cases import Docket
from amanat.registers.ledger.figures import Crime, Ledger
from amanat.registers.ledger.intake import Intake, take_in
from amanat.registers.ledger.leave import written
from amanat.registers.ledger.store import opened

NOTHING = Docket(())


@pytest.fixture(scope="module")
def demo(root_of_project: Path) -> Intake:
    return take_in(root_of_project / "examples" / "ledger" / "cases.csv").whole()


@pytest.fixture(scope="module")
def root_of_project() -> Path:
    return Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def shipped() -> Ledger:
    return Ledger.over(load())


def test_the_invented_ledger_is_whole(demo: Intake) -> None:
    assert (len(demo.docket.cases), demo.rejected) == (250, ())
    assert {case.crime for case in demo.docket.cases} == {Crime.TRAFFICKING, Crime.SMUGGLING}
    punjab, pakistan = demo.docket.within("PK-PB"), demo.docket.within("PK", Crime.TRAFFICKING)
    assert 0 < len(punjab.cases) < 250
    assert all(case.crime is Crime.TRAFFICKING for case in pakistan.cases)
    assert not demo.docket.within("P").cases


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_cases_that_leave_come_back_the_same(demo: Intake, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"out.{form}"
    path.write_bytes(written(form, Ledger(()), demo.docket))
    assert take_in(path).whole().docket == demo.docket


def test_published_figures_leave_and_come_back(shipped: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(written("csv", shipped, NOTHING))
    again = take_in(path).whole().ledger
    assert again.entries == shipped.entries


def test_parquet_keeps_unknown_apart_from_nought(shipped: Ledger) -> None:
    table = pq.read_table(io.BytesIO(written("parquet", shipped, NOTHING)))
    counts = table.column("count").to_pylist()
    assert counts == [entry.count for entry in shipped.entries]
    assert None in counts
    assert 0 in counts


def test_follow_the_money_entities_stand_together(demo: Intake, shipped: Ledger) -> None:
    entities = [json.loads(line) for line in written("ftm", Ledger(()), demo.docket).splitlines()]
    ids = [entity["id"] for entity in entities]
    assert len(set(ids)) == len(ids)
    assert {entity["schema"] for entity in entities} == {"PublicBody", "CourtCase", "Event", "Person", "CourtCaseParty"}
    for entity in entities:
        for name in ("party", "case", "involved", "organizer"):
            assert set(entity["properties"].get(name, [])) <= set(ids)
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)
        if entity["schema"] != "CourtCaseParty":
            assert entity["properties"]["name"]
    assert not [e for e in entities if "victim" in json.dumps(e).lower()]
    assert len(written("ftm", shipped, NOTHING).splitlines()) == len(shipped.entries)


def test_nothing_to_write_is_refused() -> None:
    with pytest.raises(DataError, match="F018"):
        written("csv", Ledger(()), NOTHING)


def test_a_file_is_changed_whole_or_not_at_all(demo: Intake, tmp_path: Path) -> None:
    path = tmp_path / "desk.duckdb"
    with opened(path) as store:
        assert store.add(demo) == demo.rows
    assert path.stat().st_mode & 0o777 == 0o600
    with opened(path) as store:
        with pytest.raises(DataError, match="F019"):
            store.add(demo)
        assert store.docket() == demo.docket
        assert store.ledger() == Ledger(())


def test_figures_are_kept_with_their_unknown_counts(shipped: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(written("csv", shipped, NOTHING))
    with opened(tmp_path / "desk.duckdb") as store:
        store.add(take_in(out).whole())
        assert set(store.ledger().entries) == set(shipped.entries)


def test_what_is_no_ledger_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.duckdb"
    path.write_text("no database" * 900)
    with pytest.raises(DataError, match="F021"), opened(path):
        pass
