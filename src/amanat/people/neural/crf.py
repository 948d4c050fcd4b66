"""A second reader of what a court would mask: a CRF over words and their neighbours (Lafferty et al. 2001).

Where the net reads meaning, this one knows words: it was taught by the same 92 cases, weighs forty kilobytes, and
errs elsewhere. `amanat identify` takes the mean of both (docs/decisions/0016). It reads Latin script only.
"""

import json
import lzma
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from amanat.languages.models import checked, said

Floats = NDArray[np.float64]
Place = tuple[int, int]

MASKS = ("B-M", "I-M")
_TOKEN = regex.compile(r"\w+|[^\w\s]")
_STOP = regex.compile(r"(?<=\w{3}[.!?”])\s+(?=[\p{Lu}“(])|\n+")
_UPPER, _LOWER, _DIGIT = regex.compile(r"\p{Lu}"), regex.compile(r"(?!X)\p{L}"), regex.compile(r"\d")
_RUN = regex.compile(r"(.)\1+")
_OFTEN = 4  # more of the same word in a story says no more
_REACH = 3  # words to each side
_NEAR = 2  # to which side shapes are looked at too


@dataclass(frozen=True, slots=True)
class Weights:
    """What training left: one row of scores for each clue, and one for each step from label to label."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    """Clue → its row."""
    clues: Floats
    steps: Floats

    def masked(self, sentence: Sequence[Sequence[str]]) -> Floats:
        """Probability that each word of a sentence belongs to something a court would mask (forward, backward)."""
        score = np.array([self.clues[[self.rows[c] for c in clues if c in self.rows]].sum(0) for clues in sentence])
        score = np.exp(score - score.max(1, keepdims=True))
        step = np.exp(self.steps)
        ahead, back = np.empty_like(score), np.empty_like(score)
        ahead[0], back[-1] = score[0] / score[0].sum(), 1.0
        for n in range(1, len(score)):
            row = (ahead[n - 1] @ step) * score[n]
            ahead[n] = row / row.sum()
        for n in range(len(score) - 2, -1, -1):
            row = step @ (score[n + 1] * back[n + 1])
            back[n] = row / row.sum()
        both = ahead * back
        wanted = [self.labels.index(label) for label in MASKS]
        chances: Floats = both[:, wanted].sum(1) / both.sum(1)
        return chances


def masked(text: str) -> Mapping[int, float]:
    """Chance that a court would mask each word of a text, by where the word begins.

    Raises:
        ModelError: M001, M002 when the package's file is missing or damaged.
    """
    known = weights()
    found: dict[int, float] = {}
    for places, clues in sentences(text):
        found |= zip((start for start, _ in places), known.masked(clues).tolist(), strict=True)
    return found


def sentences(text: str) -> Iterator[tuple[list[Place], list[list[str]]]]:
    """Cut a text into sentences of words, each word with its clues; training and reading share this."""
    stops = [hit.end() for hit in _STOP.finditer(text)]
    tokens = [hit.span() for hit in _TOKEN.finditer(text)]
    counted = Counter(text[a:b].lower() for a, b in tokens)
    edges = np.searchsorted([a for a, _ in tokens], [0, *stops, len(text) + 1])
    for first, last in pairwise(edges.tolist()):
        if places := tokens[first:last]:
            yield places, _clues(text, places, counted)


def _clues(text: str, places: Sequence[Place], counted: Counter[str]) -> list[list[str]]:
    words = [text[a:b] for a, b in places]
    low = [word.lower() for word in words]
    shapes = [shape(word) for word in words]
    found = []
    for n, word in enumerate(low):
        tenth, often = 10 * places[n][0] // (len(text) + 1), min(_OFTEN, counted[word])
        clues = ["any", f"w={word}", f"s={shapes[n]}", f"e={word[-3:]}", f"p={word[:3]}", f"t={tenth}", f"c={often}"]
        for far in (*range(-_REACH, 0), *range(1, _REACH + 1)):
            if 0 <= n + far < len(low):
                clues.append(f"{far}w={low[n + far]}")
                if abs(far) <= _NEAR:
                    clues.append(f"{far}s={shapes[n + far]}")
            elif abs(far) == 1:
                clues.append(f"{far}=edge")
        if n:
            clues.append(f"<={low[n - 1]}|{word}")
        if n + 1 < len(low):
            clues.append(f">={word}|{low[n + 1]}")
        found.append(clues)
    return found


@lru_cache(maxsize=20_000)
def shape(word: str) -> str:
    """The forms of a word's letters, runs told once: `Xx`, `X`, `d`, `xd`."""
    return _RUN.sub(r"\1", _DIGIT.sub("d", _LOWER.sub("x", _UPPER.sub("X", word))))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the weights the package carries."""
    card = said("court")
    told = json.loads(lzma.decompress(checked(card["weights"]["file"], card["weights"]["sha256"])))
    clues = np.zeros((len(told["clues"]), len(told["labels"])))
    for n, row in enumerate(told["clues"].values()):
        clues[n, row[::2]] = row[1::2]
    return Weights(
        tuple(told["labels"]),
        {clue: n for n, clue in enumerate(told["clues"])},
        clues,
        np.array(told["steps"], dtype=np.float64),
    )
