"""Keep every number, code and foreign word in its own direction.

In right-to-left text a browser turns the groups of `35202-1234567-1` round; whoever reads it approves another number.
"""

import re
from dataclasses import dataclass

from amanat.core import Direction, Span

_D = "[0-9۰-۹٠-٩]"
_NUMBER = (
    rf"(?:\+|\(?[0۰٠]){_D}+\)?(?:[ -]{{1,3}}{_D}+)+"  # a telephone written in groups
    rf"|\+?{_D}+(?:[-–—/.:,٫٬×]{_D}+)*[%٪]?"  # a count, a date, a card number
)
_LATIN = (
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}"  # e-mail
    r"|[A-Za-z0-9]{0,32}[A-Za-z][A-Za-z0-9]*(?:(?: |[-–/.:&@'’+_#]{1,2} ?)[A-Za-z0-9]+)*"  # words and codes
)
_IN_RTL = re.compile(f"{_LATIN}|{_NUMBER}")
_IN_LTR = re.compile(_NUMBER)
_RTL_LETTERS = "\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RTL_RUN = re.compile(f"[{_RTL_LETTERS}\u200c\u200d]+(?: +[{_RTL_LETTERS}\u200c\u200d]+)*")
_HAS_RTL = re.compile(f"[{_RTL_LETTERS}]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_ARABIC_DIGIT = re.compile("[٠-٩]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that is written in its own direction."""

    span: Span
    direction: Direction
    number: bool = False
    """Digits and signs only; such a run is not broken at the end of a line."""
    forced: bool = False
    """Arabic-Indic digits turn round even when set apart; only an override keeps their groups in order."""

    @property
    def opens(self) -> str:
        """The HTML that opens it."""
        kind = ' class="digits"' if self.number else ""
        return f'<bdi dir="{self.direction}"{kind}>' + ('<bdo dir="ltr">' if self.forced else "")

    @property
    def closes(self) -> str:
        """The HTML that closes it."""
        return ("</bdo>" if self.forced else "") + "</bdi>"


def runs(text: str, direction: Direction) -> list[Run]:
    """Find what must be set apart in a block written in one direction; in order, not overlapping."""
    if direction is Direction.LTR and not _HAS_RTL.search(text):
        return []
    pattern = _IN_RTL if direction is Direction.RTL else _IN_LTR
    found = [
        Run(
            Span(*match.span()),
            Direction.LTR,
            number=not _LATIN_LETTER.search(match.group()),
            forced=bool(_ARABIC_DIGIT.search(match.group())),
        )
        for match in pattern.finditer(text)
    ]
    if direction is Direction.LTR:
        found += [Run(Span(*match.span()), Direction.RTL) for match in _RTL_RUN.finditer(text)]
    return sorted(found, key=lambda run: run.span)
