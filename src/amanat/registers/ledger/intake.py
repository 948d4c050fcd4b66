"""Take a table in, whole or not at all: every rejected row is reported with its reason.

A table of figures holds one published count a row; a table of cases one event a row. Which it is, its columns say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from amanat.core import DataError
from amanat.registers.ledger.cases import Case, Docket, Event, gathered, out_of_order, unfounded
from amanat.registers.ledger.checks import cohort_faults, law_year
from amanat.registers.ledger.figures import Entry, Ledger
from amanat.registers.ledger.read_case import CASE_COLUMNS, Head, event_of
from amanat.registers.ledger.read_figure import FIGURE_COLUMNS, entry_of
from amanat.registers.ledger.rows import Row
from amanat.registers.ledger.tables import Translation, rows_of


class Kind(StrEnum):
    """What one row of a table is."""

    FIGURES = "figures"
    CASES = "cases"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken, and why."""

    row: int
    """Line of the table, the heading being 1."""
    code: str
    reason: str
    """Names the column; never repeats what stands in the cell."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a table gave."""

    kind: Kind
    rows: int
    """How many rows it holds."""
    ledger: Ledger
    """Its figures; empty for a table of cases."""
    docket: Docket
    """Its cases; empty for a table of figures."""
    rejected: tuple[Rejected, ...]

    @property
    def taken(self) -> int:
        """How many rows were taken."""
        return self.rows - len({fault.row for fault in self.rejected})

    def whole(self) -> "Intake":
        """Return the intake if nothing was rejected.

        Raises:
            DataError: F016 some row was rejected: then nothing is taken.
        """
        if self.rejected:
            bad = len({fault.row for fault in self.rejected})
            first = self.rejected[0]
            raise DataError(
                "F016",
                f"{bad:,} of {self.rows:,} rows are wrong, so nothing was taken in ({first.code}, {first.reason});"
                " mend them, or take the others with --skip-rejected",
            )
        return self


def take_in(path: Path, translation: Translation = Translation(), today: date | None = None) -> Intake:  # noqa: B008 - frozen
    """Read a table of figures or of cases.

    Args:
        path: a .csv, .tsv, .xlsx, .json or .jsonl file.
        translation: how its columns and words become ours.
        today: dates after it are impossible; the present day when left out.

    Raises:
        DataError: F001 … F010 and F022, when the file as a whole cannot be read; faults of rows are in the result.
    """
    day = today or datetime.now(tz=UTC).date()
    numbered = [(number, translation.apply(cells)) for number, cells in rows_of(path)]
    kind = _kind(numbered[0][1])
    rows = [Row(number, cells, day_first=translation.day_first) for number, cells in numbered]
    return _cases(rows, day) if kind is Kind.CASES else _figures(rows, day)


def _kind(cells: dict[str, str]) -> Kind:
    columns = set(cells)
    if "event" in columns:
        _complete(columns, CASE_COLUMNS, "cases")
        return Kind.CASES
    _complete(columns, FIGURE_COLUMNS, "figures")
    return Kind.FIGURES


def _complete(columns: set[str], needed: tuple[str, ...], kind: str) -> None:
    missing = [column for column in needed if column not in columns]
    if missing:
        raise DataError(
            "F022", f"a table of {kind} needs the columns {', '.join(missing)}; name them with --map OURS=THEIRS"
        )


def _figures(rows: list[Row], today: date) -> Intake:
    seen: dict[tuple[object, ...], int] = {}
    found: list[tuple[Row, Entry]] = []
    for row in rows:
        entry = entry_of(row, today)
        if entry is None:
            continue
        key = replace(entry, fact=replace(entry.fact, id="")), entry.fact.sources
        if key in seen:
            row.faults.append(DataError("F011", f"row {row.number} says the same as row {seen[key]}"))
            continue
        seen[key] = row.number
        found.append((row, entry))
    for number, fault in cohort_faults([(row.number, entry) for row, entry in found]):
        next(row for row, _ in found if row.number == number).faults.append(fault)
    entries = tuple(entry for row, entry in found if not row.faults)
    return Intake(Kind.FIGURES, len(rows), Ledger(entries), Docket(()), _rejected(rows))


def _cases(rows: list[Row], today: date) -> Intake:
    seen: dict[tuple[Head, Event], int] = {}
    found: list[tuple[Row, Head, Event]] = []
    heads: dict[str, tuple[int, Head]] = {}
    for row in rows:
        read = event_of(row, today)
        if read is None:
            continue
        head, event = read
        if read in seen:
            row.faults.append(DataError("F011", f"row {row.number} says the same as row {seen[read]}"))
            continue
        seen[read] = row.number
        first = heads.setdefault(head[0], (row.number, head))
        if first[1] != head:
            row.faults.append(
                DataError(
                    "F017",
                    f"row {row.number}: place, law, agency or court of the case differ from those in row {first[0]}",
                )
            )
            continue
        found.append((row, head, event))
    _check_cases(found)
    good = [(head, event) for row, head, event in found if not row.faults]
    return Intake(Kind.CASES, len(rows), Ledger(()), Docket(gathered(good)), _rejected(rows))


def _check_cases(found: list[tuple[Row, Head, Event]]) -> None:
    where = {(head[0], event): row for row, head, event in found}
    for case in gathered((head, event) for _, head, event in found):
        for fault, event in _faults_of(case):
            row = where[(case.id, event)]
            row.faults.append(DataError(fault.code, f"row {row.number}: {fault.message}"))


def _faults_of(case: Case) -> Iterator[tuple[DataError, Event]]:
    for later, earlier in out_of_order(case):
        yield DataError("F014", f"{later.step} is dated before {earlier.step} of the same case"), later
    for event in unfounded(case):
        yield DataError("F015", f"{event.step} without a conviction, or after the case was withdrawn"), event
    begun = law_year(case.law)
    if begun and case.begun and case.begun.year < begun:
        yield DataError("F008", f"the case began before its law of {begun} existed"), case.events[0]


def _rejected(rows: Iterable[Row]) -> tuple[Rejected, ...]:
    return tuple(Rejected(row.number, fault.code, fault.message) for row in rows for fault in row.faults)
