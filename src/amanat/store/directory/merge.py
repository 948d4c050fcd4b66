"""Two records of one thing become one, and nothing is overwritten in silence.

What a source says anew replaces what it said before, with the old value kept in the history. What another source says
differently is not taken: the old value stays, and the difference is reported for a person to settle.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from amanat.store.hsds.model import Json, Record

_MACHINE = frozenset({"last_modified"})
"""Fields that say nothing of the world."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that became another."""

    field: str
    """Where: `name`, `phones/1554…/number`."""
    old: str
    """Empty for what was not there before."""
    new: str

    @property
    def action(self) -> str:
        """`create` or `update`, as HSDS metadata says it."""
        return "update" if self.old else "create"


@dataclass(slots=True)
class Merged:
    """The outcome."""

    record: Record
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Change] = field(default_factory=list)
    """What another source says differently: `old` was kept, `new` was not taken."""


def merge(old: Record, new: Record, *, same_source: bool) -> Merged:
    """Merge what came in into what is there.

    Args:
        old: the record of the directory.
        new: what came in under the same id.
        same_source: whether both come from one source, which may correct itself.
    """
    merged = Merged(dict(old))
    _into(merged, merged.record, new, "", same_source=same_source)
    return merged


def _into(merged: Merged, old: Record, new: Record, at: str, *, same_source: bool) -> None:
    for key, value in new.items():
        before = old.get(key)
        if before == value or key in _MACHINE:
            continue
        if isinstance(value, list) and isinstance(before, list):
            old[key] = _lists(merged, before, value, f"{at}{key}/", same_source=same_source)
        elif isinstance(value, dict) and isinstance(before, dict):
            inner = dict(before)
            _into(merged, inner, value, f"{at}{key}/", same_source=same_source)
            old[key] = inner
        elif before in (None, "", []) or same_source:
            merged.changes.append(Change(f"{at}{key}", _text(before), _text(value)))
            old[key] = value
        else:
            merged.conflicts.append(Change(f"{at}{key}", _text(before), _text(value)))


def _lists(merged: Merged, old: list[Json], new: list[Json], at: str, *, same_source: bool) -> list[Json]:
    """Join two lists of parts by their ids; a part that is only in one stays."""
    theirs = {str(one.get("id")): one for one in _objects(new)}
    out: list[Json] = []
    for one in _objects(old):
        id_ = str(one.get("id"))
        inner = dict(one)
        if id_ in theirs:
            _into(merged, inner, theirs.pop(id_), f"{at}{id_}/", same_source=same_source)
        out.append(inner)
    for id_, one in theirs.items():
        merged.changes.append(Change(f"{at}{id_}", "", _text(one)))
        out.append(one)
    return out


def _objects(values: list[Json]) -> Iterator[Record]:
    return (one for one in values if isinstance(one, dict))


def _text(value: Json) -> str:
    return "" if value is None else value if isinstance(value, str) else repr(value)
