"""How each language says what a person is to the story: one module of cue tables per language.

A module has `build(lexicon)`, which returns `Cues`. Within a group the first cue that matches counts; groups add up.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from amanat.languages.lexicon import Lexicon, lexicon

Resolve = Callable[[re.Match[str], Lexicon], str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern beside a mention, and what it says about the person."""

    pattern: re.Pattern[str]
    role: "str | Resolve"
    """The role it speaks for, or how to read the role from the match (an empty answer is no cue)."""
    points: float


Group = tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue tables of one language."""

    left: tuple[Group, ...]
    """Matched against the text before a mention, up to it."""
    right: tuple[Group, ...]
    """Matched against the text after a mention."""
    age_before: re.Pattern[str]
    """An age right before the name, the words in group 1."""
    age_after: re.Pattern[str]
    """An age right after the name, the number in any group."""
    kin: tuple[re.Pattern[str], ...]
    """Kinship beside the name: group 1 whose, group 2 which kin."""


@lru_cache(maxsize=8)
def cues(tag: str) -> Cues:
    """Return the cue tables of a language; one without tables has none."""
    name = f"{__name__}.{'en' if tag.endswith('-Latn') else tag.lower().replace('-', '_')}"
    if find_spec(name) is None:
        nothing = re.compile(r"(?!)()()")
        return Cues((), (), nothing, nothing, ())
    built: Cues = import_module(name).build(lexicon(tag))
    return built
