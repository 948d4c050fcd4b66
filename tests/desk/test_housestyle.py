"""A house style is taken whole or not at all, and never from another file of the machine."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import AmanatError
from amanat.desk.housestyle import files


def test_a_style_is_read_and_nothing_is_none() -> None:
    assert files(b" \n") == ()
    (style,) = files(b"kind: house\nname: The Valley Post\n")
    assert style.content["name"] == "The Valley Post"


@pytest.mark.parametrize("style", ["{kind: house, name: X, extends: [a.yaml]}", "extends: []\nkind: house\nname: X\n"])
def test_a_style_that_reaches_for_other_files_is_refused(style: str) -> None:
    with pytest.raises(AmanatError, match="W026"):
        files(style.encode())


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_is_sent_is_taken_or_told(content: bytes) -> None:
    with suppress(AmanatError):
        assert files(content) == ()
