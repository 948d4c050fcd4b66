"""What could point at a person, whoever that is: one module per kind of trace; the folder is the registry.

A module has `find(text, lexicon)`, which yields `core.Trace`s with spans in the text, each with a score. Names are
not found here (see `people.names`), since they need the whole document.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from amanat.core import Trace
from amanat.languages.lexicon import Lexicon


@lru_cache(maxsize=1)
def detectors() -> tuple[ModuleType, ...]:
    """Return every trace module, by name."""
    return tuple(import_module(f"{__name__}.{m.name}") for m in sorted(iter_modules(__path__), key=lambda m: m.name))


def find_traces(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Ask every detector; their answers may overlap."""
    for detector in detectors():
        yield from detector.find(text, lexicon)
