"""Write a file whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from amanat.core import PublishError

PRIVATE = 0o600
"""Only the user may read it: the desk report holds the unmasked story."""
OPEN = 0o644
"""Anybody on the machine may read it, as far as the user's mask allows."""


def put(target: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Write to a temporary name in the same folder, make sure it is on the disk, then take the place of the target.

    Raises:
        PublishError: P003 the file cannot be written; nothing is left behind and an older file stays as it was.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".amanat-", suffix=".part")
    except OSError as error:
        raise _refused(error) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _refused(error) from None
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refused(error: OSError) -> PublishError:
    return PublishError("P003", f"the file cannot be written ({error.strerror}); choose a folder with --output")
