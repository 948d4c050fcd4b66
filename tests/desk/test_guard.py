"""Before every page: who may ask and from where; and the headers on every answer of every route."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from apart import finished
from starlette.routing import Route

from amanat.desk import LOOPBACK, desk, guard
from amanat.desk.guard import HEADERS, LARGEST, PER_MINUTE


def routes(app: Any) -> list[tuple[str, str]]:
    found = [(m, r.path) for r in app.app.routes if isinstance(r, Route) for m in r.methods or () if m != "HEAD"]
    assert len(found) > 35
    return sorted(found)


def filled(path: str, id_: str) -> str:
    return path.replace("{id}", id_).replace("{tab}", "log").replace("{digest}", "0").replace("{name}", "desk.css")


@pytest.mark.parametrize("signed", [True, False])
def test_every_route_answers_with_every_header_and_never_with_a_fault(running: Any, story: str, signed: bool) -> None:  # noqa: FBT001
    who = running.browser()
    for method, path in routes(running.app):
        if signed and (running.state.vault is None or not who.cookies.get("amanat")):
            who = running.browser().sign_in()
        for id_ in (story, "0" * 32, "%00"):
            answer = who.ask(method, filled(path, id_), **({"data": {"-": "x"}} if method == "POST" else {}))
            assert answer.status_code < 500, (method, path, answer.text)
            for name, value in HEADERS.items():
                if name != "cache-control" or "static" not in path:
                    assert answer.headers[name] == value, (method, path)
            assert "server" not in answer.headers


def test_every_form_from_another_site_is_turned_away(running: Any, story: str) -> None:
    before = running.lead.get(f"/stories/{story}").text
    for method, path in routes(running.app):
        if method != "POST":
            continue
        for foreign in (
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"sec-fetch-site": "none"},
        ):
            assert running.lead.post(filled(path, story), headers=foreign).status_code == 403, path
    assert running.lead.get(f"/stories/{story}").text == before


def test_without_fetch_metadata_the_origin_decides(running: Any) -> None:
    def post(**head: str) -> int:
        async def once() -> int:
            transport = httpx.ASGITransport(running.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
                return (await client.post("/language", data={"language": "ur"}, headers=head)).status_code

        return finished(once())

    assert post(origin="http://127.0.0.1:8765") == 303
    assert post(origin="http://evil.example") == 403
    assert post(origin="null") == 403
    assert post() == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "desk.example.org", "127.0.0.1@evil"])
def test_under_another_name_the_desk_is_not_there(running: Any, host: str) -> None:
    assert running.lead.get("/stories", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "[::1]:8765", "[::1]"])
def test_under_its_own_names_it_is(running: Any, host: str) -> None:
    assert running.lead.get("/stories", headers={"host": host}).status_code == 200


def test_a_named_host_is_added_and_tls_is_told(running: Any) -> None:
    running.state.tls = True
    app = desk(running.state, frozenset({"desk.example.org"}))
    assert app.hosts == LOOPBACK | {"desk.example.org"}
    running.lead.app = app
    answer = running.lead.get("/sign-in", headers={"host": "desk.example.org"})
    assert "max-age" in answer.headers["strict-transport-security"]


def test_what_is_too_large_is_turned_away_before_it_is_parsed(running: Any) -> None:
    assert running.lead.post("/stories/new", headers={"content-length": str(LARGEST + 1)}).status_code == 413
    assert running.lead.post("/stories/new", headers={"content-length": "x"}).status_code == 413

    async def endless() -> Any:
        for _ in range(30):
            yield b"x" * (1 << 20)

    head = {"content-type": "application/x-www-form-urlencoded"}
    answer = running.lead.ask("POST", "/stories/new", headers=head, content=endless())
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_not_known(running: Any, method: str) -> None:
    assert running.lead.ask(method, "/stories").status_code == 405


def test_too_many_requests_wait(running: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PER_MINUTE >= 50 * 60
    monkeypatch.setattr(guard, "PER_MINUTE", 40)
    answers = [running.lead.get("/favicon.ico").status_code for _ in range(45)]
    assert answers[0] == 204
    assert answers[-1] == 429


NASTY = (
    "",
    "\x00",
    "-1",
    "9" * 400,
    "<script>",
    "%00",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "ا" * 9_000,
)


def test_no_word_in_any_field_of_any_form_makes_a_fault(running: Any, story: str, house: Path) -> None:
    templates = "".join(file.read_text("utf-8") for file in (house / "desk" / "templates").rglob("*.html"))
    fields = sorted({*re.findall(r'name="(\w+)"', templates), "to", "from", "block", "form", "fields", "with"})
    assert len(fields) > 60
    asked = 0
    for method, path in routes(running.app):
        if method != "POST" or path in {"/sign-out", "/hide", "/sign-in", "/start"}:
            continue
        for word in NASTY:
            answer = running.lead.post(path.replace("{id}", story).replace("{tab}", "law"), dict.fromkeys(fields, word))
            assert answer.status_code < 500, (path, word[:9])
            asked += 1
        if running.lead.get("/account").status_code != 200:
            running.lead.sign_in()
    assert asked > 250
