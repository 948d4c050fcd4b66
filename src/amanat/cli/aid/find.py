"""`amanat aid find`: who can help, from a line of words."""

import sys
from collections.abc import Iterator
from datetime import datetime

import click

from amanat.aid.asked import Asked, Known, asked
from amanat.aid.chosen import services
from amanat.aid.sayings import exclusion
from amanat.cli.faults import coded
from amanat.core import Service
from amanat.publish.contract import Json, line
from amanat.registers import Registers
from amanat.registers.matching import Consent, counts

GROUPS = "police fia nccia district_administration state_shelter emigration_authority foreign_mission".split()
EXAMPLES = """\b
Examples:
  amanat aid find "bonded family, Tharparkar, Sindhi"
  amanat aid find "girl 14, shelter, Lahore" --why-not
  amanat aid find --accused police --language ur "وکیل، سوات"
  echo "qanooni madad, Quetta" | amanat aid find -
"""


@click.command(epilog=EXAMPLES)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--place", default="", metavar="ID", help="Where, as an id like pk-tharparkar; else found in the words.")
@click.option("--age", type=int, help="Age of the person in years; else found in the words.")
@click.option("--gender", type=click.Choice(["f", "m", "t"]), help="Of the person; else found in the words.")
@click.option(
    "--accused", type=click.Choice(GROUPS), multiple=True, help="Whose officials are accused: none of theirs."
)
@click.option(
    "--consent", type=click.Choice([c.value for c in Consent]), multiple=True, help="What the person has agreed to."
)
@click.option("--open-at", type=click.DateTime(), help="Local day and time at which it must be open.")
@click.option("--language", type=click.Choice(["en", "ur"]), default="en", show_default=True, help="Of the reasons.")
@click.option("--why-not", is_flag=True, help="Say why each other body of the country was left out.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@coded
def find(
    *,
    words: tuple[str, ...],
    place: str,
    age: int | None,
    gender: str | None,
    accused: tuple[str, ...],
    consent: tuple[str, ...],
    open_at: datetime | None,
    language: str,
    why_not: bool,
    form: str,
) -> None:
    """Find who can help a person, from a line of words in English, Urdu or Roman Urdu; `-` reads standard input.

    The words are looked up and forgotten: nothing is written down, and no number appears that nobody has called
    without the words "call before printing". Without --consent no police and nobody who calls the other side is named.
    """
    registers = Registers()
    text = sys.stdin.read() if words == ("-",) else " ".join(words)
    known = Known(place, age, gender or "", frozenset(accused), frozenset(Consent(given) for given in consent), open_at)
    understood = asked(text, registers, known)
    found = services(registers, understood.query, language)
    left = {
        registers.providers.by_id[id_].name: exclusion(reason, language)
        for id_, reason in registers.providers.left_out(understood.query).items()
    }
    if form == "json":
        click.echo(line(_record(understood, found, left if why_not else {})))
        return
    for row in (*_head(understood, registers), *_rows(found), *_left(left if why_not else {})):
        click.echo(row)
    if not why_not:
        reasons = counts(registers.providers.left_out(understood.query))
        click.echo(f"\n{sum(reasons.values())} other bodies were left out; --why-not says why.")


def _head(understood: Asked, registers: Registers) -> Iterator[str]:
    needs = registers.providers.need_names
    around = [area.name for area in registers.places.chain(understood.place.id)[1:]]
    where = ", ".join([understood.place.name, *around])
    yield f"Understood: {', '.join(needs[need] for need in understood.query.needs[:4])}; in {where}."
    if understood.assumed:
        yield "No need was named; these are what such people mostly need. Name one to be more exact."
    if understood.elsewhere:
        yield f"Also named: {', '.join(a.name for a in understood.elsewhere)}. If it is there, say so with --place."
    if understood.guessed:
        yield f"Taken for a slip of the pen: {', '.join(understood.guessed)}. Say it again if that is wrong."
    if understood.ignored:
        yield f"Words that were not understood: {understood.ignored}."


def _rows(found: tuple[Service, ...]) -> Iterator[str]:
    if not found:
        yield "\nNothing safe was found, and nothing is guessed."
    for n, service in enumerate(found, 1):
        yield f"\n{n}. {service.name}  ({service.id})"
        yield from (f"   {why}" for why in service.why)
        if service.number:
            yield f"   {service.number} ({service.called})"
        if service.confirm_first:
            yield f"   CALL BEFORE PRINTING: {service.confirm_first} ({service.seen})"


def _left(left: dict[str, str]) -> Iterator[str]:
    if left:
        yield "\nLeft out:"
    yield from (f"  - {name}: {why}" for name, why in sorted(left.items()))


def _record(understood: Asked, found: tuple[Service, ...], left: dict[str, str]) -> dict[str, Json]:
    query = understood.query
    record: dict[str, Json] = {
        "place": understood.place.id,
        "needs": list(query.needs),
        "groups": [*sorted(query.groups)],
        "languages": [*sorted(query.languages)],
        "age": query.age,
        "assumed": understood.assumed,
        "elsewhere": [area.id for area in understood.elsewhere],
        "guessed": list(understood.guessed),
        "ignored": understood.ignored,
        "services": [
            {
                "id": s.id,
                "name": s.name,
                "why": list(s.why),
                "number": s.number,
                "called": s.called,
                "confirm_first": s.confirm_first,
                "seen": s.seen,
                "source": s.source,
            }
            for s in found
        ],
    }
    return {**record, "left_out": dict(left)} if left else record


COMMAND = find
