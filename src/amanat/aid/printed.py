"""Numbers that the story prints as help, held against the register."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amanat.aid.present import PrintedHelp
from amanat.aid.view import Doubt, DoubtfulNumber
from amanat.core import Confidence, Document, Source, Span
from amanat.languages import language
from amanat.registers import Registers
from amanat.registers.calls import Call, Outcome, today
from amanat.registers.numbers_seen import Contaminated
from amanat.registers.providers import Display, Provider, Providers

_CHECKED = "[number being checked]"
_INSTEAD = {"ur": "[نمبر کی تصدیق ہو رہی ہے]"}
"""What the edition says instead of a number that is known to be wrong; a native editor has still to read the Urdu."""

_GENERAL = frozenset(
    "national helpline hotline government police centre center women child children legal rights human support "
    "emergency service services protection complaint complaints line authority pakistan punjab sindh india nepal "
    "bangladesh karachi lahore islamabad free tollfree toll number against "
    "violence victims girls modern slavery".split()
)


def doubtful(
    document: Document,
    registers: Registers,
    countries: Sequence[str],
    helps: Sequence[PrintedHelp],
    on: date | None = None,
) -> tuple[DoubtfulNumber, ...]:
    """Return the printed numbers that the register contradicts or does not know, in order.

    Args:
        document: the story.
        registers: what is known.
        countries: where the story plays, the main one first; a number means something only inside a country.
        helps: where the story tells readers to turn.
        on: the day for which numbers must be proven; today when left out.
    """
    providers = registers.providers
    if not countries or countries[0] not in providers.countries:
        return ()
    found: dict[Span, DoubtfulNumber] = {}
    for help_ in helps:
        if help_.number and help_.number not in found:
            held = _Held(providers, countries[0], on or today())
            doubt = held.doubt(document.at(help_.number), _sentence(document, help_.number), help_.number)
            if doubt and not _known_elsewhere(registers, countries[1:], document.at(help_.number)):
                found[help_.number] = replace(doubt, instead=_INSTEAD.get(_tongue(document, help_.number), _CHECKED))
    return tuple(found[span] for span in sorted(found))


def _known_elsewhere(registers: Registers, countries: Sequence[str], number: str) -> bool:
    """A story that crosses a border may print the line of the other side."""
    return any(registers.providers.with_number(number, country) for country in countries)


def _tongue(document: Document, span: Span) -> str:
    part = document.part_at(span.start)
    return part.language if part else document.language


def _sentence(document: Document, span: Span) -> str:
    part = document.part_at(span.start)
    if part is None:
        return document.at(span)
    cut = language(part.language).sentences(document.text, part.span)
    return next((document.at(s) for s in cut if s.start <= span.start < s.end), document.at(part.span))


@dataclass(frozen=True, slots=True)
class _Held:
    """Holds a printed number against what is known of a country on a day."""

    providers: Providers
    country: str
    on: date

    def doubt(self, number: str, sentence: str, span: Span) -> DoubtfulNumber | None:
        """Say what is the matter with a number in a sentence; None when nothing is."""
        there = [p for p in self.providers if p.country == self.country and p.active and _named(p, sentence)]
        named = [p for p in there if p.editor_number()]
        right = next((known for p in named if (known := p.public_number(self.on))), "")
        bearers = self.providers.with_number(number, self.country)
        calls = self.providers.last_calls(number, self.country)
        own = [bearer for bearer in bearers if bearer in named]
        if own:
            return self._unproven(own, calls, span)
        wrong = [call for id_, call in calls.items() if call.outcome is Outcome.WRONG]
        if wrong and (not bearers or {call.service for call in wrong} & {p.id for p in there}):
            heard = (Source(f"A call on record of {max(call.on for call in wrong)}", ""),)
            return DoubtfulNumber(
                span, Doubt.FOUND_WRONG, trusted=True, single_source=False, sources=heard, withheld=True, right=right
            )
        for row in self.providers.contaminated:
            if row.holds(number, self.country) and row.faulty and (not bearers or _claimed(row, sentence)):
                return DoubtfulNumber(
                    span, Doubt.CIRCULATES_WRONG, trusted=False, single_source=True, sources=(), withheld=row.surely,
                    right=right,
                )  # fmt: skip
        if named:
            best = max(named, key=lambda p: p.confidence is Confidence.VERIFIED)
            return _differs(best, span, right)
        return None if bearers else DoubtfulNumber(span, Doubt.UNKNOWN, trusted=False, single_source=True, sources=())

    def _unproven(self, own: Sequence[Provider], calls: Mapping[str, Call], span: Span) -> DoubtfulNumber | None:
        """A number that is the body's own is in doubt only when a call proved it once, and none does now."""
        tried = [calls[bearer.id] for bearer in own if bearer.id in calls]
        if not tried or any(bearer.public_number(self.on) for bearer in own):
            return None
        heard = (Source(f"A call on record of {max(call.on for call in tried)}", ""),)
        return DoubtfulNumber(span, Doubt.UNPROVEN, trusted=False, single_source=False, sources=heard)


def _differs(provider: Provider, span: Span, right: str) -> DoubtfulNumber:
    verified = provider.confidence is Confidence.VERIFIED
    return DoubtfulNumber(
        span,
        Doubt.DIFFERS,
        trusted=bool(right) or (verified and provider.display is Display.SHOW),
        single_source=not verified,
        sources=_dated(provider.sources),
        withheld=bool(right),
        right=right,
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
