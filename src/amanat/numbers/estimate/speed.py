"""One source, two speeds: the kernels run as they stand, or compiled by numba where it is installed and worth while.

Compiling takes seconds once on a machine and a fraction of a second from numba's cache afterwards, so a single answer
is worked out without it. The numbers are the same either way.
"""

import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from types import FunctionType
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def fast(function: Callable[P, R]) -> Callable[P, R]:
    """Return a kernel compiled, or as it stands where numba is missing (`pip install 'amanat[estimate]'` adds it)."""
    if not compiles():
        return function
    return cast("Callable[P, R]", _compiled(function.__module__)[function.__name__])


def compiles() -> bool:
    """Tell whether numba is there."""
    return find_spec("numba") is not None


@lru_cache(maxsize=8)
def _compiled(module: str) -> dict[str, object]:
    """Compile every function of a module against one another; each is only compiled when it is first called."""
    from numba import njit  # noqa: PLC0415 - half a second that only long computations should pay

    space = dict(vars(sys.modules[module]))
    for name, value in tuple(space.items()):
        if isinstance(value, FunctionType) and value.__module__ == module:
            twin = FunctionType(value.__code__, space, name, value.__defaults__)
            twin.__module__, twin.__qualname__ = module, value.__qualname__
            space[name] = njit(cache=True, nogil=True, error_model="numpy")(twin)
    return space
