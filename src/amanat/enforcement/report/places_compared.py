"""Places side by side: what chance does at each size, and each share steadied by all; never a ranking."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from amanat.enforcement.report.sections import FEWEST, Funnel, Section
from amanat.numbers import wilson
from amanat.numbers.funnel_plot import Spread, Standing, funnel_of_shares
from amanat.numbers.shrinkage import Shrinkage, Shrunk, beta_binomial
from amanat.registers.ledger.cases import Case, Ending

_MANY = 10
_STANDING = {
    Standing.INSIDE: "as chance does",
    Standing.BETWEEN: "somewhat apart",
    Standing.BEYOND: "apart from the rest",
}

_ABOUT_STEADIED = (
    "“Steadied” draws each share towards that of all places, the more so the fewer cases it is made of. Print the "
    "counts beside it, and no list of best and worst."
)


def places_compared(cases: Sequence[Case], names: Mapping[str, str]) -> Iterator[Section]:
    """Yield the comparison of places where three or more have five decided cases each, and not all ended alike.

    Args:
        cases: of one crime.
        names: of places, by code.
    """
    decided = [case for case in cases if case.ended and case.ended[1] is not Ending.WITHDRAWN]
    wholes = Counter(case.jurisdiction for case in decided)
    parts = Counter(case.jurisdiction for case in decided if case.ended and case.ended[1] is Ending.CONVICTED)
    places = sorted(place for place, whole in wholes.items() if whole >= FEWEST)
    total = sum(parts[place] for place in places)
    if len(places) < 3 or not 0 < total < sum(wholes[place] for place in places):  # noqa: PLR2004 - two are no funnel
        return
    called = [names.get(place, place) for place in places]
    of_places = ([parts[place] for place in places], [wholes[place] for place in places])
    # From a handful of places no spread between them can be told: then the lines are those of chance alone.
    plot = funnel_of_shares(called, *of_places, spread=Spread.NONE if len(places) < _MANY else Spread.ADDITIVE)
    steadied = beta_binomial(called, *of_places)
    rows = tuple(
        (
            unit.name,
            f"{unit.part:,}",
            f"{unit.whole:,.0f}",
            f"{100 * unit.value:.0f} % ({_limits(unit.part, int(unit.whole))})",
            _steadied(shrunk, steadied),
            _STANDING[unit.standing],
        )
        for unit, shrunk in zip(plot.units, steadied.units, strict=True)
    )
    yield Section(
        "places compared with what chance alone would do",
        (
            *(f"{unit.name}: {plot.sentence(unit.name)}" for unit in plot.units),
            _ABOUT_STEADIED,
        ),
        ("Place", "Convicted", "Decided", "Share (95 % limits)", "Steadied (95 % limits)", "Against the others"),
        rows,
        Funnel(plot),
        "Points: share convicted of the cases decided, by how many were. Lines: what chance does, 95 and 99.8 %.",
    )


def _limits(part: int, whole: int) -> str:
    interval = wilson(part, whole)
    return f"{100 * interval.low:.0f} to {100 * interval.high:.0f} %"


def _steadied(one: Shrunk, all_of_them: Shrinkage) -> str:
    if all_of_them.alike:
        return f"{100 * one.value:.0f} %, as all"
    return f"{100 * one.value:.0f} % ({100 * one.interval.low:.0f} to {100 * one.interval.high:.0f} %)"
