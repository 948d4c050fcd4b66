"""Hostile files: each gives a Document or a coded error, in bounded time and memory; the parent lives."""

import random
import resource

import layered_others as others
import pytest
from hostile import bent, bombs, reshaped
from layered_docx import docx

from amanat.core import ReadError
from amanat.read import read_bytes
from amanat.read.formats import readers

BOMBS = list(bombs())
CODES = {"R004", "R005", "R011", "R012", "R013", "R014", "R015", "R016", "R017", "R018", "R020"}


@pytest.mark.parametrize("number", range(len(BOMBS)))
def test_no_bomb_goes_off(number: int) -> None:
    ending, data = BOMBS[number]
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        read_bytes(data, f"story.{ending}")
    except ReadError as error:
        assert error.code in CODES  # noqa: PT017 - both outcomes are right
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert used.ru_utime + used.ru_stime - begin.ru_utime - begin.ru_stime < 15
    assert used.ru_maxrss < 1 << 20, "KiB"


@pytest.mark.parametrize(
    ("ending", "data"),
    [("docx", docx({})), ("odt", others.odt({})), ("html", others.html({})), ("eml", others.eml({}))],
)
def test_bent_files_break_no_reader(ending: str, data: bytes) -> None:
    """Without the cage, so that a fault of ours shows as itself and not as R013."""
    reader, chance = readers()[f".{ending}"], random.Random(ending)  # noqa: S311 - drawn again the same
    outcomes = set()
    for number in range(60):
        strange = reshaped(data, chance) if number % 2 and data.startswith(b"PK") else bent(data, chance)
        try:
            reader.flow(strange, 0)
            outcomes.add("read")
        except ReadError as error:
            assert error.code in CODES  # noqa: PT017 - both outcomes are right
            outcomes.add(error.code)
        except RecursionError:
            outcomes.add("deep")
    assert "read" in outcomes
