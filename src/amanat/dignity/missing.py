"""What a whole story lacks: the source of its figures, the other side, the stage of the case."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room
from amanat.dignity.field import Field
from amanat.dignity.pattern import compiled
from amanat.dignity.rulebook import Rulebook

MOST = 3
"""Remarks of this kind in one story, the gravest first; more would be a form to fill in."""
BRIEF = 700
"""Code points; a shorter text is a brief, and owes nobody context."""


def lacking(document: Document, book: Rulebook, around: Field | None = None) -> Iterator[Finding]:
    """Yield what an English story of the field should have and has not."""
    if len(document.text) < BRIEF or document.language != "en":
        return
    if not (around or Field.of(document.text)).covers(0, len(document.text)):
        return
    said = 0
    for phrase in book.of_form("missing"):
        if said == MOST:
            return
        if compiled(phrase.trigger).search(document.text) and not compiled(phrase.satisfied_by).search(document.text):
            said += 1
            yield Finding(
                phrase.code,
                Room.DIGNITY,
                None,
                phrase.severity,
                phrase.category,
                phrase.why,
                phrase.remedy,
                phrase.sources,
            )
