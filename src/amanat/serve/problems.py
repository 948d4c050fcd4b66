"""Errors over HTTP as problem details (RFC 9457): a code to look up and a sentence that helps, never what was sent."""

import json

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from amanat.core import AmanatError, PackError

MEDIA = "application/problem+json"
_TITLES = {
    400: "The call cannot be read",
    401: "The token is missing or wrong",
    403: "Not for this caller",
    404: "There is no such thing here",
    405: "This cannot be done here",
    406: "This cannot be given in that form",
    413: "The call is too long",
    422: "A parameter is wrong",
    429: "Too many calls",
    500: "A fault of ours",
    503: "Not now",
}


def problem(status: int, code: str, says: str, headers: dict[str, str] | None = None) -> Response:
    """Return one problem.

    Args:
        status: of HTTP.
        code: of the house, like `H030`.
        says: what happened and what to do, in one sentence.
        headers: further headers.
    """
    body = {"type": "about:blank", "title": _TITLES.get(status, "It did not work"), "status": status}
    whole = json.dumps({**body, "detail": says, "code": code}, ensure_ascii=False).encode()
    return Response(whole, status, headers, MEDIA)


async def _refused(request: Request, error: Exception) -> Response:
    del request
    status = error.status_code if isinstance(error, HTTPException) else 500
    says = {404: "no record has this id, or no page this address", 405: "this address is read only"}
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return problem(status, "H031", says.get(status, "it cannot be answered; see the API description"), headers)


async def _coded(request: Request, error: Exception) -> Response:
    del request
    if isinstance(error, PackError):
        return problem(503, error.code, "what is known cannot be read; whoever runs this program must mend it")
    if isinstance(error, AmanatError):
        return problem(422, error.code, error.message)
    return problem(500, "X001", "a fault of ours; please report it, without what you asked for")


HANDLERS = {HTTPException: _refused, AmanatError: _coded, Exception: _coded}
"""What Starlette is told of errors."""
