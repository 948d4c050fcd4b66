"""When and where a figure was counted, as far as its sentence or the story tells."""

import re
from bisect import bisect_left
from functools import lru_cache

from amanat.core import Document, Scene, Span
from amanat.registers.jurisdictions import Jurisdictions

_YEAR = r"(?:19|20|۱۹|۲۰)\d\d"
_YEARS = re.compile(
    rf"(?<![\d,./-])(?P<first>{_YEAR})(?:\s*(?:[-–/]|to|and|through|سے|اور)\s*(?:[A-Z][a-z]+\s+)?(?P<last>{_YEAR}|\d\d)(?!\d|,\d))?"
    r"(?!\d|,\d|-?year)"
)
_NATIONAL = re.compile(
    r"\b(?:across the country|countrywide|nationwide|in the country|national(?:ly)?)\b|ملک بھر", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"\b(?:last|this|past|previous|current|since|during|within|in)\s+(?:the\s+)?(?:\w+\s+){0,3}?"
    r"(?:year|month|week|day|quarter|decade|january|february|march|april|may|june|july|august|september|october|november|december)s?\b"
    r"|\bthe same (?:period|time|years?)\b"
    r"|\bsince\b|\bso far\b|\b(?:yester|to)day\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bfirst half\b"
    r"|(?:رواں|گزشتہ|گذشتہ|پچھلے|اس)\s+(?:سال|برس|ماہ|مہینے|ہفتے|سہ ماہی)|(?:رواں|گزشتہ|گذشتہ|پچھلے)\s+\w+|امسال"
    r"|سے اب تک|کے دوران",
    re.IGNORECASE,
)


def period_of(words: str) -> str:
    """Return `2024` or `2018/2020` for the first year or pair of years in some words, empty when there is none."""
    match = _YEARS.search(words)
    if match is None:
        return ""
    first = str(int(match["first"]))
    if not match["last"]:
        return first
    last = str(int(match["last"])) if len(match["last"]) > 2 else first[:2] + f"{int(match['last']):02}"  # noqa: PLR2004
    return f"{first}/{last}" if first < last else first


def names_a_period(words: str) -> bool:
    """Tell whether some words say when: a year, `last month`, `since January`, a weekday."""
    return bool(_YEARS.search(words) or _SPOKEN.search(words))


class Places:
    """Which jurisdiction a stretch of the story speaks of."""

    def __init__(self, document: Document, scene: Scene, jurisdictions: Jurisdictions) -> None:
        self._found = sorted(
            [(place.span, place.jurisdiction) for place in scene.places] + _named(document.text, jurisdictions),
            key=lambda pair: pair[0],
        )
        self._country = jurisdictions.chain(scene.jurisdictions[0])[-1] if scene.jurisdictions else ""
        self._default = scene.jurisdictions[0] if scene.jurisdictions else ""

    def of(self, figure: Span, sentence: Span, words: str) -> str:
        """Return the jurisdiction named nearest in the sentence, else the story's; empty when it names none.

        Args:
            figure: where the figure stands.
            sentence: the sentence around it.
            words: the words of that sentence.
        """
        if _NATIONAL.search(words) and self._country:
            return self._country
        first, last = (
            bisect_left(self._found, edge, key=lambda f: f[0].start) for edge in (sentence.start, sentence.end)
        )
        inside = [
            (abs(span.start - figure.start), id_) for span, id_ in self._found[first:last] if sentence.covers(span)
        ]
        if inside:
            return min(inside)[1]
        if self._default:
            return self._default
        return self._found[0][1] if self._found else ""


def _named(text: str, jurisdictions: Jurisdictions) -> list[tuple[Span, str]]:
    pairs = tuple(sorted((name, j.id) for j in jurisdictions for name in (*j.names, *j.adjectives) if len(name) > 1))
    pattern, ids = _pattern(pairs)
    return [(Span(*match.span()), ids[match.group()]) for match in pattern.finditer(text)]


@lru_cache(maxsize=4)
def _pattern(pairs: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    ids = dict(pairs)
    longest_first = sorted(ids, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), ids
