"""What somebody was writing when their session ended: one draft for each user, sealed, and in no backup."""

from amanat.store.access import User
from amanat.store.engine import blob
from amanat.store.sealing import seal, unseal
from amanat.store.vault import Vault

KEPT = 7 * 86_400
"""Seconds after which a draft that nobody came back to is deleted."""


def keep(vault: Vault, user: User, plain: bytes) -> None:
    """Seal a user's draft over the one before; empty deletes it."""
    now = vault.now()
    with vault.task() as task:
        task.run("DELETE FROM drafts WHERE holder = ?", (user.id,))
        if plain:
            sealed = seal(vault.keys.of("drafts"), plain, f"draft:{user.id}")
            task.run("INSERT INTO drafts (holder, at, sealed) VALUES (?, ?, ?)", (user.id, now, sealed))


def kept(vault: Vault, user: User) -> bytes:
    """Return a user's draft, empty when there is none.

    Raises:
        StoreError: V003 it was changed.
    """
    with vault.task() as task:
        rows = task.run("SELECT sealed FROM drafts WHERE holder = ?", (user.id,))
    return unseal(vault.keys.of("drafts"), blob(rows[0][0]), f"draft:{user.id}") if rows else b""
