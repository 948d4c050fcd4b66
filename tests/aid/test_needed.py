"""Needs, place and people come out of a story as closed lists of ours."""

import pytest

from amanat.aid.needed import countries_of, query, situations
from amanat.core import Mention, Person, Place, Protection, Role, Scene, Span
from amanat.read import read_bytes
from amanat.registers import Registers

REGISTERS = Registers()
EMPTY = Scene((), (), (), ())


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("A family in debt bondage at a brick kiln took a peshgi.", "bonded_labour"),
        ("A minor girl was kidnapped on her way to school.", "missing_child"),
        ("The woman was gang-raped.", "sexual_violence"),
        ("She was forced to marry an old man under vani.", "forced_marriage"),
        ("Human traffickers sold the women to a brothel.", "trafficking"),
        ("A boat capsized; the smugglers had put them on the dunki.", "smuggled_abroad"),
        ("He blackmailed her with nude photos, a cybercrime official said.", "online_abuse"),
        ("Refugees from the camp were held.", "refugees"),
        ("بھٹہ مزدور جبری مشقت سے رہا", "bonded_labour"),
        ("کمسن بچی سے زیادتی", "child_abuse"),
        ("انسانی اسمگلنگ کے ملزم", "trafficking"),
        ("jabri mushaqqat, peshgi aur bhatta mazdoor", "bonded_labour"),
    ],
)
def test_what_happened(text: str, situation: str) -> None:
    told = situations(read_bytes(text.encode()), REGISTERS)
    assert situation in {s.id for s in told}


def test_nothing_happened() -> None:
    assert situations(read_bytes(b"The budget was passed by the assembly."), REGISTERS) == ()


def test_background_is_left_out() -> None:
    text = "rape " * 8 + "and a refugee passed by."
    assert {s.id for s in situations(read_bytes(text.encode()), REGISTERS)} == {"sexual_violence"}


def test_the_most_pressing_need_comes_first_and_advice_is_never_missing() -> None:
    document = read_bytes(b"Bonded labourers were freed from a brick kiln.")
    asked = query(document, EMPTY, REGISTERS, frozenset())
    assert asked.needs[0] == "bonded_labour_release"
    assert {"legal_advice", "advice_line"} <= set(asked.needs)


def test_an_accused_official_adds_the_need_to_complain() -> None:
    document = read_bytes(b"Bonded labourers were freed from a brick kiln.")
    assert "complaint" in query(document, EMPTY, REGISTERS, frozenset({"police"})).needs
    assert "complaint" not in query(document, EMPTY, REGISTERS, frozenset()).needs


def test_place_is_the_one_told_most_in_the_nearest_jurisdiction() -> None:
    places = (Place(Span(0, 4), "pk-swat", "PK-KP", 1), Place(Span(5, 9), "pk-lahore", "PK-PB", 1))
    scene = Scene(("PK-KP", "PK"), (), places, ())
    areas = query(read_bytes(b"Some text"), scene, REGISTERS, frozenset()).areas
    assert {"pk-swat", "pk-div-malakand", "PK-KP", "PK"} <= areas
    assert "pk-lahore" not in areas


def person(role: Role, *, child: bool, gender: str) -> Person:
    return Person("p1", role, Protection.PROTECT, child, (Mention(Span(0, 1)),), gender=gender)


@pytest.mark.parametrize(
    ("victim", "groups"),
    [
        (person(Role.MINOR_VICTIM, child=True, gender="f"), {"children", "women"}),
        (person(Role.MINOR_VICTIM, child=True, gender="m"), {"children"}),
        (person(Role.VICTIM, child=False, gender="m"), {"men"}),
        (person(Role.VICTIM, child=False, gender="f"), {"women"}),
        (person(Role.VICTIM, child=False, gender=""), {"women", "men"}),
    ],
)
def test_whom_the_help_is_for(victim: Person, groups: set[str]) -> None:
    scene = Scene(("PK",), (victim,), (), ())
    assert query(read_bytes(b"Nothing else is told."), scene, REGISTERS, frozenset()).groups == groups


def test_words_tell_whom_only_where_no_victim_was_found() -> None:
    document = read_bytes(b"The boys were freed.")
    assert query(document, EMPTY, REGISTERS, frozenset()).groups == {"children"}
    scene = Scene(("PK",), (person(Role.VICTIM, child=False, gender="f"),), (), ())
    assert query(document, scene, REGISTERS, frozenset()).groups == {"women"}


def test_country() -> None:
    assert countries_of(Scene(("PK-KP", "PK"), (), (), ())) == ("PK",)
    assert countries_of(EMPTY) == (), "help is never guessed to be in some country"
    abroad = Scene((), (), (Place(Span(0, 5), "ng-abuja", "NG", None),), ())
    assert countries_of(abroad) == ()
