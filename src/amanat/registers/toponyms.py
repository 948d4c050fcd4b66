"""Finding names of places in running text: one pass over the words, one look in a table for each.

The table goes from the first word of a name to the names that begin so, longest first. That is built in some
milliseconds and asked in well under one for a story, where one large pattern over 2,500 names took longer for both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_][\w\u064B-\u065F\u0670]*")
_GAP = re.compile(r"[ \t\u00a0\u200c.'’\-–,()]{0,3}\n?")
_FOLD = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ۂ": "ہ", "ة": "ہ", "ۀ": "ہ", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و"}
    | {chr(mark): "" for mark in (*range(0x064B, 0x0660), 0x0670, 0x0640)}
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """One way a place is written."""

    text: str
    """As written, main form."""
    areas: tuple[str, ...]
    """Ids it may mean; more than one when the name is shared."""
    people: bool = False
    """True for `Pakistani`: speaks of the people or the state, not of a place."""
    cue: bool = False
    """Counts only beside a word that points at a place."""
    exact: bool = False
    """Counts only in exactly these letters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: code points of the text, end not included."""

    start: int
    end: int
    name: Toponym


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    key: str
    capital: bool
    caps: bool
    """Stands in a line without small letters, where a capital says nothing."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names, by first word."""

    table: dict[str, tuple[tuple[tuple[str, ...], Toponym], ...]]

    @classmethod
    def of(cls, names: Iterable[Toponym]) -> "Gazetteer":
        """Build the table."""
        table: dict[str, list[tuple[tuple[str, ...], Toponym]]] = {}
        for name in names:
            keys = tuple(folded(word) for word in _WORD.findall(name.text))
            if keys:
                table.setdefault(keys[0], []).append((keys, name))
        return cls({first: tuple(sorted(many, key=lambda m: -len(m[0]))) for first, many in table.items()})

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the names of a text in order; where two begin together the longer wins, and none overlap."""
        words = _words(text)
        said = tuple(word.key for word in words)
        at = 0
        while at < len(words):
            taken = 0
            for keys, name in self.table.get(said[at], ()):
                if said[at : at + len(keys)] == keys and self._fits(text, words, at, at + len(keys) - 1, name):
                    yield Hit(words[at].start, words[at + len(keys) - 1].end, name)
                    taken = len(keys)
                    break
            at += taken or 1

    @staticmethod
    def _fits(text: str, words: Sequence[_Word], at: int, last: int, name: Toponym) -> bool:
        for n in range(at, last):
            gap = text[words[n].end : words[n + 1].start]
            if not _GAP.fullmatch(gap) or ("," in gap and "," not in name.text):
                return False
        if not (words[at].capital and words[last].capital):
            return False
        if name.exact and text[words[at].start : words[last].end] != name.text:
            return False
        return not name.cue or _pointed_at(text, words, at, last)


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Fold case and the letters that Urdu typists mix up."""
    return word.lower() if word.isascii() else word.translate(_FOLD).lower()


def _set(words: str) -> frozenset[str]:
    return frozenset(folded(word) for word in words.split())


_BEFORE = _set(
    "in from near at to into around outside towards toward via tehsil taluka district city town village across reach "
    "reached reaching leaving left entered visit visited ضلع تحصیل شہر گاؤں علاقہ علاقے صوبہ صوبے ملک نزدیک"
)
_AFTER = _set(
    "district tehsil taluka city town area areas division valley village agency subdivision region police bazaar "
    "border port airport jail province شہر ضلع پولیس تحصیل ڈویژن بازار"
)
_AFTER_OF_URDU = _set("علاقے علاقہ نواحی گاؤں رہائشی شہر نواح ضلع باشندے باشندوں")
_OF = _set("resident residents city town village area district people hills outskirts tehsil")
_TITLES = _set(
    "mr mrs ms miss dr justice judge inspector si asi dsp ssp sho col colonel capt captain major gen general advocate "
    "barrister prof professor senator malik sardar syed haji mir sheikh chaudhry rana"
)


def _words(text: str) -> list[_Word]:
    """Cut a text into words; in a text without any capital letter, small letters are taken for capitals."""
    bare = text == text.lower()
    shouted = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0] == m[0].upper()]
    out: list[_Word] = []
    line = 0
    for match in _WORD.finditer(text):
        start = match.start()
        while line < len(shouted) and shouted[line][1] <= start:
            line += 1
        caps = line < len(shouted) and shouted[line][0] <= start
        word = match[0]
        capital = bare or not ("a" <= word[0] <= "z" or (not word[0].isascii() and word[0].islower()))
        out.append(_Word(start, match.end(), folded(word), capital, caps or bare))
    return out


def _pointed_at(text: str, words: Sequence[_Word], at: int, last: int) -> bool:
    """Tell whether the words around a doubtful name say that it is a place."""
    before = words[at - 1] if at and _near(text, words[at - 1].end, words[at].start) else None
    after = words[last + 1] if last + 1 < len(words) and _near(text, words[last].end, words[last + 1].start) else None
    if before and (before.key in _TITLES or (_proper(before) and before.key not in _BEFORE)):
        return False
    if after and after.key in _AFTER:
        return True
    if not words[at].key.isascii():
        further = words[last + 2].key if after and last + 2 < len(words) else ""
        of_it = after is not None and after.key in {"کے", "کی", "کا"} and further in _AFTER_OF_URDU
        return of_it or (before is not None and before.key in _BEFORE)
    # `in Tank` speaks of a place; `in Tank Sikandar's house` and `Dir Khan` of a person
    named_so = after is not None and after.capital and not after.caps
    return not named_so and _led_to(text, words, at, before)


def _proper(word: _Word) -> bool:
    """A capital before a doubtful name joins it to a longer one: `Krishan Nagar` is not Nagar."""
    return word.capital and not word.caps and word.key.isascii()


def _led_to(text: str, words: Sequence[_Word], at: int, before: _Word | None) -> bool:
    two_before = words[at - 2].key if at > 1 else ""
    if before is None:
        listed = at > 0 and text[words[at - 1].end : words[at].start] == ", "
        return listed and words[at - 1].capital and not words[at - 1].caps and two_before in _BEFORE
    return before.key in _BEFORE or (before.key == "of" and two_before in _OF)


def _near(text: str, end: int, start: int) -> bool:
    return not text[end:start].strip(" \t\u00a0-")
