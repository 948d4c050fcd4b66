"""The scene as a whole: who is who in short invented reports."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Document, Protection, Scene, TraceKind, on_grapheme_edges
from amanat.people import identifiers, look, neural
from amanat.read import read_bytes
from amanat.registers import shipped

REPORT = """\
LAHORE: Police on Tuesday arrested three men for abducting a teenage girl from Sabzazar Colony.

Zunaira Tarkhan, 13, daughter of Dilawar Tarkhan, resident of village Chak 9999, went missing on March 3, 2024.
Her mother, Shakoora Bibi, told reporters that she was taken by Yawar Chughtai and his brother Osama.

DSP Hamid Qaiser said the suspects, Yawar Chughtai and Osama Chughtai, were booked. Advocate Sana Mirza argued for the
family. Human Rights Minister Laila Durrani condemned the case. Judge Farrukh Alvi granted remand.
"""


Looked = Callable[[str], tuple[Document, Scene]]
Roles = Callable[[str], dict[str, str]]
Protections = Callable[[str], dict[str, Protection]]


def test_a_police_report_is_sorted_out(roles: Roles) -> None:
    assert roles(REPORT) == {
        "Zunaira Tarkhan": "minor_victim",
        "Dilawar Tarkhan": "victim_family",
        "Shakoora Bibi": "victim_family",
        "Yawar Chughtai": "accused",
        "Osama": "accused",
        "Hamid Qaiser": "police",
        "Sana Mirza": "lawyer",
        "Laila Durrani": "politician",
        "Farrukh Alvi": "judge",
    }


def test_ids_follow_the_order_of_appearance_and_tell_nothing(looked: Looked) -> None:
    _, scene = looked(REPORT)
    assert [p.id for p in scene.people] == [f"p{n}" for n in range(1, len(scene.people) + 1)]
    assert [p.mentions[0].span for p in scene.people] == sorted(p.mentions[0].span for p in scene.people)


def test_the_law_asked_is_that_of_the_place(looked: Looked) -> None:
    assert looked(REPORT)[1].jurisdictions == ("PK-PB", "PK")


def test_traces_hold_what_could_identify_before_roles_decide(looked: Looked) -> None:
    document, scene = looked(REPORT)
    kinds = {(t.kind, document.at(t.span)) for t in scene.traces}
    assert (TraceKind.NAME, "Hamid Qaiser") in kinds
    assert (TraceKind.DATE, "March 3, 2024") in kinds
    assert any(kind is TraceKind.VILLAGE for kind, _ in kinds)


def test_in_a_story_without_harm_nobody_is_protected(protection: Protections) -> None:
    said = protection("The committee met on Monday. Yawar Chughtai was there, and so was Osama Tarkhan of the chamber.")
    assert Protection.PROTECT not in said.values()


def test_in_a_story_of_harm_an_open_role_is_protected(protection: Protections) -> None:
    said = protection("A 12-year-old girl was raped, police said. Yawar Chughtai was at the house.")
    assert said["Yawar Chughtai"] is Protection.PROTECT


def test_who_waived_anonymity_is_the_editors_choice(protection: Protections) -> None:
    said = protection(
        "Marian Holloway, who was groomed and raped by the gang, has waived her right to anonymity. "
        "“I was abused for years,” said Holloway."
    )
    assert said["Marian Holloway"] is Protection.EDITOR


def test_urdu_people_are_found_by_titles_kin_and_age(roles: Roles) -> None:
    found = roles(
        "لاہور: پولیس نے 14 سالہ زنیرہ کو بازیاب کرا لیا۔ ملزم یاسر چیمہ کو گرفتار کر لیا گیا۔ "
        "ڈی ایس پی حامد قریشی نے بتایا کہ مقدمہ درج ہے۔"
    )
    assert found["زنیرہ"] == "minor_victim"
    assert found["یاسر چیمہ"] == "accused"
    assert found["حامد قریشی"] == "police"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200))
def test_looking_never_stumbles_and_spans_fit(words: str) -> None:
    document = read_bytes(f"Police said {words} was found.".encode(), "story.txt")
    scene = look(document, shipped())
    spans = [t.span for t in scene.traces] + [m.span for p in scene.people for m in p.mentions]
    assert all(on_grapheme_edges(document.text, s).end <= len(document.text) for s in spans)


@pytest.mark.parametrize(
    "words", ["ALL SHOUTED LINES SAY NOTHING OF NAMES", "🚔" * 40, "\u202eزنیرہ\u202c", "a" * 5000, ". . . ."]
)
def test_hostile_texts(looked: Looked, words: str) -> None:
    _, scene = looked(words)
    assert all(p.protection is not Protection.PROTECT for p in scene.people)


def test_identifiers_are_on_one_scale() -> None:
    words = "Zunaira Tarkhan, 13, of Swat was abducted on Tuesday, police said. FIR No. 312/24. Her brother wept."
    document = read_bytes(words.encode())
    found = {(t.kind, document.at(t.span)): t.score for t in identifiers(document, shipped())}
    assert all(0 <= score <= 1 for score in found.values())
    assert found[TraceKind.NAME, "Zunaira Tarkhan"] >= 0.5
    assert found[TraceKind.CASE_NUMBER, "312/24"] >= 0.5
    assert found[TraceKind.AGE, "13"] >= 0.5
    assert found[TraceKind.RELATION, "Her brother"] < 0.5


def test_a_net_asked_before_is_not_asked_again() -> None:
    document = read_bytes(b"Qurman Belozai met Omid Tarash in Swat.")
    assert look(document, shipped(), seen=neural.find(document)) == look(document, shipped())
