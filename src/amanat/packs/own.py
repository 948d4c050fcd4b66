"""What an office knows by itself: a folder of packs in its user's data folder, and the calls it made.

A call is one line added at the end of a file, so that two people calling at once lose nothing and the file can be
read, copied and kept with any tool.
"""

import contextlib
import json
import os
from pathlib import Path

import platformdirs

from amanat.core import PackError

CALLS = "calls.yaml"
_HEAD = "kind: calls\nas_of: {day}\n# One line a call, newest last. Lines are added, never changed.\ncalls:\n"


def own_folder() -> Path:
    """Return the folder of the office's own packs; it need not exist."""
    return Path(platformdirs.user_data_dir("amanat", appauthor=False)) / "packs"


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of each file of a folder: what tells that somebody added a line."""
    if not folder.is_dir():
        return ()
    found = ((path.name, path.stat()) for path in sorted(folder.rglob("*.yaml")))
    return tuple((name, state.st_size, state.st_mtime_ns) for name, state in found)


def record_call(folder: Path, call: dict[str, str]) -> Path:
    """Add a call to the office's own record.

    Args:
        folder: where the record is, made when it is missing.
        call: service, number, called_on, called_by, result and perhaps a note, as the schema of `calls` wants them.

    Returns:
        The file.

    Raises:
        PackError: K012, the record cannot be written.
    """
    target = folder / CALLS
    # JSON is YAML: no quoting rules to get wrong
    row = f"- {json.dumps(call, ensure_ascii=False)}\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _begin(target, _HEAD.format(day=call["called_on"]))
        handle = os.open(target, os.O_WRONLY | os.O_APPEND)
        try:
            os.write(handle, row.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise PackError("K012", f"the record of calls cannot be written ({error.strerror})") from None
    return target


def _begin(target: Path, head: str) -> None:
    """Make the file with its head in one step, so that nobody ever sees it without."""
    import tempfile  # noqa: PLC0415 - 0.003 s, and most runs record no call

    if target.exists():
        return
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix="calls-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(head.encode())
        with contextlib.suppress(FileExistsError):
            os.link(beside, target)
    finally:
        Path(beside).unlink(missing_ok=True)
