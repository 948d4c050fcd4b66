"""HSDS as published: our quick verdict is that of the schemas, tables lose nothing, and the official examples pass."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from amanat.store.hsds.faults import faults
from amanat.store.hsds.formats import FORMATS, is_date_time, is_email, is_uri, is_uuid, made_id
from amanat.store.hsds.model import SCHEMAS, entities, tables
from amanat.store.hsds.tabular import TOP, Tables, rows

EVAL = Path(__file__).resolve().parents[4] / "shared" / "eval" / "hsds"
BASE = "https://example.org/hsds/"
SERVICE: dict[str, Any] = {
    "id": made_id("service", "x"),
    "name": "Invented legal desk",
    "status": "active",
    "url": "https://example.org/desk",
    "email": "desk@example.org",
    "minimum_age": 18,
    "last_modified": "2026-11-24T10:00:00Z",
    "phones": [{"id": made_id("phone", "x"), "number": "0000", "languages": [{"id": made_id("l", "x"), "code": "ur"}]}],
    "schedules": [{"id": made_id("schedule", "x"), "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00"}],
    "attributes": [{"id": made_id("a", "x"), "link_type": "need", "value": "shelter"}],
    "organization": {"id": made_id("o", "x"), "name": "Invented office", "description": "For a test."},
}


def published(kind: str) -> Draft202012Validator:
    checker = FormatChecker(formats=())
    for name, check in FORMATS.items():
        checker.checks(name)(lambda value, check=check: not isinstance(value, str) or check(value))
    registry: Registry[Any] = Registry()
    for file in SCHEMAS.glob("*.json"):
        if file.stem not in ("openapi", "datapackage"):
            content = {**json.loads(file.read_text("utf-8")), "$id": BASE + file.name}
            registry = registry.with_resource(BASE + file.name, Resource.from_contents(content, DRAFT202012))
    return Draft202012Validator({"$ref": f"{BASE}{kind}.json"}, registry=registry, format_checker=checker)


VALIDATOR = published("service")


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from spots(inner, (*path, key))


@given(
    st.sampled_from([path for path in spots(SERVICE) if path]),
    st.sampled_from([None, 1, True, "x", [], {}, "", "https://a b", "not-a-uuid", "2026-13-01T00:00:00Z", ["x"], 1.5]),
)
@settings(max_examples=150)
def test_our_verdict_is_the_verdict_of_the_published_schema(path: tuple[Any, ...], value: Any) -> None:
    record = copy.deepcopy(SERVICE)
    at = record
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert bool(list(faults("service", record))) == bool(list(VALIDATOR.iter_errors(record)))


@given(st.sampled_from([path for path in spots(SERVICE) if path]))
def test_what_is_missing_is_missing_for_both(path: tuple[Any, ...]) -> None:
    record = copy.deepcopy(SERVICE)
    at = record
    for key in path[:-1]:
        at = at[key]
    del at[path[-1]]
    assert bool(list(faults("service", record))) == bool(list(VALIDATOR.iter_errors(record)))


def test_the_record_of_the_test_is_valid_for_both() -> None:
    assert not list(faults("service", SERVICE))
    assert not list(VALIDATOR.iter_errors(SERVICE))


@pytest.mark.skipif(not EVAL.is_dir(), reason="no HSDS material beside the project: skipped")
def test_the_official_examples_pass_and_the_broken_ones_of_the_uk_validator_fail() -> None:
    for kind in TOP:
        file = next(f for name in (f"{kind}_full", kind) if (f := EVAL / "examples-3.1" / f"{name}.json").exists())
        assert not list(faults(kind, json.loads(file.read_text("utf-8")))), kind
    mocks = EVAL / "oruk-mocks"
    good = json.loads((mocks / "V3.0-UK-Default" / "service_full.json").read_text("utf-8"))
    assert not list(faults("service", good))
    bad = json.loads((mocks / "V3.0-UK-Fail" / "service_full.json").read_text("utf-8"))
    assert {fault.path for fault in faults("service", bad)} == {"url", "email"}
    listed = json.loads((mocks / "V3.0-UK-Fail" / "service_list.json").read_text("utf-8"))["contents"]
    assert all(list(faults("service", one)) for one in listed)


def test_depth_is_bounded() -> None:
    endless: dict[str, Any] = {"id": made_id("p", "0"), "name": "x", "description": "x"}
    at = endless
    for n in range(40):
        at["parent"] = {"id": made_id("p", str(n))}
        at = at["parent"]
    assert not list(faults("organization", endless)), "what no schema knows is allowed"
    loop: dict[str, Any] = {"id": made_id("s", "x"), "location": None}
    assert list(faults("service_at_location", loop))


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (is_uuid, "ac148810-d857-441c-9679-408f346de14b", "ac148810d857441c9679408f346de14b"),
        (is_uri, "https://example.org/a?b=c#d", "example.org"),
        (is_uri, "urn:isbn:1", "https:/example.org"),
        (is_email, "a.b@example.org", "a@b"),
        (is_date_time, "2026-11-24T10:00:00.5+05:00", "2026-11-24"),
        (is_date_time, "2026-02-28T23:59:59Z", "2026-02-30T00:00:00Z"),
    ],
)
def test_formats(check: Any, good: str, bad: str) -> None:
    assert check(good)
    assert not check(bad)


def test_ids_are_uuids_of_version_five_and_settle() -> None:
    import uuid  # noqa: PLC0415 - the reference

    from amanat.store.hsds.formats import SPACE  # noqa: PLC0415

    assert made_id("service", "pk-001") == str(uuid.uuid5(SPACE, "service:pk-001"))


def test_tables_lose_nothing() -> None:
    service = {key: value for key, value in SERVICE.items() if key != "organization"}
    whole = Tables()
    for name, row in rows("service", service):
        whole.add(name, row)
    (back,) = whole.all("service")
    assert back["phones"][0]["languages"][0]["code"] == "ur"  # type: ignore[index, call-overload]
    assert not list(faults("service", back))

    def bare(value: Any) -> Any:
        """Without the links that tables need and nesting says by itself."""
        links = {"service_id", "phone_id", "link_id", "link_entity"}
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items() if key not in links}
        return [bare(one) for one in value] if isinstance(value, list) else value

    assert bare(back) == bare(service)


def test_every_object_has_a_table() -> None:
    assert set(entities()) == set(tables())
    assert tables()["service"] == "services.csv"
