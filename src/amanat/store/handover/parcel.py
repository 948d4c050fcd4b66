"""A case as a file of the desk, and a packet as a sealed file: what they hold, and how they are read with care."""

import hmac
import json
import re
import secrets
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from amanat.aid.referral.consent import Consent, Giver
from amanat.aid.referral.packet import Case, Packet
from amanat.aid.referral.states import BY_RECIPIENT, State
from amanat.core import DataError
from amanat.registers.calls import today
from amanat.store.handover.age import common_key, public, seal, unseal
from amanat.store.htcds.standard import fields
from amanat.store.htcds.table import faults

_PACKET, _ANSWER = "amanat-referral-1", "amanat-referral-1-answer"
_REFERENCE = re.compile(r"[0-9a-f]{16}")
_WRONG = "the case is a JSON object with country, consents and fields, as the manual shows"


def read_case(text: str) -> Case:
    """Read a case as the desk writes it.

    Raises:
        DataError: H029, it is not written as the manual shows; H035, its fields are none of HTCDS, or hold what they
            cannot. No sentence repeats anything of it.
    """
    try:
        given = json.loads(text)
        values = {str(name): str(value) for name, value in given["fields"].items()}
        age = given.get("age", _age(values.get("prs_Birthdate", ""), today()))
        case = Case(
            reference=secrets.token_hex(8),
            country=str(given["country"]),
            age=int(age) if age is not None else None,
            consents=tuple(read_consent(one) for one in given["consents"]),
            accused=frozenset(map(str, given.get("accused", ()))),
            fields=values,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DataError("H029", _WRONG) from None
    said = faults(case.fields)
    strange = {name for consent in case.consents for name in consent.fields} - fields().keys()
    if said or strange:
        more = [f"{len(strange)} fields of consents are none of HTCDS 2.0"] if strange else []
        raise DataError("H035", f"the case does not keep HTCDS 2.0: {'; '.join([*said, *more][:5])}")
    return case


def _age(born: str, on: date) -> int | None:
    """Return an age in years; None when the day of birth is not known."""
    if not born:
        return None
    day = date.fromisoformat(born)
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def read_consent(given: Mapping[str, object]) -> Consent:
    """Read a consent as `write_consent` makes it.

    Raises:
        ValueError, KeyError, TypeError: something is missing or is none of ours.
    """
    fields, withdrawn = given["fields"], given.get("withdrawn_on")
    if not isinstance(fields, list):
        raise TypeError
    return Consent(
        recipient=str(given["recipient"]),
        fields=frozenset(map(str, fields)),
        purpose=str(given["purpose"]),
        given_on=date.fromisoformat(str(given["given_on"])),
        until=date.fromisoformat(str(given["until"])),
        given_by=Giver(str(given["given_by"])),
        asked_by=str(given["asked_by"]),
        language=str(given["language"]),
        withdrawn_on=date.fromisoformat(str(withdrawn)) if withdrawn else None,
        giver_accused=bool(given.get("giver_accused", False)),
    )


def write_consent(consent: Consent) -> dict[str, object]:
    """Return a consent as it is stored and read again."""
    return {
        "recipient": consent.recipient,
        "fields": sorted(consent.fields),
        "purpose": consent.purpose,
        "given_on": consent.given_on.isoformat(),
        "until": consent.until.isoformat(),
        "given_by": consent.given_by.value,
        "asked_by": consent.asked_by,
        "language": consent.language,
        "withdrawn_on": consent.withdrawn_on.isoformat() if consent.withdrawn_on else None,
        "giver_accused": consent.giver_accused,
    }


def sealed(packet: Packet, secret: str, key: str) -> bytes:
    """Seal a packet for its recipient, with the key the answer is to be sealed for and the proof that we wrote it.

    Args:
        packet: what leaves.
        secret: our own key.
        key: the recipient's public key.

    Raises:
        DataError: H027 the key is none.
    """
    body = {
        "form": "amanat-referral-1",
        "reference": packet.reference,
        "recipient": packet.recipient,
        "purpose": packet.purpose,
        "delete_after": packet.until.isoformat(),
        "answer_to": public(secret),
        "fields": dict(packet.fields),
    }
    return _proven(body, secret, key)


def write(packet: Packet, secret: str, key: str, folder: Path) -> Path:
    """Write a sealed packet to a file called by the random reference: no name is in it.

    Raises:
        DataError: H026 it cannot be written, H027 the key is none.
    """
    return _written(folder / f"{packet.reference}.age", sealed(packet, secret, key))


def opened(path: Path, secret: str, on: date) -> dict[str, object]:
    """Open the file of a sealed packet or answer on a day.

    Raises:
        DataError: H023 it cannot be read; else as for `unsealed`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError("H023", f"the file cannot be read ({error.strerror})") from None
    return unsealed(content, secret, on)


def unsealed(content: bytes, secret: str, on: date) -> dict[str, object]:
    """Open a sealed packet or answer on a day.

    Raises:
        DataError: H028 it was changed or is for somebody else, H029 it is no packet; H044 a packet that was not
            written with the key it asks to be answered to; H036 the consent behind it has ended.
    """
    try:
        body = json.loads(unseal(content, secret))
    except ValueError:
        body = None
    if not isinstance(body, dict) or body.get("form") not in (_PACKET, _ANSWER):
        raise DataError("H029", "the sealed file holds no referral")
    if not _REFERENCE.fullmatch(str(body.get("reference", ""))):
        raise DataError("H029", "the sealed file holds no referral")  # it would become a file name here
    if body["form"] == _PACKET and not _holds(body, secret, str(body.get("answer_to", ""))):
        raise DataError(
            "H044", "nothing proves who wrote this packet: do not answer it, and telephone whoever it is from"
        )
    ended = str(body.get("delete_after", ""))
    if ended and ended < on.isoformat():
        raise DataError("H036", "the consent behind this packet ended: delete it, and ask the sender for a new one")
    return body


def answer(body: Mapping[str, object], secret: str, state: State, on: date, folder: Path) -> Path:
    """Seal an answer for whoever sent a packet: its reference, what became of it, and nothing of the person.

    Args:
        body: the packet as it was opened.
        secret: our own key: the answer proves that it was written with it.
        state: what became of the hand-over.
        on: the day.
        folder: where the file is put.

    Raises:
        DataError: H029, the state is none a recipient may answer; H026, H027 as for `write`.
    """
    if state not in BY_RECIPIENT:
        raise DataError("H029", f"an answer is one of {', '.join(sorted(s.value for s in BY_RECIPIENT))}")
    told = {"form": _ANSWER, "reference": body["reference"], "state": state.value, "on": str(on)}
    return _written(folder / f"{body['reference']}-answer.age", _proven(told, secret, str(body["answer_to"])))


def answered(body: Mapping[str, object]) -> tuple[str, State]:
    """Return reference and state of an answer; who wrote it is not yet known (`written_by`).

    Raises:
        DataError: H029, it is a packet, or a state that no recipient may answer.
    """
    state = str(body.get("state", ""))
    if body.get("form") != _ANSWER or state not in BY_RECIPIENT:
        raise DataError("H029", "this sealed file holds no answer")
    return str(body["reference"]), State(state)


def written_by(body: Mapping[str, object], secret: str, key: str) -> None:
    """Check that an answer was written by the holder of a key, and that nobody changed it.

    Args:
        body: the answer as it was opened.
        secret: our own key.
        key: the public key for which the packet was sealed; empty when none was noted.

    Raises:
        DataError: H039, it was not, or nobody can tell.
    """
    if not key or not _holds(body, secret, key):
        raise DataError(
            "H039",
            "this answer was not written by the body the case was handed to, or it was changed: believe nothing in it, "
            "and telephone the body",
        )


def _proven(body: Mapping[str, object], secret: str, key: str) -> bytes:
    """Seal for a key, with the proof inside that the holder of our key wrote just this."""
    proof = _proof(body, common_key(secret, key, sends=True))
    return seal(json.dumps({**body, "proof": proof}).encode(), [key])


def _holds(body: Mapping[str, object], secret: str, writer: str) -> bool:
    """Tell whether the proof in what was opened is that of a writer, by their public key."""
    try:
        expected = _proof(body, common_key(secret, writer, sends=False))
    except DataError:
        return False
    return hmac.compare_digest(expected.encode(), str(body.get("proof", "")).encode())


def _proof(body: Mapping[str, object], key: bytes) -> str:
    """HMAC-SHA256 over the body as JSON, its keys in order."""
    said = json.dumps({name: value for name, value in body.items() if name != "proof"}, sort_keys=True)
    return hmac.new(key, said.encode(), sha256).hexdigest()


def _written(target: Path, content: bytes) -> Path:
    try:
        with target.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise DataError("H026", f"the sealed file cannot be written ({error.strerror})") from None
    return target
