"""The parameters of a call, from the address or, so that search terms stay out of it, from the body of a POST."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request

from amanat.core import DataError
from amanat.store.directory.questions import Asked
from amanat.store.hsds.formats import is_date_time

PER_PAGE = 50
MOST = 500
_LONGEST_BODY = 20_000  # bytes
_LONGEST = 500  # characters of one value
_FLAGS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a caller asked for."""

    asked: Asked
    page: int
    per_page: int
    minimal: bool
    full: bool
    full_service: bool
    stream: bool
    """One record a line, all of them."""


async def parameters(request: Request) -> Parameters:
    """Read the parameters of a call.

    Raises:
        DataError: H030, one of them is wrong; the sentence names it, never its value.
    """
    given = dict(request.query_params)
    if request.method == "POST":
        given.update(await _body(request))
    for name, value in given.items():
        if len(value) > _LONGEST:
            raise DataError("H030", f"a parameter is longer than {_LONGEST} characters: {_named(name)}")
        given[name] = value.replace("\0", " ")  # no database keeps it
    form = given.get("format", "json")
    if form not in ("json", "ndjson"):
        raise DataError("H030", "`format` is json or ndjson")
    asked = Asked(
        search=given.get("search", ""),
        taxonomy_term_id=given.get("taxonomy_term_id", ""),
        taxonomy_id=given.get("taxonomy_id", ""),
        organization_id=given.get("organization_id", ""),
        modified_after=_moment(given.get("modified_after")),
        parent_id=given.get("parent_id", ""),
        top_only=_flag(given, "top_only"),
        postcode=given.get("postcode", ""),
        proximity=_metres(given.get("proximity")),
    )
    minimal = _flag(given, "minimal")
    return Parameters(
        asked,
        page=_whole(given, "page", 1, 10**9),
        per_page=min(_whole(given, "per_page", PER_PAGE, 10**9), MOST),
        minimal=minimal,
        full=_flag(given, "full"),
        full_service=_flag(given, "full_service"),
        stream=form == "ndjson",
    )


async def _body(request: Request) -> Mapping[str, str]:
    """Read the body of a POST: a JSON object, or a form; nothing when it is empty."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _LONGEST_BODY:
            raise DataError("H030", "the body of the call is too long")
    if not body.strip():
        return {}
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise DataError("H030", "the body of the call is one JSON object: parameters and their values") from None
    if not isinstance(value, dict) or not all(isinstance(v, str | int | float | bool) for v in value.values()):
        raise DataError("H030", "the body of the call is one JSON object: parameters and their values")
    return {str(k): str(v).lower() if isinstance(v, bool) else str(v) for k, v in value.items()}


_KNOWN = frozenset(
    "search page per_page format taxonomy_term_id taxonomy_id organization_id modified_after minimal full full_service "
    "postcode proximity top_only parent_id".split()
)


def _named(name: str) -> str:
    return f"`{name}`" if name in _KNOWN else "one that is not known"


def _flag(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "false")
    if value not in _FLAGS:
        raise DataError("H030", f"`{name}` is true or false")
    return _FLAGS[value]


def _whole(given: Mapping[str, str], name: str, otherwise: int, most: int) -> int:
    value = given.get(name, str(otherwise))
    if not (value.isascii() and value.isdigit() and len(value) < 12 and 1 <= int(value) <= most):  # noqa: PLR2004
        raise DataError("H030", f"`{name}` is a whole number from 1 on")
    return int(value)


def _moment(value: str | None) -> str:
    """Return a time as RFC 3339 in UTC, which compares as text."""
    if value is None:
        return ""
    # a plus sign in an address that was not escaped arrives as a blank
    written = value.replace(" ", "+")
    if not is_date_time(written):
        raise DataError("H030", "`modified_after` is a time, like 2026-11-24T00:00:00Z (RFC 3339)")
    try:
        return datetime.fromisoformat(written.upper()).astimezone(UTC).replace(microsecond=0).isoformat()
    except OverflowError:
        return "9999"


def _metres(value: str | None) -> float | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 6):  # noqa: PLR2004 - a thousand kilometres
        raise DataError("H030", "`proximity` is a number of metres, under a million")
    return float(value)
