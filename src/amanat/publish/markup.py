"""Text to HTML: marks cut so that overlaps need no nesting, directions kept, nothing invisible."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from amanat.core import Direction, Document, Part, Span, pieces
from amanat.publish.bidi import runs

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said of a stretch of a text: of a whole story, or of the block it is cut to."""

    span: Span
    """Where, counted from the start of that text."""
    kind: str
    """CSS class: which sort of remark it is."""
    after: str = ""
    """Safe HTML that follows it: a label or a reference in words, so that colour is never the only sign."""


def on_parts(document: Document, marks: Iterable[Mark]) -> Iterator[tuple[Part, tuple[Mark, ...]]]:
    """Yield each part of a story with what falls on it of the marks, counted from the start of the part.

    Args:
        document: the story.
        marks: over the whole story, in order of place. What follows a mark stands where it ends.
    """
    waiting, live = iter(marks), list[Mark]()
    following = next(waiting, None)
    for part in document.parts:
        while following and following.span.start < part.span.end:
            live.append(following)
            following = next(waiting, None)
        live = [mark for mark in live if mark.span.end > part.span.start]
        yield part, tuple(_cut(mark, part.span) for mark in live)


def _cut(mark: Mark, part: Span) -> Mark:
    start, end = max(mark.span.start, part.start), min(mark.span.end, part.end)
    return Mark(Span(start, end).shift(-part.start), mark.kind, mark.after if mark.span.end <= part.end else "")


def visible(text: str) -> str:
    """Escape a text for HTML; control and direction characters are shown by their number instead of acting."""
    return _HIDDEN.sub(lambda m: f'<span class="hidden-sign">U+{ord(m.group()):04X}</span>', escape(text, quote=True))


def block(text: str, direction: Direction, marks: Sequence[Mark] = ()) -> Markup:
    """Return one block of text as HTML, marked.

    Every edge of a mark is a cut; each piece carries all marks over it. Marks only colour and underline: padding, bold
    or borders would tear joined letters apart.
    """
    apart = runs(text, direction)
    opens, closes = {run.span.start: run.opens for run in apart}, {run.span.end: run.closes for run in apart}
    out: list[str] = []
    spans = [*(mark.span for mark in marks), *(run.span for run in apart)]
    for piece, over in pieces(len(text), spans) if text else ():
        above = [marks[n] for n in over if n < len(marks)]
        out.append(opens.get(piece.start, ""))
        words = visible(text[piece.start : piece.end])
        if above:
            kinds = " ".join(dict.fromkeys(mark.kind for mark in above))
            words = f'<mark class="{kinds}{" twice" if len(above) > 1 else ""}">{words}</mark>'
        out.append(words)
        out.append(closes.get(piece.end, ""))
        out += [mark.after for mark in above if mark.span.end == piece.end]
    return Markup("".join(out))  # noqa: S704 - every part of it was escaped above
