"""The suite for anybody's API: passes what is right, and sees each way of being wrong."""

import json
from collections.abc import Callable, Mapping

import pytest

from amanat.store.hsds.conformance import LISTS, Fetch, Outcome, Reply, Suite, Verdict
from amanat.store.hsds.formats import made_id
from amanat.store.hsds.model import Json, Record

NAMES = ["Hope Desk", "River Court Help", "Open Door", "Hope House"]


def record(kind: str, n: int) -> Record:
    base: Record = {"id": made_id(kind, str(n)), "name": NAMES[n % 4], "description": "For a test."}
    if kind == "service":
        owner: Record = {"id": made_id("organization", str(n % 2)), "name": "x", "description": "x"}
        return {**base, "status": "active", "organization": owner}
    return base


ALL = {path: [record(kind, n) for n in range(23)] for path, kind in LISTS.items()}


def right(method: str, path: str, given: Mapping[str, str]) -> Reply:
    """A small API that keeps the specification."""
    del method
    if path == "/":
        return reply(
            {"version": "3.1", "profile": "https://docs.openreferral.org/p", "openapi_url": "https://example.org/o"}
        )
    if path == "/openapi.json":
        paths: Record = {"/services": {}, "/services/{id}": {}}
        return reply({"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": paths})
    name, _, id_ = path.strip("/").partition("/")
    records = ALL[name]
    if id_:
        found = [one for one in records if one["id"] == id_]
        return reply(found[0]) if found else Reply(404, b"{}")
    if given.get("full_service") == "true":
        records = [{**one, "services": []} for one in records]
    number = given.get("page", "1")
    if not (number.isdigit() and 0 < int(number) < 10**9):
        return Reply(422, b"{}")
    kept = [r for r in records if given.get("search", "").lower() in str(r["name"]).lower()]
    kept = [r for r in kept if given.get("organization_id", "") in json.dumps(r)]
    if given.get("format") == "ndjson":
        return Reply(200, "\n".join(map(json.dumps, kept)).encode())
    size, page = int(given.get("per_page", "10")), int(number)
    pages = -(-len(kept) // size)
    contents: list[Json] = [*kept[(page - 1) * size : page * size]]
    head: Record = {"total_items": len(kept), "total_pages": pages, "page_number": page, "size": len(contents)}
    ends: Record = {"first_page": page == 1, "last_page": page >= pages, "empty": not contents}
    return reply({**head, **ends, "contents": contents})


def reply(value: Json) -> Reply:
    return Reply(200, json.dumps(value).encode())


def outcomes(fetch: Fetch) -> list[Outcome]:
    return list(Suite(fetch).run())


def changed(path: str, change: Callable[[Record], object]) -> Fetch:
    """The right API with one answer bent."""

    def fetch(method: str, asked: str, given: Mapping[str, str]) -> Reply:
        answer = right(method, asked, given)
        value = answer.json
        if asked.startswith(path) and isinstance(value, dict):
            bent = change(value)
            return reply(value if bent is None else bent)  # type: ignore[arg-type]
        return answer

    return fetch


def test_an_api_that_is_right_passes() -> None:
    assert [o for o in outcomes(right) if o.verdict not in (Verdict.PASS, Verdict.SKIP)] == []


def first(page: Record) -> Record:
    contents = page.get("contents")
    return contents[0] if isinstance(contents, list) and contents else page  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("path", "change", "check"),
    [
        ("/", lambda v: v.pop("profile", None) and None, "C01"),
        ("/services", lambda v: v.pop("total_items", None) and None, "C02"),
        ("/services", lambda v: {} if "contents" in v else None, "C02"),
        ("/services", lambda v: v.update(size=3) if "size" in v else None, "C02"),
        ("/services", lambda v: v.update(empty=True) if "size" in v else None, "C02"),
        ("/services", lambda v: first(v).pop("status", None) and None, "C04"),
        ("/services", lambda v: first(v).update(url="no uri"), "C04"),
        ("/services/", lambda v: v.update(id=made_id("other", "x")), "C03"),
    ],
)
def test_each_way_of_being_wrong_is_seen(path: str, change: Callable[[Record], object], check: str) -> None:
    failed = {o.check for o in outcomes(changed(path, change)) if o.verdict is Verdict.FAIL}
    assert check in failed


def test_a_broken_optional_part_is_a_warning() -> None:
    def fetch(method: str, path: str, given: Mapping[str, str]) -> Reply:
        return Reply(500, b"") if path.startswith("/taxonomies") else right(method, path, given)

    found = outcomes(fetch)
    assert not [o for o in found if o.verdict is Verdict.FAIL]
    assert [o.check for o in found if o.verdict is Verdict.WARN] == ["C09", "C17"]


def test_filters_that_add_instead_of_narrow_are_seen() -> None:
    def fetch(method: str, path: str, given: Mapping[str, str]) -> Reply:
        loose = {k: v for k, v in given.items() if not (k == "search" and "organization_id" in given)}
        return right(method, path, loose)

    assert "C05" in {o.check for o in outcomes(fetch) if o.verdict is Verdict.FAIL}


AT: list[Record] = [
    {
        **record("service_at_location", n),
        "location": {
            **record("location", n),
            "location_type": "physical",
            "latitude": 31.0 + n * 0.05,
            "longitude": 74.0,
            "addresses": [{"id": made_id("address", str(n)), "postal_code": str(54000 + n)}],
        },
    }
    for n in range(4)
]


def around(metres: float) -> Fetch:
    """An API whose circles are as wide as this, whatever is asked for."""

    def fetch(method: str, path: str, given: Mapping[str, str]) -> Reply:
        if path != "/service_at_locations":
            return right(method, path, given)
        near = [one for n, one in enumerate(AT) if "postcode" not in given or n * 0.05 * 111_195 <= metres]
        sized: Record = {"total_items": len(near), "total_pages": 1, "page_number": 1, "size": len(near)}
        return reply({**sized, "first_page": True, "last_page": True, "empty": False, "contents": [*near]})

    return fetch


@pytest.mark.parametrize(("metres", "verdict"), [(10_000, "pass"), (5_000, "warning"), (12_000, "warning")])
def test_circles_are_held_against_distances(metres: int, verdict: str) -> None:
    assert [o.verdict.value for o in outcomes(around(metres)) if o.check == "C11"] == [verdict]


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (lambda v: first(v).update(phoneNumber="x"), "C06"),
        (lambda v: first(v).update(assured_date="2999-01-01"), "C07"),
    ],
)
def test_words_that_are_not_those_of_the_standard_are_told(change: Callable[[Record], object], check: str) -> None:
    told = {o.check for o in outcomes(changed("/services", change)) if o.verdict is Verdict.WARN}
    assert check in told


def test_a_filter_that_loses_records_is_told() -> None:
    def fetch(method: str, path: str, given: Mapping[str, str]) -> Reply:
        return right(method, path, {**given, "search": "zzz"} if "search" in given else given)

    assert "C10" in {o.check for o in outcomes(fetch) if o.verdict is Verdict.WARN}


def test_a_description_without_what_is_required_is_seen() -> None:
    found = outcomes(changed("/openapi.json", lambda v: v.update(paths={})))
    assert "C01" in {o.check for o in found if o.verdict is Verdict.FAIL}


def test_an_api_that_is_no_api_fails_and_does_not_break_the_suite() -> None:
    found = outcomes(lambda *_: Reply(200, b"<html>"))
    assert {"C01", "C02"} <= {o.check for o in found if o.verdict is Verdict.FAIL}
