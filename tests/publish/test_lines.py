"""Lines and columns, as each tool counts them."""

from hypothesis import given
from hypothesis import strategies as st

from amanat.publish.lines import Lines
from amanat.read import read_bytes

TEXT = "One.\n\U0001f600 اغوا é!\nEnd"


def test_columns_differ_by_tool() -> None:
    lines = Lines.of(read_bytes(TEXT.encode()))
    place = TEXT.index("!")
    assert lines.line(place) == 1
    assert (lines.code_points(place), lines.utf16(place), lines.utf8(place)) == (8, 9, 16)
    assert lines.line(len(TEXT)) == 2


@given(st.text(alphabet="a\nب\U0001f600\u0301\r", max_size=60), st.integers(0, 60))
def test_there_and_back(text: str, place: int) -> None:
    document = read_bytes(("x" + text).encode())
    lines = Lines.of(document)
    at = min(place, len(document.text))
    assert lines.place(lines.line(at), lines.utf16(at)) == at


def test_a_place_that_is_not_there_is_the_nearest() -> None:
    lines = Lines.of(read_bytes(TEXT.encode()))
    assert lines.place(99, 0) == len(TEXT)
    assert lines.place(0, 99) == TEXT.index("\n")
    assert lines.place(1, 1) == TEXT.index("\U0001f600")
