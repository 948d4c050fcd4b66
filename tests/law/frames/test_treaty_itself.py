"""When a treaty was adopted, since when it is in force, how many states are bound."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Palermo Protocol was adopted in 2000.", "supported"),
        ("The Palermo Protocol was adopted in 2003.", "contradicted"),
        ("The Palermo Protocol entered into force in December 2003.", "supported"),
        ("The Palermo Protocol has been in force since November 2000.", "contradicted"),
        ("The U.N. trafficking protocol had 182 parties in April 2024.", "supported"),
        ("The U.N. trafficking protocol had 190 parties in April 2025.", "unknown"),
    ],
)
def test_steps_of_a_treaty(text: str, verdict: str, said: Callable[..., tuple[Statement, ...]]) -> None:
    assert [s.verdict.value for s in said(text)] == [verdict]


def test_in_force_for_a_state_is_another_question(said: Callable[..., tuple[Statement, ...]]) -> None:
    found = said("The Palermo Protocol has been in force for Bangladesh since October 2019.")
    assert {s.topic for s in found} == {"status"}
