"""From a table of 0, 1 and counts, as papers and offices print it, to capture histories."""

import csv
from collections import defaultdict
from collections.abc import Sequence

from amanat.core import DataError
from amanat.numbers.estimate.table import Table

_SHOWN = 12
"""Rows named in a refusal; the others are counted."""


def read_table(text: str, *, version: str = "") -> Table:
    """Read one table: a column of 0 and 1 for each list, the count of persons last, names in the first row.

    A history may be written once or in several rows, and those with count 0 may be left out.

    Raises:
        DataError: N001 to N005; every row that is wrong is named, and nothing is read from the others.
    """
    return read_strata(text, (), version=version)[""]


def read_strata(text: str, columns: Sequence[str], *, version: str = "") -> dict[str, Table]:
    """Read one table for each group of persons (by sex, age, kind of exploitation …).

    Args:
        text: comma, semicolon or tab separated; the group columns may stand anywhere, the count stands last.
        columns: names of the group columns; none gives one table under the empty name.
        version: which edition of the data this is.

    Raises:
        DataError: as `read_table`.
    """
    head, rows = _rows(text)
    missing = [name for name in columns if name not in head[:-1]]
    if missing:
        raise DataError("N001", f"the table has no column for {len(missing)} of the groups asked for")
    groups = [head.index(name) for name in columns]
    lists = [i for i in range(len(head) - 1) if i not in groups]
    found: dict[str, dict[frozenset[str], int]] = defaultdict(lambda: defaultdict(int))
    wrong: list[str] = []
    for line, row in rows:
        fault = _fault(row, head, lists)
        if fault:
            wrong.append(f"row {line}: {fault}")
            continue
        history = frozenset(head[i] for i in lists if row[i].strip() == "1")
        found[", ".join(row[i].strip() for i in groups)][history] += int(row[-1])
    if wrong:
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        raise DataError("N005", f"nothing was read; {'; '.join(wrong[:_SHOWN])}{more}")
    if not found:
        raise DataError("N004", "the table has no rows: nobody is on any list")
    return {group: Table.of([head[i] for i in lists], cells, version) for group, cells in sorted(found.items())}


def _rows(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    lines = text.lstrip("\ufeff").splitlines()
    mark = max(",;\t", key=(lines or [""])[0].count)
    try:
        cells = list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        raise DataError("N001", "this is no table: its quotation marks do not close or a cell never ends") from None
    rows = [(number, row) for number, row in enumerate(cells, start=1) if any(cell.strip() for cell in row)]
    if not rows or len(rows[0][1]) < 2:  # noqa: PLR2004 - one list and the count
        raise DataError("N001", "the first row names the lists, and the count last, separated by commas")
    return [name.strip() for name in rows[0][1]], rows[1:]


def _fault(row: Sequence[str], head: Sequence[str], lists: Sequence[int]) -> str:
    if len(row) != len(head):
        return f"{len(row)} cells where {len(head)} are named"
    if any(row[i].strip() not in {"0", "1"} for i in lists):
        return "a list column holds something else than 0 or 1"
    if not row[-1].strip().isascii() or not row[-1].strip().isdigit():
        return "the count is not a whole number, 0 or more"
    if int(row[-1]) > 0 and not any(row[i].strip() == "1" for i in lists):
        return "persons on no list were not counted by anybody"
    return ""
