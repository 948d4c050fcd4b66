"""Stories read for programs on this machine, and for nobody else."""

from collections.abc import Callable

import httpx
import pytest
from apart import finished

from amanat.registers import shipped
from amanat.serve import Setting, application

STORY = "Police said the illegal migrants paid a smuggler in Gujrat.\n\nZarmeena Achakzai, 14, was held in a house."
SITE = "https://desk.example.org"
TOKEN = "t0ken"  # noqa: S105 - of this test
SHOWN = {"Authorization": f"Bearer {TOKEN}"}

Asked = Callable[..., httpx.Response]


def ask(
    setting: Setting | None = None, *, host: str = "127.0.0.1", caller: str = "127.0.0.1", **given: object
) -> httpx.Response:
    app = application(setting or Setting(shipped(), rate=100_000, token=TOKEN, origins=(SITE,)))

    async def once() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(caller, 5000))
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}:8765") as client:
            return await client.post("/review", **given)  # type: ignore[arg-type]

    return finished(once())


@pytest.mark.parametrize("origin", [{}, {"Origin": SITE}, {"Origin": "http://localhost:8080"}])
def test_a_story_is_read_and_nothing_of_it_comes_back(origin: dict[str, str]) -> None:
    answer = ask(json={"text": STORY}, headers={**SHOWN, **origin})
    assert answer.status_code == 200
    found = answer.json()["findings"]
    assert {"D301"} <= {f["code"] for f in found}
    assert STORY[found[0]["start"] : found[0]["end"]]
    assert "Achakzai" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"headers": {}}, 401, "H040"),
        ({"headers": {"Authorization": "Bearer wrong"}}, 401, "H040"),
        ({"headers": {"Authorization": "Bearer pässwort".encode()}}, 401, "H040"),
        ({"headers": {**SHOWN, "Origin": "https://elsewhere.example"}}, 403, "H041"),
        ({"headers": {**SHOWN, "Origin": "null"}}, 403, "H041"),
        ({"headers": {**SHOWN, "Origin": f"{SITE}.elsewhere.example"}}, 403, "H041"),
        ({"headers": SHOWN, "host": "rebound.example"}, 403, "H041"),
        ({"headers": SHOWN, "caller": "203.0.113.9"}, 403, "H041"),
    ],
)
def test_who_may_not_ask_is_refused(given: dict[str, object], status: int, code: str) -> None:
    answer = ask(json={"text": STORY}, **given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "Achakzai" not in answer.text


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 422, "H043"),
        (b"\xff", 422, "H043"),
        (b"[1]", 422, "H043"),
        (b'{"text": 1}', 422, "H043"),
        (b"[" * 100_000, 422, "H043"),
        (b'{"text": "' + b"x" * (4 << 20) + b'"}', 413, "H042"),
        (b'{"text": ""}', 422, "R001"),
    ],
)
def test_a_body_that_is_no_story_is_a_problem(body: bytes, status: int, code: str) -> None:
    answer = ask(content=body, headers=SHOWN)
    assert (answer.status_code, answer.json()["code"][0]) == (status, code[0])
    assert answer.headers["content-type"] == "application/problem+json"


def test_lone_surrogates_are_read_all_the_same() -> None:
    answer = ask(content=b'{"text": "\\ud83d the illegal migrants were held by the smuggler."}', headers=SHOWN)
    assert answer.status_code == 200
    (found,) = [f for f in answer.json()["findings"] if f["code"] == "D301"]
    assert (found["start"], found["end"]) == (6, 22)


def test_without_a_token_no_story_is_read() -> None:
    assert ask(Setting(shipped(), rate=100_000), json={"text": STORY}, headers=SHOWN).status_code == 404
