"""The rules of this room: one module each, found by listing the folder."""

from importlib import import_module
from pkgutil import iter_modules

from amanat.core import Rule
from amanat.enforcement.view import View

_MODULES = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
RULES: tuple[Rule[View], ...] = tuple(sorted((module.RULE for module in _MODULES), key=lambda rule: rule.card.code))
"""Every rule, by code."""
