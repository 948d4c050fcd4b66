"""`amanat law`: the law register, dated and sourced. Loads nothing but the packs."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

import click

from amanat.cli.faults import coded
from amanat.core import Fact, Source, UsageError
from amanat.publish.contract import Json, line
from amanat.registers import Registers, shipped
from amanat.registers.changes import Change, changes
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
  amanat law show "Modern Slavery Act"
  amanat law status PK
  amanat law status "Palermo Protocol"
  amanat law at 2017-06-01 369A
  amanat law diff 2018-01-01 2018-12-31 --in PK
"""
NOTE = "Information, not legal advice. A fact marked uncertain or single-source is to be confirmed before print."
MEMORY = "no source: written from memory"


@click.group(epilog=EXAMPLES)
def law() -> None:
    """Look into the law register: every answer has its date, its source and how sure it is."""


@law.command(epilog="\b\nExample:\n  amanat law show pk.ptpa.2018.s3.2 un.tip_protocol.2000")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@FORM
@coded
def show(ids: tuple[str, ...], form: str) -> None:
    """Show works, sections, bans on naming, treaties or single facts by id or name, with all their versions."""
    known = shipped()
    all_entries = tuple(entries(known.laws, known.treaties))
    wanted = [id_ for written in ids for id_ in _ids(known, written)]
    facts = dict.fromkeys(e.fact for id_ in wanted for e in called(all_entries, id_))
    _out(facts, form, _remarks(known))


@law.command("search", epilog="\b\nExample:\n  amanat law search bonded labour --in PK")
@click.argument("words", nargs=-1, required=True)
@PLACE
@FORM
@coded
def search_(words: tuple[str, ...], place: str, form: str) -> None:
    """Find facts that hold every word given."""
    known = shipped()
    found: tuple[Entry, ...] = search(entries(known.laws, known.treaties), " ".join(words), _place(known, place))
    _out((e.fact for e in found), form, _remarks(known))
    if form == "text" and not found:
        click.echo("The register holds nothing with all these words. That does not mean there is no such law.")


@law.command(epilog='\b\nExamples:\n  amanat law status NP\n  amanat law status "Palermo Protocol"')
@click.argument("what", metavar="COUNTRY|TREATY")
@FORM
@coded
def status(what: str, form: str) -> None:
    """Show which treaties a country has joined and its tiers, newest first; or which countries joined a treaty."""
    known = shipped()
    treaty = known.treaties.by_id.get(what) or known.treaties.named(what)
    if treaty:
        _out((treaty.fact, *(event.fact for event in treaty.status)), form)
        return
    id_ = _place(known, what).partition("-")[0]
    standing_ = {name: tuple(e.fact for t in held for e in t.of(id_)) for name, held in _sorted(known, id_).items()}
    tiers = sorted((t for t in known.treaties.tiers.values() if t.party == id_), key=lambda t: -t.year)
    _out_parts({**standing_, "Place in the Trafficking in Persons Report": tuple(t.fact for t in tiers)}, form)
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
    _out(facts, form, _remarks(known))
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


def _sorted(known: Registers, country: str) -> dict[str, list[Treaty]]:
    """Sort the treaties on which something is known of a country by what binds it: a signatory is no party."""
    found: dict[str, list[Treaty]] = {"Party to": [], "Not bound by": []}
    for treaty in known.treaties.by_id.values():
        if treaty.of(country):
            found["Party to" if treaty.binding(country) else "Not bound by"].append(treaty)
    return found


def _ids(known: Registers, written: str) -> tuple[str, ...]:
    """Return what a name of a law or treaty means; anything else is taken for an id."""
    if written in known.laws.works or "." in written:
        return (written,)
    treaty, works = known.treaties.named(written), known.laws.named(written)
    of_year = [work for work in works if any(str(year) in written for year in work.years)]
    return (*(work.id for work in of_year or works), *((treaty.id,) if treaty else ())) or (written,)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError("U020", f"{written[:20]!r} is no day; write it as 2018-06-02") from None


def _place(known: Registers, written: str) -> str:
    """Return the id of a jurisdiction, or empty when none is asked for."""
    id_ = written.upper()
    if id_ and id_ not in known.jurisdictions.by_id:
        raise UsageError("U006", f"no pack {written[:40]!r}; known are {', '.join(sorted(known.jurisdictions.by_id))}")
    return id_


def _horizon(known: Registers, day: date) -> str:
    """Say that the register knows nothing of days after it was last checked."""
    if day <= known.laws.as_of:
        return ""
    return f"The register was last checked on {known.laws.as_of.isoformat()}: what became law after it is not known."


def _remarks(known: Registers) -> dict[str, list[str]]:
    """Return by fact what stands beside it: what other sources say, notes, whom a ban protects."""
    found: dict[str, list[str]] = {}
    for provision in known.laws.provisions.values():
        for version in provision.versions:
            notes = [f"Another source: {said}" for said in version.conflicts]
            found[version.fact.id] = [*notes, *([f"Note: {version.note}"] if version.note else [])]
    for ban in known.laws.bans:
        protected = ban.protects or ", ".join(ban.persons)
        found[ban.fact.id] = [
            f"Protects: {protected}. Strength: {ban.strength}. Consent: {ban.consent}.",
            f"Exceptions: {'; '.join(ban.exceptions) or 'none recorded'}.",
        ]
    return found


def _out(facts: Iterable[Fact], form: str, remarks: Mapping[str, list[str]] = MappingProxyType({})) -> None:
    _out_parts({"": tuple(facts)}, form, remarks)


def _out_parts(
    parts: Mapping[str, tuple[Fact, ...]], form: str, remarks: Mapping[str, list[str]] = MappingProxyType({})
) -> None:
    """Print facts under their headings, and every source once, at the end, under the number by which facts name it."""
    if form == "json":
        for fact in (fact for facts in parts.values() for fact in facts):
            click.echo(line(_record(fact)))
        return
    numbers: dict[Source, int] = {}
    for heading, facts in parts.items():
        if heading and facts:
            click.echo(f"\n{click.style(heading, bold=True)}")
        for fact in facts:
            named = "".join(f"[{numbers.setdefault(source, len(numbers) + 1)}]" for source in fact.sources)
            click.echo(f"{click.style(fact.id, bold=True)}  [{fact.confidence}, checked {fact.checked_on.isoformat()}]")
            click.echo(f"  {fact.statement} {named or f'({MEMORY})'}")
            for remark in remarks.get(fact.id, ()):
                click.echo(f"  {remark}")
    if any(parts.values()):
        click.echo("\nSources" if numbers else "")
        for source, number in numbers.items():
            click.echo(click.style(f"  [{number}] {source.title}{f' <{source.url}>' if source.url else ''}", dim=True))
        click.echo(NOTE)


def _record(fact: Fact) -> dict[str, Json]:
    return {
        "id": fact.id,
        "fact": fact.statement,
        "confidence": fact.confidence.value,
        "checked_on": fact.checked_on.isoformat(),
        "sources": [{"title": source.title, "url": source.url} for source in fact.sources],
    }


COMMAND = law
