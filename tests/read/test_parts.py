import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Direction, PartKind
from amanat.read.parts import parts_of

LONG = "The officer said that the children were taken from the kiln to a shelter in the city on Monday."
URDU = "پولیس نے بتایا کہ بچوں کو بھٹے سے شہر کی پناہ گاہ میں منتقل کر دیا گیا ہے"


@given(st.text(st.sampled_from("ab .\n\r\tکے۔\ufeff\u200f\u0301:,"), max_size=80))
def test_parts_are_lines_in_order_and_nothing_but_blanks_is_left_out(text: str) -> None:
    _, parts = parts_of(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(parts))
    assert all("\n\n" not in text[p.span.start : p.span.end] for p in parts)
    left = list(text)
    for part in parts:
        left[part.span.start : part.span.end] = "\n" * len(part.span)
    assert not "".join(left).strip("\ufeff \t\r\n")


def test_headline_body_caption() -> None:
    text = f"Two held over kiln children\n\n{LONG}\nPhoto: a kiln near the canal\n"
    _, parts = parts_of(text)
    assert [p.kind for p in parts] == [PartKind.HEADLINE, PartKind.BODY, PartKind.CAPTION]


@pytest.mark.parametrize("first", [LONG, "He said: ", "A" * 141, "تین افراد گرفتار۔"])
def test_what_is_no_headline(first: str) -> None:
    _, parts = parts_of(f"{first}\n{LONG}")
    assert parts[0].kind is PartKind.BODY


def test_a_single_line_is_body() -> None:
    assert parts_of("Two held")[1][0].kind is PartKind.BODY


def test_a_story_that_changes_language_midway() -> None:
    language, parts = parts_of(f"{LONG}\n{URDU}\n{LONG}")
    assert language == "en"
    assert [(p.language, p.direction) for p in parts] == [
        ("en", Direction.LTR),
        ("ur", Direction.RTL),
        ("en", Direction.LTR),
    ]
    assert parts_of(f"{URDU}\n{URDU}\nTwo held.")[0] == "ur"


def test_a_short_line_has_the_language_of_the_story() -> None:
    assert [p.language for p in parts_of(f"0300\n{URDU}\nAFP\n")[1]] == ["ur"] * 3


def test_a_line_broken_inside_a_sentence_is_one_block() -> None:
    _, parts = parts_of("The police of the district said\nthat two men were held,\r\nand that a girl,\n13, was safe.")
    assert len(parts) == 2, "a line that goes on with a number is not joined"
    _, apart = parts_of("Two held\n\nal-Noor kiln is closed.\nIt was said.")
    assert len(apart) == 3


def test_many_broken_lines_cost_no_more_than_their_length() -> None:
    text = "a\n" * 200_000
    before = time.process_time()
    assert len(parts_of(text)[1]) == 1
    assert time.process_time() - before < 10, "time grows faster than the text"
