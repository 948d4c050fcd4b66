"""What became of complaints, bail, sittings and compensation: shares inside one followed set of cases.

Each function takes counts of the same cases or persons, so that a share is a share; what was published for a period
and not followed belongs into `funnel.compare`, which refuses a percentage. Intervals are Wilson's (see `funnel`).

Sources: TIP Protocol 2000, article 6(6) (compensation); OHCHR 2002, Recommended Principles and Guidelines on Human
Rights and Human Trafficking, principle 7 (victims are not to be detained, charged or prosecuted).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amanat.core import DataError
from amanat.numbers.funnel import Interval, wilson


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain."""

    name: str
    reached: int
    """How many of those at the first step came this far."""
    of_first: Interval
    """95 % interval of the share of the first step."""
    of_last: Interval
    """95 % interval of the share of the step before."""


@dataclass(frozen=True, slots=True)
class Chain:
    """How far a process went for those who entered it."""

    steps: tuple[Step, ...]

    def sentence(self, who: str = "officials complained of") -> str:
        """Return what a reporter may write, with its caveat."""
        first, last = self.steps[0], self.steps[-1]
        told = ", ".join(f"{step.reached:,} {step.name}" for step in self.steps[1:])
        return (
            f"Of {first.reached:,} {who}, {told}. That is {100 * last.reached / first.reached:.0f} % "
            f"(95 % limits {100 * last.of_first.low:.0f} to {100 * last.of_first.high:.0f} %) at the end of the chain; "
            "some of the others may still be under way."
        )


def chain(steps: Sequence[tuple[str, int]]) -> Chain:
    """Follow a set of persons or cases from step to step: complaint, inquiry, charge, conviction.

    Shares are reached / first and reached / previous, with Wilson intervals.

    Args:
        steps: name and count, in order; each counts only those of the step before.

    Raises:
        DataError: N041 fewer than two steps, or nobody at the first; N042 more at a step than at the one before.
    """
    if len(steps) < 2 or steps[0][1] <= 0:  # noqa: PLR2004 - a chain has two ends
        raise DataError("N041", "a chain needs two steps and somebody at the first")
    if any(later > earlier or later < 0 for (_, earlier), (_, later) in pairwise(steps)):
        raise DataError("N042", "a chain cannot have more at a later step; these are not the same cases")
    first = before = steps[0][1]
    found: list[Step] = []
    for name, reached in steps:
        of_last = wilson(reached, before) if before else Interval(0.0, 1.0)
        of_first = wilson(reached, first) if found else Interval(1.0, 1.0)  # all who entered: nothing is uncertain
        found.append(Step(name, reached, of_first, of_last if found else Interval(1.0, 1.0)))
        before = reached
    return Chain(tuple(found))


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many of the same."""

    part: int
    whole: int
    interval: Interval

    @property
    def percent(self) -> str:
        """The share with its limits, in words."""
        low, high = 100 * self.interval.low, 100 * self.interval.high
        return f"{100 * self.part / self.whole:.0f} % (95 % limits {low:.0f} to {high:.0f} %)"


def part_of(part: int, whole: int) -> Part:
    """Return a share with its Wilson interval.

    Raises:
        UsageError: U201 to U203 for counts that make no share.
    """
    return Part(part, whole, wilson(part, whole))


def bail(granted: int, decided: int) -> str:
    """Say how often bail was granted: granted / (granted + refused), of requests that were decided."""
    share = part_of(granted, decided)
    return (
        f"Bail was granted in {granted:,} of {decided:,} requests decided, {share.percent}. Bail is a right, not an "
        "acquittal; what matters to victims is whether the case goes on and whether they are safe."
    )


def adjournments(adjourned: int, sittings: int, reasons: Mapping[str, int]) -> str:
    """Say how often nothing happened in court: adjourned / sittings, and the most frequent reason."""
    share = part_of(adjourned, sittings)
    reason, times = max(reasons.items(), key=lambda pair: (pair[1], pair[0]), default=("not stated", adjourned))
    return (
        f"{adjourned:,} of {sittings:,} sittings were put off, {share.percent}; most often ({times:,} times) for this "
        f"reason: {reason.replace('_', ' ')}. Sittings the ledger does not hold are not counted."
    )


@dataclass(frozen=True, slots=True)
class Money:
    """Sums of compensation in one currency."""

    currency: str
    ordered: int
    paid: int


def compensation(convicted: int, ordered: int, paid: int, money: Money) -> str:
    """Say what victims were given: orders / convictions, orders paid at least in part / orders, money paid / ordered.

    Raises:
        DataError: N042 more orders than convictions, or more paid than ordered.
    """
    if paid > ordered or ordered > convicted or money.paid > money.ordered:
        raise DataError("N042", "more was paid than ordered, or ordered than decided; these are not the same cases")
    if ordered == 0:
        return f"In none of {convicted:,} convictions was compensation ordered, as far as the ledger knows."
    share = f" ({100 * money.paid / money.ordered:.0f} %)" if money.ordered else ""
    return (
        f"Compensation was ordered in {ordered:,} of {convicted:,} convictions, {part_of(ordered, convicted).percent}. "
        f"Something was paid in {paid:,} of these: {money.currency} {money.paid:,} of {money.ordered:,}{share}. "
        "An order that is not paid helps nobody."
    )


def victims_charged(cases_with: int, cases: int) -> str:
    """Say how often a victim was charged: cases in which one was / all cases."""
    share = part_of(cases_with, cases)
    return (
        f"In {cases_with:,} of {cases:,} cases a victim was arrested or charged, {share.percent}. Victims are not to "
        "be punished for what they were made to do; ask the prosecutor why it happened."
    )
