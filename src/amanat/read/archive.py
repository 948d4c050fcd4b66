"""Zip files from outside: sizes, counts and names are checked before anything is unpacked.

Runs in the cage, like all that opens unknown files. Limits: notes of the project on hostile files; a Word file of a
newspaper has some 20 members and unpacks to five times its size.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping

from amanat.core import ReadError

TOTAL = 200 << 20
"""Bytes of all members unpacked."""
MEMBER = 50 << 20
"""Bytes of one member unpacked."""
MEMBERS = 2_000
RATIO = 100
"""How many times larger a file may get, as a whole; a bomb gets 1,000 times larger."""
PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".svg", ".jfif"}
)
"""Endings of members that are pictures, of whatever kind."""
_SMALL = 2 << 20  # below this no ratio does harm
_SEALED = 1


class Archive:
    """A zip file whose members may be read one by one."""

    __slots__ = ("_zip", "names", "note", "spent")

    def __init__(self, data: bytes) -> None:
        """Open and check.

        Raises:
            ReadError: R011 too large or too many inside, R015 damaged, R016 sealed by a password, R018 names that lie,
                R020 something else stands before the zip.
        """
        if not data.startswith(b"PK\x03\x04"):
            raise ReadError(
                "R020", "the file does not begin like a document of its ending; save it again in its program"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, UnicodeDecodeError, NotImplementedError):
            raise _damaged() from None
        members = self._zip.infolist()
        _check(members, len(data))
        self.names = tuple(member.filename for member in members if not member.is_dir())
        """Names of the members, in order."""
        self.note = self._zip.comment + b"\n".join(member.comment for member in members)
        """What is written beside the members: comments of the archive and of each."""
        self.spent = 0

    def read(self, name: str) -> bytes:
        """Unpack one member; what comes out may not be larger than announced.

        Raises:
            ReadError: R011 it is larger than it said, R015 damaged.
        """
        size = self._zip.getinfo(name).file_size
        try:
            with self._zip.open(name) as member:
                data = member.read(size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
            raise _damaged() from None
        self.spent += len(data)
        if len(data) > size or self.spent > 2 * TOTAL:
            raise _too_large()
        return data


def _check(members: list[zipfile.ZipInfo], packed: int) -> None:
    sizes = [member.file_size for member in members]
    if len(members) > MEMBERS or max(sizes, default=0) > MEMBER or sum(sizes) > TOTAL:
        raise _too_large()
    if sum(sizes) > _SMALL and sum(sizes) > RATIO * packed:
        raise _too_large()
    if any(member.flag_bits & _SEALED for member in members):
        raise sealed()
    names = [member.filename for member in members]
    if len(set(names)) < len(names) or any(_lies(name) for name in names):
        raise ReadError(
            "R018", "the file names its parts in a way no word processor does; save it again in its program"
        )


def _lies(name: str) -> bool:
    """Tell a name that leads out of its folder, or that two programs could read in two ways; or none."""
    return (
        not name
        or name.startswith(("/", "\\"))
        or "\\" in name
        or "\0" in name
        or ":" in name
        or ".." in name.split("/")
    )


def sealed() -> ReadError:
    """Say that a password keeps the file shut."""
    return ReadError("R016", "the file is protected by a password; save it without one and try again")


def _damaged() -> ReadError:
    return ReadError("R015", "the file is damaged; open it in its program and save it again")


def _too_large() -> ReadError:
    return ReadError("R011", "the file unpacks to far more than a story; it is damaged or a trap")


def rewritten(data: bytes, new: Mapping[str, bytes]) -> bytes:
    """Return a zip file with some members replaced, or added at its end; all others keep content, order and dates."""
    out = io.BytesIO()
    left = dict(new)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.comment = old.comment
        for member in old.infolist():
            file.writestr(member, left.pop(member.filename) if member.filename in left else old.read(member))
        for name, content in left.items():
            added = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            added.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(added, content)
    return out.getvalue()
