"""`amanat aid import`: a partner's list, or anybody's HSDS, into the office's directory."""

from datetime import UTC, datetime
from pathlib import Path

import click
import platformdirs

from amanat.cli.faults import coded
from amanat.core import DataError
from amanat.registers import Registers
from amanat.store.directory.intake import Parcel, Report, take_in
from amanat.store.directory.partner import read_mapping, rejected
from amanat.store.directory.shaping import Provenance
from amanat.store.directory.sources import digest

EXAMPLES = """\b
Examples:
  amanat aid import partner.csv --mapping partner.yaml
  amanat aid import services.json --source "City directory" --url https://example.org --country PK
  amanat aid import package-folder --source "City directory" --url https://example.org --country PK
"""


def own_directory() -> Path:
    """Return where the office's directory is kept."""
    return Path(platformdirs.user_data_dir("amanat", appauthor=False)) / "directory.db"


@click.command("import", epilog=EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--mapping", type=click.Path(path_type=Path, exists=True), help="What a partner's columns mean (YAML).")
@click.option("--source", default="", help="Short name of the source, for HSDS files; the same at each import.")
@click.option("--url", default="", help="Where the source can be checked.")
@click.option("--country", default="", metavar="ID", help="Whose telephone numbers these are, like PK.")
@click.option("--directory", type=click.Path(path_type=Path), help="The directory's file; else that of this office.")
@click.option("--without-bad", is_flag=True, help="Publish although rows were refused; they are left out.")
@click.pass_context
@coded
def import_(
    ctx: click.Context,
    *,
    path: Path,
    mapping: Path | None,
    source: str,
    url: str,
    country: str,
    directory: Path | None,
    without_bad: bool,
) -> None:
    """Take in a directory: a table of a partner with a mapping file, or HSDS 3.1 as JSON, JSON lines or CSV package.

    All of it is taken in, or nothing. What a source says anew replaces what it said before and the old value is kept;
    what another source says differently is not taken and is listed. Numbers known to be wrong are left out.
    """
    columns = read_mapping(mapping) if mapping else None
    if columns is None and not (source and url and country):
        raise DataError("H033", "say where it comes from: --mapping, or --source, --url and --country")
    today = datetime.now(tz=UTC).date().isoformat()
    origin = columns.source if columns else Provenance(source, url, today, "single-source")
    parcel = Parcel(path, digest(path), origin, columns.country if columns else country.upper())
    report = take_in(directory or own_directory(), parcel, columns, Registers(), without_bad=without_bad)
    _tell(report)
    ctx.exit(0 if report.published and not report.bad else 1)


def _tell(report: Report) -> None:
    tally = report.tally
    if report.resumed:
        click.echo(f"went on after {report.resumed} rows of an interrupted import")
    click.echo(f"{report.lines} read: {tally.new} new, {tally.changed} changed, {tally.same} as before")
    for title, rows in (("refused", report.bad), ("taken, but", report.warnings)):
        for text in rejected(rows):
            click.echo(f"  {title}: {text}", err=True)
        if len(rows) > 20:  # noqa: PLR2004 - as many as were told
            click.echo(f"  and {len(rows) - 20} more", err=True)
    if tally.conflicts:
        click.echo(f"{tally.conflicts} values differ from another source; the old ones stay: amanat aid check")
    if not report.published:
        click.echo("Nothing was changed. Mend the rows, or say --without-bad.", err=True)


COMMAND = import_
