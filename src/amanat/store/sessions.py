"""Sessions and wrong guesses: random tokens of 256 bits, kept as keyed hashes, idle for at most half an hour."""

import secrets

from amanat.core import StoreError
from amanat.store.access import User
from amanat.store.audit import Action, note
from amanat.store.engine import number, text
from amanat.store.users import by_id
from amanat.store.vault import Vault

IDLE = 30 * 60
"""Seconds without a request after which a session ends (OWASP session management: 15 to 30 minutes)."""
LONGEST = 12 * 60 * 60
"""Seconds after which a session ends whatever happens."""
SLOWEST = 42
"""Longest wait in seconds after wrong guesses, as in GlobaLeaks."""


def begin(vault: Vault, user: User) -> str:
    """Begin a session and return its token, which is stored nowhere."""
    token = secrets.token_urlsafe(32)
    now = vault.now()
    with vault.task() as task:
        task.run("DELETE FROM sessions WHERE seen < ? OR made < ?", (now - IDLE, now - LONGEST))
        task.run(
            "INSERT INTO sessions (token, holder, made, seen) VALUES (?, ?, ?, ?)",
            (vault.keys.index("session", token), user.id, now, now),
        )
        note(vault, task, user.id, Action.SIGNED_IN)
    return token


def whose(vault: Vault, token: str) -> User | None:
    """Return who holds a session, None when there is none or it has ended; asking keeps it alive."""
    now, name = vault.now(), vault.keys.index("session", token)
    with vault.task() as task:
        rows = task.run("SELECT holder, made, seen FROM sessions WHERE token = ?", (name,))
        if not rows or now - number(rows[0][2]) > IDLE or now - number(rows[0][1]) > LONGEST:
            return None
        if now - number(rows[0][2]) >= 30:  # noqa: PLR2004 - not every request needs to wait for the disk
            task.run("UPDATE sessions SET seen = ? WHERE token = ?", (now, name))
    user = by_id(vault, text(rows[0][0])).user
    return user if user.active else None


def anybody(vault: Vault) -> bool:
    """Tell whether any session is alive: if none is, the desk locks."""
    now = vault.now()
    with vault.task() as task:
        return bool(task.run("SELECT 1 FROM sessions WHERE seen >= ? AND made >= ?", (now - IDLE, now - LONGEST)))


def end(vault: Vault, token: str) -> None:
    """End a session."""
    with vault.task() as task:
        rows = task.run("DELETE FROM sessions WHERE token = ? RETURNING holder", (vault.keys.index("session", token),))
        if rows:
            note(vault, task, text(rows[0][0]), Action.SIGNED_OUT)


def may_try(vault: Vault, name: str) -> None:
    """Hold back somebody who guesses.

    Raises:
        StoreError: V018 wait; the sentence says how long.
    """
    now = vault.now()
    with vault.task() as task:
        rows = task.run("SELECT until FROM attempts WHERE name = ?", (_attempt(vault, name),))
    hold_back(number(rows[0][0]) - now if rows else 0)


def hold_back(seconds: int) -> None:
    """Refuse for a while.

    Raises:
        StoreError: V018 there are seconds left to wait.
    """
    if seconds > 0:
        raise StoreError("V018", f"too many wrong guesses; wait {min(seconds, SLOWEST)} seconds")


def failed(vault: Vault, name: str) -> None:
    """Count a wrong guess: from the third on each doubles the wait, up to 42 seconds."""
    now, key = vault.now(), _attempt(vault, name)
    with vault.task() as task:
        rows = task.run(
            "INSERT INTO attempts (name, failures, until) VALUES (?, 1, 0) "
            "ON CONFLICT (name) DO UPDATE SET failures = attempts.failures + 1 RETURNING failures",
            (key,),
        )
        task.run("UPDATE attempts SET until = ? WHERE name = ?", (now + delay(number(rows[0][0])), key))
        note(vault, task, "desk", Action.SIGN_IN_FAILED)


def succeeded(vault: Vault, name: str) -> None:
    """Forget the wrong guesses of somebody who is in."""
    with vault.task() as task:
        task.run("DELETE FROM attempts WHERE name = ?", (_attempt(vault, name),))


def delay(failures: int) -> int:
    """Return how many seconds to wait after this many wrong guesses in a row."""
    return 0 if failures < 3 else min(SLOWEST, 2 ** min(failures - 2, 6))  # noqa: PLR2004


def _attempt(vault: Vault, name: str) -> str:
    return vault.keys.index("attempt", name.strip().casefold())
