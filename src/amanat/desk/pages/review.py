"""The review screen: the story marked, its people, the remarks; each decision changes what depends on it, at once."""

from collections.abc import Callable

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from amanat.core import Role, Span, TraceKind
from amanat.desk import decided
from amanat.desk.calls import Call, endpoint
from amanat.desk.decided import Event
from amanat.desk.drawing import VIEWS, frame_of, screen_of
from amanat.desk.opened import Story, add, story_of, undo
from amanat.desk.render import page
from amanat.desk.screen import VERSION, Screen, at_version
from amanat.desk.shown import find, place
from amanat.store import Right, records

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
    if call.live:
        return _changed(call, story, way, story.version, _way(call.query.get("from", "")))
    holders = records.holders(call.state.open_vault(), call.user, id_)
    values = {
        "story": story, "screen": _drawn(call, story, way), "version": VERSION, "frame": frame_of(story), "way": way,
        "views": VIEWS, "roles": list(Role), "kinds": list(TraceKind),
        "writes": holders.get(call.user.id) is Right.WRITE,
    }  # fmt: skip
    return HTMLResponse(at_version(page(call, "review.html", values), story.version))


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
    return _changed(call, story, way, call.number("version"), way)


def _changed(call: Call, story: Story, way: str, version: int, seen: str) -> Response:
    """Answer with what differs from the screen as it was seen at a version and in a view."""
    before = call.state.drawn.get((story.id, call.user.id, version, call.speech.tag, seen), Screen())
    after = _drawn(call, story, way)
    return JSONResponse({"version": story.version, "way": way, **after.since(before, story.version)})


def _drawn(call: Call, story: Story, way: str) -> Screen:
    screen = screen_of(call, story, way)
    call.state.keep_drawn((story.id, call.user.id, story.version, call.speech.tag, way), screen)
    return screen


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
