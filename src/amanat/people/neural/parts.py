"""Which part each person plays in a story, and which details give the harmed away, by a net that never sees a name.

Each person is one marker wherever the person is named, so the answer cannot hang on how somebody is called, and all
mentions are seen as one. The net of each script learned from invented texts only (training/README.md); `people.roles`
puts what it says together with the cue words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from amanat.core import Document, Identifier, Role, Span, Trace, TraceKind
from amanat.languages.models import model
from amanat.languages.models.cutting import Cut, cut
from amanat.languages.models.session import Floats, Session
from amanat.languages.models.windows import stops, windows, words

_NETS = {"en": "roles", "ur": "roles_urdu"}
_WINDOW = 256
_OVERLAP = 64
_DETAIL = {"roles": 0.4, "roles_urdu": 0.6}  # a word this likely is a detail: Urdu had fewer stories to learn from
_LIKELIEST = 1e-6


@dataclass(frozen=True, slots=True)
class Parts:
    """What the net says about a story."""

    chances: tuple[Mapping[Role, float], ...]
    """For each person asked about: how likely each role is; empty where the net has nothing to say."""
    details: tuple[Trace, ...]
    """Stretches that give a protected person away."""


def parts(document: Document, people: Sequence[Sequence[Span]]) -> Parts:
    """Ask which part each person plays.

    Args:
        document: the story.
        people: where each person is named.

    Raises:
        ModelError: M001, M002 when the package's nets are missing or damaged.
    """
    if not people:
        return Parts((), ())
    net = _NETS.get(document.language, _NETS["en"])
    session = _session(net)
    first, count = session.card.markers
    named = ((span, n, first + n % count) for n, spans in enumerate(people) for span in spans)
    made = cut(document.text, named, session.pieces)
    if not made.numbers:
        return Parts(tuple({} for _ in people), ())
    size = min(_WINDOW, session.card.positions) - 2
    queue = windows(0, len(made.numbers), size, _OVERLAP, stops(document.text, made.starts))
    (seen,) = session.over([(made.numbers, made.shapes)], queue, _OVERLAP)
    roles = tuple(Role(name) for name in session.card.labels)
    return Parts(
        tuple(_judged(seen[places, : len(roles)], roles) for places in _places(made.owners, len(people))),
        tuple(_details(document.text, made, seen[:, len(roles) :], session.card.masks, _DETAIL[net])),
    )


@lru_cache(maxsize=2)
def _session(net: str) -> Session:
    return Session(model(net))


def _places(owners: list[int], people: int) -> list[list[int]]:
    """Return for each person the pieces that stand for them."""
    places: list[list[int]] = [[] for _ in range(people)]
    for n, owner in enumerate(owners):
        if owner >= 0:
            places[owner].append(n)
    return places


def _judged(mine: Floats, roles: tuple[Role, ...]) -> Mapping[Role, float]:
    """Mentions are witnesses that know of each other: two count as much as the square root of two."""
    if not len(mine):
        return {}
    told = np.log(np.maximum(mine, _LIKELIEST)).sum(0) / np.sqrt(len(mine))
    chances = np.exp(told - told.max())
    chances /= chances.sum()
    return {role: float(chance) for role, chance in zip(roles, chances, strict=True)}


def _details(text: str, made: Cut, seen: Floats, kinds: tuple[str, ...], least: float) -> Iterator[Trace]:
    """Neighbouring words of one kind are one detail; its score is the mean of its words."""
    at = np.asarray(made.starts)
    marked = {made.starts[n] for n, owner in enumerate(made.owners) if owner >= 0}
    open_: list[tuple[int, int, str, float]] = []
    spans = words(text, 0, len(text))
    edges = np.searchsorted(at, spans).tolist() if spans else []
    nothing = seen[:, 0].tolist()
    for (start, end), (first, last) in zip(spans, edges, strict=True):
        likely = last > first and min(nothing[first:last]) <= 1.0 - least  # else no mean of its pieces suffices
        chances = seen[first:last].mean(0) if likely else None
        kind = "" if chances is None or start in marked else kinds[int(chances[1:].argmax()) + 1]
        sure = 0.0 if chances is None else 1.0 - float(chances[0])
        goes_on = kind and sure >= least
        if open_ and not (goes_on and kind == open_[-1][2] and len(text[open_[-1][1] : start]) <= len(", ")):
            yield _trace(open_)
            open_ = []
        if goes_on:
            open_.append((start, end, kind, sure))
    if open_:
        yield _trace(open_)


def _trace(words_: list[tuple[int, int, str, float]]) -> Trace:
    score = sum(sure for *_, sure in words_) / len(words_)
    return Trace(Span(words_[0][0], words_[-1][1]), TraceKind(words_[0][2]), Identifier.QUASI, score)
