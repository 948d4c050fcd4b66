"""Values of the law register: works, provisions with dated versions, bans on naming, offices and bodies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from amanat.core import Fact
from amanat.registers.dates import EVER, NEVER, When

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Penalty:
    """What a version of an offence threatens. None means that the law names no such bound."""

    min_years: float | None = None
    max_years: float | None = None
    life: bool = False
    death: bool = False
    fine_min: int | None = None
    fine_max: int | None = None
    fine: bool = False
    """A fine is due, whatever its amount."""
    combine: str = ""
    """How prison and fine go together: `and`, `or`, `or-both`, `fine-in-lieu-removed`, `unknown`."""
    currency: str = ""

    def in_words(self) -> str:
        """Write it for readers."""
        prison = _prison(self)
        money = _money(self)
        joint = {"and": " and ", "or": " or ", "or-both": " or both: "}.get(self.combine, " and ")
        if prison and money and self.combine == "or-both":
            return f"{prison}, or {money}, or both"
        return joint.join(part for part in (prison, money) if part) or "a penalty not recorded"


def _prison(penalty: Penalty) -> str:
    least, most = penalty.min_years, penalty.max_years
    term = ""
    if least is not None and most is not None and _whole(least) and _whole(most):
        term = f"{least:g} to {_term(most)} in prison"
    elif least is not None and most is not None:
        term = f"{_term(least)} to {_term(most)} in prison"
    elif most is not None:
        term = f"up to {_term(most)} in prison"
    elif least is not None:
        term = f"at least {_term(least)} in prison"
    return " or ".join(
        part
        for part in ("death" if penalty.death else "", "imprisonment for life" if penalty.life else "", term)
        if part
    )


def _term(years: float) -> str:
    """Write a term in years, or in months where it is no whole number of years: laws do the same."""
    count, unit = (round(years), "year") if _whole(years) else (round(years * _MONTHS), "month")
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _whole(years: float) -> bool:
    return years == int(years)


def _money(penalty: Penalty) -> str:
    if penalty.fine_max is not None and penalty.fine_min is not None and penalty.fine_min != penalty.fine_max:
        return f"a fine of {penalty.currency} {penalty.fine_min:,} to {penalty.fine_max:,}"
    if penalty.fine_max is not None:
        return f"a fine of up to {penalty.currency} {penalty.fine_max:,}"
    if penalty.fine_min is not None:
        return f"a fine of at least {penalty.currency} {penalty.fine_min:,}"
    return "a fine" if penalty.fine else ""


@dataclass(frozen=True, slots=True)
class Version:
    """One dated state of a provision."""

    fact: Fact
    start: When | None
    """From when; None when the day is not recorded, which counts as always."""
    end: When | None
    """Until when, that day not included; None while it holds."""
    confirmed: bool
    """False for a bill whose assent was not found: such a version neither supports nor contradicts anything."""
    penalty: Penalty | None
    value: str
    """What it says where it is no penalty."""
    extent: str
    """The part of the country it holds in, empty for all of it."""
    conflicts: tuple[str, ...]
    """What other sources say."""
    note: str

    def holds(self, on: date) -> bool:
        """Tell whether this version may have held on a day; at uncertain edges both neighbours may have."""
        start = self.start.earliest if self.start else EVER
        end = self.end.latest if self.end else NEVER
        return start <= on < end


@dataclass(frozen=True, slots=True)
class Work:
    """A statute, ordinance, bill, code or set of rules."""

    id: str
    title: str
    jurisdiction: str
    fact: Fact
    """That it exists, with its dates in one sentence."""
    aliases: tuple[str, ...]
    years: frozenset[int]
    """Years that stand in its title, or in which it was passed."""
    enacted: When | None
    """Assent, enactment or passage, whichever is recorded first in this order."""
    in_force_from: When | None
    repealed_from: When | None
    repealed_by: str
    """The law that repeals it; where `repealed_from` is None it is not certain that it is repealed."""
    amending: bool
    """Its title holds `(Amendment)`: many Acts share such a title, told apart by year only."""
    pending: bool
    """Passed by parliament, but assent was not found; or an ordinance that parliament was not seen to confirm."""
    replaces: str
    supplants: str = ""
    """Id of the federal law that it takes the place of in its province."""
    old_cases: bool = False
    """It was repealed, but what was committed before is still tried under it."""
    passed: When | None = None
    """When parliament passed it, where that is recorded beside the assent."""
    assent: When | None = None
    subjects: tuple[str, ...] = ()
    """What stories call its matter when they say only `the law`: `bonded labour`."""

    @property
    def perhaps_repealed(self) -> bool:
        """Tell whether another law repeals it of which nobody saw that it stands."""
        return bool(self.repealed_by) and self.repealed_from is None

    def repealed(self, on: date) -> bool:
        """Tell whether it was surely repealed on a day."""
        return self.repealed_from is not None and self.repealed_from.latest <= on


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a provision says, as words that a sentence can be held against."""

    about: tuple[str, ...]
    """Sorts of words, all of which a sentence must hold; the last is what is said of the others."""
    so: bool | None = None
    """Whether it is so."""
    may: bool | None = None
    must: bool | None = None
    age: int | None = None
    """Years."""
    days: float | None = None
    """The time that is given."""
    who: tuple[str, ...] = ()
    """Bodies; another in their place is wrong."""
    unless: frozenset[str] = frozenset()
    """Sorts of words with which it is otherwise."""
    not_even: frozenset[str] = frozenset()
    """Sorts of words that change nothing: leave of these counts for nothing."""
    not_with: frozenset[str] = frozenset()
    """Sorts of words that make it another matter."""
    close: int = 40
    """Words from the first of `about` to the last at most."""
    alone: bool = False
    """It is told apart without the name of the law."""
    of_section: bool = False
    """It is said of the section alone, where a sentence cites its number: whom it leaves to another section."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A section, or a rule of an Act without a section number."""

    id: str
    work: str
    section: str
    """Number without hyphens and blanks: `366A`, `3(2)`; empty when it has none."""
    kind: str
    """`offence`, `aggravation`, `procedure`, `protection` …"""
    title: str
    fact: Fact
    """What the provision says, or its newest confirmed version."""
    versions: tuple[Version, ...]
    rule: dict[str, str | bool | int]
    """Named values: `cognizable`, `bailable`, `agency` …"""
    status: str
    elements: dict[str, tuple[str, ...]]
    """Acts, means, purposes and other elements of an offence."""
    conduct: tuple[str, ...] = ()
    """Plain names of what it punishes, as stories write them: `forced marriage`."""
    answers: tuple[str, ...] = ()
    """Duties of international instruments that it answers: `un.tip_protocol.2000:5(1)`."""
    points: tuple[Point, ...] = ()

    def at(self, on: date) -> tuple[Version, ...]:
        """Return the confirmed versions that may have held on a day."""
        return tuple(version for version in self.versions if version.confirmed and version.holds(on))

    @property
    def ended(self) -> When | None:
        """When the last confirmed version ended, None while one holds."""
        ends = [version.end for version in self.versions if version.confirmed]
        return max((e for e in ends if e), default=None) if ends and all(ends) else None


@dataclass(frozen=True, slots=True)
class Heading:
    """What a section is headed: enough to tell whether a story means the section it cites."""

    fact: Fact
    work: str
    section: str
    """Number without hyphens and blanks: `366A`."""
    title: str


@dataclass(frozen=True, slots=True)
class Applies:
    """When a ban on naming binds. What is empty does not narrow."""

    offences: frozenset[str] = frozenset()
    """Ids of sections, or of a whole Act, one of which must be alleged or found."""
    media: frozenset[str] = frozenset()
    lifted_by: frozenset[str] = frozenset()
    """Whose written leave lifts it: `victim`, `guardian`, `family`, `court`, `police`."""
    consent_from_age: int = 18
    from_stage: str = ""
    only_in: str = ""


@dataclass(frozen=True, slots=True)
class IdentityBan:
    """A rule against making a person known."""

    fact: Fact
    """Its sentence, sources and confidence."""
    work: str
    provision: str
    """How to cite it."""
    jurisdiction: str
    strength: str
    """`law`, `code` or `good-practice`."""
    persons: tuple[str, ...]
    """Whom it protects: `victim`, `woman victim`, `child victim`, `child`, `accused child`, `family` …"""
    covers: str
    """Victims of trafficking it reaches: `all`, `some`, `none`, `unknown`."""
    covers_trafficking: str
    """The same in words."""
    consent: str
    """Whose leave lifts it."""
    conduct: str
    protects: str
    bound: str
    """Who must obey; empty when not recorded."""
    stage: str
    """From when it holds (allegation, charge …); empty when not recorded."""
    exceptions: tuple[str, ...]
    penalty: Penalty | None
    applies: Applies = Applies()
    """The same as values that can be compared with a case."""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class LawfulPublication:
    """A case in which a person may lawfully be made known."""

    fact: Fact
    until: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body with a task under the law."""

    fact: Fact
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Who holds an office. The fact goes stale: after `last_seen` it neither supports nor contradicts."""

    fact: Fact
    jurisdiction: str
    role: str
    """Title as it stands before a name: `Governor`."""
    office: str
    person: str
    start: When
    end: When | None
    last_seen: When


@dataclass(frozen=True, slots=True)
class Article:
    """What an instrument says, as words that a sentence can be held against."""

    fact: Fact
    article: str
    """Number as it is cited: `3(b)`."""
    points: tuple[Point, ...]


class Told(NamedTuple):
    """A point with what says it."""

    sorts: frozenset[str]
    """What a sentence must speak of."""
    by: Provision | IdentityBan | Article
    point: Point


def told(every: Iterable[Provision | IdentityBan | Article]) -> tuple[Told, ...]:
    """Return what some provisions say, point by point."""
    return tuple(Told(frozenset(point.about), said, point) for said in every for point in said.points)
