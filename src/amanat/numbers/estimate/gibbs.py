"""One chain of the latent-class sampler, written so that numba can compile it as it stands (see `speed`).

Source: Manrique-Vallier, Bayesian population size estimation using Dirichlet process mixtures, Biometrics 72 (2016)
1246, section 3 (model) and web appendix (Gibbs sampler).
"""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_REDRAWS, _SWAPS = 10_000, 5
_TINY = 1e-300


def chain(
    rng: np.random.Generator,
    histories: Ints,
    counts: Ints,
    lists: int,
    classes: int,
    burn_in: int,
    thinning: int,
    shape: float,
    rate: float,
    cap: float,
    hidden: Ints,
) -> int:
    """Draw N_∅, filling `hidden` with one value every `thinning` iterations after `burn_in`.

    Within class k the lists are independent with capture probabilities λ_jk. Each iteration draws, given the rest:
    (1) the classes of the observed, by history; (2) N_∅ ~ NegBin(N, 1 - Σ_k π_k Π_j (1 - λ_jk)) and the classes of the
    hidden; (3) λ_jk ~ Beta(1 + seen, 1 + unseen); (4) labels change places (Papaspiliopoulos and Roberts, Biometrika 95
    (2008) 169, section 3.4); (5) the sticks V_k ~ Beta(1 + n_k, α + Σ_{l>k} n_l), which make π; (6) α ~ Gamma(shape + K
    - 1, rate - log π_K).

    Args:
        rng: source of chance of this chain.
        histories: distinct capture histories.
        counts: persons with each.
        lists: t.
        classes: K.
        burn_in: iterations thrown away.
        thinning: iterations for one draw kept.
        shape: of the prior of α.
        rate: of the prior of α.
        cap: N_∅ is drawn again while it exceeds this many.
        hidden: space for the draws.

    Returns:
        How often N_∅ had to be drawn again because of the cap.
    """
    observed = counts.sum()
    # A draw from the prior with α = 1. Chains begun with classes all of one size linger at a peak of few hidden people.
    seen, share, alpha, rest = rng.random((lists, classes)), np.empty(classes), 1.0, 1.0
    for k in range(classes):
        share[k] = max(rest * (rng.beta(1.0, alpha) if k < classes - 1 else 1.0), _TINY)
        rest -= share[k]
    none, weight, members = np.empty(classes), np.empty(classes), np.empty(classes, np.int64)
    odds, captured = np.empty((lists, classes)), np.empty((lists, classes), np.int64)
    redrawn, unseen = 0, 0
    for step in range(burn_in + thinning * hidden.size):
        for k in range(classes):
            none[k], members[k] = share[k], 0
            for j in range(lists):
                none[k] *= 1.0 - seen[j, k]
                odds[j, k] = seen[j, k] / (1.0 - seen[j, k])
                captured[j, k] = 0
        # 1. classes of the observed
        for h in range(histories.size):
            total = 0.0
            for k in range(classes):
                weight[k] = none[k]
                for j in range(lists):
                    if histories[h] >> j & 1:
                        weight[k] *= odds[j, k]
                total += weight[k]
            left = counts[h]
            for k in range(classes):
                if left == 0:
                    break
                if k == classes - 1 or weight[k] >= total:
                    drawn = left
                elif left == 1:
                    drawn = 1 if rng.random() * total < weight[k] else 0
                else:
                    drawn = rng.binomial(left, weight[k] / total)
                total -= weight[k]
                left -= drawn
                if drawn:
                    members[k] += drawn
                    for j in range(lists):
                        if histories[h] >> j & 1:
                            captured[j, k] += drawn
        # 2. how many are hidden, and their classes
        total = 0.0
        for k in range(classes):
            total += none[k]
        for _ in range(_REDRAWS):
            mean = rng.standard_gamma(float(observed)) * total / max(1.0 - total, _TINY)
            if mean < 4.0 * cap + 1e4:
                drawn = rng.poisson(mean)
                if drawn <= cap:
                    unseen = drawn
                    break
            redrawn += 1
        left = unseen
        for k in range(classes):
            if left == 0:
                break
            drawn = left if k == classes - 1 or none[k] >= total else rng.binomial(left, none[k] / total)
            total -= none[k]
            left -= drawn
            members[k] += drawn
        # 3. capture probabilities
        for k in range(classes):
            for j in range(lists):
                if members[k] == 0:
                    p = rng.random()
                else:
                    p = rng.beta(1.0 + captured[j, k], 1.0 + members[k] - captured[j, k])
                seen[j, k] = min(max(p, 1e-12), 1.0 - 1e-12)
        # 4. labels: two classes change places with probability (π_k/π_l)^(n_l - n_k), so that chains mix
        for _ in range(_SWAPS):
            k, other = int(rng.random() * classes), int(rng.random() * classes)
            odd = (members[other] - members[k]) * (math.log(share[k]) - math.log(share[other]))
            if k != other and math.log(max(rng.random(), _TINY)) < odd:
                members[k], members[other] = members[other], members[k]
                for j in range(lists):
                    seen[j, k], seen[j, other] = seen[j, other], seen[j, k]
        # 5. sticks
        after = observed + unseen
        rest = 0.0  # log of what is left of the stick
        for k in range(classes - 1):
            after -= members[k]
            v = rng.beta(1.0 + members[k], alpha + after)
            v = min(max(v, _TINY), 1.0 - 1e-15)
            share[k] = max(math.exp(rest) * v, _TINY)
            rest += math.log1p(-v)
        share[classes - 1] = max(math.exp(rest), _TINY)
        # 6. concentration
        alpha = max(rng.standard_gamma(shape + classes - 1.0) / (rate - rest), 1e-12)
        if step >= burn_in and (step - burn_in + 1) % thinning == 0:
            hidden[(step - burn_in) // thinning] = unseen
    return redrawn
