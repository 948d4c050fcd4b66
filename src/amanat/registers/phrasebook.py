"""A table of words and phrases, each of which means something: one pass over a text, one look for each word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from amanat.registers.toponyms import folded

T = TypeVar("T")

_WORD = re.compile(r"[^\W_][\w\u064B-\u065F\u0670]*")
_WRITTEN = re.compile(r"[^\W_][\w\u064B-\u065F\u0670]*\*?")
_KEPT = 20_000
"""Words whose phrases are kept: a text of random words shall not fill the memory."""
_STEMS = (3, 2)  # letters by which words with a star are filed: three, or the two there are


class Said(NamedTuple, Generic[T]):
    """A phrase found: which words of the text it covers, counted from 0, end not included, and what it means."""

    first: int
    end: int
    means: T


@dataclass(frozen=True, slots=True)
class _Begun(Generic[T]):
    """Phrases that begin with one word."""

    alone: tuple[T, ...]
    """What it means by itself."""
    longer: dict[str, tuple[tuple[tuple[str, ...], T], ...]]
    """Further words and what they mean, by the next word; those whose next word has a star under no word."""
    starred: tuple[tuple[tuple[str, ...], T], ...]


_NONE: "_Begun[Any]" = _Begun((), {}, ())
"""No phrase begins with it."""


@dataclass(frozen=True, slots=True)
class Phrasebook(Generic[T]):
    """Phrases by their first word, or by the first three letters and a star where the first word has one."""

    table: dict[str, tuple[tuple[tuple[str, ...], T], ...]]
    _begun: "dict[str, _Begun[T]]" = field(default_factory=dict, compare=False, repr=False)
    """For words met before, the phrases that begin with them."""

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, T]]) -> "Phrasebook[T]":
        """Build the table from phrases and what they mean; a star at the end of a word stands for any ending."""
        table: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, means in phrases:
            keys = tuple(folded(word) for word in _WRITTEN.findall(phrase))
            if keys:
                first = keys[0][:-1][: _STEMS[0]] + "*" if keys[0].endswith("*") else keys[0]
                table.setdefault(first, []).append((keys, means))
        return cls({first: tuple(many) for first, many in table.items()})

    def find(self, words: list[str]) -> list[Said[T]]:
        """Return every phrase that stands in a list of folded words, in order of its first word."""
        begun, found = self._begun, []
        for at, word in enumerate(words):
            phrases = begun.get(word) or self._beginning(word)
            if phrases is _NONE:
                continue
            found += [Said(at, at + 1, means) for means in phrases.alone]
            if phrases.longer and at + 1 < len(words):
                for further, means in (*phrases.longer.get(words[at + 1], ()), *phrases.starred):
                    if _says(words, at + 1, further):
                        found.append(Said(at, at + 1 + len(further), means))
        return found

    def _beginning(self, word: str) -> "_Begun[T]":
        """Look up the phrases that begin with a word, and keep them: the words of a language come again."""
        if len(self._begun) >= _KEPT:
            self._begun.clear()
        stems = dict.fromkeys((word, *(word[:stem] + "*" for stem in _STEMS)))
        met = [row for first in stems for row in self.table.get(first, ()) if _says([word], 0, row[0][:1])]
        longer: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for keys, means in met:
            if len(keys) > 1:
                longer.setdefault(keys[1] if not keys[1].endswith("*") else "", []).append((keys[1:], means))
        starred = tuple(longer.get("", ()))
        self._begun[word] = (
            _NONE
            if not met
            else _Begun(
                tuple(means for keys, means in met if len(keys) == 1), {k: tuple(v) for k, v in longer.items()}, starred
            )
        )
        return self._begun[word]


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded for comparison."""
    if text.isascii():  # folding is one pass over the whole then, and cuts it nowhere else
        return _WORD.findall(text.lower())
    return [folded(word) for word in _WORD.findall(text)]


def _says(words: list[str], at: int, keys: tuple[str, ...]) -> bool:
    if at + len(keys) > len(words):
        return False
    return all(
        words[at + n].startswith(key[:-1]) if key.endswith("*") else words[at + n] == key for n, key in enumerate(keys)
    )
