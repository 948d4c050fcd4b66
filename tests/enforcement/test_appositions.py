"""Rows of people count everybody once: ages, addresses and trades are nobody. All people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes

PEOPLE = (
    "Aslam Khan, 23,",
    "Nadeem Gul (31)",
    "his father",
    "the cleric",
    "her uncle",
    "Rafiq Shah",
    "Bashir Ali alias Kala",
    "his two brothers",
)


def arrested(words: str) -> set[int]:
    return {r.count for r in read_figures(read_bytes(f"{words}\n".encode(), "story.txt")) if r.stage == "arrested"}


def test_relatives_do_not_explain_relatives() -> None:
    assert arrested("Police arrested his two brothers, his father and the cleric on Monday.") == {4}
    assert arrested("Police arrested the two suspects, his father and a cleric, on Monday.") == {2}


@given(st.lists(st.sampled_from(PEOPLE), min_size=3, max_size=6, unique=True))
def test_a_row_counts_each_member(people: list[str]) -> None:
    people.sort(key=lambda person: not person[0].isupper())  # "his father, Aslam Khan" would be one man
    row = ", ".join(person.rstrip(",") for person in people[:-1])
    last = people[-1].rstrip(",")
    expected = len(people) + ("his two brothers" in people)
    assert arrested(f"Police arrested {row} and {last} on Monday.") == {expected}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Twelve suspects, ten men and two women, were arrested.", 12),
        ("Aslam Khan, 23, of Hill Street, Oldham, and Nadeem Gul, 25, of Mill Road, Oldham, were arrested.", 2),
        ("The suspects, identified as Aslam, Nadeem and Rafiq, were arrested.", 3),
    ],
)
def test_what_describes_people_adds_nobody(words: str, count: int) -> None:
    assert arrested(words) == {count}
