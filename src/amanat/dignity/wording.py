"""What to write instead, so that it fits where it lands: number, capital, and the article before it."""

import re

from amanat.core import Document, Fix, Span
from amanat.dignity.phrase import Wording
from amanat.dignity.scan import Hit

_MANY = re.compile(r"(?:\w{2,}[^s\W]s|women|men|children|people|wives|aliens|illegals)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_VOWEL = re.compile(r"[aeio]|u(?!n[ie]|s[aei])", re.IGNORECASE)


def fixes(document: Document, hit: Hit) -> tuple[Fix, ...]:
    """Return the alternatives for one hit, each complete in itself."""
    text = document.text
    before = text[max(0, hit.span.start - 3) : hit.span.start]
    return tuple(_fix(before, text[hit.span.start], hit, wording) for wording in hit.phrase.fixes)


def _fix(before: str, first: str, hit: Hit, wording: Wording) -> Fix:
    words = wording.many if is_many(hit.words) else wording.one
    article = _ARTICLE.search(before)
    if article and words[:1].isalpha() and not is_many(hit.words):
        right = "an" if _VOWEL.match(words) else "a"
        if right != article.group(1).lower():
            right = right.capitalize() if article.group(1)[0].isupper() else right
            return Fix(Span(hit.span.start - len(article.group()), hit.span.end), f"{right} {words}")
    if first.isupper():
        words = words[:1].upper() + words[1:]
    return Fix(hit.span, words)


def is_many(words: str) -> bool:
    """Tell whether the matched words speak of several."""
    return bool(_MANY.search(words.strip()))
