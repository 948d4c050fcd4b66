"""Acts and sections as stories cite them, whether the register knows them or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import Span
from amanat.law.ground import Ground
from amanat.registers.aliases import Named

_NUMBER = r"\d{1,4}(?:[-–]?[A-Z]{1,2}\b)?(?:\s?\(\w{1,4}\))*"
_NOTE = r"(?:\s*\((?:[^()]|\([^()]*\)){3,140}\))?"
SECTION = re.compile(
    rf"\b(?P<word>[Ss]ections?|[Ss]ecs?\.|[Ss]\.|u/s|U/S|[Rr]ules?|[Aa]rticles?)\s+(?P<list>{_NUMBER}{_NOTE}"
    rf"(?:\s*(?:,|/|&|and|or|to|read with|r/w|, and)\s*(?:[Ss]ections?\s+)?{_NUMBER}{_NOTE})*)"
)
URDU_SECTION = re.compile(r"دفعہ\s+(?P<list>\d{2,3}(?:\s?[A-Zا-ی]\b)?)")
_ONE_NUMBER = re.compile(r"(?<![\d(])(\d{1,4}(?:[-–]?[A-Z]{1,2}\b)?(?:\s?\(\w{1,4}\))*)")
_NOTE_WORDS = re.compile(r"\((?:[^()]|\([^()]*\)){3,140}\)")
_OF = re.compile(r"\s*(?:,\s*)?(?:of|under|in)?\s*(?:the\s+)?(?:said\s+|same\s+)?", re.IGNORECASE)
_CAPITAL = r"(?!(?:Act|Ordinance)\b)[A-Z][\w’'-]*"
_LONGEST = 16
"""Words in the longest title looked for; also keeps a page of capitals from costing time squared."""
ACT = re.compile(
    rf"\b(?:{_CAPITAL}|\([A-Z][^()]{{2,60}}\)|\d{{4}} (?=[A-Z]))"
    rf"(?:(?:,? (?:of|and|the|in|on|for|to|from|with|against|by|&|or)(?: the)?)?[, ] ?(?:{_CAPITAL}"
    rf"|\([A-Z][^()]{{2,60}}\))){{0,{_LONGEST}}}"
    r"[ ,]+(?:Act|Ordinance|Code|Rules|Bill|Regulations?|Ain|Sanhita|Adhiniyam|Decree)\b"
    r"(?:,? \(?(?:of )?(?:1[89]|20)\d\d\)?| \([A-Z][\w .]{1,10}\))*"
    r"|\b(?:(?:Pakistan|India|Nepal|Bangladesh)(?:[’']s|i|ese)? )?Constitution\b"
    r"(?: of (?:the Islamic Republic of )?[A-Z]\w+)?"
    r"|\b(?:Federal |Royal )?(?:Law|Decree(?:[- ]Law)?) No\.? ?\d+ of \d{4}"
)
_ENDS = re.compile(
    r"Act\b|Ordinance|Code\b|Rules\b|Bill\b|Regulation|Ain\b|Sanhita|Adhiniyam|Decree|Law No|Constitution"
)
_LEAD = re.compile(
    r"^(?:(?:They|We|He|She|It|I|You|Who|The|This|That|A|An|Under|In|On|By|And|But|Article|Section|Sections|When|While|Although|Despite"
    r"|Since|As|After|Before|Of|If"
    r"|Police|According|Meanwhile|However|For|Every|Each|Its|Our|Their|Pakistan[’']s|Britain[’']s|India[’']s)\s+)+"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NOT_LAW = re.compile(
    r"\b(?:Dress|Zip|Postal|QR|Area|Bar|Source|Penal|Country|Civil Service) Code$|\bCode of Conduct\b|^(?:Act"
    r"|Code|Rules|Bill)\b"
)
_REACH = 30
_PENAL = re.compile(r"\bPenal Code$")


@dataclass(frozen=True, slots=True)
class Citation:
    """A law cited in one place."""

    span: Span
    named: Named | None
    """The register's name for it, None for laws it does not hold."""
    works: tuple[str, ...]
    """Works that may be meant, after the story's own country was preferred."""
    sections: tuple[str, ...]
    """Numbers as written: `366-A`, `3(2)`."""
    year: int | None
    title: str
    """Words of the title that stand in the text, for comparing inside the room only."""
    bare: bool = False
    """Sections with no law named beside them."""


def citations(ground: Ground, span: Span, laws: tuple[Named, ...]) -> tuple[Citation, ...]:
    """Find every law cited in a sentence, with its sections.

    Args:
        ground: the story.
        span: the sentence.
        laws: the names of the register that stand in it.
    """
    acts = [*_known(ground, span, laws), *_unknown(ground, span, laws)]
    acts.sort(key=lambda c: c.span)
    out: list[Citation] = []
    used: set[int] = set()
    matches = [
        *SECTION.finditer(ground.text, span.start, span.end),
        *URDU_SECTION.finditer(ground.text, span.start, span.end),
    ]
    for match in matches:
        if any(act.span.overlaps(Span(*match.span())) for act in acts):
            continue
        owner = _owner(ground, match.end(), acts)
        numbers = tuple(_ONE_NUMBER.findall(_NOTE_WORDS.sub(" ", match["list"])))
        if owner is None:
            out.append(Citation(Span(*match.span()), None, (), numbers, None, "", bare=True))
            continue
        act = acts[owner]
        used.add(owner)
        out.append(Citation(Span(match.start(), act.span.end), act.named, act.works, numbers, act.year, act.title))
    out += [act for number, act in enumerate(acts) if number not in used]
    return tuple(sorted(out, key=lambda c: c.span))


def _owner(ground: Ground, end: int, acts: list[Citation]) -> int | None:
    """The law named right behind the sections, or behind further sections of the same law."""
    for number, act in enumerate(acts):
        if act.span.start < end:
            continue
        gap = ground.between(end, act.span.start)
        return number if len(gap) < 12 and _OF.fullmatch(gap) else None  # noqa: PLR2004 - ` of the said `
    return None


def _known(ground: Ground, sentence: Span, laws: tuple[Named, ...]) -> Iterator[Citation]:
    for named in laws:
        foreign = _qualifier(ground, sentence, named)
        start = foreign.start if foreign else named.span.start
        works = () if foreign else _meant(ground, named)
        title = ground.between(start, named.span.end)
        yield Citation(Span(start, named.span.end), None if foreign else named, works, (), named.year, title)


def _qualifier(ground: Ground, sentence: Span, named: Named) -> Span | None:
    """Return a province or another country named right before the title: it makes it another law."""
    before = ground.between(max(sentence.start, named.span.start - _REACH), named.span.start)
    word = re.search(r"((?:[A-Z][\w’'-]+ )+)$", before)
    lead = _LEAD.sub("", word[1]) if word else ""
    first = lead.strip().removesuffix("’s").removesuffix("'s")
    jurisdiction = _places(ground).get(first)
    if not jurisdiction:
        return None
    works = [ground.laws.works[id_] for id_ in named.ids]
    # Federal law is also called by the country's name: `the Pakistan Bonded Labour … Act`.
    same = any(jurisdiction in {w.jurisdiction, w.jurisdiction.partition("-")[0]} for w in works)
    return None if same else Span(named.span.start - len(lead), named.span.start)


def _places(ground: Ground) -> dict[str, str]:
    return {name: j.id for j in ground.jurisdictions for name in (*j.names, *j.adjectives)}


def _meant(ground: Ground, named: Named) -> tuple[str, ...]:
    """Prefer the works of the story's own country; a short name means only those."""
    works = [ground.laws.works[id_] for id_ in named.ids]
    own = [w for w in works if w.jurisdiction.partition("-")[0] == ground.country]
    if not own and named.generic and ground.country:
        return ()
    pool = own or works
    dated = [w for w in pool if named.year in w.years]
    return tuple(w.id for w in dated or pool)


def _unknown(ground: Ground, sentence: Span, laws: tuple[Named, ...]) -> Iterator[Citation]:
    start = sentence.start
    for end, after in (*((n.span.start, n.span.end) for n in laws), (sentence.end, sentence.end)):
        if start < end and _ENDS.search(ground.text, start, end):
            yield from _titles(ground, start, end)
        start = after


def _titles(ground: Ground, start: int, end: int) -> Iterator[Citation]:
    """Find titles of Acts the register does not hold, between two names that it does."""
    for match in ACT.finditer(ground.text, start, end):
        lead = _LEAD.match(match.group())
        span = Span(match.start() + (lead.end() if lead else 0), match.end())
        title = ground.between(span.start, span.end)
        if _NOT_LAW.search(title) and not _PENAL.search(title):
            continue
        years = _YEAR.findall(title)
        yield Citation(span, None, (), (), int(years[-1]) if years else None, title)
