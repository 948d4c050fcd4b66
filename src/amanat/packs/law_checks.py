"""What no schema can say of law: dates exist, versions follow one another, bounds are in order, ids are used once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amanat.core import PackError
from amanat.packs.value import Path, Value

Record = dict[str, Value]
KINDS = frozenset({"law", "treaty", "tiers"})
LISTS = ("works", "provisions", "identity_bans", "lawful_identity_publication", "competent_bodies", "office_holders")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_BOUNDS = (("min_years", "max_years"), ("min_months", "max_months"), ("min", "max"))


def check_law(value: Record, lines: dict[Path, int], name: str) -> None:
    """Check a file of law, treaties or tiers.

    Raises:
        PackError: K013 a date that no calendar has, or an interval that ends before it begins; K014 facts that cannot
            all be true: versions that overlap or end before they begin, a least above the most, an id used twice.
    """
    known = _Lines(lines, name)
    for path, item in _walk(value, ()):
        if isinstance(item, str) and _DATE.fullmatch(item):
            _first_day(item, known, path)
        if isinstance(item, dict):
            _in_order(item, known, path)
    seen: dict[str, Path] = {}
    for key in LISTS:
        for number, record in _records(value, key):
            id_, path = str(record.get("id", "")), (key, number)
            if id_ in seen:
                raise PackError("K014", f"{known.at(path)}: {id_} stands at line {known.line(seen[id_])} as well")
            seen[id_] = path
            if key == "provisions":
                _versions(record, known, path)


def fact_ids(value: Record) -> Iterator[tuple[Path, str]]:
    """Go through the ids that a file of law gives, each with the path to its record."""
    for key in LISTS:
        for number, record in _records(value, key):
            yield (key, number), str(record.get("id", ""))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where things stand in the file, for messages."""

    lines: dict[Path, int]
    name: str

    def line(self, path: Path) -> int:
        return next((self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines), 1)

    def at(self, path: Path) -> str:
        return f"{self.name}:{self.line(path)}"


def _in_order(record: Record, known: _Lines, path: Path) -> None:
    for low, high in _BOUNDS:
        least, most = record.get(low), record.get(high)
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            raise PackError("K014", f"{known.at(path)}: {low} {least} is above {high} {most}")
    between = record.get("between")
    if isinstance(between, list) and len(between) == 2:  # noqa: PLR2004 - two ends
        first, last = (_first_day(str(end), known, path) for end in between)
        if first > last:
            raise PackError("K013", f"{known.at(path)}: {between[0]} to {between[1]} ends before it begins")


def _versions(record: Record, known: _Lines, path: Path) -> None:
    """Refuse versions of one part of the country that hold at the same time; bills not confirmed hold never."""
    last: dict[str, tuple[date, int]] = {}
    for number, version in _records(record, "versions"):
        here = (*path, "versions", number)
        begin = _edge(version.get("from"), known, here, date.min, first=True)
        if _edge(version.get("to"), known, here, date.max, first=False) <= begin and version.get("to") is not None:
            raise PackError("K014", f"{known.at(here)}: this version ends before it begins")
        if version.get("enacted") == "not-confirmed":
            continue
        part = str(version.get("extent", ""))
        # Between uncertain edges both neighbours may hold; only what surely overlaps is refused.
        if part in last and last[part][0] > _edge(version.get("from"), known, here, date.min, first=False):
            says = f"the version at line {last[part][1]} still holds here; say until when"
            raise PackError("K014", f"{known.at(here)}: {says}")
        last[part] = (_edge(version.get("to"), known, here, date.max, first=True), known.line(here))


def _edge(value: Value, known: _Lines, path: Path, absent: date, *, first: bool) -> date:
    """Return the first or the last day a date can be."""
    if value is None:
        return absent
    if isinstance(value, dict):
        ends = value.get("between")
        value = ends[0 if first else 1] if isinstance(ends, list) else ""
    return _first_day(str(value), known, path) if first else _last_day(str(value), known, path)


def _first_day(written: str, known: _Lines, path: Path) -> date:
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        raise PackError("K013", f"{known.at(path)}: {written} is a day or month that no calendar has") from None


def _last_day(written: str, known: _Lines, path: Path) -> date:
    first = _first_day(written, known, path)
    if written.count("-") == 2:  # noqa: PLR2004 - year, month and day
        return first
    return date(first.year, first.month, 28) if "-" in written else date(first.year, 12, 31)


def _records(value: Record, key: str) -> Iterator[tuple[int, Record]]:
    rows = value.get(key)
    yield from ((n, row) for n, row in enumerate(rows if isinstance(rows, list) else ()) if isinstance(row, dict))


def _walk(value: Value, path: Path) -> Iterator[tuple[Path, Value]]:
    yield path, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _walk(child, (*path, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _walk(child, (*path, number))
