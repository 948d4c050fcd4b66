"""States named in running text."""

import pytest

from amanat.core import Span
from amanat.packs import load
from amanat.registers.aliases import Words
from amanat.registers.parties import Parties

PARTIES = Parties.over(load())


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Pakistan and India", ["PK", "IN"]),
        ("the Pakistani government", ["PK"]),
        ("Dhaka signed", ["BD"]),
        ("a shop in Dhaka", []),
        ("Sri Lanka, the United States and the UK", ["LK", "US", "GB"]),
        ("پاکستان نے", ["PK"]),
        ("Indiana Jones, Omani dates and Pakistan-based", ["PK"]),
        ("", []),
    ],
)
def test_states_are_found(text: str, ids: list[str]) -> None:
    assert [party.id for party in PARTIES.find(Words.of(text))] == ids


def test_places_taken_by_names_of_laws_are_left_alone() -> None:
    assert PARTIES.find(Words.of("Pakistan Penal Code"), [Span(0, 19)]) == ()
