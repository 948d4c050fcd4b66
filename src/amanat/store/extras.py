"""The libraries the store needs, loaded when they are used: `amanat review` stays light without them."""

from importlib import import_module
from typing import Any

from amanat.core import StoreError

_EXTRAS = {"psycopg": "desk,postgres"}


def needed(module: str) -> Any:  # noqa: ANN401 - a module has no narrower type
    """Import a module of the desk's extra.

    Raises:
        StoreError: V001 it is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        extra = _EXTRAS.get(module.partition(".")[0], "desk")
        raise StoreError("V001", f"the store needs more parts: pip install 'amanat[{extra}]'") from None
