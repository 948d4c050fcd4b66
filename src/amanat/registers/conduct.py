"""Offences by what stories call the conduct, where they name neither law nor section: `trafficking of children`.

A phrase of the register is met where a text holds every word of it, in any order and form: `sells a girl for
prostitution` meets `selling girl prostitution`. The jurisdiction nearest to the story decides, and in it the phrases
with most words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from amanat.registers.law_values import Provision

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("a an and as at by for from in into of on or the to with".split())
_FORMS = {
    "bought": "buy",
    "sold": "sell",
    "sale": "sell",
    "people": "person",
    "women": "woman",
    "men": "man",
    "children": "child",
    "wed": "marriage",
    "wedding": "marriage",
}
_ENDING = re.compile(r"(?:ings?|ed|es|ers?|ors?|s|e)$")
_TRADE = r"(?:traffick|smuggl)\w*"
_GOODS = re.compile(
    r"\b(?:drugs?|narcotics?|heroin|cocaine|arms|weapons?|guns?|firearms|wildlife|fuel|cigarettes?|gold|cattle|currency)"
    rf"[- ](?:and [a-z]+ )?{_TRADE}"
    rf"|\b{_TRADE} (?:in |of )?(?:drugs|narcotics|heroin|arms|weapons|guns|gold|fuel|goods)\b",
    re.IGNORECASE,
)
_STEM = 5
"""Letters that tell two words of an offence apart: `marry` and `marriage` are one, `selling` and `slavery` are not."""
_SHORT = 3
_START = 2


@dataclass(frozen=True, slots=True)
class Conducts:
    """Every title and phrase of every offence, by jurisdiction."""

    by_place: dict[str, tuple[tuple[frozenset[str], Provision], ...]] = field(repr=False)
    starts: frozenset[str] = field(repr=False)
    """First letters of every word of every phrase: other words of a text need no closer look."""

    @classmethod
    def of(cls, offences: Iterable[tuple[str, Provision]]) -> "Conducts":
        """Build it from pairs of jurisdiction and provision."""
        table: dict[str, list[tuple[frozenset[str], Provision]]] = {}
        for place, provision in offences:
            table.setdefault(place, []).extend(
                (_key(phrase), provision) for phrase in (provision.title, *provision.conduct)
            )
        starts = frozenset(word[:_START] for rows in table.values() for phrase, _ in rows for word in phrase)
        return cls({place: tuple(rows) for place, rows in table.items()}, starts)

    def meant(self, words: str, places: tuple[str, ...]) -> tuple[Provision, ...]:
        """Return the offences that some words speak of, in the first of the places that has one."""
        said = stems(words, self.starts) - (_OF_PEOPLE if trades_in_goods(words) else frozenset())
        for place in places:
            met = [(len(phrase), provision) for phrase, provision in self.by_place.get(place, ()) if phrase <= said]
            if met:
                most = max(size for size, _ in met)
                return tuple({p.id: p for size, p in met if size == most}.values())
        return ()


def trades_in_goods(words: str) -> bool:
    """Tell whether words speak of trafficking or smuggling in goods: `drug trafficking`, `arms smugglers`."""
    return bool(_GOODS.search(words))


def closest(words: str, offences: Iterable[Provision]) -> frozenset[str]:
    """Return the ids of those offences whose title or conduct the words hold in full, the longest only."""
    phrases = [(text, p.id) for p in offences for text in (p.title, *p.conduct)]
    said = stems(words, frozenset().union(*(_beginnings(text) for text, _ in phrases)))
    told = ((_telling(text), id_) for text, id_ in phrases)
    met = [(len(phrase), id_) for phrase, id_ in told if phrase and phrase <= said]
    return frozenset(id_ for size, id_ in met if size == max(size for size, _ in met))


@lru_cache(maxsize=4096)
def _telling(phrase: str) -> frozenset[str]:
    """The stems of a phrase of the register that tell one offence from another."""
    return stems_of(phrase) - ANYBODY


@lru_cache(maxsize=4096)
def _beginnings(phrase: str) -> frozenset[str]:
    """First letters of the telling words of a phrase of the register."""
    return frozenset(word[:_START] for word in _telling(phrase))


@lru_cache(maxsize=8192)
def stems_of(phrase: str) -> frozenset[str]:
    """Return the stems of a phrase of the register, kept for the next sentence; the words of a story are not kept."""
    return stems(phrase)


def stems(words: str, starts: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words that carry meaning, brought to one form each; of these only some beginnings, when given."""
    every = map(_form, _WORD.findall(words.lower()))
    return frozenset(stem for start, stem in every if stem and (not starts or start in starts))


@lru_cache(maxsize=1 << 14)
def _form(word: str) -> tuple[str, str]:
    """Return the first letters of a word and its stem; no stem for a word that carries no meaning."""
    if word in _SMALL:
        return "", ""
    form = _FORMS.get(word, word)
    return form[:_START].replace("y", "i"), _stem(form)


def _key(phrase: str) -> frozenset[str]:
    """The words a text must hold: `human` and `person` may be left out where two others remain."""
    every = stems(phrase)
    telling = every - ANYBODY
    return telling if len(telling) > 1 else every


def _stem(word: str) -> str:
    plain = word.replace("labor", "labour", 1) if word.startswith("labor") else word
    bare = _ENDING.sub("", plain) if len(plain) > _SHORT else plain
    return bare.replace("y", "i")[:_STEM].rstrip("e")


_OF_PEOPLE = stems("trafficking smuggling")
ANYBODY = stems("human person")
"""Words that tell trafficking from smuggling as little as from anything else."""
