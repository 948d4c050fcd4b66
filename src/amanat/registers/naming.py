"""Who may be named: which bans bind in a case, why, and whose leave lifts them.

Three strengths are kept apart: the law forbids, a code forbids, good practice advises. Where something about the case
is not known (the offence, the age, where it is published) a ban that could bind is given as `may bind`, never left out:
a name that is printed cannot be taken back.
"""

from dataclasses import dataclass
from enum import StrEnum

from amanat.core import Confidence
from amanat.registers.law_values import IdentityBan, LawfulPublication
from amanat.registers.laws import Laws

_ADULT = 18
_STRENGTH = ("law", "code", "good-practice")
STAGES = ("allegation", "investigation", "charge", "proceedings", "trial", "after")
"""Of a matter, in order: some bans begin with one of them."""


class Force(StrEnum):
    """What a ban does in a case."""

    BINDS = "binds"
    MAY_BIND = "may bind"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True)
class Case:
    """A person in a story and what is known of the matter. What is empty is not known."""

    jurisdictions: tuple[str, ...]
    """Where the matter lies, nearest first: `PK-SD`, `PK`."""
    role: str
    """`victim`, `family`, `accused`, `convicted`, `witness`, `missing` or `other`."""
    age: int | None = None
    child: bool | None = None
    """Whether under 18, where the age itself is not known."""
    sex: str = ""
    """`female` or `male`."""
    offences: frozenset[str] | None = None
    """Ids of sections or Acts alleged or found; None when nobody knows."""
    stage: str = ""
    medium: str = ""
    """`print`, `broadcast` or `online`."""
    leave: frozenset[str] = frozenset()
    """Whose written leave is at hand: `victim`, `guardian`, `family`, `court`, `police`."""
    dead: bool = False
    closed_trial: bool = False
    """The court sits in camera."""
    recovered: bool | None = None
    """Of a missing child: whether found."""

    @property
    def minor(self) -> bool | None:
        """Tell whether the person is under 18; None when not known."""
        return self.age < _ADULT if self.age is not None else self.child


@dataclass(frozen=True, slots=True)
class Binding:
    """One ban in one case."""

    ban: IdentityBan
    force: Force
    why: str
    """One short sentence in our words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds for naming a person."""

    bindings: tuple[Binding, ...]
    """Bans that bind or may bind, the strongest first; then those that were lifted."""
    allowed: tuple[LawfulPublication, ...]
    """Cases in which the law itself makes the person known, such as an alert for a missing child."""

    @property
    def strength(self) -> str:
        """`law` or `code` where a ban binds; else `good-practice`: a name still needs a reason."""
        bound = [b.ban.strength for b in self.bindings if b.force is Force.BINDS]
        return min(bound, key=_STRENGTH.index, default="good-practice")


def naming(case: Case, laws: Laws) -> Answer:
    """Say which bans on naming bind in a case."""
    found = [b for ban in laws.bans_in(case.jurisdictions) if (b := _binding(case, ban))]
    order = list(Force)
    ranked = sorted(found, key=lambda b: (order.index(b.force), _STRENGTH.index(b.ban.strength), b.ban.fact.id))
    missing = case.role == "missing" and case.recovered is False
    allowed = tuple(c for c in laws.lawful if missing and c.jurisdiction in case.jurisdictions)
    return Answer(tuple(ranked), allowed)


def _binding(case: Case, ban: IdentityBan) -> Binding | None:
    """Compare a case with a ban point by point; one point that is surely not met ends it."""
    if ban.applies.only_in and ban.applies.only_in not in case.jurisdictions:
        return None
    points = (_person(case, ban), _offence(case, ban), _medium(case, ban), _stage(case, ban))
    if any(met is False for met, _ in points):
        return None
    doubts = [why for met, why in points if met is None]
    leave = _leave(case, ban)
    if leave:
        return Binding(ban, Force.LIFTED, leave)
    if ban.fact.confidence is Confidence.UNCERTAIN:
        doubts.append("the ban itself is not confirmed")
    if doubts:
        return Binding(ban, Force.MAY_BIND, f"Open: {'; '.join(doubts)}.")
    return Binding(ban, Force.BINDS, f"{ban.provision} protects {ban.protects or 'this person'}.")


def _person(case: Case, ban: IdentityBan) -> tuple[bool | None, str]:
    """Whether the person is one of those protected; the surest answer of all kinds named counts."""
    answers = [_kind(case, kind) for kind in ban.persons]
    if any(answer is True for answer in answers):
        return True, ""
    return (None, "age or sex is not known") if None in answers else (False, "")


def _kind(case: Case, kind: str) -> bool | None:
    victim, accused = case.role in {"victim", "missing"}, case.role in {"accused", "convicted"}
    female = None if not case.sex else case.sex == "female"
    table: dict[str, tuple[bool, bool | None]] = {
        "victim": (victim, True),
        "woman victim": (victim, False if case.minor is False and female is False else True if female else female),
        "child victim": (victim, case.minor),
        "child": (not accused and case.role != "family", case.minor),
        "accused child": (accused, case.minor),
        "family": (case.role == "family", True),
        "proceedings": (case.closed_trial, True),
        "anyone": (True, True),
    }
    applies, sure = table[kind]
    return sure if applies else False


def _offence(case: Case, ban: IdentityBan) -> tuple[bool | None, str]:
    listed = ban.applies.offences
    if not listed:
        return True, ""
    if case.offences is None:
        return None, "it binds only where one of the offences it lists is alleged"
    # A whole Act may be listed, and a subsection alleged: `pk.ptpa.2018` covers `pk.ptpa.2018.s3.2`.
    hit = any(told == one or told.startswith(f"{one}.") for told in case.offences for one in listed)
    return hit, ""


def _medium(case: Case, ban: IdentityBan) -> tuple[bool | None, str]:
    media = ban.applies.media
    if not media or case.medium in media:
        return True, ""
    return (False, "") if case.medium else (None, f"it binds in {' and '.join(sorted(media))} only")


def _stage(case: Case, ban: IdentityBan) -> tuple[bool | None, str]:
    first = ban.applies.from_stage
    if first in {"", "allegation"}:
        return True, ""
    if not case.stage:
        return None, f"it begins with the {first}"
    return STAGES.index(case.stage) >= STAGES.index(first), ""


def _leave(case: Case, ban: IdentityBan) -> str:
    """Return whose leave lifts the ban, empty when nobody's at hand does."""
    given = case.leave & ban.applies.lifted_by
    old_enough = case.age is not None and case.age >= ban.applies.consent_from_age
    old_enough = old_enough or (case.age is None and case.child is False)
    if "victim" in given and (case.dead or not old_enough):
        given -= {"victim"}
    if "guardian" in given and not (case.dead or case.minor):
        given -= {"guardian"}
    if "family" in given and case.role != "family":
        given -= {"family"}
    who = {"victim": "the victim's own written leave", "guardian": "the guardian's written leave"}
    named = [who.get(one, f"an order or leave of the {one}") for one in sorted(given)]
    return f"Lifted by {' and '.join(named)}." if named else ""
