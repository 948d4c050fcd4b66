"""What the tests of this room share: looking at a few words of invented people."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Protection, Scene
from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped

Looked = Callable[[str], tuple[Document, Scene]]


@pytest.fixture(scope="session")
def looked() -> Looked:
    """Look at a story."""

    def one(words: str) -> tuple[Document, Scene]:
        document = read_bytes(words.encode(), "story.txt")
        return document, look(document, shipped())

    return one


@pytest.fixture(scope="session")
def roles(looked: Looked) -> Callable[[str], dict[str, str]]:
    """Give the role of everybody named, by the first mention."""

    def one(words: str) -> dict[str, str]:
        document, scene = looked(words)
        return {document.at(p.names[0]): p.role.value for p in scene.people if p.names}

    return one


@pytest.fixture(scope="session")
def protection(looked: Looked) -> Callable[[str], dict[str, Protection]]:
    """Give what follows for everybody named, by the first mention."""

    def one(words: str) -> dict[str, Protection]:
        document, scene = looked(words)
        return {document.at(p.names[0]): p.protection for p in scene.people if p.names}

    return one
