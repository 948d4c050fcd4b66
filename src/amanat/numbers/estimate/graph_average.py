"""Averaging over decomposable graphs: every way in which lists may depend on each other, weighed by the data.

Sources: Madigan and York, Bayesian methods for estimation of the size of a closed population, Biometrika 84 (1997) 19:
section 3 (hyper-Dirichlet prior, marginal likelihood), section 4 (averaging); Johndrow, Lum and Ball, the method of the
R package dga (2015). Critics: the prior decides much where overlaps are few; mass at the end of the grid means that the
answer is the grid's, not the data's.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from amanat.core import DataError
from amanat.numbers.estimate.table import Table
from amanat.numbers.funnel import Interval
from amanat.numbers.gamma import log_gamma

Floats = NDArray[np.float64]
FEWEST, MOST = 3, 6
_BLOCK = 1 << 21
"""Graphs times values of N_∅ worked on at once (16 MB): memory stays flat however long the grid."""
_NOTHING = 40.0
"""A graph or a block this far below the best, in logs, adds less than the last digit."""
TOUCHED = 0.005
"""Probability beyond the grid above which it was too short: a fifth of the upper tail of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One decomposable graph."""

    cliques: tuple[int, ...]
    """Largest sets of lists that all depend on each other."""
    separators: tuple[int, ...]
    """What neighbouring cliques share, one fewer than there are cliques; ∅ between parts that do not touch."""


@dataclass(frozen=True, slots=True, eq=False)
class Decomposable:
    """Posterior of the whole population, N + N_∅."""

    observed: int
    posterior: Floats
    """P(N_∅ = 1), P(N_∅ = 2), … up to the end of the grid."""
    graphs: tuple[tuple[str, float], ...]
    """Graphs as their cliques with their posterior probabilities, likeliest first."""
    delta: float
    """Prior count in each cell."""

    @property
    def mean(self) -> float:
        """Posterior mean."""
        return self.observed + float(np.arange(1, len(self.posterior) + 1) @ self.posterior)

    @property
    def median(self) -> int:
        """Posterior median."""
        return self.quantile(0.5)

    @property
    def mode(self) -> int:
        """Likeliest value."""
        return self.observed + 1 + int(np.argmax(self.posterior))

    def quantile(self, p: float) -> int:
        """Return the smallest population that has at least this probability below or at it."""
        reached = int(np.searchsorted(np.cumsum(self.posterior), p * float(self.posterior.sum())))
        return self.observed + 1 + min(reached, len(self.posterior) - 1)

    def interval(self, level: float = 0.95) -> Interval:
        """Return the central posterior interval."""
        return Interval(self.quantile((1 - level) / 2), self.quantile((1 + level) / 2))

    @property
    def beyond(self) -> float:
        """About how much probability the end of the grid cuts off, were the posterior to go on falling as 1/N_∅²."""
        return float(self.posterior[-1]) * len(self.posterior)

    @property
    def touched(self) -> bool:
        """True when the grid was too short for the data: the answer then is the grid's."""
        return self.beyond > TOUCHED


def decomposable(table: Table, *, most_hidden: int | None = None, delta: float | None = None) -> Decomposable:
    """Average over all decomposable graphs and all N_∅ of a grid.

    For graph g and N_∅, with δ_C = δ·2^(t-|C|) and the cell of a margin that nobody has raised by N_∅:
    ``log p = Σ_cliques s(C) - Σ_separators s(S) + lgamma(2^t δ) - lgamma(N + N_∅ + 2^t δ)
    + log multinomial(N + N_∅) - log(N + N_∅)`` with ``s(C) = Σ_cells lgamma(n + δ_C) - lgamma(δ_C)``
    (Madigan and York 1997, section 3). All graphs are equally likely beforehand, N + N_∅ has density 1/(N + N_∅).

    Args:
        table: 3 to 6 lists.
        most_hidden: end of the grid for N_∅; 10 times the observed, at least 1,000, when left out. Look at `touched`.
        delta: prior count in each cell, 2^-t when left out.

    Raises:
        DataError: N013 for a number of lists for which there are too many graphs, N015 for a grid or prior that
            makes no sense.
    """
    t, observed = len(table.lists), table.observed
    if not FEWEST <= t <= MOST:
        raise DataError("N013", f"all graphs are averaged for {FEWEST} to {MOST} lists, got {t}; merge or drop lists")
    size = max(1_000, 10 * observed) if most_hidden is None else most_hidden
    prior = 2.0**-t if delta is None else delta
    if size < 1 or not 0 < prior < math.inf:
        raise DataError("N015", "the grid needs at least one value, and the prior count in each cell is above 0")
    graphs = decomposable_graphs(t)
    posterior, share = _score(table, graphs, prior, size)
    names = ["; ".join(table.words(clique) for clique in graph.cliques) for graph in graphs]
    order = np.argsort(-share, kind="stable")
    ranked = tuple((names[k], float(share[k])) for k in order.tolist())
    return Decomposable(observed, posterior, ranked, prior)


def _score(table: Table, graphs: tuple[Graph, ...], delta: float, size: int) -> tuple[Floats, Floats]:
    """Return the posterior of N_∅ = 1 … size and of each graph."""
    t, observed = len(table.lists), table.observed
    used = sorted({part for graph in graphs for part in (*graph.cliques, *graph.separators)})
    place = {part: k for k, part in enumerate(used)}
    signs = np.zeros((len(graphs), len(used)))
    for row, graph in zip(signs, graphs, strict=True):
        for clique in graph.cliques:
            row[place[clique]] += 1
        for separator in graph.separators:
            row[place[separator]] -= 1
    margins = [_margin(table, part, delta) for part in used]
    fixed = signs @ np.asarray([constant for constant, _ in margins])
    open_cells = np.asarray([cell for _, cell in margins])
    whole = delta * 2**t

    def scores(hidden: Floats, rows: NDArray[np.int64]) -> Floats:
        changing = log_gamma(open_cells[:, None] + hidden)
        shared = log_gamma(observed + hidden + 1) - log_gamma(hidden + 1) - log_gamma(observed + hidden + whole)
        shared -= np.log(observed + hidden)
        total: Floats = signs[rows] @ changing
        total += fixed[rows, None]
        total += shared
        return total

    # First a coarse look. Given a graph, the variance of N_∅ is no less than N_∅, so steps of 2·√N_∅ miss a peak by
    # half a log at most.
    steps = np.arange(1, math.isqrt(size) + 1, dtype=np.float64) ** 2
    coarse = np.concatenate((steps, [float(size)]))
    width = max(64, _BLOCK // len(graphs))
    everything = np.arange(len(graphs))
    looks = [scores(coarse[at : at + width], everything).max(axis=1) for at in range(0, len(coarse), width)]
    highest = np.max(looks, axis=0)
    best = float(highest.max())
    kept = np.flatnonzero(highest > best - _NOTHING)
    posterior, share = np.zeros(size), np.zeros(len(graphs))
    width = max(64, _BLOCK // len(kept))
    # The first values apart: beyond them the gamma function is cheap.
    for at, end in _blocks(size, width):
        hidden = np.arange(at + 1, end + 1, dtype=np.float64)
        block = scores(hidden, kept)
        block -= best
        np.exp(block, out=block)
        posterior[at : at + len(hidden)] = block.sum(axis=0)
        share[kept] += block.sum(axis=1)
    total = posterior.sum()
    return posterior / total, share / total


def _blocks(size: int, width: int) -> Iterator[tuple[int, int]]:
    at, end = 0, min(size, 256)
    while at < size:
        yield at, end
        at, end = end, min(size, end + width)


def _margin(table: Table, part: int, delta: float) -> tuple[float, float]:
    """Return what a clique's margin adds whatever N_∅ is, and the argument of the cell that N_∅ raises."""
    prior = delta * 2 ** (len(table.lists) - part.bit_count())
    cells: dict[int, int] = {}
    for w, count in enumerate(table.counts):
        cells[w & part] = cells.get(w & part, 0) + count
    constant = sum(math.lgamma(count + prior) for cell, count in cells.items() if cell)
    return constant - len(cells) * math.lgamma(prior), cells[0] + prior


@lru_cache(maxsize=4)
def decomposable_graphs(t: int) -> tuple[Graph, ...]:
    """Return all decomposable (chordal) graphs of t lists, the complete one included: 8, 61, 822, 18,154 for 3 to 6."""
    pairs = [1 << i | 1 << j for i, j in combinations(range(t), 2)]
    return tuple(_graphs(t, pairs))


def _graphs(t: int, pairs: list[int]) -> Iterator[Graph]:
    for mask in range(1 << len(pairs)):
        beside = [0] * t
        for k, pair in enumerate(pairs):
            if mask >> k & 1:
                i, j = (pair & -pair).bit_length() - 1, pair.bit_length() - 1
                beside[i] |= 1 << j
                beside[j] |= 1 << i
        graph = _junction(t, beside)
        if graph:
            yield graph


def _junction(t: int, beside: list[int]) -> Graph | None:
    """Return cliques and separators, or None when the graph is not chordal (Tarjan and Yannakakis 1984).

    Lists are visited by the number of neighbours visited before. The graph is chordal when those earlier neighbours
    always depend on each other; where their number does not grow, a new clique begins and they are its separator.
    """
    seen, before, cliques, separators = 0, 0, [], []
    for _ in range(t):
        rest = [i for i in range(t) if not seen >> i & 1]
        i = max(rest, key=lambda i: (beside[i] & seen).bit_count())
        earlier = beside[i] & seen
        if any(earlier & ~(beside[j] | 1 << j) for j in range(t) if earlier >> j & 1):
            return None
        if seen and earlier.bit_count() <= before:
            separators.append(earlier)
            cliques.append(earlier | 1 << i)
        elif seen:
            cliques[-1] = earlier | 1 << i
        else:
            cliques.append(1 << i)
        before = earlier.bit_count()
        seen |= 1 << i
    return Graph(tuple(cliques), tuple(separators))
