"""The newsroom's house style as the desk keeps it: one file, checked before it is kept, sealed with the rest."""

from pathlib import Path
from tempfile import TemporaryDirectory

from amanat.core import DeskError, PackError
from amanat.packs import File, house_style
from amanat.packs.strict_yaml import parse

NAME = "house style"
"""Name of the setting."""
_FILE = "house.yaml"
LONGEST = 200_000
"""Bytes of a house style."""


def files(content: bytes) -> tuple[File, ...]:
    """Return a house style as the rooms take it; empty for none.

    Raises:
        PackError: K001 to K007, K020, K021, K024 it is wrong, with its line.
        DeskError: W026 it extends another file, which at the desk
            would be a file of this machine.
    """
    if not content.strip():
        return ()
    try:
        value, _ = parse(content.decode("utf-8"), _FILE)
    except UnicodeDecodeError:
        raise PackError("K001", f"{_FILE}:1: not UTF-8; save the file as UTF-8") from None
    if isinstance(value, dict) and "extends" in value:
        raise DeskError("W026", "at the desk a house style stands alone; put what it extends into it")
    with TemporaryDirectory(prefix="amanat-house-") as folder:
        path = Path(folder) / _FILE
        path.write_bytes(content)
        return house_style(path)
