"""Parts of the report on a place: what may be said, a table, and what can be drawn."""

from dataclasses import dataclass

from amanat.core import Source
from amanat.numbers.funnel_plot import FunnelPlot

FEWEST = 5
"""Cases below which a plot says nothing and points at people."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts with limits, one bar each."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    unit: str = "cases"


@dataclass(frozen=True, slots=True)
class Curves:
    """Shares over time, stacked: what has become of cases by each day."""

    days: tuple[float, ...]
    shares: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """Shares of places against the size of their count."""

    plot: FunnelPlot


@dataclass(frozen=True, slots=True)
class Years:
    """Counts by year with a fitted line and the changes of law."""

    years: tuple[int, ...]
    counts: tuple[int | None, ...]
    """None where it is not known."""
    fitted: tuple[tuple[float, float], ...]
    """Points of the line; none where too little is known for one."""
    breaks: tuple[tuple[int, str], ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report."""

    title: str
    says: tuple[str, ...]
    """Sentences that may be printed, with their caveats."""
    heading: tuple[str, ...] = ()
    """Columns of the table."""
    rows: tuple[tuple[str, ...], ...] = ()
    plot: Bars | Curves | Funnel | Years | None = None
    about: str = ""
    """What the plot shows, in words, for those who do not see it."""
    sources: tuple[Source, ...] = ()
