"""Stories: the list, handing one in, waiting while it is read, sharing, and shredding."""

import secrets

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from amanat.core import DeskError, Refused
from amanat.desk import series as series_
from amanat.desk.calls import Call, endpoint
from amanat.desk.faults import not_ours
from amanat.desk.opened import STEPS, About, read_ahead, stories, story_of, submit
from amanat.desk.pages import drafts
from amanat.desk.paging import paged
from amanat.read import suffixes
from amanat.store import Kind, records, users

_QUICK = 20_000
"""Bytes up to which a story is read while the browser waits; longer ones show how far they are."""
_TITLE = 120


def listing(call: Call) -> Response:
    """Show this user's stories."""
    if not call.user.holds(Kind.STORY):
        raise Refused
    shown = stories(call.state, call.user)
    names = {a.user.id: a.user.name for a in users.everybody(call.state.open_vault())}
    page = paged(shown, lambda row: row[1].title, call.asked("q")[:_TITLE], call.asked("page"))
    return call.html("stories.html", page=page, names=names, swept=call.state.swept)


def new(call: Call) -> Response:
    """Show the form for a new story, with what was written there and not handed in."""
    if not call.user.holds(Kind.STORY):
        return call.go("/")
    known = sorted(j.id for j in call.state.registers.jurisdictions)
    return call.html(
        "new.html", once=secrets.token_urlsafe(16), suffixes=suffixes(), jurisdictions=known,
        draft=drafts.of_form(call, "story"),
    )  # fmt: skip


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
        raise not_ours()
    about = About(call.asked("title").strip()[:_TITLE], name, place)
    id_ = submit(call.state.open_vault(), call.user, data, about, call.asked("once"))
    drafts.done(call, "story")
    if len(data) > _QUICK:
        read_ahead(call.state, call.user, id_)
        return call.go(f"/stories/{id_}/wait")
    return call.go(f"/stories/{id_}")


def series(call: Call) -> Response:
    """Show the stories on one event, and what each leaves open about the people in it."""
    vault, story = call.state.open_vault(), story_of(call.state, call.user, call.path["id"])
    others = series_.profiles(vault, call.user)
    every = stories(call.state, call.user)
    return call.html(
        "series.html", story=story, others=others, near=story.beside(others, call.state),
        same=[row for row in every if story.series and row[0].series == story.series],
        apart=[row for row in every if not (story.series and row[0].series == story.series) and row[0].id != story.id],
        places=call.state.registers.places,
    )  # fmt: skip


def joined(call: Call) -> Response:
    """Put a story into the series of another, or take it out of its own."""
    series_.join(call.state.open_vault(), call.user, call.path["id"], call.asked("with"))
    return call.go(f"/stories/{call.path['id']}/series")


def wait(call: Call) -> Response:
    """Show how far the reading of a long story is."""
    id_ = call.path["id"]
    records.record_of(call.state.open_vault(), call.user, id_)
    job = call.state.jobs.get(id_)
    if call.live:
        done = job is None or bool(job.failed)
        return JSONResponse({"step": job.step if job else "done", "done": done, "failed": job.failed if job else ""})
    if job is None:
        return call.go(f"/stories/{id_}")
    return call.html("wait.html", id=id_, job=job, steps=STEPS)


ROUTES = [
    Route("/stories", endpoint(listing), methods=["GET", "POST"]),
    Route("/stories/new", endpoint(new)),
    Route("/stories/new", endpoint(handed_in), methods=["POST"]),
    Route("/stories/{id}/wait", endpoint(wait)),
    Route("/stories/{id}/series", endpoint(series)),
    Route("/stories/{id}/series", endpoint(joined), methods=["POST"]),
]
