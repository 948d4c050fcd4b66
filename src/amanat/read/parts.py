"""Cut a plain text into blocks, each with its language and direction."""

import re
from bisect import bisect_left
from collections import Counter

from amanat.core import Part, PartKind, Span
from amanat.languages import detect, language, not_english

_HEADLINE_LENGTH = 140
_TELLING = re.compile(r"(?:[\W\d_]*[^\W\d_]){20}")
"""Twenty letters; a shorter line does not tell its language."""
_TAIL = 20  # code points looked at for the end of a sentence; a joined block may be as long as the file
_CAPTION = re.compile(r"\s*(?:photo|picture|image|caption|file photo|تصویر)\s*[:/—-]", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.۔?؟!:;,]['\"”’]?\s*$")


def parts_of(text: str) -> tuple[str, tuple[Part, ...]]:
    """Return the language of most of the text, and its blocks.

    A block is a line of a plain-text story (one paragraph); lines broken inside a sentence are joined. The first
    block is a headline when it is short, does not end like a sentence and more follows; a line that starts like a
    caption is one.
    """
    main, english = detect(text), language("en")
    lines = _unwrapped(text, _lines(text))
    doubtful = not_english(text)
    parts = []
    weight: Counter[str] = Counter()
    for number, (start, end) in enumerate(lines):
        words = text[start:end]
        if main is english and words.isascii() and not _any_within(doubtful, start, end):
            own = english
        else:
            own = detect(words) if _TELLING.match(words) else main
        weight[own.tag] += len(words)
        kind = kind_of(words, first=number == 0 and len(lines) > 1)
        parts.append(Part(Span(start, end), kind, own.tag, own.direction))
    return (weight.most_common(1)[0][0] if weight else main.tag), tuple(parts)


def _any_within(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where the lines stand that hold something."""
    out: list[tuple[int, int]] = []
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        end = start + len(line)
        if line.strip("\ufeff \t"):
            out.append((start, end))
        start = end + 1
    return out


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines that were broken inside a sentence: the very next one goes on in small letters."""
    out: list[tuple[int, int]] = []
    for start, end in lines:
        if out and text[start].islower() and text[out[-1][1] : start] in {"\n", "\r\n", "\r"}:
            first, last = out[-1]
            before = text[max(first, last - _TAIL) : last].rstrip()[-3:]
            if not _ENDS_SENTENCE.search(before.replace(",", " ")):
                out[-1] = (first, end)
                continue
        out.append((start, end))
    return out


def kind_of(words: str, *, first: bool) -> PartKind:
    """Guess what a block is from its words; only the first of several can be the headline."""
    if _CAPTION.match(words):
        return PartKind.CAPTION
    if first and len(words) <= _HEADLINE_LENGTH and not _ENDS_SENTENCE.search(words):
        return PartKind.HEADLINE
    return PartKind.BODY
