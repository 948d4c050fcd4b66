"""Three to five services that fit, with the reasons; fewer when fewer fit, and always one that is safe to name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from amanat.aid.sayings import ENGLISH, URDU, caution, listed, say
from amanat.core import Service
from amanat.registers import Registers
from amanat.registers.areas import Area
from amanat.registers.matching import SAFETY, Caution, Query, refusal
from amanat.registers.numbers_seen import digits
from amanat.registers.providers import Display, Match, Provider, open_to
from amanat.registers.taxonomy import Group, Need

MOST = 5
_LEAST_SHARE = 0.35  # of the best score: what is further off is padding
_LEAST = 2.0
_NEW_NEED = 1.5  # worth of a need that no service chosen before it answers
_FEW_OF_A_KIND = {"fia": 1, "police": 1, "state_shelter": 1, "emigration_authority": 1, "nccia": 1}
_YEAR = 4  # digits; longer ones may be dialled
_CURATOR = ("State law-enforcement body", "source published names")  # safety notes that speak to the matcher


def services(
    registers: Registers, query: Query, language: str = ENGLISH, on: date | None = None, readers: str = ""
) -> tuple[Service, ...]:
    """Choose the services to name for a query, best first, and say why for each.

    Args:
        registers: what is known.
        query: who needs what, and where.
        language: in which the reasons are said, `en` or `ur`; names and notes stay as their sources have them.
        on: the day for which numbers must be proven; today when left out.
        readers: the language of those who will be told; that of the reasons when left out.
    """
    picked = _picked(registers.providers.match(query))
    day = on or datetime.now(tz=UTC).date()
    told = _Told(registers, query, language, day, _Told(registers, query, readers or language, day))
    fallback = registers.providers.fallback(query)
    if fallback is None or fallback in [match.provider for match in picked]:
        return tuple(told.match(match) for match in picked)
    if picked and not open_to(fallback, query.groups):  # a commission for women is no second choice for a man
        return tuple(told.match(match) for match in picked)
    if len(picked) == MOST and any(match.provider.national for match in picked):
        return tuple(told.match(match) for match in picked)
    return (*(told.match(match) for match in picked[: MOST - 1]), told.fallback(fallback))


def _picked(matches: Sequence[Match]) -> list[Match]:
    """Take the best, then what adds a need; one body of a kind, and never two rows behind one telephone."""
    left = [m for m in matches if m.score >= max(_LEAST, _LEAST_SHARE * matches[0].score)]
    picked: list[Match] = []
    while left and len(picked) < MOST:
        answered = {need for match in picked for need in match.needs}
        best = max(left, key=lambda m: (m.score + (_NEW_NEED if set(m.needs) - answered else 0.0), m.provider.id))
        picked.append(best)
        left = [m for m in left if m is not best and not _too_like(m.provider, [p.provider for p in picked])]
    return picked


def _too_like(provider: Provider, chosen: Sequence[Provider]) -> bool:
    number = provider.editor_number()
    if number and any(number == other.editor_number() for other in chosen):
        return True
    if any(_root(provider.name) == _root(other.name) for other in chosen):
        return True
    return any(
        sum(group in other.conflict_groups for other in chosen) >= most
        for group, most in _FEW_OF_A_KIND.items()
        if group in provider.conflict_groups
    )


def _root(name: str) -> tuple[str, ...]:
    return tuple(name.lower().split()[:3])


@dataclass(frozen=True, slots=True)
class _Told:
    """Says why, in one language."""

    registers: Registers
    query: Query
    language: str
    on: date
    readers: "_Told | None" = None
    """Says the same to readers, in their language."""

    def match(self, match: Match) -> Service:
        """Return a service that fits."""
        why, told = self.does("need", "group", match), self.readers or self
        if self.query.languages:
            spoken = sorted(match.provider.languages & self.query.languages)
            why.append(self.say("language", ", ".join(spoken)) if spoken else self.say("language_unknown"))
        return self._service(match.provider, why, told.plainly(match.provider, told.does("helps", "for", match)))

    def does(self, what: str, whom: str, match: Match) -> list[str]:
        """Say what it does, for whom and where, in sentences of these keys."""
        taxonomy = self.registers.providers.taxonomy
        why = [self.say(what, self._names(taxonomy.needs[need] for need in match.needs[:3]))]
        if match.groups:
            why.append(self.say(whom, self._names(taxonomy.groups[group] for group in match.groups[:2])))
        why.append(self._where(match.provider, match.area))
        return why

    def fallback(self, provider: Provider) -> Service:
        """Return the service that is safe to name when nothing nearer is."""
        told = self.readers or self
        return self._service(provider, [self.say("fallback")], told.plainly(provider, [told.say("fallback")]))

    def plainly(self, provider: Provider, reasons: list[str]) -> tuple[str, ...]:
        """Say to a reader what it does, what to take care of, and when it is open; nothing that only an editor needs.

        Empty where its own kind of officials is alleged to take part: a case worker may weigh that, a reader cannot.
        """
        if Caution.OFFICIALS_ALLEGED in provider.cautions:
            return ()
        cautions = [caution(of, self.language) for of in Caution if of in provider.cautions]
        text = provider.hours_text
        known = text and provider.hours.known and not _holds_a_number(self.registers, text, provider.country)
        return (*reasons, *cautions, *([self.say("hours", text)] if known else []))

    def _service(self, provider: Provider, why: list[str], told: tuple[str, ...]) -> Service:
        accused, known = self.query.accused, self.registers.providers.by_id
        if accused and provider.independent:
            why.append(self.say("independent"))
        route = known.get(provider.route_via) if provider.display is Display.ROUTE else None
        if route and refusal(route, self.query) not in SAFETY:
            why.append(self.say("route", route.name))
        else:
            route = None
        why.extend(self._cautions(provider))
        speaker = route or provider
        public = speaker.public_number(self.on)
        number = "" if public else speaker.editor_number()
        source = next((s for s in speaker.sources), None)
        if not number and not public:
            why.append(self.say("no_number"))
        seen = f"{source.title if source else speaker.source_date}; {self.say('call_first')}"
        return Service(
            id=provider.id,
            name=provider.name,
            why=tuple(why),
            number=public,
            called=self.say("called", str(speaker.last_verified), str(speaker.due)) if public else "",
            confirm_first=number,
            seen=seen if number else "",
            source=source.url if source else "",
            proven_on=speaker.last_verified if public else None,
            proven_until=speaker.due if public else None,
            told=told,
        )

    def _where(self, provider: Provider, area: str) -> str:
        if provider.not_areas:
            return self.say("coverage", provider.coverage)
        if area == provider.country:
            return self.say("whole_country")
        found = self.registers.places.by_id(area)
        return self.say("area", self._written(found)) if found else self.say("coverage", provider.coverage)

    def _written(self, area: Area) -> str:
        """Return the name of a place in the letters of the language, where it has one."""
        own = (name for name in area.names if self.language == URDU and not name.isascii())
        return next(own, area.name)

    def _cautions(self, provider: Provider) -> Iterator[str]:
        notes = [note for note in provider.safety_note.split("; ") if note and not note.startswith(_CURATOR)]
        if self.language == ENGLISH:
            kept = [note for note in notes if not _holds_a_number(self.registers, note, provider.country)]
            yield from (self.say("care", note) for note in kept)
        else:
            yield from (caution(of, self.language) for of in Caution if of in provider.cautions)
        if provider.eligibility and not _holds_a_number(self.registers, provider.eligibility, provider.country):
            yield self.say("takes", provider.eligibility)

    def _names(self, entries: Iterable[Need | Group]) -> str:
        return listed([(e.name_ur if self.language == URDU else "") or e.name for e in entries], self.language)

    def say(self, key: str, *words: str) -> str:
        """Return a sentence in this language."""
        return say(key, self.language, *words)


def _holds_a_number(registers: Registers, note: str, country: str) -> bool:
    """A reason may be printed where a number may not: notes that carry one stay out."""
    written = re.findall(r"\+?\d[\d -]*\d", note)
    if any(len(digits(number)) > _YEAR for number in written) and "," not in note:
        return True
    known = registers.providers
    return any(
        known.with_number(number, country) or any(row.holds(number, country) for row in known.contaminated)
        for number in written
    )
