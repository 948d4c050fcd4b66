"""A caller who calls too often waits; others do not."""

from apart import finished
from starlette.types import Message, Receive, Scope, Send

from amanat.serve.limits import RateLimit


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    del scope, receive
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def status(limit: RateLimit, host: str) -> int:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    finished(limit({"type": "http", "client": (host, 1), "method": "GET", "headers": []}, receive, send))
    return int(sent[0]["status"])


def test_the_bucket_empties_and_fills() -> None:
    limit, now = RateLimit(inner, most=3), [0.0]
    limit.clock = lambda: now[0]
    assert [status(limit, "a") for _ in range(5)] == [200, 200, 200, 429, 429]
    assert status(limit, "b") == 200
    now[0] += 20
    assert [status(limit, "a") for _ in range(2)] == [200, 429]
    now[0] += 3600
    assert [status(limit, "a") for _ in range(4)] == [200, 200, 200, 429], "it never holds more than a minute's worth"


def test_no_address_is_kept() -> None:
    limit = RateLimit(inner, most=3)
    status(limit, "203.0.113.9")
    assert "203.0.113.9" not in repr(vars(limit))
