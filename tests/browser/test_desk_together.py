"""Starting a desk, running it, and the rule of two people: in a real browser and in both directions of writing."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_stories import ENGLISH, PHRASE, URDU

pyotp = pytest.importorskip("pyotp", reason="the desk's extra is not installed")
pytestmark = pytest.mark.browser
pytest.importorskip("starlette", reason="the desk's extra is not installed")

Open = Callable[..., Any]
BOTH = pytest.mark.parametrize(("tongue", "story"), [("en", "english"), ("ur", "urdu")])
TEXT = {"english": ENGLISH, "urdu": URDU}
CHILD = {"english": "Mehrunnisa", "urdu": "مہرالنساء"}


@BOTH
def test_a_desk_is_started_and_asks_for_its_second_step_from_then_on(
    open_desk: Open, untouched: str, tongue: str, story: str
) -> None:
    del story
    page = open_desk("/", signed=False, base_url=untouched, locale=tongue)
    assert page.url.endswith("/start")
    assert page.locator("html").get_attribute("dir") == {"en": "ltr", "ur": "rtl"}[tongue]
    for again in ("another one, wrongly", PHRASE):
        page.goto("/start")
        page.fill("#name", "مدیر")
        page.fill("#passphrase", PHRASE)
        page.fill("#again", again)
        page.click("main button.main")
    page.wait_for_url("**/stories")
    page.goto("/account")
    secret = page.inner_text("code.secret")
    page.fill("#code", pyotp.TOTP(secret).at(int(time.time())))
    page.click("form[action='/account/step'] button")
    page.wait_for_selector("input[name=act][value=away]", state="attached")
    page.click("form[action='/sign-out'] button")
    for phrase in ("not the passphrase", PHRASE):
        page.goto("/sign-in")
        page.fill("#name", "مدیر")
        page.fill("#passphrase", phrase)
        page.click("main button.main")
        if phrase != PHRASE:
            assert "V002" in page.inner_text("main")
            page.wait_for_timeout(2_100)
    page.wait_for_url("**/sign-in/step")
    page.fill("#code", pyotp.TOTP(secret).at(int(time.time()) + 30))
    page.click("main button.main")
    page.wait_for_url("**/stories")
    assert len(page.messages) == 2, "the browser says of each refusal that it was one, and complains of nothing else"


@BOTH
def test_a_name_leaves_once_and_only_when_two_people_say_so(open_desk: Open, tongue: str, story: str) -> None:
    page, second = open_desk("/run/users", locale=tongue), f"Second {tongue}"
    page.fill("#name", second)
    page.fill("#passphrase", PHRASE)
    page.fill("#again", PHRASE)
    page.check("form[action='/run/users'] input[value=editor]")
    page.click("form[action='/run/users'] button")
    page.goto("/stories")
    page.click(f"th a:has-text('{story}')")
    where = page.url
    page.goto(f"{where}/share")
    page.select_option("#who", label=second)
    page.click("button[value=write]")
    page.click("button[value=original]")
    page.goto(f"{where}/export")
    page.click("form[action$='/names'] button >> nth=0")
    assert "V019" in page.inner_text("main")

    other = open_desk(who=second, locale=tongue)
    other.goto(f"{where}/share")
    assert other.locator("form[action$='/approve'] button:not([value])").count() == 1
    other.click("form[action$='/approve'] button")
    assert other.locator("strong").count() == 1

    page.goto(f"{where}/export")
    with page.expect_download() as download:
        page.click("form[action$='/names'] button >> nth=0")
    assert CHILD[story] in Path(download.value.path()).read_text("utf-8")
    page.goto(f"{where}/export")
    page.click("form[action$='/names'] button >> nth=0")
    assert "V019" in page.inner_text("main"), "it leaves once"
    page.goto("/run/log")
    assert second in page.inner_text("main table")


@BOTH
def test_an_administrator_runs_the_desk_and_sees_no_story(
    open_desk: Open, untouched: str, tongue: str, story: str
) -> None:
    page, name = open_desk("/start", signed=False, base_url=untouched, locale=tongue), f"Admin {tongue}"
    page.fill("#name", "Lead")
    page.fill("#passphrase", PHRASE)
    page.fill("#again", PHRASE)
    page.click("main button.main")
    page.goto("/stories/new")
    page.fill("#text", TEXT[story])
    page.click("main button.main")
    page.wait_for_selector("#desk")
    where = page.url
    page.goto("/run/users")
    page.fill("#name", name)
    page.fill("#passphrase", PHRASE)
    page.fill("#again", PHRASE)
    page.check("form[action='/run/users'] input[value=administrator]")
    page.click("form[action='/run/users'] button")
    page.wait_for_url("**/stories")

    other = open_desk("/sign-in", signed=False, base_url=untouched, locale=tongue)
    other.fill("#name", name)
    other.fill("#passphrase", PHRASE)
    other.click("main button.main")
    other.wait_for_url("**/run")
    for hidden in (where, f"{where}/export", f"{where}/share", "/cases"):
        other.goto(hidden)
        assert CHILD[story] not in other.content()
        assert other.locator("main .wrong, main h1").count() >= 1
    other.goto("/run/keeping")
    other.fill("#k-story", "45")
    other.click("form[action='/run/keeping'] button")
    other.goto("/run/keeping")
    assert other.input_value("#k-story") == "45"
    other.goto("/run/backups")
    other.click("button[value=now]")
    other.click("button[value=drill]")
    other.wait_for_selector("p.good")
    assert other.locator("ul.plain li bdi").count() >= 1
    for tab in ("log", "packs"):
        other.goto(f"/run/{tab}")
        assert other.locator("tbody tr").count() > 3


@BOTH
def test_a_long_story_shows_how_far_it_is(
    open_desk: Open, tongue: str, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from amanat.desk.pages import stories  # noqa: PLC0415

    monkeypatch.setattr(stories, "_QUICK", 100)  # any story is a long one
    page = open_desk("/stories/new", locale=tongue)
    page.fill("#text", TEXT[story].replace("xalumira", "xalumire"))
    page.click("main button.main")
    page.wait_for_selector("#wait [aria-current=step], #desk")
    page.wait_for_selector("#desk")
    assert page.locator("#cards .card").count() >= 1
    assert page.messages == []
