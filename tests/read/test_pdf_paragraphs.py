"""Which lines of a PDF are one paragraph, whatever the names in it."""

import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Layer
from amanat.read import read_bytes
from amanat.read.pdf_layers.lines import Line, Word
from amanat.read.pdf_layers.paragraphs import Setting, paragraphs

NAME = "#"
"""Stands for the name in the paragraphs drawn below."""
WIDE = 60
"""Letters that fit on a line of the pages drawn below."""


def line(text: str, base: float, left: float = 40, size: float = 10) -> Line:
    return Line((Word(text, left, left + len(text) * size / 2, base, size, seen=True),))


def told(*lines: Line) -> list[str]:
    return [passage.text for passage in paragraphs(list(lines), Setting())]


def test_a_wider_step_parts_paragraphs() -> None:
    assert told(line("one", 10), line("two", 22), line("three", 40), line("four", 52)) == ["one two", "three four"]


def test_another_size_parts_paragraphs_and_makes_a_heading() -> None:
    page = [line("big", 10, size=20), line("small", 32), line("small too", 44)]
    big, small = paragraphs(page, Setting())
    assert (big.text, big.heading, big.base) == ("big", True, 10)
    assert (small.text, small.heading) == ("small small too", False)


def test_a_first_line_set_in_parts_paragraphs_where_others_are_too() -> None:
    page = [line("one", 10), line("two", 22, 54), line("three", 34), line("four", 46, 54), line("five", 58)]
    assert told(*page) == ["one", "two three", "four five"]
    assert told(*page[:3]) == ["one two three"], "set in once is chance"
    dialogue = [*page, line("Yes.", 70, 54), line("No.", 82, 54), line("Go.", 94, 54)]
    assert told(*dialogue)[2:] == ["four five", "Yes.", "No.", "Go."]


def test_a_first_line_in_urdu_is_set_in_from_the_right() -> None:
    def urdu(words: str, base: float, right: float) -> Line:
        return Line((Word(words, 40, right, base, 10, seen=True),))

    page = [
        urdu("ایک", 10, 300),
        urdu("دو", 22, 286),
        urdu("تین", 34, 300),
        urdu("چار", 46, 286),
        urdu("پانچ", 58, 300),
    ]
    assert told(*page) == ["ایک", "دو تین", "چار پانچ"]


def test_a_bullet_and_a_new_column_part_paragraphs() -> None:
    page = [line("one", 10), line("• two", 22), line("three", 34), line("• four", 46), line("five", 10, 300)]
    assert told(*page) == ["one", "• two three", "• four", "five"]


def test_what_earlier_pages_taught_holds_on_a_short_page() -> None:
    setting = Setting()
    list(paragraphs([line(str(n), n * 12) for n in range(9)], setting))
    assert [each.text for each in paragraphs([line("one", 10), line("two", 30)], setting)] == ["one", "two"]
    assert told(line("one", 10), line("two", 30)) == ["one two"], "one step alone may be the usual one"


def test_no_lines_are_no_paragraphs_and_a_hyphen_goes() -> None:
    assert told() == []
    assert told(line("traf\x02", 10), line("ficking", 22)) == ["trafficking"]


@dataclass(frozen=True)
class Shape:
    """How paragraphs are told apart."""

    indent: float
    gap: float


WORDS = st.lists(st.sampled_from(["the", "women", "crossed.", "Police", "of", "district", "freed,", NAME]), min_size=45)
SHAPES = st.sampled_from([Shape(14, 12), Shape(0, 18), Shape(0, 26), Shape(20, 16)])
NAMES = st.from_regex(r"[A-Z][a-z]{1,11}( [A-Z][a-z]{1,11}){0,2}", fullmatch=True)


def page(texts: list[str], shape: Shape) -> list[Line]:
    base, out = 0.0, []
    for text in texts:
        base += shape.gap - 12
        for number, words in enumerate(textwrap.wrap(text, WIDE)):
            base += 12
            out.append(line(words, base, 40 if number else 40 + shape.indent))
    return out


@given(st.lists(WORDS, min_size=2, max_size=5), SHAPES, NAMES, NAMES)
def test_paragraphs_do_not_depend_on_the_length_of_a_name(
    drawn: list[list[str]], shape: Shape, short: str, long: str
) -> None:
    texts = [" ".join(words) for words in drawn]
    for name in (short, long):
        said = told(*page([text.replace(NAME, name) for text in texts], shape))
        assert said == [text.replace(NAME, name) for text in texts]


STORY = f"""{NAME} worked at the kiln for two years before the raid. Police took {NAME} and four others to the shelter.
The court heard the case on Monday.

The owner of the kiln denied it. A cousin of {NAME} said that the advance was never written down. The labour inspector
had been there in March.

The next hearing is in June. Lawyers for {NAME} ask for the wages of two years, and for an apology that can be read."""


@pytest.mark.parametrize(
    "style", ["margin: 1em 0", "margin: 0; text-indent: 1.5em", "margin: 0 0 .5em; text-align: justify"]
)
def test_printed_pages_that_differ_in_the_name_have_the_same_paragraphs(style: str) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    texts = STORY.replace("\n", " ").split("  ")
    for name in ("Zo", "Zovubaxi", "Zovubaxi Mehrandiru", "Zovubaxi Mehrandiru Gulelimtu"):
        given_ = [text.replace(NAME, name) for text in texts]
        rows = "".join(f"<p>{text}</p>" for text in given_)
        sheet = f"<style>@page {{size: A5}} p {{font: 11pt DejaVu Sans; {style}}}</style>{rows}"
        document = read_bytes(weasyprint.HTML(string=sheet).write_pdf(), "story.pdf")
        blocks = document.layout.shown if document.layout else ()
        assert [document.at(block.span) for block in blocks if block.layer is Layer.BODY] == given_, name
