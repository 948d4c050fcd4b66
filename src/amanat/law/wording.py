"""A sentence as a list of words, each with the sorts it belongs to: what points of laws are held against."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amanat.core import Span
from amanat.registers.law_words import LawWords, Meaning, Means
from amanat.registers.phrasebook import Said

_TOKEN = re.compile(r"[^\W_]+|[,;:()–—“”\"]")
_BREAKS = frozenset(';:()–—“”"')
_STOPS = _BREAKS | {"but", "while", "whereas", "yet", "because", "although", "though"}
_REASON = frozenset({"since", "as", "so", "hence", "for"})
"""Behind a comma these begin a clause of its own."""
_MARKS = _STOPS | _REASON | {",", "and"}
"""What may end a clause or begin one."""
_TURNS = frozenset({"not", "allows", "forbids", "punishes", "requires", "spares", "idle", "only"})
_VERBS = frozenset("is are was were has have may must can cannot shall will does do stands stand".split())
_PERHAPS = frozenset({"may", "can", "could"})
_RELATIVES = frozenset({"who", "which", "whose"})
_SUBJECT = 3
"""Words behind `and` among which the verb of a clause of its own stands."""


class Phrases(Mapping[str, list[Said[Meaning]]]):
    """Phrases of a sentence by sort, in order of place; a sort is put together when it is asked for."""

    __slots__ = ("_found", "_hits", "sorts")

    def __init__(self, hits: list[Said[Means]], words: list[str]) -> None:
        """Sort the phrases found; a turn that is part of a longer one is left out: the `not` of `may not`.

        Whoever `may be fined` is punished all the same.
        """
        self._hits = hits
        self._found: dict[str, list[Said[Meaning]]] = {}
        self.sorts = frozenset[str]().union(*(hit.means.sorts for hit in hits))
        turns = _TURNS & self.sorts
        longer = [p for turn in turns for p in self[turn] if p.end - p.first > 1]
        for turn in turns if longer else ():
            over = [o for o in longer if turn != "punishes" or words[o.first] not in _PERHAPS]
            self._found[turn] = [p for p in self[turn] if not any(_holds(o, p) for o in over)]
        self.sorts -= {turn for turn in turns if not self[turn]}

    def __getitem__(self, sort: str) -> list[Said[Meaning]]:
        if sort not in self._found:
            if sort not in self.sorts:
                raise KeyError(sort)
            self._found[sort] = [
                Said(hit.first, hit.end, hit.means.meanings[sort]) for hit in self._hits if sort in hit.means.sorts
            ]
        return self._found[sort]

    def __contains__(self, sort: object) -> bool:
        return sort in self.sorts

    def __iter__(self) -> Iterator[str]:
        return iter(self.sorts)

    def __len__(self) -> int:
        return len(self.sorts)


def _holds(one: Said[Meaning], other: Said[Meaning]) -> bool:
    """Tell whether a phrase lies in a longer one."""
    return one.first <= other.first and other.end <= one.end and one.end - one.first > other.end - other.first


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one sentence. Words are counted from 0, ends are not included."""

    low: str = field(repr=False)
    """The whole text in small letters."""
    sentence: Span
    words: list[str]
    said: Phrases = field(repr=False)
    """Phrases by sort, in order of place."""
    breaks: list[int]
    """Words before which a clause ends for certain: `;`, a quotation mark, `but`."""
    stops: list[int]
    """These and the commas."""

    @classmethod
    def of(cls, low: str, span: Span, known: LawWords, titles: Sequence[Span] = ()) -> "Wording":
        """Read a sentence of a text in small letters; the words of titles of laws in it say nothing of their own."""
        words = _TOKEN.findall(low, span.start, span.end)
        titled = _within(titles, low, span)
        said = Phrases([p for p in known.said(words) if not titled or titled.isdisjoint(range(p.first, p.end))], words)
        stops: list[int] = []
        breaks: list[int] = []
        for n in [n for n, word in enumerate(words) if word in _MARKS]:
            word = words[n]
            if word == "," and not _relative(words, n, stops):
                stops.append(n)
            elif word == "," or word in _STOPS or _turns(words, n, breaks):
                stops.append(n)
                breaks.append(n)
        return cls(low, span, words, said, breaks, stops)

    def meant(self, sort: str) -> list[Said[Meaning]]:
        """Return the phrases of a sort that are meant, not set apart: `unlike children`."""
        return [p for p in self.said.get(sort, ()) if self.words[p.first - 1 : p.first] != ["unlike"]]

    def clause(self, first: int, end: int) -> tuple[int, int]:
        """Widen a run of words to the commas or breaks around it."""
        left, right = bisect_right(self.stops, first) - 1, bisect_left(self.stops, end)
        return (
            self.stops[left] + 1 if left >= 0 else 0,
            self.stops[right] if right < len(self.stops) else len(self.words),
        )

    def within(self, sort: str, first: int, end: int) -> list[Said[Meaning]]:
        """Return the phrases of a sort that stand wholly in a run of words."""
        return [phrase for phrase in self.said.get(sort, ()) if first <= phrase.first and phrase.end <= end]

    def span(self, first: int, end: int) -> Span:
        """Return where a run of words stands in the whole text."""
        places = [m.span() for m in _TOKEN.finditer(self.low, self.sentence.start, self.sentence.end)]
        return Span(places[first][0], places[end - 1][1])


def _turns(words: list[str], at: int, breaks: list[int]) -> bool:
    """Tell whether a clause begins at a word that does not always begin one."""
    if words[at] in _REASON:
        return words[at - 1 : at] == [","]
    return words[at] == "and" and _begins(words, at, breaks)


def _within(titles: Sequence[Span], low: str, sentence: Span) -> set[int]:
    """Return the words that stand in titles."""
    if not titles:
        return set()
    within: set[int] = set()
    for title in titles:
        first = len(_TOKEN.findall(low, sentence.start, title.start))
        within |= {*range(first, first + len(_TOKEN.findall(low, title.start, title.end)))}
    return within


def _relative(words: list[str], comma: int, stops: list[int]) -> bool:
    """Tell whether a clause of its own runs from a comma to the end: `…, who go free`, not `it is A, not B, who …`."""
    behind = words[comma + 1 :]
    cleft = words[stops[-1] + 1 if stops else 0 :][:1] == ["not"]
    return not _RELATIVES.isdisjoint(behind[:1]) and "," not in behind and not cleft


def _begins(words: list[str], at: int, breaks: list[int]) -> bool:
    """Tell whether a clause with a verb of its own begins at `and`, after one that has its verb already."""
    return not (
        _VERBS.isdisjoint(words[at + 1 : at + 1 + _SUBJECT])
        or _VERBS.isdisjoint(words[breaks[-1] if breaks else 0 : at])
    )
