"""One request on its way: who asks, in which language, with which form; and the answer, whatever happens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from amanat.core import AmanatError, DeskError, Refused
from amanat.desk.faults import coded, not_ours, status
from amanat.desk.render import page
from amanat.desk.speech import Speech, languages, speech, wanted
from amanat.desk.state import State
from amanat.store import Duty, User, sessions, users

COOKIE = "amanat"


@dataclass(slots=True)
class Call:
    """A request, ready to be answered."""

    state: State
    path: dict[str, str]
    query: dict[str, str]
    form: dict[str, str]
    lists: dict[str, list[str]]
    files: dict[str, tuple[str, bytes]]
    """Name and content of each upload."""
    speech: Speech
    token: str
    half: str
    user_: User | None
    live: bool
    """Whether the page asks for pieces of itself only."""
    manages: bool = False
    cookies: list[tuple[str, str, int]] = field(default_factory=list)
    """Name, value, seconds; no value takes it away."""

    @property
    def user(self) -> User:
        """Who is signed in; pages that need nobody do not ask."""
        if self.user_ is None:
            raise DeskError("W009", "your session has ended; sign in again, your work is kept")
        return self.user_

    def asked(self, name: str) -> str:
        """Return a field of the form."""
        return self.form.get(name, "")

    def number(self, name: str) -> int:
        """Return a field that holds a whole number.

        Raises:
            DeskError: W010 it holds something else.
        """
        given = self.form.get(name, "")
        if not given.isascii() or not given.isdigit() or len(given) > 15:  # noqa: PLR2004
            raise not_ours()
        return int(given)

    def need(self, *duties: Duty) -> User:
        """Return who is signed in if they have one of these roles.

        Raises:
            Refused: V020 they have none.
        """
        if not self.user.has(*duties):
            raise Refused
        return self.user

    def html(self, template: str, code: int = 200, **values: Any) -> Response:  # noqa: ANN401 - goes to the template
        """Return a page."""
        return HTMLResponse(page(self, template, values), code)

    def go(self, where: str) -> Response:
        """Send the browser on, so that loading again sends no form twice."""
        return RedirectResponse(where, 303)


Handler = Callable[[Call], Response]


def endpoint(handler: Handler, *, open_: bool = False) -> Callable[[Request], Any]:
    """Make a handler answer requests: the form is read, who asks is looked up, errors become pages.

    Args:
        handler: what to do; runs in a thread, since the store waits for the disk.
        open_: whether nobody needs to be signed in.
    """

    async def answer(request: Request) -> Response:
        state: State = request.app.state.desk
        try:
            form, lists, files = await _form(request)
        except HTTPException:
            return Response("W002: this form is larger than 24 MB or not whole", 413, media_type="text/plain")
        return await run_in_threadpool(_answered, state, request, handler, (form, lists, files), open_)

    answer.__name__ = handler.__name__
    return answer


def _answered(
    state: State,
    request: Request,
    handler: Handler,
    sent: tuple[dict[str, str], dict[str, list[str]], dict[str, tuple[str, bytes]]],
    open_: bool,  # noqa: FBT001 - handed through a thread pool
) -> Response:
    call = _call(state, request, sent)
    state.hear()
    try:
        call.token, call.user_ = _who(state, request)
        if call.user_ and state.vault:
            call.manages = users.manages(state.vault, call.user_)
        if not open_ and call.user_ is None:
            return _sign_in_first(call, request)
        response = handler(call)
    except Exception as error:  # noqa: BLE001 - a page is always answered
        response = failed(call, coded(error))
    for name, value, seconds in call.cookies:
        if value:
            response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="strict", secure=state.tls)
        else:
            response.delete_cookie(name, httponly=True, samesite="strict", secure=state.tls)
    return response


def failed(call: Call, error: AmanatError) -> Response:
    """Answer with an error: a page, or a few words for a page that asked for pieces."""
    told = call.speech.told(error.message)
    if call.live:
        return JSONResponse({"code": error.code, "error": told or error.message}, status(error))
    return call.html("error.html", status(error), error=error, told=told)


def _call(
    state: State,
    request: Request,
    sent: tuple[dict[str, str], dict[str, list[str]], dict[str, tuple[str, bytes]]],
) -> Call:
    form, lists, files = sent
    chosen = request.cookies.get("amanat-language", "")
    tag = chosen if chosen in languages() else wanted(request.headers.get("accept-language", ""))
    return Call(
        state=state,
        path={k: str(v) for k, v in request.path_params.items()},
        query=dict(request.query_params),
        form=form,
        lists=lists,
        files=files,
        speech=speech(tag),
        token="",
        half=request.cookies.get("amanat-step", ""),
        user_=None,
        live=request.headers.get("x-amanat") == "live",
    )


def _who(state: State, request: Request) -> tuple[str, User | None]:
    token = request.cookies.get(COOKIE, "")
    if not token or state.vault is None:
        return "", None
    return token, sessions.whose(state.vault, token)


def _sign_in_first(call: Call, request: Request) -> Response:
    if call.live:
        return failed(call, DeskError("W009", "your session has ended; sign in again, your work is kept"))
    if not call.state.home.exists:
        return call.go("/start")
    if request.method == "POST":
        return failed(call, DeskError("W009", "your session has ended; sign in again, your work is kept"))
    return call.go("/sign-in")


async def _form(request: Request) -> tuple[dict[str, str], dict[str, list[str]], dict[str, tuple[str, bytes]]]:
    if request.method != "POST":
        return {}, {}, {}
    form = await request.form(max_files=1, max_fields=400, max_part_size=24 * 1024 * 1024)
    fields: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            files[name] = (value.filename or "", await value.read())
        else:
            fields[name] = value
            lists.setdefault(name, []).append(value)
    await form.close()
    return fields, lists, files
