"""Mentions become persons."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Document, Scene
from amanat.people.cluster import sound

Looked = Callable[[str], tuple[Document, Scene]]


@pytest.mark.parametrize(
    ("one", "other"), [("Faarah", "Farah"), ("Hussain", "Husain"), ("Fathima", "Fathimah"), ("Qasim", "Kasim")]
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Zunaira", "Sumaira"), ("Ali", "Osama"), ("Nadia", "Nadeem")])
def test_different_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@given(st.text(min_size=1, max_size=30))
def test_a_sound_is_never_empty_for_a_word(word: str) -> None:
    assert sound(word) or not word.strip()


def groups(looked: Looked, words: str) -> list[list[str]]:
    document, scene = looked(words)
    return [[document.at(s) for s in p.names] for p in scene.people if p.names]


def test_parts_go_to_the_whole_name(looked: Looked) -> None:
    found = groups(looked, "Zunaira Tarkhan, 13, was raped. Police found Zunaira in Swat. They took Zunaira home.")
    assert found == [["Zunaira Tarkhan", "Zunaira", "Zunaira"]]


def test_a_name_borne_by_millions_joins_nobody(looked: Looked) -> None:
    found = groups(looked, "SP Syed Ali said that Syed Ali Naveedan had abducted the girl. Naveedan fled.")
    assert ["Syed Ali Naveedan", "Naveedan"] in found
    assert ["Syed Ali"] in found


def test_two_names_of_one_person(looked: Looked) -> None:
    found = groups(looked, "Police freed Rukhsana alias Guddi, 14, from the kiln. Guddi was ill.")
    assert ["Rukhsana", "Guddi", "Guddi"] in found


def test_the_same_name_in_two_items_is_two_persons(looked: Looked) -> None:
    page = (
        "MULTAN: Zunaira Tarkhan, 13, was abducted from her home, police said.\n\n"
        "QUETTA: Inspector Zunaira Tarkhan said three suspects had been arrested.\n"
    )
    _, scene = looked(page)
    assert {p.role.value for p in scene.people if p.names} == {"minor_victim", "police"}


def test_a_whole_name_is_found_in_capitals_too(looked: Looked) -> None:
    document, scene = looked(
        "ZUNAIRA TARKHAN FOUND IN SWAT AFTER RAID\n\nZunaira Tarkhan, 13, was abducted, police said."
    )
    (person,) = [p for p in scene.people if p.names]
    assert [document.at(s) for s in person.names] == ["ZUNAIRA TARKHAN", "Zunaira Tarkhan"]


@pytest.mark.parametrize("office", ["The law minister, Noor Durrani,", "Noor Durrani, the law minister of Sindh,"])
def test_a_child_and_a_minister_who_share_a_name_are_two_though_a_comma_parts_the_office(
    looked: Looked, office: str
) -> None:
    found = groups(
        looked,
        f"Police said Noor, 12, was raped at her school. {office} met her parents. Durrani promised justice. "
        "Noor is in hospital.",
    )
    assert sorted(found) == [["Noor", "Noor"], ["Noor Durrani", "Durrani"]]
