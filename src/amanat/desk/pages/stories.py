"""Stories: the list, handing one in, waiting while it is read, sharing, and shredding."""

import secrets

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from amanat.core import DeskError
from amanat.desk.calls import Call, endpoint
from amanat.desk.opened import STEPS, About, read_ahead, stories, submit
from amanat.read import suffixes
from amanat.store import Kind, Right, records, release, users
from amanat.store.release import What

_QUICK = 20_000
"""Bytes up to which a story is read while the browser waits; longer ones show how far they are."""
_TITLE = 120


def listing(call: Call) -> Response:
    """Show this user's stories."""
    shown = stories(call.state, call.user)
    names = {a.user.id: a.user.name for a in users.everybody(call.state.open_vault())}
    return call.html("stories.html", stories=shown, names=names, swept=call.state.swept)


def new(call: Call) -> Response:
    """Show the form for a new story, with what was written there and not handed in."""
    if not call.user.holds(Kind.STORY):
        return call.go("/")
    known = sorted(j.id for j in call.state.registers.jurisdictions)
    return call.html("new.html", once=secrets.token_urlsafe(16), suffixes=suffixes(), jurisdictions=known)


def handed_in(call: Call) -> Response:
    """Seal a story and go to its review."""
    name, data = call.files.get("file", ("", b""))
    text = call.asked("text")
    if not data and not text.strip():
        raise DeskError("W015", "paste a story, or choose a file")
    if not data:
        name, data = "story.txt", text.replace("\r\n", "\n").encode("utf-8", "replace")
    place = call.asked("jurisdiction")
    if place and place not in {j.id for j in call.state.registers.jurisdictions}:
        raise DeskError("W010", "this form holds a word that the desk does not know; load the page again")
    about = About(call.asked("title").strip()[:_TITLE], name, place)
    id_ = submit(call.state.open_vault(), call.user, data, about, call.asked("once"))
    if len(data) > _QUICK:
        read_ahead(call.state, call.user, id_)
        return call.go(f"/stories/{id_}/wait")
    return call.go(f"/stories/{id_}")


def wait(call: Call) -> Response:
    """Show how far the reading of a long story is."""
    id_ = call.path["id"]
    records.version_of(call.state.open_vault(), call.user, id_)
    job = call.state.jobs.get(id_)
    if call.live:
        done = job is None or bool(job.failed)
        return JSONResponse({"step": job.step if job else "done", "done": done, "failed": job.failed if job else ""})
    if job is None:
        return call.go(f"/stories/{id_}")
    return call.html("wait.html", id=id_, job=job, steps=STEPS)


def share(call: Call) -> Response:
    """Show who may read or change a story, and what is asked to leave."""
    id_ = call.path["id"]
    vault = call.state.open_vault()
    holders = records.holders(vault, call.user, id_)
    people = [a.user for a in users.everybody(vault) if a.user.active]
    names = {a.user.id: a.user.name for a in users.everybody(vault)}
    return call.html(
        "share.html", id=id_, holders=holders, people=people, names=names,
        releases=release.open_for(vault, call.user, id_), what=list(What)[:2],
    )  # fmt: skip


def shared(call: Call) -> Response:
    """Give or take a grant."""
    right = {"read": Right.READ, "write": Right.WRITE, "": None}.get(call.asked("right"))
    records.grant(call.state.open_vault(), call.user, call.path["id"], call.asked("who"), right)
    call.state.forget(call.path["id"])
    return call.go(f"/stories/{call.path['id']}/share")


def ask(call: Call) -> Response:
    """Ask for a release of the original or of the names."""
    if call.asked("what") not in {What.ORIGINAL.value, What.NAME.value}:
        raise DeskError("W010", "this form holds a word that the desk does not know; load the page again")
    release.ask(call.state.open_vault(), call.user, call.path["id"], What(call.asked("what")))
    return call.go(f"/stories/{call.path['id']}/share")


def approve(call: Call) -> Response:
    """Approve a release, or take the approval back."""
    act = release.revoke if call.asked("take") == "back" else release.approve
    act(call.state.open_vault(), call.user, call.asked("release"))
    return call.go(f"/stories/{call.path['id']}/share")


def shred(call: Call) -> Response:
    """Forget a story for good."""
    if call.asked("sure") != "yes":
        raise DeskError("W016", "tick the box: a shredded story cannot be brought back, not from a backup either")
    records.shred(call.state.open_vault(), call.user, call.path["id"])
    call.state.forget(call.path["id"])
    return call.go("/stories")


ROUTES = [
    Route("/stories", endpoint(listing)),
    Route("/stories/new", endpoint(new)),
    Route("/stories/new", endpoint(handed_in), methods=["POST"]),
    Route("/stories/{id}/wait", endpoint(wait)),
    Route("/stories/{id}/share", endpoint(share)),
    Route("/stories/{id}/share", endpoint(shared), methods=["POST"]),
    Route("/stories/{id}/ask", endpoint(ask), methods=["POST"]),
    Route("/stories/{id}/approve", endpoint(approve), methods=["POST"]),
    Route("/stories/{id}/shred", endpoint(shred), methods=["POST"]),
]
