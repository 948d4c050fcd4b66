"""What somebody at the desk does, in a real browser: in both directions of writing, by mouse and by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_stories import ENGLISH, URDU

pytestmark = pytest.mark.browser
pytest.importorskip("starlette", reason="the desk's extra is not installed")

AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


Open = Callable[..., Any]
BOTH = pytest.mark.parametrize(("tongue", "story"), [("en", "english"), ("ur", "urdu")])
"""The frame and the story from left to right, and both from right to left."""
SOMEBODY = {"english": "Gul Nawaz", "urdu": "فرحاد قریشی"}
CHILD = {"english": "Mehrunnisa", "urdu": "مہرالنساء"}
TEXT = {"english": ENGLISH, "urdu": URDU}
AGAIN = {"english": "kiln again", "urdu": "بھٹہ پھر"}


def settled(page: Any, act: Callable[[], Any]) -> None:
    """Do something that decides, and wait until the desk has answered."""
    before = page.get_attribute("#desk", "data-version")
    act()
    page.wait_for_selector(f'#desk:not([data-version="{before}"])')


def card(page: Any, name: str) -> Any:
    return page.locator(".card", has=page.locator(".head q", has_text=name))


@pytest.mark.parametrize(("story", "name"), [("english", "Gul Nawaz"), ("urdu", "فرحاد قریشی")])
def test_a_role_changes_the_safe_version_at_once_and_undo_brings_it_back(
    open_desk: Open, story: str, name: str
) -> None:
    page = open_desk(f"story:{story}?view=side")
    safe = page.locator("#safe")
    assert name in safe.inner_text()
    settled(page, lambda: card(page, name).locator("select[name=role]").select_option("victim"))
    assert name not in safe.inner_text()
    assert "[" in card(page, name).locator(".head .tag").inner_text()
    settled(page, lambda: page.click("#undo"))
    assert name in safe.inner_text()
    assert page.messages == []


@pytest.mark.parametrize(("story", "word", "block"), [("english", "xalumira", "#b2"), ("urdu", "xalumira", "#b2")])
def test_a_missed_name_is_added_by_selecting_it(open_desk: Open, story: str, word: str, block: str) -> None:
    page = open_desk(f"story:{story}?view=side")
    assert word in page.inner_text("#safe")
    page.evaluate(
        """([block, word]) => {
          const walker = document.createTreeWalker(document.querySelector(block), NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); ) {
            const at = node.data.indexOf(word);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(node, at, node, at + word.length);
          }
        }""",
        [block, word],
    )
    assert page.input_value("#missed-words") == word
    page.keyboard.press("n")
    settled(page, lambda: page.keyboard.press("Enter"))
    assert word not in page.inner_text("#safe")
    assert word in page.inner_text("#people")
    settled(page, lambda: page.click("#undo"))


@pytest.mark.parametrize("tongue", ["en", "ur"])
def test_a_wording_is_taken_over_by_key(open_desk: Open, tongue: str) -> None:
    page = open_desk("story:english?view=side", locale=tongue)
    for _ in range(20):
        page.keyboard.press("j")
        if "D101" in page.evaluate("document.activeElement.textContent"):
            break
    settled(page, lambda: page.keyboard.press("f"))
    assert "child victim of sexual exploitation" in page.inner_text("#safe")
    settled(page, lambda: page.keyboard.press("u"))
    assert "child victim of sexual exploitation" not in page.inner_text("#safe")


@pytest.mark.parametrize(("tongue", "story", "code"), [("en", "english", "D101"), ("ur", "urdu", "A001")])
def test_a_remark_is_kept_by_key_with_a_reason_and_the_next_one_is_held(
    open_desk: Open, tongue: str, story: str, code: str
) -> None:
    page = open_desk(f"story:{story}", locale=tongue)
    page.locator("#open > li", has_text=code).focus()
    turn = page.evaluate("[...document.querySelectorAll('#open > li')].indexOf(document.activeElement)")
    left = page.locator("#open > li").count() - 1
    page.keyboard.press("x")
    page.keyboard.type("the court's own words · عدالت کے الفاظ")
    settled(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("#open > li", has_text=code).count() == 0
    assert "عدالت کے الفاظ" in page.locator("#settled").text_content()
    held = "[...document.querySelectorAll('#open > li')].findIndex((item) => item.contains(document.activeElement))"
    assert page.evaluate(held) == min(turn, left - 1)
    settled(page, lambda: page.click("#undo"))
    assert page.locator("#open > li", has_text=code).count() == 1


@BOTH
def test_what_is_put_in_is_what_a_fresh_page_shows(open_desk: Open, tongue: str, story: str) -> None:
    page = open_desk(f"story:{story}?view=side", locale=tongue)
    shown = """() => { const desk = document.querySelector('#desk').cloneNode(true);
      for (const field of desk.querySelectorAll('[name=version]')) field.remove();
      return desk.outerHTML.replace(/\\s+/g, ' '); }"""
    settled(page, lambda: card(page, SOMEBODY[story]).locator("select[name=role]").select_option("minor_victim"))
    settled(page, lambda: page.locator("#open > li .keep button").last.evaluate(
        "(button) => { button.form.reason.value = 'known'; button.click(); }"))  # fmt: skip
    page.keyboard.press("v")
    page.wait_for_selector("#desk[data-view=difference]")
    live = page.evaluate(shown)
    page.reload()
    assert page.evaluate(shown) == live
    for _ in range(2):
        settled(page, lambda: page.click("#undo"))
    live = page.evaluate(shown)
    page.reload()
    assert page.evaluate(shown) == live


@BOTH
def test_views_are_walked_by_key_and_the_address_follows(open_desk: Open, tongue: str, story: str) -> None:
    page = open_desk(f"story:{story}", locale=tongue)
    for way in ("side", "difference", "marked"):
        page.keyboard.press("v")
        page.wait_for_selector(f'#desk[data-view="{way}"]')
        assert page.url.endswith(f"view={way}")
        assert page.locator(".views [aria-current]").get_attribute("data-way") == way
    page.reload()
    assert page.locator("#desk").get_attribute("data-view") == "marked"


@BOTH
def test_everything_can_be_reached_with_the_keyboard_alone(open_desk: Open, tongue: str, story: str) -> None:
    page = open_desk(f"story:{story}", locale=tongue)
    reached = set()
    page.locator("body").press("Tab")
    for _ in range(400):
        where = page.evaluate(
            "(() => { const e = document.activeElement; return e === document.body ? '' : "
            "[e.tagName, e.name || e.id || e.textContent.trim().slice(0, 30), "
            "getComputedStyle(e).outlineStyle !== 'none' || e.matches('select, input')].join('|') })()"
        )
        reached.add(where)
        page.keyboard.press("Tab")
        if not where and len(reached) > 10:
            break
    names = {w.split("|")[1] for w in reached if w}
    assert {"role", "protection", "child", "words", "kind", "reason", "how", "undo", "hide"} <= names
    assert all(w.endswith("true") for w in reached if w), [w for w in reached if w.endswith("false")]


@BOTH
def test_two_escapes_hide_everything_and_end_the_session(open_desk: Open, tongue: str, story: str) -> None:
    page = open_desk(f"story:{story}", locale=tongue)
    where = page.url
    assert CHILD[story] in page.content()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("**/sign-in")
    assert CHILD[story] not in page.content()
    page.go_back()
    page.wait_for_load_state()
    assert CHILD[story] not in page.content()
    page.goto(where)
    assert page.url.endswith("/sign-in")


@BOTH
def test_a_story_is_handed_in_reviewed_and_leaves_through_the_proof_pass(
    open_desk: Open, tongue: str, story: str
) -> None:
    page = open_desk("/stories/new", locale=tongue)
    page.fill("#text", TEXT[story].replace("xalumira", "xalumiro"))
    page.fill("#title", AGAIN[story])
    page.dblclick("main button.main")
    page.wait_for_selector("#desk")
    page.click(".tools a[href$='/export']")
    assert page.locator("#proof.good").count() == 1
    for form in ("TXT", "HTML", "DOCX"):
        with page.expect_download() as download:
            page.click(f"form[action$='/safe'] button:has-text('{form}')")
        assert re.fullmatch(r"story-[0-9a-f]{8}\.safe\.\w+", download.value.suggested_filename)
        if form != "DOCX":
            text = Path(download.value.path()).read_text("utf-8")
            assert "[" in text
            assert CHILD[story] not in text
    for what in ("json", "help"):
        with page.expect_download() as download:
            page.click(f"form[action$='/{what}'] button")
        assert CHILD[story] not in Path(download.value.path()).read_text("utf-8")
    page.goto("/stories")
    assert page.locator("th a", has_text=AGAIN[story]).count() == 1, page.inner_text("main")


@BOTH
def test_a_file_is_dropped_on_the_form(open_desk: Open, tongue: str, story: str) -> None:
    page = open_desk("/stories/new", locale=tongue)
    words = {"english": "Police freed Mehrunnisa Khatoon, 13, in Swat.", "urdu": URDU}[story]
    page.evaluate(
        """(words) => {
          const data = new DataTransfer();
          data.items.add(new File([words], 'note.txt', {type: 'text/plain'}));
          document.querySelector('#new').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
        }""",
        words,
    )
    page.click("main button.main")
    page.wait_for_selector("#desk")
    assert CHILD[story] in page.inner_text("#people")


PAGES = [
    "/look/law",
    "/look/aid",
    "/look/language",
    "/stories",
    "/stories/new",
    "story:english",
    "story:urdu?view=side",
    "story:english?view=difference",
]
MORE = ["/run/users", "/run/keeping", "/run/backups", "/run/log", "/run/packs", "/account"]


@pytest.mark.parametrize(("tongue", "scheme"), [("en", "light"), ("ur", "dark")])
def test_every_screen_passes_axe_fits_a_phone_and_asks_nobody_else(
    open_desk: Open, address: str, tongue: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    page = open_desk("/stories", locale=tongue, color_scheme=scheme)
    story = page.locator("th a:has-text('english')").get_attribute("href")
    seen = 0
    for path in (*PAGES, *MORE, f"{story}/export", f"{story}/share"):
        if path.startswith("story:"):
            name, _, query = path[6:].partition("?")
            page.goto("/stories")
            page.goto(page.locator(f"th a:has-text('{name}')").get_attribute("href") + (f"?{query}" if query else ""))
        else:
            page.goto(path)
        assert page.locator("html").get_attribute("lang") == tongue
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        found = axe.run(page, options={"runOnly": {"type": "tag", "values": AXE}}).response["violations"]
        grave = [
            (v["id"], [n["html"][:120] for n in v["nodes"]][:3])
            for v in found
            if v["impact"] in {"serious", "critical"}
        ]
        assert not grave, (path, grave)
        seen += 1
    assert seen == len(PAGES) + len(MORE) + 2
    assert {url.partition("/")[0] + "//" + url.split("/")[2] for url in page.requests} == {address}
    assert page.messages == []


@pytest.mark.parametrize("tongue", ["en", "ur"])
def test_first_page_is_small_and_passes_axe(open_desk: Open, tongue: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    page = open_desk("/sign-in", signed=False, locale=tongue)
    assert axe.run(page, options={"runOnly": {"type": "tag", "values": AXE}}).violations_count == 0
    sizes = page.evaluate("performance.getEntriesByType('resource').map((e) => e.transferSize)")
    assert sum(sizes) + len(page.content()) < 150_000


def test_numbers_keep_their_order_inside_an_urdu_frame(open_desk: Open) -> None:
    page = open_desk("story:urdu", locale="ur", viewport={"width": 1600, "height": 900})
    order = page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector('#story'), NodeFilter.SHOW_TEXT);
          const letters = [];
          let text = '';
          for (let node; (node = walker.nextNode()); ) {
            if (node.parentElement.closest('.label, .ref')) continue;
            for (let i = 0; i < node.data.length; i++) letters.push([node, i]);
            text += node.data;
          }
          const start = text.indexOf(words);
          return letters.slice(start, start + words.length).map(([node, i]) => {
            const range = document.createRange();
            range.setStart(node, i); range.setEnd(node, i + 1);
            return [range.getBoundingClientRect().left, node.data[i]];
          }).sort((a, b) => a[0] - b[0]).map((place) => place[1]).join('');
        }""",
        "35202-0000000-1",
    )
    assert order == "35202-0000000-1"
    assert page.evaluate("getComputedStyle(document.querySelector('#story p')).direction") == "rtl"


def test_it_prints_without_its_forms(open_desk: Open) -> None:
    page = open_desk("story:english")
    page.emulate_media(media="print")
    assert page.locator("#story").is_visible()
    for hidden in (".frame", ".person", "#missed", ".acts"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.pdf().startswith(b"%PDF")


@BOTH
def test_a_conflict_and_an_ended_session_are_told_where_the_editor_looks(
    open_desk: Open, tongue: str, story: str
) -> None:
    one, two = open_desk(f"story:{story}", locale=tongue), open_desk(f"story:{story}", locale=tongue)
    name = SOMEBODY[story]
    settled(one, lambda: card(one, name).locator("select[name=role]").select_option("witness"))
    card(two, name).locator("select[name=role]").select_option("judge")
    two.wait_for_selector("#wrong:not([hidden])")
    assert "V012" in two.inner_text("#wrong")
    two.reload()
    assert card(two, name).locator("select[name=role]").input_value() == "witness"
    settled(two, lambda: two.click("#undo"))
    two.context.clear_cookies()
    two.click("#undo")
    two.wait_for_selector("#wrong:has-text('W009')")
    assert {"en": "your work is kept", "ur": "محفوظ"}[tongue] in two.inner_text("#wrong")
