"""Words inside files that are no text: what a picture's metadata or an old object says in plain letters."""

import re
import struct
from collections.abc import Iterator

_NARROW = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){5,2000}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00|[\x00-\xff][\x06-\x07]){4,1000}")
_MOST = 300
_MOSTLY = 0.85
_WORDS = re.compile(r"[^\W\d_]{4,}")
_WORDY = frozenset({*range(0xE0, 0xF0), 0xFE}) - {0xE0, 0xE2, 0xEE}
"""Segments of applications, and comments; not the sizes (JFIF), colour profiles and Adobe's flags."""
_SCAN, _END = 0xDA, 0xD9
_SAYING = (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME")


def printable(data: bytes) -> list[str]:
    """Return the stretches of letters in bytes of any kind, in one and in two bytes a letter."""
    found = [m.group().decode("utf-8", "replace").replace("\ufffd", " ") for m in _NARROW.finditer(data)]
    found += [m.group().decode("utf-16-le", "replace") for m in _WIDE.finditer(data)]
    return list(dict.fromkeys(said.strip() for said in found if _reads(said)))[:_MOST]


def _reads(said: str) -> bool:
    """Tell words from bytes that happen to be letters: mostly letters, and a word among them."""
    return bool(_WORDS.search(said)) and sum(c.isalnum() or c in " .,-_@/:" for c in said) >= _MOSTLY * len(said)


def beside_pixels(data: bytes) -> list[str]:
    """Return what a picture says beside its pixels: EXIF, XMP, IPTC, comments, thumbnails, bytes after its end."""
    if data.startswith(b"\xff\xd8"):
        return printable(b"\n".join(_jpeg(data)))
    if data.startswith(b"\x89PNG"):
        return printable(b"\n".join(_png(data)))
    if data.startswith(b"RIFF"):
        return printable(b"\n".join(data[m.start() : m.start() + 65_536] for m in re.finditer(b"EXIF|XMP ", data)))
    return printable(data)


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every segment begins so
        kind, size = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if kind == _SCAN:
            break
        if kind in _WORDY:
            yield data[at + 4 : at + 2 + size]
        at += 2 + size
    end = data.rfind(bytes((0xFF, _END)))
    yield data[end + 2 :] if end >= 0 else b""


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        size = struct.unpack_from(">I", data, at)[0]
        if data[at + 4 : at + 8] in _SAYING:
            yield data[at + 8 : at + 8 + size]
        at += 12 + size
        if data[at - size - 8 : at - size - 4] == b"IEND":
            break
    yield data[at:]
