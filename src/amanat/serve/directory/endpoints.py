"""The addresses of the HSDS API."""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from amanat.core import DataError
from amanat.registers import Registers
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
    shelf = Shelf(setting.registers, setting.directory)
    shelf.now()  # what cannot be opened is told at the start
    made: list[BaseRoute] = [
        Route("/", _about(setting), methods=["GET"]),
        Route("/openapi.json", _fixed(description(setting.address)), methods=["GET"]),
    ]
    for path, kind in PATHS.items():
        made.append(Route(f"/{path}", _list(shelf, kind), methods=["GET", "POST"]))
        made.append(Route(f"/{path}/{{id}}", _one(shelf, kind), methods=["GET"]))
    return made


@dataclass(slots=True)
class Shelf:
    """The directory as it is at each call: a number found wrong, or a new import, is heard of without a new start."""

    registers: Registers
    directory: Path | None
    _held: tuple[Providers, tuple[int, int] | None, Catalogue] | None = None

    def now(self) -> Catalogue:
        """Return the directory, read anew when calls were recorded or its file was replaced since.

        Raises:
            DataError: H020, the directory cannot be opened; H045, it is gone.
            PackError: the record of calls is wrong.
        """
        providers, file = self.registers.providers, self._file()
        if self._held is None or self._held[0] is not providers or self._held[1] != file:
            engine = Sqlite(self.directory) if self.directory else in_memory(self.registers)
            self._held = providers, file, Catalogue(engine, _confirmed(providers))
        return self._held[2]

    def _file(self) -> tuple[int, int] | None:
        if self.directory is None:
            return None
        try:
            state = self.directory.stat()
        except OSError:
            raise DataError("H045", "there is no directory any more; restore it or import anew") from None
        return state.st_ino, state.st_mtime_ns


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


def _list(shelf: Shelf, kind: str) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        catalogue = shelf.now()
        wanted = await parameters(request)
        wanted = replace(wanted, asked=_only(wanted.asked, _FILTERS[kind]))
        if wanted.stream:
            lines = (f"{_text(record)}\n" for record in _records(catalogue, kind, wanted))
            return StreamingResponse(lines, media_type="application/x-ndjson", headers={"Cache-Control": "no-store"})
        return _answer(request, _page(catalogue, kind, wanted), private=bool(wanted.asked.search))

    return answer


def _one(shelf: Shelf, kind: str) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        catalogue = shelf.now()
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
    # what is kept is asked for anew each time: a number in it may have been found wrong meanwhile
    keep = "no-store" if private or request.method == "POST" else "public, no-cache"
    headers = {"ETag": seal, "Cache-Control": keep, "X-Content-Type-Options": "nosniff"}
    asked = {one.strip() for one in request.headers.get("if-none-match", "").split(",")}
    if request.method == "GET" and (seal in asked or "*" in asked):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _text(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
