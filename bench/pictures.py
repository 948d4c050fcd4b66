"""Take every picture of the desk anew, from its demo: `python bench/pictures.py` (needs Chromium).

One picture for each screen, at a desk, on a phone, in Urdu and by night. All people in them are invented.
"""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pyotp
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from amanat.desk.demo import Demonstration, demonstration
from amanat.desk.state import Job, State
from amanat.store import Duty, Home, users
from amanat.store.keys import Cost
from amanat.store.opening import add_user
from desk import PHRASE, serving

DOCS = Path(__file__).resolve().parents[1] / "docs"
SHOWN = "".join(page.read_text("utf-8") for page in (DOCS / "how-to").glob("*.md"))
"""The manual: only pictures that it shows are taken."""
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
COLOURS = 64


class Camera:
    """One browser window: a language, a width, by day or by night."""

    def __init__(
        self, browser: Browser, port: int, *, tongue: str = "en", night: bool = False, phone: bool = False
    ) -> None:
        self.page: Page = browser.new_context(
            base_url=f"http://127.0.0.1:{port}", locale=tongue, viewport=PHONE if phone else DESK,
            color_scheme="dark" if night else "light", device_scale_factor=1,
        ).new_page()  # fmt: skip

    def sign_in(self, name: str, passphrase: str) -> "Camera":
        """Sign in."""
        self.page.goto("/sign-in")
        self.page.fill("#name", name)
        self.page.fill("#passphrase", passphrase)
        self.page.click("main button.main")
        self.page.wait_for_load_state()
        return self

    def take(self, name: str, path: str = "", *, top: str = "") -> None:
        """Take a picture of a page, as it opens or from an element on, if the manual shows it."""
        if f"desk-{name}.png" not in SHOWN:
            return
        if path:
            self.page.goto(path)
        self.page.wait_for_load_state()
        self.page.evaluate("document.fonts.ready")
        if top:
            self.page.locator(top).first.evaluate("(e) => e.scrollIntoView({block: 'start', behavior: 'instant'})")
        self.page.wait_for_timeout(250)
        picture = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        small = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        small.save(DOCS / "images" / f"desk-{name}.png", optimize=True)
        print(f"  desk-{name}.png")


def first_start(browser: Browser) -> None:
    """A desk nobody has started yet."""
    for tongue in ("en", "ur"):
        with TemporaryDirectory() as folder:
            state = State(Home(Path(folder) / "data", heads=Path(folder) / "head", cost=Cost(1, 8192)))
            with serving(state) as port:
                Camera(browser, port, tongue=tongue).take(f"start{'-urdu' * (tongue == 'ur')}", "/")


def looked_up(camera: Camera, tab: str, fields: dict[str, str]) -> None:
    """Ask one of the look-up pages."""
    camera.page.goto(f"/look/{tab}")
    for name, words in fields.items():
        field = camera.page.locator(f"#{name}")
        if field.evaluate("(e) => e.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)
    camera.page.click("main form button.main")


def screens(browser: Browser, shown: Demonstration) -> None:
    """The desk at work, with an editor beside the lead."""
    state, vault = shown.state, shown.state.open_vault()
    lead = users.everybody(vault)[0].user
    add_user(state.home, vault, lead, "Noor", shown.passphrase, frozenset({Duty.EDITOR}))
    with serving(state) as port:
        day = Camera(browser, port)
        day.take("sign-in", "/sign-in")
        day.page.fill("#name", "demo")
        day.page.fill("#passphrase", "not the passphrase")
        day.page.click("main button.main")
        day.take("error")
        for camera, suffix in (
            (day, ""),
            (Camera(browser, port, tongue="ur"), "-urdu"),
            (Camera(browser, port, phone=True), "-phone"),
            (Camera(browser, port, night=True), "-dark"),
        ):
            camera.sign_in(shown.name, shown.passphrase)
            camera.page.goto("/stories")
            camera.take(f"stories{suffix}")
            links = [camera.page.locator("th a").nth(n).get_attribute("href") or "" for n in range(2)]
            titles = [camera.page.locator("th a").nth(n).inner_text() for n in range(2)]
            english, urdu = sorted(links, key=lambda link: "English" not in titles[links.index(link)])
            story = urdu if suffix == "-urdu" else english
            camera.take(f"review{suffix}", story)
            camera.take(f"people{suffix}", top="#people-title")
            camera.take(f"remarks{suffix}", top="#remarks-title")
            camera.take(f"side{suffix}", f"{story}?view=side")
            camera.take(f"difference{suffix}", f"{story}?view=difference")
            camera.take(f"export{suffix}", f"{story}/export")
            camera.take(f"share{suffix}", f"{story}/share")
            camera.take(f"new{suffix}", "/stories/new")
            camera.take(f"series{suffix}", f"{story}/series")
            state.jobs[story.rpartition("/")[2]] = Job("identity", 2)
            camera.take(f"wait{suffix}", f"{story}/wait")
            state.jobs.clear()
            camera.take(f"missing{suffix}", "/stories/" + "0" * 32)
            camera.page.goto("/cases")
            camera.take(f"cases{suffix}")
            case = camera.page.locator("th a").first.get_attribute("href")
            camera.take(f"case{suffix}", case or "")
            camera.take(f"case-new{suffix}", "/cases/new")
            looked_up(camera, "law", {"words": "bonded labour"})
            camera.take(f"look-law{suffix}")
            looked_up(camera, "naming", {"place": "PK", "age": "13"})
            camera.take(f"look-naming{suffix}")
            looked_up(camera, "aid", {"words": "legal advice, Karachi"})
            camera.take(f"look-aid{suffix}")
            for tab in ("gaps", "compare", "enforcement"):
                looked_up(camera, tab, {})
                camera.take(f"look-{tab}{suffix}")
            looked_up(camera, "language", {"words": "child"})
            camera.take(f"look-language{suffix}")
            for tab in ("users", "keeping", "backups", "log", "house", "packs"):
                camera.take(f"run-{tab}{suffix}", f"/run/{tab}")
            camera.take(f"account{suffix}", "/account")


def second_step(browser: Browser) -> None:
    """Signing in with a code."""
    with TemporaryDirectory() as folder:
        state = State(Home(Path(folder) / "data", heads=Path(folder) / "head", cost=Cost(1, 8192)))
        state.set_up("Noor", PHRASE)
        with serving(state) as port:
            camera = Camera(browser, port).sign_in("Noor", PHRASE)
            camera.page.goto("/account")
            secret = camera.page.inner_text("code.secret")
            camera.page.fill("#code", pyotp.TOTP(secret).now())
            camera.page.click("form[action='/account/step'] button")
            for tongue in ("en", "ur"):
                Camera(browser, port, tongue=tongue).sign_in("Noor", PHRASE).take(f"step{'-urdu' * (tongue == 'ur')}")
        state.lock()


def main() -> None:
    """Take them all."""
    with sync_playwright() as playwright, demonstration() as shown:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        first_start(browser)
        second_step(browser)
        screens(browser, shown)
        browser.close()


if __name__ == "__main__":
    main()
