"""Which law, and which offences, a sentence means when it does not say so in full."""

import re

from amanat.law.citations import Citation
from amanat.law.passage import Passage
from amanat.registers.law_values import Provision, Work

OFFENCES = frozenset({"offence", "aggravation", "official-accountability"})
_DESCRIBED = re.compile(
    r"\b[Tt]he (?P<before>(?:19|20)\d\d) (?:[\w-]+ ){0,2}?(?:[Aa]ct|[Ll]aw|[Oo]rdinance|[Ll]egislation)\b"
    r"|\b(?:[Aa]ct|[Ll]aw|[Oo]rdinance|[Ll]egislation),? (?:of|from) (?P<behind>(?:19|20)\d\d)\b"
)
_THE_LAW = re.compile(r"\b(?:law|act|ordinance|legislation)s?\b", re.IGNORECASE)
_THIS_LAW = re.compile(r"\b(?:the|this|under it,?) (?:law|act)\b", re.IGNORECASE)
_CODES = {"PK": "pk.ppc.1860"}
_FEW = 5


def places(passage: Passage) -> tuple[str, ...]:
    """Return the jurisdictions whose law a sentence speaks of, nearest first; none when that is not one of ours."""
    ground, words = passage.ground, sentence(passage)
    named = {
        id_ for name, id_ in ground.places.items() if name in words and re.search(rf"\b{re.escape(name)}\b", words)
    }
    if any(not party.known for party in passage.parties) or len({id_.partition("-")[0] for id_ in named}) > 1:
        return ()
    parts = [id_ for id_ in named if "-" in id_]
    if len(parts) > 1:
        return ()
    return ground.jurisdictions.chain((parts or [*named])[0]) if named else ground.home


def works(passage: Passage) -> tuple[str, ...]:
    """Return the works a sentence cites; else the one it describes by year and matter; else the one named before."""
    cited = tuple(id_ for citation in passage.cited for id_ in citation.works)
    if cited or any(not citation.bare for citation in passage.cited):
        return cited
    described = _DESCRIBED.search(sentence(passage))
    if described:
        year, words = int(described["before"] or described["behind"]), sentence(passage)
        return tuple(w.id for place in places(passage) for w in passage.ground.laws.of_year(year, words, place))
    return (passage.work,) if passage.work else ()


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
    if found and all(citation.sections for citation in found):
        return [], False
    whole = _of_works(passage, found)
    # A code holds hundreds of offences, the register a few: without a section or the conduct none of them is meant.
    if whole and len(whole) <= _FEW:
        return whole, False
    conduct = by_conduct(passage)
    return [p for p in conduct if not found or p in whole], False


def by_conduct(passage: Passage) -> tuple[Provision, ...]:
    """Return the offences whose conduct a sentence describes, of the jurisdiction it speaks of."""
    return passage.ground.laws.conducts.meant(sentence(passage), places(passage))


def _of_works(passage: Passage, found: tuple[Citation, ...]) -> list[Provision]:
    ids = tuple(id_ for citation in found if not citation.sections for id_ in citation.works)
    if not ids and not found:
        words = sentence(passage)
        this = passage.work if _THIS_LAW.search(words) or _DESCRIBED.search(words) else ""
        ids = (this,) if this else tuple(work.id for work in about(passage)) if _THE_LAW.search(words) else ()
    return [p for id_ in ids for p in passage.ground.laws.of(id_) if p.versions and p.kind in OFFENCES]


def bare(passage: Passage) -> tuple[str, ...]:
    """Return the works a section number alone may belong to: the Act named before, then the country's penal code."""
    return tuple(filter(None, (passage.work, _CODES.get(passage.ground.country, ""))))


def sentence(passage: Passage) -> str:
    """Return the words of a sentence."""
    return passage.between(passage.span.start, passage.span.end)
