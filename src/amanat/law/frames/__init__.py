"""How statements of law are worded: one module per kind, found by listing this folder.

Each module has `HINT`, a pattern without which it has nothing to say (or `ON_CITATION`, `ON_TREATY`, to be asked about
every sentence that names a law or treaty as well), and `find(passage)`, which yields a Statement for
every statement of its kind in one sentence. All hints are looked for together, because most sentences of a story have
none.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from amanat.law.hint import Hints
from amanat.law.passage import Passage
from amanat.law.statement import Statement


class Frame(Protocol):
    """What a module of this folder must have."""

    HINT: str

    def find(self, passage: Passage) -> Iterator[Statement]:
        """Find the statements of one kind in one sentence."""
        ...


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """Return every frame, by name of its module."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(cast(Frame, module) for module in modules if hasattr(module, "find"))


@lru_cache(maxsize=1)
def hints() -> Hints:
    """Return what tells which frame has to look at which sentence, in the order of the frames."""
    return Hints([frame.HINT for frame in frames()])


def found(passages: Sequence[Passage]) -> Iterator[Statement]:
    """Find every statement of every kind."""
    if not passages:
        return
    naming = {
        "ON_CITATION": [n for n, passage in enumerate(passages) if passage.cited],
        "ON_TREATY": [n for n, passage in enumerate(passages) if passage.treaties],
    }
    for frame, touched in zip(frames(), hints().touched(passages[0].ground.sentences), strict=True):
        also = {number for flag, at in naming.items() if getattr(frame, flag, False) for number in at}
        for number in sorted({*touched, *also}) if also else touched:
            yield from frame.find(passages[number])
