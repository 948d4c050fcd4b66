"""Rules of this room: one module each exposing RULE, found by listing this folder."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from amanat.core import Rule
from amanat.law.statement import View


@lru_cache(maxsize=1)
def rules() -> tuple[Rule[View], ...]:
    """Return every rule, by code."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(sorted((module.RULE for module in modules if hasattr(module, "RULE")), key=lambda r: r.card.code))
