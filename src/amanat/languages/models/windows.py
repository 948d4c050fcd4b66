"""Cut texts into windows of one script, and bring what the net says about pieces back to words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from amanat.languages.models import Script

_WORD = regex.compile(r"[\w\u200c\u200d]+")
_ARABIC = regex.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_LETTER = regex.compile(r"\p{L}")
_STOP = regex.compile(r"(?<=\w{3}[.!?”\"’)]|[۔؟\n])[”\"’)]*\s+(?=[^\p{Ll}])")
_TOUCH = 4  # pieces two windows share at the end of a sentence
_LINE = regex.compile(r"[^\n]+\n*")


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring lines of one script."""

    start: int
    end: int
    script: Script


@dataclass(frozen=True, slots=True)
class Window:
    """What the net sees at once: pieces `first` to `last` (not included) of one segment."""

    segment: int
    first: int
    last: int


def segments(text: str) -> Iterator[Segment]:
    """Cut a text where its script changes from line to line; a line without letters goes with the one before."""
    start, script = 0, None
    for line in _LINE.finditer(text):
        words = line.group()
        letters = len(_LETTER.findall(words))
        own = (Script.URDU if 2 * len(_ARABIC.findall(words)) > letters else Script.LATIN) if letters else script
        if script is not None and own is not script:
            yield Segment(start, line.start(), script)
            start = line.start()
        script = own or script
    if text:
        yield Segment(start, len(text), script or Script.LATIN)


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the words of a stretch begin and end."""
    return [hit.span() for hit in _WORD.finditer(text, start, end)]


@lru_cache(maxsize=20_000)
def shape(word: str) -> int:
    """Case of a word, as the nets were taught it: 1 lower, 2 first capital, 3 all capitals, 4 with a digit, 5 other."""
    if any(sign.isdigit() for sign in word):
        return 4
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper():
        return 2
    return 1 if word.islower() else 5


def stops(text: str, starts: Sequence[int]) -> list[int]:
    """Numbers of the pieces that a sentence or a line begins with: good places to cut."""
    places = [hit.end() for hit in _STOP.finditer(text, starts[0] if starts else 0, starts[-1] + 1 if starts else 0)]
    return sorted({bisect_left(starts, place) for place in places} - {0, len(starts)})


def windows(segment: int, count: int, size: int, overlap: int, cuts: Sequence[int] = ()) -> Iterator[Window]:
    """Cut `count` pieces into windows of at most `size` pieces, edges not counted.

    A window ends at the last of `cuts` in its second half, and the next one begins a little before it; where there is
    none it ends where it is full, and the next one overlaps it by `overlap`.
    """
    first = 0
    while True:
        last = min(count, first + size)
        if last < count:
            place = bisect_right(cuts, last) - 1
            if place >= 0 and cuts[place] > first + size // 2:
                last = cuts[place]
                yield Window(segment, first, last)
                first = last - _TOUCH
                continue
        yield Window(segment, first, last)
        if last >= count:
            return
        first = last - overlap
