"""`amanat aid verify`: the call sheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import click

from amanat.cli.faults import coded
from amanat.core import UsageError
from amanat.publish.contract import line
from amanat.registers import Registers
from amanat.registers.providers import Display, Provider

EXAMPLES = """\b
Examples:
  amanat aid verify                       who has to be called
  amanat aid verify --country PK --due 14 those whose proof ends within two weeks as well
  amanat aid verify --format csv > sheet.csv
"""
FIELDS = ("service", "country", "name", "number", "kind", "source", "source_date", "last_called", "due", "result")


@click.command(epilog=EXAMPLES)
@click.option("--country", default="", metavar="ID", help="Only this country, like PK.")
@click.option("--due", default=0, show_default=True, metavar="DAYS", help="Also what runs out within so many days.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="As of this day instead of today.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
@coded
def verify(country: str, due: int, day: datetime | None, form: str) -> None:
    """List the numbers that somebody has to call before they may be printed, those never called first.

    Call, ask "Which office is this?", and record the answer: amanat aid confirm ID --by "your name". A hotline is good
    for 90 days, an office for 180.
    """
    registers = Registers()
    if country and country.upper() not in registers.providers.countries:
        raise UsageError(
            "U007", f"no bodies are known there; known are {', '.join(sorted(registers.providers.countries))}"
        )
    today = day.date() if day else datetime.now(tz=UTC).date()
    wanted = [p for p in registers.providers if p.country == (country.upper() or p.country)]
    sheet = sorted((p for p in wanted if _to_call(p, today, timedelta(days=due))), key=_first)
    if form == "csv":
        click.echo(_csv(sheet), nl=False)
    elif form == "json":
        for provider in sheet:
            click.echo(line(dict(_row(provider))))
    else:
        for text in _text(sheet):
            click.echo(text)


def _to_call(provider: Provider, today: date, within: timedelta) -> bool:
    fresh = provider.display is Display.SHOW and provider.due is not None and today + within <= provider.due
    return bool(provider.editor_number()) and not fresh


def _first(provider: Provider) -> tuple[str, bool, str]:
    return str(provider.last_verified or ""), not provider.hotline, provider.id


def _row(provider: Provider) -> dict[str, str]:
    source = next((s for s in provider.sources), None)
    last = provider.last_verified
    values = (
        provider.id,
        provider.country,
        provider.name,
        provider.editor_number(),
        "hotline" if provider.hotline else "office",
        source.url if source else "",
        provider.source_date,
        last.isoformat() if last else "",
        provider.due.isoformat() if provider.due else "",
        "",
    )
    return dict(zip(FIELDS, values, strict=True))


def _csv(sheet: Sequence[Provider]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS)
    writer.writeheader()
    writer.writerows(map(_row, sheet))
    return out.getvalue()


def _text(sheet: Sequence[Provider]) -> Iterator[str]:
    for provider in sheet:
        last = f"last called {provider.last_verified}" if provider.last_verified else "never called"
        yield f"{provider.id}  {provider.editor_number():<16} {provider.name}"
        yield f"        {last}; seen {provider.source_date or 'undated'}"
    yield f"{len(sheet)} to call. Record each: amanat aid confirm ID --by NAME [--result wrong|no_answer]"


COMMAND = verify
