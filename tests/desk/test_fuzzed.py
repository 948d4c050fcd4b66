"""Every route, fuzzed: schemathesis works through a description made from the route table and the forms of the pages.

It is made here and not published: forms are for pages, and programs have the command line and its JSON.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.routing import Route

from amanat.desk.guard import HEADERS

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
hypothesis = pytest.importorskip("hypothesis")

QUERY = ("view", "from", "choice", "q", "page", "back")
LEAVES = {"/sign-out", "/hide", "/start", "/stories/{id}/shred", "/cases/{id}/shred"}
"""Routes that end the session or the record: the walk over every route with its headers asks them."""


def described(app: Any, house: Path) -> dict[str, Any]:
    """Describe the desk in OpenAPI 3: each route with its path, query and the fields that any form of the pages has."""
    templates = "".join(file.read_text("utf-8") for file in (house / "desk" / "templates").rglob("*.html"))
    fields = sorted({*re.findall(r'name="(\w+)"', templates), "to", "from", "block", "form", "fields", "with"})
    body = {"type": "object", "properties": {name: {"type": "string"} for name in fields}}
    paths: dict[str, Any] = {}
    for route in (r for r in app.app.routes if isinstance(r, Route)):
        inside = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
            for name in re.findall(r"{(\w+)}", route.path)
        ]
        query = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in QUERY]
        for method in (route.methods or set()) - {"HEAD"}:
            said: dict[str, Any] = {
                "parameters": [*inside, *query],
                "responses": {"default": {"description": "a page"}},
            }
            if method == "POST":
                said["requestBody"] = {"content": {"application/x-www-form-urlencoded": {"schema": body}}}
            paths.setdefault(route.path, {})[method.lower()] = said
    return {"openapi": "3.0.3", "info": {"title": "The desk", "version": "1"}, "paths": paths}


def operations(app: Any, house: Path) -> Iterator[Any]:
    schema = schemathesis.openapi.from_dict(described(app, house))
    for result in schema.get_all_operations():
        yield result.ok()


@pytest.mark.parametrize("real", [True, False], ids=["a story of ours", "any id"])
def test_no_route_falls_over_whatever_it_is_asked(running: Any, story: str, house: Path, real: bool) -> None:  # noqa: FBT001
    asked = 0

    def ask(case: Any) -> None:
        nonlocal asked
        if real and "id" in case.path_parameters:
            case.path_parameters["id"] = story
        sent = {"data": case.body if isinstance(case.body, dict) else {"-": ""}} if case.method == "POST" else {}
        answer = running.lead.ask(case.method, case.formatted_path, params=case.query or {}, **sent)
        assert answer.status_code < 500, (case.method, case.path, answer.text[:200])
        assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]
        asked += 1

    for operation in operations(running.app, house):
        if operation.path in LEAVES:
            continue
        if running.lead.get("/account").status_code != 200:
            running.lead.sign_in()
        few = hypothesis.settings(max_examples=6, deadline=None, derandomize=True, database=None)
        few(hypothesis.given(case=operation.as_strategy())(ask))()
    assert asked > 250
