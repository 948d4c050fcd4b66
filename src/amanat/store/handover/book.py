"""The office's book of hand-overs: what was sent to whom and what became of it, without a word about the person.

Lines are added and never changed; each holds the seal of the one before it, so that a line taken out is seen.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from amanat.aid.referral.packet import Packet
from amanat.aid.referral.states import State, Step, step
from amanat.core import DataError

_START = "0" * 64
_NONE = "there is no hand-over with this reference; amanat aid refer list shows them"


@dataclass(frozen=True, slots=True)
class Handover:
    """One hand-over, as far as it has come."""

    reference: str
    recipient: str
    purpose: str
    until: date
    """The last day of the consent behind it."""
    key: str = ""
    """The public key it was sealed for: only its holder may answer. Empty in books of before."""
    steps: tuple[Step, ...] = ()

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.steps[-1].state


@dataclass(slots=True)
class Book:
    """All hand-overs of an office, by reference."""

    path: Path
    by_reference: dict[str, Handover] = field(default_factory=dict)
    _seal: str = _START

    @classmethod
    def read(cls, path: Path) -> "Book":
        """Read the book; an empty one where there is none yet.

        Raises:
            DataError: H038, a line was changed or taken out, or it cannot be read.
        """
        book = cls(path)
        try:
            lines = path.read_text("utf-8").splitlines() if path.exists() else []
        except (OSError, UnicodeDecodeError):
            raise DataError("H038", "the book of hand-overs cannot be read") from None
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                kept = row.pop("after") == book._seal
                book._take(row)
            except (ValueError, KeyError, TypeError, AttributeError, DataError):
                kept = False
            if not kept:
                raise DataError("H038", f"the book of hand-overs was changed at line {number}; restore it")
            book._seal = sha256(line.encode()).hexdigest()
        return book

    def propose(self, packet: Packet, key: str, on: date) -> None:
        """Begin a hand-over: note what a packet is for, and the key it is sealed for."""
        about = {
            "recipient": packet.recipient,
            "purpose": packet.purpose,
            "until": packet.until.isoformat(),
            "key": key,
        }
        reference = packet.reference
        self._add([{"reference": reference, **about, "state": State.PROPOSED.value, "on": on.isoformat()}])

    def sealed_for(self, reference: str) -> str:
        """Return the key that a hand-over was sealed for.

        Raises:
            DataError: H037, there is no such hand-over.
        """
        there = self.by_reference.get(reference)
        if there is None:
            raise DataError("H037", _NONE)
        return there.key

    def mark(self, reference: str, states: Iterable[State], on: date) -> None:
        """Record steps of a hand-over; all of them, or none.

        Raises:
            DataError: H037, there is no such hand-over; H015, a step cannot follow.
        """
        self._add([{"reference": reference, "state": state.value, "on": on.isoformat()} for state in states])

    def _add(self, rows: list[dict[str, str]]) -> None:
        before = dict(self.by_reference)
        try:
            for row in rows:
                self._take(row)
        except DataError:
            self.by_reference = before
            raise
        written, seal = "", self._seal
        for row in rows:
            line = json.dumps({**row, "after": seal}, sort_keys=True)
            seal = sha256(line.encode()).hexdigest()
            written += line + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(written)
        except OSError as error:
            self.by_reference = before
            raise DataError("H038", f"the book of hand-overs cannot be written ({error.strerror})") from None
        self._seal = seal

    def _take(self, row: Mapping[str, str]) -> None:
        reference, taken = row["reference"], Step(State(row["state"]), date.fromisoformat(row["on"]))
        there = self.by_reference.get(reference)
        if taken.state is State.PROPOSED and there is None:
            until = date.fromisoformat(row["until"])
            there = Handover(reference, row["recipient"], row["purpose"], until, row.get("key", ""))
        if there is None:
            raise DataError("H037", _NONE)
        steps = step(there.steps, taken.state, taken.on)
        self.by_reference[reference] = replace(there, steps=steps)
