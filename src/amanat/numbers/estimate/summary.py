"""Never one number: what each method says of the same table, and how far to believe it."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from amanat.core import DataError, Source
from amanat.numbers.estimate.all_models import FEWEST, hierarchical, hierarchical_bootstrap
from amanat.numbers.estimate.graph_average import decomposable
from amanat.numbers.estimate.latent import latent_classes
from amanat.numbers.estimate.sensitivity import Variation, dropped, merged
from amanat.numbers.estimate.stepwise_pairs import stepwise, stepwise_bootstrap
from amanat.numbers.estimate.table import Table
from amanat.numbers.estimate.verdict import ASSUMPTIONS, CRITICS, refusals, warnings
from amanat.numbers.funnel import Interval

METHODS = ("stepwise", "bic", "graphs", "classes")
_FAR_APART = 2.0
_LONGEST_GRID = {3: 500_000, 4: 500_000, 5: 500_000, 6: 50_000}
"""By number of lists: to how many hidden persons the grid of `graphs` is lengthened while the data reach its end."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one method says."""

    method: str
    """One of `METHODS`."""
    title: str
    """The method in words, with its paper."""
    estimate: float | None
    """N plus the dark figure: the people on the lists are included. None when the method gives none."""
    interval: Interval | None
    """Limits that count the choice of the model in."""
    conditional: Interval | None
    """Limits that take the chosen model for granted, where the method chooses one; too narrow."""
    chosen: str
    """The model, in words."""
    warnings: tuple[str, ...]
    refused: str
    """Code and reason when there is no estimate."""


@dataclass(frozen=True, slots=True)
class Report:
    """All methods on one table."""

    table: Table
    level: float
    rows: tuple[Row, ...]
    """None at all when the table cannot carry an estimate."""
    variations: tuple[Variation, ...]
    """The stepwise estimate with a list left out, or two taken for one."""
    refusals: tuple[DataError, ...]
    """Why there is no number."""
    warnings: tuple[str, ...]
    """In plain words; those that speak against printing any number come first."""
    red: bool
    """True when methods contradict each other or something other than the data decided: print no number."""
    assumptions: tuple[str, ...] = ASSUMPTIONS
    critics: tuple[Source, ...] = CRITICS

    @property
    def sentence(self) -> str:
        """What a reporter may write, with its caveat; never one number."""
        if self.refusals:
            return f"How many people are on no list cannot be estimated from these lists: {self.refusals[0].message}."
        known = [row for row in self.rows if row.interval is not None]
        if not known:
            return "None of the methods gives an estimate for these lists."
        low = min(row.interval.low for row in known if row.interval is not None)
        high = max(row.interval.high for row in known if row.interval is not None)
        top = f"{rounded(high):,.0f}" if math.isfinite(high) else "no upper limit"
        verdict = (
            " They contradict each other, or rest on something else than the data (see the warnings), so none of these "
            "figures should be printed as the number of victims."
            if self.red
            else ""
        )
        return (
            f"Estimates from {len(self.table.lists)} lists, by {len(known)} methods, reach from {rounded(low):,.0f} to "
            f"{top}, the people on the lists included.{verdict} This is an estimate, not a count, and researchers "
            "dispute how far such estimates can be relied on."
        )


def report(
    table: Table,
    *,
    methods: Sequence[str] = METHODS,
    replicates: int = 1000,
    chains: int = 20,
    seed: int = 1,
    level: float = 0.95,
) -> Report:
    """Put a table to every method.

    Args:
        table: capture histories.
        methods: which of `METHODS`.
        replicates: resampled tables for each bootstrap.
        chains: of the latent-class sampler.
        seed: the same seed gives the same report.
        level: of all intervals.

    Raises:
        DataError: N017 for an unknown method, N025 for a wrong level. A table that carries no estimate raises
            nothing: its report says so and holds no number.
    """
    unknown = set(methods) - set(METHODS)
    if unknown or not methods:
        raise DataError("N017", f"name methods among {', '.join(METHODS)}")
    if not 0 < level < 1:
        raise DataError("N025", f"a confidence level lies between 0 and 1, got {level}")
    refused = refusals(table)
    if refused:
        return Report(table, level, (), (), refused, warnings(table) if len(table.lists) > 1 else (), red=True)
    ways: dict[str, Callable[[], Row]] = {
        "stepwise": lambda: _stepwise(table, replicates, seed, level),
        "bic": lambda: _bic(table, replicates, seed, level),
        "graphs": lambda: _graphs(table, level),
        "classes": lambda: _classes(table, chains, seed, level),
    }
    rows = tuple(_row(method, ways[method]) for method in METHODS if method in methods)
    changed = (*dropped(table), *merged(table)) if len(table.lists) > FEWEST else ()  # fewer than 3 would be left
    red = tuple(_red(rows))
    calm = (*warnings(table), *_moved(rows, changed))
    return Report(table, level, rows, changed, (), (*red, *calm), red=bool(red))


_TITLES = {
    "stepwise": "Log-linear, pairs chosen stepwise (Chan, Silverman, Vincent 2021)",
    "bic": "Log-linear, least BIC of all models (Silverman, Chan, Vincent 2024)",
    "graphs": "Average over decomposable graphs (Madigan, York 1997)",
    "classes": "Latent classes (Manrique-Vallier 2016)",
}


def _row(method: str, way: Callable[[], Row]) -> Row:
    try:
        return way()
    except DataError as refusal:
        return Row(method, _TITLES[method], None, None, None, "", (), str(refusal))


def _stepwise(table: Table, replicates: int, seed: int, level: float) -> Row:
    fitted = stepwise(table, level=level)
    drawn = stepwise_bootstrap(table, replicates=replicates, seed=seed)
    empty = [f"{term} (nobody)" if term in fitted.empty else term for term in fitted.terms]
    chosen = f"dependent pairs: {', '.join(empty)}" if empty else "no dependent pairs"
    notes = list(_bootstrap_notes(drawn.without_estimate, replicates, drawn.undefined))
    return Row(
        "stepwise",
        _TITLES["stepwise"],
        fitted.estimate,
        drawn.interval(level),
        fitted.conditional,
        chosen,
        tuple(notes),
        "",
    )


def _bic(table: Table, replicates: int, seed: int, level: float) -> Row:
    fitted = hierarchical(table)
    tops = hierarchical_bootstrap(table, fitted, replicates=replicates, seed=seed)
    drawn, single = tops.widest, tops.tops[1]
    notes = list(_bootstrap_notes(drawn.without_estimate, replicates, drawn.undefined))
    half = tops.tops[sorted(tops.tops)[-2]] if len(tops.tops) > 1 else drawn
    if drawn.interval(level).high > 1.25 * half.interval(level).high:
        notes.append("The upper limit still grows with the number of models looked at.")
    best = fitted.model(0)
    chosen = f"{best.generators}, best of {fitted.admissible:,} admissible models of {fitted.enumerated:,}"
    return Row(
        "bic", _TITLES["bic"], best.estimate, drawn.interval(level), single.interval(level), chosen, tuple(notes), ""
    )


def _bootstrap_notes(lost: int, replicates: int, undefined: int) -> Iterator[str]:
    if lost > replicates // 100:
        yield f"{lost} of {replicates} resampled tables allowed no finite estimate."
    if undefined:
        yield f"Without any one of {undefined} people there would be no estimate at all."


def _graphs(table: Table, level: float) -> Row:
    size = max(1_000, 10 * table.observed)
    averaged = decomposable(table, most_hidden=size)
    while averaged.touched and 5 * size <= _LONGEST_GRID[len(table.lists)]:
        size *= 5
        averaged = decomposable(table, most_hidden=size)
    notes = (f"The data reach the end of the grid ({size:,} hidden people).",) if averaged.touched else ()
    best, share = averaged.graphs[0]
    chosen = f"likeliest of {len(averaged.graphs):,} graphs ({100 * share:.0f} %): {best}"
    title = _TITLES["graphs"]
    return Row("graphs", title, float(averaged.median), averaged.interval(level), None, chosen, notes, "")


def _classes(table: Table, chains: int, seed: int, level: float) -> Row:
    found = latent_classes(table, chains=chains, seed=seed)
    notes = []
    if not found.mixed:
        notes.append(f"The {chains} chains do not agree (R-hat {found.r_hat:.2f}): the posterior has several peaks.")
    if found.touched:
        notes.append(f"The cap of {found.cap:g} hidden for each one seen decides the upper limit.")
    chosen = f"{chains} chains, R-hat {found.r_hat:.3f}"
    return Row("classes", _TITLES["classes"], found.median, found.interval(level), None, chosen, tuple(notes), "")


def _red(rows: Sequence[Row]) -> Iterator[str]:
    known = [(row.method, row.estimate, row.interval) for row in rows if row.estimate and row.interval]
    apart = [f"{a} and {b}" for (a, _, i), (b, _, j) in combinations(known, 2) if i.high < j.low or j.high < i.low]
    if apart:
        yield f"The intervals of {'; '.join(apart)} do not even touch: at least one method is wrong here."
    estimates = [estimate for _, estimate, _ in known]
    if estimates and max(estimates) > _FAR_APART * min(estimates):
        times = max(estimates) / min(estimates)
        yield f"The largest estimate is {times:.1f} times the smallest: the choice of the method decides, not the data."
    if any(math.isinf(interval.high) for _, _, interval in known):
        yield "The data set no upper limit."
    for row in rows:
        for note in row.warnings:
            if "grid" in note or "cap" in note:
                yield f"{row.method}: {note}"


def _moved(rows: Sequence[Row], variations: Sequence[Variation]) -> Iterator[str]:
    base = next((row for row in rows if row.method == "stepwise" and row.interval), None)
    if base is None or base.interval is None:
        return
    out = [v.change for v in variations if v.estimate and not base.interval.low <= v.estimate <= base.interval.high]
    if out:
        yield f"The stepwise estimate leaves its own interval {'; '.join(out)}."


def rounded(value: float, digits: int = 3) -> float:
    """Round to this many figures: an estimate of 11,417.99 people pretends to know the last one."""
    if value == 0 or not math.isfinite(value):
        return value
    return float(round(value, digits - 1 - math.floor(math.log10(abs(value)))))
