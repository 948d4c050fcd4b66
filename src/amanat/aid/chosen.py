"""Three to five services that fit, with the reasons; fewer when fewer fit, and always one that is safe to name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from amanat.core import Service
from amanat.registers import Registers
from amanat.registers.numbers_seen import digits
from amanat.registers.providers import Display, Match, Provider, Query

MOST = 5
_LEAST_SHARE = 0.35  # of the best score: what is further off is padding
_LEAST = 2.0
_NEW_NEED = 1.5  # worth of a need that no service chosen before it answers
_FEW_OF_A_KIND = {"fia": 1, "police": 1, "state_shelter": 1, "emigration_authority": 1, "nccia": 1}
_YEAR = 4  # digits; longer ones may be dialled
_CURATOR = ("State law-enforcement body", "source published names")  # safety notes that speak to the matcher


def services(registers: Registers, query: Query) -> tuple[Service, ...]:
    """Choose the services to name for a query, best first, and say why for each."""
    picked = _picked(registers.providers.match(query))
    fallback = registers.providers.fallback(query)
    if fallback is None or fallback in [match.provider for match in picked]:
        return tuple(_service(registers, query, match) for match in picked)
    if len(picked) == MOST and any(match.provider.national for match in picked):
        return tuple(_service(registers, query, match) for match in picked)
    near = [_service(registers, query, match) for match in picked[: MOST - 1]]
    return (*near, _fallback(registers, query, fallback))


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


def _service(registers: Registers, query: Query, match: Match) -> Service:
    provider = match.provider
    names = registers.providers.need_names
    why = [f"Answers the need for {_listed([names[need] for need in match.needs[:3]])}."]
    if match.groups:
        why.append(f"Made for {_listed([registers.providers.group_names[group] for group in match.groups[:2]])}.")
    why.append(_where(registers, provider, match.area))
    return _told(registers, query, provider, why)


def _fallback(registers: Registers, query: Query, provider: Provider) -> Service:
    return _told(registers, query, provider, ["Works in the whole country and can point to help nearer by."])


def _told(registers: Registers, query: Query, provider: Provider, why: list[str]) -> Service:
    if query.accused and provider.independent:
        why.append("Independent of the state, whose officials the story accuses.")
    route = registers.providers.by_id.get(provider.route_via) if provider.display is Display.ROUTE else None
    if route and not route.conflict_groups & query.accused:
        why.append(f"Reached through {route.name}.")
    else:
        route = None
    why.extend(_cautions(registers, provider))
    speaker = route or provider
    number = speaker.editor_number()
    source = next((s for s in speaker.sources), None)
    if not number:
        why.append("No number is confirmed: take it from the body itself before printing.")
    return Service(
        id=provider.id,
        name=provider.name,
        why=tuple(why),
        confirm_first=number,
        seen=f"{source.title if source else speaker.source_date}; call before printing" if number else "",
        source=source.url if source else "",
    )


def _where(registers: Registers, provider: Provider, area: str) -> str:
    if area == provider.country:
        return "Works in the whole country."
    found = registers.places.by_id(area)
    return f"Works in {found.name}." if found else f"Works in: {provider.coverage}."


def _cautions(registers: Registers, provider: Provider) -> Iterator[str]:
    for note in provider.safety_note.split("; "):
        if note and not note.startswith(_CURATOR) and not _holds_a_number(registers, note, provider.country):
            yield f"Take care: {note}."
    if provider.eligibility and not _holds_a_number(registers, provider.eligibility, provider.country):
        yield f"Whom it takes: {provider.eligibility}."


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


def _listed(words: Iterable[str]) -> str:
    many = list(words)
    return many[0] if len(many) == 1 else f"{', '.join(many[:-1])} and {many[-1]}"
