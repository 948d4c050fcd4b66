"""Words in a picture, by Tesseract where it is installed. It runs as a program of its own on bare grey pixels.

Tesseract (Apache-2.0) is no part of the package: `apt install tesseract-ocr tesseract-ocr-urd`, or the like. It is
handed nothing but pixels we wrote ourselves, so that no unknown file reaches its decoders.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

WANTED = ("eng", "urd")
"""Languages asked for, as Tesseract calls them."""
_SECONDS = 120  # one page; a full page at 200 dots an inch takes 1 to 4
_WORD = 30.0  # per cent: what Tesseract is less sure of is mostly texture
TRUSTED = 80.0
"""Mean sureness from which on a page counts as read. Measured: Naskh and Latin print 88 to 96, Nastaliq 49 to 62."""
_FIELDS = 12  # columns of its table


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as one byte of grey for each pixel, row by row from the top."""

    width: int
    height: int
    grey: bytes


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A word seen in a picture, with its box in pixels from the top left."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    """Which block, paragraph and line it stands in."""
    sure: float
    """0 to 100."""


class Unread(Exception):  # noqa: N818 - it says what became of the picture, not whose fault it was
    """The picture could not be read: no Tesseract, no language, or it broke down."""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return which of the wanted languages can be read here; empty without Tesseract."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=20)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    known = told.stdout.decode("utf-8", "replace").split()
    return tuple(name for name in WANTED if name in known)


def glimpses(pixels: Pixels, *, scattered: bool = False) -> tuple[Glimpse, ...]:
    """Return the words seen in a picture, in reading order.

    Args:
        pixels: the picture.
        scattered: words may stand anywhere (a photograph, a card) instead of in columns.

    Raises:
        Unread: Tesseract is not there or could not read it.
    """
    known = languages()
    seen = _asked(pixels, "+".join(known), scattered=scattered)
    if "urd" in known and len(known) > 1 and _mostly_arabic(seen):  # two scripts at once confuse it over Urdu
        seen = max(seen, _asked(pixels, "urd", scattered=scattered), key=sureness)
    return seen


def _asked(pixels: Pixels, tongue: str, *, scattered: bool) -> tuple[Glimpse, ...]:
    program = shutil.which("tesseract")
    if not tongue or program is None:
        raise Unread
    head = f"P5 {pixels.width} {pixels.height} 255\n".encode()
    line = [program, "stdin", "stdout", "-l", tongue, "--psm", "11" if scattered else "3", "--dpi", "200", "tsv"]
    room = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH") if name in os.environ}
    try:
        told = subprocess.run(  # noqa: S603 - a program of the system, pixels of ours
            line,
            input=head + pixels.grey,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**room, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.TimeoutExpired):
        raise Unread from None
    if told.returncode != 0:
        raise Unread
    return tuple(_rows(told.stdout.decode("utf-8", "replace")))


def _mostly_arabic(words: tuple[Glimpse, ...]) -> bool:
    letters = "".join(word.text for word in words)
    return sum("\u0600" <= c <= "\u06ff" for c in letters) > len(letters) / 4


def _rows(table: str) -> Iterator[Glimpse]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < _FIELDS or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        sure = float(cells[10])
        if sure >= _WORD:
            place = (int(cells[2]), int(cells[3]), int(cells[4]))
            yield Glimpse(cells[11].strip(), left, top, left + width, top + height, place, sure)


def sureness(words: tuple[Glimpse, ...]) -> float:
    """Return how sure Tesseract is of a page, 0 to 100; each word counts by its length."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def paragraphs(words: tuple[Glimpse, ...]) -> tuple[str, ...]:
    """Return words as the paragraphs they stand in."""
    out: dict[tuple[int, int], list[str]] = {}
    for word in words:
        out.setdefault(word.line[:2], []).append(word.text)
    return tuple(" ".join(said) for said in out.values())
