"""Offences by what stories call the conduct."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers import shipped
from amanat.registers.conduct import closest, stems
from amanat.registers.laws import Laws


@pytest.fixture(scope="module")
def laws() -> Laws:
    return shipped().laws


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("selling girls", "a girl who was sold"),
        ("forced marriage", "forcing someone to marry"),
        ("trafficking of children", "traffics a child"),
        ("bonded labour", "bonded laborers"),
        ("raped", "rape"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert stems(one) <= stems(other)


@pytest.mark.parametrize(("one", "other"), [("selling", "slavery"), ("buying", "selling"), ("child", "girl")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert not stems(one) & stems(other)


@given(st.lists(st.sampled_from("selling a girl for prostitution in Lahore last year".split()), min_size=1))
def test_order_and_repetition_change_nothing(words: list[str]) -> None:
    assert stems(" ".join(words)) == stems(" ".join(sorted(set(words), reverse=True)))


@pytest.mark.parametrize(
    ("words", "places", "found"),
    [
        ("whoever sells a woman into prostitution", ("PK",), {"pk.ppc.371A"}),
        ("whoever buys a woman for prostitution", ("PK",), {"pk.ppc.371B"}),
        ("gang rape of a labourer", ("PK",), {"pk.ppc.375A"}),
        ("a girl who carried water", ("PK",), set()),
        ("human trafficking", (), set()),
        ("human trafficking", ("GB",), {"gb.msa.s2"}),
    ],
)
def test_the_conduct_tells_the_section(words: str, places: tuple[str, ...], found: set[str], laws: Laws) -> None:
    assert {p.id for p in laws.conducts.meant(words, places)} == found


def test_the_nearest_jurisdiction_decides(laws: Laws) -> None:
    near = laws.conducts.meant("child marriage", ("PK-SD", "PK"))
    far = laws.conducts.meant("child marriage", ("PK",))
    assert {p.work for p in near} == {"pk-sd.cmra.2013"}
    assert {p.work for p in far} == {"pk.cmra.1929"}


def test_among_offences_of_one_act_the_longest_title_met_in_full_is_meant(laws: Laws) -> None:
    offences = laws.of("gb.asbcpa.2014")
    assert closest("forced marriage", offences) == {"gb.asbcpa.s121"}
    assert closest("breach of a forced marriage protection order", offences) == {"gb.asbcpa.s120"}
    assert closest("the Act", offences) == frozenset()


def test_every_phrase_of_the_register_finds_its_own_section(laws: Laws) -> None:
    for provision in laws.provisions.values():
        place = laws.works[provision.work].jurisdiction
        for phrase in provision.conduct:
            assert provision.id in {p.id for p in laws.conducts.meant(phrase, (place,))}, phrase
