"""The model of least BIC among all hierarchical models, and a bootstrap over the best of them.

Source: Silverman, Chan and Vincent, Bootstrapping multiple systems estimates to account for model selection, Statistics
and Computing 34 (2024) 44 (open access): section 2 (models and BIC), section 3 (bootstrap over the top models).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from amanat.core import DataError
from amanat.numbers.estimate import kernels
from amanat.numbers.estimate.bootstrap import Bootstrap, Floats, acceleration, resampled, without_one
from amanat.numbers.estimate.speed import fast
from amanat.numbers.estimate.table import Table

Ints = NDArray[np.int64]
FEWEST, MOST = 3, 6
HIGHEST_ORDER = {3: 2, 4: 3, 5: 3, 6: 2}
"""Lists of a term at most: 8, 113, 6,212 and 32,768 models."""
TOP = {3: 8, 4: 20, 5: 100, 6: 100}
"""Models over which the bootstrap chooses when nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Model:
    """One admissible model."""

    generators: str
    """Its largest terms, e.g. ``[123,14,34]``: lists by number, from 1."""
    estimate: float
    """N plus the dark figure."""
    bic: float
    parameters: int
    """Terms of the model, those at -∞ included."""


@dataclass(frozen=True, slots=True, eq=False)
class Hierarchical:
    """All admissible models in order of BIC."""

    observed: int
    enumerated: int
    """Hierarchical models with all main effects up to the order asked for."""
    order: int
    thetas: Ints
    """Terms of each admissible model, one model a row in order of BIC, ∅ first, padded."""
    sizes: Ints
    alphas: Floats
    """Their estimates, shaped as thetas."""
    bics: Floats

    @property
    def admissible(self) -> int:
        """Models whose estimate exists and is identifiable."""
        return len(self.sizes)

    @property
    def estimate(self) -> float:
        """N plus the dark figure under the best model."""
        return self.model(0).estimate

    def model(self, rank: int) -> Model:
        """Return the model that comes at this place by BIC, 0 for the best."""
        size = int(self.sizes[rank])
        estimate = self.observed + math.exp(float(self.alphas[rank, 0]))
        return Model(generators(self.thetas[rank, :size].tolist()), estimate, float(self.bics[rank]), size)

    def top(self, number: int = 25) -> list[Model]:
        """Return the best models."""
        return [self.model(rank) for rank in range(min(number, self.admissible))]


@dataclass(frozen=True, slots=True, eq=False)
class TopBootstrap:
    """What the bootstrap gives when it may choose among the best 1, 2, 5, … models."""

    tops: dict[int, Bootstrap]
    """Number of models chosen among, and the outcome. Limits that move with it are not stable (2024, section 4)."""

    @property
    def widest(self) -> Bootstrap:
        """The outcome with most models to choose among."""
        return self.tops[max(self.tops)]


def hierarchical(table: Table, *, order: int | None = None) -> Hierarchical:
    """Fit every hierarchical model that has all main effects; keep the admissible ones in order of BIC.

    ``BIC = -2 log L + (number of terms) · log N``, L the Poisson likelihood with its factorials; a term whose overlap
    is empty counts as one although it is -∞.

    Args:
        table: 3 to 6 lists.
        order: lists of a term at most; `HIGHEST_ORDER` when left out.

    Raises:
        DataError: N013 for a number of lists or an order that makes too many models, N012 when none is admissible.
    """
    t = len(table.lists)
    if not FEWEST <= t <= MOST:
        raise DataError("N013", f"all models can be tried for {FEWEST} to {MOST} lists, got {t}; merge or drop lists")
    highest = HIGHEST_ORDER[t] if order is None else order
    if not 1 <= highest < t or (t == MOST and highest > HIGHEST_ORDER[t]):
        raise DataError(
            "N013", f"terms of {highest} lists among {t} make too many models, or none that is identifiable"
        )
    thetas, sizes = models(t, highest)
    alphas = np.zeros(thetas.shape)
    codes, _, heights = fast(kernels.fit_each)(thetas, sizes, table.array, alphas)
    good = np.flatnonzero(codes == kernels.GOOD)
    if not len(good):
        raise DataError("N012", "the lists share so few persons that no model has a finite estimate")
    constants = sum(math.lgamma(count + 1) for count in table.counts)
    bics = sizes[good] * math.log(table.observed) - 2 * (heights[good] - constants)
    ranks = np.argsort(bics, kind="stable")
    good = good[ranks]
    return Hierarchical(table.observed, len(sizes), highest, thetas[good], sizes[good], alphas[good], bics[ranks])


def hierarchical_bootstrap(
    table: Table, fitted: Hierarchical, *, replicates: int = 1000, seed: int = 1, top: int | None = None
) -> TopBootstrap:
    """Choose again by BIC on resampled tables, among the best models of the table itself.

    Args:
        table: the table that was fitted.
        fitted: its models.
        replicates: resampled tables.
        seed: of the resampling.
        top: models to choose among, `TOP` when left out; all admissible ones when larger than their number.

    Raises:
        DataError: N011 for too few replicates or models.
    """
    top = min(TOP[len(table.lists)] if top is None else top, fitted.admissible)
    if top < 1:
        raise DataError("N011", "the bootstrap needs at least one model to choose among")
    again = fast(kernels.best_each)
    best = (fitted.thetas[:top], fitted.sizes[:top])
    alphas = fitted.alphas[:top]
    tables, weights = without_one(table)
    left_out = again(*best, tables, alphas)
    drawn = again(*best, resampled(table, replicates, seed), alphas)
    tops = {}
    for number in _steps(top):
        speed, lost = acceleration(left_out[:, number - 1], weights)
        tops[number] = Bootstrap(fitted.estimate, drawn[:, number - 1].copy(), speed, lost)
    return TopBootstrap(tops)


def _steps(top: int) -> list[int]:
    known = [step * 10**power for power in range(5) for step in (1, 2, 5)]
    return [*(number for number in known if number < top), top]


@lru_cache(maxsize=4)
def models(t: int, order: int) -> tuple[Ints, Ints]:
    """Return the terms of every hierarchical model of t lists, ∅ first and padded with 0, and how many each has.

    Hierarchical means: with a term every term inside it. For each set of pairs, larger terms are added wherever all
    terms one list smaller are there.
    """
    main = [0, *(1 << i for i in range(t))]
    pairs = [1 << i | 1 << j for i, j in combinations(range(t), 2)]
    larger = [sum(1 << i for i in some) for size in range(3, order + 1) for some in combinations(range(t), size)]
    found: list[list[int]] = []
    for mask in range(1 << len(pairs)) if order > 1 else (0,):
        chosen = [pair for k, pair in enumerate(pairs) if mask >> k & 1]
        found += _grown(main + chosen, larger, frozenset(chosen))
    sizes = np.asarray([len(model) for model in found], np.int64)
    thetas = np.zeros((len(found), sizes.max()), np.int64)
    for row, model in zip(thetas, found, strict=True):
        row[: len(model)] = model
    for array in (thetas, sizes):
        array.flags.writeable = False
    return thetas, sizes


def _grown(model: list[int], larger: Sequence[int], there: frozenset[int]) -> list[list[int]]:
    out = [model]
    for k, theta in enumerate(larger):
        if all(theta & ~bit in there for bit in _bits(theta)):
            out += _grown([*model, theta], larger[k + 1 :], there | {theta})
    return out


def _bits(theta: int) -> list[int]:
    return [1 << i for i in range(theta.bit_length()) if theta >> i & 1]


def generators(thetas: Sequence[int]) -> str:
    """Write a model by its largest terms, longest first: ``[123,14,34]``."""
    top = [a for a in thetas if a and not any(a != b and a & b == a for b in thetas)]
    words = ["".join(str(bit.bit_length()) for bit in _bits(theta)) for theta in top]
    return f"[{','.join(sorted(words, key=lambda word: (-len(word), word)))}]"
