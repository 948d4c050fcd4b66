"""Packs in a form that loads in milliseconds: JSON in the user's cache folder, named by what it was made from.

Reading and checking all YAML takes seconds, reading the JSON made from it takes some hundredths of one
(docs/decisions/0004). The name of a cache file is a hash over every name and byte it came from, so a changed fact
can never be served from an old copy. A cache that cannot be written is done without.
"""

import contextlib
import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import platformdirs

from amanat.packs.value import Value

_FORM = "6"  # raise when the compiled form changes
_KEEP = 8


def compiled(files: dict[str, bytes], build: Callable[[], Value]) -> Value:
    """Return `build()`, or what an earlier `build()` over the same files gave.

    Args:
        files: name and content of everything the value is made from.
        build: makes the value; must give the same for the same files.
    """
    seal = sha256(_FORM.encode())
    for name, content in sorted(files.items()):
        seal.update(f"{name}\0{len(content)}\0".encode())
        seal.update(content)
    folder = Path(platformdirs.user_cache_dir("amanat", appauthor=False))
    cached = folder / f"packs-{seal.hexdigest()[:32]}.json"
    with contextlib.suppress(OSError, ValueError):
        seal_inside, _, content_inside = cached.read_bytes().partition(b"\n")
        if seal_inside == _sum(content_inside):
            stored: Value = json.loads(content_inside)
            return stored
    value = build()
    with contextlib.suppress(OSError):
        made = json.dumps(value, ensure_ascii=False).encode("utf-8")
        _write(folder, cached, _sum(made) + b"\n" + made)
    return value


def _sum(content: bytes) -> bytes:
    """First line of a cache file: without it a damaged file that happens to be JSON would be believed."""
    return sha256(content).hexdigest().encode()


def _write(folder: Path, target: Path, content: bytes) -> None:
    import tempfile  # noqa: PLC0415 - 0.003 s, and a warm cache is not written

    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix="packs-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    old = sorted(folder.glob("packs-*.json"), key=lambda f: f.stat().st_mtime, reverse=True)
    for stale in old[_KEEP:]:
        stale.unlink(missing_ok=True)
