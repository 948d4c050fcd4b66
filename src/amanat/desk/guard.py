"""What stands before every page: who may ask, from where, how much, how often; and what every answer carries."""

import time
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from starlette.exceptions import HTTPException

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST = 24 * 1024 * 1024
"""Bytes of a request; larger ones are turned away before a byte is parsed."""
PER_MINUTE = 6_000
"""Requests of one address in a minute; a whole office may share one. Guesses are slowed down by the store."""
_SAFE = {"GET", "HEAD"}

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "no-store",
}
"""On every answer. Nothing is loaded from elsewhere, nothing is framed, nothing is kept by the browser."""


@dataclass(slots=True)
class Guard:
    """ASGI middleware."""

    app: App
    hosts: frozenset[str]
    """Names under which the desk may be asked: anything else is another site that points its name here."""
    tls: bool = False
    _seen: dict[str, deque[float]] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn a request away, or let it through and put the headers on the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        reason = self._refusal(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                own = HEADERS | ({"strict-transport-security": "max-age=31536000"} if self.tls else {})
                extra = [(k.encode(), v.encode()) for k, v in own.items() if k.encode() not in given]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        if reason:
            await _answer(with_headers, *reason)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        head = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = head.get("host", "")
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        if name.strip("[]") not in self.hosts:
            return 421, "W001: this desk is not known under that name"
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return 405, "W004: this cannot be done here"
        if int(head.get("content-length") or 0) > LARGEST if (head.get("content-length") or "0").isdecimal() else True:
            return 413, "W002: this is larger than 24 MB; split it and send the parts"
        if scope["method"] not in _SAFE and not _own(head, host, scope.get("scheme", "http"), tls=self.tls):
            return 403, "W003: this form was not sent from a page of the desk"
        client = (scope.get("client") or ("?", 0))[0]
        if self._too_often(str(client)):
            return 429, "W005: too many requests; wait a minute"
        return None

    def _too_often(self, client: str) -> bool:
        now = time.monotonic()
        seen = self._seen.setdefault(client, deque())
        while seen and now - seen[0] > 60:  # noqa: PLR2004 - a minute
            seen.popleft()
        seen.append(now)
        return len(seen) > PER_MINUTE


def _own(head: dict[str, str], host: str, scheme: str, *, tls: bool) -> bool:
    """Tell whether a form came from a page of ours (Fetch Metadata; else the Origin, which old browsers send)."""
    site = head.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return head.get("origin") == f"{'https' if tls else scheme}://{host}"


async def _answer(send: Send, status: int, words: str) -> None:
    body = words.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
