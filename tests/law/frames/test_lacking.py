"""Statements that an Act lacks what it has."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


def told(found: tuple[Statement, ...]) -> list[tuple[str, str]]:
    return [(s.verdict.value, s.fact.id) for s in found if s.topic == "content" and s.fact]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Human Trafficking and Transportation (Control) Act makes no provision for rehabilitation centres.",
            "np.httca.s13",
        ),
        ("Forced marriage is no offence under the Pakistan Penal Code.", "pk.ppc.498B@2011-12-26"),
    ],
)
def test_what_an_act_is_said_to_lack_is_looked_for_in_it(text: str, fact: str, said: Said) -> None:
    assert ("contradicted", fact) in told(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Human Trafficking and Transportation (Control) Act makes no provision for kindergartens.",
        "Whistling at night is no offence under the Pakistan Penal Code.",
        "The shelter has no provision for boys.",
    ],
)
def test_what_it_does_lack_is_not_contradicted(text: str, said: Said) -> None:
    assert told(said(text)) == []
