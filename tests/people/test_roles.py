"""Cue words weigh in for roles."""

import pytest

from amanat.people.roles import add, best, points


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Zunaira Tarkhan was abducted from her home.", "victim"),
        ("Zunaira Tarkhan, 13, is missing.", "minor_victim"),
        ("Zunaira Tarkhan abducted the girl and fled.", "accused"),
        ("The girl was abducted by Zunaira Tarkhan.", "accused"),
        ("Police arrested Zunaira Tarkhan.", "accused"),
        ("A case was registered against Zunaira Tarkhan.", "accused"),
        ("Zunaira Tarkhan was sentenced to life imprisonment.", "convicted"),
        ("Zunaira Tarkhan, a spokesperson for the ministry, said so.", "official"),
        ("The counsel for the complainant, Zunaira Tarkhan, argued.", "lawyer"),
        ("The father of the girl, Zunaira Tarkhan, spoke.", "victim_family"),
        ("The girl's father, Zunaira Tarkhan, spoke.", "victim_family"),
        ("He is accused of drugging Zunaira Tarkhan.", "victim"),
        ("The activist, Zunaira Tarkhan, spoke.", "ngo"),
        ("The provincial minister for social welfare, Zunaira Tarkhan, spoke.", "politician"),
        ("Zunaira Tarkhan’s accomplices fled.", "accused"),
        ("The murder of Zunaira Tarkhan shook the town.", "victim"),
        ("“They sold us,” said one of them, Zunaira Tarkhan.", "victim"),
    ],
)
def test_a_cue_beside_the_name(words: str, role: str) -> None:
    at = words.index("Zunaira Tarkhan")
    found, sure = best(points(words[:at], words[at + len("Zunaira Tarkhan") :], "", "en"))
    assert {found, role} <= {"victim", "minor_victim"} or found == role
    assert sure >= 0.6


def test_a_title_outweighs_a_verb() -> None:
    assert best(points("", " said the girl was raped.", "inspector", "en"))[0] == "police"


def test_without_a_cue_the_role_stays_open() -> None:
    assert best(points("The road to ", " was long.", "", "en")) == ("", 0.0)


def test_children_and_adult_victims_are_one_side() -> None:
    assert best({"victim": 1.0, "minor_victim": 1.0, "accused": 1.6}) == ("minor_victim", 2.0)


def test_adding_weighs() -> None:
    total = {"accused": 1.0}
    add(total, {"accused": 2.0, "police": 1.0}, 0.5)
    assert total == {"accused": 2.0, "police": 0.5}


def test_a_language_without_cues_gives_none() -> None:
    assert points("police arrested ", " was raped", "inspector", "xx") == {}
