"""Rules that need more than words: one module each, found by listing this folder."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from amanat.core import Rule
from amanat.dignity.view import View


@lru_cache(maxsize=1)
def rules() -> tuple[Rule[View], ...]:
    """Return every rule written in code, by the name of its module."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(module.RULE for module in modules)
