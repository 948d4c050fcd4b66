"""What leaves: only after the proof pass, whose result is shown; and nothing with names in it without two people."""

from starlette.responses import Response
from starlette.routing import Route

from amanat.desk.calls import Call, endpoint
from amanat.desk.faults import not_ours
from amanat.desk.opened import Story, story_of
from amanat.publish.box import help_box
from amanat.publish.contract import line, review_record
from amanat.publish.exports import exports
from amanat.publish.report import report
from amanat.publish.review_copy import SUFFIXES as WORD
from amanat.publish.review_copy import review_copy
from amanat.publish.safe import safe_copy
from amanat.registers.calls import today
from amanat.store import records, release, users
from amanat.store.audit import Action, note
from amanat.store.release import What

_TYPES = {
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def show(call: Call) -> Response:
    """Run the proof pass and show what may leave."""
    story = story_of(call.state, call.user, call.path["id"])
    edition, why = story.proof(call.state)
    vault = call.state.open_vault()
    return call.html(
        "export.html", story=story, edition=edition, why=why, forms=tuple(exports()), review=story.review,
        word=_word(story), alone=users.alone(vault), releases=release.open_for(vault, call.user, story.id),
    )  # fmt: skip


def safe(call: Call) -> Response:
    """Give the safe copy in one form; the proof pass runs again, for the text as it is now.

    Raises:
        PublishError: P001 somebody is still named, P010 a protected word is in the file, P011 a check broke down:
            nothing leaves.
    """
    story = story_of(call.state, call.user, call.path["id"])
    suffix = call.asked("form")
    if suffix not in exports():
        raise not_ours()
    edition = story.edition(call.state)
    return _sent(call, story, f"safe.{suffix}", safe_copy(story.document, story.review, edition, suffix))


def machine(call: Call) -> Response:
    """Give the review as JSON: it quotes nothing but the edition."""
    story = story_of(call.state, call.user, call.path["id"])
    edition, _ = story.proof(call.state)
    return _sent(call, story, "review.json", (line(review_record("", story.review, edition)) + "\n").encode())


def box(call: Call) -> Response:
    """Give the box that tells readers where to turn; numbers nobody called are not in it."""
    story, bodies = story_of(call.state, call.user, call.path["id"]), call.state.registers.providers
    return _sent(call, story, "help.txt", help_box(story.review, "txt", today(), bodies.stands))


def with_names(call: Call) -> Response:
    """Give the review copy, which holds every name: two people must stand behind it.

    Of a Word file there is one with comments and tracked changes as well.

    Raises:
        StoreError: V019 they do not.
    """
    story = story_of(call.state, call.user, call.path["id"])
    vault = call.state.open_vault()
    if call.asked("form") == "docx" and not _word(story):
        raise not_ours()
    if not users.alone(vault):
        release.use(vault, call.user, story.id, What.ORIGINAL)
    if call.asked("form") == "docx":
        original = records.opened(vault, call.user, story.id).parts["original"]
        return _sent(call, story, "review.docx", review_copy(story.document, story.review, original))
    edition, _ = story.proof(call.state)
    return _sent(call, story, "review.html", report(story.document, story.review, edition))


def _word(story: Story) -> bool:
    return story.document.layout is not None and story.about.file.lower().endswith(WORD)


def _sent(call: Call, story: Story, ending: str, content: bytes) -> Response:
    vault = call.state.open_vault()
    with vault.task() as task:
        note(vault, task, call.user.id, Action.EXPORTED, story.id, ending)
    kind = _TYPES.get(ending.rpartition(".")[2], "application/octet-stream")
    name = f"story-{story.id[:8]}.{ending}"
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


ROUTES = [
    Route("/stories/{id}/export", endpoint(show)),
    Route("/stories/{id}/export/safe", endpoint(safe), methods=["POST"]),
    Route("/stories/{id}/export/json", endpoint(machine), methods=["POST"]),
    Route("/stories/{id}/export/help", endpoint(box), methods=["POST"]),
    Route("/stories/{id}/export/names", endpoint(with_names), methods=["POST"]),
]
