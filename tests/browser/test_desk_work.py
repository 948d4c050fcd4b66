"""Looking up, cases, stories side by side and running the desk, in a real browser and in both directions of writing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from desk_stories import PHRASE, signs_in

from amanat.aid.referral.states import State
from amanat.desk import casework
from amanat.store.handover.age import make_key, public
from amanat.store.handover.parcel import answer, unsealed

pytestmark = pytest.mark.browser
pytest.importorskip("starlette", reason="the desk's extra is not installed")

Open = Callable[..., Any]
AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BOTH = pytest.mark.parametrize("tongue", ["en", "ur"])
TakeIn = Callable[[Any, str], tuple[str, str]]
DUE = {
    "en": ("ask whether it arrived", "no answer: ask another body", "a consent ends", "the consent has ended"),
    "ur": (
        "پوچھیں کہ پہنچا یا نہیں",
        "جواب نہیں آیا: کسی اور ادارے سے پوچھیں",
        "ایک رضامندی ختم ہو رہی ہے",
        "رضامندی ختم ہو چکی",
    ),
}
"""What a reminder says three, ten, twenty and thirty-one days after a case was handed on with 30 days' consent."""


def handed_on(page: Any, tongue: str, theirs: str, days: str = "180") -> bytes:
    """Write a consent for the first body down and hand the case on to it; returns the sealed file."""
    body = page.locator(".services > li").first
    body.locator("summary").click()
    body.locator("[name=field][value=prs_FirstName]").check()
    body.locator("[name=told_in]").fill(tongue)
    body.locator("[name=days]").select_option(days)
    body.locator("form button").click()
    page.wait_for_selector("form[action$='/send']")
    page.fill("form[action$='/send'] [name=key]", public(theirs))
    with page.expect_download() as download:
        page.click("form[action$='/send'] button")
    return Path(download.value.path()).read_bytes()


@BOTH
def test_a_case_goes_from_consent_to_an_answer(open_desk: Open, take_in: TakeIn, tongue: str, tmp_path: Path) -> None:
    page, theirs = open_desk("/cases", locale=tongue), make_key()
    _, first = take_in(page, tongue)
    assert first in page.inner_text("main")
    assert page.locator("html").get_attribute("dir") == {"en": "ltr", "ur": "rtl"}[tongue]
    packet = unsealed(handed_on(page, tongue, theirs), theirs, datetime.now(UTC).date())
    assert packet["fields"] == {"prs_FirstName": first}
    page.reload()
    assert page.locator("form[action$='/send']").count() == 0
    reply = answer(packet, theirs, State.ACCEPTED, datetime.now(UTC).date(), tmp_path)
    page.set_input_files("#answer", reply)
    page.click("form[action$='/answer'] button")
    page.wait_for_selector("button[value=served]")
    assert page.messages == []


@BOTH
def test_a_desk_is_reminded_of_a_case_until_somebody_answers_for_it(
    open_desk: Open, take_in: TakeIn, tongue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, today = open_desk("/cases", locale=tongue), casework.today
    name, first = take_in(page, tongue)
    case = page.url
    handed_on(page, tongue, make_key(), "30")
    due = page.locator("#due li", has=page.locator(f"a[href='{case[case.index('/cases') :]}']"))
    page.goto("/cases")
    assert page.locator("html").get_attribute("dir") == {"en": "ltr", "ur": "rtl"}[tongue]
    assert due.count() == 0, "nothing is due on the day it was sent"
    for days, words in zip((3, 10, 20, 31), DUE[tongue], strict=True):
        monkeypatch.setattr(casework, "today", lambda vault, days=days: today(vault) + timedelta(days))
        page.goto("/cases")
        told = " / ".join(due.all_inner_texts())
        assert words in told
        assert name in told
        assert first not in page.content(), "a reminder says which case, not whose"
    due.first.locator("a").click()
    assert DUE[tongue][3] in page.inner_text("#due")
    page.click("button[value=no_answer]")
    page.click("button[value=closed]")
    page.wait_for_selector("#due", state="detached")
    page.goto("/cases")
    assert due.count() == 0
    assert page.messages == []


@BOTH
def test_what_was_being_written_is_there_after_the_session_ended(open_desk: Open, tongue: str) -> None:
    page = open_desk("/stories/new", locale=tongue)
    page.fill("#title", f"kept {tongue}")
    with page.expect_response("**/draft"):
        page.fill("#text", "Zarmeena spoke. زرمینہ نے بات کی۔")
    page.context.clear_cookies()
    page.click("main button.main")
    page.wait_for_selector("#wrong:has-text('W009')")
    assert page.input_value("#text").startswith("Zarmeena"), "nothing that was written is taken away"
    signs_in(page, "Lead", PHRASE)
    page.wait_for_url("**/stories")
    page.goto("/stories/new")
    assert page.input_value("#text") == "Zarmeena spoke. زرمینہ نے بات کی۔"
    assert page.input_value("#title") == f"kept {tongue}"
    page.click("main button.main")
    page.wait_for_selector("#desk")
    page.goto("/stories/new")
    assert page.input_value("#text") == ""


@BOTH
def test_everything_is_looked_up_and_a_plot_stands_beside_its_table(open_desk: Open, tongue: str) -> None:
    page = open_desk("/look/law", locale=tongue)
    page.fill("#words", "bonded labour")
    page.fill("#on", "2019-01-01")
    page.click("main form button.main")
    assert page.locator("ol.remarks > li").count() > 3
    page.goto("/look/naming")
    page.select_option("#place", "PK")
    page.fill("#age", "13")
    page.click("main form button.main")
    assert page.locator("ol.remarks .severity").count() > 2
    for tab in ("gaps", "compare"):
        page.goto(f"/look/{tab}")
        page.click("main form button.main")
        assert page.locator("td.status").count() > 100
        assert page.evaluate(
            "(() => { const e = document.querySelector('.wide'); return e.scrollWidth <= e.clientWidth })()"
        )
    page.goto("/look/aid")
    page.fill("#words", "legal advice, Karachi")
    page.click("main form button.main")
    assert page.locator("ul.services > li").count() > 1
    page.goto("/look/enforcement")
    page.click("main form button.main")
    assert page.locator("main table").count() > 2
    pytest.importorskip("matplotlib", reason="the extra for plots is not installed")
    picture = page.locator("img.plot").first
    picture.evaluate("picture => picture.decode()")
    assert picture.evaluate("picture => picture.naturalWidth") > 100
    assert page.messages == []


@BOTH
def test_a_word_is_looked_up_with_what_to_write_instead(open_desk: Open, tongue: str) -> None:
    page = open_desk("/look/language", locale=tongue)
    assert page.locator("html").get_attribute("dir") == {"en": "ltr", "ur": "rtl"}[tongue]
    page.fill("#words", "child prostitute")
    page.keyboard.press("Enter")
    rule = page.locator("ol.remarks > li", has=page.locator("code", has_text="D101"))
    assert "sexually exploited" in rule.locator(".remedy").inner_text()
    assert rule.locator(".severity").inner_text() in {"en": ("error",), "ur": ("غلطی",)}[tongue]
    assert rule.locator("code").evaluate("(code) => getComputedStyle(code).direction") == "ltr"
    page.fill("#words", "d101")
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.remarks > li:only-child code:has-text('D101')")
    page.fill("#words", "a word no rule knows: qwxz")
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.remarks > li.note:only-child")
    assert "qwxz" not in page.url, "what is asked stands in no address"
    assert page.messages == []


@BOTH
def test_a_number_that_somebody_called_is_confirmed(
    open_desk: Open, tongue: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # the office's own record of calls
    page = open_desk("/look/aid", locale=tongue)
    page.fill("#words", "legal advice, Karachi")
    page.click("main form button.main")
    called = page.locator("ul.services > li", has=page.locator("form[action$='/confirm']")).first
    name = called.locator("b").inner_text()
    number = called.locator("[name=number]").get_attribute("value")
    called.locator("summary").click()
    called.locator("button[value=confirmed]").click()
    page.wait_for_selector("#recorded")
    assert name in page.inner_text("#recorded")
    again = page.locator("ul.services > li", has=page.locator("b", has_text=name)).first
    assert again.locator("form[action$='/confirm']").count() == 0, "it may be printed now, so nobody is asked to call"
    assert again.locator("bdi[dir=ltr]", has_text=number).count() >= 1
    assert page.messages == []


@BOTH
def test_two_stories_are_put_into_a_series(open_desk: Open, tongue: str) -> None:
    page = open_desk({"en": "story:english", "ur": "story:urdu"}[tongue], locale=tongue)
    page.locator("#series a").click()
    page.locator("#with").select_option(index=0)
    page.click("form:has(#with) button")
    page.wait_for_selector("#open-title")
    assert page.locator("tbody th[scope=row]").count() >= 2
    page.click("button[name=with][value='']")
    page.wait_for_selector("#open-title", state="detached")
    assert page.messages == []


@BOTH
def test_a_wrong_house_style_is_told_and_a_right_one_kept(open_desk: Open, tongue: str) -> None:
    page = open_desk("/run/house", locale=tongue)
    page.fill("#style", "kind: house\nname: X\noff:\n  D999: why\n")
    page.click("main form button")
    page.wait_for_selector("#not-kept")
    page.fill("#style", "kind: house\nname: The Valley Post\n")
    page.click("main form button")
    page.wait_for_selector("main p.good")
    assert "The Valley Post" in page.input_value("#style")
    page.fill("#style", "")
    page.click("main form button")
    page.wait_for_selector("main p.good", state="detached")


@pytest.mark.parametrize(("tongue", "scheme"), [("en", "dark"), ("ur", "light")])
def test_every_screen_of_the_rest_passes_axe_and_fits_a_phone(
    open_desk: Open, take_in: TakeIn, address: str, tongue: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    page = open_desk("/cases", locale=tongue, color_scheme=scheme)
    take_in(page, tongue)
    case = page.url
    page.goto("/stories")
    story = page.locator("th a:has-text('english')").get_attribute("href")
    for path in ("/cases", "/cases/new", case, f"{case}/share", f"{story}/series", "/run/house", "/stories/none"):
        page.goto(path)
        looked_at(page, axe, path)
    for tab in ("law", "naming", "gaps", "compare", "aid", "enforcement", "language"):
        page.goto(f"/look/{tab}")
        if page.locator("#words").count():
            page.fill("#words", {"aid": "legal advice, Karachi"}.get(tab, "child"))
        page.click("main form button.main")
        looked_at(page, axe, tab)
    assert {url.partition("/")[0] + "//" + url.split("/")[2] for url in page.requests} == {address}


def looked_at(page: Any, axe: Any, path: str) -> None:
    """Everything open, nothing wider than the screen, nothing grave for axe."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": AXE}}).response["violations"]
    grave = [
        (v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found if v["impact"] in {"serious", "critical"}
    ]
    assert not grave, (path, grave)
