"""Which words harm?

Phrase rules are YAML files below `phrases/`; rules that need to know who is who are modules in `rules/`; what no rule
can name a net reads (`reader`).
The walk: blocks → sieve → whole pattern → exceptions, field and roles (`scan`) → quotations, caps, overlaps (`settle`).
"""

from functools import lru_cache

from amanat.core import Answer, Document, Finding, RuleCard, Scene
from amanat.dignity.field import Field
from amanat.dignity.missing import lacking
from amanat.dignity.phrase import FRAME, phrases
from amanat.dignity.quotes import Quotes
from amanat.dignity.rulebook import rulebook
from amanat.dignity.rules import rules
from amanat.dignity.scan import hits
from amanat.dignity.settle import beside, findings
from amanat.dignity.view import View
from amanat.registers import Registers

STORY = 200_000
"""Code points; rules that judge a story as a whole have nothing to say about a longer text."""


def ask(document: Document, scene: Scene, registers: Registers, *, frames: bool = True) -> Answer:
    """Name the words of a document that harm, and what the whole story lacks.

    Args:
        document: the story.
        scene: who is in it; roles decide whether words speak of a victim, an accused or an official.
        registers: titles of laws and names of bodies, which keep their wording; and the newsroom's house style.
        frames: whether the net reads along where a house style asks for it; False between two keystrokes.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    book = rulebook(registers.house)
    quotes, around = Quotes.of(document, scene), Field.of(document.text)
    done: set[str] = set()
    spoken = findings(document, hits(document, scene, book, registers, around, done=done), quotes, done)
    coded: list[Finding] = []
    if len(document.text) <= STORY:
        view = View(scene, quotes, around)
        coded = [found for rule in rules() for found in rule.check(document, view)]
        coded = [*(found for found in coded if found.code not in book.off), *lacking(document, book, around)]
    everything = beside(spoken, coded)
    if frames and book.of_form(FRAME):
        from amanat.dignity import reader  # noqa: PLC0415 - numpy and a net: 0.1 s, and few newsrooms ask for them

        read = reader.hits(document, scene, book, registers, around)
        everything = beside(everything, findings(document, read, quotes, set()))
    return Answer(findings=tuple(sorted(everything, key=lambda finding: finding.order)))


def styled(registers: Registers) -> None:
    """Work out the house style now, so that a wrong one is told before any story is read.

    Raises:
        PackError: K009 or K023 for codes that are taken or unknown, with file and line.
    """
    rulebook(registers.house)


@lru_cache(maxsize=1)
def frame_codes() -> frozenset[str]:
    """Return the codes of what the net marks."""
    return frozenset(phrase.code for phrase in phrases() if phrase.form == FRAME)


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    cards_ = [phrase.card for phrase in phrases()] + [rule.card for rule in rules()]
    return tuple(sorted(cards_, key=lambda card: card.code))
