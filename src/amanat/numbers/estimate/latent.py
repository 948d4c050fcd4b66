"""Latent classes: persons fall into groups that differ in how likely each list is to catch them.

Source: Manrique-Vallier, Bayesian population size estimation using Dirichlet process mixtures, Biometrics 72 (2016)
1246 (the method of the R package LCMCR). R̂: Gelman et al., Bayesian Data Analysis, 3rd ed., 11.4; Vehtari, Gelman,
Simpson, Carpenter and Bürkner, Bayesian Analysis 16 (2021) 667, section 3 (split chains).
Critics: the posterior has several peaks and one chain sees one of them (Binette and Steorts, JRSS A 185 (2022) 641); so
many chains are run and R̂ is part of the answer.
"""

import math
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core import DataError
from amanat.numbers.estimate import gibbs
from amanat.numbers.estimate.speed import fast
from amanat.numbers.estimate.table import Table
from amanat.numbers.funnel import Interval

MIXED = 1.05
"""R̂ above which the chains do not agree: each has seen another part, so the pooled interval is not to be relied on."""
CAP = 20.0
"""Hidden persons for each observed one, at most. The R package has the same cap without saying so."""


@dataclass(frozen=True, slots=True, eq=False)
class LatentClasses:
    """Draws of the whole population, N + N_∅."""

    draws: NDArray[np.int64]
    """One chain a row."""
    observed: int
    cap: float
    """Hidden persons for each observed one, at most."""
    redrawn: int
    """How often a draw beyond the cap was thrown away."""

    @property
    def median(self) -> float:
        """Median of all chains together."""
        return float(np.median(self.draws))

    def interval(self, level: float = 0.95) -> Interval:
        """Return the central interval of all chains together."""
        low, high = np.quantile(self.draws, ((1 - level) / 2, (1 + level) / 2))
        return Interval(float(low), float(high))

    @property
    def r_hat(self) -> float:
        """Split R̂ of log population: √((W·(n-1)/n + B) / W), W within and B between half chains; 1 when they agree."""
        half = self.draws.shape[1] // 2
        halves = np.log(np.concatenate((self.draws[:, :half], self.draws[:, -half:])).astype(np.float64))
        within = float(halves.var(axis=1, ddof=1).mean())
        between = float(halves.mean(axis=1).var(ddof=1))
        return math.sqrt((half - 1) / half + between / within) if within > 0 else math.inf

    @property
    def mixed(self) -> bool:
        """True when the chains agree."""
        return self.r_hat <= MIXED

    @property
    def touched(self) -> bool:
        """True when the cap decides: draws were thrown away for it, or lie in the last twentieth below it."""
        near = self.observed * (1 + 0.95 * self.cap)
        return self.redrawn > self.draws.size // 1_000 or float((self.draws > near).mean()) > 0.001  # noqa: PLR2004


def latent_classes(
    table: Table,
    *,
    chains: int = 20,
    burn_in: int = 10_000,
    draws: int = 1_000,
    thinning: int = 10,
    classes: int = 10,
    shape: float = 0.25,
    rate: float = 0.25,
    cap: float = CAP,
    seed: int = 1,
    workers: int | None = None,
) -> LatentClasses:
    """Sample the population size under a truncated stick-breaking mixture of independent lists.

    Args:
        table: 3 lists or more.
        chains: independent chains, each with its own part of the seed; the answer does not depend on `workers`.
        burn_in: iterations thrown away in each chain.
        draws: values kept of each chain.
        thinning: iterations for each value kept.
        classes: K, groups at most.
        shape: of the gamma prior of the concentration α.
        rate: of the same.
        cap: hidden persons for each observed one, at most. Look at `touched`.
        seed: of all chains.
        workers: threads; one for each processor when left out, one without numba.

    Raises:
        DataError: N013 for fewer than 3 lists, N016 for numbers that make no chain.
    """
    if len(table.lists) < 3:  # noqa: PLR2004
        raise DataError("N013", "latent classes need three lists or more")
    if min(chains, draws, thinning, classes) < 1 or burn_in < 0 or draws < 4 or classes < 2:  # noqa: PLR2004
        raise DataError("N016", "run at least 1 chain of 4 draws, thinned by 1 or more, with at least 2 classes")
    if not (shape > 0 and rate > 0 and 0 < cap < math.inf):
        raise DataError("N016", "shape, rate and cap are above 0")
    present = np.asarray([w for w, count in enumerate(table.counts) if count], np.int64)
    counts = np.asarray([table.counts[w] for w in present.tolist()], np.int64)
    run = fast(gibbs.chain)
    hidden = np.zeros((chains, draws), np.int64)
    most, t = cap * table.observed, len(table.lists)

    def one(number: int, source: np.random.SeedSequence) -> int:
        rng = np.random.default_rng(source)
        return run(rng, present, counts, t, classes, burn_in, thinning, shape, rate, most, hidden[number])

    sources = np.random.SeedSequence(seed).spawn(chains)
    with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
        redrawn = sum(pool.map(one, range(chains), sources))
    return LatentClasses(hidden + table.observed, table.observed, cap, redrawn)
