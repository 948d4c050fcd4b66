"""A directory as HSDS files: JSON lines, one JSON page, or the data package of CSV tables.

What leaves the house carries no number that nobody confirmed by a call, and nothing that is for the desk alone.
"""

import csv
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from amanat.core import DataError
from amanat.store.directory.questions import NOTHING, Catalogue
from amanat.store.directory.shaping import OWN_TERM, term_id
from amanat.store.hsds.model import SCHEMAS, Record, entities, tables
from amanat.store.hsds.tabular import TOP, rows

FORMS = ("json", "ndjson", "csv")


def export(catalogue: Catalogue, form: str, target: Path) -> int:
    """Write a directory; the target appears when it is whole.

    Args:
        catalogue: what is exported.
        form: one of FORMS; `csv` makes a folder.
        target: the file or folder; it must not be there yet.

    Returns:
        How many services were written.

    Raises:
        DataError: H026, the target is there already or cannot be written.
    """
    if target.exists():
        raise DataError("H026", "the target is there already; nothing is overwritten")
    try:
        beside = Path(tempfile.mkdtemp(dir=target.absolute().parent, prefix=".export-"))
        try:
            made = beside / "made"
            count = _package(catalogue, made) if form == "csv" else _file(catalogue, form, made)
            made.replace(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise DataError("H026", f"the target cannot be written ({error.strerror})") from None
    return count


def _services(catalogue: Catalogue) -> Iterator[Record]:
    return (catalogue.whole("service", record) for record in catalogue.stream("service", NOTHING))


def _file(catalogue: Catalogue, form: str, target: Path) -> int:
    count = 0
    with target.open("w", encoding="utf-8") as out:
        out.write("[" if form == "json" else "")
        for record in _services(catalogue):
            out.write(",\n" if form == "json" and count else "")
            out.write(json.dumps(record, ensure_ascii=False))
            out.write("\n" if form == "ndjson" else "")
            count += 1
        out.write("]\n" if form == "json" else "")
    return count


def _package(catalogue: Catalogue, target: Path) -> int:
    """Write one table for each object, and the published description of them."""
    target.mkdir()
    count, files, writers = 0, {}, {}
    known = entities()
    try:
        for name, file in tables().items():
            files[name] = (target / file).open("w", encoding="utf-8", newline="")
            fields = [f.name for f in known[name].fields]
            writers[name] = csv.DictWriter(files[name], fields, extrasaction="ignore")
            writers[name].writeheader()
        for kind in TOP:
            for record in catalogue.stream(kind, NOTHING):
                whole = _bare(catalogue.told(kind, record))
                count += kind == "service"
                for name, row in rows(kind, whole):
                    if name == "attribute" and "taxonomy_term_id" not in row:
                        # tables must name a term; `sources` takes it away again
                        row["taxonomy_term_id"] = term_id(OWN_TERM, row.get("link_type", ""))
                    writers[name].writerow(row)
    finally:
        for handle in files.values():
            handle.close()
    shutil.copy(SCHEMAS / "datapackage.json", target / "datapackage.json")
    return count


def _bare(record: Record) -> Record:
    """Without parts that have a table row of their own elsewhere."""
    return {key: value for key, value in record.items() if key not in ("organization", "service_at_locations")}
