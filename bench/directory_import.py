"""What it takes to import a partner's table of a million invented services (`directory_rows`) into a new directory."""

import os
import resource
import tempfile
import time
from pathlib import Path

from directory_rows import write

from amanat.registers import Registers
from amanat.store.directory.intake import Parcel, take_in
from amanat.store.directory.partner import read_mapping
from amanat.store.directory.sources import digest

ROWS = int(os.environ.get("AMANAT_ROWS", "1000000"))
GOAL_S, GOAL_MIB = 120, 1024  # of a million rows


def directory_import() -> None:
    """Import, and tell the clock, the processor time and the memory of both processes."""
    with tempfile.TemporaryDirectory(prefix="amanat-bench-") as name:
        table, mapping = Path(name) / "table.csv", Path(name) / "mapping.yaml"
        write(ROWS, table, mapping)
        columns = read_mapping(mapping)
        before, began = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
        parcel = Parcel(table, digest(table), columns.source, columns.country)
        report = take_in(Path(name) / "directory.db", parcel, columns, Registers())
        clock = time.monotonic() - began
        files, reads = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        filed = files.ru_utime + files.ru_stime - before.ru_utime - before.ru_stime
        memory = (files.ru_maxrss + reads.ru_maxrss) / 1024
        print(
            f"import of {report.lines:,} rows, {report.tally.new:,} new: {clock:.1f} s by the clock (goal {GOAL_S}); "
            f"processor {filed:.1f} s to file, {reads.ru_utime + reads.ru_stime:.1f} s to read; "
            f"{memory:.0f} MiB together (goal {GOAL_MIB}); load {os.getloadavg()[0]:.1f}"
        )
