"""Which law, and which offences, a sentence means when it does not say so in full."""

import re

from amanat.law.citations import Citation
from amanat.law.passage import Passage
from amanat.registers.law_values import Provision, Work

OFFENCES = frozenset({"offence", "aggravation", "official-accountability"})
_DESCRIBED = re.compile(
    r"(?:\b[Tt]he|[’']s) (?P<before>(?:19|20)\d\d) (?:[\w-]+ ){0,2}?(?:[Aa]ct|[Ll]aw|[Oo]rdinance|[Ll]egislation)\b"
    r"|\b(?:[Aa]ct|[Ll]aw|[Oo]rdinance|[Ll]egislation),? (?:of|from) (?P<behind>(?:19|20)\d\d)\b"
)
_THE_LAW = re.compile(r"\b(?:law|act|ordinance|legislation)s?\b", re.IGNORECASE)
_THIS_LAW = re.compile(r"\b(?:the|this|under it,?) (?:law|act)\b", re.IGNORECASE)
_THE_ACT = re.compile(r"\b(?:the|this) (?:act|law|statute|ordinance)\b", re.IGNORECASE)
_CODES = {"PK": "pk.ppc.1860"}
_FEW = 5


def places(passage: Passage) -> tuple[str, ...]:
    """Return the jurisdictions whose law a sentence speaks of, nearest first; none when that is not one of ours."""
    ground = passage.ground
    named = ground.named(passage.span)
    if any(not party.known for party in passage.parties) or len({id_.partition("-")[0] for id_ in named}) > 1:
        return ()
    parts = [id_ for id_ in named if "-" in id_]
    if len(parts) > 1:
        return ()
    return ground.jurisdictions.chain((parts or [*named])[0]) if named else ground.home


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
    for citation in found:
        # A bare `Section 3 states …` speaks of the Act named before, and only then of the penal code.
        for work in citation.works or (bare(passage) if citation.bare else ()):
            for number in citation.sections:
                out += [p for p in laws.section(work, number) if p.versions and p.kind in OFFENCES]
            if out:
                break
    if out:
        return out, True
    numbered = any(c.bare for c in found) and [p for p in by_conduct(passage) if _cited_bare(p, found)]
    if numbered:
        return numbered, True
    if found and all(citation.sections for citation in found):
        return [], False
    whole = _of_works(passage, found)
    # A code holds hundreds of offences, the register a few: without a section or the conduct none of them is meant.
    if whole and len(whole) <= _FEW:
        return whole, False
    conduct = by_conduct(passage)
    return [p for p in conduct if not found or p in whole], False


def _cited_bare(provision: Provision, found: tuple[Citation, ...]) -> bool:
    """Tell whether a number without a law is this offence's: `trafficking a child, under section 3(2)`."""
    return any(provision.section.upper() == n.replace("-", "").upper() for c in found if c.bare for n in c.sections)


def by_conduct(passage: Passage) -> tuple[Provision, ...]:
    """Return the offences whose conduct a sentence describes, of the jurisdiction it speaks of."""
    return passage.ground.laws.conducts.meant(sentence(passage), places(passage))


def _of_works(passage: Passage, found: tuple[Citation, ...]) -> list[Provision]:
    ids = tuple(id_ for citation in found if not citation.sections for id_ in citation.works)
    if not ids and not found:
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
