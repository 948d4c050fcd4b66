"""`amanat enforcement`: what police and courts are said to have done, what a desk adds, and what it means."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amanat.cli.faults import coded
from amanat.core import DataError
from amanat.registers import shipped
from amanat.registers.ledger import WORLD, Entry, Ledger

if TYPE_CHECKING:
    from amanat.registers.ledger.cases import Docket
    from amanat.registers.ledger.intake import Intake
    from amanat.registers.ledger.store import Store

FORM = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer."
)
LEDGER = click.option(
    "--ledger", "own", type=click.Path(path_type=Path), help="A desk's own ledger file; its figures are added."
)


@click.group(
    epilog="""\b
Examples:
  amanat enforcement figures PK --stage convicted
  amanat enforcement contradictions PK
  amanat enforcement report PK --output report.html
"""
)
def enforcement() -> None:
    """Figures of police and courts: look them up, add your own, see what contradicts, write a report.

    A figure is shown with its law, unit, days and source. Nothing is averaged, and counts of different cases are not
    divided.
    """


@enforcement.command(epilog="\b\nExample:\n  amanat enforcement figures PK --period 2018/2020 --format json")
@click.argument("place", default="")
@click.option("--stage", default="", help="Stage, as convicted or officials_dismissed.")
@click.option("--period", default="", help="Year or years, as 2024 or 2018/2020.")
@click.option("--law", default="", help="Words that stand in the law.")
@LEDGER
@FORM
@coded
def figures(place: str, *, stage: str, period: str, law: str, own: Path | None, form: str) -> None:
    """Show published figures of PLACE (PK, PK-PB, WORLD), or of all places."""
    for entry in _ledger(own).known(place.upper(), stage=stage, period=period, law=law):
        click.echo(_json(entry) if form == "json" else "\n".join(_lines(entry)))


@enforcement.command(epilog="\b\nExample:\n  amanat enforcement contradictions PK")
@click.argument("place", default="")
@LEDGER
@FORM
@coded
def contradictions(place: str, own: Path | None, form: str) -> None:
    """Show figures that count the same in the same place and days, and differ. None is taken for the right one."""
    for one, other in _ledger(own).contradictions(place.upper()):
        if form == "json":
            click.echo(f'{{"figures": [{_json(one)}, {_json(other)}]}}')
            continue
        click.echo("\n".join([*_lines(one), "  against", *_lines(other), ""]))


@enforcement.command(
    "import",
    epilog="""\b
Examples:
  amanat enforcement import cases.csv --into desk.duckdb
  amanat enforcement import police.xlsx --mapping police.json --dry-run
  amanat enforcement import figures.csv --map count="No. of persons" --fix jurisdiction=PK-SD --dry-run
""",
)
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="Ledger file to add to; made where there is none.")
@click.option("--mapping", type=click.Path(path_type=Path), help="JSON: columns, words, fixed, day_first.")
@click.option("--map", "columns", multiple=True, metavar="OURS=THEIRS", help="Which of their columns is ours.")
@click.option("--fix", "fixed", multiple=True, metavar="OURS=VALUE", help="A column the table has not.")
@click.option("--day-first", is_flag=True, help="Dates are written 31/12/2024.")
@click.option("--skip-rejected", is_flag=True, help="Take the good rows and leave the others out.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@FORM
@coded
def import_(
    table: Path,
    into: Path | None,
    mapping: Path | None,
    columns: tuple[str, ...],
    fixed: tuple[str, ...],
    *,
    day_first: bool,
    skip_rejected: bool,
    dry_run: bool,
    form: str,
) -> None:
    """Take a TABLE of figures or of cases in (.csv, .xlsx, .json), whole or not at all.

    Every rejected row is reported with its reason. A table of cases has one event a row; see examples/ledger.
    """
    from amanat.registers.ledger.intake import take_in  # noqa: PLC0415 - the other commands read no table
    from amanat.registers.ledger.tables import Translation, translation_from  # noqa: PLC0415

    if into is None and not dry_run:
        raise DataError("F201", "say where to keep the rows with --into FILE, or only look with --dry-run")
    base = translation_from(mapping) if mapping else Translation()
    translation = Translation(
        {**base.columns, **_pairs(columns)}, base.words, {**base.fixed, **_pairs(fixed)}, base.day_first or day_first
    )
    intake = take_in(table, translation)
    for rejected in intake.rejected if form == "text" else ():
        click.echo(f"{rejected.code}  {rejected.reason}", err=True)
    kept = 0
    if into is not None and not dry_run:
        from amanat.registers.ledger.store import opened  # noqa: PLC0415 - needs DuckDB

        whole = intake if skip_rejected else intake.whole()
        with opened(into) as store:
            kept = store.add(whole)
    click.echo(_report(intake, kept, form))
    if intake.rejected:
        raise click.exceptions.Exit(DataError.exit_status if dry_run else 1)


@enforcement.command(
    epilog="""\b
Examples:
  amanat enforcement export PK --format csv > figures.csv
  amanat enforcement export --ledger desk.duckdb --cases --format ftm > entities.jsonl
"""
)
@click.argument("place", default="")
@LEDGER
@click.option("--cases", is_flag=True, help="Cases of the ledger file, not figures.")
@click.option(
    "--format", "form", type=click.Choice(["csv", "jsonl", "parquet", "ftm"]), default="csv", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path), help="File to write; standard output when left out.")
@coded
def export(place: str, own: Path | None, *, cases: bool, form: str, output: Path | None) -> None:
    """Write figures, or cases, as a tidy table (csv, jsonl, parquet) or as FollowTheMoney entities."""
    from amanat.publish.files import put  # noqa: PLC0415 - only where a file is written
    from amanat.registers.ledger.cases import Docket  # noqa: PLC0415
    from amanat.registers.ledger.leave import written  # noqa: PLC0415

    if cases and own is None:
        raise DataError("F202", "cases stand in a desk's own ledger; name it with --ledger FILE")
    ledger = Ledger(()) if cases else Ledger(_ledger(own).known(place.upper()))
    docket = _docket(own).within(place.upper()) if cases and own else Docket(())
    content = written(form, ledger, docket)
    if output is None:
        click.echo(content, nl=False)
    else:
        put(output, content)


@enforcement.command(
    epilog="""\b
Examples:
  amanat enforcement report PK --output report.html
  amanat enforcement report PK --cases examples/ledger/cases.csv --output report.pdf
"""
)
@click.argument("place")
@LEDGER
@click.option("--cases", type=click.Path(path_type=Path), help="A table of cases, where there is no ledger file.")
@click.option("--output", type=click.Path(path_type=Path), required=True, help="A .html or .pdf file.")
@coded
def report(place: str, own: Path | None, cases: Path | None, output: Path) -> None:
    """Write a report on PLACE: what is published, what contradicts, how cases end, and what cannot be known.

    Plots stand beside tables of the same numbers. The page opens in any browser and loads nothing.
    """
    from amanat.enforcement.report.scorecard import scorecard  # noqa: PLC0415 - the other commands need no statistics
    from amanat.publish.files import OPEN, PRIVATE, put  # noqa: PLC0415
    from amanat.publish.scorecard import page, pdf  # noqa: PLC0415
    from amanat.registers.ledger.cases import Docket  # noqa: PLC0415
    from amanat.registers.ledger.intake import take_in  # noqa: PLC0415

    if output.suffix.lower() not in {".html", ".pdf"}:
        raise DataError("F205", "a report is a .html or a .pdf file")
    docket = _docket(own) if own else Docket(())
    if cases is not None:
        docket = Docket((*docket.cases, *take_in(cases).whole().docket.cases))
    card = scorecard(place.upper(), _ledger(own), docket, shipped())
    if not card.sections:
        raise DataError("F206", "nothing is known of this place; `amanat packs` lists what is known")
    names = {WORLD: "the world"} | {j.id: j.name for j in shipped().jurisdictions}
    name = names.get(card.place, card.place)
    on_paper = output.suffix.lower() == ".pdf"
    put(output, pdf(card, name) if on_paper else page(card, name).encode(), OPEN if not docket.cases else PRIVATE)
    click.echo(f"{len(card.sections)} sections, {card.cases:,} cases, as of {card.as_of}")


def _ledger(own: Path | None) -> Ledger:
    ledger = shipped().ledger
    if own is None:
        return ledger
    with _opened(own) as store:
        return ledger.with_entries(store.ledger().entries)


def _docket(own: Path) -> "Docket":
    with _opened(own) as store:
        return store.docket()


def _opened(own: Path) -> "AbstractContextManager[Store]":
    from amanat.registers.ledger.store import opened  # noqa: PLC0415 - needs DuckDB

    if not own.exists():
        raise DataError("F203", "there is no such ledger file; make one with `amanat enforcement import --into FILE`")
    return opened(own)


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    if any("=" not in pair for pair in given):
        raise DataError("F204", "--map and --fix take OURS=THEIRS, with an equals sign")
    return dict(pair.split("=", 1) for pair in given)


def _lines(entry: Entry) -> Iterator[str]:
    yield entry.fact.statement
    yield f"    {entry.fact.confidence}; " + "; ".join(f"{s.title} <{s.url}>" for s in entry.fact.sources)
    if entry.note:
        yield f"    note: {entry.note}"


def _json(entry: Entry) -> str:
    from amanat.publish.contract import line  # noqa: PLC0415 - text needs no publishing

    return line(
        {
            "id": entry.fact.id,
            "jurisdiction": entry.jurisdiction,
            "region": entry.region or None,
            "from": entry.begins.isoformat(),
            "to": entry.ends.isoformat(),
            "stage": entry.stage,
            "count": entry.count,
            "unit": entry.unit,
            "law": entry.law,
            "exploitation": entry.exploitation,
            "iccs": entry.iccs or None,
            "crime": entry.crime.value,
            "cohort": entry.cohort or None,
            "confidence": entry.fact.confidence.value,
            "checked_on": entry.fact.checked_on.isoformat(),
            "sources": [{"title": source.title, "url": source.url} for source in entry.fact.sources],
            "note": entry.note or None,
        }
    )


def _report(intake: "Intake", kept: int, form: str) -> str:
    if form == "text":
        return f"{intake.rows:,} rows of {intake.kind}: {intake.taken:,} good, {kept:,} kept"
    from amanat.publish.contract import line  # noqa: PLC0415

    return line(
        {
            "kind": intake.kind.value,
            "rows": intake.rows,
            "taken": intake.taken,
            "kept": kept,
            "rejected": [{"row": r.row, "code": r.code, "reason": r.reason} for r in intake.rejected],
        }
    )


COMMAND = enforcement
