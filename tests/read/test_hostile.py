"""Hostile files: each gives a Document or a coded error, in bounded time and memory; the parent lives."""

import json
import random
import subprocess
import sys

import layered_others as others
import pytest
from hostile import bent, bombs, reshaped
from layered_docx import docx

from amanat.core import ReadError
from amanat.read.formats import readers

BOMBS = list(bombs())
CODES = {"R004", "R005", "R011", "R012", "R013", "R014", "R015", "R016", "R017", "R018", "R020"}

MEASURED = """
import json, resource, sys
from amanat.core import ReadError
from amanat.read import read_bytes
code = None
try:
    read_bytes(sys.stdin.buffer.read(), sys.argv[1])
except ReadError as error:
    code = error.code
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""  # in a process of its own: the figures of children are those of the largest one so far


@pytest.mark.parametrize("number", range(len(BOMBS)))
def test_no_bomb_goes_off(number: int) -> None:
    ending, data = BOMBS[number]
    asked = [sys.executable, "-c", MEASURED, f"story.{ending}"]
    done = subprocess.run(asked, input=data, capture_output=True, check=True, timeout=300)
    code, seconds, kib = json.loads(done.stdout)
    assert code is None or code in CODES
    assert seconds < 15
    assert kib < 1 << 20


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
