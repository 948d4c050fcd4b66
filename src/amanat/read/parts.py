"""Cut a plain text into blocks, each with its language and direction."""

import re
from collections import Counter

from amanat.core import Part, PartKind, Span
from amanat.languages import detect

_BLOCK = re.compile(r"[^\r\n]+")
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
    main = detect(text)
    lines = _unwrapped(text, [Span(*m.span()) for m in _BLOCK.finditer(text) if m.group().strip("\ufeff \t")])
    parts = []
    weight: Counter[str] = Counter()
    for number, span in enumerate(lines):
        words = text[span.start : span.end]
        own = detect(words) if _TELLING.match(words) else main
        weight[own.tag] += len(words)
        kind = kind_of(words, first=number == 0 and len(lines) > 1)
        parts.append(Part(span, kind, own.tag, own.direction))
    return (weight.most_common(1)[0][0] if weight else main.tag), tuple(parts)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join lines that were broken inside a sentence: the very next one goes on in small letters."""
    out: list[Span] = []
    for line in lines:
        before = text[max(out[-1].start, out[-1].end - _TAIL) : out[-1].end].rstrip()[-3:] if out else "."
        next_ = bool(out) and text[out[-1].end : line.start] in {"\n", "\r\n", "\r"}
        if next_ and text[line.start].islower() and not _ENDS_SENTENCE.search(before.replace(",", " ")):
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def kind_of(words: str, *, first: bool) -> PartKind:
    """Guess what a block is from its words; only the first of several can be the headline."""
    if _CAPTION.match(words):
        return PartKind.CAPTION
    if first and len(words) <= _HEADLINE_LENGTH and not _ENDS_SENTENCE.search(words):
        return PartKind.HEADLINE
    return PartKind.BODY
