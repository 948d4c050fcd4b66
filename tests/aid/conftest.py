"""Registers are read once; a story is asked as the review asks it."""

from collections.abc import Callable
from functools import lru_cache

import pytest

from amanat import aid, people
from amanat.core import Answer
from amanat.read import read_bytes
from amanat.registers import Registers


@lru_cache(maxsize=1)
def _known() -> Registers:
    return Registers()


@pytest.fixture
def registers() -> Registers:
    return _known()


@pytest.fixture
def asked(registers: Registers) -> Callable[[str], Answer]:
    def ask(text: str) -> Answer:
        document = read_bytes(text.encode())
        return aid.ask(document, people.look(document, registers), registers)

    return ask
