"""What has a format: a pattern, and where the format has one a check that random digits fail.

The detectors in `people.traces` hold the formats; here stands what they share: digits of three scripts, digits as a
scanner misreads them, and the arithmetic of the checks.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from amanat.core import Identifier, Span, Trace, TraceKind

D = "[0-9۰-۹٠-٩]"
"""A digit: Latin, Urdu (Extended Arabic-Indic) or Arabic-Indic."""
READ = "[0-9۰-۹٠-٩OoIl|]"
"""A digit as a scanner may have read it: O for 0, I or l for 1."""
DASH = "[-\u2010-\u2015\u2212\u00ad]"
"""A hyphen or a dash, the soft hyphen too."""
GAP = rf"(?:{DASH}[ \u00a0]?\n?|[ \u00a0./]|\n)?"
"""What stands between groups of digits: nothing, a blank, a dash, a line that ends."""

_NOISE = str.maketrans("OoIl|", "00111")
_LETTERS_TOLERATED = 3


def always(_: str) -> bool:
    """Accept everything that has the pattern."""
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    kind: TraceKind
    score: float
    """How sure it is that what has the format is an identifier."""
    pattern: re.Pattern[str]
    """Its first group, or all of it when it has none, is the trace."""
    sound: Callable[[str], bool] = always
    """What the words must pass besides."""
    direct: bool = True
    whole: bool = False
    """The trace reaches to the end of the match, whatever the group holds."""

    def find(self, text: str) -> Iterator[Trace]:
        """Find it in a text."""
        for match in self.pattern.finditer(text):
            start, end = match.span(1 if match.re.groups and match.group(1) else 0)
            if self.sound(text[start:end]):
                risk = Identifier.DIRECT if self.direct else Identifier.QUASI
                yield Trace(Span(start, match.end() if self.whole else end), self.kind, risk, self.score)


def found(formats: Iterable[Format], text: str) -> Iterator[Trace]:
    """Ask one format after the other; their answers may overlap."""
    for each in formats:
        yield from each.find(text)


def digits(words: str) -> str:
    """The digits of some words in Latin script, misread letters put right."""
    return "".join(str(unicodedata.digit(sign)) for sign in words.translate(_NOISE) if sign.isdigit())


def mostly_digits(words: str) -> bool:
    """Tell whether a scanner's letters are the exception: at most three of them."""
    return sum(sign.isalpha() or sign == "|" for sign in words) <= _LETTERS_TOLERATED


def luhn(words: str) -> bool:
    """Tell whether the digits pass the check of payment cards (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, sign in enumerate(reversed(digits(words))):
        value = int(sign) * (1 + place % 2)
        total += value - 9 * (value > 9)  # noqa: PLR2004 - the digits of a number up to 18 are added
    return total % 10 == 0


def mod97(words: str) -> bool:
    """Tell whether an account number passes the check of ISO 13616 (IBAN): the remainder by 97 is one."""
    bare = "".join(sign for sign in words.upper() if sign.isalnum())
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1
