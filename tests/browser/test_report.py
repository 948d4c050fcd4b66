"""What an editor sees: the report of the English and the Urdu example in a real browser."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SHOWN_ORDER = """(words) => {
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const letters = [];
  let text = '';
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentElement.closest('.label, .ref')) continue;
    for (let i = 0; i < node.data.length; i++) letters.push([node, i]);
    text += node.data;
  }
  const start = text.indexOf(words);
  if (start < 0) return null;
  const places = letters.slice(start, start + words.length).map(([node, i]) => {
    const range = document.createRange();
    range.setStart(node, i); range.setEnd(node, i + 1);
    const box = range.getBoundingClientRect();
    return [Math.round(box.top / 12), box.left, node.data[i]];
  });
  return places.sort((a, b) => a[1] - b[1]).map((place) => place[2]).join('');
}"""
"""Which letters of some words of the story stand from left to right on the screen."""

Open = Callable[..., Any]


@pytest.fixture(params=["story.txt", "story-ur.txt"], ids=["English", "Urdu"])
def story(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_nothing_is_fetched_and_nothing_complains(open_report: Open, story: str) -> None:
    seen = open_report(story)
    assert len(seen.requests) == 1
    assert seen.requests[0].startswith("file:")
    assert seen.messages == []


def test_the_frame_is_english_and_the_story_is_itself(open_report: Open) -> None:
    page = open_report("story-ur.txt").page
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    blocks = "[...document.querySelectorAll('article > *')].map((e) => [e.lang, getComputedStyle(e).direction])"
    found = page.evaluate(blocks)
    assert len(found) > 8
    assert {tuple(pair) for pair in found} == {("ur", "rtl")}
    english = open_report("story.txt").page.evaluate(blocks)
    assert {tuple(pair) for pair in english} == {("en", "ltr")}


@pytest.mark.parametrize(
    "number", ["00000-0000000-0", "0300-0000000", "000/2025", "180,000", "PTPA 2018", "۲۰۲۴", "2025"]
)
def test_numbers_read_from_left_to_right_in_urdu(open_report: Open, number: str) -> None:
    shown = open_report("story-ur.txt", viewport={"width": 2400, "height": 900}).page.evaluate(SHOWN_ORDER, number)
    assert shown == number


def test_numbers_look_like_the_words_around_them_and_stay_on_one_line(open_report: Open) -> None:
    page = open_report("story-ur.txt", viewport={"width": 360, "height": 800}).page
    looks = page.evaluate(
        """[...document.querySelectorAll('article p bdi.digits')].map((e) => {
          const own = getComputedStyle(e), around = getComputedStyle(e.closest('p'));
          return [own.fontWeight === around.fontWeight, own.display, own.whiteSpace];
        })"""
    )
    assert len(looks) > 5
    assert {tuple(look) for look in looks} == {(True, "inline", "nowrap")}


def test_the_measure_of_order_is_not_blind(open_report: Open) -> None:
    page = open_report("story-ur.txt", viewport={"width": 2400, "height": 900}).page
    page.evaluate(
        """document.querySelectorAll('article bdi').forEach((e) => {
          e.dir = 'rtl';
          e.style.unicodeBidi = 'bidi-override';
        })"""
    )
    assert page.evaluate(SHOWN_ORDER, "0300-0000000") != "0300-0000000"


def test_marks_colour_and_underline_and_change_no_width(open_report: Open, story: str) -> None:
    page = open_report(story).page
    styles = page.evaluate(
        """[...document.querySelectorAll('mark')].map((e) => {
          const s = getComputedStyle(e);
          return [s.paddingLeft, s.paddingRight, s.borderLeftWidth, s.letterSpacing,
                  s.fontWeight === getComputedStyle(e.parentElement).fontWeight, s.textDecorationLine];
        })"""
    )
    assert len(styles) > 6
    assert {tuple(style) for style in styles} == {("0px", "0px", "0px", "normal", True, "underline")}


def test_letters_under_a_mark_stay_joined(open_report: Open) -> None:
    page = open_report("story-ur.txt").page
    widths = page.evaluate(
        """() => {
          const mark = [...document.querySelectorAll('article mark')].find((e) => !/[0-9]/.test(e.textContent));
          const bare = document.createElement('span');
          bare.textContent = mark.textContent;
          const width = mark.getBoundingClientRect().width;
          mark.replaceWith(bare);
          return [width, bare.getBoundingClientRect().width];
        }"""
    )
    assert widths[0] == pytest.approx(widths[1], abs=0.6)


def test_overlapping_marks_are_both_told_in_words(open_report: Open, story: str) -> None:
    page = open_report(story).page
    assert page.locator("article mark.twice").count() >= 1
    assert page.locator("article .label").first.inner_text() == "[girl 1]"
    assert page.locator("article a.ref").count() == 4


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_a_desk_by_day_and_night(open_report: Open, story: str, width: int, scheme: str) -> None:
    page = open_report(story, viewport={"width": width, "height": 800}, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert contrast(ink, paper) >= 7
    for kind in ("hide", "identity", "claim"):
        style = f"getComputedStyle(document.querySelector('mark.{kind}'))"
        ink, paper = page.evaluate(f"[{style}.color, {style}.backgroundColor]")
        assert contrast(ink, paper) >= 4.5


def contrast(one: str, two: str) -> float:
    """WCAG contrast of two `rgb(…)` colours."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(two)))
    return (bright + 0.05) / (dark + 0.05)


def test_on_paper_the_addresses_are_printed(open_report: Open) -> None:
    page = open_report("story.txt").page
    page.emulate_media(media="print")
    after = "getComputedStyle(document.querySelector('.sources a'), '::after').content"
    assert "https://law.example/1" in page.evaluate(after)
    assert page.pdf().startswith(b"%PDF")


def test_a_note_leads_to_its_place_and_back(open_report: Open, story: str) -> None:
    page = open_report(story).page
    page.locator("article a.ref").first.click()
    assert page.evaluate("document.querySelector(':target').matches('.remarks li, .claims li')")
    page.locator(".remarks a.place").first.click()
    assert page.evaluate("document.querySelector(':target').closest('article') !== null")
