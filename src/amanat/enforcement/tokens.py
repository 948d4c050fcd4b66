"""Words and marks of a sentence with their places."""

import re
from dataclasses import dataclass

from amanat.core import Span

_TOKEN = re.compile(
    r"\d+(?:[,٬]\d+)*(?:[.٫]\d+)?"  # 1,234  2.5  ۱۲۳
    r"|[^\W\d_]+(?:[\u064B-\u0652\u0670]+[^\W\d_]*)*(?:[’'‘\-‑](?:[^\W\d_]+|\d+))*"  # Azra’s, eighteen-year-old
    r"|[^\s]"
)
MONTH_OF_MAY = "may (month)"
"""`May` inside a sentence is the month, and no sign that something may happen."""
_LETTERS = str.maketrans("يىكۀة’‘‑", "ییکہہ''-")  # one for one, so that no place moves


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark."""

    text: str
    low: str
    """Lower case, with one form for each Urdu letter and apostrophe."""
    start: int
    """Place in the whole text."""
    end: int

    @property
    def is_number(self) -> bool:
        """Written in digits of any script."""
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Made of letters."""
        return self.text[0].isalpha()

    @property
    def is_title(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()


def tokens_of(text: str, span: Span) -> tuple[Token, ...]:
    """Cut a stretch of text into tokens."""
    return tuple(
        Token(word := m.group(), word.lower().translate(_LETTERS), m.start(), m.end())
        if m.group() != "May" or not _is_a_month(text, span, m.start())
        else Token("May", MONTH_OF_MAY, m.start(), m.end())
        for m in _TOKEN.finditer(text, span.start, span.end)
    )


def _is_a_month(text: str, span: Span, at: int) -> bool:
    return at > span.start and text[at - 1].isspace()
