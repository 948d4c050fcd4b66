"""First start, signing in and out, the interface's language, and the key that hides everything."""

import secrets

import pyotp
from starlette.responses import Response
from starlette.routing import Route

from amanat.core import AmanatError, DeskError, StoreError
from amanat.desk.calls import COOKIE, Call, endpoint
from amanat.desk.faults import not_ours, status, wrong_code
from amanat.desk.speech import languages
from amanat.store import Kind, sessions, users
from amanat.store.sessions import LONGEST

_YEAR = 365 * 24 * 60 * 60


def front(call: Call) -> Response:
    """Send everybody where they begin."""
    if not call.state.home.exists:
        return call.go("/start")
    if call.user_ is None:
        return call.go("/sign-in")
    places = {"/stories": call.user.holds(Kind.STORY), "/cases": call.user.holds(Kind.CASE), "/run": True}
    return call.go(next(place for place, open_ in places.items() if open_))


def start(call: Call) -> Response:
    """Show the first page of a new desk."""
    return call.go("/sign-in") if call.state.home.exists else call.html("start.html", error=None, name="")


def made(call: Call) -> Response:
    """Make the store with its first user."""
    name, phrase = call.asked("name"), call.asked("passphrase")
    if phrase != call.asked("again"):
        differ = DeskError("W014", "the two passphrases are not the same; nothing was made")
        return _once_more(call, "start.html", differ, name=name)
    try:
        user = call.state.set_up(name, phrase)
    except StoreError as error:
        return _once_more(call, "start.html", error, name=name)
    return _in(call, sessions.begin(call.state.open_vault(), user), "/stories")


def _once_more(call: Call, template: str, error: AmanatError, **values: object) -> Response:
    """Show a form again with what was wrong; what was typed into its open fields stays."""
    return call.html(template, status(error), error=error, told=call.speech.told(error.message), **values)


def sign_in(call: Call) -> Response:
    """Show the sign-in form."""
    if not call.state.home.exists:
        return call.go("/start")
    return (
        call.go("/") if call.user_ else call.html("sign_in.html", locked=call.state.vault is None, error=None, name="")
    )


def signed(call: Call) -> Response:
    """Check a passphrase; a second step follows where one is set."""
    try:
        user = call.state.unlock(call.asked("name"), call.asked("passphrase"))
    except StoreError as error:
        return _once_more(call, "sign_in.html", error, locked=call.state.vault is None, name=call.asked("name"))
    vault = call.state.open_vault()
    if users.by_id(vault, user.id).second_step:
        token = secrets.token_urlsafe(32)
        call.state.half_way(token, user.id)
        call.cookies.append(("amanat-step", token, 300))
        return call.go("/sign-in/step")
    return _in(call, sessions.begin(vault, user), "/")


def step(call: Call) -> Response:
    """Ask for the code."""
    return call.html("step.html", error=None) if call.state.who_half_way(call.half) else call.go("/sign-in")


def stepped(call: Call) -> Response:
    """Check the code of the second step; it is taken once."""
    vault = call.state.open_vault()
    id_ = call.state.who_half_way(call.half)
    if not id_:
        return call.go("/sign-in")
    account = users.by_id(vault, id_)
    sessions.may_try(vault, f"step {id_}")
    used = right_step(account.totp, call.asked("code"), vault.now())
    if used is None:
        sessions.failed(vault, f"step {id_}")
        return _once_more(call, "step.html", wrong_code())
    users.took_step(vault, account, used)
    sessions.succeeded(vault, f"step {id_}")
    call.state.whole_way(call.half)
    call.cookies.append(("amanat-step", "", 0))
    return _in(call, sessions.begin(vault, account.user), "/")


def right_step(secret: str, code: str, now: int) -> int | None:
    """Return the time step whose code this is (RFC 6238), one step early or late; None for none."""
    if not secret:
        return None
    totp = pyotp.TOTP(secret)
    given = "".join(code.split())
    steps = [now // totp.interval + off for off in (0, -1, 1)]
    return next((s for s in steps if secrets.compare_digest(totp.generate_otp(s).encode(), given.encode())), None)


def sign_out(call: Call) -> Response:
    """End the session."""
    sessions.end(call.state.open_vault(), call.token)
    call.cookies.append((COOKIE, "", 0))
    return call.go("/sign-in")


def hide(call: Call) -> Response:
    """End the session and lock the desk, whoever else is signed in stays; the page is blank already."""
    sessions.end(call.state.open_vault(), call.token)
    if not sessions.anybody(call.state.open_vault()):
        call.state.lock()
    call.cookies.append((COOKIE, "", 0))
    return Response(status_code=204)


def language(call: Call) -> Response:
    """Choose the language of the interface."""
    tag = call.asked("language")
    if tag not in languages():
        raise not_ours()
    call.cookies.append(("amanat-language", tag, _YEAR))
    back = call.asked("back")
    return call.go(back if back.startswith("/") and not back.startswith("//") and "\\" not in back else "/")


def _in(call: Call, token: str, where: str) -> Response:
    call.cookies.append((COOKIE, token, LONGEST))
    return call.go(where)


ROUTES = [
    Route("/", endpoint(front, open_=True)),
    Route("/start", endpoint(start, open_=True)),
    Route("/start", endpoint(made, open_=True), methods=["POST"]),
    Route("/sign-in", endpoint(sign_in, open_=True)),
    Route("/sign-in", endpoint(signed, open_=True), methods=["POST"]),
    Route("/sign-in/step", endpoint(step, open_=True)),
    Route("/sign-in/step", endpoint(stepped, open_=True), methods=["POST"]),
    Route("/sign-out", endpoint(sign_out), methods=["POST"]),
    Route("/hide", endpoint(hide), methods=["POST"]),
    Route("/language", endpoint(language, open_=True), methods=["POST"]),
]
