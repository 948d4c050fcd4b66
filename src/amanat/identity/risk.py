"""How many people fit what is left: k-map over census cells ("journalist risk").

k is the number of residents of the smallest place that the text still ties to the person, of the person's sex where
the text tells it, times the share of the age it tells. Ages are counted flat, one seventieth of the population for
each year, since the packs hold no age tables: read the number as an order of magnitude (docs/decisions/0011).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from amanat.core import Cover, Person, Place, Scene
from amanat.identity.scope import Scope, protected, whose
from amanat.registers import Registers
from amanat.registers.areas import Area

FLOOR = 1_000
"""Below this many people a description points at somebody; a choice of ours, not a law."""
_LIFE = 70  # years over which a flat estimate spreads a population
_BANDS = ((13, 13), (18, 5), (30, 12), (200, 40))  # upper age, width in years of the band a label keeps


@dataclass(frozen=True, slots=True)
class Fit:
    """How many people fit what the text says of one person."""

    person: str
    as_written: int | None
    """With the age and places as the draft has them; None when no place of the packs is tied to the person."""
    as_masked: int | None
    """With the masks in place."""
    area: str
    """Name of the smallest place left standing, from the packs."""


def fit(registers: Registers, person: Person, hidden: Cover, near: Sequence[Place]) -> Fit:
    """Estimate how many people fit a person's description, as written and as masked.

    Args:
        registers: where the census counts are.
        person: whom to count for.
        hidden: what is masked.
        near: the places tied to the person (`places_of`).
    """
    open_ = [p for p in near if not hidden.touches(p.span)]
    written, _ = _residents(near, registers, person.gender)
    masked, area = _residents(open_, registers, person.gender)
    age = person.age
    return Fit(
        person.id,
        _share(written, 1) if age is not None else written,
        _share(masked, _width(age)) if age is not None else masked,
        area,
    )


def places_of(scene: Scene, scope: Scope) -> dict[str, list[Place]]:
    """Return, for each person to protect, the places in sentences about them.

    The story's first place stands for who has none.
    """
    near: dict[str, list[Place]] = {person.id: [] for person in protected(scene)}
    for place in scene.places:
        near.get(whose(scope, place.span), []).append(place)
    return {id_: found or list(scene.places[:1]) for id_, found in near.items()}


def _residents(places: Sequence[Place], registers: Registers, gender: str) -> tuple[int | None, str]:
    sizes = []
    for place in places:
        area = registers.places.by_id(place.id)
        count = (area.residents(gender) or area.residents()) if area else place.population
        if count and area:
            sizes.append((count, area.name))
    return min(sizes, default=(None, ""))


def fitting(areas: Sequence[Area], gender: str, age: int | None, *, exact: bool) -> int | None:
    """Count the people of the smallest area who have this sex and age; None when no area has a count.

    Args:
        areas: where the person may be.
        gender: `f`, `m` or empty for anybody.
        age: in years, None when nobody told.
        exact: the age is known to the year, not only as a band.
    """
    counts = [count for area in areas if (count := area.residents(gender) or area.residents())]
    return None if not counts else _share(min(counts), 1 if exact else _width(age)) if age is not None else min(counts)


def _share(people: int | None, years: int) -> int | None:
    return None if people is None else people * years // _LIFE


def _width(age: int) -> int:
    return next(width for high, width in _BANDS if age < high)


def rounded(count: int) -> str:
    """Write a count with one significant figure and `about`: a flat estimate deserves no more."""
    if count < 10:  # noqa: PLR2004
        return "fewer than 10 people"
    unit = 10 ** (len(str(count)) - 1)
    return f"about {count // unit * unit:,} people"
