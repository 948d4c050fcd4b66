"""The OpenAPI description: the published one of HSDS 3.1, made to stand alone and to tell the whole truth.

The published file points at schemas on the web, gives two operations one name, and knows no answer but 200. Here the
schemas are inside, names are unique, and 304, 404, 422, 429 and 503 are documented.
"""

import json
from copy import deepcopy

from amanat.store.hsds.model import SCHEMAS, VERSION, Json, Record, entities

PROFILE = "https://docs.openreferral.org/en/latest/hsds/schema_reference.html"
"""Plain HSDS: what we say beyond it stands in attributes."""
_PROBLEM: Record = {
    "type": "object",
    "required": ["title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "pattern": "^[A-Z][0-9]{3}$"},
    },
}
_REFUSALS = {
    "404": "No such record.",
    "422": "A parameter is wrong.",
    "429": "Too many calls.",
    "503": "The directory cannot be read just now.",
}
_PAGE = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents")
_SCHEMA_OF = {
    "/services": "service",
    "/organizations": "organization",
    "/service_at_locations": "service_at_location",
    "/taxonomies": "taxonomy",
    "/taxonomy_terms": "taxonomy_term",
}


def description(address: str) -> Record:
    """Return the description of the API at an address."""
    published = json.loads((SCHEMAS / "openapi.json").read_text("utf-8"))
    made: Record = {"openapi": "3.1.0", "jsonSchemaDialect": str(published["jsonSchemaDialect"])}
    made["info"] = {
        "title": "Directory of help",
        "version": VERSION,
        "summary": "Who helps people who were trafficked or are at risk, after HSDS 3.1. Read only, no account.",
        "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    }
    made["servers"] = [{"url": address}]
    components: Record = {"schemas": {**_schemas(), "Problem": _PROBLEM}}
    given = published["components"]["parameters"]
    components["parameters"] = {name: _parameter(name, deepcopy(one)) for name, one in given.items()}
    made["components"] = components
    made["paths"] = {path: _path(path, deepcopy(item)) for path, item in published["paths"].items()}
    return made


def _schemas() -> Record:
    """The published schemas of all objects, pointing at one another inside this description."""
    names = entities()
    out: Record = {}
    for name in names:
        text = (SCHEMAS / f"{name}.json").read_text("utf-8")
        for other in names:
            text = text.replace(f'"{other}.json"', f'"#/components/schemas/{other}"')
        schema = json.loads(text)
        out[name] = {key: schema[key] for key in ("type", "properties", "required") if key in schema}
    return out


def _parameter(name: str, parameter: Record) -> Record:
    if name in ("page", "per_page"):
        parameter["schema"] = {"type": "integer", "minimum": 1, "maximum": 10**9}
    if name == "format":
        parameter["schema"] = {"type": "string", "enum": ["json", "ndjson"]}
    if name == "modified_after":
        parameter["schema"] = {"type": "string", "format": "date-time"}
    if name == "proximity":
        parameter["schema"] = {"type": "string", "pattern": "^[0-9]{1,6}$"}
    if parameter["schema"] == {"type": "string"}:
        parameter["schema"] = {"type": "string", "maxLength": 500}
    return parameter


def _path(path: str, item: dict[str, Json]) -> Record:
    for method in ("get", "post"):
        operation = item.get(method)
        if isinstance(operation, dict):
            name = path.strip("/").replace("/{id}", "_by_id") or "about"
            given = operation.get("parameters", [])
            operation["parameters"] = [
                _parameter(str(one["name"]), one) if isinstance(one, dict) and "name" in one else one
                for one in (given if isinstance(given, list) else [])
            ]
            operation["operationId"] = f"{method}_{name}"
            operation["responses"] = _responses(path)
    return item


def _responses(path: str) -> Record:
    kind = _SCHEMA_OF.get(path.removesuffix("/{id}"))
    if kind is None:
        schema: Record = {
            "type": "object",
            "required": ["version", "profile", "openapi_url"],
            "properties": {
                "version": {"type": "string"},
                "profile": {"type": "string", "format": "uri"},
                "openapi_url": {"type": "string", "format": "uri"},
            },
        }
    elif path.endswith("/{id}"):
        schema = {"$ref": f"#/components/schemas/{kind}"}
    else:
        schema = _page(kind)
    content: Record = {"application/json": {"schema": schema}}
    if kind and not path.endswith("/{id}"):
        content["application/x-ndjson"] = {"schema": {"type": "string"}}
    said: Record = {"200": {"description": "What was asked for.", "content": content}}
    said["304"] = {"description": "Nothing has changed since the ETag that was sent."}
    for status, says in _REFUSALS.items():
        problem: Record = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        said[status] = {"description": says, "content": problem}
    return said


def _page(kind: str) -> Record:
    properties: Record = {name: {"type": "integer", "minimum": 0} for name in _PAGE[:4]}
    properties.update({name: {"type": "boolean"} for name in _PAGE[4:7]})
    properties["contents"] = {"type": "array", "items": {"$ref": f"#/components/schemas/{kind}"}}
    return {"type": "object", "required": [*_PAGE], "properties": properties}
