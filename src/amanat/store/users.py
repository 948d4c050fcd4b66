"""The people of the desk: names sealed, roles bare, passphrases nowhere (they open a slot of `vault.json`)."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from amanat.core import Refused, StoreError
from amanat.store.access import HOLDS, Duty, User, duties
from amanat.store.audit import Action, note
from amanat.store.engine import Row, blob, number, text
from amanat.store.sealing import seal, unseal
from amanat.store.vault import Task, Vault

CONTENT = frozenset(duty for duty in Duty if HOLDS[duty])
"""Roles that see stories or cases."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user, and what signs them in."""

    user: User
    totp: str = field(default="", repr=False)
    """Secret of the code generator; empty when none is set."""
    step: int = 0
    """The last time step whose code was taken; no code is taken twice."""
    language: str = ""
    """Interface language; empty for the browser's."""

    @property
    def second_step(self) -> bool:
        """Whether a passphrase alone does not sign them in."""
        return bool(self.totp)


def add(vault: Vault, by: User | None, name: str, slot: str, given: Iterable[Duty]) -> User:
    """Add a user.

    Args:
        vault: the store.
        by: who adds; None only for the first user of a new store.
        name: sign-in name, sealed.
        slot: name of the slot in `vault.json` that the passphrase opens.
        given: roles.

    Raises:
        Refused: V020 this user may not add users.
        StoreError: V014 an administrator would also see stories or cases, or the name is taken.
    """
    roles = _sensible(given)
    made = User(os.urandom(8).hex(), name.strip(), roles)
    now = vault.now()
    with vault.task() as task:
        first = not task.run("SELECT 1 FROM users")
        if not first:
            _demand_manager(task, by)
        if not made.name or task.run("SELECT 1 FROM users WHERE slot = ?", (slot,)):
            raise StoreError("V014", "this name is empty or taken; choose another")
        account = Account(made)
        task.run(
            "INSERT INTO users (id, slot, roles, active, made, sealed) VALUES (?, ?, ?, 1, ?, ?)",
            (made.id, slot, _words(roles), now, _sealed(vault, account)),
        )
        if first:
            note(vault, task, made.id, Action.STORE_MADE)
        note(vault, task, by.id if by else made.id, Action.USER_ADDED, made.id, _words(roles))
    return made


def change(vault: Vault, by: User, id_: str, given: Iterable[Duty], *, active: bool) -> None:
    """Change somebody's roles, or close their account; their sessions end at once.

    Raises:
        Refused: V020 this user may not.
        StoreError: V015 nobody would be left who can run the desk.
    """
    roles = _sensible(given)
    with vault.task() as task:
        task.alone("users")
        _demand_manager(task, by)
        done = task.run(
            "UPDATE users SET roles = ?, active = ? WHERE id = ? RETURNING id", (_words(roles), int(active), id_)
        )
        if not done:
            raise Refused
        left = [u for u in _all(vault, task) if u.user.has(Duty.LEAD, Duty.ADMINISTRATOR)]
        if not left:
            raise StoreError("V015", "somebody must be left who can run the desk: a lead or an administrator")
        task.run("DELETE FROM sessions WHERE holder = ?", (id_,))
        note(vault, task, by.id, Action.USER_CHANGED, id_, f"{_words(roles)} {'open' if active else 'closed'}")


def manages(vault: Vault, user: User) -> bool:
    """Tell whether a user runs the desk: an administrator, or a lead while there is no administrator."""
    with vault.task() as task:
        return _manages(task, user)


def alone(vault: Vault) -> bool:
    """Tell whether there was never a second person who could hold a story or a case.

    Closed accounts count: closing one must not lift the two-person rule.
    """
    return sum(bool(a.user.duties - {Duty.ADMINISTRATOR}) for a in everybody(vault)) <= 1


def everybody(vault: Vault) -> tuple[Account, ...]:
    """Return all users, by name."""
    with vault.task() as task:
        return _all(vault, task)


def by_id(vault: Vault, id_: str) -> Account:
    """Return one user.

    Raises:
        Refused: V020 there is none.
    """
    with vault.task() as task:
        rows = task.run(f"{_SELECT} WHERE id = ?", (id_,))
    if not rows:
        raise Refused
    return _account(vault, rows[0])


def by_slot(vault: Vault, slot: str) -> Account | None:
    """Return the user whose passphrase opens this slot."""
    with vault.task() as task:
        rows = task.run(f"{_SELECT} WHERE slot = ?", (slot,))
    return _account(vault, rows[0]) if rows else None


def remember(vault: Vault, account: Account, detail: str) -> None:
    """Seal what signs a user in anew; they do this for themselves."""
    with vault.task() as task:
        task.run("UPDATE users SET sealed = ? WHERE id = ?", (_sealed(vault, account), account.user.id))
        note(vault, task, account.user.id, Action.USER_CHANGED, account.user.id, detail)


def took_step(vault: Vault, account: Account, step: int) -> Account:
    """Remember that the code of a time step was used.

    Raises:
        StoreError: V017 it was used before.
    """
    with vault.task() as task:
        task.alone("users")
        rows = task.run(f"{_SELECT} WHERE id = ?", (account.user.id,))
        now = _account(vault, rows[0])
        if step <= now.step:
            raise StoreError("V017", "this code was used already; wait for the next one")
        made = replace(now, step=step)
        task.run("UPDATE users SET sealed = ? WHERE id = ?", (_sealed(vault, made), account.user.id))
    return made


_SELECT = "SELECT id, roles, active, sealed FROM users"


def _all(vault: Vault, task: Task) -> tuple[Account, ...]:
    return tuple(sorted((_account(vault, row) for row in task.run(_SELECT)), key=lambda a: a.user.name.casefold()))


def _account(vault: Vault, row: Row) -> Account:
    id_ = text(row[0])
    content = json.loads(unseal(vault.keys.of("users"), blob(row[3]), f"user:{id_}"))
    user = User(id_, str(content["name"]), duties(text(row[1])), bool(number(row[2])))
    return Account(
        user,
        str(content.get("totp", "")),
        int(content.get("step", 0)),
        str(content.get("language", "")),
    )


def _sealed(vault: Vault, account: Account) -> bytes:
    content = {
        "name": account.user.name,
        "totp": account.totp,
        "step": account.step,
        "language": account.language,
    }
    return seal(vault.keys.of("users"), json.dumps(content).encode(), f"user:{account.user.id}")


def _sensible(given: Iterable[Duty]) -> frozenset[Duty]:
    roles = frozenset(given)
    if not roles or (Duty.ADMINISTRATOR in roles and any(HOLDS[duty] for duty in roles)):
        raise StoreError("V014", "an administrator sees no story and no case: give that role alone, and at least one")
    return roles


def _words(roles: frozenset[Duty]) -> str:
    return ",".join(sorted(roles))


def _demand_manager(task: Task, user: User | None) -> None:
    if user is None or not _manages(task, user):
        raise Refused


def _manages(task: Task, user: User) -> bool:
    rows = task.run("SELECT id, roles FROM users WHERE active = 1")
    own = next((duties(text(roles)) for id_, roles in rows if id_ == user.id), frozenset())
    administered = any(Duty.ADMINISTRATOR in duties(text(roles)) for _, roles in rows)
    return Duty.ADMINISTRATOR in own or (Duty.LEAD in own and not administered)
