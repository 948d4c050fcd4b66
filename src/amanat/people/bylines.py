"""Who wrote the story: names on a line of their own under the headline, or after `By` at the foot."""

import re
from collections.abc import Mapping, Sequence

from amanat.core import Span
from amanat.people.cluster import Cluster

TOLD = 8.0
"""Points where the line says what it is: `By`, `Words:`, `… Crime Reporter`."""
BARE = 2.4
"""Points where a name stands alone on its line, or with a town: it may be a caption."""
_FOLLOWS = 40  # words: below that a line with a name may be a caption
_LONGEST = 4  # words of a writer's name
_LINES = 5  # the byline is among the first lines that are not empty
_WORK = re.compile(
    r"\b(?:by|words|text|pictures?|photos?|photographs?|photography|exclusive|report(?:er|ers|ing)?|correspondents?|editors?|"
    r"columnist|bureau|desk)\b:?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:and|in|from|for|with|additional|our|staff|special|chief|senior|crime|court|courts|political|home|legal|health|"
    r"education|foreign|asia|south|social|affairs|investigations?|local|democracy|religious|news)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?:[,|–—-]|\bin\b|\bfrom\b)\s*[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s*$")
_FOOT = re.compile(r"(?:^|\n)[ \t]*(?:By|From our correspondent|Reporter:|Reporting by|Words:)[ \t]+$")
_ENDS = re.compile(r"[ \t]*(?:\n|$|[|,/–—-])")


def bylines(text: str, clusters: Sequence[Cluster]) -> Mapping[Span, float]:
    """Find the mentions that sign the story.

    Args:
        text: the story.
        clusters: the persons named in it.

    Returns:
        Points for a journalist, by mention.
    """
    spans = sorted(m.span for c in clusters for m in c.mentions)
    found: dict[Span, float] = {}
    for span in spans:
        if _FOOT.search(text[max(0, span.start - 40) : span.start]) and _ENDS.match(text, span.end):
            found[span] = TOLD
    for number, (start, end) in enumerate(_under_the_headline(text)):
        here = [s for s in spans if start <= s.start and s.end <= end]
        whole = all(len(text[s.start : s.end].split()) <= _LONGEST for s in here)  # a longer one is a line of capitals
        points = _signs(text, start, end, here) if here and whole else 0.0
        if points < TOLD and number:
            continue  # a name alone further down heads what is told of it
        found |= {span: max(points, found.get(span, 0.0)) for span in here if points}
    return found


def _under_the_headline(text: str) -> list[tuple[int, int]]:
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[:2000])][:_LINES]
    return [(a, b) for a, b in lines[1:] if len(text[b:].split(maxsplit=_FOLLOWS + 1)) > _FOLLOWS]


def _signs(text: str, start: int, end: int, names: list[Span]) -> float:
    rest, at = "", start
    for span in names:
        rest, at = rest + text[at : span.start] + " ", span.end
    rest += text[at:end]
    told = _WORK.search(rest)
    bare = _BESIDE.sub(" ", _WORK.sub(" ", rest))
    if not re.search(r"\w", bare):
        return TOLD if told else BARE
    return (TOLD if told else BARE) if _TOWN.search(rest) and not re.search(r"\w", _TOWN.sub("", bare)) else 0.0
