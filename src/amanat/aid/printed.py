"""Numbers that the story prints as help, held against the register."""

import re
from collections.abc import Iterator, Sequence

from amanat.aid.present import PrintedHelp
from amanat.aid.view import Doubt, DoubtfulNumber
from amanat.core import Confidence, Document, Source, Span
from amanat.languages import language
from amanat.registers import Registers
from amanat.registers.numbers_seen import Contaminated
from amanat.registers.providers import Display, Provider

_GENERAL = frozenset(
    "national helpline hotline government police centre center women child children legal rights human support "
    "emergency service services protection complaint complaints line authority pakistan punjab sindh india nepal "
    "bangladesh karachi lahore islamabad free tollfree toll number against "
    "violence victims girls modern slavery".split()
)


def doubtful(
    document: Document, registers: Registers, countries: Sequence[str], helps: Sequence[PrintedHelp]
) -> tuple[DoubtfulNumber, ...]:
    """Return the printed numbers that the register contradicts or does not know, in order.

    Args:
        document: the story.
        registers: what is known.
        countries: where the story plays, the main one first; a number means something only inside a country.
        helps: where the story tells readers to turn.
    """
    if not countries or countries[0] not in registers.providers.countries:
        return ()
    found: dict[Span, DoubtfulNumber] = {}
    for help_ in helps:
        if help_.number and help_.number not in found:
            sentence = _sentence(document, help_.number)
            doubt = _doubt(registers, countries[0], document.at(help_.number), sentence, help_.number)
            if doubt and not _known_elsewhere(registers, countries[1:], document.at(help_.number)):
                found[help_.number] = doubt
    return tuple(found[span] for span in sorted(found))


def _known_elsewhere(registers: Registers, countries: Sequence[str], number: str) -> bool:
    """A story that crosses a border may print the line of the other side."""
    return any(registers.providers.with_number(number, country) for country in countries)


def _sentence(document: Document, span: Span) -> str:
    part = document.part_at(span.start)
    if part is None:
        return document.at(span)
    cut = language(part.language).sentences(document.text, part.span)
    return next((document.at(s) for s in cut if s.start <= span.start < s.end), document.at(part.span))


def _doubt(registers: Registers, country: str, number: str, sentence: str, span: Span) -> DoubtfulNumber | None:
    providers = registers.providers
    bearers = providers.with_number(number, country)
    named = tuple(
        p for p in providers if p.country == country and p.active and p.editor_number() and _named(p, sentence)
    )
    if any(bearer in named for bearer in bearers):
        return None
    for row in providers.contaminated:
        if row.holds(number, country) and row.faulty and (not bearers or _claimed(row, sentence)):
            return DoubtfulNumber(span, Doubt.CIRCULATES_WRONG, trusted=False, single_source=True, sources=())
    if named:
        best = max(named, key=lambda p: p.confidence is Confidence.VERIFIED)
        return _differs(best, span)
    return None if bearers else DoubtfulNumber(span, Doubt.UNKNOWN, trusted=False, single_source=True, sources=())


def _differs(provider: Provider, span: Span) -> DoubtfulNumber:
    verified = provider.confidence is Confidence.VERIFIED
    return DoubtfulNumber(
        span,
        Doubt.DIFFERS,
        trusted=verified and provider.display is Display.SHOW,
        single_source=not verified,
        sources=_dated(provider.sources),
    )


def _dated(sources: Sequence[Source]) -> tuple[Source, ...]:
    return tuple(source for source in sources if source.url)


def _named(provider: Provider, sentence: str) -> bool:
    """A sentence names a body by its short name in capitals, or by two telling words of its name."""
    short = re.findall(r"\b[A-Z]{3,}\b", provider.name)
    if any(re.search(rf"\b{word}\b", sentence) for word in short):
        return True
    telling = set(_telling(provider.name))
    said = {word.lower() for word in re.findall(r"[A-Za-z]+", sentence)}
    whole = provider.name.partition(" (")[0].partition(" - ")[0].lower()
    return whole in sentence.lower() or len(telling & said) >= min(2, max(1, len(telling)))


def _telling(name: str) -> Iterator[str]:
    for word in re.findall(r"[A-Za-z]+", name.partition(" (")[0]):
        if len(word) > 3 and word.lower() not in _GENERAL:  # noqa: PLR2004 - shorter ones are `of`, `and`, `the`
            yield word.lower()


def _claimed(row: Contaminated, sentence: str) -> bool:
    """The sentence makes the claim that the row knows to be wrong."""
    telling = {w.lower() for w in re.findall(r"[A-Za-z]+", row.claim_seen) if len(w) > 3} - _GENERAL  # noqa: PLR2004
    return bool(telling & {word.lower() for word in re.findall(r"[A-Za-z]+", sentence)})
