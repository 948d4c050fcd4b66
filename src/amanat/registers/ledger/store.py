"""Figures and cases of a desk in one DuckDB file, for analysis in SQL: tables `figures` and `events`.

An import is one transaction: either every row of it stands in the file afterwards, or none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from amanat.core import DataError
from amanat.registers.ledger.cases import Docket, gathered
from amanat.registers.ledger.figures import Ledger
from amanat.registers.ledger.intake import Intake, Kind
from amanat.registers.ledger.leave import Record, arrow_schema, case_records, figure_records
from amanat.registers.ledger.read_case import event_of
from amanat.registers.ledger.read_figure import entry_of
from amanat.registers.ledger.rows import Row

if TYPE_CHECKING:
    import duckdb

_TABLES = {
    "figures": 'id text, jurisdiction text, region text, "from" date, "to" date, stage text, count bigint, unit text, '
    "law text, exploitation text, iccs text, cohort text, source_title text, source_url text, confidence text, "
    "checked_on date, note text",
    "events": '"case" text, jurisdiction text, law text, exploitation text, agency text, court text, "date" date, '
    "event text, who text, person text, rank text, outcome text, reason text, amount bigint, months bigint",
}
_PRIVATE = 0o600
_LAST = date.max


class Store:
    """An open file of a desk."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection") -> None:
        """Take over a connection whose tables exist; `opened` makes one."""
        self._connection = connection

    def add(self, intake: Intake) -> int:
        """Add what was taken in, in one transaction; return the number of rows added.

        Raises:
            DataError: F019 some of it stands in the file already; then nothing is added.
        """
        figures = intake.kind is Kind.FIGURES
        records = list(figure_records(intake.ledger) if figures else case_records(intake.docket))
        if not records:
            return 0
        table = "figures" if figures else "events"
        self._connection.execute("BEGIN")
        try:
            self._insert(table, records)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return len(records)

    def _insert(self, table: str, records: list[Record]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - an extra

        new = pa.Table.from_pylist(records, schema=arrow_schema(records[0]))
        self._connection.register("arriving", new)
        columns = [name for name in records[0] if name != "id"]
        same = " AND ".join(f't."{name}" IS NOT DISTINCT FROM a."{name}"' for name in columns)
        cast = ", ".join(f'CAST("{name}" AS {_type(table, name)}) AS "{name}"' for name in records[0])
        arriving = f"(SELECT {cast} FROM arriving)"  # noqa: S608 - our own names, no cell among them
        ((twice,),) = self._connection.execute(
            f"SELECT count(*) FROM {arriving} a WHERE EXISTS (SELECT 1 FROM {table} t WHERE {same})"  # noqa: S608
        ).fetchall()
        if twice:
            raise DataError("F019", f"{twice:,} of {len(records):,} rows stand there already; nothing was added")
        names = ", ".join(f'"{name}"' for name in records[0])
        self._connection.execute(f"INSERT INTO {table} ({names}) SELECT * FROM {arriving}").fetchall()  # noqa: S608
        self._connection.unregister("arriving")

    def ledger(self) -> Ledger:
        """Return every figure of the file."""
        entries = (entry_of(row, _LAST) for row in self._rows("figures"))
        return Ledger(tuple(entry for entry in entries if entry is not None))

    def docket(self) -> Docket:
        """Return every case of the file."""
        events = (event_of(row, _LAST) for row in self._rows("events"))
        return Docket(gathered(event for event in events if event is not None))

    def _rows(self, table: str) -> Iterator[Row]:
        cursor = self._connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
        names = [column[0] for column in cursor.description or []]
        for number, cells in enumerate(cursor.fetchall(), 1):
            yield Row(number, {n: "" if c is None else str(c) for n, c in zip(names, cells, strict=True)})


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open a desk's file, made with its tables where there is none; only the user may read it.

    Raises:
        DataError: F020 the extra is not installed, F021 this is no such file.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError:
        raise DataError("F020", "keeping a ledger needs more: pip install 'amanat[tables]'") from None
    try:
        connection = duckdb.connect(str(path))
        for table, columns in _TABLES.items():
            connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
        path.chmod(_PRIVATE)
    except (duckdb.Error, OSError):
        raise DataError("F021", "this is no ledger file that can be opened, or it is open elsewhere") from None
    try:
        yield Store(connection)
    finally:
        connection.close()


def _type(table: str, column: str) -> str:
    columns = dict(part.replace('"', "").strip().split(" ") for part in _TABLES[table].split(","))
    return columns[column]
