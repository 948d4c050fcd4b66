"""Does a folder of CSV tables keep the data package of HSDS? Heads, required cells, keys, links, lists and formats."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from amanat.core import DataError
from amanat.store.hsds.formats import FORMATS
from amanat.store.hsds.model import SCHEMAS

_MOST = 20


def package_faults(folder: Path) -> list[str]:
    """Return what the published description does not allow: table, row and field, never a value; twenty at most.

    Raises:
        DataError: H023, a table cannot be read.
    """
    resources = json.loads((SCHEMAS / "datapackage.json").read_text("utf-8"))["resources"]
    tables = {one["name"]: list(_rows(folder / one["path"])) for one in resources if (folder / one["path"]).is_file()}
    if not tables:
        return ["there is no table of HSDS in the folder"]
    ids = {name: {row.get("id", "") for row in rows} for name, rows in tables.items()}
    found = (fault for one in resources if one["name"] in tables for fault in _table(one, tables[one["name"]], ids))
    return [fault for _, fault in zip(range(_MOST), found, strict=False)]


def _table(resource: Mapping[str, Any], rows: list[dict[str, str]], ids: Mapping[str, set[str]]) -> Iterator[str]:
    name, fields = resource["path"], {field["name"]: field for field in resource["schema"]["fields"]}
    strange = sorted(set().union(*rows) - fields.keys()) if rows else []
    if strange:
        yield f"{name} has columns that HSDS has not: {', '.join(strange)}"
    if len({row.get("id") for row in rows}) != len(rows):
        yield f"{name} has an id twice"
    links = resource["schema"].get("foreignKeys", ())
    for number, row in enumerate(rows, 1):
        for key, field in fields.items():
            says = _cell(field, row.get(key, ""))
            if says:
                yield f"{name}, row {number}: {key} {says}"
        for link in links:
            value, target = row.get(_only(link["fields"]), ""), link["reference"]["resource"]
            if value and value not in ids.get(target or resource["name"], ()):
                yield f"{name}, row {number}: {_only(link['fields'])} leads to no row"


def _only(fields: str | list[str]) -> str:
    return fields if isinstance(fields, str) else fields[0]


def _cell(field: Mapping[str, Any], value: str) -> str:
    limits = field.get("constraints", {})
    if not value:
        return "is missing" if limits.get("required") else ""
    if limits.get("enum") and value not in limits["enum"]:
        return "is none of the values allowed"
    form = field.get("format", "")
    if form in FORMATS and not FORMATS[form](value):
        return f"is no {form}"
    try:
        _READ.get(str(field["type"]), str)(value)
    except ValueError:
        return f"is no {field['type']}"
    return ""


def _moment(value: str) -> None:
    if not FORMATS["date-time"](value):
        raise ValueError


_READ: dict[str, Callable[[str], object]] = {
    "number": float,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "datetime": _moment,
}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            yield from csv.DictReader(handle, restval="", restkey="")
    except (OSError, UnicodeDecodeError, csv.Error):
        raise DataError("H023", "a table cannot be read; it is UTF-8 text with commas") from None
