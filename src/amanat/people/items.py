"""Unrelated items on one page: split before anybody asks who is who."""

import re
from itertools import pairwise

from amanat.core import Span

_DATELINE = re.compile(
    r"(?m)^\s*(?:[A-Z][A-Z .'-]{3,30}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s*(?:\([A-Z][a-z]+\))?\s*[:–—-]{1,2}\s+(?=[A-Z“\"])"
)
_RULE = re.compile(r"(?m)^\s*(?:\*{3,}|-{3,}|_{3,}|={3,}|#{2,}|•{3,}|⁂)\s*$")


def items(text: str) -> tuple[Span, ...]:
    """Cut a page into items at datelines (`MULTAN: Police …`) and ruled lines; most texts are one item.

    The first dateline opens the first item, so it cuts nothing.
    """
    datelines = [m.start() for m in _DATELINE.finditer(text)]
    cuts = sorted({*datelines[1:], *(m.end() for m in _RULE.finditer(text))})
    edges = [0, *[c for c in cuts if 0 < c < len(text)], len(text)]
    return tuple(Span(a, b) for a, b in pairwise(edges) if b > a) or (Span(0, max(1, len(text))),)
