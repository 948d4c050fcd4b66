"""What a picture file says beside its pixels: every segment of a JPEG, chunk of a PNG or WebP, and what hangs behind.

EXIF, XMP, IPTC, comments, colour profiles, provenance (C2PA) and thumbnails all stand in such segments. Each is read
for its words whatever it is called, so that one we never heard of is read too.
"""

import re
import struct
import zlib
from collections.abc import Iterator

_DROPPED = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD"}
)
_PIXELS = frozenset({b"VP8 ", b"VP8L", b"ANMF", b"ALPH", b"VP8X", b"ANIM"})
_NO_WORDS = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xCC, 0xDB, 0xDD})
_MOST = 20_000_000  # bytes a packed text may unpack to
_WORDS = re.compile(r"[^\W\d_]{3,}|\d{4,}")
_RUN8 = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}")
_RUN16 = re.compile(rb"(?:(?:[\x20-\x7e]\x00|[\x00-\xff][\x06]){4,})|(?:(?:\x00[\x20-\x7e]|\x06[\x00-\xff]){4,})")
_FORMAT_WORDS = frozenset(
    "JFIF Exif ICC_PROFILE Adobe Photoshop 8BIM XMP http https ns com org adobe xmpmeta RDF xpacket Ducky".split()
)


def texts(data: bytes) -> Iterator[str]:
    """Return the words of each segment that is not pixels, one text a segment."""
    for segment in segments(data):
        said = words(segment)
        if said:
            yield said


def segments(data: bytes) -> Iterator[bytes]:
    """Return the bytes of every segment that is not pixels."""
    if data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _webp(data)


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:  # noqa: PLR2004 - markers start with it
            at = _next_marker(data, at)
            continue
        mark = data[at + 1]
        if mark == 0xD9:  # noqa: PLR2004 - the end of the picture
            yield data[at + 2 :]
            return
        if mark == 0xFF or mark == 0 or 0xD0 <= mark <= 0xD8 or mark == 1:  # noqa: PLR2004, PLR1714 - no length
            at += 2 - (mark == 0xFF)  # noqa: PLR2004
            continue
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if mark not in _NO_WORDS:
            yield data[at + 4 : at + 2 + max(size, 2)]
        at += 2 + max(size, 2)
        if mark == 0xDA:  # noqa: PLR2004 - behind it come the pixels
            at = _next_marker(data, at)


def _next_marker(data: bytes, at: int) -> int:
    """Return where the next marker stands; in the pixels a 255 is followed by 0 or by a restart mark."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] not in {0, 0xFF} and not 0xD0 <= data[at + 1] <= 0xD7:  # noqa: PLR2004
            return at
        at += 2 if data[at + 1] != 0xFF else 1  # noqa: PLR2004


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if kind in {b"zTXt", b"iTXt", b"iCCP"}:
            yield body
            yield from _unpacked(body)
        elif kind not in _DROPPED:
            yield body
        at += 12 + size
        if kind == b"IEND":
            break
    yield data[at:]


def _unpacked(body: bytes) -> Iterator[bytes]:
    """Find the packed text in a chunk, wherever its header ends."""
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body[:4096]):
        try:
            yield zlib.decompressobj().decompress(body[found.start() :], _MOST)
        except zlib.error:
            continue
        return


def _webp(data: bytes) -> Iterator[bytes]:
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = 12
    while at + 8 <= end:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind not in _PIXELS:
            yield data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    yield data[end:]


def words(segment: bytes) -> str:
    """Return the runs of a segment that could be words, in UTF-8 and UTF-16, each once."""
    runs = [m.group().decode("utf-8", "replace") for m in _RUN8.finditer(segment)]
    for found in _RUN16.finditer(segment):
        wide = found.group()
        runs.append(wide.decode("utf-16-le" if wide[1] in {0, 6} else "utf-16-be", "replace"))
    kept = []
    for run in runs:
        said = " ".join(re.sub(r"<[^<>]*>", _values, run).split())
        if _WORDS.search(said) and set(re.findall(r"\w+", said)) - _FORMAT_WORDS:
            kept.append(said)
    return "\n".join(dict.fromkeys(kept))


def _values(tag: re.Match[str]) -> str:
    """Keep of an XML tag what stands in quotes, unless it is the address of a vocabulary."""
    quoted = re.findall(r"=\s*[\"']([^\"']*)[\"']", tag.group())
    return " ".join(["", *(value for value in quoted if "://" not in value), ""])
