"""A second process that reads changes nothing but the time: the same directory, warnings, resumption and errors."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import DataError
from amanat.registers import shipped
from amanat.store.directory import intake, reading
from amanat.store.directory.entries import Entry
from amanat.store.directory.intake import Parcel, Report, take_in
from amanat.store.directory.layout import KINDS
from amanat.store.directory.partner import read_mapping
from amanat.store.directory.reading import Input, batches
from amanat.store.directory.sources import digest
from amanat.store.directory.sqlite import Sqlite
from amanat.store.directory.writer import Writer

MAPPING = """\
source: {name: partner-b, url: "https://example.org/b", seen: "2026-11-01", confidence: single-source}
country: PK
columns: {key: Nr, name: Name, organization: NGO, description: Says, needs: What, people: For, places: Where,
  phones: Tel, hours: Open, languages: Tongues, minimum_age: From, latitude: Lat, longitude: Lon, city: City}
"""
HEAD = "Nr,Name,NGO,Says,What,For,Where,Tel,Open,Tongues,From,Lat,Lon,City\n"
ROWS = st.tuples(
    st.integers(1, 40).map(str),
    st.sampled_from(["Invented Desk", "قانونی مدد", "Line", ""]),
    st.sampled_from(["Hope Trust", "River Office", ""]),
    st.sampled_from(["", "helps with papers", "مدد", "\ufffd"]),
    st.sampled_from(["legal_advice", "legal_advice; medical", "shelter", "dragons"]),
    st.sampled_from(["", "women", "children; everyone"]),
    st.sampled_from(["Kasur", "Lahore; Kasur", "pk-kasur", "Atlantis"]),
    st.sampled_from(["", "042-1111111", "1", "tel:+92-42-1111111"]),
    st.sampled_from(["", "24/7", "Mon-Fri 09:00-17:00"]),
    st.sampled_from(["", "ur; pa"]),
    st.sampled_from(["", "18", "999"]),
    st.sampled_from(["", "31.1", "91.5"]),
    st.just("74.4"),
    st.sampled_from(["", "Kasur"]),
)
PLENTY = 3 * reading.BATCH - 50


def put_down(folder: Path, rows: Iterable[Iterable[str]]) -> tuple[Path, Path]:
    """Write a table and its mapping."""
    table, mapping = folder / "partner.csv", folder / "mapping.yaml"
    table.write_text(HEAD + "".join(",".join(row) + "\n" for row in rows), "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    return table, mapping


def plenty(folder: Path, rows: int = PLENTY) -> tuple[Path, Path]:
    """Write a table that fills more than two batches, with a bad row in the first."""
    rest = ("legal_advice", "women", "Kasur", "042-1111111", "24/7", "ur", "18", "31.1", "74.4", "Kasur")
    names = ("" if n == 7 else f"Invented Desk {n}" for n in range(rows))
    return put_down(folder, ((str(n), name, f"Office {n % 9}", "helps", *rest) for n, name in enumerate(names)))


def load(target: Path, files: tuple[Path, Path]) -> Report:
    table, mapping = files[0], read_mapping(files[1])
    parcel = Parcel(table, digest(table), mapping.source, mapping.country)
    return take_in(target, parcel, mapping, shipped(), without_bad=True)


def records(target: Path) -> list[tuple[object, ...]]:
    with closing(Sqlite(target)) as engine:
        kinds = (engine.rows(f"SELECT '{kind}', n, id, run, doc FROM {kind} ORDER BY n") for kind in KINDS)  # noqa: S608
        return [row for rows in kinds for row in rows]


@pytest.fixture(params=[0, 1], ids=["here", "beside"])
def readers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Read in this process, or in a second."""
    monkeypatch.setattr(reading, "LARGE", 0 if request.param else 1 << 60)
    return int(request.param)


def after(batches: int, does: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let something happen when so many batches of an import are filed."""
    filed = iter(range(batches))

    class Counts(Writer):
        def file(self, records: Iterable[tuple[Entry, ...]]) -> None:
            if next(filed, None) is None:
                does()
            super().file(records)

    monkeypatch.setattr(intake, "Writer", Counts)


@given(rows=st.lists(ROWS, max_size=60), done=st.integers(0, 20))
@settings(max_examples=5, deadline=None)
def test_what_is_read_is_the_same_from_one_process_and_from_two(rows: list[tuple[str, ...]], done: int) -> None:
    told = []
    for large in (1 << 60, 0):
        with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
            patch.setattr(reading, "LARGE", large)
            table, mapping = put_down(Path(name), rows)
            with batches(Input(table, "PK", read_mapping(mapping), shipped()), done) as ready:
                told.append([*ready])
    assert told[0] == told[1]
    assert sum(batch.lines for batch in told[1]) == max(0, len(rows) - done)


def test_an_interrupted_import_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, narrow: Callable[[Path], object], readers: int
) -> None:
    monkeypatch.setattr(intake, "_KEEP_EVERY", 1)
    target, files = tmp_path / "d.db", plenty(tmp_path)

    def stops() -> None:
        assert len(multiprocessing.active_children()) == readers
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        after(2, stops, patch)
        with pytest.raises(KeyboardInterrupt):
            load(target, files)
    assert not target.exists()
    assert not multiprocessing.active_children()
    report = load(target, files)
    assert (report.resumed, report.lines, report.published) == (2 * reading.BATCH, PLENTY - 2 * reading.BATCH, True)
    assert [row.number for row in report.bad] == [8], "rows that were passed over are told of as well"
    assert sorted(path.name for path in tmp_path.glob("d.db*")) == ["d.db", "d.db.lock"]
    load(tmp_path / "whole.db", files)
    assert records(target) == records(tmp_path / "whole.db")
    assert narrow(target) == narrow(tmp_path / "whole.db")


def test_a_reader_that_is_killed_is_a_coded_error_and_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGE", 0)
    target = tmp_path / "d.db"

    def kills() -> None:
        (process,) = multiprocessing.active_children()
        process.kill()

    after(1, kills, monkeypatch)
    with pytest.raises(DataError, match="H046"):
        load(target, plenty(tmp_path))
    assert sorted(path.name for path in tmp_path.glob("d.db*")) == ["d.db.lock"]


@pytest.mark.usefixtures("readers")
def test_a_fault_of_the_file_is_told_as_it_is(tmp_path: Path) -> None:
    table, mapping = plenty(tmp_path)
    table.write_text(table.read_text("utf-8") + '"' + "x" * 2_000_000, "utf-8")
    with pytest.raises(DataError, match="H023: this is no table"):
        load(tmp_path / "d.db", (table, mapping))
    assert sorted(path.name for path in tmp_path.glob("d.db*")) == ["d.db.lock"]
    assert not multiprocessing.active_children()


@pytest.fixture
def heard() -> Iterator[None]:
    """Programs that start now hear Ctrl-C, although a shell may have started us in the background, where none does."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(os.name == "nt", reason="a signal to one group of processes")
def test_ctrl_c_ends_both_processes_in_silence(tmp_path: Path) -> None:
    # so many rows that there is no end in sight when the first of them are filed, however slow this process is
    table, mapping = plenty(tmp_path, 100_000)
    assert table.stat().st_size > reading.LARGE
    words = ["aid", "import", str(table), "--mapping", str(mapping), "--directory", str(tmp_path / "d.db")]
    with Popen(
        [sys.executable, "-m", "amanat", *words], stdout=PIPE, stderr=PIPE, text=True, start_new_session=True
    ) as command:
        while not (tmp_path / "d.db.next.late").exists():
            assert command.poll() is None
            time.sleep(0.01)
        os.killpg(command.pid, signal.SIGINT)
        told = command.communicate(timeout=60)  # which waits for the second process as well: it holds the same pipes
    assert (command.returncode, *told) == (1, "", "\nAborted!\n")
    assert not (tmp_path / "d.db").exists()
