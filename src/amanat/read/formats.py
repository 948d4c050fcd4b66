"""Which module reads which ending: the folder is the registry."""

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from amanat.read import txt


@lru_cache(maxsize=1)
def readers() -> dict[str, ModuleType]:
    """Return the module for every file ending, the dot included; folders hold workings and no formats."""
    found = (each.name for each in iter_modules([str(Path(__file__).parent)]) if not each.ispkg)
    modules = (import_module(f"amanat.read.{name}") for name in found)
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


def reader_of(suffix: str) -> ModuleType | None:
    """Return the module for one file ending; plain text, the most usual, is answered without loading all others."""
    return txt if suffix in txt.SUFFIXES else readers().get(suffix)
