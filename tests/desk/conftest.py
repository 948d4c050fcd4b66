"""A desk for each test, asked without a network: requests go straight into the application."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from apart import finished

from amanat.store import Duty, Home
from amanat.store.keys import Cost
from amanat.store.opening import add_user

httpx = pytest.importorskip("httpx", reason="httpx is not installed")
desk_parts = pytest.importorskip("starlette", reason="the desk's extra is not installed")

from amanat.desk import desk  # noqa: E402 - only where its parts are installed
from amanat.desk.state import State  # noqa: E402

PHRASE = "seven quiet boats at dawn"
STORY = """\
Girl freed from kiln, two held

Police freed Mehrunnisa Khatoon, 13, from a brick kiln near Chak 9999 in Swat on Monday, her father Dilawar \
Khatoon said.

Deputy Superintendent Farhad Qureshi said two men were arrested. One of the accused, Gul Nawaz, denied the charge.

A neighbour called the girl a child prostitute. Pakistan has never joined the UN protocol on trafficking in persons. 🚔

In 2024 the police of Khyber Pakhtunkhwa arrested 63 people for trafficking; five were convicted.
"""
OWN = {"sec-fetch-site": "same-origin", "host": "127.0.0.1"}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 1_800_000_000

    def __call__(self) -> int:
        return self.time


@dataclass
class Browser:
    """Somebody's browser, without a screen."""

    app: Any
    cookies: Any = field(default_factory=httpx.Cookies)

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any) -> Any:
        async def once() -> Any:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                client.cookies = self.cookies
                answer = await client.request(method, path, headers={**OWN, **(headers or {})}, **more)
                self.cookies = client.cookies
                return answer

        return finished(once())

    def get(self, path: str, **more: Any) -> Any:
        return self.ask("GET", path, **more)

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
        return self.ask("POST", path, data=data or {"-": ""}, **more)

    def live(self, path: str, **data: Any) -> Any:
        return self.post(path, data, headers={"x-amanat": "live"})

    def sign_in(self, name: str = "Lead", phrase: str = PHRASE) -> "Browser":
        answer = self.post("/sign-in", {"name": name, "passphrase": phrase})
        assert answer.status_code == 303, answer.text
        return self

    def hand_in(self, text: str = STORY, **more: str) -> str:
        """Hand a story in and return its id."""
        answer = self.post("/stories/new", {"text": text, "once": str(len(text)) + str(more), **more})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"].split("/")[2])


@dataclass
class Desk:
    """A running desk and who sits at it."""

    state: State
    app: Any
    clock: Clock
    lead: Browser

    def browser(self) -> Browser:
        return Browser(self.app)

    def user(self, name: str, *duties: Duty) -> Browser:
        """Add somebody, and sign them in."""
        vault = self.state.open_vault()
        from amanat.store import users  # noqa: PLC0415

        lead = next(a.user for a in users.everybody(vault) if users.manages(vault, a.user))
        add_user(self.state.home, vault, lead, name, f"{PHRASE} {name}", frozenset(duties))
        return self.browser().sign_in(name, f"{PHRASE} {name}")

    def id_of(self, name: str) -> str:
        from amanat.store import users  # noqa: PLC0415

        return next(a.user.id for a in users.everybody(self.state.open_vault()) if a.user.name == name)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(
        tmp_path / "data", heads=tmp_path / "elsewhere" / "head", backups=tmp_path / "backups", cost=Cost(1, 8192)
    )


@pytest.fixture
def empty(home: Home) -> Iterator[Browser]:
    """A desk nobody has started yet."""
    state = State(home)
    yield Browser(desk(state))
    state.lock()


@pytest.fixture
def running(home: Home) -> Iterator[Desk]:
    """A desk with a lead, who is signed in."""
    state = State(home)
    state.set_up("Lead", PHRASE)
    clock = Clock()
    state.open_vault().clock = clock
    clock.time = max(clock.time, state.open_vault().now())
    app = desk(state)
    yield Desk(state, app, clock, Browser(app).sign_in())
    state.lock()


@pytest.fixture
def version_of() -> Any:
    """Read the version a review screen was drawn for."""

    def read(page: str) -> str:
        found = re.search(r'data-version="(\d+)"', page)
        assert found, page[:500]
        return found[1]

    return read


@pytest.fixture
def anchor_of() -> Any:
    """Read the place by which a person is decided about."""

    def read(page: str, name: str) -> str:
        cards = re.findall(r'<div class="card.*?</form>', page, re.DOTALL)
        found = next(c for c in cards if name in c.partition("</p>")[0])
        match = re.search(r'name="at" value="(\d+)"', found)
        assert match
        return match[1]

    return read


@pytest.fixture
def story(running: Desk) -> str:
    return running.lead.hand_in()
