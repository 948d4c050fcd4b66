"""What somebody is writing is sealed as they write: a session that ends takes nothing with it."""

import json

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from amanat.core import DeskError
from amanat.desk.calls import Call, endpoint
from amanat.desk.faults import not_ours
from amanat.store import drafts

FORMS = ("story", "case")
LONGEST = 2_000_000
"""Letters of a draft; longer stories come as files, which are on a disk already."""


def keep(call: Call) -> Response:
    """Seal what stands in a form, over what was sealed before; empty fields take it away.

    Of a case nothing is kept before the person agreed to it.

    Raises:
        DeskError: W010 no such form, W028 it is too long.
    """
    form, fields = call.asked("form"), call.asked("fields")
    if form not in FORMS:
        raise not_ours()
    if len(fields) > LONGEST:
        raise DeskError("W028", "this is too long to be kept while you write; save it as a file and hand that in")
    try:
        given = {str(name): str(value) for name, value in json.loads(fields or "{}").items()}
    except (ValueError, AttributeError, RecursionError):
        raise not_ours() from None
    if form == "case" and given.get("agreed") != "yes":
        given = {}
    kept = any(value.strip() for name, value in given.items() if name != "agreed")
    drafts.keep(
        call.state.open_vault(), call.user, json.dumps({"form": form, "fields": given}).encode() if kept else b""
    )
    return JSONResponse({"kept": kept})


def of_form(call: Call, form: str) -> str:
    """Return what this user left in a form, as JSON for the script that puts it back; empty for nothing."""
    found = drafts.kept(call.state.open_vault(), call.user)
    content = json.loads(found) if found else {}
    return json.dumps(content["fields"]) if content.get("form") == form else ""


def done(call: Call, form: str) -> None:
    """Forget what was left in a form: it was handed in."""
    if of_form(call, form):
        drafts.keep(call.state.open_vault(), call.user, b"")


ROUTES = [Route("/draft", endpoint(keep), methods=["POST"])]
