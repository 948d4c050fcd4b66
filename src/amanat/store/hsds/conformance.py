"""Does an API keep HSDS 3.1? The checks that the specification asks for, for anybody's API.

There is no official suite. These are the MUSTs of the specification and of its OpenAPI file, the rules of the UK
validator (first, middle and last page; a required endpoint that fails is an error, an optional one a warning), and a
few of our own (pages, lines and counts agree). Bodies are held against the published schemas with formats checked.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from amanat.store.hsds.faults import faults
from amanat.store.hsds.filters import filter_checks
from amanat.store.hsds.formats import is_uri
from amanat.store.hsds.model import Entity, Json, Record, entities, objects

LISTS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
REQUIRED = frozenset({"services"})
_PAGE = {
    "total_items": int,
    "total_pages": int,
    "page_number": int,
    "size": int,
    "first_page": bool,
    "last_page": bool,
    "empty": bool,
}
_MUST = frozenset({"C05"})
_SHARED = 3  # organizations behind one page from which it is no page of theirs
_PLAIN = "https://docs.openreferral.org/"
_SOME = 5  # records of a list looked at one by one


class Verdict(StrEnum):
    """Outcome of one check."""

    PASS = "pass"  # noqa: S105 - no password
    WARN = "warning"
    FAIL = "fail"
    SKIP = "not tested"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check: its number in the list of the manual, what it asks, and how it went."""

    check: str
    asks: str
    verdict: Verdict
    says: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the API answered."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def json(self) -> Json:
        """The body as a value; None when it is not JSON."""
        try:
            value: Json = json.loads(self.body)
        except ValueError:
            return None
        return value


Fetch = Callable[[str, str, Mapping[str, str]], Reply]
"""Asks the API: method, path, and parameters (in the address for GET, as a JSON body for POST)."""


@dataclass(slots=True)
class Suite:
    """All checks against one API."""

    fetch: Fetch
    _pages: dict[str, Record] = field(default_factory=dict)

    def run(self) -> Iterator[Outcome]:
        """Yield the outcome of every check, in order."""
        yield self._about()
        yield from self._described()
        for path, kind in LISTS.items():
            grave = Verdict.FAIL if path in REQUIRED else Verdict.WARN
            yield from self._list(path, kind, grave)
        yield self._endpoints()
        for path in LISTS:
            if path in self._pages:
                yield self._post(path)
                yield self._lines(path)
        yield from self._services()
        yield self._unknown()
        yield self._wrong()

    def _about(self) -> Outcome:
        asks = "GET / tells version, profile and openapi_url"
        told = self.fetch("GET", "/", {}).json
        if not isinstance(told, dict) or not isinstance(told.get("version"), str):
            return Outcome("C01", asks, Verdict.FAIL, "no object with a version")
        bad = [key for key in ("profile", "openapi_url") if not is_uri(str(told.get(key, "")))]
        return _outcome("C01", asks, [f"{key} is no uri" for key in bad])

    def _list(self, path: str, kind: str, grave: Verdict) -> Iterator[Outcome]:
        asks = f"GET /{path} is a page"
        first = self.fetch("GET", f"/{path}", {"per_page": "10"})
        page = first.json
        if first.status != 200 or not isinstance(page, dict):  # noqa: PLR2004 - OK
            yield Outcome("C02" if path in REQUIRED else "C09", asks, grave, f"answered {first.status}")
            return
        self._pages[path] = page
        yield _outcome("C02" if path in REQUIRED else "C09", asks, list(_page_faults(page)), grave)
        records = _contents(page)
        if not records:
            yield Outcome("C16", f"/{path} has records", Verdict.WARN, "the list is empty")
            return
        yield _outcome("C04", f"records of /{path} keep the schema", list(_faults(kind, records)), grave)
        yield self._through(path, kind, page, grave)
        yield self._each(path, kind, records, grave)

    def _through(self, path: str, kind: str, page: Record, grave: Verdict) -> Outcome:
        """Look at the middle page and the last one."""
        said: list[str] = []
        total = int(str(page.get("total_pages", 1)))
        for number in dict.fromkeys((max(1, total // 2), max(1, total))):
            there = self.fetch("GET", f"/{path}", {"per_page": "10", "page": str(number)}).json
            if not isinstance(there, dict):
                said.append(f"page {number} is no object")
                continue
            said += [*_page_faults(there), *_faults(kind, _contents(there))]
        return _outcome("C16", f"middle and last page of /{path}", said, grave)

    def _each(self, path: str, kind: str, records: list[Record], grave: Verdict) -> Outcome:
        said: list[str] = []
        for record in records[:_SOME]:
            reply = self.fetch("GET", f"/{path}/{record.get('id')}", {})
            whole = reply.json
            if reply.status != 200 or not isinstance(whole, dict):  # noqa: PLR2004 - OK
                said.append(f"answered {reply.status}")
            elif whole.get("id") != record.get("id"):
                said.append("answers another record than asked for")
            else:
                said += _faults(kind, [whole])
        return _outcome("C03" if path in REQUIRED else "C09", f"GET /{path}/{{id}} is the whole record", said, grave)

    def _post(self, path: str) -> Outcome:
        asks = f"POST /{path} answers like GET"
        reply = self.fetch("POST", f"/{path}", {"per_page": "10"})
        if reply.status in (404, 405, 501):
            return Outcome("C13", asks, Verdict.WARN, "is not there: search terms stand in addresses and logs")
        same = reply.json == self.fetch("GET", f"/{path}", {"per_page": "10"}).json
        return _outcome("C13", asks, [] if same else ["answers differ"])

    def _lines(self, path: str) -> Outcome:
        asks = f"format=ndjson of /{path} is all of it, once"
        reply = self.fetch("GET", f"/{path}", {"format": "ndjson"})
        try:
            ids = [json.loads(line)["id"] for line in reply.body.splitlines() if line.strip()]
        except (ValueError, TypeError, KeyError):
            return Outcome("C14", asks, Verdict.WARN, "is not one record a line")
        total = int(str(self._pages[path].get("total_items", 0)))
        said = [] if len(ids) == len(set(ids)) == total else [f"{len(ids)} lines, {total} records"]
        return _outcome("C19", asks, said)

    def _services(self) -> Iterator[Outcome]:
        page = self._pages.get("services")
        records = _contents(page) if page else []
        if not records:
            yield Outcome("C05", "filters are cumulative", Verdict.SKIP, "there is no service")
            return
        for check, asks, said in filter_checks(self._every):
            if said is None:
                yield Outcome(check, asks, Verdict.SKIP, "there is nothing to try it on")
            else:
                yield _outcome(check, asks, said, Verdict.FAIL if check in _MUST else Verdict.WARN)
        yield from self._words(self._every("services", {"full": "true"}))
        small = _contents(self.fetch("GET", "/services", {"minimal": "true"}).json)
        total = int(str((page or {}).get("total_items", 0)))
        said = [] if len(small) >= min(total, 1) and all("id" in one for one in small) else ["records without id"]
        yield _outcome("C15", "minimal=true lists ids", said, Verdict.WARN)
        far = self.fetch("GET", "/services", {"page": "999999"}).json
        empty = isinstance(far, dict) and far.get("empty") is True and not _contents(far)
        yield _outcome("C20", "a page beyond the last is empty", [] if empty else ["is not"], Verdict.WARN)

    def _words(self, services: list[Record]) -> Iterator[Outcome]:
        """Are the words those of HSDS, and do they mean what HSDS means?"""
        own = sorted({key for one in services for key in _own_terms(entities()["service"], one)})
        said = [f"own terms: {', '.join(own[:8])}"] if own else []
        yield _outcome("C06", "services use no term that HSDS has not", said, Verdict.WARN)
        now = datetime.now(tz=UTC).date().isoformat()
        said = ["assured_date lies ahead"] if any(str(one.get("assured_date", "")) > now for one in services) else []
        pages: dict[str, set[str]] = {}
        for one in services:
            if one.get("url"):
                pages.setdefault(str(one["url"]), set()).add(str(_owner(one)))
        shared = sum(len(owners) > _SHARED for owners in pages.values())
        said += [f"{shared} pages are the url of services of many organizations"] if shared else []
        yield _outcome("C07", "assured_date and url mean what HSDS means", said, Verdict.WARN)

    def _every(self, path: str, given: Mapping[str, str]) -> list[Record]:
        found: list[Record] = []
        for number in range(1, 200):
            page = self.fetch("GET", f"/{path}", {**given, "per_page": "500", "page": str(number)}).json
            found += _contents(page)
            if not isinstance(page, dict) or page.get("last_page") is not False:
                break
        return found

    def _described(self) -> Iterator[Outcome]:
        """Is there a description that names what is required, and is a profile of one's own declared?"""
        told = self.fetch("GET", "/", {}).json
        profile = str(told.get("profile", "")) if isinstance(told, dict) else ""
        plain = profile.startswith(_PLAIN)
        says = "plain HSDS" if plain else "the profile lies elsewhere and is not fetched: hold it by hand"
        yield Outcome("C08", "changes to HSDS are declared as a profile", Verdict.PASS if plain else Verdict.SKIP, says)
        found = self.fetch("GET", "/openapi.json", {})
        made = found.json
        if found.status == 404 or not isinstance(made, dict):  # noqa: PLR2004 - not found
            yield Outcome("C01", "the OpenAPI description is whole", Verdict.SKIP, "it lies at another address")
            return
        paths, info = made.get("paths"), made.get("info")
        said = [f"{key} is missing" for key in ("openapi", "info", "paths") if key not in made]
        said += (
            [] if isinstance(info, dict) and {"title", "version"} <= info.keys() else ["info has no title or version"]
        )
        named = paths.keys() if isinstance(paths, dict) else set[str]()
        said += [f"{path} is not in it" for path in ("/services", "/services/{id}") if path not in named]
        yield _outcome("C01", "the OpenAPI description is whole", said)

    def _endpoints(self) -> Outcome:
        missing = [path for path in LISTS if path not in self._pages]
        grave = Verdict.FAIL if REQUIRED & set(missing) else Verdict.WARN
        return _outcome("C17", "every endpoint answers, required and optional ones", [f"/{m}" for m in missing], grave)

    def _unknown(self) -> Outcome:
        reply = self.fetch("GET", "/services/00000000-0000-4000-8000-000000000000", {})
        return _outcome("C20", "an unknown id is 404", [] if reply.status == 404 else [f"answered {reply.status}"])  # noqa: PLR2004

    def _wrong(self) -> Outcome:
        statuses = [self.fetch("GET", "/services", {"page": bad}).status for bad in ("0", "-1", "x", "9" * 40)]
        said = [f"answered {status}" for status in statuses if status >= 500]  # noqa: PLR2004 - faults of the server
        return _outcome("C20", "a wrong parameter is no fault of the server", said)


def _outcome(check: str, asks: str, said: list[str], grave: Verdict = Verdict.FAIL) -> Outcome:
    return Outcome(check, asks, grave if said else Verdict.PASS, "; ".join(dict.fromkeys(said))[:400])


def _own_terms(entity: Entity, record: Record) -> Iterator[str]:
    """Yield keys at any depth that the schemas do not know."""
    parts = {part.name: part for part in entity.parts}
    yield from record.keys() - {field.name for field in entity.fields} - parts.keys()
    for name, part in parts.items():
        inside = record.get(name)
        for one in objects(inside if isinstance(inside, list) else [inside]):
            yield from _own_terms(entities()[part.object], one)


def _owner(service: Record) -> Json:
    organization = service.get("organization")
    return organization.get("id") if isinstance(organization, dict) else service.get("organization_id")


def _contents(page: Json) -> list[Record]:
    contents = page.get("contents") if isinstance(page, dict) else None
    return [one for one in contents if isinstance(one, dict)] if isinstance(contents, list) else []


def _faults(kind: str, records: list[Record]) -> Iterator[str]:
    for record in records:
        for fault in faults(kind, record):
            yield f"{fault.path} {fault.says}"


def _page_faults(page: Record) -> Iterator[str]:
    """The seven keys of a page and their arithmetic: the published schema would pass an empty object."""
    for key, kind in _PAGE.items():
        value = page.get(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            yield f"{key} is missing or of another type"
            return
    if not isinstance(page.get("contents"), list):
        yield "contents is no list"
        return
    size, number = int(str(page["size"])), int(str(page["page_number"]))
    total, pages = int(str(page["total_items"])), int(str(page["total_pages"]))
    if size != len(_contents(page)):
        yield "size is not the number of records"
    if page["empty"] is not (size == 0):
        yield "empty does not agree with size"
    if page["first_page"] is not (number == 1):
        yield "first_page does not agree with page_number"
    if page["last_page"] is not (number >= pages):
        yield "last_page does not agree with total_pages"
    if size and pages < math.ceil(total / max(size, 10)):
        yield "total_pages is too small for total_items"
