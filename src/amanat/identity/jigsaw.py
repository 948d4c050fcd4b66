"""The same person across a newsroom's stories: what each hides may come together again.

A `Profile` says what one story, with its masks in place, leaves open about one person to protect: sex, age, places. It
holds no name and no words, so it may be kept. Two profiles may be of one person when nothing contradicts and enough
agrees; then their details are laid together, and the people who fit the sum are counted (docs/decisions/0014).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core import (
    Cover,
    Document,
    Finding,
    Identifier,
    Mask,
    MentionKind,
    Room,
    RuleCard,
    Scene,
    Severity,
    Source,
    TraceKind,
)
from amanat.identity.labels import name_labels
from amanat.identity.masks import masks_of
from amanat.identity.risk import FLOOR, fitting, places_of, rounded
from amanat.identity.scope import about, protected
from amanat.registers import Registers
from amanat.registers.areas import AreaKind

_AGE_SLACK = 1  # years: a birthday may lie between two stories
_SMALL = {AreaKind.TEHSIL, AreaKind.CITY, AreaKind.DISTRICT}

CARD = RuleCard(
    "I008",
    Room.IDENTITY,
    "Earlier stories and this one together point at somebody",
    Severity.WARNING,
    "One story gave the place, another the age: whoever reads both can find the person, although each alone hid "
    "enough. The newsroom's earlier stories were read for people who may be the same.",
    (Source("SPIA: Subject-level PII Inference Assessment (arXiv 2604.21211)", "https://arxiv.org/abs/2604.21211"),),
    wrong=(
        "Earlier: A girl, 9, was rescued in Nokundi. — Now: A girl rescued from traffickers in Nokundi is at school.",
    ),
    better=("Earlier: A girl, 9, was freed in Nokundi. — Now: A girl freed in the province is in school.",),
    negative=("The minister visited Sherani district and spoke with police.",),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a story leaves open about one person to protect."""

    story: str
    """Digest of the story, to point at it."""
    person: str
    """Id of the person in that story."""
    gender: str = ""
    """`f`, `m` or empty."""
    age: int | None = None
    """In years, where the story gives it openly."""
    places: tuple[str, ...] = ()
    """Ids of the places the story openly ties to the person, in order of their first mention."""


def profiles(document: Document, scene: Scene, masks: Sequence[Mask] | None = None) -> tuple[Profile, ...]:
    """Read off what a story still says about each person to protect.

    Args:
        document: the story.
        scene: who is in it.
        masks: what is hidden in it; worked out when left out, empty for a story that ran as it is.
    """
    hidden = Cover(m.span for m in (masks_of(document, scene) if masks is None else masks))
    near = places_of(scene, about(document, scene))
    told = any(
        t.kind is TraceKind.AGE and t.identifier is Identifier.QUASI and not hidden.touches(t.span)
        for t in scene.traces
    )
    return tuple(
        Profile(
            document.digest,
            person.id,
            person.gender,
            person.age if told else None,
            tuple(dict.fromkeys(p.id for p in near[person.id] if not hidden.touches(p.span))),
        )
        for person in protected(scene)
    )


def may_be_one(one: Profile, other: Profile, registers: Registers) -> bool:
    """Tell whether two profiles may speak of one person: no contradiction of sex or age, and a small place in common.

    Args:
        one: a profile.
        other: another.
        registers: which place lies in which.
    """
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if one.age is not None and other.age is not None and abs(one.age - other.age) > _AGE_SLACK:
        return False
    return any(_nested(a, b, registers) for a in one.places for b in other.places)


def _nested(one: str, other: str, registers: Registers) -> bool:
    """Tell whether one place is or lies in the other; provinces and countries are too wide to mean anything."""
    ones, others = registers.places.chain(one), registers.places.chain(other)
    small = bool(ones and others) and ones[0].kind in _SMALL and others[0].kind in _SMALL
    return small and (ones[0] in others or others[0] in ones)


def union(own: Profile, same: Sequence[Profile]) -> Profile:
    """Lay what earlier stories say of a person beside what this one says."""
    every = (own, *same)
    return Profile(
        own.story,
        own.person,
        next((p.gender for p in every if p.gender), ""),
        next((p.age for p in every if p.age is not None), None),
        tuple(dict.fromkeys(place for p in every for place in p.places)),
    )


def alerts(document: Document, scene: Scene, registers: Registers, earlier: Sequence[Profile]) -> Iterator[Finding]:
    """Warn of people whom this story and earlier ones give away together although this one alone does not.

    Args:
        document: the story.
        scene: who is in it.
        registers: where the census counts are.
        earlier: what earlier stories leave open; those of this very text are passed over.
    """
    labels = name_labels(protected(scene))
    for own in profiles(document, scene):
        same = [p for p in earlier if p.story != own.story and may_be_one(own, p, registers)]
        alone = _people(own, registers)
        together = _people(union(own, same), registers) if same else None
        if together is None or together >= FLOOR or (alone is not None and alone < FLOOR):
            continue
        person = scene.person(own.person)
        first = next((m.span for m in person.mentions if m.kind is not MentionKind.PRONOUN), None) if person else None
        number = len({p.story for p in same})
        yield Finding(
            CARD.code,
            Room.IDENTITY,
            first,
            CARD.severity,
            "jigsaw",
            f"With {'one earlier story' if number == 1 else f'{number} earlier stories'} that may speak of "
            f"{labels[own.person]}, {rounded(together)} fit what is told; this story alone leaves more.",
            "Leave out here what the other story did not give: the place, or the age.",
            CARD.sources,
        )


def _people(profile: Profile, registers: Registers) -> int | None:
    areas = [area for id_ in profile.places if (area := registers.places.by_id(id_))]
    return fitting(areas, profile.gender, profile.age, exact=True)
