"""`amanat law`: the law register, dated and sourced. Loads nothing but the packs."""

from collections.abc import Iterable, Iterator
from datetime import date

import click

from amanat.cli.faults import coded
from amanat.core import Fact, UsageError
from amanat.publish.contract import Json, line
from amanat.registers import Registers, shipped
from amanat.registers.changes import Change, changes
from amanat.registers.law_values import Provision, Version
from amanat.registers.lookup import Entry, called, entries, search, standing
from amanat.registers.treaties import Treaty

FORM = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer."
)
PLACE = click.option("--in", "place", default="", metavar="ID", help="Country or province, as PK or PK-SD.")
EXAMPLES = """\b
Examples:
  amanat law show pk.ptpa.2018
  amanat law search women children trafficking --in PK
  amanat law status PK
  amanat law at 2017-06-01 369A
  amanat law diff 2018-01-01 2018-12-31 --in PK
"""
NOTE = "Information, not legal advice. A fact marked uncertain or single source is to be confirmed before print."


@click.group(epilog=EXAMPLES)
def law() -> None:
    """Look into the law register: every answer has its date, its source and how sure it is."""


@law.command(epilog="\b\nExample:\n  amanat law show pk.ptpa.2018.s3.2 un.tip_protocol.2000")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@FORM
@coded
def show(ids: tuple[str, ...], form: str) -> None:
    """Show works, sections, bans on naming, treaties or single facts by id, with all their versions."""
    known = shipped()
    all_entries = tuple(entries(known.laws, known.treaties))
    for id_ in ids:
        _out((e.fact for e in called(all_entries, id_)), form, _details(known, id_))


@law.command("search", epilog="\b\nExample:\n  amanat law search bonded labour --in PK")
@click.argument("words", nargs=-1, required=True)
@PLACE
@FORM
@coded
def search_(words: tuple[str, ...], place: str, form: str) -> None:
    """Find facts that hold every word given."""
    known = shipped()
    found: tuple[Entry, ...] = search(entries(known.laws, known.treaties), " ".join(words), _place(known, place))
    _out((e.fact for e in found), form)
    if form == "text" and not found:
        click.echo("The register holds nothing with all these words. That does not mean there is no such law.")


@law.command(epilog="\b\nExample:\n  amanat law status NP")
@click.argument("country")
@FORM
@coded
def status(country: str, form: str) -> None:
    """Show which treaties a country has joined, and its tiers, newest first."""
    known = shipped()
    id_ = _place(known, country).partition("-")[0]
    facts = [fact for treaty in known.treaties.by_id.values() for fact in _status(treaty, id_)]
    tiers = sorted((t for t in known.treaties.tiers.values() if t.party == id_), key=lambda t: -t.year)
    _out([*facts, *(t.fact for t in tiers)], form)
    silent = [t.short for t in known.treaties.by_id.values() if not t.of(id_)]
    if form == "text" and silent:
        click.echo(f"Not known for {id_}: {', '.join(silent)}.")


@law.command(epilog="\b\nExample:\n  amanat law at 2017-06-01 369A\n  amanat law at 2024-01-01 --in GB")
@click.argument("on", metavar="DATE")
@click.argument("words", nargs=-1)
@PLACE
@FORM
@coded
def at(on: str, words: tuple[str, ...], place: str, form: str) -> None:
    """Show what was law on a day: works in force, and the sections as they stood."""
    known, day = shipped(), _day(on)
    where = _place(known, place)
    facts = standing(known.laws, day, where)
    if words:
        asked = search(entries(known.laws, known.treaties), " ".join(words), where)
        chosen = {entry.fact.id for entry in asked}
        facts = tuple(fact for fact in facts if fact.id in chosen)
    _out(facts, form)
    if form == "text":
        click.echo(_horizon(known, day) or f"{len(facts)} facts hold on {day.isoformat()}.")


@law.command(epilog="\b\nExample:\n  amanat law diff 2018-01-01 2019-01-01 --in PK")
@click.argument("first")
@click.argument("last")
@PLACE
@FORM
@coded
def diff(first: str, last: str, place: str, form: str) -> None:
    """Show what changed in the law between two days."""
    known, start, end = shipped(), _day(first), _day(last)
    if start > end:
        raise UsageError("U020", "give the earlier day first: amanat law diff 2018-01-01 2019-01-01")
    found = changes(known.laws, known.treaties, start, end, _place(known, place))
    if form == "json":
        for change in found:
            click.echo(line({"on": change.on.written, "change": change.what, **_record(change.fact)}))
        return
    for change in found:
        click.echo(_changed(change))
    click.echo(_horizon(known, end) or f"{len(found)} changes between {start.isoformat()} and {end.isoformat()}.")


def _changed(change: Change) -> str:
    sure = "" if change.fact.may_raise_error else f" [{change.fact.confidence}]"
    return f"{change.on.in_words():<18} {change.what:<9} {change.fact.statement}{sure}  ({change.fact.id})"


def _status(treaty: Treaty, country: str) -> Iterable[Fact]:
    return (event.fact for event in treaty.of(country))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError("U020", f"{written[:20]!r} is no day; write it as 2018-06-02") from None


def _place(known: Registers, written: str) -> str:
    """Return the id of a jurisdiction, or empty when none is asked for."""
    id_ = written.upper()
    if id_ and id_ not in known.jurisdictions.by_id:
        raise UsageError("U006", f"no pack {id_[:12]}; known are {', '.join(sorted(known.jurisdictions.by_id))}")
    return id_


def _horizon(known: Registers, day: date) -> str:
    """Say that the register knows nothing of days after it was last checked."""
    if day <= known.laws.as_of:
        return ""
    return f"The register was last checked on {known.laws.as_of.isoformat()}: what became law after it is not known."


def _details(known: Registers, id_: str) -> Iterator[str]:
    provision: Provision | None = known.laws.provisions.get(id_)
    versions: tuple[Version, ...] = provision.versions if provision else ()
    for version in versions:
        for said in version.conflicts:
            yield f"  Another source on {version.fact.id}: {said}"
        if version.note:
            yield f"  Note: {version.note}"
    for ban in known.laws.bans:
        if ban.fact.id == id_:
            protected = ban.protects or ", ".join(ban.persons)
            yield f"  Protects: {protected}. Strength: {ban.strength}. Consent: {ban.consent}."
            yield f"  Exceptions: {'; '.join(ban.exceptions) or 'none recorded'}."


def _out(facts: Iterable[Fact], form: str, more: Iterable[str] = ()) -> None:
    if form == "json":
        for fact in facts:
            click.echo(line(_record(fact)))
        return
    for fact in facts:
        click.echo(f"{click.style(fact.id, bold=True)}  [{fact.confidence}, checked {fact.checked_on.isoformat()}]")
        click.echo(f"  {fact.statement}")
        for source in fact.sources:
            click.echo(click.style(f"  {source.title}{f' <{source.url}>' if source.url else ''}", dim=True))
    for row in more:
        click.echo(row)


def _record(fact: Fact) -> dict[str, Json]:
    return {
        "id": fact.id,
        "fact": fact.statement,
        "confidence": fact.confidence.value,
        "checked_on": fact.checked_on.isoformat(),
        "sources": [{"title": source.title, "url": source.url} for source in fact.sources],
    }


COMMAND = law
