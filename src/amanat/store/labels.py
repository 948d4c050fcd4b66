"""The label vault: the same person keeps the same label through a series of stories, and no name is stored.

A person is known here only by a keyed hash of the normalised name, made with a key of that series: the hash can
neither be turned round nor compared with another series.
"""

import unicodedata
from dataclasses import dataclass

import regex

from amanat.store.engine import number
from amanat.store.vault import Vault

_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_MARKS = regex.compile(r"\p{M}+")
_URDU = str.maketrans({**dict.fromkeys("يى", "ی"), "ك": "ک", **dict.fromkeys("ةهھ", "ہ"), **dict.fromkeys("أإآٱ", "ا")})
"""One letter has several codes, after the keyboard it was typed on."""


@dataclass(frozen=True, slots=True)
class LabelVault:
    """Labels of one series."""

    vault: Vault
    series: str

    def person_key(self, name: str) -> str:
        """Return the sealed key of a person: the same for a name however it is spaced, marked or capitalised."""
        return self.vault.keys.index("label", f"{self.series}\0{normalised(name)}")

    def number(self, person_key: str, word: str) -> int:
        """Return the stable number of a person among those labelled with this word (`girl`): drawn once, kept for good.

        Args:
            person_key: as `person_key` makes it.
            word: the word of the label.
        """
        with self.vault.task() as task:
            task.alone(f"labels {self.series}")
            known = task.run(
                "SELECT number FROM labels WHERE series = ? AND person = ? AND word = ?",
                (self.series, person_key, word),
            )
            if known:
                return number(known[0][0])
            last = task.run("SELECT max(number) FROM labels WHERE series = ? AND word = ?", (self.series, word))
            drawn = number(last[0][0]) + 1
            task.run(
                "INSERT INTO labels (series, person, word, number) VALUES (?, ?, ?, ?)",
                (self.series, person_key, word, drawn),
            )
            return drawn


def normalised(name: str) -> str:
    """Return a name without case, marks, spacing and the several codes of one Urdu letter."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", name)).translate(_URDU)
    return _NOT_LETTERS.sub(" ", bare).strip().casefold()
