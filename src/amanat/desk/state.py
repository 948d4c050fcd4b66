"""What a running desk has in memory: the opened store, what is known, and stories that were opened a moment ago."""

import gc
import threading
import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from amanat.core import DeskError, Fact, PackError, StoreError
from amanat.desk import housestyle
from amanat.desk.screen import Screen
from amanat.dignity import styled
from amanat.registers import Registers, shipped
from amanat.registers.lookup import entries
from amanat.registers.providers import Providers
from amanat.store import Home, User, Vault, make, open_with, sessions
from amanat.store.backup import back_up
from amanat.store.opening import who_opens
from amanat.store.retention import Swept, sweep
from amanat.store.settings import kept

Seen = tuple[str, str, int, str, str]
"""Which review screen somebody saw: story, user, version, language, view."""
_FRAGMENTS = 20_000
_REMEMBERED = 48
_STEP = 5 * 60


@dataclass(slots=True)
class Job:
    """A story that is being read."""

    step: str = "reading"
    done: int = 0
    failed: str = ""


@dataclass(slots=True)
class State:
    """One running desk."""

    home: Home
    tls: bool = False
    registers: Registers = field(default_factory=shipped)
    vault: Vault | None = None
    jobs: dict[str, Job] = field(default_factory=dict)
    swept: Swept | None = None
    drawn: "OrderedDict[Seen, Screen]" = field(default_factory=OrderedDict)
    """Review screens as they were last sent."""
    fragments: dict[tuple[Hashable, ...], str] = field(default_factory=dict)
    """Persons, remarks … as they were drawn: by story, language and what they show. Emptied with the stories."""
    _stories: "OrderedDict[str, Any]" = field(default_factory=OrderedDict)
    _half: dict[str, tuple[str, float]] = field(default_factory=dict)
    """Who gave the right passphrase and still owes the second step."""
    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)
    _guard: threading.RLock = field(default_factory=threading.RLock)
    _facts: dict[str, Fact] = field(default_factory=dict)
    _bodies: Providers | None = None
    """Those that help, as the stories in memory were read with."""
    _stretching: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(2))

    def read_packs(self) -> None:
        """Read what is known anew: the packs, the office's own calls, and its house style. Stories follow when opened.

        Raises:
            PackError: a pack or the house style is wrong; what was known before stays.
        """
        style = housestyle.files(kept(self.open_vault(), housestyle.NAME)) if self.vault else ()
        known = Registers(house=style)
        styled(known)
        with self._guard:
            self.registers = known
            self._facts.clear()
            self.forget()

    def hear(self) -> None:
        """Learn of calls that were recorded elsewhere: a story in memory must not keep a number found wrong.

        A record that cannot be read is told by the page that asks for it; until then no story keeps what it said.
        """
        try:
            bodies = self.registers.providers
        except PackError:
            bodies = None
        with self._guard:
            if bodies is None or (self._bodies is not None and self._bodies is not bodies):
                self.forget()
            self._bodies = bodies

    def open_vault(self) -> Vault:
        """Return the store.

        Raises:
            DeskError: W006 nobody has signed in since the desk started or was locked.
        """
        if self.vault is None:
            raise DeskError("W006", "the desk is locked; sign in")
        return self.vault

    def set_up(self, name: str, passphrase: str) -> User:
        """Make the store with its first user."""
        with self._guard:
            self.vault, user = make(self.home, name, passphrase)
        return user

    def unlock(self, name: str, passphrase: str) -> User:
        """Check a passphrase; open the store with it if it is locked.

        Raises:
            StoreError: V002 wrong, V018 wait.
        """
        self._may_try(name)
        try:
            with self._stretching:
                return self._user_of(name, passphrase)
        except StoreError as error:
            if error.code == "V002":
                self._failed(name)
            raise

    def _user_of(self, name: str, passphrase: str) -> User:
        vault = self.vault
        if vault is None:
            with self._guard:
                opened, user = open_with(self.home, name, passphrase)
                first, self.vault = self.vault is None, self.vault or opened
            if not first:
                opened.close()
            elif kept(opened, housestyle.NAME):
                self.read_packs()
            return user
        user = who_opens(self.home, vault, name, passphrase)
        sessions.succeeded(vault, name)
        return user

    def _may_try(self, name: str) -> None:
        if self.vault:
            sessions.may_try(self.vault, name)
        failures, at = self._wrong.get(name.strip().casefold(), (0, 0.0))
        sessions.hold_back(int(at + sessions.delay(failures) - time.monotonic() + 1))

    def _failed(self, name: str) -> None:
        key = name.strip().casefold()
        if self.vault:
            sessions.failed(self.vault, name)
        else:
            if len(self._wrong) > 1_000:  # noqa: PLR2004 - names that somebody tries at random
                self._wrong.clear()
            self._wrong[key] = (self._wrong.get(key, (0, 0.0))[0] + 1, time.monotonic())

    def half_way(self, token: str, user: str) -> None:
        """Remember who gave a right passphrase and still owes the second step."""
        now = time.monotonic()
        self._half = {t: (u, at) for t, (u, at) in self._half.items() if now - at < _STEP}
        self._half[token] = (user, now)

    def who_half_way(self, token: str) -> str:
        """Return who that is, empty after five minutes."""
        user, at = self._half.get(token, ("", 0.0))
        return user if time.monotonic() - at < _STEP else ""

    def whole_way(self, token: str) -> None:
        """Forget a half-way sign-in."""
        self._half.pop(token, None)

    def remember(self, story: str, what: object) -> None:
        """Keep an opened story in memory for a while."""
        with self._guard:
            self._stories[story] = what
            self._stories.move_to_end(story)
            while len(self._stories) > _REMEMBERED:
                self._stories.popitem(last=False)

    @staticmethod
    def at_rest() -> None:
        """Leave what is known out of Python's sweeps for garbage: it stays as long as the desk runs.

        A full sweep asks every record of the packs and took 80 ms in every fourth decision.
        """
        gc.collect()
        gc.freeze()

    def keep_drawn(self, seen: Seen, screen: Screen) -> None:
        """Remember what was sent, so that the next answer holds only what changed."""
        with self._guard:
            self.drawn[seen] = screen
            if len(self.fragments) > _FRAGMENTS:
                self.fragments.clear()
            while len(self.drawn) > _REMEMBERED:
                self.drawn.popitem(last=False)

    @property
    def facts(self) -> dict[str, Fact]:
        """Facts of the registers by id: a statement of law is shown with the entry it was held against."""
        if not self._facts:
            known = self.registers
            self._facts.update((e.fact.id, e.fact) for e in entries(known.laws, known.treaties))
        return self._facts

    def remembered(self, story: str) -> Any:  # noqa: ANN401 - `opened.Story`, which imports this module
        """Return an opened story, None when it is not in memory."""
        with self._guard:
            found = self._stories.get(story)
            if found is not None:
                self._stories.move_to_end(story)
            return found

    def forget(self, story: str = "") -> None:
        """Drop one story from memory, or all."""
        with self._guard:
            if story:
                self._stories.pop(story, None)
            else:
                self._stories.clear()
            self.drawn.clear()
            self.fragments.clear()

    def lock(self) -> None:
        """Drop keys and stories from memory; the next one has to sign in."""
        with self._guard:
            self._stories.clear()
            self.drawn.clear()
            self.fragments.clear()
            self._half.clear()
            vault, self.vault = self.vault, None
            if vault:
                vault.close()
            gc.unfreeze()
            gc.collect()

    def round(self) -> None:
        """Do what the clock asks for: lock an idle desk, shred what is past its time, back up once a day."""
        vault = self.vault
        if vault is None:
            return
        if not sessions.anybody(vault):
            self.lock()
            return
        self.swept = sweep(vault)
        if self.home.backups and vault.now() - _newest(self.home) > 24 * 60 * 60:
            back_up(vault, self.home.backups, self.home.locks)


def _newest(home: Home) -> int:
    from amanat.store.backup import generations  # noqa: PLC0415

    found = generations(home.backups) if home.backups else []
    return int(found[0].stat().st_mtime) if found else 0
