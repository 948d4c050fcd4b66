"""Which law, and which offences, a sentence means when it does not say so in full."""

import re

from amanat.law.citations import Citation
from amanat.law.passage import Passage
from amanat.registers.conduct import ANYBODY, stems, stems_of, trades_in_goods
from amanat.registers.law_values import Provision, Work

OFFENCES = frozenset({"offence", "aggravation", "official-accountability"})
_LAW_WORD = r"(?:[Aa]ct|[Ll]aw|[Ss]tatute|[Oo]rdinance|[Ll]egislation)"
_DESCRIBED = re.compile(
    rf"(?:\b[Tt]he|[’']s) (?P<before>(?:19|20)\d\d) (?:[\w-]+ ){{0,2}}?{_LAW_WORD}\b"
    rf"|\b{_LAW_WORD},? (?:of|from) (?P<behind>(?:19|20)\d\d)\b"
)
_THE_LAW = re.compile(r"\b(?:law|act|ordinance|legislation)s?\b", re.IGNORECASE)
_THIS_LAW = re.compile(r"\b(?:the|this|under it,?) (?:law|act)\b", re.IGNORECASE)
_THE_ACT = re.compile(r"\b(?:the|this) (?:act|law|statute|ordinance)\b", re.IGNORECASE)
_CODES = {"PK": "pk.ppc.1860", "IN": "in.bns.2023"}
_FEW = 5
_WHOM = ANYBODY | stems(
    "woman man child girl boy minor family parent daughter son wife victim who or over under that without against etc"
)
"""Words for those to whom an offence is done, and small ones: they tell it from another only beside the act."""
_OF_BEFORE = re.compile(
    r"\W*(?:It|This|That|They|These|Both|(?:The|That|This|These|Each) (?:offences?|sections?|charges?|crimes?"
    r"|provisions?|former|latter|maximum|minimum|penalt\w+|punishments?))\b"
)
"""What a sentence begins with that speaks of the section cited before."""
_TRAFFICKER = re.compile(r"\btraffickers?\b", re.IGNORECASE)
_OF_A_YEAR = stems("Act Ordinance Law present")
_TWO = 2
_MOST = 2 / 3


def places(passage: Passage) -> tuple[str, ...]:
    """Return the jurisdictions whose law a sentence speaks of, nearest first; none when that is not one of ours."""
    ground = passage.ground
    named = ground.named(passage.span)
    if any(not party.known for party in passage.parties) or len({id_.partition("-")[0] for id_ in named}) > 1:
        return ()
    parts = [id_ for id_ in named if "-" in id_]
    if len(parts) > 1:
        return ()
    return ground.jurisdictions.chain((parts or [*named])[0]) if named else ground.unnamed(passage.span)


def spoken_of(passage: Passage) -> tuple[str, ...]:
    """Return the works a sentence speaks of: those it cites, describes by year, or names by their matter.

    A sentence that does none of these speaks of the law named before.
    """
    cited = tuple(id_ for citation in passage.cited for id_ in citation.works)
    if cited or any(not citation.bare for citation in passage.cited):
        return cited
    by_year = described(passage)
    if by_year is not None:
        return by_year
    by_matter = tuple(work.id for work in about(passage))
    return by_matter or ((passage.work,) if passage.work else ())


def described(passage: Passage) -> tuple[str, ...] | None:
    """Return the works a sentence describes by year and matter (`the 2018 law on trafficking`), None if it does not."""
    found = _DESCRIBED.search(sentence(passage))
    if not found:
        return None
    year, words = int(found["before"] or found["behind"]), sentence(passage)
    return tuple(w.id for place in places(passage) for w in passage.ground.laws.of_year(year, words, place))


def about(passage: Passage) -> tuple[Work, ...]:
    """Return the laws of the nearest jurisdiction whose matter the sentence names."""
    found = (passage.ground.laws.about(sentence(passage), place) for place in places(passage))
    return next((works for works in found if works), ())


def offences(passage: Passage, found: tuple[Citation, ...]) -> tuple[list[Provision], bool]:
    """Return the offences that may be meant, and whether the section is named, so that nothing else can be."""
    laws, out = passage.ground.laws, []
    found = found or (passage.before if _OF_BEFORE.match(sentence(passage)) else ())
    for citation in found:
        # A bare `Section 3 states …` speaks of the Act named before, and only then of the penal code.
        for work in works(passage, citation):
            for number in citation.sections:
                out += [p for p in laws.section(work, number) if p.versions and p.kind in OFFENCES]
            if out:
                break
    numbered = out or _numbered(passage, found)
    if numbered:
        return numbered, True
    if found and all(citation.sections for citation in found):
        return [], False
    if not found and described(passage) == () and about(passage):
        return [], False  # a law on that matter of a year in which the register has none
    whole = _of_works(passage, found)
    # A code holds hundreds of offences, the register a few: without a section or the conduct none of them is meant.
    if whole and len(whole) <= _FEW:
        return whole, False
    if not found and described(passage) == ():
        return [], False  # a law of a year of which the register holds none
    conduct = by_conduct(passage) or _nearly(passage)
    own = all(citation.bare for citation in found)
    return [p for p in conduct if own or p in whole], False


def works(passage: Passage, citation: Citation) -> tuple[str, ...]:
    """Return the works whose sections a citation numbers, without those of another country than the sentence names."""
    if citation.bare:
        return bare(passage)
    ground, held = passage.ground, passage.ground.laws.works
    countries = {id_.partition("-")[0] for id_ in ground.named(passage.span)} or {ground.country} - {""}
    own = not countries or not citation.title[:1].islower()
    works = (id_ for id_ in citation.works if own or held[id_].jurisdiction.partition("-")[0] in countries)
    return tuple(works) or _short(passage, citation)


def _short(passage: Passage, citation: Citation) -> tuple[str, ...]:
    """Return the works that a title in short may mean: `the Sanhita`, `anti-trafficking Act`."""
    words = stems(citation.title)
    if (
        citation.year
        and len(words) <= _FEW
        and words <= _OF_A_YEAR | stems_of(" ".join(passage.ground.jurisdictions.called))
    ):
        return tuple(
            w.id
            for place in places(passage)
            for w in passage.ground.laws.of_year(citation.year, sentence(passage), place)
        )
    return tuple(
        work.id
        for place in places(passage)
        for work in passage.ground.laws.works.values()
        if work.jurisdiction == place
        and citation.year in {None, *work.years}
        and not work.pending
        and (words <= stems_of(work.title) or any(_names(subject, citation.title) for subject in work.subjects))
    )


def _names(subject: str, title: str) -> bool:
    """Tell whether a title in small letters is but a matter and a word of law: `bonded labour Act`."""
    return bool(re.search(rf"(?:^|[^a-z])(?:anti-)?{re.escape(subject)} (?:Act|law|Ordinance)$", title))


def _numbered(passage: Passage, found: tuple[Citation, ...]) -> list[Provision]:
    """Return the offences of the place with a number that is cited without its law, and whose matter is spoken of."""
    numbers = {n.replace("-", "").upper() for c in found if c.bare for n in c.sections}
    if not numbers:
        return []
    laws, said = passage.ground.laws, stems(sentence(passage))
    best: list[Provision] = []
    most = 0
    for place in places(passage):
        for work in (w for w in laws.works.values() if w.jurisdiction == place):
            for provision in laws.of(work.id):
                if provision.section.upper() not in numbers or provision.kind not in OFFENCES or not provision.versions:
                    continue
                phrases = (provision.title, *provision.conduct, *work.subjects)
                shared = len(frozenset().union(*map(stems_of, phrases)) & said - ANYBODY)
                best = [*(best if shared == most else ()), provision] if shared and shared >= most else best
                most = max(most, shared)
    return best


def _nearly(passage: Passage) -> list[Provision]:
    """Return the offences of the place of whose title or conduct the sentence holds most telling words."""
    laws, said = passage.ground.laws, stems(sentence(passage)) - _WHOM
    if _TRAFFICKER.search(sentence(passage)) and not trades_in_goods(sentence(passage)):
        return list(laws.conducts.meant("human trafficking", places(passage)))
    met: list[tuple[int, Provision]] = []
    for place in places(passage):
        for work in laws.works.values():
            for provision in laws.of(work.id) if work.jurisdiction == place else ():
                if provision.kind in OFFENCES and provision.versions:
                    shared = max(_shared(phrase, said) for phrase in (provision.title, *provision.conduct))
                    met += [(shared, provision)] if shared else []
    most = max((shared for shared, _ in met), default=0)
    return [provision for shared, provision in met if shared == most]


def _shared(phrase: str, said: frozenset[str]) -> int:
    """Count the telling words of a phrase that are said, 0 where they are too few to tell the offence."""
    telling = stems_of(phrase) - _WHOM
    shared = len(telling & said)
    return shared if shared >= _TWO and shared >= _MOST * len(telling) else 0


def by_conduct(passage: Passage) -> tuple[Provision, ...]:
    """Return the offences whose conduct a sentence describes, of the jurisdiction it speaks of."""
    return passage.ground.laws.conducts.meant(sentence(passage), places(passage))


def _of_works(passage: Passage, found: tuple[Citation, ...]) -> list[Provision]:
    ids = tuple(id_ for citation in found if not citation.sections for id_ in works(passage, citation))
    if not ids and all(citation.bare for citation in found):
        by_year = described(passage)
        ids = _unnamed(passage) if by_year is None else by_year
    return [p for id_ in ids for p in passage.ground.laws.of(id_) if p.versions and p.kind in OFFENCES]


def _unnamed(passage: Passage) -> tuple[str, ...]:
    """Return the work meant by `the law`: the one named before, else one whose matter the sentence names."""
    words = sentence(passage)
    if passage.work and _THIS_LAW.search(words):
        return (passage.work,)
    return tuple(work.id for work in about(passage)) if _THE_LAW.search(words) else ()


def works_meant(passage: Passage) -> tuple[str, ...]:
    """Return the Acts a sentence cites, or the one named before where it says `the Act`."""
    if passage.cited:
        return tuple(id_ for citation in passage.cited for id_ in citation.works)
    return (passage.work,) if passage.work and _THE_ACT.search(sentence(passage)) else ()


def bare(passage: Passage) -> tuple[str, ...]:
    """Return the works a section number alone may belong to: Acts named beside it, before, the country's penal code."""
    beside = [id_ for citation in passage.cited for id_ in citation.works[:1]]
    return tuple(dict.fromkeys(filter(None, (*beside, passage.work, _CODES.get(passage.ground.country, "")))))


def sentence(passage: Passage) -> str:
    """Return the words of a sentence."""
    return passage.between(passage.span.start, passage.span.end)
