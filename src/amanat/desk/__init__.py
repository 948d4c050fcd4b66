"""The desk in a browser: one process on this machine, over a sealed store. It wires, it does not think.

::

    request ──guard──▶ calls ──▶ pages.* ──▶ opened (read once, decided often) ──▶ shown ──▶ render
                                    │
                                    └──▶ store: access decides, audit remembers
"""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from amanat.desk.guard import Guard
from amanat.desk.pages import account, cases, drafts, exports, lookup, review, running, sharing, start, stories
from amanat.desk.render import HERE, asset
from amanat.desk.state import State

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


def desk(state: State, names: frozenset[str] = frozenset()) -> Guard:
    """Return the application.

    Args:
        state: the store's home and what is known.
        names: host names beside those of this machine, when a proxy stands in front.
    """
    routes = [
        *start.ROUTES,
        *stories.ROUTES,
        *cases.ROUTES,
        *drafts.ROUTES,
        *sharing.ROUTES,
        *exports.ROUTES,
        *review.ROUTES,
        *lookup.ROUTES,
        *running.ROUTES,
        *account.ROUTES,
        Route("/static/{digest}/{name}", _static),
        Route("/favicon.ico", _no_picture),
    ]
    app = Starlette(routes=routes, exception_handlers={404: _missing, 405: _missing})
    app.state.desk = state
    return Guard(app, LOOPBACK | names, tls=state.tls)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in {"desk.css", "desk.js"} or asset(name) != request.url.path:
        return PlainTextResponse("W008: there is no such page", 404)
    kept = {"cache-control": "private, max-age=31536000, immutable"}
    return Response((HERE / "static" / name).read_bytes(), media_type=_KINDS[name.rpartition(".")[2]], headers=kept)


async def _no_picture(_: Request) -> Response:
    return Response(status_code=204)


async def _missing(_: Request, __: Exception) -> Response:
    return PlainTextResponse("W008: there is no such page", 404)
