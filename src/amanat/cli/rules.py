"""`amanat rules`: what the house looks for, and why."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amanat.cli.faults import coded
from amanat.cli.stories import shown
from amanat.core import RuleCard, UsageError
from amanat.publish.contract import Json, line
from amanat.review import rule_cards

if TYPE_CHECKING:
    from amanat.store.tallies import Tally

FORM = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer."
)
EXAMPLES = """\b
Examples:
  amanat rules list
  amanat rules list --format json
  amanat rules explain D101
"""


STATS_EXAMPLES = """\b
Examples:
  amanat rules stats
  amanat rules stats --format json > answers.jsonl
"""


@click.group(epilog=EXAMPLES)
def rules() -> None:
    """List the rules, explain one, hand them to another program, or see how editors answer them."""


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


@rules.command("try", epilog="\b\nExample:\n  amanat rules try D999-kiln-rat.yaml")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE...")
@click.pass_context
@coded
def try_(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Try rule files, or a house style's own rules, on the examples they carry. Exit status 1: one broke its word."""
    from amanat.dignity.trial import rules_of, trial  # noqa: PLC0415
    from amanat.packs import written  # noqa: PLC0415
    from amanat.registers import Registers  # noqa: PLC0415

    registers, broken = Registers(), False
    for path in files:
        found = [trial(rule, registers) for rule in rules_of(written(path))]
        if not found:
            click.echo(f"{shown(path.name)}: no rule of its own in it")
        for tried in found:
            broken = broken or bool(tried.missed or tried.marked)
            verdict = "keeps its word" if not (tried.missed or tried.marked) else "does not keep its word"
            click.echo(f"{tried.code}  {tried.title}: {verdict} on {tried.sentences} sentences")
            for title, sentences in (("Not marked", tried.missed), ("Marked, though it is fine", tried.marked)):
                for sentence in sentences:
                    click.echo("\n".join(_wrapped(f"{title}: {sentence}", "  ")))
    ctx.exit(int(broken))


@rules.command(epilog="\b\nExample:\n  amanat rules export --to vale --output styles")
@click.option("--to", type=click.Choice(["vale"]), required=True, help="For which program.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR", help="Folder to write."
)
@coded
def export(to: str, output: Path) -> None:
    """Write the phrase rules as a style for another program, and LOST.md: what it cannot do of what we do."""
    import yaml  # noqa: PLC0415 - only here

    from amanat.dignity.phrase import phrases  # noqa: PLC0415
    from amanat.publish.files import OPEN, put  # noqa: PLC0415
    from amanat.publish.vale import STYLE, vale  # noqa: PLC0415

    made, left = vale(phrases())
    folder = output / STYLE
    for rule in made:
        content = yaml.safe_dump(rule.content, allow_unicode=True, sort_keys=False, width=1000)
        put(folder / f"{rule.name}.yml", content.encode(), OPEN)
    rows = [f"- {rule.name}: {'; '.join(rule.lost)}" for rule in made if rule.lost]
    skipped = [f"- {code}: {reason}" for code, reason in left]
    lost = ["# What is lost in this style", "", *rows, "", "# Rules that are not here", "", *skipped, ""]
    put(folder / "LOST.md", "\n".join(lost).encode(), OPEN)
    click.echo(f"{len(made)} rules for {to} in {folder}, {len(left)} left out; LOST.md says what is lost")


@rules.command(epilog=STATS_EXAMPLES)
@FORM
@click.option("--forget", is_flag=True, help="Delete the counts of this desk.")
@coded
def stats(form: str, *, forget: bool) -> None:
    """Show how editors answer each rule: counts and kinds of reason, no text. Rules under 0.80 are to be demoted."""
    from amanat.store.tallies import ENOUGH, FLOOR, Tallies, demoted  # noqa: PLC0415

    tallies = Tallies()
    if forget:
        tallies.forget()
        click.echo("The counts of this desk are deleted.")
        return
    found = tallies.all()
    if form == "json":
        for tally in found:
            click.echo(line(_counted(tally)))
        return
    if not found:
        click.echo(
            "Nobody has answered a rule yet: take a fix or keep words in your editor, or use `amanat rules count`."
        )
    for tally in found:
        reasons = ", ".join(f"{reason.replace('_', ' ')} {times}" for reason, times in tally.reasons)
        share = f"{tally.acceptance:.2f}"
        click.echo(f"{tally.code}  taken {tally.accepted:>4}  not {tally.rejected:>4}  {share}  {reasons}".rstrip())
    for tally in demoted(found):
        click.echo(f"{tally.code}: {tally.answers} answers, {tally.acceptance:.2f} taken: make it quieter or mend it")
    if found and not demoted(found):
        click.echo(f"No rule with {ENOUGH} answers or more is under {FLOOR:.2f}.")


@rules.command(epilog="\b\nExample:\n  amanat rules count D301 reject --reason 'title of the Act'")
@click.argument("code")
@click.argument("answer", type=click.Choice(["accept", "reject"]))
@click.option("--reason", default="", metavar="WORDS", help="Why not; only the kind of reason is kept.")
@coded
def count(code: str, answer: str, reason: str) -> None:
    """Count one answer to a rule, for editors that work outside a program that counts by itself."""
    from amanat.review.keeping import kind_of  # noqa: PLC0415
    from amanat.store.tallies import Tallies  # noqa: PLC0415

    if code.upper() not in {card.code for card in rule_cards()}:
        raise UsageError("U005", f"no rule {shown(code)}; `amanat rules list` names them all")
    Tallies().count(code.upper(), answer, kind_of(reason))


def _counted(tally: "Tally") -> dict[str, Json]:
    return {
        "code": tally.code,
        "accepted": tally.accepted,
        "rejected": tally.rejected,
        "acceptance": round(tally.acceptance, 3),
        "demote": tally.demote,
        "reasons": dict(tally.reasons),
    }


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
