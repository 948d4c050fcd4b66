from datetime import date

import pytest

from amanat.core import Confidence, Fact


@pytest.mark.parametrize(
    ("confidence", "may"),
    [(Confidence.VERIFIED, True), (Confidence.SINGLE_SOURCE, False), (Confidence.UNCERTAIN, False)],
)
def test_only_a_verified_fact_may_raise_an_error(confidence: Confidence, *, may: bool) -> None:
    assert Fact("x", "A fact.", confidence, (), date(2026, 1, 2)).may_raise_error is may
