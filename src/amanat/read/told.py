"""What happens in the cage when a file is read: its reader says all that is in it."""

from importlib import import_module

from amanat.read.flow import as_data


def prepare(reader: object) -> None:
    """Load a reader, by the name of its module, and what it needs."""
    module = import_module(str(reader))
    if hasattr(module, "prepare"):
        module.prepare()


def told(data: bytes, reader: object) -> object:
    """Return the flow of a file as plain data."""
    return as_data(import_module(str(reader)).flow(data, 0))
