"""How far a hand-over has come, and what may come next. Nothing ends in silence: no answer is a state."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from amanat.core import DataError

REMIND = timedelta(days=3)
"""How long after sending somebody asks whether it arrived."""
GIVE_UP = timedelta(days=10)
"""How long after sending no answer is one: another body is asked."""


class State(StrEnum):
    """Where a hand-over stands."""

    PROPOSED = "proposed"
    CONSENTED = "consented"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    SERVED = "served"
    CLOSED = "closed"
    LOST_CONTACT = "lost_contact"
    REVOKED = "revoked"


NEXT: dict[State, frozenset[State]] = {
    State.PROPOSED: frozenset({State.CONSENTED, State.CLOSED}),
    State.CONSENTED: frozenset({State.SENT, State.REVOKED, State.CLOSED}),
    State.SENT: frozenset({State.ACCEPTED, State.DECLINED, State.NO_ANSWER, State.REVOKED}),
    State.ACCEPTED: frozenset({State.SERVED, State.LOST_CONTACT, State.REVOKED}),
    State.SERVED: frozenset({State.CLOSED, State.LOST_CONTACT}),
    State.DECLINED: frozenset({State.CLOSED}),
    State.NO_ANSWER: frozenset({State.ACCEPTED, State.CLOSED}),
    State.LOST_CONTACT: frozenset({State.ACCEPTED, State.SERVED, State.CLOSED}),
    State.REVOKED: frozenset({State.CLOSED}),
    State.CLOSED: frozenset(),
}
_UNDER_CONSENT = frozenset({State.CONSENTED, State.SENT, State.ACCEPTED, State.NO_ANSWER, State.LOST_CONTACT})
BY_RECIPIENT = frozenset({State.ACCEPTED, State.DECLINED, State.SERVED, State.LOST_CONTACT})
"""What the body that was asked may answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step, with its day."""

    state: State
    on: date


def step(taken: tuple[Step, ...], to: State, on: date) -> tuple[Step, ...]:
    """Return the steps with one more.

    Raises:
        DataError: H015, that cannot follow, or lies before the last step.
    """
    last = taken[-1] if taken else None
    allowed = NEXT[last.state] if last else frozenset({State.PROPOSED})
    if to not in allowed or (last is not None and on < last.on):
        after = last.state.value if last else "nothing"
        raise DataError("H015", f"{to.value} cannot follow {after}; next may be {_listed(allowed)}")
    return (*taken, Step(to, on))


def reminder(taken: tuple[Step, ...], today: date, until: date = date.max) -> str:
    """Return what is due; empty when nothing is.

    Args:
        taken: the steps so far.
        today: the day it is asked.
        until: the last day of the consent behind it.

    Returns:
        `ask` whether it arrived, `give_up` and ask another body, `renew`: the consent has ended while the hand-over
        goes on, so it is asked for again or the recipient is told to delete the packet.
    """
    if taken and taken[-1].state in _UNDER_CONSENT and today > until:
        return "renew"
    if not taken or taken[-1].state is not State.SENT:
        return ""
    waited = today - taken[-1].on
    return "give_up" if waited >= GIVE_UP else "ask" if waited >= REMIND else ""


def _listed(states: frozenset[State]) -> str:
    return ", ".join(sorted(state.value for state in states)) or "nothing: it is closed"
