"""Acts and sections as stories cite them, whether the register knows them or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from amanat.core import Span
from amanat.law.described import described
from amanat.law.ground import Ground
from amanat.law.hint import Hints, hint
from amanat.registers.aliases import Named
from amanat.registers.law_values import Work
from amanat.registers.parties import Party

_NUMBER = r"\d{1,4}(?:[-–]?[A-Z]{1,2}\b)?(?:\s?\(\w{1,4}\))*"
_NOTE = r"(?:\s*\((?:[^()]|\([^()]*\)){3,140}\))?"
_OF_A_CODE = r"\d{1,3}[-–]?[A-Z]{1,2} (?:of (?:the )?)?(?:PPC|P\.P\.C|CrPC|IPC|BNS|(?:Pakistan |Indian )?Penal Code)\b"
SECTION = re.compile(
    rf"\b(?:(?P<word>[Ss]ections?|[Ss]ecs?\.?|[Ss]\.|u/s|U/S|[Rr]ules?|[Aa]rticles?)\s+|(?={_OF_A_CODE}))(?P<list>{_NUMBER}{_NOTE}"
    rf"(?:\s*(?:,|/|&|and|or|to|read with|r/w|, and)\s*(?:[Ss]ections?\s+)?{_NUMBER}{_NOTE})*)"
)
BEHIND = re.compile(rf"[ -](?:[Ss]ections? |[Ss]\.? ?)?(?P<list>{_NUMBER}(?:(?:, | and |/){_NUMBER})*)(?![\d,.]*\d)")
_URDU_NUMBER = r"\d{1,3}(?:\s?[-–]?\s?(?:اے|بی|سی|ڈی|ای|ایف|[A-Z])\b)?"
URDU_SECTION = re.compile(rf"دفع(?:ہ|ات)\s+(?P<list>{_URDU_NUMBER}(?:\s*(?:،|,|اور|/)\s*{_URDU_NUMBER})*)")
_URDU_LETTERS = {"اے": "A", "بی": "B", "سی": "C", "ڈی": "D", "ای": "E", "ایف": "F"}
TELLS = re.compile(
    r",? (?:which |that )?(?:(?:according to|as) [^,]{3,25} )?(?:(?:is|was) the (?:\w+ )?(?:section|provision|clause) for|deals? with|dealing with|relat(?:es|ing) to|pertain(?:s|ing) to|concern(?:s|ing)|covers|provides? for"
    r"|covering|punish(?:es|ing)|criminali[sz](?:es|ing)|is about|(?:the )?(?:section|provision|clause) (?:on|about)|on)\s+(?P<told>[^,.;()]{4,60})"
)
"""What a story says a section is about, right behind the number."""
_ONE_NUMBER = re.compile(r"(?<![\d(])(\d{1,4}(?:[-–]?[A-Z]{1,2}\b)?(?:\s?\(\w{1,4}\))*)")
_NOTE_WORDS = re.compile(r"\((?:[^()]|\([^()]*\)){3,140}\)")
_OF = re.compile(
    r"\s*(?:,\s*)?(?:of|under|in)?\s*(?:the\s+)?(?:said\s+|same\s+|[a-z]+\s+)?(?:(?-i:[A-Z])[\w ]{2,20}[’']s?\s+)?",
    re.IGNORECASE,
)
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
_END_WORDS = r"Act\b|Ordinance|Code\b|Rules\b|Bill\b|Regulation|Ain\b|Sanhita|Adhiniyam|Decree|Law No|Constitution"
_ENDS = re.compile(_END_WORDS)
CITING = Hints(
    [
        hint(_END_WORDS),
        hint(r"\b(?:[Ss]ec(?:tions?|s?\.?)|[Ss]\.|[Uu]/[Ss]|[Rr]ules?|[Aa]rticles?)\s*\d|دفع|" + _OF_A_CODE),
        hint(r"\b(?:[Aa]ct|[Ll]aw|[Ss]tatute|[Oo]rdinance|[Ll]egislation)\b"),
    ]
)
"""What tells a title of a law from afar, a section, and a law described: a sentence without them cites nothing new."""
_LEAD = re.compile(
    r"^(?:(?:They|We|He|She|It|I|You|Who|The|This|That|A|An|Under|In|On|By|And|But|Article|Section|Sections|When|While|Although|Despite"
    r"|Since|As|After|Before|Of|If"
    r"|Police|According|Meanwhile|However|For|Every|Each|Its|Our|Their|Pakistan[’']s|Britain[’']s|India[’']s"
    r"|Pakistani|Indian|Bangladeshi|Nepalese|Nepali|British)\s+)+"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NOT_LAW = re.compile(
    r"\b(?:Dress|Zip|Postal|QR|Area|Bar|Source|Penal|Country|Civil Service) Code$|\bCode of Conduct\b|^(?:Act"
    r"|Code|Rules|Bill)\b"
)
_IN_PASSING = re.compile(r"constitution\b|[A-Z][\w’']+ constitution\b")
"""In small letters a constitution is spoken of, not cited."""
_OWNED = re.compile(r"(?P<whose>[A-Z][\w ]*?)(?:[’']s?)? (?:Act|Ordinance)(?:,? of)?(?:,? (?:1[89]|20)\d\d)?")
_INSIDE = re.compile(r"[a-z]-$")
"""`Counter-Trafficking in Persons Act`: the end of another title."""
_WHOSE = re.compile(
    r"(?!(?:Pakistan|India|Nepal|Bangladesh|Britain|England|UK|Punjab|Sindh)\b)(?!.*\b(?:Children|Women|Men|People)[’'])[A-Z]\w+(?: [A-Z]\w+)*[’']s Act"
)
"""`the Minister's Act` is no title."""
_INDEPENDENCE = 1947
"""What was passed before is law under one name in several countries."""
_TITLE = 3
"""Words that a title must have to be known without the name of its province."""
_REACH = 30
_NEAR_URDU = 12
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
    described: bool = False
    """Told by its matter (`the trafficking act of 2018`), not by its title."""
    told: tuple[str, ...] = ()
    """What the story says each section is about, empty where it says nothing; for comparing inside the room only."""


class Marks(NamedTuple):
    """What a sentence may hold, told from afar."""

    titled: bool
    """The title of a law that the register does not hold."""
    numbered: bool
    """A section."""
    described: bool
    """A law told by its matter."""


def citations(
    ground: Ground, span: Span, laws: tuple[Named, ...], states: tuple[Party, ...], marks: Marks
) -> tuple[Citation, ...]:
    """Find every law cited in a sentence, with its sections.

    Args:
        ground: the story.
        span: the sentence.
        laws: the names of the register that stand in it.
        states: the states it names.
        marks: what else it may hold.
    """
    laws = tuple(
        named for named in laws if not _INSIDE.search(ground.text, max(0, named.span.start - 2), named.span.start)
    )
    acts = [*_known(ground, span, laws), *(_unknown(ground, span, laws) if marks.titled else ())]
    if marks.described:
        owned = [act for act in acts if act.named is None and _is_described(ground, act.title)]
        by_matter = list(described(ground, span, [act.span for act in acts if act not in owned], states))
        acts = [act for act in acts if act not in owned or not any(act.span.overlaps(d.span) for d in by_matter)]
        acts += [Citation(d.span, None, d.works, (), d.year, "", described=True) for d in by_matter]
    acts = [_numbered(ground, span, act) for act in sorted(acts, key=lambda c: (c.span.start, c.span.end))]
    out: list[Citation] = []
    used: set[int] = set()
    for match in SECTION.finditer(ground.text, span.start, span.end) if marks.numbered else ():
        if any(act.span.overlaps(Span(*match.span())) for act in acts):
            continue
        owner = _owner(ground, match.end(), acts)
        pairs = _numbers(match["list"])
        numbers = tuple(number for number, _ in pairs)
        if owner is None:
            told = _told(ground, match.end(), span.end, [note for _, note in pairs])
            out.append(Citation(Span(*match.span()), None, (), numbers, None, "", bare=True, told=told))
            continue
        act = acts[owner]
        used.add(owner)
        told = _told(ground, act.span.end, span.end, [note for _, note in pairs])
        whole = Span(match.start(), act.span.end)
        out.append(Citation(whole, act.named, act.works, numbers, act.year, act.title, told=told))
    out += _urdu(ground, span, acts, used) if marks.numbered else ()
    out += [act for number, act in enumerate(acts) if number not in used]
    return tuple(sorted(out, key=lambda c: (c.span.start, c.span.end)))


def _numbered(ground: Ground, sentence: Span, act: Citation) -> Citation:
    """Read the sections that stand behind the short name of a code: `PPC 369A`, `BNS 143(4)`."""
    behind = BEHIND.match(ground.text, act.span.end, sentence.end) if act.title.isupper() else None
    if behind is None or act.year is not None:
        return act
    numbers = tuple(number for number, _ in _numbers(behind["list"]))
    return replace(act, span=Span(act.span.start, behind.end()), sections=numbers)


def _numbers(listed: str) -> list[tuple[str, str]]:
    """Cut a list of sections into numbers, each with the words in brackets behind it."""
    notes = {m.start(): m.group()[1:-1] for m in _NOTE_WORDS.finditer(listed)}
    bare = _NOTE_WORDS.sub(lambda m: " " * len(m.group()), listed)
    found = list(_ONE_NUMBER.finditer(bare))
    out = []
    for number, match in enumerate(found):
        following = found[number + 1].start() if number + 1 < len(found) else len(listed)
        out.append((match[1], next((note for at, note in notes.items() if match.end() <= at < following), "")))
    return out


def _told(ground: Ground, end: int, stop: int, notes: list[str]) -> tuple[str, ...]:
    """Add what is said behind the citation to the last section that has no note of its own."""
    tail = TELLS.match(ground.text, end, stop)
    if tail and notes and not any(notes):
        notes = [*notes[:-1], tail["told"]]
    return tuple(notes)


def _urdu(ground: Ground, span: Span, acts: list[Citation], used: set[int]) -> Iterator[Citation]:
    """Read sections in Urdu: the law stands before them (`تعزیرات پاکستان کی دفعہ 371 اے`) or not at all."""
    for match in URDU_SECTION.finditer(ground.text, span.start, span.end):
        numbers = tuple(_latin(number) for number in re.findall(_URDU_NUMBER, match["list"]))
        before = [n for n, act in enumerate(acts) if 0 <= match.start() - act.span.end < _NEAR_URDU]
        if before:
            act = acts[before[-1]]
            used.add(before[-1])
            whole = Span(act.span.start, match.end())
            yield Citation(whole, act.named, act.works, numbers, act.year, act.title)
        else:
            yield Citation(Span(*match.span()), None, (), numbers, None, "", bare=True)


def _latin(number: str) -> str:
    digits = re.match(r"\d+", number)
    letter = re.sub(r"[\d\s–-]", "", number)
    return (str(int(digits[0])) if digits else "") + _URDU_LETTERS.get(letter, letter)


def _owner(ground: Ground, end: int, acts: list[Citation]) -> int | None:
    """The law named right behind the sections, or behind further sections of the same law."""
    for number, act in enumerate(acts):
        if act.span.start < end:
            continue
        gap = ground.between(end, act.span.start)
        return number if len(gap) < _REACH and _OF.fullmatch(gap) else None
    return None


def _known(ground: Ground, sentence: Span, laws: tuple[Named, ...]) -> Iterator[Citation]:
    for named in laws:
        foreign = _qualifier(ground, sentence, named)
        start = foreign.start if foreign else named.span.start
        works = () if foreign else _meant(ground, sentence, named)
        title = ground.between(start, named.span.end)
        if title.islower() and not foreign and all(ground.laws.works[id_].repealed_from for id_ in works):
            continue  # `the penal code` of a country whose present code has another name, or is not held
        if _IN_PASSING.match(title):
            continue
        yield Citation(Span(start, named.span.end), None if foreign else named, works, (), named.year, title)


def _qualifier(ground: Ground, sentence: Span, named: Named) -> Span | None:
    """Return a province or another country named right before the title: it makes it another law."""
    before = ground.between(max(sentence.start, named.span.start - _REACH), named.span.start)
    word = re.search(r"((?:[A-Z][\w’'-]+ )+)$", before)
    lead = _LEAD.sub("", word[1]) if word else ""
    first = lead.strip().removesuffix("’s").removesuffix("'s")
    jurisdiction = ground.jurisdictions.called.get(first)
    if not jurisdiction:
        return None
    works = [ground.laws.works[id_] for id_ in named.ids]
    # Federal law is also called by the country's name: `the Pakistan Bonded Labour … Act`.
    same = any(jurisdiction in {w.jurisdiction, w.jurisdiction.partition("-")[0]} for w in works)
    return None if same else Span(named.span.start - len(lead), named.span.start)


def _meant(ground: Ground, sentence: Span, named: Named) -> tuple[str, ...]:
    """Prefer the works of the country the sentence names, else of the story's own; a short name means only those."""
    works = [ground.laws.works[id_] for id_ in named.ids]
    written = ground.between(named.span.start, named.span.end)
    places = ground.named(sentence) if len(works) > 1 or named.generic or written.islower() else frozenset()
    others = _elsewhere(ground, sentence, named, works)
    if others:
        # In small letters it is described, and found by that.
        held = (ground.laws.of_year(named.year or 0, written, place) for place in others if not written.islower())
        return tuple(work.id for found in held for work in found)
    if written.islower() and (supplanting := _in_its_place(ground, works[0].id, places)):
        return (supplanting,)
    countries = {id_.partition("-")[0] for id_ in places}
    country = next(iter(countries)) if len(countries) == 1 else ground.country
    own = [w for w in works if w.jurisdiction.partition("-")[0] == country]
    # Where somebody comes from is no owner of the story's own code: `a girl from Nepal … under the PPC`.
    if named.generic:
        own = own or [w for w in works if w.jurisdiction == ground.country]
    if not own and named.generic and country:
        return ()
    parts = sorted(id_ for id_ in places if "-" in id_)
    near = {id_: number for number, id_ in enumerate([*(parts if len(parts) == 1 else ()), *ground.home])}
    # A short name of no known country is that of a law that stands.
    pool = [w for w in own if w.jurisdiction in near] or own or [w for w in works if not w.repealed_from] or works
    dated = [w for w in own or works if named.year in w.years]
    return tuple(w.id for w in sorted(dated or pool, key=lambda w: near.get(w.jurisdiction, len(near))))


def _elsewhere(ground: Ground, sentence: Span, named: Named, works: list[Work]) -> frozenset[str]:
    """Return the other countries that a title with a year not ours may be of: those named, else the story's own."""
    if named.year is None or any(named.year in work.years for work in works):
        return frozenset()
    countries = frozenset(id_.partition("-")[0] for id_ in ground.named(sentence))
    if not countries and ground.country and _inherited(ground, named, works):
        countries = frozenset({ground.country})
    ours = any(work.jurisdiction.partition("-")[0] in countries for work in works)
    return frozenset() if ours else countries


def _inherited(ground: Ground, named: Named, works: list[Work]) -> bool:
    """Tell whether the story's country may have an Act of this name: one of before its independence, one of that year."""
    old = any(min(work.years, default=_INDEPENDENCE) < _INDEPENDENCE for work in works)
    written = ground.between(named.span.start, named.span.end)
    return old or bool(ground.laws.of_year(named.year or 0, written, ground.country))


def _in_its_place(ground: Ground, work: str, places: frozenset[str]) -> str:
    """The law of a province that is named, where `the bonded labour act` is its own."""
    own = (w.id for w in ground.laws.supplanting.get(work, ()) if w.jurisdiction in places)
    return next(own, "")


def _unknown(ground: Ground, sentence: Span, laws: tuple[Named, ...]) -> Iterator[Citation]:
    start = sentence.start
    for end, after in (*((n.span.start, n.span.end) for n in laws), (sentence.end, sentence.end)):
        if start < end and _ENDS.search(ground.text, start, end):
            yield from _titles(ground, sentence, start, end)
        start = after


def _is_described(ground: Ground, title: str) -> bool:
    """Tell whether the words are no title: `Bangladesh's Act of 2012` is told by whose it is."""
    owned = _OWNED.fullmatch(title)
    return bool(owned) and str(owned and owned["whose"]) in ground.jurisdictions.called


def _titles(ground: Ground, sentence: Span, start: int, end: int) -> Iterator[Citation]:
    """Find titles of Acts the register does not hold, between two names that it does."""
    for match in ACT.finditer(ground.text, start, end):
        lead = _LEAD.match(match.group())
        span = Span(match.start() + (lead.end() if lead else 0), match.end())
        title = ground.between(span.start, span.end)
        if (_NOT_LAW.search(title) and not _PENAL.search(title)) or _WHOSE.fullmatch(title):
            continue
        years = _YEAR.findall(title)
        year = int(years[-1]) if years else None
        works = _constitution(ground, sentence, title) or _of_a_part(ground, sentence, title, year)
        yield Citation(span, None, works, (), year, title)


def _constitution(ground: Ground, sentence: Span, title: str) -> tuple[str, ...]:
    """Return the one constitution meant by the word alone: of the country the sentence names, else of the story's."""
    countries = {id_.partition("-")[0] for id_ in ground.named(sentence)} or {ground.country}
    if title != "Constitution" or len(countries) > 1:
        return ()
    every = ground.laws.works.values()
    return tuple(w.id for w in every if w.jurisdiction in countries and w.title.startswith("Constitution of"))


def _of_a_part(ground: Ground, sentence: Span, title: str, year: int | None) -> tuple[str, ...]:
    """Return the law of a province that goes by this title without the province's name, where the province is named."""
    said = _words(title)
    if len(said) < _TITLE:
        return ()
    places = {*ground.named(sentence), *(id_ for id_ in ground.home if "-" in id_)}
    return tuple(
        work.id
        for work in ground.laws.works.values()
        if "-" in work.jurisdiction
        and work.jurisdiction in places
        and (year is None or year in work.years)
        and _words(work.title)[-len(said) :] == said
    )


def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", title.lower()) if word not in {"the", "of"}]
