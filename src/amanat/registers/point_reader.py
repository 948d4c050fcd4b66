"""Turn what provisions, bans on naming and articles of treaties say, `points`, into values."""

from collections.abc import Iterable

from amanat.packs import File, Record
from amanat.packs.value import Value
from amanat.registers.law_values import Point
from amanat.registers.records import records, text_at, texts_at, whole

_CLOSE = 40  # words: a sentence
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_OF_SORTS = ("about", "unless", "not_even", "not_with")
_HOLDERS = ("provisions", "identity_bans", "says")
"""Where points stand in files of laws and treaties."""


def points_of(record: Record) -> tuple[Point, ...]:
    """Read the points of a provision, a ban or an article."""
    return tuple(_point(point) for point in records(record, "points"))


def _point(record: Record) -> Point:
    within = text_at(record, "within")
    return Point(
        tuple(sort_name(value) for value in _listed(record, "about")),
        _yes_or_no(record, "is"),
        _yes_or_no(record, "may"),
        _yes_or_no(record, "must"),
        whole(record.get("age")),
        days_of(*within.split()) if within else None,
        texts_at(record, "who"),
        _sorts(record, "unless"),
        _sorts(record, "not_even"),
        _sorts(record, "not_with"),
        whole(record.get("close")) or _CLOSE,
        record.get("alone") is True,
        record.get("of_section") is True,
    )


def _sorts(record: Record, key: str) -> frozenset[str]:
    return frozenset(sort_name(value) for value in _listed(record, key))


def sort_name(value: Value) -> str:
    """Return the name of a sort of words; one made of words on the spot is called by these."""
    if isinstance(value, dict):
        return f"{sort_name(value.get('says'))} / {sort_name(value.get('denies'))}"
    return "|".join(str(word) for word in value) if isinstance(value, list) else str(value)


def days_of(count: str, unit: str) -> float:
    """Return a time in days, months taken for thirty."""
    return int(count) * _DAYS[unit.rstrip("s")]


def own_sorts(files: Iterable[File]) -> tuple[tuple[str, Value], ...]:
    """Return the sorts of words that points make on the spot, by name."""
    made = {
        sort_name(value): value
        for file in files
        for key in _HOLDERS
        for record in records(file.content, key)
        for point in records(record, "points")
        for sorts in _OF_SORTS
        for value in _listed(point, sorts)
        if not isinstance(value, str)
    }
    return tuple(made.items())


def _listed(record: Record, key: str) -> list[Value]:
    value = record.get(key)
    return value if isinstance(value, list) else []


def _yes_or_no(record: Record, key: str) -> bool | None:
    value = record.get(key)
    return value if isinstance(value, bool) else None
