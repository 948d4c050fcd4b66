"""Who can help the people in this story?

The walk: is help printed (`present`) → whom the story accuses (`accused`) → who needs what, where (`needed`) → the
register's answer, three to five with reasons (`chosen`) → printed numbers held against it (`printed`) → rules.
No number reaches a message or a reason; a number with a named source goes to the editor alone, to be called first. A
printed number that is known to be wrong is hidden in the edition, so that nobody dials it.
"""

from dataclasses import dataclass

from amanat.aid.accused import AccusedGroup, accused_groups, accused_in_words
from amanat.aid.chosen import services
from amanat.aid.needed import countries_of, query, situations
from amanat.aid.present import PrintedHelp, printed_help
from amanat.aid.printed import doubtful
from amanat.aid.rules import rules
from amanat.aid.view import Dropped, View
from amanat.core import Answer, Document, Help, Identifier, Mask, RuleCard, Scene, TraceKind
from amanat.registers import Registers
from amanat.registers.matching import Query
from amanat.registers.situations import Situation


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a story say whoever the people in it are: read once, though roles may change."""

    helps: tuple[PrintedHelp, ...]
    accused: tuple[AccusedGroup, ...]
    situations: tuple[Situation, ...]


def heard(document: Document, registers: Registers) -> Words:
    """Read what does not depend on who is who."""
    helps, accused = printed_help(document.text), accused_in_words(document.text)
    return Words(helps, accused, situations(document, registers))


def ask(document: Document, scene: Scene, registers: Registers, words: Words | None = None) -> Answer:
    """Say whether a story tells a victim where to turn, and who could be named.

    Args:
        document: the story.
        scene: its people, places and jurisdictions.
        registers: what is known; providers and places are asked.
        words: what was `heard` in it; read now when left out.
    """
    said = words or heard(document, registers)
    helps = said.helps
    accused = accused_groups(document, scene, said.accused)
    asked = query(document, scene, registers, frozenset(group.group for group in accused), said.situations)
    view = View(
        present=bool(helps),
        placed=bool(scene.places or scene.jurisdictions),
        services=services(registers, asked, readers=document.language),
        dropped=tuple(_dropped(registers, asked, group) for group in accused),
        numbers=doubtful(document, registers, countries_of(scene), helps),
    )
    findings = tuple(found for rule in rules() for found in rule.check(document, view))
    masks = tuple(
        Mask(number.span, "", TraceKind.PHONE, Identifier.QUASI, number.instead)
        for number in view.numbers
        if number.withheld
    )
    return Answer(findings=findings, masks=masks, help=Help(view.present, view.services))


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    return tuple(rule.card for rule in rules())


def _dropped(registers: Registers, asked: Query, group: AccusedGroup) -> Dropped:
    names = [p.name for p in registers.providers.dropped(asked) if group.group in p.conflict_groups]
    return Dropped(group.group, group.span, tuple(names))
