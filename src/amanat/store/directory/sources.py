"""Files that directories come in: HSDS as JSON, JSON lines or a data package of CSV tables; a partner's CSV or XLSX."""

import csv
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from amanat.core import DataError
from amanat.store.directory.facts import OWN
from amanat.store.hsds.faults import faults
from amanat.store.hsds.model import Json, Record, tables
from amanat.store.hsds.tabular import TOP, Tables

_MOST_FAULTS = 5
_CELL = 1_000_000  # characters; more in one cell is no directory


def digest(path: Path) -> str:
    """Return what tells this input from any other, changed ones included."""
    seal = sha256()
    for file in _files(path):
        seal.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as handle:
            while block := handle.read(1 << 20):
                seal.update(block)
    return seal.hexdigest()


def weight(path: Path) -> int:
    """Return the size of an input in bytes; 0 for one that is not there."""
    return sum(file.stat().st_size for file in _files(path))


def _files(path: Path) -> list[Path]:
    return [file for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if file.is_file()]


def hsds(path: Path) -> Iterator[tuple[str, Record]]:
    """Yield the records of an HSDS file or folder as pairs of kind and record, each held against the schemas.

    Raises:
        DataError: H021, something in it is not HSDS; H023, it cannot be read.
    """
    if path.is_dir():
        yield from _package(path)
    elif path.suffix.lower() in (".ndjson", ".jsonl"):
        for number, text in enumerate(_text_lines(path), 1):
            if text.strip():
                yield from _checked(_parsed(text, f"line {number}"), f"line {number}")
    else:
        yield from _checked(_parsed(_read(path), "the file"), "record")


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a partner's table by the names of its columns.

    Raises:
        DataError: H023, the table cannot be read.
    """
    if path.suffix.lower() == ".xlsx":
        yield from _xlsx(path)
        return
    csv.field_size_limit(_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as handle:
            reader = csv.reader(handle)
            head = [name.strip() for name in next(reader, [])]
            for row in reader:
                yield dict(zip(head, row, strict=False))
    except OSError as error:
        raise DataError("H023", f"the file cannot be read ({error.strerror})") from None
    except csv.Error:
        raise DataError("H023", "this is no table: a quote is never closed, or a cell is far too long") from None


def _package(folder: Path) -> Iterator[tuple[str, Record]]:
    whole = Tables()
    for name, file in tables().items():
        if (folder / file).is_file():
            for number, row in enumerate(table(folder / file), 1):
                if name == "attribute" and row.get("link_type") in OWN:
                    row["taxonomy_term_id"] = ""
                try:
                    whole.add(name, row)
                except ValueError as error:
                    raise DataError("H021", f"table {name}, row {number}: {error} is no number") from None
    if not any(whole.by_id.get(name) for name in TOP):
        raise DataError("H021", "there is no table of HSDS in this folder: services.csv, organizations.csv …")
    for name in TOP:
        for record in whole.all(name):
            yield from _held(name, record, f"{name} {str(record.get('id', ''))[:36]}")


def _checked(value: Json, where: str) -> Iterator[tuple[str, Record]]:
    """Find the records in a page, a list, or a single object."""
    contents = value.get("contents", value) if isinstance(value, dict) else value
    for n, record in enumerate(contents if isinstance(contents, list) else [contents], 1):
        if not isinstance(record, dict):
            raise DataError("H021", f"{where} {n} is no object of HSDS")
        yield from _held(_kind(record), record, f"{where} {n}" if isinstance(contents, list) else where)


def _kind(record: Mapping[str, Json]) -> str:
    """Tell the objects apart by fields that only they have."""
    signs = (
        ("service_at_location", ("location", "location_id", "service_id")),
        ("location", ("location_type",)),
        ("service", ("status",)),
        ("taxonomy_term", ("taxonomy", "taxonomy_id", "taxonomy_detail", "parent_id", "code", "term_uri")),
        ("taxonomy", ("version",)),
    )
    return next((kind for kind, fields in signs if any(f in record for f in fields)), "organization")


def _held(kind: str, record: Record, where: str) -> Iterator[tuple[str, Record]]:
    found = [fault for _, fault in zip(range(_MOST_FAULTS), faults(kind, record), strict=False)]
    if found:
        says = "; ".join(f"{fault.path or 'it'} {fault.says}" for fault in found)
        raise DataError("H021", f"{where} is no {kind} of HSDS 3.1: {says}")
    yield kind, record


def _parsed(text: str, where: str) -> Json:
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        raise DataError("H021", f"{where} is not JSON") from None
    return value


def _read(path: Path) -> str:
    return "".join(_text_lines(path))


def _text_lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as handle:
            yield from handle
    except OSError as error:
        raise DataError("H023", f"the file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise DataError("H023", "the file is not UTF-8; save it again as UTF-8") from None


def _xlsx(path: Path) -> Iterator[dict[str, str]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise DataError("H023", "XLSX needs: pip install 'amanat[tables]'; or save it as CSV") from None
    try:
        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        rows = sheet.iter_rows(values_only=True)
        head = [_cell(value) for value in next(rows, ())]
        for row in rows:
            yield dict(zip(head, map(_cell, row), strict=False))
    except (OSError, KeyError, ValueError, TypeError, IndexError):
        raise DataError("H023", "this is no XLSX file that can be read; save it as CSV") from None


def _cell(value: object) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return "" if value is None else str(int(value) if whole else value).strip()  # type: ignore[call-overload]
