"""Starting a desk, running it, and the rule of two people: in a real browser and in both directions of writing."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_stories import ENGLISH, PHRASE, URDU, signs_in

pyotp = pytest.importorskip("pyotp", reason="the desk's extra is not installed")
pytestmark = pytest.mark.browser
pytest.importorskip("starlette", reason="the desk's extra is not installed")

Open = Callable[..., Any]
BOTH = pytest.mark.parametrize(("tongue", "story"), [("en", "english"), ("ur", "urdu")])
TEXT = {"english": ENGLISH, "urdu": URDU}
CHILD = {"english": "Mehrunnisa", "urdu": "مہرالنساء"}


def added(page: Any, name: str, *roles: str) -> None:
    """Add a user of the desk."""
    page.goto("/run/users")
    page.fill("#name", name)
    page.fill("#passphrase", PHRASE)
    page.fill("#again", PHRASE)
    for role in roles:
        page.check(f"form[action='/run/users'] input[value='{role}']")
    page.click("form[action='/run/users'] button")


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
        signs_in(page, "مدیر", phrase)
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
    page, second = open_desk(locale=tongue), f"Second {tongue}"
    added(page, second, "editor")
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
    added(page, name, "administrator")
    page.wait_for_url("**/stories")

    other = open_desk("/sign-in", signed=False, base_url=untouched, locale=tongue)
    signs_in(other, name, PHRASE)
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


@BOTH
def test_a_case_is_shown_as_far_as_somebody_needs_to_know_it(
    open_desk: Open, take_in: Callable[[Any, str], tuple[str, str]], tongue: str, story: str
) -> None:
    del story
    lead, worker, reporter = open_desk(locale=tongue), f"Worker {tongue}", f"Reporter {tongue}"
    added(lead, worker, "case worker")
    added(lead, reporter, "reporter")
    name, first = take_in(lead, tongue)
    case = lead.url
    assert first in lead.inner_text("main")

    other = open_desk("/cases", signed=False, locale=tongue)
    signs_in(other, worker, PHRASE)
    other.wait_for_url("**/cases")
    assert other.locator("html").get_attribute("dir") == {"en": "ltr", "ur": "rtl"}[tongue]
    assert name not in other.content(), "without a grant a case is not even in the list"
    other.goto(case)
    assert "V020" in other.inner_text("main")

    lead.goto(f"{case}/share")
    lead.select_option("#who", label=worker)
    lead.click("button[value=read]")
    other.goto("/cases")
    other.click(f"th a:has-text('{name}')")
    other.wait_for_selector("#bare")
    assert "Tharparkar" in other.inner_text("main"), "what is needed is shown"
    assert first not in other.content(), "who it is, is not even in the page"
    assert other.locator("form[action*='/cases/']").count() == 0

    lead.click("li:has-text('Worker') button[value='']")
    other.goto(case)
    assert "V020" in other.inner_text("main")
    lead.select_option("#who", label=worker)
    lead.click("button[value=write]")
    other.goto(case)
    assert first in other.inner_text("main")
    assert other.locator("form[action$='/edit']").count() == 1

    third = open_desk(who=reporter, locale=tongue)
    assert third.locator("nav a[href='/cases']").count() == 0
    for hidden in ("/cases", case):
        third.goto(hidden)
        assert "V020" in third.inner_text("main")
        assert name not in third.content()


@BOTH
def test_an_account_is_closed_at_once_and_opened_with_another_passphrase(
    open_desk: Open, tongue: str, story: str
) -> None:
    del story
    lead, name, fresh = open_desk(locale=tongue), f"Guest {tongue}", "eight calm herons by the weir"
    added(lead, name, "editor")
    theirs = lead.locator(".card", has=lead.locator(".head bdi", has_text=name))
    guest = open_desk(who=name, locale=tongue)
    assert guest.locator("html").get_attribute("dir") == {"en": "ltr", "ur": "rtl"}[tongue]

    theirs.locator("button[value=close]").click()
    closed = {"en": "closed", "ur": "بند"}[tongue]
    theirs.locator(".sign", has_text=closed).wait_for()
    assert theirs.locator("button[value=close]").count() == 0, "what is closed offers no closing"
    guest.goto("/stories")
    assert guest.url.endswith("/sign-in"), "the session that was open has ended"
    signs_in(guest, name, PHRASE)
    assert "V002" in guest.inner_text("main")

    theirs.locator("[name=passphrase]").fill(fresh)
    theirs.locator("button[value=open]").click()
    theirs.locator(".sign").wait_for(state="detached")
    guest.wait_for_timeout(2_100)  # a wrong passphrase slows the next try down
    signs_in(guest, name, PHRASE)
    assert "V002" in guest.inner_text("main"), "the old passphrase opens nothing any more"
    guest.wait_for_timeout(4_100)
    signs_in(guest, name, fresh)
    guest.wait_for_url("**/stories")
    lead.goto("/run/log")
    assert lead.locator("main .good").count() == 1
    assert name in lead.inner_text("main table")
    assert lead.messages == []
