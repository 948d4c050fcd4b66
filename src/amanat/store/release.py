"""The two-person rule: an original, a name or a case file leaves the store only when two people have said so.

Asking counts as the first approval. Both must hold a grant and a role that releases, both approvals must be younger
than a day, and a release works once. It is looked at again at the moment of use: who lost the grant no longer counts.
"""

import os
from dataclasses import dataclass
from enum import StrEnum

from amanat.core import Refused, StoreError
from amanat.store.access import RELEASES, Duty, Right, User, demand, duties
from amanat.store.audit import Action, note
from amanat.store.engine import number, text
from amanat.store.vault import Task, Vault

WITHIN = 24 * 60 * 60
"""Seconds in which both must approve and the release be used."""
NEEDED = 2


class What(StrEnum):
    """What may be released."""

    ORIGINAL = "original"
    CASE_FILE = "case file"


@dataclass(frozen=True, slots=True)
class Release:
    """A request and how far it is."""

    id: str
    record: str
    what: What
    asker: str
    asked: int
    approvals: frozenset[str]
    """Who has approved and still may."""
    used: bool

    @property
    def ready(self) -> bool:
        """Whether two people stand behind it."""
        return len(self.approvals) >= NEEDED and not self.used


def ask(vault: Vault, user: User, record: str, what: What) -> str:
    """Ask for a release; returns its id.

    Raises:
        Refused: V020 no grant on the record.
    """
    id_, now = os.urandom(16).hex(), vault.now()
    with vault.task() as task:
        demand(task, user, record, Right.READ)
        task.run(
            "INSERT INTO releases (id, record, what, asker, asked, used) VALUES (?, ?, ?, ?, ?, 0)",
            (id_, record, what.value, user.id, now),
        )
        note(vault, task, user.id, Action.RELEASE_ASKED, record, what.value)
        if _releases(task, user.id):
            task.run("INSERT INTO approvals (release, holder, at) VALUES (?, ?, ?)", (id_, user.id, now))
            note(vault, task, user.id, Action.RELEASE_APPROVED, record, what.value)
    return id_


def approve(vault: Vault, user: User, id_: str) -> None:
    """Approve a release; the same person twice is one person.

    Raises:
        Refused: V020 no grant on the record, no role that releases, or no such release.
    """
    now = vault.now()
    with vault.task() as task:
        release = _one(task, id_, now)
        demand(task, user, release.record, Right.READ)
        if release.used or not _releases(task, user.id):
            raise Refused
        task.run(
            "INSERT INTO approvals (release, holder, at) VALUES (?, ?, ?) "
            "ON CONFLICT (release, holder) DO UPDATE SET at = excluded.at",
            (id_, user.id, now),
        )
        note(vault, task, user.id, Action.RELEASE_APPROVED, release.record, release.what.value)


def revoke(vault: Vault, user: User, id_: str) -> None:
    """Take one's own approval back."""
    with vault.task() as task:
        gone = task.run("DELETE FROM approvals WHERE release = ? AND holder = ? RETURNING release", (id_, user.id))
        if gone:
            note(vault, task, user.id, Action.RELEASE_REVOKED, id_)


def use(vault: Vault, user: User, record: str, what: What) -> None:
    """Use up a ready release of a record, before it leaves.

    Raises:
        Refused: V020 no grant on the record.
        StoreError: V019 two people have not approved within the last day.
    """
    now = vault.now()
    with vault.task() as task:
        task.alone("releases")
        demand(task, user, record, Right.READ)
        rows = task.run("SELECT id FROM releases WHERE record = ? AND what = ? AND used = 0", (record, what.value))
        ready = next((r for row in rows if (r := _one(task, text(row[0]), now)).ready), None)
        if ready is None:
            raise StoreError(
                "V019", "this leaves only when two people approve within a day: ask for the release, then a colleague"
            )
        task.run("UPDATE releases SET used = ? WHERE id = ?", (now, ready.id))
        note(vault, task, user.id, Action.RELEASE_USED, record, what.value)


def open_for(vault: Vault, user: User, record: str) -> tuple[Release, ...]:
    """Return the unused releases of a record, newest first."""
    now = vault.now()
    with vault.task() as task:
        demand(task, user, record, Right.READ)
        rows = task.run("SELECT id FROM releases WHERE record = ? AND used = 0 ORDER BY asked DESC", (record,))
        found = [_one(task, text(row[0]), now) for row in rows]
    return tuple(r for r in found if now - r.asked < WITHIN)


def _one(task: Task, id_: str, now: int) -> Release:
    rows = task.run("SELECT record, what, asker, asked, used FROM releases WHERE id = ?", (id_,))
    if not rows:
        raise Refused
    record, what, asker, asked, used = rows[0]
    given = task.run("SELECT holder FROM approvals WHERE release = ? AND at > ?", (id_, now - WITHIN))
    still = frozenset(text(h) for (h,) in given if _still_may(task, text(h), text(record)))
    return Release(id_, text(record), What(text(what)), text(asker), number(asked), still, bool(number(used)))


def _still_may(task: Task, holder: str, record: str) -> bool:
    try:
        demand(task, User(holder, "", frozenset()), record, Right.READ)
    except Refused:
        return False
    return _releases(task, holder)


def _releases(task: Task, holder: str) -> bool:
    rows = task.run("SELECT roles, active FROM users WHERE id = ?", (holder,))
    roles: frozenset[Duty] = duties(text(rows[0][0])) if rows and number(rows[0][1]) else frozenset()
    return bool(roles & RELEASES)
