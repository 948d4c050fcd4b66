"""A case on the desk: what was told, who may hear it, and how far each hand-over has come.

It lies in three sealed parts: `case` says what happened and what is needed, `identity` who it is, and `handover` what
was agreed to and asked of whom. Who may only read a case is never given `identity` (`store.access.WITHHELD`).
"""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from amanat.aid.asked import Asked, Known, asked
from amanat.aid.chosen import services
from amanat.aid.referral.consent import Consent, sufficient
from amanat.aid.referral.fields import GENDERS
from amanat.aid.referral.packet import Case, Packet, packet
from amanat.aid.referral.states import NEXT, State, Step, reminder, step
from amanat.aid.sayings import exclusion
from amanat.core import AmanatError, DeskError, Service
from amanat.desk.faults import not_ours
from amanat.registers import Registers
from amanat.registers.matching import Consent as Agreed
from amanat.registers.matching import Reason
from amanat.store import Kind, User, Vault, records
from amanat.store.handover import parcel
from amanat.store.handover.age import make_key
from amanat.store.handover.parcel import read_consent, write_consent
from amanat.store.settings import drawn_once

HERE = "this desk"
"""The recipient of the consent by which the desk keeps a case at all."""
AHEAD = timedelta(days=14)
"""How long before a consent or a case ends somebody is told."""
LONGEST = 4000
"""Signs of one field."""


@dataclass(frozen=True, slots=True)
class Referral:
    """One hand-over to one body."""

    reference: str
    """Random: it stands in the file name and comes back in the answer."""
    recipient: str
    steps: tuple[Step, ...]
    key: str = ""
    """The public key it was sealed for; empty before it was sent."""

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.steps[-1].state

    @property
    def may_become(self) -> tuple[State, ...]:
        """What may come next by hand; `sent` comes by the sealed file alone."""
        return tuple(s for s in State if s in NEXT[self.state] and s is not State.SENT)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case, as far as this user may see it."""

    id: str
    version: int
    expires: int
    call_name: str = field(repr=False)
    """What the case is called at the desk; not the person's name."""
    country: str
    asks: str = field(repr=False)
    """What is needed and where, in words without names: the match is made from it."""
    fields: Mapping[str, str] = field(repr=False)
    identity: Mapping[str, str] | None = field(repr=False)
    """None for who may only read."""
    accused: frozenset[str]
    agreed: frozenset[Agreed]
    """What the person agreed to besides: contact with the police, that the other side hears."""
    consents: tuple[Consent, ...]
    referrals: tuple[Referral, ...]

    @property
    def age(self) -> int | None:
        """Age in years, None when it is not known."""
        told = self.fields.get("own_Age", "")
        return int(told) if told.isascii() and told.isdigit() else None

    def parts(self) -> dict[str, bytes]:
        """Return what is sealed."""
        case = {
            "call_name": self.call_name,
            "country": self.country,
            "asks": self.asks,
            "fields": dict(self.fields),
            "accused": sorted(self.accused),
            "agreed": sorted(self.agreed),
        }
        handover = {
            "consents": [write_consent(c) for c in self.consents],
            "referrals": [
                {
                    "reference": r.reference,
                    "recipient": r.recipient,
                    "steps": [[s.state.value, s.on.isoformat()] for s in r.steps],
                    "key": r.key,
                }
                for r in self.referrals
            ],
        }
        found = {"case": json.dumps(case).encode(), "handover": json.dumps(handover).encode()}
        return found if self.identity is None else {**found, "identity": json.dumps(dict(self.identity)).encode()}

    def to_hand_over(self, reference: str) -> Case:
        """Return the case as a packet is made from it."""
        every = {**self.fields, **(self.identity or {})}
        return Case(reference, self.country, self.age, self.consents, self.accused, every)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that somebody should do about a case."""

    what: str
    """`ask`, `give_up`, `renew`, `consent` or `shredded`."""
    case: CaseFile
    recipient: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """Who can help, and who was left out."""

    understood: Asked | None
    services: tuple[Service, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    """Name of a body and why it was left out, in words."""
    refused: str = ""
    """Why nothing was understood."""


def today(vault: Vault) -> date:
    """Return the day of the store's clock."""
    return datetime.fromtimestamp(vault.now(), UTC).date()


def take_in(vault: Vault, user: User, case: CaseFile, once: str, grown: int) -> str:
    """Seal a new case and return the id of its record.

    Args:
        vault: the store.
        user: whose it is.
        case: what was told, with the consent to keep it.
        once: random words of the form; the same form sent twice makes one case.
        grown: the age from which a person's own consent is enough in the country.

    Raises:
        DeskError: W021 the consent to keep it cannot be given by whoever gave it.
        Refused: V020 the user's role may hold no case.
    """
    if not all(sufficient(consent, case.age, grown) for consent in case.consents):
        raise DeskError(
            "W021", "a child, or somebody who is accused, cannot agree to this alone: a guardian or an authority must"
        )
    return records.create(vault, user, Kind.CASE, case.parts(), once=once)


def case_of(vault: Vault, user: User, id_: str) -> CaseFile:
    """Open a case; for who may only read it without who it is.

    Raises:
        Refused: V020 no grant.
        DeskError: W008 the record is no case.
    """
    return _read(records.opened(vault, user, id_))


def cases(vault: Vault, user: User) -> list[CaseFile]:
    """Return this user's cases, the last touched first, as a reader sees them."""
    case_parts = records.part_of_each(vault, user, Kind.CASE, "case")
    handovers = records.part_of_each(vault, user, Kind.CASE, "handover")
    return [
        _read(records.Opened(record, {"case": case_parts[record.id], "handover": handovers[record.id]}))
        for record in records.listing(vault, user, Kind.CASE)
    ]


def change(vault: Vault, user: User, case: CaseFile, version: int, detail: str) -> None:
    """Keep a changed case.

    Raises:
        Refused: V020 no grant to write.
        StoreError: V012 somebody else has changed it since.
    """
    records.change(vault, user, case.id, version, case.parts(), detail)


def matched(case: CaseFile, registers: Registers, language: str) -> Matched:
    """Say who can help in a case and why, and who was left out and why."""
    known = Known(
        age=case.age,
        gender=GENDERS.get(case.fields.get("prs_Gender", ""), ""),
        accused=case.accused,
        consents=case.agreed,
    )
    return match(case.asks, registers, language, known)


def match(words: str, registers: Registers, language: str, known: Known) -> Matched:
    """Answer who can help, from a line of words."""
    try:
        understood = asked(words, registers, known)
    except AmanatError as error:
        return Matched(None, refused=f"{error.code}: {error.message}")
    providers = registers.providers
    left = sorted(providers.left_out(understood.query).items(), key=lambda row: (list(Reason).index(row[1]), row[0]))
    return Matched(
        understood,
        services(registers, understood.query, language),
        tuple((providers.by_id[id_].name, exclusion(reason, language)) for id_, reason in left),
    )


def with_consent(case: CaseFile, consent: Consent, grown: int) -> CaseFile:
    """Add a consent; a hand-over that waited for it goes on.

    Args:
        case: the case.
        consent: as it was given.
        grown: the age from which a person's own consent is enough in the country.

    Raises:
        DeskError: W021 whoever gave it cannot, W022 it is for nothing.
    """
    if not sufficient(consent, case.age, grown):
        raise DeskError(
            "W021", "a child, or somebody who is accused, cannot agree to this alone: a guardian or an authority must"
        )
    if not consent.fields:
        raise DeskError("W022", "tick what may be told; a consent to nothing is none")
    waiting = any(r.recipient == consent.recipient and r.state is State.PROPOSED for r in case.referrals)
    referrals = case.referrals if waiting else (*case.referrals, _proposed(consent.recipient, consent.given_on))
    return replace(
        case,
        consents=(*case.consents, consent),
        referrals=tuple(
            _stepped(r, State.CONSENTED, consent.given_on)
            if r.recipient == consent.recipient and r.state is State.PROPOSED
            else r
            for r in referrals
        ),
    )


def withdrawn(case: CaseFile, number: int, on: date) -> CaseFile:
    """Take a consent back: what hangs on it and has not ended is revoked.

    Raises:
        DeskError: W010 there is no such consent.
    """
    if not 0 <= number < len(case.consents):
        raise not_ours()
    gone = case.consents[number]
    consents = tuple(replace(c, withdrawn_on=on) if n == number else c for n, c in enumerate(case.consents))
    referrals = tuple(
        _stepped(r, State.REVOKED, on) if r.recipient == gone.recipient and State.REVOKED in NEXT[r.state] else r
        for r in case.referrals
    )
    return replace(case, consents=consents, referrals=referrals)


def moved(case: CaseFile, reference: str, to: State, on: date) -> CaseFile:
    """Take a hand-over one step further.

    Raises:
        DeskError: W023 there is no such hand-over.
        DataError: H015 that cannot follow.
    """
    _of(case, reference)
    return replace(
        case, referrals=tuple(_stepped(r, to, on) if r.reference == reference else r for r in case.referrals)
    )


def sealed_for(case: CaseFile, reference: str, key: str) -> CaseFile:
    """Note the key that a hand-over is sealed for: only its holder may answer."""
    return replace(
        case, referrals=tuple(replace(r, key=key) if r.reference == reference else r for r in case.referrals)
    )


def _of(case: CaseFile, reference: str) -> Referral:
    found = next((r for r in case.referrals if r.reference == reference), None)
    if found is None:
        raise DeskError("W023", "this answer belongs to no hand-over of this case")
    return found


def packed(case: CaseFile, reference: str, on: date, registers: Registers) -> Packet:
    """Put together what goes to a recipient.

    Raises:
        DeskError: W023 there is no such hand-over.
        DataError: H015 it may not be sent now, H016 no consent holds, H017 the body is not safe, H018 it is empty.
    """
    referral = _of(case, reference)
    step(referral.steps, State.SENT, on)
    return packet(case.to_hand_over(reference), referral.recipient, on, registers)


def answered(case: CaseFile, content: bytes, secret: str, on: date) -> CaseFile:
    """Take in an answer that came back on a day: the hand-over it belongs to goes on.

    Raises:
        DataError: H028 or H029 it is no answer for this office; H039 the body that was asked did not write it; H015
            that cannot follow.
        DeskError: W023 it belongs to no hand-over of this case.
    """
    body = parcel.unsealed(content, secret, on)
    reference, state = parcel.answered(body)
    parcel.written_by(body, secret, _of(case, reference).key)
    return moved(case, reference, state, on)


def office_key(vault: Vault) -> str:
    """Return the secret key to which answers are sealed; the desk draws it once and keeps it sealed."""
    return drawn_once(vault, "handover key", make_key().encode()).decode()


def due(case: CaseFile, on: date) -> Iterator[Due]:
    """Say what somebody should do about a case: ask, give up and ask another, ask for consent anew, touch it."""
    for referral in case.referrals:
        held = [c.until for c in case.consents if c.recipient == referral.recipient and c.withdrawn_on is None]
        what = reminder(referral.steps, on, max(held, default=date.max))
        if what:
            yield Due(what, case, referral.recipient, referral.steps[-1].on)
    open_ = {r.recipient for r in case.referrals if r.state is not State.CLOSED} | {HERE}
    for consent in case.consents:
        newer = any(c.until > consent.until for c in case.consents if c.recipient == consent.recipient)
        ending = consent.withdrawn_on is None and not newer and consent.until - on <= AHEAD
        told = consent.until < on and consent.recipient != HERE  # `renew` says so already
        if ending and consent.recipient in open_ and not told:
            yield Due("consent", case, consent.recipient, consent.until)
    ends = datetime.fromtimestamp(case.expires, UTC).date()
    if ends - on <= AHEAD:
        yield Due("shredded", case, on=ends)


def _proposed(recipient: str, on: date) -> Referral:
    return Referral(secrets.token_hex(8), recipient, step((), State.PROPOSED, on))


def _stepped(referral: Referral, to: State, on: date) -> Referral:
    return replace(referral, steps=step(referral.steps, to, on))


def _read(opened: records.Opened) -> CaseFile:
    if opened.record.kind is not Kind.CASE:
        raise DeskError("W008", "there is no such page")
    case: dict[str, Any] = json.loads(opened.parts["case"])
    handover: dict[str, Any] = json.loads(opened.parts["handover"])
    identity = opened.parts.get("identity")
    return CaseFile(
        id=opened.record.id,
        version=opened.record.version,
        expires=opened.record.expires,
        call_name=str(case["call_name"]),
        country=str(case["country"]),
        asks=str(case["asks"]),
        fields={str(k): str(v) for k, v in case["fields"].items()},
        identity=None if identity is None else json.loads(identity),
        accused=frozenset(map(str, case["accused"])),
        agreed=frozenset(map(Agreed, case["agreed"])),
        consents=tuple(map(read_consent, handover["consents"])),
        referrals=tuple(
            Referral(
                str(r["reference"]),
                str(r["recipient"]),
                tuple(Step(State(s), date.fromisoformat(on)) for s, on in r["steps"]),
                r.get("key", ""),
            )
            for r in handover["referrals"]
        ),
    )
