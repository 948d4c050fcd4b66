"""The retention clock: what nobody has touched for its time is shredded."""

from dataclasses import dataclass

from amanat.core import Refused, StoreError
from amanat.store import drafts
from amanat.store.access import Kind, User
from amanat.store.audit import Action, note
from amanat.store.engine import text
from amanat.store.records import DAY, days, forget
from amanat.store.users import manages
from amanat.store.vault import Task, Vault

LEAP = 30 * DAY
"""A clock that is suddenly this much later than anything seen is not believed before somebody confirms it."""
LONGEST = 3650


@dataclass(frozen=True, slots=True)
class Swept:
    """What one round did."""

    shredded: int
    held: bool = False
    """The clock had leapt: nothing was shredded."""


def sweep(vault: Vault, *, confirmed: bool = False) -> Swept:
    """Shred what is past its time.

    Args:
        vault: the store.
        confirmed: somebody who runs the desk says that the clock is right although it leapt.
    """
    now = vault.now()
    with vault.task() as task:
        last = _last(task)
        if last and now - last > LEAP and not confirmed:
            if _setting(task, "held") != str(last):  # told once, however often the round comes
                note(vault, task, "desk", Action.CLOCK_ODD, "", "retention waits")
                put(task, "held", str(last))
            return Swept(0, held=True)
        due = [text(row[0]) for row in task.run("SELECT id FROM records WHERE expires <= ? LIMIT 1000", (now,))]
        for id_ in due:
            forget(vault, task, id_, "desk", "retention")
        task.run("DELETE FROM drafts WHERE at <= ?", (now - drafts.KEPT,))
        put(task, "swept", str(now))
    return Swept(len(due))


def keep_for(vault: Vault, user: User, kind: Kind, number_of_days: int) -> None:
    """Set how long untouched records of one kind are kept; those in the store follow at once.

    Raises:
        Refused: V020 this user does not run the desk.
        StoreError: V021 not between 1 day and ten years.
    """
    if not manages(vault, user):
        raise Refused
    if not 1 <= number_of_days <= LONGEST:
        raise StoreError("V021", f"days to keep must be from 1 to {LONGEST}")
    with vault.task() as task:
        put(task, f"days.{kind.value}", str(number_of_days))
        task.run("UPDATE records SET expires = touched + ? WHERE kind = ?", (number_of_days * DAY, kind.value))
        note(vault, task, user.id, Action.SETTING_CHANGED, "", f"{kind.value} {number_of_days} days")


def terms(vault: Vault) -> dict[Kind, int]:
    """Return the days each kind is kept."""
    with vault.task() as task:
        return {kind: days(task, kind) for kind in Kind}


def put(task: Task, name: str, value: str) -> None:
    """Write a setting."""
    task.run(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def _last(task: Task) -> int:
    return int(_setting(task, "swept") or 0)


def _setting(task: Task, name: str) -> str:
    rows = task.run("SELECT value FROM settings WHERE name = ?", (name,))
    return text(rows[0][0]) if rows else ""
