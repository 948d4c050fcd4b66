"""Tables as files: CSV, XLSX and JSON into rows of text, with the columns mapped to those of the ledger."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from amanat.core import DataError

_MOST_ROWS = 5_000_000
_MOST_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Translation:
    """How the columns and words of somebody else's table become ours."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Ours to theirs: `{"count": "Number of persons"}`; a column left out keeps its name."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By column of ours, theirs to ours: `{"stage": {"Challan submitted": "charged"}}`."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Columns of ours that the table has not, the same for every row: `{"jurisdiction": "PK-PB"}`."""
    day_first: bool = False
    """Dates are written 31/12/2024."""

    def apply(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return a row in our columns."""
        theirs = {column: cell for column, cell in cells.items() if column not in self.columns.values()}
        ours = {**theirs, **{ours: cells.get(column, "") for ours, column in self.columns.items()}, **self.fixed}
        return {column: self.words.get(column, {}).get(cell.strip(), cell) for column, cell in ours.items()}


def translation_from(path: Path) -> Translation:
    """Read a mapping from a JSON file with the keys `columns`, `words`, `fixed` and `day_first`.

    Raises:
        DataError: F010 it is no such file.
    """
    try:
        given = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or set(given) - {"columns", "words", "fixed", "day_first"}:
        raise DataError(
            "F010", "the mapping is no JSON object with the keys columns, words, fixed and day_first, each optional"
        )
    words = given.get("words", {})
    parts = [given.get("columns", {}), given.get("fixed", {}), *(words.values() if isinstance(words, dict) else [None])]
    if not all(isinstance(p, dict) and all(isinstance(v, str) for v in p.values()) for p in parts):
        raise DataError("F010", "in the mapping, columns, fixed and each part of words hold texts by name")
    return Translation(given.get("columns", {}), words, given.get("fixed", {}), bool(given.get("day_first", False)))


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and cells of every row; the heading is line 1.

    Raises:
        DataError: F001 the file is missing, too large or of no known kind, F002 it is no table, F009 it holds no row.
    """
    reader = {".csv": _csv, ".tsv": _csv, ".json": _json, ".jsonl": _json, ".xlsx": _xlsx}.get(path.suffix.lower())
    if reader is None:
        raise DataError("F001", "a table is a .csv, .tsv, .xlsx, .json or .jsonl file")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DataError("F001", "the table is larger than 2 GB; cut it by year")
        data = path.read_bytes()
    except OSError as error:
        raise DataError("F001", f"the table cannot be read ({error.strerror})") from None
    empty = True
    for row in reader(data):
        empty = False
        if row[0] > _MOST_ROWS:
            raise DataError("F002", f"the table has more than {_MOST_ROWS:,} rows; cut it by year")
        yield row
    if empty:
        raise DataError("F009", "the table holds a heading at most, and no row")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError("F002", f"byte {error.start} is not UTF-8; save the table as UTF-8") from None


def _csv(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(data)
    heading = text.partition("\n")[0]
    mark = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        columns = [column.strip() for column in next(reader, [])]
        _check(columns)
        for number, cells in enumerate(reader, 2):
            if any(cell.strip() for cell in cells):
                if len(cells) > len(columns):
                    raise DataError("F002", f"row {number} has more cells than the heading has columns")
                yield number, dict(zip(columns, cells, strict=False))
    except csv.Error:
        raise DataError("F002", f"line {reader.line_num}: the quotes do not close; this is no CSV") from None


def _json(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(data)
    try:
        given = json.loads(text) if text.lstrip()[:1] in "[{" and not _lines(text) else [*_records(text)]
    except (ValueError, RecursionError):
        raise DataError("F002", "this is no JSON list of objects, and no JSON lines") from None
    if not isinstance(given, list) or not all(isinstance(record, dict) for record in given):
        raise DataError("F002", "the JSON is no list of objects, one for each row")
    for number, record in enumerate(given, 2):
        if any(isinstance(value, dict | list) for value in record.values()):
            raise DataError("F002", f"row {number} holds a list or an object in a cell")
        yield number, {str(key): _cell(value) for key, value in record.items()}


def _lines(text: str) -> bool:
    """Tell whether it is one object a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and all(line.strip()[0] == "{" and line.strip()[-1] == "}" for line in lines)


def _records(text: str) -> Iterator[object]:
    return (json.loads(line) for line in text.splitlines() if line.strip())


def _xlsx(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        raise DataError("F020", "reading .xlsx needs more: pip install 'amanat[tables]'") from None
    from zipfile import BadZipFile  # noqa: PLC0415 - only for this form

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        rows = [[_cell(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, SyntaxError):
        raise DataError("F002", "this is no .xlsx table that can be opened; save it again, or as CSV") from None
    columns = [cell.strip() for cell in rows[0]] if rows else []
    while columns and not columns[-1]:
        columns.pop()
    _check(columns)
    for number, cells in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in cells):
            yield number, dict(zip(columns, cells, strict=False))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _check(columns: list[str]) -> None:
    if not columns or "" in columns or len(set(columns)) < len(columns):
        raise DataError("F002", "the first row must name every column once")
