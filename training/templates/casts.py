"""Invented scenes with the part each person plays, and the details that give a protected one away.

A scene is a paragraph of `roles_*.txt`, scenes parted by a line `%`. `{V1f}` is a person (letter: role, number: which one, f
or m: gender; `.first`, `.last`, `.full`: form of the name), `<AGE:14-year-old>` a detail of a protected person,
`[a|b]` a choice, `{village}` a slot of `story.py`.
"""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from sources import Example

from templates import lists, places
from templates.names import Called, Names, call
from templates.story import CHOICE, SLOTS, Story

ROLES = {
    "V": "victim", "M": "minor_victim", "F": "victim_family", "W": "witness", "A": "accused", "C": "convicted", "O": "official",
    "P": "police", "J": "judge", "L": "lawyer", "N": "ngo", "E": "expert", "R": "journalist", "T": "politician",
    "U": "other_public", "X": "other_private",
}  # fmt: skip
PIECE = re.compile(r"\{([A-Z])(\d?)([fm]?)(?:\.(first|last|full))?\}|\{([a-z_0-9]+)\}|<([A-Z_]+):|>")
HERE = Path(__file__).parent


def scenes() -> list[str]:
    """All scenes, in the order of the files."""
    texts = [p.read_text(encoding="utf8") for p in sorted(HERE.glob("roles_*.txt"))]
    return [scene.strip() for text in texts for scene in re.split(r"^%$", text, flags=re.MULTILINE) if scene.strip()]


@dataclass
class Scene(Story):
    """A scene being written."""

    roles: list[tuple[int, int, str, int]] = field(default_factory=list)
    details: list[tuple[int, int, str]] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)
    western: float = 0.3
    before: int = 0
    """How many people the scenes before this one had."""

    def play(self, line: str) -> None:
        """Append one scene."""
        while hit := CHOICE.search(line):
            line = line[: hit.start()] + self.rng.choice(hit[1].split("|")) + line[hit.end() :]
        end = 0
        for hit in PIECE.finditer(line):
            self.text += line[end : hit.start()]
            end = hit.end()
            if hit[1]:
                self.call(hit[1], hit[1] + hit[2], hit[3] or None, hit[4])
            elif hit[5]:
                SLOTS[hit[5]](self)
            elif hit[6]:
                self.opened.append((len(self.text), hit[6]))
            elif self.opened:
                start, kind = self.opened.pop()
                self.details.append((start, len(self.text), kind))
        self.text += line[end:]

    def call(self, role: str, who: str, gender: str | None, form: str | None) -> None:
        """Append a name: full at first, shorter later."""
        if who not in self.cast:
            self.cast[who] = self.draw(gender)
        person = self.cast[who]
        if form is None:
            first = who not in self.met
            odds = (0.86, 0.1, 0.04) if first else (0.25, 0.4, 0.35) if role in "VMFW" else (0.2, 0.15, 0.65)
            form = self.rng.choices(("full", "first", "last"), odds)[0]
        self.met.add(who)
        words = getattr(person, form)
        if form == "last" and (words in lists.HONOURS_BEHIND["m"] or words in lists.HONOURS_BEHIND["f"]):
            words = person.first
        start = len(self.text)
        self.add(words, "PERSON")
        self.roles.append((start, len(self.text), role, self.before + list(self.cast).index(who)))

    def draw(self, gender: str | None) -> Called:
        """A person: of South Asia mostly, now and then with a name from elsewhere."""
        gender = gender or self.rng.choice("mmf")
        if self.rng.random() < self.western:
            first, last = self.rng.choice(lists.FAR_FIRST[gender]), self.rng.choice(lists.FAR_LAST)
            return Called(f"{first} {last}", first, last, gender)
        return call(self.names, self.rng, gender)


def write(names: Names, towns: places.Places, rng: random.Random, stock: list[str], first: str) -> Example:
    """One text of one to three scenes beginning with `first`; other scenes are other people."""
    made = Scene(rng, names, towns, western=rng.choice((0.1, 0.1, 0.3, 0.8)))
    for number in range(rng.choice((1, 1, 1, 2, 3))):
        made.before += len(made.cast)
        made.cast, made.met = {}, set()
        made.play(rng.choice(stock) if number else first)
        made.text += "\n\n" if rng.random() < 0.7 else "\n"
    return Example(
        made.text.rstrip(), tuple(made.spans), "roles", frozenset({"PERSON"}), roles=tuple(made.roles), details=tuple(made.details)
    )  # fmt: skip
