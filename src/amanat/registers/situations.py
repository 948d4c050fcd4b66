"""What may have happened to people, told from words, and what they then need."""

from dataclasses import dataclass

from amanat.packs import Packs
from amanat.registers.phrasebook import Phrasebook, words_of
from amanat.registers.records import record_at, records, texts_at


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
    """All situations, and the words that tell of them."""

    all: tuple[Situation, ...]
    book: Phrasebook[Situation]

    @classmethod
    def over(cls, packs: Packs) -> "Situations":
        """Read them from the packs."""
        every: list[Situation] = []
        phrases: list[tuple[str, Situation]] = []
        for file in packs.of_kind("situations"):
            for row in records(file.content, "situations"):
                situation = Situation(str(row["id"]), str(row["name"]), texts_at(row, "needs"), texts_at(row, "groups"))
                every.append(situation)
                by_language = record_at(row, "words")
                phrases += [(phrase, situation) for tag in by_language for phrase in texts_at(by_language, tag)]
        return cls(tuple(every), Phrasebook.of(phrases))

    def told_by(self, text: str) -> tuple[tuple[Situation, int], ...]:
        """Find the situations whose words a text uses, with how often, the most told first."""
        told = {(said.first, said.means) for said in self.book.find(words_of(text))}
        counts: dict[Situation, int] = {}
        for _, situation in told:
            counts[situation] = counts.get(situation, 0) + 1
        order = {situation.id: n for n, situation in enumerate(self.all)}
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], order[pair[0].id])))
