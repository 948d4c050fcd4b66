"""RE2 behind types of ours."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import PackError
from amanat.packs.linear import linear


@given(st.text(alphabet="abA \n", max_size=30), st.integers(0, 30))
def test_it_finds_what_python_finds(text: str, place: int) -> None:
    for pattern in (r"\ba+b?", "ab|a", "(?:a|b){2,3}"):
        ours, theirs = linear(pattern), re.compile(pattern)
        data = text.encode()
        assert [(m.start(), m.end()) for m in ours.finditer(data)] == [m.span() for m in theirs.finditer(text)]
        found, expected = ours.search(data, place), theirs.search(text, place)
        assert (found and (found.start(), found.end())) == (expected and expected.span())


def test_capitals_matter_unless_it_is_said() -> None:
    assert linear("slave").match(b"SLAVE") is None
    assert linear("slave", ignore_case=True).match(b"SLAVE") is not None


@pytest.mark.parametrize("pattern", ["(a", r"(a)\1", "a(?=b)", "a{3000}"])
def test_what_it_does_not_take_is_refused(pattern: str) -> None:
    with pytest.raises(PackError) as caught:
        linear(pattern)
    assert caught.value.code == "K010"


def test_no_pattern_runs_wild() -> None:
    begin = time.process_time()
    assert linear("(?:a+)+b").search(b"a" * 200_000) is None
    assert time.process_time() - begin < 2
