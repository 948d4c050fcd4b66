"""Words in which people ask for help: needs, groups and languages, in English, Urdu and Roman Urdu."""

from dataclasses import dataclass
from difflib import get_close_matches

from amanat.packs import Packs
from amanat.registers.phrasebook import Phrasebook, words_of
from amanat.registers.records import record_at, texts_at

_LIKE = 0.84  # similarity (Ratcliff and Obershelp) from which a word counts as misspelt, not as another
_SHORTEST = 5  # letters; shorter words have too many neighbours


@dataclass(frozen=True, slots=True)
class Asking:
    """The words of a request and what each means: pairs of `need`, `group` or `language` and an id."""

    book: Phrasebook[tuple[str, str]]
    spellings: tuple[str, ...]
    """Single words that a misspelt one may have meant."""
    otherwise: dict[str, tuple[str, ...]]
    """Group to the needs meant when a request names its people and no need; the most telling group first."""
    besides: dict[str, tuple[str, ...]]
    """Need to needs that come after it."""

    @classmethod
    def over(cls, packs: Packs) -> "Asking":
        """Read them from the packs."""
        phrases: list[tuple[str, tuple[str, str]]] = []
        for file in packs.of_kind("need_words"):
            for key, sort in (("needs", "need"), ("groups", "group"), ("languages", "language")):
                entries = record_at(file.content, key)
                for id_ in entries:
                    by_tongue = record_at(entries, id_)
                    phrases += [(phrase, (sort, id_)) for tag in by_tongue for phrase in texts_at(by_tongue, tag)]
        files = [file.content for file in packs.of_kind("need_words")]
        otherwise = {
            id_: texts_at(many, id_) for file in files for many in [record_at(file, "otherwise")] for id_ in many
        }
        besides = {id_: texts_at(many, id_) for file in files for many in [record_at(file, "besides")] for id_ in many}
        single = {words[0] for phrase, _ in phrases if len(words := words_of(phrase)) == 1}
        spellings = tuple(sorted(word for word in single if len(word) >= _SHORTEST))
        return cls(Phrasebook.of(phrases), spellings, otherwise, besides)

    def meant(self, word: str) -> str:
        """Return the word of the list that a word was probably meant to be, empty when none is near."""
        near = get_close_matches(word, self.spellings, 1, _LIKE) if len(word) >= _SHORTEST else []
        return near[0] if near else ""
