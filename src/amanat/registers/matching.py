"""Which bodies fit a question, and why each other one does not.

Safety is a filter and is never traded for a better fit: first who must not be named at all, then who does not fit,
and only then an order. Every body gets an answer, so that each exclusion can be shown on request.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from amanat.core import Confidence
from amanat.registers.hours import Hours

ADULT = 18
"""Age in years from which a person is no child (Convention on the Rights of the Child, article 1)."""
GENERAL = frozenset({"everyone", "without_means"})
"""Groups whose bodies take anybody."""
_ADULTS = frozenset({"women", "men", "transgender"})
OWN = _ADULTS | {"children"}
"""Groups that say who somebody is; all others say what happened to them, or how they stand."""
POLICE = frozenset({"police", "fia", "nccia"})
"""Conflict groups that report to a prosecutor: what is told there may become a case."""


class Caution(StrEnum):
    """What a body does that can put the person who turns to it in danger."""

    SUMMONS_OTHER_SIDE = "summons_other_side"
    """It calls the other side to a meeting."""
    RECONCILES = "reconciles"
    """It counts it as success when the two sides make peace."""
    OFFICIALS_ALLEGED = "officials_alleged"
    """A public report says that officials of its kind took part in the crime."""
    PAPERS_ASKED = "papers_asked"
    """It asks for identity papers."""
    POLICE_AT_THE_DOOR = "police_at_the_door"
    """Police or a court may stand between the person and its door."""


class Consent(StrEnum):
    """What the person has agreed to. Without it such bodies are left out."""

    POLICE = "police"
    """Contact with the police or an investigating agency."""
    OTHER_SIDE = "other_side"
    """That the other side hears of it."""


_NEEDS_CONSENT = {Caution.SUMMONS_OTHER_SIDE: Consent.OTHER_SIDE, Caution.RECONCILES: Consent.OTHER_SIDE}


class Reason(StrEnum):
    """Why a body is left out; the first that holds, safety before fit."""

    COUNTRY = "country"
    ENDED = "ended"
    DOUBTFUL = "doubtful"
    ACCUSED = "accused"
    POLICE = "police"
    OTHER_SIDE = "other_side"
    NEED = "need"
    PEOPLE = "people"
    AGE = "age"
    PLACE = "place"
    LANGUAGE = "language"
    CLOSED = "closed"


SAFETY = frozenset({Reason.ENDED, Reason.DOUBTFUL, Reason.ACCUSED, Reason.POLICE, Reason.OTHER_SIDE})
"""Reasons that no better fit outweighs."""


@dataclass(frozen=True, slots=True)
class Query:
    """Who needs what, and where. It holds no word of a story."""

    country: str
    needs: tuple[str, ...]
    """Ids, most pressing first."""
    areas: frozenset[str] = frozenset()
    """Ids of the place and of all areas around it."""
    groups: frozenset[str] = frozenset()
    """Whom the help is for."""
    accused: frozenset[str] = frozenset()
    """Conflict groups whose officials the story accuses: their bodies are dropped."""
    age: int | None = None
    """In years; None when it is not known."""
    languages: frozenset[str] = frozenset()
    """BCP 47 tags, one of which must be spoken; a body whose languages nobody asked about stays, and comes later."""
    at: datetime | None = None
    """Local time at which it must be open; None when that does not matter. Unknown hours are not open."""
    consents: frozenset[Consent] = frozenset({Consent.POLICE})
    """What the person agreed to. A story names bodies that readers turn to themselves; a referral starts from none."""


class Body(Protocol):
    """What the matcher asks of a body."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def country(self) -> str: ...  # noqa: D102
    @property
    def needs(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def serves(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def areas(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def not_areas(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def active(self) -> bool: ...  # noqa: D102
    @property
    def confidence(self) -> Confidence: ...  # noqa: D102
    @property
    def conflict_groups(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def cautions(self) -> frozenset[Caution]: ...  # noqa: D102
    @property
    def ages(self) -> tuple[int, int]: ...  # noqa: D102
    @property
    def languages(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def hours(self) -> Hours: ...  # noqa: D102


def refusal(body: Body, query: Query) -> Reason | None:
    """Return why a body must not, or need not, be named; None when it fits."""
    return next((reason for reason, holds in _TESTS if holds(body, query)), None)


def _summons(body: Body, query: Query) -> bool:
    return any(_NEEDS_CONSENT[c] not in query.consents for c in body.cautions & _NEEDS_CONSENT.keys())


def _for_others(body: Body, query: Query) -> bool:
    # a child is safe only where children are expected, or where everyone is
    groups = query.groups - _ADULTS if query.age is not None and query.age < ADULT else query.groups
    return not body.serves & (GENERAL | groups)


def _tongue(body: Body, query: Query) -> bool:
    return bool(query.languages and body.languages) and not body.languages & query.languages


_TESTS: tuple[tuple[Reason, Callable[[Body, Query], bool]], ...] = (
    (Reason.COUNTRY, lambda body, query: body.country != query.country),
    (Reason.ENDED, lambda body, _: not body.active),
    (Reason.DOUBTFUL, lambda body, _: body.confidence is Confidence.UNCERTAIN),
    (Reason.ACCUSED, lambda body, query: bool(body.conflict_groups & query.accused)),
    (Reason.POLICE, lambda body, query: bool(body.conflict_groups & POLICE) and Consent.POLICE not in query.consents),
    (Reason.OTHER_SIDE, _summons),
    (Reason.NEED, lambda body, query: not body.needs & set(query.needs)),
    (Reason.PEOPLE, _for_others),
    (Reason.AGE, lambda body, query: query.age is not None and not body.ages[0] <= query.age <= body.ages[1]),
    (Reason.PLACE, lambda body, query: not narrowest(body.areas, query) or bool(query.areas & set(body.not_areas))),
    (Reason.LANGUAGE, _tongue),
    (Reason.CLOSED, lambda body, query: query.at is not None and not body.hours.open_at(query.at)),
)


def narrowest(areas: Iterable[str], query: Query) -> str:
    """Return the smallest of a body's areas that holds the place; empty when none does."""
    held = [area for area in areas if area in query.areas or area == query.country]
    return max(held, key=lambda area: (area != query.country, not area.isupper(), "-div-" not in area), default="")


def groups_of(age: int | None, gender: str) -> frozenset[str]:
    """Return the groups that an age in years and a gender (`f`, `m`, `t`) put a person in; empty when both unknown."""
    if age is not None and age < ADULT:
        return frozenset({"children"})
    return frozenset({"f": {"women"}, "m": {"men"}, "t": {"transgender"}}.get(gender, set[str]()))


def counts(reasons: Mapping[str, Reason]) -> dict[Reason, int]:
    """Count how many bodies were left out for each reason, in the order of the reasons."""
    said = list(reasons.values())
    return {reason: said.count(reason) for reason in Reason if reason in said}
