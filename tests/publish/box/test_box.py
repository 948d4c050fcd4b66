"""What a help box says to readers, and that no number is in it which nobody proved, in any form and on any day."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest

from amanat.core import Direction, Help, Service, UsageError
from amanat.publish.box import FORMS
from amanat.publish.box.content import box_of, dialled
from amanat.publish.box.page import svg
from amanat.publish.box.qr import qr
from amanat.publish.box.word import png

CALLED = date(2026, 11, 1)
PROVEN = Service(
    "xx-001", "Office <of> Help", ("for the editor",), number="0800-55 66", called="called", source="https://a.example",
    proven_on=CALLED, proven_until=CALLED + timedelta(days=90), told=("Helps with legal advice.",),
)  # fmt: skip
UNCALLED = Service("xx-002", "Second Office", (), confirm_first="0999 1234567", seen="seen", told=("Helps too.",))
HELP = Help(present=False, services=(PROVEN, UNCALLED))


def stands(number: str, on: date) -> bool:
    """Say what a register with one call on record says."""
    return number == PROVEN.number and CALLED <= on <= CALLED + timedelta(days=90)


def written(form: str, help_: Help = HELP, language: str = "en", on: date = CALLED) -> str:
    content = FORMS[form](box_of(help_, language, on, stands))
    if form == "docx":
        with zipfile.ZipFile(BytesIO(content)) as file:
            return "".join(file.read(name).decode("latin-1") for name in file.namelist() if name.endswith("xml"))
    return content.decode()


def digits(text: str) -> str:
    return re.sub(r"\D", "", re.sub(r"<[^>]*>|\d{4}-\d\d-\d\d", "", text))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_proven_number_is_there_with_its_day_and_how_to_call(form: str) -> None:
    said = written(form)
    assert "0800-55 66" in said
    assert "2026-11-01" in said
    assert "safe phone" in said
    assert "for the editor" not in said


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_number_that_nobody_called_never_leaves(form: str) -> None:
    assert "0999" not in written(form)
    assert digits(written(form, Help(present=False, services=(UNCALLED,)))) == ""
    assert "Second Office" in written(form)


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("away", [-1, 91, 5000])
def test_a_box_made_from_an_old_review_has_no_number(form: str, away: int) -> None:
    said = written(form, on=CALLED + timedelta(days=away))
    assert "0800" not in said
    assert "safe phone" not in said
    assert "code.png" not in said
    assert "<svg" not in said
    assert "of" in said


def test_whom_a_reader_can_call_now_stands_first() -> None:
    turned = Help(present=False, services=(UNCALLED, PROVEN))
    assert [entry.name for entry in box_of(turned, "en", CALLED, stands).entries] == [PROVEN.name, UNCALLED.name]
    later = CALLED + timedelta(days=100)
    assert [entry.name for entry in box_of(turned, "en", later, stands).entries] == [UNCALLED.name, PROVEN.name]


def test_a_number_without_a_day_is_no_proven_one() -> None:
    for bare in (replace(PROVEN, proven_on=None), replace(PROVEN, proven_until=None)):
        assert box_of(Help(present=False, services=(bare,)), "en", CALLED, stands).entries[0].number == ""


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_number_found_wrong_after_the_story_was_read_is_not_printed(form: str) -> None:
    content = FORMS[form](box_of(HELP, "en", CALLED, lambda *_: False))
    assert b"0800" not in content
    assert b"0800-55 66" in FORMS["txt"](box_of(HELP, "en", CALLED, stands))


@pytest.mark.parametrize("form", ["html", "docx"])
def test_names_are_text_and_no_markup(form: str) -> None:
    assert "&lt;of&gt;" in written(form)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_box_speaks_the_language_of_the_story(form: str) -> None:
    said = written(form, language="ur")
    assert "محفوظ فون" in (said.encode("latin-1").decode() if form == "docx" else said)
    assert box_of(HELP, "ur", CALLED, stands).direction is Direction.RTL
    assert box_of(HELP, "xx", CALLED, stands).language == "en"
    assert ('dir="rtl"' in said) is (form == "html")
    assert ("<w:bidi/>" in said) is (form == "docx")


def test_a_body_that_readers_are_told_nothing_of_is_left_out() -> None:
    silent = replace(UNCALLED, told=())
    assert box_of(Help(present=False, services=(silent,)), "en", CALLED, stands).entries == ()


def test_what_is_dialled() -> None:
    assert dialled("+92 (42) 111-222") == "+9242111222"
    assert dialled("15 then 7") == "15"


def test_a_code_holds_the_number_and_is_drawn_alike_in_both_forms() -> None:
    code = box_of(HELP, "en", CALLED, stands).code
    assert code == qr("tel:08005566")
    assert len(code) == 21
    assert svg(code).count("h1v1h-1z") == sum(map(sum, code))
    assert png(code).startswith(b"\x89PNG")


@pytest.mark.parametrize(("text", "size"), [("tel:1", 21), ("x" * 15, 25), ("x" * 27, 29), ("x" * 62, 33)])
def test_a_code_can_be_read_back(text: str, size: int) -> None:
    code = qr(text)
    assert len(code) == size
    assert read(code)[: len(text)] == text


def test_a_code_of_more_than_fits_is_refused() -> None:
    with pytest.raises(UsageError, match="U024"):
        qr("x" * 63)


def read(code: list[list[bool]]) -> str:
    """Read a code as a camera's program does: level and mask from the format, then the bytes of each block."""
    size, version = len(code), (len(code) - 17) // 4
    places = [(8, n) for n in (0, 1, 2, 3, 4, 5, 7, 8)] + [(n, 8) for n in (7, 5, 4, 3, 2, 1, 0)]
    seen = int("".join(str(int(code[r][c])) for r, c in places), 2) ^ 0b101010000010010
    assert seen >> 13 == 0, "level M"
    mask = seen >> 10 & 7
    tests: tuple[Callable[[int, int], bool], ...] = (
        lambda i, j: (i + j) % 2 == 0,
        lambda i, _: i % 2 == 0,
        lambda _, j: j % 3 == 0,
        lambda i, j: (i + j) % 3 == 0,
        lambda i, j: (i // 2 + j // 3) % 2 == 0,
        lambda i, j: i * j % 2 + i * j % 3 == 0,
        lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0,
        lambda i, j: ((i + j) % 2 + i * j % 3) % 2 == 0,
    )
    turned = tests[mask]

    def fixed(row: int, column: int) -> bool:
        corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
        near = version > 1 and max(abs(row - size + 7), abs(column - size + 7)) <= 2
        return corner or near or 6 in (row, column)

    bits, up = "", True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for row in range(size - 1, -1, -1) if up else range(size):
            for column in (right, right - 1):
                if not fixed(row, column):
                    bits += str(int(code[row][column] ^ turned(row, column)))
        up = not up
    words = [int(bits[n : n + 8], 2) for n in range(0, len(bits) - 7, 8)]
    room, blocks = {1: (16, 1), 2: (28, 1), 3: (44, 1), 4: (64, 2)}[version]
    data = [words[n] for block in range(blocks) for n in range(block, room, blocks)]
    stream = "".join(f"{word:08b}" for word in data)
    length = int(stream[4:12], 2)
    return bytes(int(stream[12 + 8 * n : 20 + 8 * n], 2) for n in range(length)).decode()
