"""What rules cannot reach: a net reads the story as an editor marks it, and says where a frame harms.

A rule names words; insinuation has none of its own. The net was taught by invented stories that editors marked
(training/README.md) and never sees a name: one and the same piece stands wherever somebody is named. It only ever
suggests, and only where a newsroom asks for it: what it marks is told by the rules of form `frame`, one for each
category, silent until a house style turns them on; quotations and caps hold for them as for every rule
(docs/decisions/0066).
"""

from collections.abc import Iterator

from amanat.core import Document, Scene, Span
from amanat.dignity.blocks import blocks
from amanat.dignity.field import Field
from amanat.dignity.names import Proper
from amanat.dignity.phrase import FRAME
from amanat.dignity.rulebook import Rulebook
from amanat.dignity.scan import Hit
from amanat.dignity.usage import in_a_name, unsaid
from amanat.languages.models.marks import LONGEST, Head, Mark, marks
from amanat.registers import Registers

LEAST = 0.6
"""How sure the net must be of each word it marks (docs/decisions/0066)."""
_WORDS = 2  # words a stretch has at least: one alone is a matter for rules


def hits(document: Document, scene: Scene, book: Rulebook, registers: Registers, around: Field) -> Iterator[Hit]:
    """Yield what the net marks in an English story of the field, as hits of the rules of form `frame`.

    Args:
        document: the story.
        scene: who is in it.
        book: which rules speak.
        registers: names that keep their wording.
        around: the field of the document.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    rules = {phrase.category: phrase for phrase in book.of_form(FRAME)}
    if not rules or document.language != "en" or len(document.text) > LONGEST:
        return
    if not around.covers(0, len(document.text)):
        return
    proper = Proper.of(document.text, scene, registers)
    marked = [frame for frame in frames(document.text, scene) if frame.label in rules]
    for block in blocks(document):
        for frame in marked:
            if not block.span.start <= frame.span.start < block.span.end:
                continue
            span = Span(frame.span.start, min(frame.span.end, block.span.end))
            sentence = block.sentence(span)
            if proper.covers(span, sentence) or unsaid(document.text, span, sentence) or in_a_name(document.text, span):
                continue
            words_ = document.text[span.start : span.end].lower()
            yield Hit(rules[frame.label], span, words_, sentence)


def frames(text: str, scene: Scene) -> Iterator[Mark]:
    """Yield the stretches of a text that the net marks, in order.

    Args:
        text: the story's text.
        scene: whose names the net is not to see.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    names = [span for person in scene.people for span in person.names]
    return (mark for mark in marks(text, names, Head.HARM, LEAST) if mark.words >= _WORDS)
