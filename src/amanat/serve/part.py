"""What a part of the served program is, and what it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from starlette.routing import BaseRoute

from amanat.registers import Registers


@dataclass(frozen=True, slots=True)
class Setting:
    """What all parts are given."""

    registers: Registers
    directory: Path | None = None
    """The directory's file; the bodies of the packs when there is none."""
    address: str = "http://127.0.0.1:8765"
    """Where callers find this program, without a slash at the end."""
    rate: int = 240
    """Calls a minute that one caller may make."""
    token: str = field(default="", repr=False)
    """What a program on this machine must show to have a story read; without one no story is read."""
    origins: tuple[str, ...] = ()
    """Sites whose pages may have a story read, like `https://desk.example`."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, and the routes it answers. Routes of two parts must not overlap."""

    name: str
    routes: Callable[[Setting], Sequence[BaseRoute]]
