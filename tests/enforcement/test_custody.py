"""Who is held and who is brought to safety. All people are invented."""

import pytest

from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Three clerks of the office are in custody.", "arrested 3"),
        ("A clerk in the office is in custody.", "arrested 1"),
        ("The clerk is in custody.", ""),
        ("Two men were remanded in custody.", ""),
        ("The agency took three clerks into custody in May.", "arrested 3"),
        ("The agency may take three clerks into custody.", ""),
        ("Nine girls were placed in care.", "rescued 9"),
        ("A girl was shifted to Darul Aman.", "rescued 1"),
        ("The girl was shifted to Darul Aman.", ""),
        ("Nine girls were shifted to another school.", ""),
        ("Officials will take nine girls to a shelter.", ""),
        ("The bureau took into its protection a boy of ten.", "rescued 1"),
        ("The sessions judge set eleven peasants free.", "rescued 11"),
        ("Villagers handed the man over to police.", "arrested 1"),
        ("Police smashed a ring of four men.", "arrested 4"),
        ("He has been free since his arrest.", "arrested 1"),
    ],
)
def test_who_is_held_and_who_is_safe(words: str, told: str) -> None:
    found = read_figures(read_bytes(f"{words}\n".encode(), "story.txt"))
    assert {f"{reading.stage} {reading.count}" for reading in found} == set(filter(None, told.split(", ")))
