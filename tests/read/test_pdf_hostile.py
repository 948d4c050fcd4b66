"""Files made to do harm: each is read, or refused with a code; none breaks or stops the house."""

from collections.abc import Callable
from types import ModuleType

import pytest

from amanat.core import ReadError
from amanat.read import ocr, read_bytes


@pytest.fixture(scope="module")
def hostile(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("read/hostile_pdf")


def outcome(data: bytes) -> str:
    try:
        read_bytes(data, "story.pdf")
    except ReadError as error:
        return error.code
    return "read"


EXPECTED = {
    "packed twice": "R031",
    "lzw": "R031",
    "a picture of a terapixel": "R033",
    "a page that is its own parent": "R032",
    "a table that points to itself": "R032",
    "a table of a billion": "R032",
    "a locked file that lies": "R030",
    "a form that draws itself": "R004",
    "two files in one": "read",
}
"""Some of the bombs; the bench sets off all of them."""


@pytest.mark.parametrize("name", EXPECTED)
def test_bombs(hostile: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: ())
    assert outcome(hostile.bombs()[name]) == EXPECTED[name]


def test_mutants(hostile: ModuleType, layered_pdf: ModuleType, in_process: ModuleType) -> None:
    """Without the cage: whatever is not a ReadError would show here."""
    sound = [
        layered_pdf.make(dict(zip(layered_pdf.EVERY[n::4], layered_pdf.names(n), strict=False)), n) for n in range(4)
    ]
    refused = 0
    for data in hostile.mutants(sound, 60, seed=5):
        try:
            in_process.flow(data)
        except ReadError:
            refused += 1
    assert 0 < refused < 60
