"""`amanat rules`: what the house looks for, and why."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

import click

from amanat.cli.faults import coded
from amanat.core import RuleCard, UsageError
from amanat.publish.contract import Json, line
from amanat.review import rule_cards

FORM = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer."
)
EXAMPLES = """\b
Examples:
  amanat rules list
  amanat rules list --format json
  amanat rules explain D101
"""


@click.group(epilog=EXAMPLES)
def rules() -> None:
    """List the rules, or explain one: why it is there, what it rests on, and what to write instead."""


@rules.command("list", epilog="\b\nExample:\n  amanat rules list | less")
@FORM
@coded
def list_(form: str) -> None:
    """List all rules by code."""
    cards = rule_cards()
    if form == "json":
        for card in cards:
            click.echo(line(_record(card)))
        return
    for card in cards:
        draft = " (draft)" if card.status == "draft" else ""
        click.echo(f"{card.code}  {card.severity:<10}  {card.room:<11}  {card.title}{draft}")


@rules.command(epilog="\b\nExample:\n  amanat rules explain D101 L203")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@FORM
@coded
def explain(codes: tuple[str, ...], form: str) -> None:
    """Explain rules by their code."""
    cards = {card.code: card for card in rule_cards()}
    unknown = sorted({code.upper() for code in codes} - set(cards))
    if unknown:
        raise UsageError("U005", f"no rule {', '.join(unknown)}; `amanat rules list` names them all")
    for code in codes:
        card = cards[code.upper()]
        click.echo(line(_record(card)) if form == "json" else "\n".join(_explained(card)) + "\n")


def _explained(card: RuleCard) -> Iterator[str]:
    yield click.style(f"{card.code}  {card.title}", bold=True)
    yield f"{card.room}, at most {card.severity}" + (", draft until native editors agree" if card.status else "")
    yield from _wrapped(card.why, "")
    yield from _examples("Flagged", card.wrong)
    yield from _examples("Better", card.better)
    yield from _examples("Fine as it is", card.negative)
    for source in card.sources:
        yield f"Source: {source.title}{f' <{source.url}>' if source.url else ''}"


def _examples(title: str, sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        yield from _wrapped(f"{title}: {sentence}", "  ")


def _wrapped(words: str, indent: str) -> list[str]:
    width = max(40, min(100, shutil.get_terminal_size().columns))
    return textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=indent)


def _record(card: RuleCard) -> dict[str, Json]:
    return {
        "code": card.code,
        "room": card.room.value,
        "title": card.title,
        "severity": card.severity.value,
        "status": card.status,
        "why": card.why,
        "sources": [{"title": source.title, "url": source.url} for source in card.sources],
        "wrong": list(card.wrong),
        "better": list(card.better),
        "negative": list(card.negative),
    }


COMMAND = rules
