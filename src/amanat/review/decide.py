"""What the desk decides, laid over what was found: only the rooms that ask for people are asked again.

::

    document ──begin──▶ Reading (scene, answers, review) ──decide──▶ Review, with decisions in it

Looking for people takes most of a review's time and does not depend on a decision. So it is done once; a decision
changes people in the scene, and identity, dignity and aid answer again (docs/decisions/0073).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType, ModuleType

from amanat import aid, dignity, identity, people
from amanat.core import (
    Answer,
    Document,
    Finding,
    Fix,
    Identifier,
    Mask,
    Mention,
    Person,
    Protection,
    Review,
    Role,
    Scene,
    Span,
    TraceKind,
)
from amanat.people.protection import protection_of
from amanat.registers import Registers
from amanat.review import ROOMS, Profile, rule_codes
from amanat.review.gather import gather

ASK_FOR_PEOPLE = (identity, dignity, aid)
"""Rooms whose answers may change with a role. `tests/review/test_decide.py` holds the others to it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the desk says of one person; None leaves what was found."""

    role: Role | None = None
    protection: Protection | None = None
    is_child: bool | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """A stretch that was not found by itself."""

    span: Span
    kind: TraceKind = TraceKind.NAME
    """`NAME` makes a person of it, at every place where these words stand; another kind hides just this stretch."""
    role: Role = Role.OTHER_PRIVATE
    protection: Protection = Protection.PROTECT


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that was decided about one document."""

    rulings: Mapping[int, Ruling] = field(default_factory=lambda: MappingProxyType({}))
    """By the place where the person is first mentioned: ids may change with a newer version, places do not."""
    missed: tuple[Missed, ...] = ()
    bare: tuple[Span, ...] = ()
    """Masks that are lifted."""
    fixes: tuple[Fix, ...] = ()
    """Wordings taken over into the edition."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One pass, with what a second one need not do again."""

    scene: Scene
    answers: tuple[Answer, ...]
    """By room, in the order of `ROOMS`."""
    review: Review
    words: aid.Words
    """What aid reads of the words alone: most of its time."""


def begin(
    document: Document,
    registers: Registers,
    jurisdiction: str = "",
    told: Callable[[str], None] = lambda _: None,
) -> Reading:
    """Review a document as `review` does, and keep what lies between.

    Args:
        document: the story.
        registers: what is known.
        jurisdiction: whose law to ask; found from the places in the text when empty.
        told: is told the name of each step as it begins, for whoever waits.
    """
    told("people")
    scene = people.look(document, registers, jurisdiction)
    answers, words = [], aid.heard(document, registers)
    for room in ROOMS:
        told(room.__name__.rpartition(".")[2])
        answers.append(_asked(document, room, scene, registers, words))
    return Reading(scene, tuple(answers), gather(document, scene, answers, rule_codes()), words)


def decide(document: Document, reading: Reading, registers: Registers, decisions: Decisions) -> Review:
    """Return the review with the decisions in it.

    Args:
        document: the story.
        reading: the pass it is laid over; it is not changed.
        registers: what is known.
        decisions: all of them, each time: nothing is added up, so undoing one is leaving it out.
    """
    scene = scene_of(document, reading, decisions)
    answers = reading.answers
    if scene.people != reading.scene.people:
        answers = tuple(
            _asked(document, room, scene, registers, reading.words) if room in ASK_FOR_PEOPLE else answer
            for room, answer in zip(ROOMS, answers, strict=True)
        )
    found = gather(document, scene, [*answers, Answer(masks=_stretches(decisions))], rule_codes())
    bare = set(decisions.bare)
    return _reworded(replace(found, masks=tuple(m for m in found.masks if m.span not in bare)), decisions.fixes)


def scene_of(document: Document, reading: Reading, decisions: Decisions) -> Scene:
    """Return the scene with what was decided about the people in it."""
    return replace(reading.scene, people=_people(document, reading.scene, decisions))


def open_in(document: Document, reading: Reading, review: Review, decisions: Decisions) -> tuple[Profile, ...]:
    """Read off what a story leaves open about each person to protect, once its masks are in place."""
    return identity.profiles(document, scene_of(document, reading, decisions), review.masks)


def beside(
    document: Document, reading: Reading, registers: Registers, decisions: Decisions, earlier: Sequence[Profile]
) -> tuple[Finding, ...]:
    """Return what the identity room says of a story laid beside earlier ones (I008)."""
    scene = scene_of(document, reading, decisions)
    return identity.beside_earlier(document, scene, registers, earlier).findings


def settled_words(document: Document, review: Review, decisions: Decisions) -> frozenset[str]:
    """Return the words that the desk decided to leave: a proof pass that finds them has found nothing new."""
    people_ = [p for p in review.people if p.mentions[0].span.start in decisions.rulings]
    spans = [s for p in people_ if p.protection is not Protection.PROTECT for s in p.names]
    hidden = [document.at(s) for p in review.people if p.protection is Protection.PROTECT for s in p.names]
    said = [document.at(span) for span in (*spans, *decisions.bare)]
    return frozenset(_spoken(said) - _spoken(hidden))


def _spoken(names: Iterable[str]) -> set[str]:
    """Return names and their single words, in small letters."""
    return {part.casefold() for name in names for part in (name, *name.split())}


def _asked(document: Document, room: ModuleType, scene: Scene, registers: Registers, words: aid.Words) -> Answer:
    return aid.ask(document, scene, registers, words) if room is aid else room.ask(document, scene, registers)


def _people(document: Document, scene: Scene, decisions: Decisions) -> tuple[Person, ...]:
    ruled = [_ruled(p, decisions.rulings.get(p.mentions[0].span.start)) for p in scene.people]
    for number, missed in enumerate((m for m in decisions.missed if m.kind is TraceKind.NAME), 1):
        made = _added(document, ruled, missed, f"a{number}")
        if made:
            ruled.append(_ruled(made, decisions.rulings.get(made.mentions[0].span.start)))
    return tuple(ruled)


def _ruled(person: Person, ruling: Ruling | None) -> Person:
    if ruling is None:
        return person
    role = ruling.role or person.role
    child = person.is_child if ruling.is_child is None else ruling.is_child
    child = {Role.MINOR_VICTIM: True, Role.VICTIM: False}.get(role, child)
    usual = person.protection if role is person.role else protection_of(role)
    usual = Protection.PROTECT if child else usual  # whatever a child did or suffered
    return replace(
        person, role=role, is_child=child, protection=ruling.protection or usual, reason="decided at this desk"
    )


def _added(document: Document, known: Iterable[Person], missed: Missed, id_: str) -> Person | None:
    """Make a person of a name, at every place where it stands and belongs to nobody yet."""
    taken = [s for p in known for s in p.names]
    words = re.escape(document.at(missed.span))
    places = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){words}(?!\w)", document.text)] or [missed.span]
    free = tuple(Mention(s) for s in places if not any(s.overlaps(t) for t in taken))
    if not free:
        return None
    child = True if missed.role is Role.MINOR_VICTIM else None
    return Person(id_, missed.role, missed.protection, child, free, "added at this desk")


def _stretches(decisions: Decisions) -> tuple[Mask, ...]:
    return tuple(
        Mask(m.span, "", m.kind, Identifier.DIRECT, "[detail withheld]")
        for m in decisions.missed
        if m.kind is not TraceKind.NAME
    )


def _reworded(review: Review, fixes: tuple[Fix, ...]) -> Review:
    """Put wordings beside the masks. Where the two meet, what is hidden stays hidden and the wording waits.

    A number that was hidden because it is wrong hides nobody: it gives way to the number the desk chose.
    """
    chosen = {fix.span for fix in fixes}
    masks = [
        m for m in review.masks if not (m.span in chosen and m.kind is TraceKind.PHONE and m.risk is Identifier.QUASI)
    ]
    free = [f for f in fixes if not any(f.span.overlaps(m.span) for m in masks)]
    words = [Mask(f.span, "", TraceKind.OTHER, Identifier.QUASI, f.replacement) for f in free]
    apart: list[Mask] = []
    for mask in sorted(words, key=lambda m: m.span):
        if not (apart and apart[-1].span.overlaps(mask.span)):
            apart.append(mask)
    return replace(review, masks=tuple(sorted((*masks, *apart), key=lambda m: m.span)))
