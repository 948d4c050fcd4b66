"""What the desk says of a story, for programs on this machine: `POST /review`, with a token, for nobody else.

Body `{"text": …}`; the answer is the record of `amanat review --format json`, without an edition. The text is read in
memory, never kept and never logged. Who asks from another machine, under another host name (a page that had its own
name point here) or from a web page that was not named is refused before anything is read.
"""

import asyncio
import ipaddress
import json
from collections.abc import Awaitable, Callable, Sequence
from secrets import compare_digest
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from amanat.core import DataError
from amanat.publish.contract import line, review_record
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.review import review
from amanat.serve.part import Part, Setting
from amanat.serve.problems import problem

LONGEST = 4 << 20
"""Bytes of a call; a book is shorter."""


def routes(setting: Setting) -> Sequence[BaseRoute]:
    """Return the one route, or none where no token was given."""
    return [Route("/review", _answer(setting), methods=["POST"])] if setting.token else []


def _answer(setting: Setting) -> Callable[[Request], Awaitable[Response]]:
    one_at_a_time = asyncio.Lock()

    async def answer(request: Request) -> Response:
        refused = _refused(request, setting)
        if refused:
            return refused
        body = await _body(request)
        if body is None:
            return problem(413, "H042", f"a story may have {LONGEST >> 20} MiB; send the text alone")
        text = _text(body)
        async with one_at_a_time:
            said = await run_in_threadpool(_said, text, setting.registers)
        return Response(said, media_type="application/json", headers={"Cache-Control": "no-store"})

    return answer


def _refused(request: Request, setting: Setting) -> Response | None:
    """Return why a caller is refused, judged by where the call comes from and what it carries."""
    caller = request.client.host if request.client else ""
    if not (is_here(caller) and is_here(urlsplit(f"//{request.headers.get('host', '')}").hostname or "")):
        return problem(403, "H041", "stories are read for programs on this machine only")
    origin = request.headers.get("origin")
    if origin is not None and origin not in setting.origins and not is_here(urlsplit(origin).hostname or ""):
        return problem(403, "H041", "this site was not named; start `amanat serve --allow-origin URL`")
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not compare_digest(given.encode(), setting.token.encode()):
        return problem(401, "H040", "the token is the one `amanat serve` printed", {"WWW-Authenticate": "Bearer"})
    return None


def is_here(host: str) -> bool:
    """Tell whether a host or an address is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _body(request: Request) -> bytes | None:
    out = bytearray()
    async for piece in request.stream():
        out += piece
        if len(out) > LONGEST:
            return None
    return bytes(out)


def _text(body: bytes) -> str:
    """Read the call.

    Raises:
        DataError: H043, it is no JSON object with a text.
    """
    try:
        call = json.loads(body)
    except (ValueError, RecursionError):
        call = None
    text = call.get("text") if isinstance(call, dict) else None
    if not isinstance(text, str):
        raise DataError("H043", 'the body of the call is one JSON object: {"text": "the story"}')
    return text


def _said(text: str, registers: Registers) -> str:
    found = review(read_bytes(text.encode("utf-8", "replace"), "-", "utf-8"), registers)
    return line(review_record("-", found, None))


PART = Part("review", routes)
