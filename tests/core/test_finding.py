from itertools import product

import pytest

from amanat.core import Finding, Room, Severity, Span


def test_severities_have_an_order() -> None:
    assert sorted(Severity, key=lambda s: s.rank) == [
        Severity.NOTE,
        Severity.SUGGESTION,
        Severity.WARNING,
        Severity.ERROR,
    ]


@pytest.mark.parametrize(("one", "ceiling"), list(product(Severity, Severity)))
def test_at_most_never_rises(one: Severity, ceiling: Severity) -> None:
    lower = one.at_most(ceiling)
    assert lower.rank == min(one.rank, ceiling.rank)


def test_findings_without_a_place_come_last() -> None:
    def at(span: Span | None, code: str = "D101") -> Finding:
        return Finding(code, Room.DIGNITY, span, Severity.NOTE, "x", "m", "r")

    whole, early, late, wide = at(None), at(Span(0, 2)), at(Span(5, 6)), at(Span(0, 9))
    assert sorted([whole, late, wide, early], key=lambda f: f.order) == [early, wide, late, whole]
    assert at(Span(0, 2), "A001").order < early.order
