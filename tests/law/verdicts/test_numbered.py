"""The number of an Act beside its name."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The PTPA, Act XXXIV of 2018, was read out.", "supported"),
        ("The PTPA, Act No. 34 of 2018, was read out.", "supported"),
        ("The PTPA, Act XXIV of 2018, was read out.", "imprecise"),
        ("The PTPA, Act XXXIV of 2017, was read out.", "imprecise"),
        ("The PSMA, Act XXXV of 2018, was read out.", "unverified"),
        ("The PTPA was read out under the number XXIV of 2018.", "imprecise"),
        ("The PTPA was read out.", "supported"),
        ("UAE's Federal Law No 51 of 2006 was read out.", "supported"),
    ],
)
def test_the_number_is_compared_where_it_is_held(
    text: str, verdict: str, said: Callable[..., tuple[Statement, ...]]
) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "mention"] == [verdict]
