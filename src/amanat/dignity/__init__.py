"""Which words harm?

Phrase rules are YAML files below `phrases/`; rules that need to know who is who are modules in `rules/`.
The walk: blocks → sieve → whole pattern → exceptions, field and roles (`scan`) → quotations, caps, overlaps (`settle`).
"""

from amanat.core import Answer, Document, Finding, RuleCard, Scene
from amanat.dignity.field import Field
from amanat.dignity.missing import lacking
from amanat.dignity.phrase import phrases
from amanat.dignity.quotes import Quotes
from amanat.dignity.rules import rules
from amanat.dignity.scan import hits
from amanat.dignity.settle import beside, findings
from amanat.dignity.view import View
from amanat.registers import Registers

STORY = 200_000
"""Code points; rules that judge a story as a whole have nothing to say about a longer text."""


def ask(document: Document, scene: Scene, registers: Registers) -> Answer:
    """Name the words of a document that harm, and what the whole story lacks.

    Args:
        document: the story.
        scene: who is in it; roles decide whether words speak of a victim, an accused or an official.
        registers: not needed yet; titles of laws will come from there.
    """
    del registers
    quotes = Quotes.of(document, scene)
    spoken = findings(document, hits(document, scene), quotes)
    coded: list[Finding] = []
    if len(document.text) <= STORY:
        view = View(scene, quotes, Field(document.text))
        coded = [found for rule in rules() for found in rule.check(document, view)]
        coded += lacking(document)
    everything = beside(spoken, coded)
    return Answer(findings=tuple(sorted(everything, key=lambda finding: finding.order)))


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    cards_ = [phrase.card for phrase in phrases()] + [rule.card for rule in rules()]
    return tuple(sorted(cards_, key=lambda card: card.code))
