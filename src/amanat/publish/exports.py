"""The forms an edition can leave in: every module of this folder that has `SUFFIX` and `write(edition) -> bytes`."""

from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from amanat.core import Edition, UsageError


class Export(Protocol):
    """What a module must have to be an export. It is handed an Edition and never sees a Document."""

    SUFFIX: str
    """Ending of the file, without the dot."""

    def write(self, edition: Edition) -> bytes:
        """Return the file's content."""
        ...


def exports(
    package: str = "amanat.publish", folders: Iterable[str] = (str(Path(__file__).parent),)
) -> dict[str, Export]:
    """Return the exports of a package, by suffix."""
    return dict(_found(package, tuple(folders)))


@lru_cache(maxsize=4)
def _found(package: str, folders: tuple[str, ...]) -> tuple[tuple[str, Export], ...]:
    modules = (import_module(f"{package}.{found.name}") for found in iter_modules(folders))
    fitting = ((str(m.SUFFIX), cast(Export, m)) for m in modules if hasattr(m, "SUFFIX") and hasattr(m, "write"))
    return tuple(sorted(fitting, key=lambda pair: pair[0]))


def export(edition: Edition, suffix: str) -> bytes:
    """Return an edition in one form.

    Raises:
        UsageError: U004 no export of that name.
    """
    known = exports()
    if suffix not in known:
        raise UsageError("U004", f"no export called {suffix!r}; known are {', '.join(known)}")
    return known[suffix].write(edition)
