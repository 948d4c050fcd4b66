"""Who in the story needs what, and where: the question put to the register, without a word of the story in it."""

import re
from collections import Counter
from collections.abc import Iterable

from amanat.core import Document, Protection, Role, Scene
from amanat.registers import Registers
from amanat.registers.matching import Query
from amanat.registers.situations import Situation
from amanat.registers.telling import Way

_MOST = 3  # situations taken from a story; those told less than that are its background
_SUFFERED = {Role.VICTIM, Role.MINOR_VICTIM}
_WOMAN = re.compile(
    r"\b(?:wom[ae]n|wife|girls?|daughter|bride|mother|maid)\b|خاتون|خواتین|لڑکی|عورت|بیوی", re.IGNORECASE
)
_CHILD = re.compile(
    r"\b(?:child(?:ren)?|minors?|girls?|boys?|teenagers?|underage)\b|بچ[ہیےو]|کمسن|نابالغ|لڑک[یا]", re.IGNORECASE
)
_MAN = re.compile(r"\b(?:m[ae]n|migrants?|labourers?|workers?|youths?)\b|مرد|مزدور|نوجوان", re.IGNORECASE)
_GENERAL_NEEDS = ("advice_line", "legal_advice")


def situations(document: Document, registers: Registers) -> tuple[Situation, ...]:
    """Return what seems to have happened, the most told first.

    A situation told once beside others told often is background and left out.
    """
    told = registers.providers.situations.told_by(document.text)
    most = told[0][1] if told else 0
    return tuple(situation for situation, count in told if count * 4 >= most)[:_MOST]


def countries_of(scene: Scene) -> tuple[str, ...]:
    """Return the countries of a story, the one whose bodies can be named first.

    Empty where no pack reaches, and where a story names no place: help is never guessed to be in some country.
    """
    named = dict.fromkeys(place.jurisdiction.partition("-")[0] for place in scene.places)
    if scene.jurisdictions:
        return tuple(dict.fromkeys((scene.jurisdictions[-1].partition("-")[0], *named)))
    return ()


def query(
    document: Document,
    scene: Scene,
    registers: Registers,
    accused: frozenset[str],
    happened: tuple[Situation, ...] | None = None,
) -> Query:
    """Put together who needs what, and where.

    Args:
        document: the story; only closed lists of ours come out of it.
        scene: its people and places.
        registers: what is known.
        accused: conflict groups whose officials the story accuses.
        happened: what seems to have happened, as `situations` reads it; read now when left out.
    """
    happened = situations(document, registers) if happened is None else happened
    officials = ("complaint",) if accused else ()
    needs = [need for layer in layers(happened) for need in layer]
    return Query(
        country=next(iter(countries_of(scene)), ""),
        needs=tuple(dict.fromkeys((*needs[:2], *officials, *needs[2:], *_GENERAL_NEEDS))),
        areas=_areas(scene, registers),
        groups=_groups(document, scene, happened),
        accused=accused,
    )


def layers(happened: Iterable[Situation | Way]) -> Iterable[tuple[str, ...]]:
    """First the most pressing need of each situation, then the second of each, and so on."""
    lists = [situation.needs for situation in happened]
    for depth in range(max(map(len, lists), default=0)):
        yield tuple(needs[depth] for needs in lists if depth < len(needs))


def _areas(scene: Scene, registers: Registers) -> frozenset[str]:
    """The place told most in the nearest jurisdiction, and everything around it."""
    nearest = scene.jurisdictions[0] if scene.jurisdictions else ""
    inside = [place.id for place in scene.places if place.jurisdiction == nearest and place.id != nearest]
    centre = Counter(inside).most_common(1)[0][0] if inside else nearest
    return frozenset(area.id for area in registers.places.chain(centre)) | set(scene.jurisdictions)


def _groups(document: Document, scene: Scene, happened: Iterable[Situation]) -> frozenset[str]:
    """Whom the help is for: by the people who suffered; by the words only where no such person was found."""
    groups = {group for situation in happened for group in situation.groups}
    suffered = [p for p in scene.people if p.role in _SUFFERED and p.protection is Protection.PROTECT]
    known = {group for p in suffered for group in _of_person(p.is_child or p.role is Role.MINOR_VICTIM, p.gender)}
    if not known:
        words = (("women", _WOMAN), ("children", _CHILD), ("men", _MAN))
        known = {group for group, pattern in words if pattern.search(document.text)}
    if known and "women" not in known:
        groups.discard("women")
    return frozenset(groups | known)


def _of_person(child: bool, gender: str) -> set[str]:  # noqa: FBT001 - one person, two facts
    own = {"f": {"women"}, "m": {"men"}}.get(gender, set[str]())
    if child:
        return {"children"} | (own & {"women"})
    return own or {"women", "men"}
