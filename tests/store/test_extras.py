"""What is not installed is named, with the command that installs it."""

import sys

import pytest

from amanat.core import StoreError
from amanat.store.extras import needed


def test_a_missing_part_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"V001.*pip install 'amanat\[desk,postgres\]'"):
        needed("psycopg")
    monkeypatch.setitem(sys.modules, "argon2", None)
    with pytest.raises(StoreError, match=r"V001.*pip install 'amanat\[desk\]'"):
        needed("argon2")


def test_a_part_that_is_there_is_the_module_itself() -> None:
    assert needed("json").loads("1") == 1
