"""Help is present when a reader is told where to turn, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.aid.present import printed_help


@pytest.mark.parametrize(
    "text",
    [
        "The ministry's helpline is 1099.",
        "Report such cases to the women's helpline 1145.",
        "Anyone with information can report it on the bureau's portal.",
        "Survivors are urged to contact the legal aid committee of the bar.",
        "If you or someone you know is held against their will, call the commission.",
        "Call 0800-00000 for free advice.",
        "Victims may call the line at 0800 12345, day and night.",
        "The one-stop centre at the hospital offers free care and a lawyer.",
        "مدد کے لیے ہیلپ لائن 1099 پر کال کریں۔",
        "متاثرین 1121 پر رابطہ کر سکتے ہیں۔",
        "متاثرہ خواتین ہیلپ لائن پر رابطہ کریں۔",
        "The agency's toll-free number is 627.",
        "If you've been affected by this story, visit the centre in your town.",
        "For confidential support, call the bar's legal aid desk.",
        "Legal aid is available from the district committee.",
        "The commission can be reached at its office or through its website.",
        "The hotline is open day and night.",
        "Cases are taken up by calling 0800 12345.",
    ],
)
def test_told_where_to_turn(text: str) -> None:
    assert printed_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "The girl was moved to a shelter home on the order of the court.",
        "The helpline received 1,500 calls last year.",
        "The helpline received 1500 complaints from 36 districts.",
        "A helpline was set up in 2019.",
        "She called her mother from the bus.",
        "Her father can be reached at his shop; the family's contact number was 0300-0000000.",
        "والد کا رابطہ نمبر 0300-0000000 پوسٹر پر درج ہے۔",
        "The minister called for a new helpline.",
        "Police called the parents to the station in 2 hours.",
        "Section 370 of the code punishes trafficking.",
        "They were sold for Rs 15,000 each, an officer said.",
        "The accused could not be reached for comment.",
        "He threatened the family by calling them from prison.",
        "If you are a poor man the law does not see you, the father said.",
    ],
)
def test_not_told(text: str) -> None:
    assert printed_help(text) == ()


def test_points_at_the_number() -> None:
    text = "In short: the helpline of the commission, open all day, is 0800 12345."
    (found,) = printed_help(text)
    assert found.number is not None
    assert text[found.number.start : found.number.end] == "0800 12345"


@given(st.text(alphabet="helpline can victims call 0123456789 .\n۔ہیلپ لائن", max_size=300))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in printed_help(text):
        assert found.span.end <= len(text)
        assert found.number is None or found.number.end <= len(text)


@pytest.mark.parametrize("text", ["victims can call " * 3_000, "0" * 20_000, "helpline " + "a" * 20_000])
def test_hostile_text_names_no_help(text: str) -> None:
    assert list(printed_help(text)) == []
