"""Ask the nets. One session each, one thread unless told otherwise, windows of like length together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from amanat.languages.models import Model, Script, model
from amanat.languages.models.session import Floats, Session
from amanat.languages.models.windows import Segment, Window, segments, shape, stops, windows, words

WINDOW = 128
OVERLAP = 32
_FLOOR = 0.05  # what is less likely than this is not handed on


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch the net holds for something."""

    start: int
    end: int
    label: str
    """PERSON, LOC, ORG, DATETIME, CODE, DEM, QUANTITY or MISC (the types of the Text Anonymization Benchmark)."""
    probability: float
    """That it is something of any type at all: the mean of its words."""
    chance: float
    """That it is of type `label`: the mean of its words."""
    mask: float | None
    """That a court would mask it: the highest of its words. None for Urdu script, where nothing taught the net this."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word and what the net says about it."""

    start: int
    end: int
    label: str
    """Likeliest type other than none."""
    begins: bool
    """A new thing begins here, even right behind another of the same type."""
    probability: float
    """That it belongs to something of any type."""
    chance: float
    """That it is of type `label`."""
    mask: float | None


class Reader(Session):
    """A net that tags."""

    def __init__(self, net: Model, threads: int) -> None:
        super().__init__(net, threads)
        kinds = list(dict.fromkeys(label[2:] for label in self.card.labels if label != "O"))
        self.kinds = tuple(kinds)
        self._begin = np.array([self.card.labels.index(f"B-{kind}") for kind in kinds])
        self._inside = np.array([self.card.labels.index(f"I-{kind}") for kind in kinds])

    def judge(self, spans: Sequence[tuple[int, int]], starts: Sequence[int], chances: Floats) -> list[Word]:
        """Bring pieces' probabilities to words: types by the mean of a word's pieces, the mask by the highest."""
        if not spans or not len(starts):
            return []
        at = np.asarray(starts)
        first = np.searchsorted(at, [a for a, _ in spans])
        last = np.searchsorted(at, [b for _, b in spans])
        held = np.flatnonzero(last > first)
        if not len(held):
            return []
        cuts = np.stack([first[held], last[held]], 1).reshape(-1)
        if cuts[-1] == len(at):
            cuts = cuts[:-1]
        size = (last - first)[held]
        mean = np.add.reduceat(chances, cuts, axis=0)[::2] / size[:, None]
        both = mean[:, self._begin] + mean[:, self._inside]
        best = both.argmax(1)
        some = both.sum(1)
        ahead = chances[first[held]]
        begins = ahead[np.arange(len(held)), self._begin[best]] > ahead[np.arange(len(held)), self._inside[best]]
        masks = np.maximum.reduceat(chances[:, len(self.card.labels) + 1], cuts)[::2]
        likely = (some >= _FLOOR) | (masks >= _FLOOR) if self.card.decides else some >= _FLOOR
        return [
            Word(
                spans[held[n]][0],
                spans[held[n]][1],
                self.kinds[best[n]],
                bool(begins[n]),
                float(some[n]),
                float(both[n, best[n]]),
                float(masks[n]) if self.card.decides else None,
            )
            for n in np.flatnonzero(likely)
        ]


class Tagger:
    """Marks texts. Holds the nets it has needed so far; ask one instance for everything."""

    def __init__(self, threads: int = 1, window: int = WINDOW, overlap: int = OVERLAP) -> None:
        """Nothing is loaded yet.

        Args:
            threads: threads of onnxruntime; one is best where many stories go through in turn.
            window: pieces a net sees at once, at most what it was built for.
            overlap: pieces two windows share; there the nearer to a window's middle counts more.
        """
        self._threads, self._window, self._overlap = threads, window, overlap
        self._readers: dict[Script, Reader] = {}

    def words(self, texts: Sequence[str]) -> list[list[Word]]:
        """Every word of each text that may be something, in order.

        Raises:
            ModelError: M001, M002 when the package's nets are missing or damaged.
        """
        found: list[list[Word]] = [[] for _ in texts]
        parts = [(n, part) for n, text in enumerate(texts) for part in segments(text)]
        for script in Script:
            mine = [
                (n, part)
                for n, part in parts
                if part.script is script and not texts[n][part.start : part.end].isspace()
            ]
            if mine:
                for (n, _), judged in zip(mine, self._read(script, texts, mine), strict=True):
                    found[n] += judged
        return [sorted(each, key=lambda word: word.start) for each in found]

    def tag(self, texts: Sequence[str], threshold: float = 0.5) -> list[list[Tag]]:
        """Mark every stretch whose words are something with at least this probability.

        Args:
            texts: any number; they share batches.
            threshold: 0 to 1.

        Raises:
            ModelError: M001, M002 when the package's nets are missing or damaged.
        """
        return [join(text, found, threshold) for text, found in zip(texts, self.words(texts), strict=True)]

    def _reader(self, script: Script) -> Reader:
        if script not in self._readers:
            self._readers[script] = Reader(model(script), self._threads)
        return self._readers[script]

    def _read(self, script: Script, texts: Sequence[str], parts: Sequence[tuple[int, Segment]]) -> list[list[Word]]:
        reader = self._reader(script)
        size = min(self._window, reader.card.positions) - 2
        cut: list[tuple[list[int], list[int], list[int], list[tuple[int, int]]]] = []
        queue: list[Window] = []
        for place, (n, part) in enumerate(parts):
            numbers, starts = reader.pieces.cut(texts[n], part.start, part.end)
            spans = words(texts[n], part.start, part.end)
            cut.append((numbers, starts, _shapes(texts[n], spans, starts), spans))
            queue += windows(place, len(numbers), size, self._overlap, stops(texts[n], starts))
        judged = reader.over([(numbers, shapes) for numbers, _, shapes, _ in cut], queue, self._overlap)
        return [
            reader.judge(spans, starts, chances) for (_, starts, _, spans), chances in zip(cut, judged, strict=True)
        ]


def join(text: str, found: Iterable[Word], threshold: float) -> list[Tag]:
    """Join words of one type that stand side by side into tags."""
    groups: list[list[Word]] = []
    for word in found:
        if word.probability < threshold:
            continue
        last = groups[-1][-1] if groups else None
        near = (
            last is not None
            and text[last.end : word.start].strip(" .'’-‑,/@") == ""
            and "\n" not in text[last.end : word.start]
        )
        if last is not None and near and not word.begins and word.label == last.label:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [
        Tag(
            group[0].start,
            group[-1].end,
            group[0].label,
            sum(word.probability for word in group) / len(group),
            sum(word.chance for word in group) / len(group),
            None if group[0].mask is None else max(word.mask or 0.0 for word in group),
        )
        for group in groups
    ]


def _shapes(text: str, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[int]:
    found, n = [], 0
    for start in starts:
        while n < len(spans) and spans[n][1] <= start:
            n += 1
        inside = n < len(spans) and spans[n][0] <= start
        found.append(shape(text[spans[n][0] : spans[n][1]]) if inside else 5)
    return found


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """The one tagger of this process, on one thread."""
    return Tagger()
