"""`amanat guide`: what somebody in a situation can be told, each sentence with the law it stands on."""

import re
from collections.abc import Iterator

import click

from amanat.cli.faults import coded
from amanat.core import Confidence
from amanat.languages.readability import grade
from amanat.publish.contract import Json, line
from amanat.registers import shipped
from amanat.registers.guides import PARTS, PARTS_UR, Guide, Line

NOTE = {
    "en": "Information, not legal advice. Ask a lawyer or the legal aid authority about your own case.",
    "ur": "یہ معلومات ہیں، قانونی مشورہ نہیں۔ اپنے کیس کے لیے وکیل یا لیگل ایڈ اتھارٹی سے پوچھیں۔",
}
LANGUAGES = {"en": "English", "ur": "اردو (Urdu)"}
DOUBTS = {
    Confidence.VERIFIED: {"en": "", "ur": ""},
    Confidence.SINGLE_SOURCE: {"en": " (one source)", "ur": " (ایک ذریعہ)"},
    Confidence.UNCERTAIN: {"en": " (not confirmed)", "ur": " (غیر مصدقہ)"},
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
    country = _country(found.country, language)
    if language == "ur":
        yield f"{country} کا قانون، جیسا {_law_day(found)} کو دیکھا گیا۔"
    else:
        yield f"Law of {country} as checked on {_law_day(found)}. Reading grade {grade(found.words('en')):.1f}."
    yield f"{LANGUAGES[language]}: {found.review.get(language, '')}."
    for part, lines in found.parts:
        yield ""
        yield heads[part]
        for one in lines:
            yield f"  - {one.text[language]}{_doubt(one, language)}"
            if sources:
                yield from (f"      {re.sub(r' +', ' ', f.statement)} [{f.id}]" for f in one.facts)


def _doubt(one: Line, language: str) -> str:
    """Say how sure the weakest fact of a sentence is, where it is not verified."""
    weakest = max((f.confidence for f in one.facts), key=lambda c: c.doubt, default=Confidence.VERIFIED)
    return DOUBTS[weakest][language]


def _country(id_: str, language: str) -> str:
    """The name of a country in the script of the language, else its main name."""
    place = shipped().jurisdictions.by_id[id_]
    own = next((name for name in place.names if not name.isascii()), place.name)
    return own if language == "ur" else place.name


def _law_day(found: Guide) -> str:
    """The day on which the oldest fact of a guide was last looked at."""
    return min((f.checked_on for one in found.lines for f in one.facts), default=found.checked_on).isoformat()


COMMAND = guide
