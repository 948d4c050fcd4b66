"""The addresses of the HSDS API."""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from amanat.registers.calls import today
from amanat.registers.providers import Providers
from amanat.serve.directory.description import PROFILE, description
from amanat.serve.directory.parameters import Parameters, parameters
from amanat.serve.part import Setting
from amanat.store.directory.from_packs import in_memory
from amanat.store.directory.questions import Asked, Catalogue
from amanat.store.directory.sqlite import Sqlite
from amanat.store.hsds.model import VERSION, Json, Record

PATHS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
_FILTERS = {
    "service": {"search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after"},
    "organization": {"search", "taxonomy_term_id", "taxonomy_id"},
    "service_at_location": (
        {"search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "postcode", "proximity"}
    ),
    "taxonomy": {"search"},
    "taxonomy_term": {"search", "taxonomy_id", "top_only", "parent_id"},
}


def routes(setting: Setting) -> Sequence[BaseRoute]:
    """Return the routes of the directory."""
    engine = Sqlite(setting.directory) if setting.directory else in_memory(setting.registers)
    catalogue = Catalogue(engine, _confirmed(setting.registers.providers))
    made: list[BaseRoute] = [
        Route("/", _about(setting), methods=["GET"]),
        Route("/openapi.json", _fixed(description(setting.address)), methods=["GET"]),
    ]
    for path, kind in PATHS.items():
        made.append(Route(f"/{path}", _list(catalogue, kind), methods=["GET", "POST"]))
        made.append(Route(f"/{path}/{{id}}", _one(catalogue, kind), methods=["GET"]))
    return made


def _confirmed(providers: Providers) -> Callable[[str, str], bool]:
    """As of the day of each call: a program that runs for months must not give out what has run out."""

    def tell(id_: str, number: str) -> bool:
        return providers.confirmed(today())(id_, number)

    return tell


def _about(setting: Setting) -> Callable[[Request], Response]:
    return _fixed({"version": VERSION, "profile": PROFILE, "openapi_url": f"{setting.address}/openapi.json"})


def _fixed(record: Record) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return _answer(request, record)

    return answer


def _list(catalogue: Catalogue, kind: str) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        wanted = await parameters(request)
        wanted = replace(wanted, asked=_only(wanted.asked, _FILTERS[kind]))
        if wanted.stream:
            lines = (f"{_text(record)}\n" for record in _records(catalogue, kind, wanted))
            return StreamingResponse(lines, media_type="application/x-ndjson", headers={"Cache-Control": "no-store"})
        return _answer(request, _page(catalogue, kind, wanted), private=bool(wanted.asked.search))

    return answer


def _one(catalogue: Catalogue, kind: str) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        record = catalogue.one(kind, request.path_params["id"])
        if record is None:
            raise HTTPException(404)
        wanted = await parameters(request)
        whole = catalogue.whole(kind, record)
        if kind == "organization":
            whole["services"] = catalogue.services_of(str(record["id"]), whole=wanted.full_service)
        return _answer(request, whole)

    return answer


def _only(asked: Asked, filters: set[str]) -> Asked:
    """Drop filters that a list does not have."""
    bare = Asked()
    return replace(bare, **{name: getattr(asked, name) for name in filters})


def _page(catalogue: Catalogue, kind: str, wanted: Parameters) -> Record:
    total = catalogue.count(kind, wanted.asked)
    size = max(total, 1) if wanted.minimal else wanted.per_page
    skip = (wanted.page - 1) * size
    records = catalogue.page(kind, wanted.asked, skip, size) if skip < total else []
    pages = math.ceil(total / size)
    contents: list[Json] = [_shown(catalogue, kind, record, wanted) for record in records]
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": wanted.page,
        "size": len(contents),
        "first_page": wanted.page == 1,
        "last_page": wanted.page >= pages,
        "empty": not contents,
        "contents": contents,
    }


def _records(catalogue: Catalogue, kind: str, wanted: Parameters) -> Iterator[Record]:
    return (_shown(catalogue, kind, record, wanted) for record in catalogue.stream(kind, wanted.asked))


def _shown(catalogue: Catalogue, kind: str, record: Record, wanted: Parameters) -> Record:
    if wanted.minimal and kind == "service":
        # name and status as well: without them it would be no service of HSDS
        return {key: record[key] for key in ("id", "name", "status", "last_modified") if key in record}
    if wanted.full or wanted.full_service or kind.startswith("taxonomy"):
        whole = catalogue.whole(kind, record)
        if kind == "organization":
            whole["services"] = catalogue.services_of(str(record["id"]), whole=wanted.full_service)
        return whole
    return catalogue.listed(kind, record)


def _answer(request: Request, record: Record, *, private: bool = False) -> Response:
    body = _text(record).encode()
    seal = f'W/"{sha256(body).hexdigest()[:32]}"'
    keep = "no-store" if private or request.method == "POST" else "public, max-age=60"
    headers = {"ETag": seal, "Cache-Control": keep, "X-Content-Type-Options": "nosniff"}
    asked = {one.strip() for one in request.headers.get("if-none-match", "").split(",")}
    if request.method == "GET" and (seal in asked or "*" in asked):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _text(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
