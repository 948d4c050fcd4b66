"""Cases as a table with the field names of HTCDS: CSV in, CSV out. What goes out of the house names nobody."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from amanat.core import DataError
from amanat.store.htcds.standard import DIRECT, fields

Row = Mapping[str, str]
_SEEN = 5  # faults told at once


def faults(row: Row) -> list[str]:
    """Return what the standard does not allow in a row; names of fields, never values."""
    known = fields()
    strange = sum(name not in known for name in row)
    said = [f"{strange} fields are none of HTCDS 2.0"] if strange else []
    wrong = ((name, known[name].wrong(value)) for name, value in row.items() if value and name in known)
    return said + [f"{name} {why}" for name, why in wrong if why]


def read(text: str) -> list[dict[str, str]]:
    """Read a table; all rows, or none.

    Raises:
        DataError: H035, a row or the head does not keep the standard; the sentence gives row and field, no value.
    """
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    rows: list[dict[str, str]] = []
    said: list[str] = []
    try:
        for number, row in enumerate(table, 1):
            if None in row or None in row.values():
                said.append(f"row {number} has another number of cells than the head")
                continue
            rows.append({name: value.strip() for name, value in row.items() if value.strip()})
            said += [f"row {number}: {why}" for why in faults(rows[-1])]
    except csv.Error:
        raise DataError("H035", "this is no table: a quote is never closed") from None
    if not rows and not said:
        said = ["there is no row"]
    if said:
        more = f"; and {len(said) - _SEEN} more" if len(said) > _SEEN else ""
        raise DataError("H035", f"the table does not keep HTCDS 2.0: {'; '.join(said[:_SEEN])}{more}")
    return rows


def write(rows: Iterable[Row], *, sealed: bool = False) -> str:
    """Write a table.

    Args:
        rows: fields and values; what the standard does not know is left out.
        sealed: keep direct identifiers as well: only for the one reader whom the person agreed to.
    """
    kept = [{n: v for n, v in row.items() if n in fields() and (sealed or n not in DIRECT)} for row in rows]
    names = [name for name in fields() if any(name in row for row in kept)]
    return _csv(names, kept)


def _csv(names: Sequence[str], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, names, lineterminator="\n")
    table.writeheader()
    table.writerows({name: _inert(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _inert(value: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return (
        f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") and not value[1:].replace(".", "").isdigit() else value
    )
