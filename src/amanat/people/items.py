"""Unrelated items on one page: split before anybody asks who is who."""

import re
from itertools import pairwise

from amanat.core import Span

_DATELINE = re.compile(
    r"(?m)^\s*(?:[A-Z][A-Z .'-]{3,30}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s*(?:\([A-Z][a-z]+\))?\s*[:–—-]{1,2}\s+(?=[A-Z“\"])"
)
_DIGEST = re.compile(r"(?i)^\W*[^\n]{0,60}\b(?:in brief|briefs|crime diary|court diary|news diary|round-?up|digest)\b")
"""The first line of a page of short items; elsewhere a short line is a heading within one story."""
_HEADING = re.compile(r"(?m)(?<=\n)[ \t]*\n(?=[^\n.!?:]{8,80}\n\s*\n?[^\n]{60})")
_RULE = re.compile(r"(?m)^\s*(?:\*{3,}|-{3,}|_{3,}|={3,}|#{2,}|•{3,}|⁂)\s*$")


def items(text: str) -> tuple[Span, ...]:
    """Cut a page into items at datelines (`MULTAN: Police …`) and ruled lines, and a digest at its headings.

       Most texts are one item.
    The first dateline opens the first item, so it cuts nothing.
    """
    datelines = [m.start() for m in _DATELINE.finditer(text)]
    headings = [m.end() for m in _HEADING.finditer(text)] if _DIGEST.match(text) else []
    cuts = sorted({*datelines[1:], *headings, *(m.end() for m in _RULE.finditer(text))})
    edges = [0, *[c for c in cuts if 0 < c < len(text)], len(text)]
    return tuple(Span(a, b) for a, b in pairwise(edges) if b > a) or (Span(0, max(1, len(text))),)
