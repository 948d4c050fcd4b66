"""Statistics, pure: no I/O, no packs."""

from amanat.numbers.funnel import Cohort, Count, Interval, PerHundred, Share, compare, jeffreys, poisson_ratio, wilson

__all__ = ["Cohort", "Count", "Interval", "PerHundred", "Share", "compare", "jeffreys", "poisson_ratio", "wilson"]
