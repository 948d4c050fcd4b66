"""What a whole story lacks."""

from collections.abc import Callable

from amanat.core import Document
from amanat.dignity.missing import MOST, lacking
from amanat.dignity.rulebook import everything, ours

STORY = (
    "A trafficking case has come up in the valley. "
    "Police registered 41 cases and arrest after arrest followed; 312 people were booked for abuse. "
    "Officials took bribes, and the accused were seen by all. "
) * 6


def test_at_most_three_remarks_about_the_whole_story(read: Callable[[str], Document]) -> None:
    found = list(lacking(read(STORY), everything()))
    assert len(found) == MOST
    assert all(f.span is None and f.category == "missing" for f in found)


def test_a_brief_owes_nobody_context(read: Callable[[str], Document]) -> None:
    assert not list(lacking(read(STORY[:200]), ours()))


def test_a_story_outside_the_field_owes_nothing(read: Callable[[str], Document]) -> None:
    assert not list(
        lacking(read("The accused team took the lead and scored 41 points in the arrest of time. " * 20), ours())
    )


def test_what_is_there_is_not_missed(read: Callable[[str], Document]) -> None:
    whole = STORY + (
        "The trial begins in June 2024, according to the court; of 41 cases three ended in conviction. "
        "The agency denied it. They were booked under the Penal Code. A survivor who now trains inspectors said more."
    )
    assert not list(lacking(read(whole), ours()))
