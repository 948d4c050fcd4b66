"""A real browser, where there is one. Pages are read from files; every request and every message is noted."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from desk_stories import ENGLISH, PHRASE, URDU, signs_in

from amanat.core import (
    Claim,
    ClaimKind,
    Document,
    Edition,
    Finding,
    Help,
    Identifier,
    Keep,
    Mask,
    Review,
    Room,
    Severity,
    Source,
    Span,
    TraceKind,
    Verdict,
)
from amanat.publish.masking import masked
from amanat.publish.report import report
from amanat.read import read

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
MARKS = {
    "story.txt": {
        "name": "Palwasha Misaal",
        "jigsaw": "Palwasha Misaal, a pupil of class eight",
        "number": "0300-0000000",
        "law": "Pakistan has never joined",
        "officer": "Tariq Farzand",
    },
    "story-ur.txt": {
        "name": "پلوشہ مثال",
        "jigsaw": "14 سالہ پلوشہ مثال",
        "number": "00000-0000000-0",
        "law": "(PTPA 2018) کے تحت",
        "officer": "طارق فرزند",
    },
}
Open = Callable[..., Any]


class Watched:
    """A page, and what it asked for and said."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.messages: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Chromium; without it the browser tests are skipped, and say so.

    Closed at the end of each module: as long as Playwright is open it holds the thread's event loop, and tests of
    other modules want theirs.
    """
    if BROWSER is None:
        pytest.skip("no Chromium on this machine: what a reader sees was not looked at")
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield browser
        browser.close()


def review_of(document: Document, words: dict[str, str]) -> Review:
    """A review with marks that overlap, on a number, and across both directions."""

    def where(key: str) -> Span:
        start = document.text.index(words[key])
        return Span(start, start + len(words[key]))

    source = Source("A statute", "https://law.example/1")
    return Review(
        digest=document.digest,
        language=document.language,
        characters=len(document.text),
        jurisdictions=("PK-KP", "PK"),
        people=(),
        masks=(
            Mask(where("name"), "p1", TraceKind.NAME, Identifier.DIRECT, "[girl 1]"),
            Mask(where("number"), "p2", TraceKind.PHONE, Identifier.DIRECT, "[number]"),
        ),
        keeps=(Keep(where("officer"), "p3"),),
        findings=(
            Finding("I101", Room.IDENTITY, where("name"), Severity.ERROR, "x", "Why.", "What.", (source,)),
            Finding("I201", Room.IDENTITY, where("jigsaw"), Severity.WARNING, "x", "Why not.", "What else."),
            Finding("I301", Room.IDENTITY, where("number"), Severity.ERROR, "x", "A number.", "Leave it out."),
        ),
        claims=(Claim(where("law"), ClaimKind.STATUTE, Verdict.SUPPORTED, "pk.x"),),
        figures=(),
        help=Help(present=False, services=()),
    )


@pytest.fixture
def open_report(chromium: Any, root: Path, tmp_path: Path) -> Iterator[Open]:
    """Open the report of an example story."""
    contexts = []

    def open_(story: str, **screen: Any) -> Watched:
        document = read(root / "examples" / story)
        found = review_of(document, MARKS[story])
        safe = masked(document.text, sorted(found.masks, key=lambda mask: mask.span)).text
        page = tmp_path / "report.html"
        page.write_bytes(report(document, found, Edition(safe, document.language, document.digest, proven=True)))
        contexts.append(chromium.new_context(**screen))
        watched = Watched(contexts[-1].new_page())
        watched.page.goto(page.as_uri())
        return watched

    yield open_
    for context in contexts:
        context.close()


TOLD = {"en": ("River 4", "Zarmeena"), "ur": ("دریا 4", "زرمینہ")}
"""What the desk calls a case, and the name of whose it is."""


@pytest.fixture
def take_in() -> Callable[[Any, str], tuple[str, str]]:
    """Take a case in; returns what the desk calls it, and the name of whose it is."""

    def take_in_(page: Any, tongue: str) -> tuple[str, str]:
        name, first = TOLD[tongue]
        page.goto("/cases/new")
        page.check("[name=agreed]")
        page.fill("#keep-in", tongue)
        page.fill("#call_name", name)
        page.select_option("#country", "PK")
        page.fill("#asks", "legal advice for a woman, Tharparkar, Sindh")
        page.fill("#prs_FirstName", first)
        page.fill("#own_Age", "30")
        page.select_option("#prs_Gender", "Feminine")
        page.dblclick("main button.main")
        page.wait_for_selector("#told-title")
        return name, first

    return take_in_


@contextmanager
def served(base: Path, stories: dict[str, str] | None = None) -> Iterator[str]:
    """Serve a desk on a port of this machine: with a lead and some stories, or as it is before its first start."""
    pytest.importorskip("starlette", reason="the desk's extra is not installed")
    uvicorn = pytest.importorskip("uvicorn", reason="the desk's extra is not installed")

    from amanat.desk import desk  # noqa: PLC0415
    from amanat.desk.opened import About, story_of, submit  # noqa: PLC0415
    from amanat.desk.state import State  # noqa: PLC0415
    from amanat.store import Home  # noqa: PLC0415
    from amanat.store.keys import Cost  # noqa: PLC0415

    home = Home(base / "data", heads=base / "head", backups=base / "backups", cost=Cost(1, 8192))
    state = State(home)
    if stories:
        lead = state.set_up("Lead", PHRASE)
        for name, text in stories.items():
            story_of(state, lead, submit(state.open_vault(), lead, text.encode(), About(name, "a.txt"), name))
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(desk(state), port=port, log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    state.lock()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk with one user and a story in each language."""
    with served(tmp_path_factory.mktemp("desk"), {"english": ENGLISH, "urdu": URDU}) as where:
        yield where


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[str]:
    """A desk nobody has started yet."""
    with served(tmp_path) as where:
        yield where


@pytest.fixture
def open_desk(chromium: Any, address: str) -> Iterator[Open]:
    """Sign in and open a page; every request and message of the page is noted."""
    contexts: list[Any] = []

    def open_(path: str = "/stories", *, signed: bool = True, who: str = "Lead", **screen: Any) -> Any:
        contexts.append(chromium.new_context(**{"base_url": address, **screen}))
        page = contexts[-1].new_page()
        page.set_default_timeout(40_000)
        page.requests, page.messages = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: page.messages.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        if signed:
            signs_in(page, who, PHRASE)
            page.wait_for_url("**/stories")
        if path.startswith("story:"):
            page.click(f"th a:has-text('{path[6:].partition('?')[0]}')")
            page.wait_for_selector("#desk")
            if "?" in path:
                page.goto(page.url.partition("?")[0] + "?" + path.partition("?")[2])
        elif not signed or path != "/stories":
            page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
