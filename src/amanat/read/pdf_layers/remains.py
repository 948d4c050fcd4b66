"""What a PDF still holds though nobody shows it: earlier revisions, objects left behind, words between the objects."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from amanat.read.pdf_layers.content import loose_text
from amanat.read.pdf_layers.streams import Budget, inflated
from amanat.read.pdf_layers.strings import clean, readable, text_string

MOST_REVISIONS = 24
"""Earlier revisions that are opened as files of their own; what older ones left behind is swept up from the bytes."""
_END = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF[ \t]*[\r\n]*")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s+(\d{1,5})\s+obj\b")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_COMMENT = re.compile(rb"(?:^|[\r\n])%(?!PDF-|%EOF)([^\r\n]{3,2000})")
_FIRST_HEAD = 64  # a revision is at least this long


def revisions(data: bytes) -> tuple[int, ...]:
    """Return where each earlier revision of a file ends, newest first (ISO 32000-2, 7.5.6).

    A linearised file has a first end that is none: its `startxref` is 0 there.
    """
    ends = [(m.end(), int(m.group(1))) for m in _END.finditer(data)]
    earlier = [end for end, table in ends if table and _FIRST_HEAD < end < len(data.rstrip())]
    return tuple(reversed(earlier))[:MOST_REVISIONS]


def left_behind(data: bytes, live: Collection[tuple[int, int]], budget: Budget) -> Iterator[str]:
    """Return the words of objects in the bytes of a file that its tables do not lead to, or no longer lead to.

    Args:
        data: the whole file.
        live: number and generation of the objects that the tables lead to.
        budget: what may still be unpacked.
    """
    found = [(m.end(), (int(m.group(1)), int(m.group(2)))) for m in _OBJECT.finditer(data)]
    times = Counter(objgen for _, objgen in found)
    for n, (start, objgen) in enumerate(found):
        if objgen in live and times[objgen] == 1:
            continue
        stop = found[n + 1][0] if n + 1 < len(found) else len(data)
        body = data[start:stop]
        opened = _STREAM.search(body)
        head = body[: opened.start()] if opened else body.partition(b"endobj")[0]
        yield loose_text(head)
        if opened:
            yield _swept(head, body[opened.end() :].rpartition(b"endstream")[0], budget)


def _swept(head: bytes, packed: bytes, budget: Budget) -> str:
    if b"/FlateDecode" in head or b"/Fl " in head:
        packed = inflated(packed, budget)
    if any(mark in head for mark in (b"/Image", b"/Length1", b"/XRef", b"begincmap")):
        return ""
    return loose_text(packed) if b"Tj" in packed or b"TJ" in packed else readable(packed)


def between(data: bytes) -> Iterator[str]:
    """Return words that stand before the file starts, behind its end, and in comments between its objects."""
    head = data.find(b"%PDF-", 0, 2048)
    if head > 0:
        yield readable(data[:head])
    end = data.rfind(b"%%EOF")
    if end >= 0:
        yield readable(data[end + 5 :])
    for comment in _COMMENT.finditer(_without_streams(data)):
        said = text_string(comment.group(1))
        binary = min(comment.group(1)) > 0x7F  # noqa: PLR2004 - the second line of every file says so with four bytes
        if not binary and sum(map(str.isalpha, said)) > len(said) / 2:
            yield clean(said)


def _without_streams(data: bytes) -> bytes:
    out, at = bytearray(), 0
    for found in _STREAM.finditer(data):
        if found.start() < at:
            continue
        end = data.find(b"endstream", found.end())
        out += data[at : found.start()] + b"\n"
        at = end if end >= 0 else len(data)
    return bytes(out + data[at:])
