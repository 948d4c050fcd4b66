"""Lists of people as agencies write them: one row a person, columns `name`, `father`, `place`, `born`."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amanat.core import DataError
from amanat.linkage.names import prepared

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

_YEARS = range(1900, 2100)
_SHOWN = 12  # faults named in one message
_CELL = 500  # letters; a longer cell is no name


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Several lists as one table of records."""

    names: tuple[str, ...]
    records: "pa.Table"
    """As `link` takes them."""
    of_list: "NDArray[np.int64]"
    """For each record, which list it stands on, as a place in `names`."""


def read_list(text: str) -> "pa.Table":
    """Read one list from CSV; `name` is needed, the other columns may be missing or empty, more are not looked at.

    Raises:
        DataError: F108 naming every row that is wrong, by number and never by content; F106 nobody is on it.
    """
    rows = list(_rows(text))
    wrong = [f"row {number}: {fault}" for number, row in rows if (fault := _fault(row))]
    if wrong:
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        raise DataError("F108", f"nothing was read; {'; '.join(wrong[:_SHOWN])}{more}")
    if not rows:
        raise DataError("F106", "one of the lists holds nobody: leave it out")

    def column(name: str) -> list[str]:
        return [row.get(name, "").strip() for _, row in rows]

    places = [place.casefold() for place in column("place")]
    return prepared(column("name"), column("father"), places, [int(year or 0) for year in column("born")])


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(text.lstrip("\ufeff").splitlines())
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        if "name" not in head or len(set(head)) < len(head):
            raise DataError("F108", "the first row names the columns, each once: name, father, place, born")
        for number, row in enumerate(reader, start=2):
            if any(cell.strip() for cell in row):
                yield number, dict(zip(head, row, strict=False))
    except csv.Error:
        raise DataError("F108", "this is no table: its quotation marks do not close or a cell never ends") from None


def _fault(row: Mapping[str, str]) -> str:
    born = row.get("born", "").strip()
    if not row.get("name", "").strip():
        return "name is empty"
    if any(len(cell) > _CELL for cell in row.values()):
        return f"a cell is longer than {_CELL} letters"
    if born and not (born.isascii() and born.isdigit() and int(born) in _YEARS):
        return "born is a year, as 1994, or empty"
    return ""


def together(lists: Mapping[str, "pa.Table"]) -> Lists:
    """Put lists under one another; ids are counted anew.

    Args:
        lists: records by the name of their list, all encoded or none.

    Raises:
        DataError: F105 fewer than two lists or more than 20, F109 some are encoded and some are not.
    """
    import numpy as np  # noqa: PLC0415 - quick start
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if not 2 <= len(lists) <= 20:  # noqa: PLR2004 - as in `overlap`
        raise DataError("F105", "an overlap is one of 2 to 20 lists")
    if len({tuple(table.column_names) for table in lists.values()}) > 1:
        raise DataError("F109", "some lists are encoded and some are not; encode all with one secret, or none")
    whole = pa.concat_tables([table.drop_columns(["id"]) for table in lists.values()])
    records = whole.add_column(0, "id", pa.array(range(whole.num_rows), pa.int64()))
    sizes = [table.num_rows for table in lists.values()]
    return Lists(tuple(lists), records, np.repeat(np.arange(len(sizes)), sizes))
