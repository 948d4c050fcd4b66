"""The rules of this room: every module here that exposes `RULE`."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from amanat.aid.view import View
from amanat.core import Rule


@lru_cache(maxsize=1)
def rules() -> tuple[Rule[View], ...]:
    """Return every rule of the room, by code."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found: list[Rule[View]] = [module.RULE for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(found, key=lambda rule: rule.card.code))
