"""Laws that a sentence describes instead of naming them: `Pakistan’s trafficking act of 2018`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.core import Span
from amanat.law.ground import Ground
from amanat.registers.law_values import Work
from amanat.registers.parties import Party

LAW = re.compile(
    r"\b(?:act|law|statute|ordinance|legislation)\b"
    r"(?![- ](?:enforce\w*|and order|minist\w+|firm|officer|students?|professor|school|college|department|commission"
    r"|division|secretary|journal|graduate))"
)
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+(?:[\w’'-]+\s+){0,4}$")
_YEAR_BEHIND = re.compile(r",?\s+(?:of|from|dating from)\s+((?:19|20)\d\d)\b")
_OWNER = re.compile(
    r"(?:\b(?:(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})[’']s?|[Tt]he|[Ii]ts|[Oo]ur|[Tt]his)\s+)?"
    r"(?:\b(?:[a-z-]+|[A-Z]\w+)\s+)?$"
)
_BEHIND = (
    r"(?:\s+of (?:its|their|our) own)?"
    r"\s+(?:on|against|about|to (?:prevent|stop|curb|combat|abolish)|that (?:bans|forbids|punishes))\s+(?:the\s+)?"
)
_PLAIN = re.compile(
    r"(?:\b(?:the|its|this|that|our|their)|[’']s?)\s+"
    r"(?:present |current |new |old |federal |national |own |[a-z]+i |[a-z]+ese |british )?$"
)
"""What stands before `Act of 2018` where nothing more is said of its matter."""
_OWNED = re.compile(r"\b(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)(?:[’']s?)?\s+(?:[a-z]+\s+)?$")
_WHOSE = re.compile(r"\b(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)[’']s\s+(?:(?!s\b)[a-z-]+\s+){0,3}$")
"""`Nepal's trafficking law`: whose it is, whatever other state stands nearby."""
_REACH = 60
_NEAR = 45


@dataclass(frozen=True, slots=True)
class Described:
    """A law described in one place."""

    span: Span
    works: tuple[str, ...]
    year: int | None
    """The year that belongs to the description."""


def described(ground: Ground, sentence: Span, taken: Iterable[Span], states: tuple[Party, ...]) -> Iterator[Described]:
    """Find the laws described in a sentence by matter, year and whose they are.

    Args:
        ground: the story.
        sentence: where to look.
        taken: places of laws that are named.
        states: the states the sentence names; a law of one the register does not hold is none of ours.
    """
    held = list(taken)
    for match in LAW.finditer(ground.low, sentence.start, sentence.end):
        word = Span(*match.span())
        if any(word.overlaps(span) for span in held):
            continue
        around = Span(max(sentence.start, word.start - _REACH), min(sentence.end, word.end + _NEAR))
        whose = _WHOSE.search(ground.text, around.start, word.start)
        owner = ground.jurisdictions.called.get(whose["name"]) if whose else None
        if owner is None and any(not state.known and around.overlaps(state.span) for state in states):
            continue
        places = ground.jurisdictions.chain(owner) if owner else _places(ground, sentence, around)
        found = next(filter(None, (_in_place(ground, sentence, word, around, place) for place in places)), None)
        if found:
            yield found


def _places(ground: Ground, sentence: Span, around: Span) -> tuple[str, ...]:
    """Whose law may be meant, nearest first: the one place named nearby, else in the sentence, else the story's own."""
    for stretch in (around, sentence):
        named = ground.named(stretch)
        parts = [id_ for id_ in named if "-" in id_]
        if len({id_.partition("-")[0] for id_ in named}) == 1 and len(parts) < 2:  # noqa: PLR2004 - one province
            return ground.jurisdictions.chain((parts or [*named])[0])
    return () if ground.named(sentence) else ground.unnamed(sentence)


def _in_place(ground: Ground, sentence: Span, word: Span, around: Span, place: str) -> Described | None:
    before, behind = ground.low[around.start : word.start], ground.low[word.end : around.end]
    dated = _YEAR_BEHIND.match(behind)
    earlier = _YEAR_BEFORE.search(before)
    year = dated or earlier
    met: list[tuple[Work, int, int]] = []
    for work in ground.laws.of_place(place):
        if year is not None and int(year[1]) not in work.years:
            continue
        at = next(filter(None, (_matter(subject, before, behind) for subject in work.subjects)), None)
        if at:
            met.append((work, *at))
    beside = dated if dated and _PLAIN.search(before) else None
    beside = beside or (earlier if earlier and earlier[0].split()[1:] == [] else None)
    if not met and beside:
        words = ground.between(sentence.start, sentence.end)
        works = tuple(work.id for work in ground.laws.of_year(int(beside[1]), words, place))
        start = word.start if beside is dated else around.start + beside.start()
        end = word.end + (dated.end() if dated and beside is dated else 0)
        return Described(Span(start, end), works, int(beside[1])) if works else None
    if not met:
        return _owned(ground, sentence, word, around, place)
    start = min(around.start + begin for _, begin, _ in met)
    start = min([start, *([around.start + earlier.start()] if year is earlier and earlier else [])])
    owner = _OWNER.search(ground.text, around.start, start)
    if owner and owner["name"] and not _known(ground, owner["name"]):
        return None  # of a country nobody has looked into
    start = owner.start() if owner else start
    end = max([word.end, *(word.end + stop for _, _, stop in met), *([word.end + dated.end()] if dated else [])])
    return Described(Span(start, end), tuple(work.id for work, _, _ in met), int(year[1]) if year else None)


def _known(ground: Ground, name: str) -> bool:
    """Tell whether a name is one of ours, whatever capital stands before it: `Under Sindh`."""
    words = name.split()
    return any(" ".join(words[n:]) in ground.jurisdictions.called for n in range(len(words)))


def _owned(ground: Ground, sentence: Span, word: Span, around: Span, place: str) -> Described | None:
    """`Nepal's Act`: the one whose matter the sentence names elsewhere."""
    owner = _OWNED.search(ground.text, around.start, word.start)
    if not owner or ground.jurisdictions.called.get(owner["name"]) != place or ground.text[word.start] != "A":
        return None
    works = tuple(work.id for work in ground.laws.about(ground.between(sentence.start, sentence.end), place))
    return Described(Span(owner.start(), word.end), works, None) if works else None


def _matter(subject: str, before: str, behind: str) -> tuple[int, int] | None:
    """Return where the matter begins before the word of law and where it ends behind it, None where it is not named."""
    stem = subject.removesuffix(" law").removesuffix(" act")
    if stem != subject:  # a matter that is this law's only where the word of law stands right behind it
        told = re.search(rf"\b{re.escape(stem)}\s+$", before)
        return (told.start(), 0) if told else None
    if subject not in before and subject not in behind:
        return None
    told = re.search(rf"\b(?:anti[- ])?(?:human |people )?{re.escape(subject)}s?(?:\s+[\w-]+){{0,2}}\s+$", before)
    if told:
        return told.start(), 0
    told = re.match(rf"(?:,? of \d{{4}})?{_BEHIND}(?:human |people |all )?{re.escape(subject)}s?\b", behind)
    return (len(before), told.end()) if told else None
