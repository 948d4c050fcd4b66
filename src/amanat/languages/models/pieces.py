"""Cut text into the pieces a net knows: WordPiece for Latin script, Unigram for Urdu script.

Both cut word by word and remember the words they have cut: in a story most words come back.
"""

import math
import unicodedata
from typing import Protocol

import regex

from amanat.languages.models import Model, Script

Cut = tuple[tuple[int, int, int], ...]
"""Pieces of one word: number, first code point, code point after the last, counted from the word's start."""

_REMEMBERED = 50_000  # words; a few megabytes
_LONGEST = 100  # code points of one word; longer ones are no words
_BASIC = regex.compile(r"[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+")
_BLANK = regex.compile(r"\S+")


class Pieces(Protocol):
    """Something that cuts text into pieces."""

    def cut(self, text: str, start: int, end: int) -> tuple[list[int], list[int]]:
        """Cut a stretch of text.

        Returns:
            The pieces' numbers, and the code point (in the whole text) each one begins at.
        """
        ...


def pieces_of(model: Model) -> Pieces:
    """The cutter that belongs to a net."""
    return Wordpiece(model) if model.card.script is Script.LATIN else Unigram(model)


class Wordpiece:
    """Greedy longest match on lower-case letters without accents, as BERT's uncased vocabularies are made."""

    def __init__(self, model: Model) -> None:
        self._number = {piece: n for n, piece in enumerate(model.vocabulary)}
        self._unknown = model.card.unknown
        self._known: dict[str, Cut] = {}

    def cut(self, text: str, start: int, end: int) -> tuple[list[int], list[int]]:
        """Cut a stretch of text."""
        numbers: list[int] = []
        starts: list[int] = []
        known = self._known
        for hit in _BASIC.finditer(text, start, end):
            word, at = hit.group(), hit.start()
            for number, first, _ in known.get(word) or self._learn(word):
                numbers.append(number)
                starts.append(at + first)
        return numbers, starts

    def _learn(self, word: str) -> Cut:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known[word] = cut = self._match(word)
        return cut

    def _match(self, word: str) -> Cut:
        letters: list[tuple[str, int]] = []
        for place, sign in enumerate(word):
            if unicodedata.category(sign)[0] != "C":
                folded = unicodedata.normalize("NFD", sign.lower())
                letters += [(c, place) for c in folded if unicodedata.category(c) != "Mn"]
        plain = "".join(c for c, _ in letters)
        if not plain:
            return ()
        if len(plain) > _LONGEST:
            return ((self._unknown, 0, len(word)),)
        found, at = [], 0
        while at < len(plain):
            end = next((e for e in range(len(plain), at, -1) if ("##" if at else "") + plain[at:e] in self._number), 0)
            if not end:
                return ((self._unknown, 0, len(word)),)
            number = self._number[("##" if at else "") + plain[at:end]]
            found.append((number, letters[at][1], letters[end - 1][1] + 1))
            at = end
        return tuple(found)


class Unigram:
    """The likeliest way to cut a word, each piece having a log probability (Kudo 2018)."""

    def __init__(self, model: Model) -> None:
        self._number: dict[str, tuple[int, float]] = {}
        for number, line in enumerate(model.vocabulary):
            piece, _, score = line.rpartition("\t")
            self._number[piece] = (number, float(score))
        self._unknown = model.card.unknown
        self._none = min(score for _, score in self._number.values()) - 10.0
        self._longest = max(map(len, self._number))
        self._known: dict[str, Cut] = {}

    def cut(self, text: str, start: int, end: int) -> tuple[list[int], list[int]]:
        """Cut a stretch of text."""
        numbers: list[int] = []
        starts: list[int] = []
        known = self._known
        for hit in _BLANK.finditer(text, start, end):
            word, at = hit.group(), hit.start()
            for number, first, _ in known.get(word) or self._learn(word):
                numbers.append(number)
                starts.append(at + first)
        return numbers, starts

    def _learn(self, word: str) -> Cut:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        parts = [word[n : n + _LONGEST] for n in range(0, len(word), _LONGEST)]
        cut: list[tuple[int, int, int]] = []
        for n, part in enumerate(parts):
            cut += [(number, a + n * _LONGEST, b + n * _LONGEST) for number, a, b in self._best(part)]
        self._known[word] = tuple(cut)
        return self._known[word]

    def _best(self, word: str) -> Cut:
        plain = unicodedata.normalize("NFKC", word)
        places = list(range(len(plain) + 1))
        if len(plain) != len(word):
            signs = [(c, place) for place, sign in enumerate(word) for c in unicodedata.normalize("NFKC", sign)]
            plain, places = "".join(c for c, _ in signs), [*(place for _, place in signs), len(word)]
        whole = "▁" + plain.replace(" ", "")
        best = [0.0, *([-math.inf] * len(whole))]
        came: list[tuple[int, int]] = [(0, self._unknown)] * (len(whole) + 1)
        for end in range(1, len(whole) + 1):
            for start in range(max(0, end - self._longest), end):
                number, score = self._number.get(whole[start:end], (-1, 0.0))
                if number < 0:
                    if end - start > 1:
                        continue
                    number, score = self._unknown, self._none
                if best[start] + score > best[end]:
                    best[end], came[end] = best[start] + score, (start, number)
        found: list[tuple[int, int, int]] = []
        end = len(whole)
        while end:
            start, number = came[end]
            # The mark of a word's beginning alone belongs to the blank before the word, not to the word.
            first = -1 if end == 1 else places[max(0, start - 1)]
            found.append((number, first, places[end - 1]))
            end = start
        return tuple(reversed(found))
