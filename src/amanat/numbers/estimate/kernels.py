"""The arithmetic of log-linear models, written so that numba can compile it as it stands (see `speed`).

Notation of Chan, Silverman and Vincent, JASA 116 (2021) 1297, section 2: t lists; a capture history w and a parameter
θ are sets of lists, written as numbers whose bits are the lists; N_w persons have history w; N*_θ is the sum of N_w
over w ⊇ θ; the model Θ is a set of parameters with ∅ first; log μ_w = Σ α_θ over θ in Θ, θ ⊆ w. The dark figure is
exp(α_∅). Arrays over histories have 2^t entries; entry 0, the persons on no list, is not observed and is kept out.

Two sums carry everything: over subsets (from α to log μ) and over supersets (from μ to the score and the information,
because the information of θ and φ is the sum of μ_w over w ⊇ θ ∪ φ).
"""

# long because: numba's cache looks at one file only, so what is compiled together must stand together
import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

GOOD, NO_MLE, NOT_IDENTIFIABLE = 0, 1, 2
"""Check codes; the last two add up when both are true (JASA 2021, section 2.4)."""
_ZERO = 1e-9
_ROUNDS = 60
_CLOSE = 1e-8
"""Scoring stops once the deviance changes by less than this share. The rule is that of R's glm, in which the published
analyses were made, so that they come out again digit by digit; the next step would change the tenth digit at most."""


def superset_sums(values: Floats) -> Floats:
    """Return for each θ the sum of values over all w ⊇ θ."""
    sums = values.copy()
    step = 1
    while step < sums.size:
        for start in range(0, sums.size, 2 * step):
            for w in range(start, start + step):
                sums[w] += sums[w + step]
        step *= 2
    return sums


def subset_sums(values: Floats) -> Floats:
    """Return for each w the sum of values over all θ ⊆ w."""
    sums = values.copy()
    step = 1
    while step < sums.size:
        for start in range(0, sums.size, 2 * step):
            for w in range(start, start + step):
                sums[w + step] += sums[w]
        step *= 2
    return sums


def solve(matrix: Floats, right: Floats) -> float:
    """Solve ``matrix · x = right`` in place by Cholesky's ``Uᵀ U``; only the upper triangle is read, x replaces right.

    Returns:
        The first entry of the inverse; 0 when the matrix is not positive definite to working precision.
    """
    p = right.size
    for j in range(p):
        if not matrix[j, j] > 0.0:
            return 0.0
        root = math.sqrt(matrix[j, j])
        for k in range(j, p):
            matrix[j, k] /= root
        for i in range(j + 1, p):
            factor = matrix[j, i]
            for k in range(i, p):
                matrix[i, k] -= factor * matrix[j, k]
    inverse, first = 0.0, np.zeros(p)
    first[0] = 1.0
    for i in range(p):
        right[i] /= matrix[i, i]
        first[i] /= matrix[i, i]
        inverse += first[i] * first[i]
        for k in range(i + 1, p):
            right[k] -= matrix[i, k] * right[i]
            first[k] -= matrix[i, k] * first[i]
    for i in range(p - 1, -1, -1):
        for k in range(i + 1, p):
            right[i] -= matrix[i, k] * right[k]
        right[i] /= matrix[i, i]
    return inverse


def scoring(
    thetas: Ints, kept: Flags, counts: Floats, totals: Floats, alpha: Floats, warm: bool
) -> tuple[float, float]:
    """Maximise the Poisson likelihood Σ_w N_w log μ_w - μ_w over the histories kept, by Fisher scoring.

    For the log link that is Newton's method (McCullagh and Nelder, Generalized Linear Models, 2nd ed., 2.5).

    Args:
        thetas: the parameters of the model, ∅ first, p of them.
        kept: which of the 2^t histories the model covers.
        counts: N_w.
        totals: N*_θ, the superset sums of counts.
        alpha: p starting values when `warm`; the estimates replace them.
        warm: whether to start there, else from log(N_w + 0.1).

    Returns:
        Variance of α_∅ (NaN when the iteration failed), and Σ N*_θ α_θ - Σ μ_w, the log likelihood but for Σ log N_w!.
    """
    p, size = thetas.size, counts.size
    information, step = np.zeros((p, p)), np.zeros(p)
    saturated, variance = 0.0, math.nan
    mu, target = np.zeros(size), np.zeros(size)
    for w in range(1, size):
        if counts[w] > 0:
            saturated += counts[w] * math.log(counts[w]) - counts[w]
        if kept[w]:
            mu[w] = counts[w] + 0.1
            target[w] = mu[w] * math.log(mu[w]) + counts[w] - mu[w]
    if not warm:
        sums, target = superset_sums(mu), superset_sums(target)
        for i in range(p):
            alpha[i] = target[thetas[i]]
            for j in range(i, p):
                information[i, j] = sums[thetas[i] | thetas[j]]
        variance = solve(information, alpha)
        if variance == 0.0:
            return math.nan, math.nan
    before, share = math.inf, 1.0
    for _ in range(_ROUNDS):
        sums = superset_sums(means(thetas, kept, alpha))
        height = -sums[0]
        for i in range(p):
            height += totals[thetas[i]] * alpha[i]
        deviance = 2.0 * (saturated - height)
        if abs(deviance - before) < _CLOSE * (abs(deviance) + 0.1) and not math.isnan(variance):
            return variance, height
        if not deviance < before * 1.5 + 1.0:
            share *= 0.5  # too far: back half of the way
            for i in range(p):
                alpha[i] -= share * step[i]
            continue
        before, share = deviance, 1.0
        for i in range(p):
            step[i] = totals[thetas[i]] - sums[thetas[i]]
            for j in range(i, p):
                information[i, j] = sums[thetas[i] | thetas[j]]
        variance = solve(information, step)
        if variance == 0.0:
            return math.nan, math.nan
        for i in range(p):
            alpha[i] += step[i]
    return math.nan, math.nan


def means(thetas: Ints, kept: Flags, alpha: Floats) -> Floats:
    """Return μ_w for each history kept, 0 for the others."""
    mu = np.zeros(kept.size)
    for i in range(thetas.size):
        mu[thetas[i]] = alpha[i]
    mu = subset_sums(mu)
    for w in range(mu.size):
        mu[w] = math.exp(min(mu[w], 700.0)) if kept[w] else 0.0
    return mu


def check(thetas: Ints, kept: Flags, counts: Floats) -> int:
    """Tell whether the extended maximum likelihood estimate exists and is the only one (codes 0 to 3).

    With A+ the rows of the design with N_w > 0: when A+ has full column rank the estimate exists and is unique.
    Otherwise take z in the null space of A+ and look at the rows with N_w = 0. It does not exist when some z makes them
    all ≥ 0 and not all 0 (Fienberg and Rinaldo, Ann. Statist. 40 (2012) 996, theorem 3: the sufficient statistic lies
    on a face of its cone); it is not identifiable when some z ≠ 0 makes them all 0.
    """
    p = thetas.size
    basis, pivots, rank = np.zeros((p, p)), np.zeros(p, np.int64), 0
    row = np.empty(p)
    for w in range(1, counts.size):
        if not (kept[w] and counts[w] > 0):
            continue
        for i in range(p):
            row[i] = 1.0 if thetas[i] & w == thetas[i] else 0.0
        rank += _extend(basis, pivots, rank, row)
        if rank == p:
            return GOOD
    faces = _on_empty_cells(thetas, kept, counts, _null_space(basis, pivots, rank))
    dimension = p - rank
    independent, marks, found = np.zeros((dimension, dimension)), np.zeros(dimension, np.int64), 0
    for r in range(faces.shape[0]):
        if found < dimension:
            found += _extend(independent, marks, found, faces[r].copy())
    code = GOOD if found == dimension else NOT_IDENTIFIABLE
    if dimension == 1:
        low, high = 0.0, 0.0
        for r in range(faces.shape[0]):
            low, high = min(low, faces[r, 0]), max(high, faces[r, 0])
        one_sided = (low < -_ZERO) != (high > _ZERO)
        return code + (NO_MLE if one_sided else 0)
    return code + (0 if _balanced(faces) else NO_MLE)


def _extend(basis: Floats, pivots: Ints, rank: int, row: Floats) -> int:
    """Reduce a row by the rows of a reduced basis; add what is left of it, if anything. Return how many were added."""
    p = row.size
    for i in range(rank):
        factor = row[pivots[i]]
        if factor != 0.0:
            for k in range(p):
                row[k] -= factor * basis[i, k]
    lead = 0
    for k in range(p):
        if abs(row[k]) > abs(row[lead]):
            lead = k
    if abs(row[lead]) < _ZERO:
        return 0
    for k in range(p):
        basis[rank, k] = row[k] / row[lead]
    for i in range(rank):
        factor = basis[i, lead]
        if factor != 0.0:
            for k in range(p):
                basis[i, k] -= factor * basis[rank, k]
    pivots[rank] = lead
    return 1


def _null_space(basis: Floats, pivots: Ints, rank: int) -> Floats:
    """Return p × (p - rank) vectors on which every row of a reduced basis is 0."""
    p = basis.shape[1]
    bound = np.zeros(p, np.bool_)
    for i in range(rank):
        bound[pivots[i]] = True
    null, column = np.zeros((p, p - rank)), 0
    for k in range(p):
        if not bound[k]:
            null[k, column] = 1.0
            for i in range(rank):
                null[pivots[i], column] = -basis[i, k]
            column += 1
    return null


def _on_empty_cells(thetas: Ints, kept: Flags, counts: Floats, null: Floats) -> Floats:
    """Return what each vector of the null space does on the histories with N_w = 0, one row each."""
    p, dimension = null.shape
    rows, r = np.zeros((counts.size, dimension)), 0
    for w in range(1, counts.size):
        if kept[w] and counts[w] == 0:
            for i in range(p):
                if thetas[i] & w == thetas[i]:
                    for k in range(dimension):
                        rows[r, k] += null[i, k]
            r += 1
    return rows[:r]


def _balanced(faces: Floats) -> bool:
    """Tell whether no z makes ``faces · z`` ≥ 0 and not all 0.

    By Stiemke's lemma that is so exactly when some y ≥ 1 has ``facesᵀ · y = 0``. Found by the first phase of the
    simplex method (Bland's rule) in u = y - 1 ≥ 0.
    """
    m, d = faces.shape
    table = np.zeros((d + 1, m + 1))
    for k in range(d):
        wanted = 0.0
        for r in range(m):
            wanted -= faces[r, k]
        sign = 1.0 if wanted >= 0 else -1.0
        for r in range(m):
            table[k, r] = sign * faces[r, k]
        table[k, m] = sign * wanted
        for c in range(m + 1):  # the last row: how far the artificial variables still are from 0
            table[d, c] -= table[k, c]
    basic = np.arange(m, m + d)
    while True:
        entering = -1
        for c in range(m):
            if table[d, c] < -_ZERO:
                entering = c
                break
        if entering < 0:
            return bool(table[d, m] > -_ZERO * (1 + m))
        leaving = -1
        for k in range(d):
            if table[k, entering] > _ZERO:
                if leaving < 0:
                    leaving = k
                    continue
                ratio = table[k, m] / table[k, entering] - table[leaving, m] / table[leaving, entering]
                if ratio < -_ZERO or (ratio < _ZERO and basic[k] < basic[leaving]):
                    leaving = k
        if leaving < 0:
            return False
        pivot = table[leaving, entering]
        for c in range(m + 1):
            table[leaving, c] /= pivot
        for k in range(d + 1):
            factor = table[k, entering]
            if k != leaving and factor != 0.0:
                for c in range(m + 1):
                    table[k, c] -= factor * table[leaving, c]
        basic[leaving] = entering


def poisson_tail(n: float, mean: float) -> float:
    """Return min(P(X ≤ n), P(X ≥ n)) for X ~ Poisson(mean), each tail summed from n outwards."""
    if mean <= 0.0:
        return 1.0 if n == 0.0 else 0.0
    here = math.exp(n * math.log(mean) - mean - math.lgamma(n + 1.0))
    term, tail, k = here, here, n
    if n >= mean:
        while term > tail * 1e-17:
            k += 1.0
            term *= mean / k
            tail += term
    else:
        while k > 0.0 and term > tail * 1e-17:
            term *= k / mean
            k -= 1.0
            tail += term
    return min(tail, 1.0 + here - tail)


def choose(t: int, counts: Floats, threshold: float, chosen: Ints) -> tuple[int, float, float, float]:
    """Choose pairs stepwise (JASA 2021, section 3.2), beginning with main effects only.

    For each absent pair, λ is the fitted mean of its overlap and p = min(P(X ≤ N*), P(X ≥ N*)), X ~ Poisson(λ). The
    pair with the smallest p below the threshold whose addition passes `check` is added, until there is none. A pair
    with N* = 0 gets α = -∞: it and every history that contains it leave the problem (section 2.3).

    Args:
        t: number of lists.
        counts: N_w.
        threshold: for p.
        chosen: space for t(t-1)/2 pairs; filled with those added, in order.

    Returns:
        How many were added; α_∅ (infinite when not even main effects have an estimate) and its variance; and
        Σ N*_θ α_θ - Σ μ_w, the log likelihood but for Σ log N_w!.
    """
    size = 1 << t
    totals = superset_sums(counts)
    kept = np.ones(size, np.bool_)
    kept[0] = False
    thetas = np.zeros(1 + t + t * (t - 1) // 2, np.int64)
    for i in range(t):
        thetas[1 + i] = 1 << i
    p, added = 1 + t, 0
    alpha = np.zeros(thetas.size)
    if check(thetas[:p], kept, counts) != GOOD:
        return 0, math.inf, math.nan, math.nan
    variance, height = scoring(thetas[:p], kept, counts, totals, alpha[:p], False)
    pairs, place = np.zeros(t * (t - 1) // 2, np.int64), 0
    for i in range(t):
        for j in range(i + 1, t):
            pairs[place] = 1 << i | 1 << j
            place += 1
    absent = np.ones(pairs.size, np.bool_)
    while True:
        overlaps = superset_sums(means(thetas[:p], kept, alpha[:p]))
        chances = np.full(pairs.size, 2.0)
        for k in range(pairs.size):
            if absent[k]:
                chances[k] = poisson_tail(totals[pairs[k]], overlaps[pairs[k]])
        best = -1
        while True:
            best = int(np.argmin(chances))
            if chances[best] >= threshold:
                return added, float(alpha[0]), variance, height
            pair = pairs[best]
            if totals[pair] > 0:
                thetas[p] = pair
                if check(thetas[: p + 1], kept, counts) == GOOD:
                    p += 1
                    break
            else:
                fewer = kept.copy()
                for w in range(size):
                    if w & pair == pair:
                        fewer[w] = False
                if check(thetas[:p], fewer, counts) == GOOD:
                    kept = fewer
                    break
            chances[best] = 2.0
        variance, height = scoring(thetas[:p], kept, counts, totals, alpha[:p], False)
        chosen[added] = pairs[best]
        absent[best] = False
        added += 1


def choose_each(t: int, tables: Floats, threshold: float) -> Floats:
    """Repeat `choose` on each row of tables; return N + exp(α_∅) for each, infinite where there is no estimate."""
    estimates, chosen = np.empty(tables.shape[0]), np.zeros(t * t, np.int64)
    for b in range(tables.shape[0]):
        outcome = choose(t, tables[b], threshold, chosen)
        estimates[b] = tables[b].sum() + math.exp(min(outcome[1], 700.0))
        if outcome[1] > 700.0:
            estimates[b] = math.inf
    return estimates


def fit_one(thetas: Ints, counts: Floats, totals: Floats, alpha: Floats, warm: bool) -> tuple[int, float, float]:
    """Fit one hierarchical model by extended maximum likelihood.

    Args:
        thetas: its parameters, ∅ first.
        counts: N_w.
        totals: N*_θ.
        alpha: start (when `warm`) and result, one for each parameter; -∞ where N*_θ = 0.
        warm: whether alpha holds a start.

    Returns:
        Check code; variance of α_∅; Σ N*_θ α_θ - Σ μ_w.
    """
    size, live = counts.size, 0
    kept = np.ones(size, np.bool_)
    kept[0] = False
    some, start = np.empty(thetas.size, np.int64), np.empty(thetas.size)
    for i in range(thetas.size):
        theta = thetas[i]
        if totals[theta] > 0:
            some[live] = theta
            start[live] = alpha[i]
            warm = warm and alpha[i] > -math.inf
            live += 1
        else:
            for w in range(size):
                if w & theta == theta:
                    kept[w] = False
    code = check(some[:live], kept, counts)
    if code != GOOD:
        return code, math.nan, math.nan
    variance, height = scoring(some[:live], kept, counts, totals, start[:live], warm)
    if warm and math.isnan(variance):
        variance, height = scoring(some[:live], kept, counts, totals, start[:live], False)
    live = 0
    for i in range(thetas.size):
        if totals[thetas[i]] > 0:
            alpha[i] = start[live]
            live += 1
        else:
            alpha[i] = -math.inf
    return code, variance, height


def fit_each(thetas: Ints, sizes: Ints, counts: Floats, alphas: Floats) -> tuple[Ints, Floats, Floats]:
    """Fit many hierarchical models to one table.

    Args:
        thetas: one model a row, ∅ first, padded.
        sizes: parameters of each model.
        counts: N_w.
        alphas: space for the estimates, shaped as thetas.

    Returns:
        For each model the check code, α_∅ and Σ N*_θ α_θ - Σ μ_w (NaN where the check failed).
    """
    totals = superset_sums(counts)
    m = sizes.size
    codes, dark, heights = np.zeros(m, np.int64), np.full(m, math.nan), np.full(m, math.nan)
    for k in range(m):
        p = sizes[k]
        code, variance, height = fit_one(thetas[k, :p], counts, totals, alphas[k, :p], False)
        codes[k] = code if code != GOOD or not math.isnan(variance) else NO_MLE
        if codes[k] == GOOD:
            dark[k], heights[k] = alphas[k, 0], height
    return codes, dark, heights


def best_each(thetas: Ints, sizes: Ints, tables: Floats, alphas: Floats) -> Floats:
    """Choose the model of least BIC on each table, among the first 1, 2, 3 … models.

    Args:
        thetas: models in order of their BIC on the original table, ∅ first, padded.
        sizes: parameters of each model.
        tables: one table a row.
        alphas: estimates on the original table, where Newton starts.

    Returns:
        N + exp(α_∅) of the model chosen, one row for each table, one column for each number of models looked at; NaN
        while none of them has an estimate.
    """
    chosen = np.empty((tables.shape[0], sizes.size))
    start = np.empty(thetas.shape[1])
    for b in range(tables.shape[0]):
        counts = tables[b]
        totals = superset_sums(counts)
        least, estimate = math.inf, math.nan
        for k in range(sizes.size):
            p = sizes[k]
            start[:p] = alphas[k, :p]
            code, variance, height = fit_one(thetas[k, :p], counts, totals, start[:p], True)
            if code == GOOD and not math.isnan(variance):
                bic = p * math.log(totals[0]) - 2.0 * height
                if bic < least:
                    least, estimate = bic, totals[0] + math.exp(start[0])
            chosen[b, k] = estimate
    return chosen
