"""Of all statements found, keep those that say something of their own."""

from amanat.core import Verdict
from amanat.law.statement import Statement

_CITED = frozenset({"mention", "section"})
_RULES = frozenset({"rule", "outlawed"})
_QUIET = frozenset({Verdict.SUPPORTED, Verdict.UNKNOWN, Verdict.UNVERIFIED})
_BESIDE = 2
"""Letters between what is known and `under the law` that only says where it stands."""
_FIGURES = 3
"""A story full of figures gets its weightiest ones: the desk need not be told the same of each row of a table."""


def settle(found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Drop citations that are part of a larger statement, laws named twice, repeated figures, rules answered."""
    weightiest = _weightiest(found)
    kept: list[Statement] = []
    named: set[str] = set()
    told: set[str] = set()
    larger = [other.span for other in found if other.topic not in _CITED and other.kind and not _is_open(other)]
    for statement in found:
        if statement.topic == "statistic" and statement not in weightiest:
            continue
        if _answered(statement, found):
            continue
        if statement.topic == "body" and any(_fuller(other, statement) for other in found):
            continue
        if statement.topic in _CITED and statement.verdict in _QUIET:
            if any(span.covers(statement.span) for span in larger):
                continue
            if statement.subject in named and (statement.topic == "mention" or statement.value in told):
                continue
        if statement.topic == "section" and statement.value:
            told.add(statement.value)
        if statement.subject:
            named.add(statement.subject)
        kept.append(statement)
    return tuple(kept)


def _is_open(statement: Statement) -> bool:
    """Tell whether a statement is a rule of which nothing is known."""
    return statement.topic in _RULES and statement.verdict is Verdict.UNKNOWN


def _answered(one: Statement, found: tuple[Statement, ...]) -> bool:
    """Tell whether something is known of the matter of what is open, or the same is told in fewer words."""
    if one.topic == "penalty" and one.verdict is Verdict.UNKNOWN:  # a term that a definition names is no threat
        return any(other.topic == "content" and other.span.overlaps(one.span) for other in found)
    return _is_open(one) and any(
        other.span.start < one.span.end + _BESIDE and one.span.start < other.span.end + _BESIDE
        if not _is_open(other)
        else one.span.covers(other.span) and one.span != other.span
        for other in found
        if other.topic != "statistic"
    )


def _weightiest(found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The few figures that say most of the world at large, none of them twice."""
    figures = sorted((s for s in found if s.topic == "statistic"), key=lambda s: (-s.weight, s.span.start))
    kept: list[Statement] = []
    numbers: set[str] = set()
    for figure in figures:
        if len(kept) < _FIGURES and not numbers.intersection(figure.value.split()):
            kept.append(figure)
            numbers.update(figure.value.split()[:1])
    return tuple(kept)


def _fuller(other: Statement, statement: Statement) -> bool:
    """Tell whether a body is named elsewhere with its short form beside it, or earlier at the same length."""
    if other.topic != "body" or other is statement:
        return False
    return (len(other.span), -other.span.start) > (len(statement.span), -statement.span.start)
