"""The room as the review asks it."""

import re
from collections.abc import Callable

import pytest

from amanat import aid
from amanat.core import Answer, Room, Severity
from amanat.registers import Registers
from amanat.registers.numbers_seen import digits

Asked = Callable[[str], Answer]

STORY = """LAHORE: Police on Monday freed a girl of twelve who had worked unpaid in a family home in Kasur.

The Child Protection Bureau has taken her in. A case of child labour was registered.
"""


def test_no_help_is_a_suggestion_with_names_and_without_numbers(asked: Asked, registers: Registers) -> None:
    answer = asked(STORY)
    assert answer.help is not None
    assert not answer.help.present
    (found,) = [f for f in answer.findings if f.code == "A001"]
    assert (found.severity, found.span, found.room) == (Severity.SUGGESTION, None, Room.AID)
    assert answer.help.services[0].name in found.remedy
    numbers = {digits(p.phone, p.country) for p in registers.providers if p.phone}
    for finding in answer.findings:
        said = re.findall(r"\d[\d -]*", finding.message + finding.remedy)
        assert not numbers & {re.sub(r"\D", "", n) for n in said}


def test_child_bodies_come_first_for_a_child(asked: Asked) -> None:
    answer = asked(STORY)
    assert answer.help is not None
    assert "pk-023" in {s.id for s in answer.help.services[:2]}


def test_help_printed_silences_the_suggestion(asked: Asked) -> None:
    answer = asked(STORY + "\nAnyone who knows of such a case can report it to the bureau's helpline.\n")
    assert answer.help is not None
    assert answer.help.present
    assert not [f for f in answer.findings if f.code == "A001"]


def test_accused_police_are_left_out_and_the_note_says_so(asked: Asked) -> None:
    answer = asked("LAHORE: Two police constables were arrested for raping a woman of thirty in custody.")
    assert answer.help is not None
    assert not {"pk-001", "pk-031"} & {s.id for s in answer.help.services}
    (note,) = [f for f in answer.findings if f.code == "A003"]
    assert note.severity is Severity.NOTE
    assert "the police" in note.message
    assert note.span is not None


def test_findings_quote_nothing_of_the_story(asked: Asked) -> None:
    answer = asked("LAHORE: Inspector Zorab Qasvi and policemen were suspended; Mahgul Bostan was raped by policemen.")
    said = " ".join(f.message + f.remedy for f in answer.findings)
    assert "Zorab" not in said
    assert "Mahgul" not in said


@pytest.mark.parametrize("text", ["x", "1099", "۔", "helpline", "A\u202eB 1099 helpline", "\U0001f600 " * 50])
def test_odd_texts_are_answered(asked: Asked, text: str) -> None:
    answer = asked(text)
    assert answer.help is not None


def test_a_story_of_a_country_without_a_pack_gets_no_wrong_help(asked: Asked) -> None:
    answer = asked("ABUJA: Officers in Nigeria rescued a woman who had been trafficked.")
    assert answer.help is not None
    assert answer.help.services == ()
    assert [f.code for f in answer.findings] == ["A001"]


def test_cards_are_complete() -> None:
    assert [card.code for card in aid.cards()] == ["A001", "A002", "A003"]
    assert all(card.why and card.sources and card.wrong and card.better and card.negative for card in aid.cards())
