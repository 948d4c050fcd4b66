"""Lines and columns of a text, as other tools count them."""

from bisect import bisect_right
from dataclasses import dataclass

from amanat.core import Document


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of one text begin; a line ends at a line feed and nowhere else, as editors count them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> "Lines":
        """Look at a document."""
        starts = [0]
        at = document.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = document.text.find("\n", at + 1)
        return cls(document.text, tuple(starts))

    def line(self, place: int) -> int:
        """Return the line a code point stands in, counted from 0."""
        return bisect_right(self.starts, place) - 1

    def code_points(self, place: int) -> int:
        """Return how many code points of its line stand before a place."""
        return place - self.starts[self.line(place)]

    def utf8(self, place: int) -> int:
        """Return how many bytes of its line stand before a place, in UTF-8."""
        return len(self._before(place).encode("utf-8", "surrogatepass"))

    def utf16(self, place: int) -> int:
        """Return how many code units of its line stand before a place, in UTF-16: what editors count."""
        return len(self._before(place).encode("utf-16-le", "surrogatepass")) // 2

    def place(self, line: int, utf16: int) -> int:
        """Return the code point at a line (from 0) and a UTF-16 column, the nearest one where there is none."""
        if line >= len(self.starts):
            return len(self.text)
        end = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        units = self.text[self.starts[line] : end].encode("utf-16-le", "surrogatepass")[: 2 * max(0, utf16)]
        return self.starts[line] + len(units.decode("utf-16-le", "ignore"))

    def _before(self, place: int) -> str:
        return self.text[self.starts[self.line(place)] : place]
