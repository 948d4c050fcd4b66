"""The review screen: the story marked, its people, the remarks; each decision changes what depends on it, at once."""

import re
from collections.abc import Callable

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from amanat.core import Role, Span, TraceKind
from amanat.desk import decided
from amanat.desk.calls import Call, endpoint
from amanat.desk.decided import Event
from amanat.desk.opened import Story, add, story_of, undo
from amanat.desk.shown import VIEWS, find, frame_of, pieces_of, place
from amanat.store import Right, records

_VERSION = re.compile(r'name="version" value="\d+"')
Make = Callable[[Call, Story], Event]


def show(call: Call) -> Response:
    """Show a story under review."""
    id_ = call.path["id"]
    job = call.state.jobs.get(id_)
    if job is not None and not job.failed:
        return call.go(f"/stories/{id_}/wait")
    call.state.jobs.pop(id_, None)
    story = story_of(call.state, call.user, id_)
    way = _way(call.query.get("view", ""))
    pieces = _drawn(call, story, way)
    if call.live:
        return JSONResponse({"version": story.version, "pieces": pieces, "way": way})
    holders = records.holders(call.state.open_vault(), call.user, id_)
    return call.html(
        "review.html", story=story, pieces=pieces, frame=frame_of(story), way=way, views=VIEWS, roles=list(Role),
        kinds=list(TraceKind), writes=holders.get(call.user.id) is Right.WRITE,
    )  # fmt: skip


def _decision(make: Make) -> Callable[[Call], Response]:
    def handler(call: Call) -> Response:
        story = story_of(call.state, call.user, call.path["id"])
        return _answer(call, add(call.state, call.user, story.id, call.number("version"), make(call, story)))

    handler.__name__ = make.__name__.strip("_")
    return handler


def _rule(call: Call, story: Story) -> Event:
    """Decide about a person."""
    del story
    given = (call.asked("role"), call.asked("protection"), call.asked("child"))
    return decided.rule(call.number("at"), *given, call.user.id)


def _missed(call: Call, story: Story) -> Event:
    """Hide words that were not found."""
    if call.asked("to"):
        span = place(story.document, call.number("block"), call.number("from"), call.number("to"))
    else:
        span = find(story.document, call.asked("words"))
    return decided.miss(span, call.asked("kind") or "NAME", call.asked("role") or "other_private", call.user.id)


def _lift(call: Call, story: Story) -> Event:
    """Leave a stretch readable that was hidden."""
    del story
    return decided.lift(Span(call.number("start"), call.number("end")), call.asked("reason"), call.user.id)


def _settle(call: Call, story: Story) -> Event:
    """Take over a wording, or keep what is there, with a reason."""
    del story
    choice = call.query.get("choice", "0")
    return decided.settle(
        call.asked("how"),
        call.lists.get("key", []),
        int(choice) if choice.isdecimal() else 0,
        call.asked("reason"),
        call.user.id,
    )


def back(call: Call) -> Response:
    """Undo the newest decision."""
    return _answer(call, undo(call.state, call.user, call.path["id"], call.number("version")))


def _answer(call: Call, story: Story) -> Response:
    way = _way(call.asked("view"))
    if not call.live:
        return call.go(f"/stories/{story.id}?view={way}")
    before = call.state.drawn.get((story.id, call.user.id, call.number("version"), call.speech.tag, way), {})
    after = _drawn(call, story, way)
    changed = {name: html for name, html in after.items() if _bare(before.get(name, "")) != _bare(html)}
    return JSONResponse({"version": story.version, "pieces": changed, "way": way})


def _bare(html: str) -> str:
    """Leave out the version that forms carry for browsers without a script: it alone is no change."""
    return _VERSION.sub("", html)


def _drawn(call: Call, story: Story, way: str) -> dict[str, str]:
    pieces = pieces_of(call, story, way)
    call.state.keep_drawn((story.id, call.user.id, story.version, call.speech.tag, way), pieces)
    return pieces


def _way(asked: str) -> str:
    return asked if asked in VIEWS else VIEWS[0]


ROUTES = [
    Route("/stories/{id}", endpoint(show)),
    Route("/stories/{id}/rule", endpoint(_decision(_rule)), methods=["POST"]),
    Route("/stories/{id}/missed", endpoint(_decision(_missed)), methods=["POST"]),
    Route("/stories/{id}/lift", endpoint(_decision(_lift)), methods=["POST"]),
    Route("/stories/{id}/settle", endpoint(_decision(_settle)), methods=["POST"]),
    Route("/stories/{id}/undo", endpoint(back), methods=["POST"]),
]
