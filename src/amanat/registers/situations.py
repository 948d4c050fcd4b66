"""What may have happened to people, told from words, and what they then need."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.packs import Packs, Record
from amanat.registers.records import record_at, records, texts_at
from amanat.registers.toponyms import folded

_WORD = re.compile(r"[^\W_][\w\u064B-\u065F\u0670]*")
_STEM = 3  # letters by which words with a star are filed


@dataclass(frozen=True, slots=True)
class Situation:
    """One thing that may have happened."""

    id: str
    name: str
    """As it reads in a sentence: `a child is missing`."""
    needs: tuple[str, ...]
    """Ids of needs, most pressing first."""
    groups: tuple[str, ...]
    """Whom it happens to, as ids of groups."""


@dataclass(frozen=True, slots=True)
class Situations:
    """All situations, and the table of their words."""

    all: tuple[Situation, ...]
    table: dict[str, tuple[tuple[tuple[str, ...], Situation], ...]]
    """First word, or its first three letters and a star, to the phrases that begin so."""

    @classmethod
    def over(cls, packs: Packs) -> "Situations":
        """Read them from the packs."""
        every: list[Situation] = []
        table: dict[str, list[tuple[tuple[str, ...], Situation]]] = {}
        for file in packs.of_kind("situations"):
            for row in records(file.content, "situations"):
                situation = Situation(str(row["id"]), str(row["name"]), texts_at(row, "needs"), texts_at(row, "groups"))
                every.append(situation)
                for keys in _phrases(row):
                    first = keys[0][:_STEM] + "*" if keys[0].endswith("*") else keys[0]
                    table.setdefault(first, []).append((keys, situation))
        return cls(tuple(every), {first: tuple(many) for first, many in table.items()})

    def told_by(self, text: str) -> tuple[tuple[Situation, int], ...]:
        """Find the situations whose words a text uses, with how often, the most told first."""
        words = [folded(match[0]) for match in _WORD.finditer(text)]
        counts: dict[Situation, int] = {}
        for at, word in enumerate(words):
            told = {
                situation
                for first in (word, word[:_STEM] + "*")
                for keys, situation in self.table.get(first, ())
                if _says(words, at, keys)
            }
            for situation in told:
                counts[situation] = counts.get(situation, 0) + 1
        order = {situation.id: n for n, situation in enumerate(self.all)}
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], order[pair[0].id])))


def _says(words: Sequence[str], at: int, keys: tuple[str, ...]) -> bool:
    if at + len(keys) > len(words):
        return False
    return all(
        words[at + n].startswith(key[:-1]) if key.endswith("*") else words[at + n] == key for n, key in enumerate(keys)
    )


def _phrases(row: Record) -> Iterator[tuple[str, ...]]:
    by_language = record_at(row, "words")
    for language in by_language:
        for phrase in texts_at(by_language, language):
            yield tuple(folded(word) for word in re.findall(r"[^\W_][\w\u064B-\u065F\u0670]*\*?", phrase))
