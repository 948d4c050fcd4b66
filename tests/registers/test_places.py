"""Places are found where a text names them, and nowhere else."""

import string
import time
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.packs import load
from amanat.registers.places import AreaKind, Places


@lru_cache(maxsize=1)
def known() -> Places:
    return Places.over(load())


@pytest.fixture(name="places")
def _places() -> Places:
    return known()


def found(places: Places, text: str) -> list[tuple[str, str]]:
    return [(text[p.span.start : p.span.end], p.id) for p in places.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Swat freed a girl from Mingora.", [("Swat", "pk-swat"), ("Mingora", "pk-swat.mingora")]),
        ("KARACHI: two held", [("KARACHI", "pk-div-karachi")]),
        ("GIRL FREED IN LAHORE", [("LAHORE", "pk-lahore")]),
        ("a kiln near Khyber-Pakhtunkhwa's border", [("Khyber-Pakhtunkhwa", "PK-KP")]),
        ("D.I. Khan and Rahimyar Khan", [("D.I. Khan", "pk-dera-ismail-khan"), ("Rahimyar Khan", "pk-rahim-yar-khan")]),
        ("from Matta tehsil to Libya", [("Matta", "pk-swat.matta"), ("Libya", "LY")]),
        ("Lower Dir district", [("Lower Dir", "pk-lower-dir")]),
        ("لاہور سے سوات تک", [("لاہور", "pk-lahore"), ("سوات", "pk-swat")]),
        ("ضلع قصور کی رہائشی", [("قصور", "pk-kasur")]),
        ("خیبر پختونخوا اور کراچی", [("خیبر پختونخوا", "PK-KP"), ("کراچی", "pk-div-karachi")]),
        ("RAICHUR: workers freed; they flew to Dubai", [("RAICHUR", "in-raichur"), ("Dubai", "ae-dubai")]),
        ("He crossed into Indian Punjab.", [("Indian Punjab", "IN")]),
        ("bachi ko multan se uthaya gaya", [("multan", "pk-multan")]),
    ],
)
def test_finds(places: Places, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(places, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He swats flies and drives a Tank full of petrol.",
        "Tank Sikandar met Dir Khan; Mr Hub and Inspector Bela came too.",
        "Michael Jordan and Chad Ahmed spoke to us at the central garden.",
        "اس کا کوئی قصور نہیں، بہت دیر ہو گئی، باغ میں چمن",
        "Swatantra, Lahoreans and Multanis",
        "She lived in the Krishan Nagar area behind Gul Bagh police station.",
        "The hub of the trade was a site near the airport.",
    ],
)
def test_words_and_names_are_no_places(places: Places, text: str) -> None:
    assert found(places, text) == []


def test_doubtful_names_count_beside_a_word_of_place(places: Places) -> None:
    text = "He was taken from Hub to Tank; the city of Dir lies further."
    assert [id_ for _, id_ in found(places, text)] == ["pk-lasbela.hub", "pk-tank", "pk-dir"]


def test_shared_name_goes_to_the_nearest_of_the_bearers(places: Places) -> None:
    assert ("Khanpur", "pk-haripur.khanpur") in found(places, "In Haripur, a man from Khanpur was freed.")
    assert ("Khanpur", "pk-rahim-yar-khan.khanpur") in found(places, "Rahim Yar Khan: in Khanpur a man was freed.")


def test_people_are_apart_from_places(places: Places) -> None:
    text = "Two Afghan women and a پاکستانی man were in Iran."
    assert found(places, text) == [("Iran", "IR")]
    assert [p.id for p in places.find_peoples(text)] == ["AF", "PK"]


def test_chain_leads_from_town_to_country(places: Places) -> None:
    chain = [area.id for area in places.chain("pk-swat.mingora")]
    assert chain == ["pk-swat.mingora", "pk-swat", "pk-div-malakand", "PK-KP", "PK"]
    district = places.around("pk-swat.mingora", AreaKind.DISTRICT)
    assert district is not None
    assert district.name == "Swat"
    assert places.around("PK", AreaKind.DISTRICT) is None
    assert places.chain("nowhere") == ()


def test_population_by_gender(places: Places) -> None:
    swat = places.by_id("pk-swat")
    assert swat is not None
    assert (swat.residents(), swat.residents("f"), swat.jurisdiction) == (2687384, 1311939, "PK-KP")
    pakistan = places.by_id("PK")
    assert pakistan is not None
    assert pakistan.population == 241_499_431
    assert sum(p.population or 0 for p in places.within("PK")) == pakistan.population


def test_every_area_lies_in_one_that_is_known(places: Places) -> None:
    assert [a.id for a in places.areas.values() if a.within and a.within not in places.areas] == []
    assert all(places.chain(a.id)[-1].kind is AreaKind.COUNTRY for a in places.areas.values())


_LETTERS = st.text(alphabet=string.printable + "لاہورسوات۔،\u200c\u202e\u0301", max_size=200)


@given(_LETTERS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [p.span for p in known().find(text)]
    assert all(s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(_LETTERS, st.sampled_from(["Swat", "Karachi", "Quetta", "Peshawar"]))
def test_a_name_in_its_own_sentence_is_found_whatever_stands_around(text: str, name: str) -> None:
    around = f"{text}\n. a\nHe came to {name} today.\n{text}"
    assert any(around[p.span.start : p.span.end] == name for p in known().find(around))


def test_long_hostile_text_stays_linear(places: Places) -> None:
    begun = time.perf_counter()
    places.find("Dera " * 20_000)
    places.find("Dera Ghazi " * 10_000)
    assert time.perf_counter() - begun < 5
