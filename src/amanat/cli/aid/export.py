"""`amanat aid export`: the directory as HSDS files."""

from pathlib import Path

import click

from amanat.cli.aid.import_ import own_directory
from amanat.cli.faults import coded
from amanat.registers import Registers
from amanat.registers.calls import today
from amanat.store.directory.exporting import FORMS
from amanat.store.directory.exporting import export as written
from amanat.store.directory.from_packs import in_memory
from amanat.store.directory.questions import Catalogue
from amanat.store.directory.sqlite import Sqlite

EXAMPLES = """\b
Examples:
  amanat aid export help.json
  amanat aid export --format csv help-package
  amanat aid export --format ndjson --directory office.db help.ndjson
"""


@click.command(epilog=EXAMPLES)
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMS), default="json", show_default=True)
@click.option("--directory", type=click.Path(path_type=Path), help="The directory's file; else that of this office.")
@coded
def export(target: Path, form: str, directory: Path | None) -> None:
    """Write the directory as HSDS 3.1: one JSON list, JSON lines, or a data package of CSV tables.

    No number is written that nobody confirmed by a call, and nothing that is for the desk alone.
    """
    registers = Registers()
    kept = directory or own_directory()
    engine = Sqlite(kept) if directory or kept.exists() else in_memory(registers)
    count = written(Catalogue(engine, registers.providers.confirmed(today())), form, target)
    click.echo(f"{count} services written")


COMMAND = export
