"""What `people` hands to the rooms: who and where, before any question is asked."""

from dataclasses import dataclass

from amanat.core.person import Person
from amanat.core.span import Span
from amanat.core.trace import Trace


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer that the text names."""

    span: Span
    id: str
    """Id in the packs of a town, tehsil, district, province or country: `pk-swat.matta`, `pk-swat`, `PK-KP`, `PK`."""
    jurisdiction: str
    """The jurisdiction whose law holds there."""
    population: int | None
    """People living there, last census in the pack; None when unknown."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The people, places and traces of one document."""

    jurisdictions: tuple[str, ...]
    """Nearest first: `PK-KP`, `PK`. Empty when no place is known."""
    people: tuple[Person, ...]
    """In order of appearance."""
    places: tuple[Place, ...]
    """In order of appearance."""
    traces: tuple[Trace, ...]
    """Everything that could identify somebody, in order, before roles decide."""
    institutions: tuple[Span, ...] = ()
    """Names of bodies (courts, forces, ministries, organisations), which stay readable."""

    def person(self, id_: str) -> Person | None:
        """Return the person with this id."""
        return next((person for person in self.people if person.id == id_), None)
