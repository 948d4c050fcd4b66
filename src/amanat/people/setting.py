"""Where the story plays: whose law to ask, and which nationalities it names."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from amanat.core import Identifier, Place, Span, Trace, TraceKind, UsageError
from amanat.registers import Registers

_FIRST = 200
_DATELINE = re.compile(r"\s*(?:\([^)]{2,20}\)|,\s[A-Z]\w+)?\s*[:–—-]\s")
_HEAD = 400  # code points; datelines and first sentences tell more about where a story plays than the rest


def jurisdictions_of(text: str, places: tuple[Place, ...], registers: Registers, wished: str = "") -> tuple[str, ...]:
    """Return whose law to ask, nearest first.

    Args:
        text: the story.
        places: the places found in it.
        registers: what is known.
        wished: a jurisdiction chosen by the caller.

    Raises:
        UsageError: U012 when the chosen one is in no pack.
    """
    known = registers.jurisdictions
    if wished:
        if wished not in known.by_id:
            raise UsageError(
                "U012", f"no pack knows the jurisdiction {wished!r}; `amanat packs` lists those that are known"
            )
        return known.chain(wished)
    votes: Counter[str] = Counter()
    for place in places:
        dateline = place.span.start < _FIRST and _DATELINE.match(text, place.span.end)
        votes[place.jurisdiction] += 25 if dateline else 3 if place.span.start < _HEAD else 1
    for pattern, id_ in _adjectives(registers):
        for match in pattern.finditer(text):
            votes[id_] += 2 if match.start() < _HEAD else 1
    countries: Counter[str] = Counter()
    for id_, count in votes.items():
        countries[known.chain(id_)[-1] if id_ else ""] += count
    ranked = [c for c, _ in countries.most_common() if c in known.by_id]
    if not ranked:
        return ()
    inside = [
        (count, id_)
        for id_, count in votes.items()
        if id_ in known.by_id and ranked[0] in known.chain(id_) and id_ != ranked[0]
    ]
    return known.chain(max(inside)[1]) if inside else (ranked[0],)


@lru_cache(maxsize=4)
def _patterns(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b"), id_) for id_, names in words)


def _adjectives(registers: Registers) -> tuple[tuple[re.Pattern[str], str], ...]:
    words = tuple((j.id, (*j.adjectives, *j.capitals)) for j in registers.jurisdictions if j.adjectives or j.capitals)
    return _patterns(words)


def nationality_traces(text: str, registers: Registers) -> Iterator[Trace]:
    """Find nationalities beside a noun for people: `a Nepali girl`, `Vietnamese nationals`."""
    words = tuple(sorted({a for j in registers.jurisdictions for a in j.adjectives} | set(_MORE)))
    pattern = _nationality(words)
    for match in pattern.finditer(text):
        yield Trace(Span(*match.span(1)), TraceKind.NATIONALITY, Identifier.QUASI, 0.7)


_MORE = tuple(
    "Vietnamese Filipino Filipina Indonesian Thai Cambodian Burmese Myanmar Chinese Lankan Afghan Iranian Nigerian Ghanaian Kenyan "
    "Ugandan Ethiopian Eritrean Somali Sudanese Syrian Iraqi Albanian Romanian Bulgarian Polish Ukrainian Russian Moldovan Turkish "
    "Brazilian Mexican Colombian Venezuelan Honduran Guatemalan Rohingya Egyptian Libyan Moroccan Uzbek Tajik Kyrgyz African Asian".split()
)


@lru_cache(maxsize=4)
def _nationality(words: tuple[str, ...]) -> re.Pattern[str]:
    people = r"(?:girls?|boys?|wom[ae]n|child(?:ren)?|teen(?:ager)?s?|man|men|nationals?|citizens?|victims?|migrants?|workers?|slaves?|refugees?|labourers?|nanny|maid|bride|mother|father|family|student|national)"
    names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"\b((?:West\s+|East\s+|North\s+|South\s+|Sri\s+)?(?:{names}))(?=[,\s]+(?:[a-z-]+\s+){{0,2}}{people}\b)"
    )
