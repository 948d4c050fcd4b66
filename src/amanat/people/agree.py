"""Where the lists and the net speak of the same words, and where only one of them does.

The lists know titles, frames and South Asian names; the net has seen names it has no list for. Each finds what the
other misses (docs/decisions/0012): what the net is sure of is a name although no list holds it, a name the lists cut
short grows to what the net sees, and what the lists only doubt needs a nod from the net.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from amanat.core import Cover, Identifier, Place, Span, Trace, TraceKind
from amanat.languages.lexicon import lexicon
from amanat.people.candidate import Candidate, Names, nobody, title_before

_SURE = 0.75
_NOD = 0.35
_LIKELY = 0.6
_WHERE = {TraceKind.VILLAGE, TraceKind.ADDRESS, TraceKind.DISTRICT}
_ODD = re.compile(r"[\d\n\r;:!?()\[\]{}<>@#/]")
_ARABIC = re.compile(r"[\u0600-\u06FF]")
_OPENS = re.compile(r" [\"“‘']")
_CLOSES = re.compile(r"[\"”’'] ")
_STRETCH = 64  # letters; most names lie in one such piece of the text
_NO_NAME = re.compile(r"God|Allah|(?:Jesus )?Christ")  # a longer list would hide `Grace` and `Vani`
_REACH = 60


def agreed(names: Names, seen: tuple[Trace, ...], places: tuple[Place, ...], text: str) -> Names:
    """Put the two readings together.

    Args:
        names: what the lists found.
        seen: traces of the net.
        places: places of the gazetteer, which are no persons.
        text: the text of both.
    """
    shelf, placed = _Shelf(names.people), Cover([*names.bodies, *(p.span for p in places)])
    nets = [t for t in seen if t.kind is TraceKind.NAME and _plain(text, t.span)]
    for trace in sorted(nets, key=lambda t: (-len(t.span), t.span)):
        touching = shelf.touching(trace.span)
        if touching:
            _grow(shelf, touching, trace)
        elif trace.score >= _SURE and not placed.touches(trace.span) and _a_name(text, trace.span):
            shelf.put(Candidate(trace.span, _title(text, trace.span), 1.0))
    people = shelf.people
    nods, taken = Cover(t.span for t in nets if t.score >= _NOD), Cover(p.span for p in people)
    people += [c for c in names.doubtful if nods.touches(c.span) and not taken.touches(c.span)]
    return Names(tuple(_nicknamed(sorted(people, key=lambda c: c.span), text)), names.bodies, names.doubtful)


def _nicknamed(people: list[Candidate], text: str) -> Iterator[Candidate]:
    """`Arif “Kala” Dogar` is one name: what stands in quotation marks between two names belongs to both."""
    number = 0
    while number < len(people):
        three = people[number : number + 3]
        between = [text[a.span.end : b.span.start] for a, b in pairwise(three)]
        if len(between) == 2 and _OPENS.fullmatch(between[0]) and _CLOSES.fullmatch(between[1]):  # noqa: PLR2004
            first, _, last = three
            yield replace(first, span=Span(first.span.start, last.span.end))
            number += 3
        else:
            yield people[number]
            number += 1


def small_places(
    text: str, seen: tuple[Trace, ...], places: tuple[Place, ...], bodies: tuple[Span, ...]
) -> Iterator[Trace]:
    """Places that the net sees and the gazetteer does not hold: quarters, hamlets, bazaars.

    Districts, provinces and states are not small; what stands in the name of a body is no address.
    """
    known = Cover([*bodies, *(p.span for p in places)])
    for trace in seen:
        if trace.kind not in _WHERE or trace.score < _LIKELY or known.touches(trace.span):
            continue
        after = re.findall(r"[\w’'-]+", text[trace.span.end : trace.span.end + _REACH])[:3]
        if any(lexicon("en").role_of("organisations", word.lower()) for word in after):
            continue  # `North Ashworth police`, `… Crown Court`
        yield Trace(trace.span, TraceKind.ADDRESS, Identifier.QUASI, trace.score)


def beside_rules(small: Iterable[Trace], found: list[Trace]) -> Iterator[Trace]:
    """What the rules found already needs no second reading; where the net sees more, it is of the kind they say.

    Otherwise the label of a place would hang on how the net reads the name of a person beside it.
    """
    ruled = [t for t in found if t.kind in {TraceKind.VILLAGE, TraceKind.ADDRESS, TraceKind.SCHOOL}]
    for trace in small:
        over = [t for t in ruled if t.span.overlaps(trace.span)]
        if not any(t.span.covers(trace.span) for t in over):
            yield replace(trace, kind=over[0].kind) if over else trace


def _plain(text: str, span: Span) -> bool:
    """Tags, handles, single letters, and stretches with digits or brackets are no names of persons."""
    words = text[span.start : span.end]
    return (
        not _ODD.search(words)
        and bool(re.search(r"[^\W\d_]{2}", words))
        and text[max(0, span.start - 1) : span.start] not in {"#", "@"}
        and not nobody(text, span)
    )


class _Shelf:
    """Candidates by where they stand, while some of them grow: asking who stands at a place looks there only."""

    def __init__(self, people: Iterable[Candidate]) -> None:
        self.people: list[Candidate] = []
        self._at: dict[int, set[int]] = {}
        for candidate in people:
            self.put(candidate)

    def put(self, candidate: Candidate, number: int | None = None) -> None:
        """Add a candidate, or put it in the place of another."""
        if number is None:
            number = len(self.people)
            self.people.append(candidate)
        self.people[number] = candidate
        for stretch in _stretches(candidate.span):
            self._at.setdefault(stretch, set()).add(number)

    def touching(self, span: Span) -> set[int]:
        """Return the numbers of those that share a code point with a span."""
        near = (n for stretch in _stretches(span) for n in self._at.get(stretch, ()))
        return {n for n in near if self.people[n].span.overlaps(span)}


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


def _grow(shelf: _Shelf, touching: set[int], trace: Trace) -> None:
    """A name that the net sees longer, and that is one name for the lists too, grows."""
    (number, *more) = touching
    old = shelf.people[number]
    if not more and trace.score >= _SURE and trace.span.covers(old.span):
        shelf.put(Candidate(trace.span, old.title, old.score), number)


def _a_name(text: str, span: Span) -> bool:
    """English writes names with a capital; Urdu has none, so there a noun or title (`کمسن`, `بیلف`) is no name."""
    if not _ARABIC.match(text[span.start]):
        return text[span.start].isupper() and not _NO_NAME.fullmatch(text[span.start : span.end])
    urdu = lexicon("ur")
    told = ("not_names", "child_nouns", "crime", "done_to", "deed_nouns", "process", "convicted", "speech")
    plain = urdu.all_titles.union(urdu.all_nouns, *(urdu.words(key) for key in told))
    return not all(word in plain for word in text[span.start : span.end].split())


def _title(text: str, span: Span) -> str:
    return title_before(text[max(0, span.start - _REACH) : span.start], lexicon("en"))
