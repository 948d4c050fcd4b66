"""What no schema can say: sources resolve, confidence is earned, ids are unique."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from amanat.core import PackError
from amanat.packs.anchors import ways
from amanat.packs.law_checks import KINDS, check_law
from amanat.packs.patterns import refuse_bad
from amanat.packs.strict_yaml import parse
from amanat.packs.value import Path, Value

_OTHER_SOURCES = ("source_inline", "source_url")  # for entries that each come from a page of their own
SCHEMAS = FilePath(__file__).parent / "schema"


@lru_cache(maxsize=1)
def _registry() -> "Registry[Any]":
    resources: list[tuple[str, Resource[Any]]] = []
    for file in sorted(SCHEMAS.glob("*.yaml")):
        value, _ = parse(file.read_text("utf-8"), file.name)
        resources.append((file.name, Resource.from_contents(value)))
    return Registry().with_resources(resources)


def kinds() -> tuple[str, ...]:
    """Name the kinds of file a pack may hold: one schema each."""
    return tuple(file.stem for file in sorted(SCHEMAS.glob("*.yaml")) if file.stem != "common")


@lru_cache(maxsize=32)
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"{kind}.yaml"}, registry=_registry())


def check(value: Value, lines: dict[Path, int], name: str) -> dict[str, Value]:
    """Check one file of a pack against the schema of its kind and the rules of sources.

    Returns:
        The value, known to be a mapping; rules have `ways` added (`packs.anchors`).

    Raises:
        PackError: K004 unknown kind, K005 schema, K006 dangling source, K007 confidence without a source for it,
            K013 and K014 law that cannot be so, K020, K021 and K024 bad patterns in rules.
    """
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise PackError("K004", f"{name}:1: a pack file starts with `kind:`, one of {', '.join(kinds())}")
    kind = str(value["kind"])
    if kind not in kinds():
        raise PackError("K004", f"{name}:1: unknown kind {kind!r}; known are {', '.join(kinds())}")
    errors = sorted(_validator(kind).iter_errors(value), key=lambda e: list(map(str, e.absolute_path)))
    if errors:
        worst = errors[0]
        path = tuple(worst.absolute_path)
        line = lines.get((*path, _unknown_key(worst)), 0) or next(
            (lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in lines), 1
        )
        where = "/".join(map(str, path)) or "the file"
        raise PackError("K005", f"{name}:{line}: {where}: {_said(worst)}")
    _check_sources(value, lines, name)
    if kind in KINDS:
        check_law(value, lines, name)
    if kind == "phrase":
        _check_rule(value, lines, name, ())
    if kind == "house":
        _check_house(value, lines, name)
    return value


def _check_house(value: dict[str, Value], lines: dict[Path, int], name: str) -> None:
    own, changes = value.get("own"), value.get("change")
    for number, rule in enumerate(own if isinstance(own, list) else ()):
        if isinstance(rule, dict):
            _check_rule(rule, lines, name, ("own", number))
    for code, change in changes.items() if isinstance(changes, dict) else ():
        if isinstance(change, dict):
            refuse_bad(change, lines, name, ("change", code))


def _check_rule(rule: dict[str, Value], lines: dict[Path, int], name: str, at: Path) -> None:
    refuse_bad(rule, lines, name, at)
    if isinstance(rule.get("pattern"), str):
        # Worked out once: the cache keeps them.
        rule["ways"] = [[way, *needed] for way, needed in ways(str(rule["pattern"]))]


def _said(error: ValidationError) -> str:
    """Say what the schema says, lists that are too short in fewer words."""
    if error.validator == "minItems" and isinstance(error.instance, list):
        return f"{len(error.instance)} given, at least {error.validator_value} wanted"
    return error.message[:300]


def _unknown_key(error: ValidationError) -> str:
    """Name the first key that the schema does not know, empty when the error is of another sort."""
    if error.validator != "additionalProperties":
        return ""
    known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    keys = error.instance if isinstance(error.instance, dict) else {}
    return next((str(key) for key in keys if key not in known), "")


def _check_sources(value: dict[str, Value], lines: dict[Path, int], name: str) -> None:
    sources = value.get("sources")
    known = sources if isinstance(sources, dict) else {}
    for path, record in _records(value, ()):
        line = lines.get(path, 1)
        keys = record.get("source", [])
        named = [str(k) for k in keys] if isinstance(keys, list) else []
        for key in named:
            if key not in known:
                raise PackError("K006", f"{name}:{line}: source {key!r} is not in this file's `sources`")
        if "confidence" not in record or record["confidence"] == "uncertain":
            continue
        if not named and not any(record.get(key) for key in _OTHER_SOURCES):
            raise PackError("K007", f"{name}:{line}: confidence {record['confidence']!r} needs a source")
        bases = {_basis(known[key]) for key in named}
        if record["confidence"] == "verified" and bases == {"background"}:
            raise PackError("K007", f"{name}:{line}: `verified` cannot rest on background knowledge alone")


def _basis(source: Value) -> str:
    return str(source.get("basis", "")) if isinstance(source, dict) else ""


def _records(value: Value, path: Path) -> Iterator[tuple[Path, dict[str, Value]]]:
    if isinstance(value, dict):
        if "source" in value or "confidence" in value:
            yield path, value
        for key, child in value.items():
            if not (path == () and key == "sources"):
                yield from _records(child, (*path, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _records(child, (*path, number))
