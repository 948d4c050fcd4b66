"""`amanat guide`: what somebody in a situation can be told, each sentence with the law it stands on."""

import re
from collections.abc import Iterator

import click

from amanat.cli.faults import coded
from amanat.languages.readability import grade
from amanat.publish.contract import Json, line
from amanat.registers import shipped
from amanat.registers.guides import PARTS, PARTS_UR, Guide

NOTE = {
    "en": "Information, not legal advice. Ask a lawyer or the legal aid authority about your own case.",
    "ur": "یہ معلومات ہیں، قانونی مشورہ نہیں۔ اپنے کیس کے لیے وکیل یا لیگل ایڈ اتھارٹی سے پوچھیں۔",
}
EXAMPLES = """\b
Examples:
  amanat guide
  amanat guide kiln-family
  amanat guide kiln-family --language ur
  amanat guide asked-to-testify --sources --format json
"""


@click.command(epilog=EXAMPLES)
@click.argument("name", required=False)
@click.option("--language", type=click.Choice(["en", "ur"]), default="en", show_default=True)
@click.option("--sources/--no-sources", default=False, help="Show the law under each sentence.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@coded
def guide(name: str | None, language: str, form: str, *, sources: bool) -> None:
    """Tell what the law gives to somebody in a situation; without a name, list the situations."""
    known = shipped().guides
    if name is None:
        for found in known.by_id.values():
            click.echo(f"{found.id:<28} {found.title[language]}")
        return
    found = known.guide(name)
    if form == "json":
        click.echo(line(record(found)))
        return
    click.echo("\n".join(_text(found, language, sources=sources)))


def record(found: Guide) -> dict[str, Json]:
    """Return a guide as data for pages of the house or of others."""
    return {
        "id": found.id,
        "country": found.country,
        "title": dict(found.title),
        "situations": list(found.situations),
        "review": dict(found.review),
        "law_checked_on": _law_day(found),
        "grade_en": round(grade(found.words("en")), 1),
        "note": dict(NOTE),
        "parts": [
            {
                "part": part,
                "title": {"en": PARTS[part], "ur": PARTS_UR[part]},
                "lines": [
                    {
                        "text": dict(one.text),
                        "facts": [
                            {
                                "id": f.id,
                                "fact": f.statement,
                                "confidence": f.confidence.value,
                                "checked_on": f.checked_on.isoformat(),
                            }
                            for f in one.facts
                        ],
                    }
                    for one in lines
                ],
            }
            for part, lines in found.parts
        ],
    }


def _text(found: Guide, language: str, *, sources: bool) -> Iterator[str]:
    heads = PARTS_UR if language == "ur" else PARTS
    yield found.title[language]
    yield NOTE[language]
    told = f"Law of {found.country} as checked on {_law_day(found)}."
    if language == "en":
        told += f" Reading grade {grade(found.words('en')):.1f}."
    yield f"{told} {language}: {found.review.get(language, '')}."
    for part, lines in found.parts:
        yield ""
        yield heads[part]
        for one in lines:
            doubt = (
                ""
                if all(f.may_raise_error for f in one.facts)
                else " (one source)"
                if language == "en"
                else " (ایک ذریعہ)"
            )
            yield f"  - {one.text[language]}{doubt}"
            if sources:
                yield from (f"      {re.sub(r' +', ' ', f.statement)} [{f.id}]" for f in one.facts)


def _law_day(found: Guide) -> str:
    """The day on which the oldest fact of a guide was last looked at."""
    return min((f.checked_on for one in found.lines for f in one.facts), default=found.checked_on).isoformat()


COMMAND = guide
