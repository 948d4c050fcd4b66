"""The gamma function for whole arrays, and the gamma distribution with its quantiles; numpy only.

Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964): 6.1.15 (recurrence), 6.1.40 (Stirling's
series), 6.5.29 (power series), 6.5.31 (continued fraction).
"""

import math

import numpy as np
from numpy.typing import NDArray

_FAR, _FARTHER = 15.0, 250.0
"""From the first on six terms of Stirling's series are exact to the last bits, from the second on two."""
_SERIES = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)
_HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)
_STEPS = 2_000
_ENOUGH = 1e-16
_TINY = 1e-300


def log_gamma(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log Γ(x) for each x > 0."""
    lowest = float(x.min()) if x.size else _FAR
    far = x if lowest >= _FAR else np.maximum(x, _FAR)
    inverse = 1 / far
    square = inverse * inverse
    last, *others = reversed(_SERIES[:2] if lowest >= _FARTHER else _SERIES)
    tail = np.full_like(far, last)
    for term in others:
        tail *= square
        tail += term
    tail *= inverse
    value: NDArray[np.float64] = np.log(far)
    value *= far - 0.5
    value -= far
    value += _HALF_LOG_2PI
    value += tail
    if lowest < _FAR:
        near = x < _FAR
        value[near] = [math.lgamma(one) for one in x[near].tolist()]
    return value


def gamma_cdf(x: float, shape: float) -> float:
    """Return the probability that a gamma value of this shape (> 0) and rate 1 is at most x."""
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        return min(1.0, front * _power_series(x, shape))
    return max(0.0, 1 - front * _fraction(x, shape))


def gamma_quantile(p: float, shape: float) -> float:
    """Return x with `gamma_cdf(x, shape)` = p, by bisection down to the last bits; 0 ≤ p < 1."""
    if p <= 0:
        return 0.0
    low, high = 0.0, shape + 10 * math.sqrt(shape) + 10
    while gamma_cdf(high, shape) < p:
        high *= 2
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if gamma_cdf(middle, shape) < p:
            low = middle
        else:
            high = middle


def _power_series(x: float, shape: float) -> float:
    term = total = 1 / shape
    for step in range(1, _STEPS + int(4 * math.sqrt(shape))):
        term *= x / (shape + step)
        total += term
        if term < total * _ENOUGH:
            break
    return total


def _fraction(x: float, shape: float) -> float:
    """Evaluate the continued fraction of the upper tail front to back (modified Lentz)."""
    b = x + 1 - shape
    c, d = 1 / _TINY, 1 / b
    value = d
    for step in range(1, _STEPS + int(4 * math.sqrt(shape))):
        a = -step * (step - shape)
        b += 2
        d = 1 / _away(a * d + b)
        c = _away(b + a / c)
        value *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return value


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
