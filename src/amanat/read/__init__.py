"""What does the file say? Bytes in, Document out. One module per format; each names the suffixes it reads.

A format module has `SUFFIXES`, a tuple of file endings with the dot, and one of three functions:

- `text(data, encoding)` returns the plain text and raises `UnicodeDecodeError` or `ReadError` where it cannot;
- `flow(data, depth)` returns a `Flow`, all layers of the file. It runs in the cage. Such a module may have
  `prepare()`, which loads what the cage will not let it load, `LIMIT`, the largest file in bytes, and
  `pictures(data)`, which yields the pictures in the file: the words in them are read by Tesseract;
- `document(data, name)` returns the Document, for readers that need more than one visit to the cage.
"""

import sys
from pathlib import Path, PurePath
from types import ModuleType
from typing import cast

from amanat.core import Document, ReadError
from amanat.read.formats import reader_of, readers
from amanat.read.parts import parts_of

LIMIT = 10_000_000
"""Largest file in bytes: some 1,500,000 words. A newspaper story has 500."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b")


def read(path: str | Path, encoding: str = "") -> Document:
    """Read one file; `-` is standard input.

    Args:
        path: the file, or `-`.
        encoding: its encoding; UTF-8 (or UTF-16/32 with a byte order mark) when empty.

    Raises:
        ReadError: R001 missing, R002 not a file or not readable, R003 wrong encoding, R004 empty, R005 too large,
            R006 no reader for this ending, R007 binary, R010 to R039 what kept a file with layers from being read.
    """
    name = str(path)
    if name == "-":
        return read_bytes(sys.stdin.buffer.read(LIMIT + 1), name, encoding)
    return read_bytes(original(path), name, encoding)


def original(path: str | Path) -> bytes:
    """Return a file's bytes, no more of them than its format may have.

    Raises:
        ReadError: R001 missing, R002 not a file or not readable.
    """
    file = Path(path)
    try:
        if not file.is_file():
            raise _missing(file)
        with file.open("rb") as handle:
            return handle.read(_limit(reader_of(file.suffix.lower())) + 1)
    except OSError as error:
        raise ReadError("R002", f"the file cannot be opened ({error.strerror})") from None


def read_bytes(data: bytes, name: str = "story.txt", encoding: str = "") -> Document:
    """Read a file's content; the ending of `name` chooses the format.

    Raises:
        ReadError: as `read`.
    """
    suffix = "" if name == "-" else PurePath(name).suffix.lower()
    reader = reader_of(suffix)
    if reader is None:
        raise ReadError(
            "R006", f"no reader for {suffix} files; known endings: {' '.join(sorted(filter(None, readers())))}"
        )
    limit = _limit(reader)
    if len(data) > limit:
        raise ReadError("R005", f"the file is larger than {limit // 1_000_000} MB; split it and review the parts")
    if not data.strip():
        raise ReadError("R004", "the file is empty")
    if hasattr(reader, "document"):
        return cast(Document, reader.document(data, name))
    if hasattr(reader, "flow"):
        return _in_cage(reader, data, name)
    text = _text(reader, data, encoding)
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        raise ReadError("R004", "the file holds no text")
    language, parts = parts_of(text)
    return Document(text, language, parts, name)


def _in_cage(reader: ModuleType, data: bytes, name: str) -> Document:
    from amanat.read.cage import caged  # noqa: PLC0415 - plain text needs no process of its own
    from amanat.read.flow import document_of, from_data  # noqa: PLC0415

    flow = from_data(caged("amanat.read.told:told", data, reader.__name__).data)
    if hasattr(reader, "pictures") and flow.gaps:
        from amanat.read.pictures import looked_at  # noqa: PLC0415 - most files have none

        flow = looked_at(flow, data, reader.__name__)
    return document_of(flow, name)


def suffixes() -> tuple[str, ...]:
    """Return every file ending that can be read."""
    return tuple(sorted(filter(None, readers())))


def _limit(reader: ModuleType | None) -> int:
    return int(getattr(reader, "LIMIT", LIMIT))


def _missing(file: Path) -> ReadError:
    if file.is_dir():
        return ReadError("R002", "this is a folder without stories; name the files")
    if file.exists():
        return ReadError("R002", "this is not a regular file")
    return ReadError("R001", "there is no such file")


def _text(reader: ModuleType, data: bytes, encoding: str) -> str:
    guess = encoding or next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if data.startswith(_NOT_TEXT):
        raise ReadError("R007", "this is a document or picture under a text ending; save its words as plain text")
    if b"\0" in data[:4096] and not guess.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        raise ReadError("R007", "this is a binary file, not text")
    try:
        return str(reader.text(data, guess))
    except LookupError:
        raise ReadError("R003", f"there is no encoding called {encoding!r}") from None
    except UnicodeDecodeError as error:
        raise ReadError(
            "R003",
            f"byte {error.start} is not {guess}; save the file as UTF-8 or name its encoding with --encoding",
        ) from None
    except ValueError:  # `idna` and `punycode` raise the bare UnicodeError, a name with NUL in it a ValueError
        raise ReadError("R003", f"the file cannot be read as {guess!r}; save it as UTF-8") from None
