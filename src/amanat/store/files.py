"""Write a small file whole or not at all, readable by its owner only."""

import os
import tempfile
from pathlib import Path

from amanat.core import StoreError


def put(target: Path, content: bytes) -> None:
    """Write beside the target, make sure it is on the disk, then take the target's place.

    Raises:
        StoreError: V007 the disk is full or the folder is closed; an older file stays as it was.
    """
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".amanat-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
        _settle(target.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise StoreError("V007", f"the store cannot write ({error.strerror}); nothing was changed") from None


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
