"""Cases of a legal-aid desk: taken in with consent, matched, handed on as a sealed file, followed to their end."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from amanat.aid.referral.consent import Consent, Giver, adult_age
from amanat.aid.referral.fields import ALL, CIRCUMSTANCES, IDENTITY, TOLD, Field
from amanat.aid.referral.states import BY_RECIPIENT, State
from amanat.core import DeskError, Refused
from amanat.desk import casework
from amanat.desk.calls import Call, endpoint
from amanat.desk.casework import HERE, LONGEST, CaseFile
from amanat.desk.faults import not_ours
from amanat.desk.pages import drafts
from amanat.desk.paging import paged
from amanat.registers.matching import Consent as Agreed
from amanat.store import Kind, release, users
from amanat.store.audit import Action, note
from amanat.store.handover.age import public
from amanat.store.handover.parcel import sealed
from amanat.store.htcds.table import faults
from amanat.store.records import conflict
from amanat.store.release import What

_NAME = 120
_TERMS = (30, 90, 180, 365)
"""Days for which a consent may be given."""
Make = Callable[[Call, CaseFile], tuple[CaseFile, str]]


def listing(call: Call) -> Response:
    """Show this user's cases, and what is due in them."""
    if not call.user.holds(Kind.CASE):
        raise Refused
    vault = call.state.open_vault()
    found, on = casework.cases(vault, call.user), casework.today(vault)
    page = paged(found, lambda case: case.call_name, call.asked("q")[:_NAME], call.asked("page"))
    waiting = [due for case in found for due in casework.due(case, on)]
    return call.html("cases.html", page=page, waiting=waiting, bodies=call.state.registers.providers.by_id, here_=HERE)


def new(call: Call) -> Response:
    """Show the form for a new case."""
    if not call.user.holds(Kind.CASE):
        raise Refused
    return call.html(
        "case_new.html", once=secrets.token_urlsafe(16), draft=drafts.of_form(call, "case"), **_choices(call)
    )


def taken_in(call: Call) -> Response:
    """Seal a new case, if the person agreed that it is kept."""
    if call.asked("agreed") != "yes":
        raise DeskError("W020", "ask first: without the person's consent nothing about them is kept here")
    vault = call.state.open_vault()
    on = casework.today(vault)
    kept = frozenset(f.name for f in ALL)
    consent = _consent(call, HERE, kept, on)
    case = replace(_told(call), consents=(consent,))
    id_ = casework.take_in(vault, call.user, case, call.asked("once"), _grown(call, case))
    drafts.done(call, "case")
    return call.go(f"/cases/{id_}")


def show(call: Call) -> Response:
    """Show a case: what was told, who can help, what was agreed to, how far each hand-over is."""
    vault, id_ = call.state.open_vault(), call.path["id"]
    case = casework.case_of(vault, call.user, id_)
    with vault.task() as task:
        note(vault, task, call.user.id, Action.RECORD_READ, id_, "case" if case.identity is not None else "case bare")
    on = casework.today(vault)
    return call.html(
        "case.html", case=case, on=on, waiting=list(casework.due(case, on)), here_=HERE,
        matched=casework.matched(case, call.state.registers, call.speech.tag),
        bodies=call.state.registers.providers.by_id, our_key=public(casework.office_key(vault)),
        alone=users.alone(vault), releases=release.open_for(vault, call.user, id_), by_recipient=BY_RECIPIENT,
        all_fields=[f for f in TOLD if {**case.fields, **(case.identity or {})}.get(f.name)],
        names={f.name: f.label for f in ALL}, **_choices(call),
    )  # fmt: skip


def _changing(make: Make) -> Callable[[Call], Response]:
    """Wrap a change of a case: it is made on the version that was seen, and kept if nobody was faster."""

    def handler(call: Call) -> Response:
        vault = call.state.open_vault()
        case = casework.case_of(vault, call.user, call.path["id"])
        changed, detail = make(call, case)
        casework.change(vault, call.user, changed, call.number("version"), detail)
        return call.go(f"/cases/{case.id}")

    handler.__name__ = make.__name__.strip("_")
    return handler


def _edit(call: Call, case: CaseFile) -> tuple[CaseFile, str]:
    """Change what was told."""
    if case.identity is None:
        raise Refused
    told = _told(call)
    return replace(told, id=case.id, consents=case.consents, referrals=case.referrals), "case"


def _agree(call: Call, case: CaseFile) -> tuple[CaseFile, str]:
    """Write down a consent for one body."""
    recipient = call.asked("recipient")
    if recipient not in call.state.registers.providers.by_id and recipient != HERE:
        raise not_ours()
    on = casework.today(call.state.open_vault())
    fields = frozenset(f.name for f in TOLD) & frozenset(call.lists.get("field", []))
    consent = _consent(call, recipient, fields if recipient != HERE else frozenset(f.name for f in ALL), on)
    return casework.with_consent(case, consent, _grown(call, case)), "consent"


def _take_back(call: Call, case: CaseFile) -> tuple[CaseFile, str]:
    """Take a consent back."""
    on = casework.today(call.state.open_vault())
    return casework.withdrawn(case, call.number("consent"), on), "consent withdrawn"


def _step(call: Call, case: CaseFile) -> tuple[CaseFile, str]:
    """Take a hand-over one step further by hand."""
    try:
        to = State(call.asked("state"))
    except ValueError:
        raise not_ours() from None
    on = casework.today(call.state.open_vault())
    if to is State.SENT:
        raise not_ours()
    return casework.moved(case, call.asked("reference"), to, on), f"referral {to.value}"


def _answer(call: Call, case: CaseFile) -> tuple[CaseFile, str]:
    """Take in the sealed answer of the body that was asked."""
    _, content = call.files.get("file", ("", b""))
    vault = call.state.open_vault()
    return casework.answered(case, content, casework.office_key(vault), casework.today(vault)), "referral answered"


def send(call: Call) -> Response:
    """Give the sealed file for one body; two people must stand behind it.

    Raises:
        StoreError: V019 they do not.
        DataError: H015 to H018, H027 it may not be sent.
    """
    vault = call.state.open_vault()
    case = casework.case_of(vault, call.user, call.path["id"])
    if case.identity is None:
        raise Refused
    if case.version != call.number("version"):  # before two people's word is used up for nothing
        raise conflict()
    on, reference = casework.today(vault), call.asked("reference")
    packet = casework.packed(case, reference, on, call.state.registers)
    key = call.asked("key").strip()
    content = sealed(packet, casework.office_key(vault), key)
    moved = casework.sealed_for(casework.moved(case, reference, State.SENT, on), reference, key)
    if not users.alone(vault):
        release.use(vault, call.user, case.id, What.CASE_FILE)
    casework.change(vault, call.user, moved, call.number("version"), "referral sent")
    with vault.task() as task:
        note(vault, task, call.user.id, Action.EXPORTED, case.id, "hand-over")
    name = f'attachment; filename="{reference}.age"'
    return Response(content, media_type="application/octet-stream", headers={"content-disposition": name})


def _grown(call: Call, case: CaseFile) -> int:
    return adult_age(call.state.registers, case.country)


def _choices(call: Call) -> dict[str, Any]:
    providers = call.state.registers.providers
    return {
        "identity": IDENTITY,
        "circumstances": CIRCUMSTANCES,
        "countries": sorted(providers.countries),
        "groups": sorted({group for body in providers for group in body.conflict_groups} - {"non_state"}),
        "givers": list(Giver),
        "agreements": list(Agreed),
        "terms": _TERMS,
        "needs": list(providers.taxonomy.needs.values()),
    }


def _told(call: Call) -> CaseFile:
    """Read what a form tells of a case."""
    country = call.asked("country")
    if country not in call.state.registers.providers.countries:
        raise not_ours()
    name = call.asked("call_name").strip()[:_NAME]
    if not name:
        raise DeskError("W024", "give the case a name for the list that is not the person's name")
    age = call.asked("own_Age").strip()
    if age and not (age.isascii() and age.isdigit() and int(age) <= 120):  # noqa: PLR2004 - years nobody reaches
        raise DeskError("W025", "write the age in years as a number, or leave it empty")
    return CaseFile(
        id="",
        version=0,
        expires=0,
        call_name=name,
        country=country,
        asks=call.asked("asks").strip()[:LONGEST],
        fields=_fields(call, CIRCUMSTANCES),
        identity=_fields(call, IDENTITY),
        accused=frozenset(call.lists.get("accused", [])),
        agreed=frozenset(a for a in Agreed if a.value in call.lists.get("agreement", [])),
        consents=(),
        referrals=(),
    )


def _fields(call: Call, wanted: tuple[Field, ...]) -> dict[str, str]:
    given = {f.name: call.asked(f.name).strip()[:LONGEST] for f in wanted}
    if any(f.choices and given[f.name] and given[f.name] not in f.choices for f in wanted):
        raise not_ours()
    told = {name: value for name, value in given.items() if value}
    if faults({name: value for name, value in told.items() if not name.startswith("own_")}):
        raise DeskError("W029", "write the telephone with the code of its country, as +92 300 0000000")
    return told


def _consent(call: Call, recipient: str, fields: frozenset[str], on: date) -> Consent:
    """Read a consent from a form."""
    try:
        giver = Giver(call.asked("given_by"))
    except ValueError:
        raise not_ours() from None
    days, purpose = call.number("days"), call.asked("purpose")
    known = call.state.registers.providers.taxonomy.needs if recipient != HERE else {"": None}
    if days not in _TERMS or purpose not in known:
        raise not_ours()
    return Consent(
        recipient=recipient,
        fields=fields,
        purpose=purpose,
        given_on=on,
        until=on + timedelta(days=days),
        given_by=giver,
        asked_by=call.user.id,
        language=call.asked("told_in").strip()[:_NAME],
        giver_accused=call.asked("giver_accused") == "yes",
    )


ROUTES = [
    Route("/cases", endpoint(listing), methods=["GET", "POST"]),
    Route("/cases/new", endpoint(new)),
    Route("/cases/new", endpoint(taken_in), methods=["POST"]),
    Route("/cases/{id}", endpoint(show)),
    Route("/cases/{id}/edit", endpoint(_changing(_edit)), methods=["POST"]),
    Route("/cases/{id}/agree", endpoint(_changing(_agree)), methods=["POST"]),
    Route("/cases/{id}/take-back", endpoint(_changing(_take_back)), methods=["POST"]),
    Route("/cases/{id}/step", endpoint(_changing(_step)), methods=["POST"]),
    Route("/cases/{id}/send", endpoint(send), methods=["POST"]),
    Route("/cases/{id}/answer", endpoint(_changing(_answer)), methods=["POST"]),
]
