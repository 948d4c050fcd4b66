"""How statements of law are worded: one module per kind, found by listing this folder.

Each module has `find(passage)`, which yields a Statement for every statement of its kind in one sentence.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from amanat.law.passage import Passage
from amanat.law.statement import Statement

Frame = Callable[[Passage], Iterator[Statement]]


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """Return the `find` of every frame, by name of its module."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(module.find for module in modules if hasattr(module, "find"))
