"""The words of a page and the lines they stand on: values, without PDFium."""

import re
from dataclasses import dataclass
from statistics import median

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_TURNED_CARD = re.compile(r"(?<![\d-])(\d)-(\d{7})-(\d{5})(?![\d-])")
_TURNED_PHONE = re.compile(r"(?<![\d-])(\d{7,8})-(0\d{2,3})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters between blanks, and where it stands, in points from the top left of the page as it is shown."""

    text: str
    left: float
    right: float
    base: float
    """How far down the line is that its letters stand on; unlike their box it does not depend on which they are."""
    size: float
    seen: bool
    """Whether there is any ink where it stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, in reading order."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, a blank between."""
        return turned_back(" ".join(word.text for word in self.words))

    @property
    def base(self) -> float:
        """The height on which most words stand, in points from the top."""
        return median(word.base for word in self.words)

    @property
    def backwards(self) -> bool:
        """Whether it is written from right to left: most of its words are."""
        return sum(bool(_ARABIC.search(word.text)) for word in self.words) * 2 > len(self.words)

    @property
    def start(self) -> float:
        """Where its first word begins, in points from the edge of the page it is written from; comparable only."""
        return -max(w.right for w in self.words) if self.backwards else min(w.left for w in self.words)

    @property
    def size(self) -> float:
        """Size of most letters in points."""
        return median(word.size for word in self.words)


def turned_back(line: str) -> str:
    """Undo what right-to-left lines do to numbers in groups and to brackets, where there is no doubt."""
    if not _ARABIC.search(line):
        return line
    line = _TURNED_CARD.sub(r"\3-\2-\1", line)
    line = _TURNED_PHONE.sub(r"\2-\1", line)
    first = next((c for c in line if c in "[]"), "")
    return line.translate(str.maketrans("[]()", "][)(")) if first == "]" else line
