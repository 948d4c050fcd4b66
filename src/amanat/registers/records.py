"""Read the pieces that records of all kinds share: texts, sources, confidence."""

from collections.abc import Iterator
from datetime import date

from amanat.core import Confidence, Fact, Source
from amanat.packs import File, Record
from amanat.packs.value import Value
from amanat.registers.dates import day


def records(record: Record, key: str) -> Iterator[Record]:
    """Go through the mappings of a list, or of nothing when the key is absent."""
    value = record.get(key)
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict):
            yield item


def record_at(record: Record, key: str) -> Record:
    """Return the mapping under a key, empty when there is none."""
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def text_at(record: Record, key: str) -> str:
    """Return the text under a key, empty when there is none."""
    value = record.get(key)
    return "" if value is None else str(value)


def texts_at(record: Record, key: str) -> tuple[str, ...]:
    """Return the texts of the list under a key."""
    value = record.get(key)
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def whole(value: Value) -> int | None:
    """Return a whole number, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def confidence_of(record: Record) -> Confidence:
    """Return how well a record is known; one that does not say is uncertain."""
    return Confidence(str(record.get("confidence", Confidence.UNCERTAIN)))


def sources_of(file: File, record: Record) -> tuple[Source, ...]:
    """Return the sources a record names, background knowledge left out: it cannot be checked anywhere."""
    known = record_at(file.content, "sources")
    named = (record_at(known, key) for key in texts_at(record, "source"))
    return tuple(Source(text_at(s, "title"), text_at(s, "url")) for s in named if s.get("basis") != "background")


def checked_on(file: File) -> date:
    """Return the day a file's facts were last looked at."""
    return day(file.content.get("as_of"))


def fact(file: File, record: Record, id_: str, statement: str) -> Fact:
    """Make a fact of a record that carries `source` and `confidence`."""
    return Fact(id_, statement, confidence_of(record), sources_of(file, record), checked_on(file))
