"""Settings of a desk that are more than a number: sealed, since a house style or a key says something of the office."""

import base64

from amanat.core import Refused
from amanat.store.access import User
from amanat.store.audit import Action, note
from amanat.store.engine import text
from amanat.store.sealing import seal, unseal
from amanat.store.users import manages
from amanat.store.vault import Task, Vault


def kept(vault: Vault, name: str) -> bytes:
    """Return a setting, empty when it was never set.

    Raises:
        StoreError: V003 it was changed.
    """
    with vault.task() as task:
        return _read(vault, task, name)


def keep(vault: Vault, user: User, name: str, plain: bytes) -> None:
    """Seal a setting; empty takes it away.

    Raises:
        Refused: V020 this user does not run the desk.
    """
    if not manages(vault, user):
        raise Refused
    with vault.task() as task:
        task.run("DELETE FROM settings WHERE name = ?", (name,))
        if plain:
            _write(vault, task, name, plain)
        note(vault, task, user.id, Action.SETTING_CHANGED, "", name)


def drawn_once(vault: Vault, name: str, fresh: bytes) -> bytes:
    """Return a setting that the desk itself draws at its first use, such as a key.

    Args:
        vault: the store.
        name: of the setting.
        fresh: what it becomes when there is none yet.
    """
    with vault.task() as task:
        task.alone(f"setting {name}")
        found = _read(vault, task, name)
        if not found:
            _write(vault, task, name, fresh)
        return found or fresh


def _read(vault: Vault, task: Task, name: str) -> bytes:
    rows = task.run("SELECT value FROM settings WHERE name = ?", (name,))
    return unseal(vault.keys.of("settings"), base64.b64decode(text(rows[0][0])), f"setting:{name}") if rows else b""


def _write(vault: Vault, task: Task, name: str, plain: bytes) -> None:
    sealed = base64.b64encode(seal(vault.keys.of("settings"), plain, f"setting:{name}")).decode()
    task.run("INSERT INTO settings (name, value) VALUES (?, ?)", (name, sealed))
