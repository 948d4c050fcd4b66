"""What every answer has, whichever part made it."""

import json
from collections.abc import Callable

import httpx
import pytest

from amanat.serve import parts

Call = Callable[..., httpx.Response]


def test_the_folder_is_the_registry() -> None:
    assert "directory" in [part.name for part in parts()]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/services/x", 404),
        ("DELETE", "/services", 405),
        ("POST", "/services/x", 405),
        ("GET", "/services?page=0", 422),
        ("GET", "/services?page=%00", 422),
        ("GET", "/services?page=", 422),
        ("GET", "/services?modified_after=", 422),
        ("GET", "/services?full=perhaps", 422),
        ("GET", "/services?modified_after=yesterday", 422),
        ("GET", "/services?format=xml", 422),
        ("GET", "/service_at_locations?postcode=1&proximity=far", 422),
        ("GET", "/services?search=" + "x" * 600, 422),
    ],
)
def test_errors_are_problems_that_repeat_nothing(call: Call, method: str, path: str, status: int) -> None:
    answer = call(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["code"][0] in "HX"
    assert "perhaps" not in answer.text
    assert "yesterday" not in answer.text


@pytest.mark.parametrize("body", [b"[1]", b"{", b"\xff", b'{"search": [1]}', b"x" * 30_000, b'{"page": "0"}'])
def test_a_body_that_is_none_is_a_problem(call: Call, body: bytes) -> None:
    assert call("POST", "/services", content=body).status_code == 422


def test_an_answer_that_has_not_changed_is_not_sent_again(call: Call) -> None:
    first = call("GET", "/services?per_page=3")
    again = call("GET", "/services?per_page=3", headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert call("GET", "/services?per_page=4", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_long_answers_are_packed(call: Call) -> None:
    assert call("GET", "/services").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in call("GET", "/services", headers={"Accept-Encoding": "identity"}).headers


def test_other_sites_may_read(call: Call) -> None:
    answer = call("GET", "/services", headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "DELETE"}
    assert call("OPTIONS", "/services", headers=asked).status_code == 400


def test_a_search_is_never_kept(call: Call) -> None:
    assert call("GET", "/services?search=legal").headers["cache-control"] == "no-store"
    assert call("POST", "/services", content=json.dumps({"search": "legal"})).headers["cache-control"] == "no-store"
