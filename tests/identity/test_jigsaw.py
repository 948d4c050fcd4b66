"""What two stories give away together: linked only where nothing contradicts, warned of only where the sum is few."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.identity.jigsaw import Profile, may_be_one, union
from amanat.read import read_bytes
from amanat.registers import Registers, shipped
from amanat.review import profiles, review

FIRST = "A girl, 9, was rescued from traffickers in Nokundi on Monday, police said."
SECOND = "A girl rescued from traffickers in Nokundi last week is in school again."
Told = Callable[[str, str], set[str]]

genders = st.sampled_from(["", "f", "m"])
ages = st.none() | st.integers(0, 80)
places = st.lists(st.sampled_from(["pk-sherani", "pk-swat", "pk-swat.matta", "PK-KP", "PK"]), max_size=3).map(tuple)
people = st.builds(Profile, st.sampled_from(["a", "b"]), st.just("p1"), genders, ages, places)


def codes(draft: str, *earlier: str) -> set[str]:
    known = tuple(p for text in earlier for p in profiles(read_bytes(text.encode())))
    return {f.code for f in review(read_bytes(draft.encode()), earlier=known).findings}


def test_two_stories_that_hide_enough_alone_are_warned_of_together() -> None:
    assert "I008" in codes(SECOND, FIRST)
    assert "I008" not in codes(SECOND)


def test_a_story_is_not_held_against_itself() -> None:
    assert "I008" not in codes(SECOND, SECOND)


@pytest.mark.parametrize(
    "other",
    [
        "A boy, 9, was rescued from traffickers in Nokundi on Monday, police said.",
        "A girl, 9, was rescued from traffickers in Lahore on Monday, police said.",
        "The minister visited Sherani district and spoke with police.",
    ],
)
def test_other_sex_other_place_or_nobody_is_no_link(other: str) -> None:
    assert "I008" not in codes(SECOND, other)


def test_a_profile_holds_no_word_of_the_story() -> None:
    text = "Zunaira Tarkhan, 13, was abducted in Swat. Her father, Dilawar Misaal, told police."
    told = repr(profiles(read_bytes(text.encode())))
    assert not [w for w in ("Zunaira", "Tarkhan", "Dilawar", "Misaal", "abducted") if w in told]


@given(people, people)
def test_the_link_looks_the_same_from_both_sides(one: Profile, other: Profile) -> None:
    known: Registers = shipped()
    assert may_be_one(one, other, known) == may_be_one(other, one, known)


@given(people, people)
def test_a_wide_place_alone_links_nobody(one: Profile, other: Profile) -> None:
    if {*one.places, *other.places} <= {"PK", "PK-KP"}:
        assert not may_be_one(one, other, shipped())


@given(people, st.lists(people, max_size=4))
def test_laying_together_forgets_nothing(own: Profile, same: list[Profile]) -> None:
    whole = union(own, same)
    assert set(whole.places) == {place for p in (own, *same) for place in p.places}
    assert (whole.age is None) == all(p.age is None for p in (own, *same))
