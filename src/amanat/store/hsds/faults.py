"""What is wrong with a record of HSDS: the verdict of the published schemas, a hundred times as fast.

Imports of a million rows cannot afford a general validator; `tests/store/hsds` holds the two against each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from amanat.store.hsds.formats import FORMATS
from amanat.store.hsds.model import Entity, Field, Json, Part, entities

_DEEPEST = 12  # objects inside objects; the specification needs five


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the specification does not allow."""

    path: str
    """Where: `phones/0/number`; empty for the record itself."""
    says: str
    """What is wrong, without the value."""


def faults(name: str, record: Json) -> Iterator[Fault]:
    """Yield what the schema of an object does not allow in a record.

    Args:
        name: which object it should be: `service`, `organization` …
        record: the value, as JSON gives it.
    """
    yield from _faults(entities()[name], record, "", 0)


def _faults(entity: Entity, record: Json, at: str, depth: int) -> Iterator[Fault]:
    if not isinstance(record, dict):
        yield Fault(at.removesuffix("/"), "is no object")
        return
    if depth > _DEEPEST:
        yield Fault(at.removesuffix("/"), "is nested too deeply")
        return
    for field in entity.fields:
        says = _of_value(field, record[field.name]) if field.name in record else _absent(field.required)
        if says:
            yield Fault(f"{at}{field.name}", says)
    for part in entity.parts:
        if part.name in record:
            yield from _inside(part, record[part.name], f"{at}{part.name}", depth + 1)
        elif part.required:
            yield Fault(f"{at}{part.name}", _absent(part.required))


def _inside(part: Part, inside: Json, at: str, depth: int) -> Iterator[Fault]:
    target = entities()[part.object]
    if not part.many:
        yield from _faults(target, inside, f"{at}/", depth)
    elif not isinstance(inside, list):
        yield Fault(at, "is no list")
    else:
        for n, one in enumerate(inside):
            yield from _faults(target, one, f"{at}/{n}/", depth)


def _absent(required: bool) -> str:  # noqa: FBT001 - one fact
    return "is missing" if required else ""


def _of_value(field: Field, value: Json) -> str:
    if field.type == "number":
        return "" if isinstance(value, int | float) and not isinstance(value, bool) else "is no number"
    if field.type == "boolean":
        return "" if isinstance(value, bool) else "is neither true nor false"
    if not isinstance(value, str):
        return "is no text"
    if field.choices and value not in field.choices:
        return f"is none of {', '.join(field.choices)}"
    if field.format in FORMATS and not FORMATS[field.format](value):
        return f"is no {field.format}"
    return ""
