"""Run it: users and roles, how long things are kept, backups and their drill, the log, the packs. No story, no case."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from amanat.core import AmanatError, DeskError, Refused
from amanat.desk import housestyle
from amanat.desk.calls import Call, Handler, endpoint
from amanat.desk.faults import not_ours
from amanat.packs import load
from amanat.store import Duty, Kind, audit, backup, retention, users
from amanat.store.opening import add_user, close_user, drill, open_user
from amanat.store.settings import keep as keep_setting
from amanat.store.settings import kept

_TABS = ("users", "keeping", "backups", "log", "house", "packs")


def _manager(handler: Handler) -> Callable[[Call], Response]:
    def only(call: Call) -> Response:
        if not users.manages(call.state.open_vault(), call.user):
            raise Refused
        return handler(call)

    only.__name__ = handler.__name__
    return only


def show(call: Call) -> Response:
    """Show one tab."""
    tab = call.path.get("tab", _TABS[0])
    if tab not in _TABS:
        raise DeskError("W008", "there is no such page")
    vault = call.state.open_vault()
    values: dict[str, Any] = {"tab": tab, "tabs": _TABS, "people": users.everybody(vault)}
    match tab:
        case "users":
            values |= {"duties": list(Duty)}
        case "keeping":
            values |= {"terms": retention.terms(vault), "swept": call.state.swept, "kinds": list(Kind)}
        case "backups":
            folder = call.state.home.backups
            found = backup.generations(folder) if folder else []
            values |= {"backups": [(p.name, p.stat().st_size) for p in found], "folder": bool(folder), "drilled": None}
        case "log":
            names = {a.user.id: a.user.name for a in users.everybody(vault)}
            rows = [(e, datetime.fromtimestamp(e.at, UTC)) for e in audit.entries(vault)]
            values |= {"rows": rows, "names": names, "soundness": audit.check(vault)}
        case "house":
            values |= {"style": kept(vault, housestyle.NAME).decode("utf-8", "replace"), "wrong": ""}
        case "packs":
            values |= {"packs": _packs()}
    return call.html("run.html", **values)


def add(call: Call) -> Response:
    """Add a user."""
    roles = frozenset(Duty(d) for d in call.lists.get("duty", []) if d in set(Duty))
    if call.asked("passphrase") != call.asked("again"):
        raise DeskError("W014", "the two passphrases are not the same; nothing was made")
    vault = call.state.open_vault()
    add_user(call.state.home, vault, call.user, call.asked("name"), call.asked("passphrase"), roles)
    # With the first administrator a lead no longer runs the desk: what follows is their work, not a refusal.
    return call.go("/run/users" if users.manages(vault, call.user) else "/")


def change(call: Call) -> Response:
    """Change roles, close an account, or open it with a new passphrase."""
    vault, home = call.state.open_vault(), call.state.home
    match call.asked("act"):
        case "close":
            close_user(home, vault, call.user, call.asked("who"))
        case "open":
            open_user(home, vault, call.user, call.asked("who"), call.asked("passphrase"))
        case "roles":
            roles = frozenset(Duty(d) for d in call.lists.get("duty", []) if d in set(Duty))
            users.change(vault, call.user, call.asked("who"), roles, active=True)
        case _:
            raise not_ours()
    return call.go("/run/users")


def keep(call: Call) -> Response:
    """Set how long records of a kind are kept; or confirm a clock that leapt."""
    vault = call.state.open_vault()
    if call.asked("clock") == "right":
        call.state.swept = retention.sweep(vault, confirmed=True)
    else:
        for kind in Kind:
            if call.asked(kind.value):
                retention.keep_for(vault, call.user, kind, call.number(kind.value))
    return call.go("/run/keeping")


def back_up(call: Call) -> Response:
    """Make a backup now, or try whether the newest can be restored."""
    vault, folder = call.state.open_vault(), call.state.home.backups
    if folder is None:
        raise DeskError("W017", "no folder for backups is set; start the desk with --backups FOLDER")
    done = None
    if call.asked("act") == "drill":
        found = backup.generations(folder)
        if not found:
            raise DeskError("W018", "there is no backup yet; make one first")
        done = drill(vault, found[0])
    else:
        backup.back_up(vault, folder, call.state.home.locks)
    found = backup.generations(folder)
    listed = [(p.name, p.stat().st_size) for p in found]
    values: dict[str, Any] = {"tab": "backups", "tabs": _TABS, "people": (), "backups": listed, "folder": True}
    return call.html("run.html", drilled=done, **values)


def house(call: Call) -> Response:
    """Keep another house style, if it is right; empty takes it away."""
    vault = call.state.open_vault()
    _, uploaded = call.files.get("file", ("", b""))
    content = uploaded or call.asked("style").replace("\r\n", "\n").encode()
    if len(content) > housestyle.LONGEST:
        raise DeskError("W027", "a house style has at most 200,000 letters")
    before = kept(vault, housestyle.NAME)
    keep_setting(vault, call.user, housestyle.NAME, content if content.strip() else b"")
    try:
        call.state.read_packs()
    except AmanatError as error:
        keep_setting(vault, call.user, housestyle.NAME, before)
        words = content.decode("utf-8", "replace")
        values: dict[str, Any] = {"tab": "house", "tabs": _TABS, "people": (), "style": words, "wrong": str(error)}
        return call.html("run.html", 422, **values)
    return call.go("/run/house")


def sign_log(call: Call) -> Response:
    """Begin to keep the end of the log again, after its file was lost; the log tells of it."""
    audit.sign_anew(call.state.open_vault(), call.user.id)
    return call.go("/run/log")


def _packs() -> list[tuple[str, int, str]]:
    """Return each pack with its files and the oldest day on which one of them was looked at."""
    found: dict[str, list[str]] = {}
    for file in load().files:
        found.setdefault(file.pack or "WORLD", []).append(str(file.content.get("as_of", "")))
    return [(pack, len(days), min((d for d in days if d), default="")) for pack, days in sorted(found.items())]


ROUTES = [
    Route("/run", endpoint(_manager(show))),
    Route("/run/users", endpoint(_manager(add)), methods=["POST"]),
    Route("/run/users/change", endpoint(_manager(change)), methods=["POST"]),
    Route("/run/keeping", endpoint(_manager(keep)), methods=["POST"]),
    Route("/run/backups", endpoint(_manager(back_up)), methods=["POST"]),
    Route("/run/house", endpoint(_manager(house)), methods=["POST"]),
    Route("/run/log", endpoint(_manager(sign_log)), methods=["POST"]),
    Route("/run/{tab}", endpoint(_manager(show))),
]
