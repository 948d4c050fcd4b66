"""The objects of HSDS 3.1, read from the published schemas: fields, types, and which object holds which."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SCHEMAS = Path(__file__).parent / "schema"
VERSION = "3.1"
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Record = dict[str, Json]
_NO_OBJECT = {"openapi", "datapackage"}


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an object."""

    name: str
    type: str
    """`string`, `number` or `boolean`."""
    format: str
    """`uuid`, `uri`, `email`, `date-time`, or empty."""
    choices: tuple[str, ...]
    """The only values allowed; empty when any is."""
    required: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Another object inside an object."""

    name: str
    object: str
    many: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """One sort of object: `service`, `phone`, `schedule` …"""

    name: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...]


@lru_cache(maxsize=1)
def entities() -> dict[str, Entity]:
    """Return every object of HSDS 3.1 by name."""
    files = (path for path in sorted(SCHEMAS.glob("*.json")) if path.stem not in _NO_OBJECT)
    return {path.stem: _entity(path.stem, json.loads(path.read_text("utf-8"))) for path in files}


@lru_cache(maxsize=1)
def tables() -> dict[str, str]:
    """Return the file name of each object in the tabular data package: `service` to `services.csv`."""
    package = json.loads((SCHEMAS / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource["path"] for resource in package["resources"]}


def objects(value: Json) -> list[Record]:
    """Return the objects of a list, or of nothing."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def terms(attributes: Iterable[Record]) -> Iterator[str]:
    """Yield the ids of the taxonomy terms that attributes carry."""
    for attribute in attributes:
        id_ = attribute.get("taxonomy_term_id")
        if not id_:
            inner = attribute.get("taxonomy_term")
            id_ = inner.get("id") if isinstance(inner, dict) else None
        if id_:
            yield str(id_)


def _entity(name: str, schema: dict[str, dict[str, dict[str, object]]]) -> Entity:
    required = set(schema.get("required", ()))
    fields: list[Field] = []
    parts: list[Part] = []
    for key, shape in schema["properties"].items():
        items = shape.get("items")
        target = items.get("$ref") if isinstance(items, dict) else shape.get("$ref")
        if isinstance(target, str):
            parts.append(Part(key, target.removesuffix(".json"), "items" in shape, key in required))
        else:
            choices = shape.get("enum", ())
            allowed = tuple(map(str, choices)) if isinstance(choices, list | tuple) else ()
            fields.append(Field(key, str(shape["type"]), str(shape.get("format", "")), allowed, key in required))
    return Entity(name, tuple(fields), tuple(parts))
