"""Nested records as the flat tables of the HSDS data package, and back: nothing is lost on the way.

Each object becomes a row of its own table; it remembers what it stood in by the id fields HSDS has for that
(`service_id`, `link_id` and `link_entity` for attributes, `resource_id` and `resource_type` for metadata).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from amanat.store.hsds.model import Entity, Field, Json, Part, Record, entities

TOP = ("organization", "service", "location", "service_at_location", "taxonomy", "taxonomy_term")
"""Objects that are published on their own; all others live inside one of them."""
_EXTRA_LINKS = {"attribute": ("link_id", "link_entity"), "metadata": ("resource_id", "resource_type")}


def rows(name: str, record: Record) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the table rows of one record and of everything inside it, as pairs of object and row.

    Args:
        name: which object the record is.
        record: a valid record; its parts may stand inside it.
    """
    entity = entities()[name]
    yield name, {f.name: _text(record[f.name]) for f in entity.fields if f.name in record}
    for part in entity.parts:
        inside = record.get(part.name)
        for one in inside if isinstance(inside, list) else [inside] if inside is not None else []:
            if isinstance(one, dict):
                yield from rows(part.object, _linked(entity, part, record, one))


def _linked(entity: Entity, part: Part, outer: Record, inner: Record) -> Record:
    """Give an inner record the id of what it stands in, where it has a field for that."""
    if not part.many:
        return inner
    linked = dict(inner)
    if part.object in _EXTRA_LINKS:
        id_field, kind_field = _EXTRA_LINKS[part.object]
        linked.setdefault(id_field, outer["id"])
        linked.setdefault(kind_field, entity.name)
        return linked
    key = f"{entity.name}_id"
    if any(f.name == key for f in entities()[part.object].fields):
        linked.setdefault(key, outer["id"])
    return linked


def _unlinked(outer: str, part: Part, inner: Record) -> Record:
    """Take away what only said where it stands: it stands there now."""
    told = _EXTRA_LINKS.get(part.object, (f"{outer}_id",))
    return {key: value for key, value in inner.items() if key not in told}


@dataclass(slots=True)
class Tables:
    """Rows of all tables, by object and by what they stand in."""

    by_id: dict[str, dict[str, Record]] = field(default_factory=dict)
    """Object to id to record."""
    inside: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    """Inner object, outer object and outer id to the ids of what stands inside."""

    def add(self, name: str, row: Mapping[str, str]) -> None:
        """Take one row in.

        Raises:
            ValueError: a number that is none; the message names the field only.
        """
        entity = entities()[name]
        record: Record = {f.name: _value(f, row[f.name]) for f in entity.fields if row.get(f.name)}
        id_ = str(record.get("id", ""))
        self.by_id.setdefault(name, {})[id_] = record
        for outer, outer_id in _outers(name, record):
            self.inside.setdefault((name, outer, outer_id), []).append(id_)

    def whole(self, name: str, id_: str, seen: frozenset[tuple[str, str]] = frozenset()) -> Record:
        """Return a record with everything that stands inside it; objects published on their own stay outside."""
        record = dict(self.by_id[name][id_])
        here = seen | {(name, id_)}
        for part in entities()[name].parts:
            if not part.many or part.object in TOP:
                continue
            ids = self.inside.get((part.object, name, id_), ())
            inner = [
                _unlinked(name, part, self.whole(part.object, one, here))
                for one in ids
                if (part.object, one) not in here
            ]
            if inner:
                record[part.name] = [*inner]
        return record

    def all(self, name: str) -> Iterator[Record]:
        """Yield every whole record of an object, in the order of the rows."""
        for id_ in self.by_id.get(name, {}):
            yield self.whole(name, id_)


def _outers(name: str, record: Record) -> Iterable[tuple[str, str]]:
    if name in _EXTRA_LINKS:
        id_field, kind_field = _EXTRA_LINKS[name]
        if record.get(id_field) and record.get(kind_field):
            yield str(record[kind_field]), str(record[id_field])
        return
    for f in entities()[name].fields:
        outer = f.name.removesuffix("_id")
        if f.name.endswith("_id") and outer in entities() and f.name in record:
            yield outer, str(record[f.name])


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _value(f: Field, text: str) -> Json:
    if f.type != "number":
        return text
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        raise ValueError(f.name) from None
