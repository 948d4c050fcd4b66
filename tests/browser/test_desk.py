"""What somebody at the desk does, in a real browser: in both directions of writing, by mouse and by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_stories import ENGLISH

pytestmark = pytest.mark.browser
pytest.importorskip("starlette", reason="the desk's extra is not installed")

AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


Open = Callable[..., Any]


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


def test_a_wording_is_taken_over_by_key_and_kept_with_a_reason(open_desk: Open) -> None:
    page = open_desk("story:english?view=side")
    for _ in range(20):
        page.keyboard.press("j")
        if "D101" in page.evaluate("document.activeElement.textContent"):
            break
    settled(page, lambda: page.keyboard.press("f"))
    assert "child victim of sexual exploitation" in page.inner_text("#safe")
    settled(page, lambda: page.click("#undo"))
    item = page.locator("#remarks > ol > li", has_text="D101")
    item.focus()
    page.keyboard.press("x")
    page.keyboard.type("the court's own words")
    settled(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("#remarks > ol > li", has_text="D101").count() == 0
    assert "the court's own words" in page.locator("#remarks").text_content()
    settled(page, lambda: page.click("#undo"))


def test_views_are_walked_by_key_and_the_address_follows(open_desk: Open) -> None:
    page = open_desk("story:english")
    for way in ("side", "difference", "marked"):
        page.keyboard.press("v")
        page.wait_for_selector(f'#desk[data-view="{way}"]')
        assert page.url.endswith(f"view={way}")
        assert page.locator(".views [aria-current]").get_attribute("data-way") == way
    page.reload()
    assert page.locator("#desk").get_attribute("data-view") == "marked"


def test_everything_can_be_reached_with_the_keyboard_alone(open_desk: Open) -> None:
    page = open_desk("story:english")
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


def test_two_escapes_hide_everything_and_end_the_session(open_desk: Open) -> None:
    page = open_desk("story:english")
    story = page.url
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("**/sign-in")
    assert "Mehrunnisa" not in page.content()
    page.go_back()
    page.wait_for_load_state()
    assert "Mehrunnisa" not in page.content()
    page.goto(story)
    assert page.url.endswith("/sign-in")


def test_a_story_is_handed_in_reviewed_and_leaves_through_the_proof_pass(open_desk: Open) -> None:
    page = open_desk("/stories/new")
    page.fill("#text", ENGLISH.replace("Chak 9999", "Chak 9998"))
    page.fill("#title", "kiln again")
    page.dblclick("main button.main")
    page.wait_for_selector("#desk")
    page.click("text=Export …")
    assert "no direct identifier" in page.inner_text("#proof")
    for form in ("TXT", "HTML"):
        with page.expect_download() as download:
            page.click(f"form[action$='/safe'] button:has-text('{form}')")
        text = Path(download.value.path()).read_text("utf-8")
        assert "[girl 1]" in text
        assert "Mehrunnisa" not in text
        assert re.fullmatch(r"story-[0-9a-f]{8}\.safe\.\w+", download.value.suggested_filename)
    page.goto("/stories")
    assert page.locator("th a:has-text('kiln again')").count() == 1


def test_a_file_is_dropped_on_the_form(open_desk: Open) -> None:
    page = open_desk("/stories/new")
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(['Police freed Mehrunnisa Khatoon, 13, in Swat.'], 'note.txt', {type: 'text/plain'}));
          document.querySelector('#new').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
        }"""
    )
    page.click("main button.main")
    page.wait_for_selector("#desk")
    assert "Mehrunnisa" in page.inner_text("#people")


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


def test_a_conflict_and_an_ended_session_are_told_where_the_editor_looks(open_desk: Open) -> None:
    one, two = open_desk("story:english"), open_desk("story:english")
    settled(one, lambda: card(one, "Gul Nawaz").locator("select[name=role]").select_option("witness"))
    card(two, "Gul Nawaz").locator("select[name=role]").select_option("judge")
    two.wait_for_selector("#wrong:not([hidden])")
    assert "V012" in two.inner_text("#wrong")
    two.reload()
    assert card(two, "Gul Nawaz").locator("select[name=role]").input_value() == "witness"
    settled(two, lambda: two.click("#undo"))
    two.context.clear_cookies()
    two.click("#undo")
    two.wait_for_selector("#wrong:has-text('W009')")
    assert "your work is kept" in two.inner_text("#wrong")
