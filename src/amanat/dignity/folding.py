"""A copy of a text in which one spelling stands for all, and the way back to the places of the original.

Patterns are written with straight quotation marks and single blanks; newspapers use curly ones and break lines.
Urdu writes yeh and kaf in two ways, with or without vowel signs and joiners. Findings always speak of the original:
a copy carries, for each of its letters, the place it came from.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amanat.core import Span

_STRAIGHT = {
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚ʼ`"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2009\t\n\r"), " "),
    **dict.fromkeys(map(ord, "‐‑"), "-"),
}
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
_DROPPED = re.compile(r"[\u064b-\u0652\u0670\u0640\u200b-\u200f\u2060\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
_URDU = str.maketrans("يىكۃةهأإٱؤ", "ییکہہہاااو")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Copy:
    """A folded copy of one stretch of a text."""

    text: str
    """What patterns are tried on."""
    start: int
    """Where the stretch begins in the original."""
    places: tuple[int, ...] | None
    """Place in the original of each letter, and the end; None when every letter kept its distance."""

    def span(self, start: int, end: int) -> Span:
        """Return the place in the original of a stretch of the copy."""
        if self.places is None:
            return Span(self.start + start, self.start + end)
        return Span(self.places[start], self.places[end - 1] + 1)


def latin(text: str, span: Span) -> Copy:
    """Fold a stretch in Latin script: straight marks, single blanks, no invisible hyphens."""
    raw = text[span.start : span.end].translate(_STRAIGHT)
    if "  " not in raw and (raw.isascii() or not _INVISIBLE.search(raw)):
        return Copy(raw, span.start, None)
    kept = [
        n for n, c in enumerate(raw) if c not in "\u00ad\u200b\u2060\ufeff" and not (c == " " and raw[n - 1 : n] == " ")
    ]
    return _copy(((n, raw[n]) for n in kept), span.start)


def urdu(text: str, span: Span) -> Copy:
    """Fold a stretch of Urdu: one yeh, one kaf, one heh, western digits, no vowel signs, no joiners."""
    return _arabic(text, span, _URDU)


def pashto(text: str, span: Span) -> Copy:
    """Fold a stretch of Pashto, whose yehs are letters of their own: only vowel signs and joiners go."""
    return _arabic(text, span, {})


def roman(text: str, span: Span) -> Copy:
    """Fold Roman Urdu, which everybody spells in their own way: no double letters, `ee` is `i`, `oo` is `u`."""
    raw = text[span.start : span.end].translate(_STRAIGHT).lower()
    pairs: list[tuple[int, str]] = []
    for number, letter in enumerate(raw):
        if number and letter == raw[number - 1] and (letter.isalpha() or letter == " "):
            if letter in "eo":
                pairs[-1] = (pairs[-1][0], {"e": "i", "o": "u"}[letter])
            continue
        pairs.append((number, letter))
    return _copy(pairs, span.start)


def key(words: str, fold: str) -> str:
    """Fold the words of a rule as its text will be folded (`ur`, `ps` or `roman`)."""
    folder = {"ur": urdu, "ps": pashto, "roman": roman}[fold]
    return folder(words, Span(0, len(words))).text


def _arabic(text: str, span: Span, letters: dict[int, int]) -> Copy:
    raw = text[span.start : span.end].translate(_STRAIGHT).translate(letters).translate(_DIGITS)
    kept = [(n, c) for n, c in enumerate(raw) if not _DROPPED.match(c) and not (c == " " and raw[n - 1 : n] == " ")]
    return _copy(kept, span.start)


def _copy(pairs: Iterable[tuple[int, str]], start: int) -> Copy:
    given = list(pairs)
    places = tuple(start + n for n, _ in given)
    return Copy("".join(c for _, c in given), start, places)
