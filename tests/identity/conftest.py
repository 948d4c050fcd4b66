"""What the tests of this room share: asking it about a few words of invented people."""

from collections.abc import Callable

import pytest

from amanat import identity
from amanat.core import Answer, Document
from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped

Asked = Callable[[str], tuple[Document, Answer]]


@pytest.fixture(scope="session")
def asked() -> Asked:
    """Ask the room about a story."""

    def one(words: str) -> tuple[Document, Answer]:
        document = read_bytes(words.encode(), "story.txt")
        return document, identity.ask(document, look(document, shipped()), shipped())

    return one


@pytest.fixture(scope="session")
def hidden(asked: Asked) -> Callable[[str], dict[str, str]]:
    """Give the hidden words and the label of each."""

    def one(words: str) -> dict[str, str]:
        document, answer = asked(words)
        return {document.at(m.span): m.label for m in answer.masks}

    return one
