"""Who may open a record, what of it may leave, and the end of it: the same for stories and for cases."""

from collections.abc import Callable

from starlette.responses import Response
from starlette.routing import Route

from amanat.core import DeskError
from amanat.desk.calls import Call, endpoint
from amanat.desk.faults import not_ours
from amanat.store import Kind, Right, records, release, users
from amanat.store.release import What

PLACES = {Kind.STORY: "stories", Kind.CASE: "cases"}
"""First word of the addresses of each kind."""
LEAVES = {Kind.STORY: (What.ORIGINAL,), Kind.CASE: (What.CASE_FILE,)}
"""What of each kind leaves only when two people say so."""
Of = Callable[[Call, Kind], Response]


def show(call: Call, kind: Kind) -> Response:
    """Show who may read or change a record, and what is asked to leave."""
    id_, vault = call.path["id"], call.state.open_vault()
    holders = records.holders(vault, call.user, id_)
    everybody = users.everybody(vault)
    return call.html(
        "share.html", id=id_, kind=kind, place=PLACES[kind], holders=holders, what=LEAVES[kind],
        people=[a.user for a in everybody if a.user.holds(kind)], names={a.user.id: a.user.name for a in everybody},
        releases=release.open_for(vault, call.user, id_),
    )  # fmt: skip


def share(call: Call, kind: Kind) -> Response:
    """Give or take a grant."""
    right = {"read": Right.READ, "write": Right.WRITE, "": None}.get(call.asked("right"))
    records.grant(call.state.open_vault(), call.user, call.path["id"], call.asked("who"), right)
    call.state.forget(call.path["id"])
    return _back(call, kind)


def ask(call: Call, kind: Kind) -> Response:
    """Ask for a release."""
    what = next((w for w in LEAVES[kind] if w.value == call.asked("what")), None)
    if what is None:
        raise not_ours()
    release.ask(call.state.open_vault(), call.user, call.path["id"], what)
    return _back(call, kind)


def approve(call: Call, kind: Kind) -> Response:
    """Approve a release, or take the approval back."""
    act = release.revoke if call.asked("take") == "back" else release.approve
    act(call.state.open_vault(), call.user, call.asked("release"))
    return _back(call, kind)


def shred(call: Call, kind: Kind) -> Response:
    """Forget a record for good."""
    if call.asked("sure") != "yes":
        raise DeskError("W016", "tick the box: what is shredded cannot be brought back, not from a backup either")
    records.shred(call.state.open_vault(), call.user, call.path["id"])
    call.state.forget(call.path["id"])
    return call.go(f"/{PLACES[kind]}")


def _back(call: Call, kind: Kind) -> Response:
    return call.go(f"/{PLACES[kind]}/{call.path['id']}/share")


def routes(kind: Kind) -> list[Route]:
    """Return the pages for one kind of record."""

    def of(act: Of) -> Callable[[Call], Response]:
        def handler(call: Call) -> Response:
            return act(call, kind)

        handler.__name__ = act.__name__
        return handler

    base = f"/{PLACES[kind]}/{{id}}"
    acts = {"share": share, "ask": ask, "approve": approve, "shred": shred}
    return [
        Route(f"{base}/share", endpoint(of(show))),
        *(Route(f"{base}/{name}", endpoint(of(act)), methods=["POST"]) for name, act in acts.items()),
    ]


ROUTES = [route for kind in Kind for route in routes(kind)]
