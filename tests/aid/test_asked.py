"""A request in somebody's own words: what is understood, what is guessed aloud, and what is refused."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.aid.asked import Asked, Known, asked
from amanat.core import DataError
from amanat.registers import Registers
from amanat.registers.matching import Consent

REGISTERS = Registers()


def ask(text: str, known: Known | None = None) -> Asked:
    return asked(text, REGISTERS, known or Known())


@pytest.mark.parametrize(
    ("text", "place", "need"),
    [
        ("bonded family, Tharparkar, Sindhi", "pk-tharparkar", "bonded_labour_release"),
        ("legal advice in Lahore", "pk-lahore", "legal_advice"),
        ("LAWYER SWAT", "pk-swat", "representation"),
        ("وکیل، سوات", "pk-swat", "representation"),
        ("qanooni madad Karachi", "pk-div-karachi", "legal_advice"),
        ("panah gah, Multan", "pk-multan", "shelter"),
        ("جبری مشقت، حیدرآباد", "pk-hyderabad", "bonded_labour_release"),
        ("shelter in Punjab", "PK-PB", "shelter"),
        ("missing child Nepal", "NP", "missing_child"),
        ("unpaid wages, United Kingdom", "GB", "labour"),
        ("asylum seeker Quetta", "pk-quetta", "asylum"),
        ("identity papers Kasur", "pk-kasur", "documents"),
    ],
)
def test_understood(text: str, place: str, need: str) -> None:
    understood = ask(text)
    assert understood.place.id == place
    assert understood.query.needs[0] == need
    assert understood.guessed == ()
    assert understood.query.country == place[:2].upper()
    assert understood.query.consents == frozenset(), "nothing is taken as agreed"


@pytest.mark.parametrize(
    ("text", "place", "guess"),
    [
        ("shelter Tharparker", "pk-tharparkar", "Tharparkar"),
        ("sheltr, Lahore", "pk-lahore", "shelter"),
        ("lawyer in Rawalpindii", "pk-rawalpindi", "Rawalpindi"),
        ("wakeel, Faisalabd", "pk-faisalabad", "Faisalabad"),
    ],
)
def test_a_slip_is_mended_aloud(text: str, place: str, guess: str) -> None:
    understood = ask(text)
    assert understood.place.id == place
    assert understood.guessed == (guess,)


def test_languages_people_and_age() -> None:
    understood = ask("girl 14, Sindhi or Urdu, shelter, Sukkur")
    assert understood.query.languages == {"sd", "ur"}
    assert understood.query.age == 14
    assert understood.query.groups == {"children"}
    assert ask("shelter, woman of 30 years, Lahore").query.groups == {"women"}
    assert ask("shelter, Lahore").query.groups == {"women", "men", "children", "transgender"}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("sister, 22, shelter, Lahore", 22),
        ("woman and 2 children, shelter, Lahore", None),
        ("woman held for 3 days, shelter, Lahore", None),
        ("hari owes 500 thousand, lawyer, Badin", None),
        ("عورت اور 3 بچے، پناہ، لاہور", None),
    ],
)
def test_only_a_number_that_counts_nothing_is_an_age(text: str, age: int | None) -> None:
    assert ask(text).query.age == age


def test_a_relative_of_the_person_is_not_the_person() -> None:
    assert ask("ran away from her husband, shelter, Lahore").query.groups == {"women"}
    assert "women" in ask("my sister was beaten by her brother, lawyer, Lahore").query.groups
    assert "men" not in ask("my sister was beaten by her brother, lawyer, Lahore").query.groups


def test_people_without_a_need_are_given_what_such_people_mostly_need() -> None:
    understood = ask("boy 12, Multan")
    assert understood.assumed
    assert "child_protection" in understood.query.needs
    assert not ask("lawyer, Multan").assumed


def test_a_child_is_protected_whatever_is_asked_for() -> None:
    assert ask("girl 15, lawyer, Kasur").query.needs[:2] == ("representation", "child_protection")
    assert "child_protection" not in ask("woman, lawyer, Kasur").query.needs


def test_a_part_of_a_country_is_found_and_other_places_are_told() -> None:
    assert [a.id for a in REGISTERS.places.chain(ask("lawyer, Glasgow").place.id)] == [
        "gb-glasgow",
        "gb-scotland",
        "GB",
    ]
    assert ask("lawyer, England").place.id == "gb-england"
    assert ask("lawyer, Hyderabad, India").place.id == "in-hyderabad"
    assert ask("lawyer, Hyderabad").query.country == "PK"
    understood = ask("girl from Lahore held in Quetta, lawyer")
    assert {understood.place.id, *(a.id for a in understood.elsewhere)} == {"pk-lahore", "pk-quetta"}


def test_what_a_form_says_wins() -> None:
    known = Known(place="pk-quetta", age=40, gender="m", accused=frozenset({"police"}), consents=frozenset(Consent))
    understood = ask("lawyer for a woman, Lahore", known)
    assert understood.place.id == "pk-quetta"
    assert understood.query.groups == {"men"}
    assert (understood.query.accused, understood.query.consents) == ({"police"}, frozenset(Consent))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("shelter", "H010"),
        ("", "H010"),
        ("shelter in Xqzwvy", "H010"),
        ("shelter, Lahore, 999 years", "H012"),
        ("Lahore", "H013"),
        ("zzz qqq Lahore", "H013"),
        ("\u202e\u0000 Lahore", "H013"),
    ],
)
def test_refused_with_a_code(text: str, code: str) -> None:
    with pytest.raises(DataError) as refused:
        ask(text)
    assert refused.value.code == code


def test_a_place_that_is_no_id_is_refused() -> None:
    with pytest.raises(DataError, match="H010"):
        ask("shelter", Known(place="pk-atlantis"))


def shared_name() -> str:
    """A name that tehsils of different districts bear, and nothing larger."""
    return next(
        " ".join(keys)
        for keys, areas in sorted(REGISTERS.spelling.bearers.items())
        if len(areas) > 1 and len({a.within for a in areas}) > 1 and all("." in a.id for a in areas)
    )


def test_a_name_that_several_places_bear_is_asked_back_or_settled_by_the_rest() -> None:
    name = shared_name()
    with pytest.raises(DataError) as refused:
        ask(f"shelter {name}")
    assert refused.value.code == "H011"
    areas = [a for a in REGISTERS.spelling.bearers[tuple(name.split())] if "." in a.id]
    for area in areas:
        assert area.id in refused.value.message
    district = REGISTERS.places.areas[areas[0].within]
    assert ask(f"shelter {name} {district.name}").place.id == areas[0].id


@given(st.text(max_size=60))
@settings(max_examples=40)
def test_any_text_is_understood_or_refused_with_a_code(text: str) -> None:
    refused: DataError | None = None
    try:
        assert ask(text).query.needs
    except DataError as error:
        refused = error
    if refused:
        assert refused.code in {"H010", "H011", "H012", "H013"}
        words = [word for word in text.split() if len(word) > 6]
        assert not any(word in refused.message for word in words), "an error repeats nothing of a request"


def test_the_question_holds_closed_lists_only() -> None:
    """What reaches the register could be written down: no word of the request is in it."""
    query = ask("my neighbour Zorab beats his wife, she needs shelter in Kasur").query
    said = repr(replace(query, areas=frozenset()))
    assert "Zorab" not in said
    assert "neighbour" not in said


def test_words_inside_a_longer_way_of_telling_are_no_need_of_their_own() -> None:
    assert ask("my daughter did not come home since yesterday, Sukkur").query.needs[0] == "missing_child"
    assert ask("boss keeps my passport and pays no wage, Leicester").query.needs[0] == "trafficking_report"
    assert ask("I want to come home from Dubai, Multan").query.needs[0] == "repatriation"
    assert ask("free lawyer, Multan").query.needs[0] == "representation"


def test_a_story_that_is_not_understood_is_given_somebody_to_ask() -> None:
    understood = ask("ever since the old bridge fell nothing works there and nobody listens, Kasur")
    assert understood.assumed
    assert understood.query.needs == ("advice_line", "legal_advice")
