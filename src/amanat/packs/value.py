"""What a YAML value of a pack can be. Apart from the loader, so that a warm cache needs no YAML library."""

from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

Path: TypeAlias = tuple[str | int, ...]
"""Way to a value inside a file."""
