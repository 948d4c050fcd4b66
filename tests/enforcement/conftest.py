"""What the tests of this room share."""

from collections.abc import Callable

import pytest

from amanat.core import Answer, Document, Scene
from amanat.enforcement import ask
from amanat.read import read_bytes
from amanat.registers import Registers

NOBODY = Scene((), (), (), ())


@pytest.fixture(scope="session")
def registers() -> Registers:
    """What is known, as shipped."""
    return Registers()


@pytest.fixture
def asked(registers: Registers) -> Callable[[str], tuple[Document, Answer]]:
    """Ask the room about some words, with no people or places found beforehand."""

    def one(words: str) -> tuple[Document, Answer]:
        document = read_bytes(words.encode(), "story.txt")
        return document, ask(document, NOBODY, registers)

    return one
