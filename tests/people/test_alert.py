"""A missing child under an alert is named; a found one, or one harmed, never because of it."""

from collections.abc import Callable

import pytest

from amanat import people
from amanat.core import Protection
from amanat.read import read_bytes
from amanat.registers import shipped

ALERT = (
    "Police in Swat issued an alert for Zunaira Tarkhan, nine, who has been missing since Friday. The girl was last "
    "seen near the canal. Anyone with information is asked to call the police."
)


def protection(text: str, name: str) -> set[Protection]:
    scene = people.look(read_bytes(text.encode()), shipped())
    return {p.protection for p in scene.people for s in p.names if name in text[s.start : s.end]}


def test_a_child_the_public_is_asked_to_look_for_stays_named_with_the_reason() -> None:
    assert protection(ALERT, "Zunaira") == {Protection.EDITOR}
    scene = people.look(read_bytes(ALERT.encode()), shipped())
    assert any("alert" in p.reason for p in scene.people)


@pytest.mark.parametrize(
    "more",
    [
        " She was found on Sunday in a house in Mingora.",
        " Her body was found in a well.",
        " Police arrested a neighbour and said the girl was abused.",
        " The girl was recovered and reunited with her parents.",
        " A suspect was taken into custody.",
    ],
)
def test_once_found_or_harmed_she_is_protected(more: str) -> None:
    assert protection(ALERT + more, "Zunaira") == {Protection.PROTECT}


@pytest.mark.parametrize(
    "text",
    [
        "Zunaira Tarkhan, 9, went missing from Swat on Friday and was later rescued from traffickers.",
        "Zunaira Tarkhan, 9, has been missing since Friday. Her family is worried.",
        "The girl, Zunaira Tarkhan, 13, was abducted in Swat. Anyone with information may call the police.",
    ],
)
def test_without_a_call_or_without_a_search_nothing_is_opened(text: str) -> None:
    assert Protection.NAME not in protection(text, "Zunaira")
    if "missing since" not in text:
        assert protection(text, "Zunaira") == {Protection.PROTECT}


def test_one_item_of_a_page_opens_nobody_in_another() -> None:
    found: Callable[[str], set[Protection]] = lambda name: protection(  # noqa: E731
        "Girl rescued\n\nSobia Meerani, 13, was rescued from a brothel in Lahore, police said.\n\n***\n\n" + ALERT, name
    )
    assert found("Sobia") == {Protection.PROTECT}
