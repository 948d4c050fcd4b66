"""The room as a whole: figures with place and period, laws that hold for any text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import Answer, Document, Place, Scene, Span, Stage
from amanat.enforcement import ask, cards
from amanat.read import read_bytes
from amanat.registers import Registers

Asked = Callable[[str], tuple[Document, Answer]]
REGISTERS = Registers()
NOBODY = Scene((), (), (), ())

STORY = """\
Fourteen agents held in two cities

The agency said on Monday that it had arrested 14 agents in Sindh in 2024 and registered nine cases.

In 2023, 61 cases were registered in Punjab, and three people were convicted.

Danyal Rafiq was arrested in Hyderabad. He was arrested again on Friday.
"""


def test_figures_carry_stage_count_unit_place_and_period(asked: Asked) -> None:
    figures = asked(STORY)[1].figures
    told = [(f.stage, f.count, f.unit, f.place, f.period) for f in figures]
    assert told == [
        (Stage.ARRESTED, 14, "persons", "PK-SD", ""),
        (Stage.CASE_REGISTERED, 9, "cases", "PK-SD", "2024"),
        (Stage.CASE_REGISTERED, 61, "cases", "PK-PB", "2023"),
        (Stage.CONVICTED, 3, "persons", "PK-PB", "2023"),
    ]


def test_each_stage_and_count_stands_once(asked: Asked) -> None:
    figures = asked(STORY)[1].figures
    pairs = [(f.stage, f.count) for f in figures]
    assert len(pairs) == len(set(pairs))
    assert (Stage.ARRESTED, 1) not in pairs  # the one man is among the fourteen


def test_a_story_without_figures_has_no_answer(asked: Asked) -> None:
    assert asked("The committee met on Friday to speak about children.\n")[1] == Answer()


def test_rules_are_found_by_listing_the_folder() -> None:
    assert [card.code for card in cards()] == ["E001", "E002", "E003", "E004", "E005", "E006", "E007"]


def test_places_found_by_people_come_first() -> None:
    document = read_bytes(b"Police in Mirabad arrested 12 agents in 2022.\n", "story.txt")
    at = document.text.index("Mirabad")
    place = Place(Span(at, at + 7), "xa-mirabad", "XA-N", None)
    answer = ask(document, Scene(("XA-N", "XA"), (), (place,), ()), REGISTERS)
    assert [(f.place, f.period) for f in answer.figures] == [("XA-N", "2022")]


PIECES = (
    "Police arrested two men. | 12 convictions out of 300 arrests, | a rate of 4 % | In 2020 | Punjab | was "
    "| convicted | پولیس نے تین ملزمان کو گرفتار کر لیا۔ | ( | ” | , | ۹۹ | 99999999999999999999 "
    "| of them | and | \n\n | \u202e | e\u0301 | 🧒 | no"
).split(" | ")


@given(some.lists(some.sampled_from(PIECES), min_size=1, max_size=14))
def test_any_text_gives_spans_inside_it_and_findings_without_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    document = read_bytes(("Zubaida Qandeel. " + text).encode(), "story.txt")
    answer = ask(document, NOBODY, REGISTERS)
    spans = [f.span for f in answer.figures] + [f.span for f in answer.findings if f.span]
    assert all(span.end <= len(document.text) for span in spans)
    assert all("Zubaida" not in finding.message + finding.remedy for finding in answer.findings)
    assert all(figure.count >= 0 for figure in answer.figures)
    assert answer == ask(document, NOBODY, REGISTERS)


@pytest.mark.parametrize(
    "words", ["arrested", "arrested " * 3000, "FIR FIR FIR", "12 " * 3000, "گرفتار " * 3000, "a-" * 4000]
)
def test_dull_and_endless_input_is_answered(words: str, asked: Asked) -> None:
    assert all(figure.count < 13 for figure in asked(words)[1].figures)
