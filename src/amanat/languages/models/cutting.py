"""A text in pieces, with something else in place of each name: the nets that judge people and words never see one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from amanat.core import Span
from amanat.languages.models.pieces import Pieces
from amanat.languages.models.windows import shape, words

NOBODY = -1
_FIRST_CAPITAL = 2
_OTHER = 5


@dataclass(slots=True)
class Cut:
    """Pieces of one text, in order."""

    numbers: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    """Whose name a piece stands for; `NOBODY` for words."""


def cut(text: str, named: Iterable[tuple[Span, int, int]], pieces: Pieces) -> Cut:
    """Cut a text into pieces.

    Args:
        text: the text.
        named: where somebody is named, who it is, and the piece that stands there instead; of names that overlap the
            first stands.
        pieces: what cuts the words.
    """
    made, end = Cut(), 0
    for span, who, piece in sorted(named):
        if span.start < end:
            continue
        _add_words(text, end, span.start, pieces, made)
        made.numbers.append(piece)
        made.shapes.append(_FIRST_CAPITAL)
        made.starts.append(span.start)
        made.owners.append(who)
        end = span.end
    _add_words(text, end, len(text), pieces, made)
    return made


def _add_words(text: str, start: int, end: int, pieces: Pieces, made: Cut) -> None:
    numbers, starts = pieces.cut(text, start, end)
    spans, n = words(text, start, end), 0
    for at in starts:
        while n < len(spans) and spans[n][1] <= at:
            n += 1
        made.shapes.append(shape(text[spans[n][0] : spans[n][1]]) if n < len(spans) and spans[n][0] <= at else _OTHER)
    made.numbers += numbers
    made.starts += starts
    made.owners += [NOBODY] * len(starts)
