import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from amanat.core import Document, Edition, Finding, Help, Review, Room, Severity, Source, Span
from amanat.publish.report import report
from amanat.read import read_bytes

ADDRESSES = {"src", "href", "action", "data", "poster", "srcset", "formaction"}
EMPTY = {"meta", "br", "img", "input", "link", "hr"}


class Page(HTMLParser):
    """Reads a page: tags must close in order; gathers attributes and text."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, name: str) -> list[str]:
        return [value for _, n, value in self.attributes if n == name]


@pytest.fixture
def page(story: Document, found: Review, safe: Edition) -> Page:
    return Page(report(story, found, safe))


def test_it_says_whom_it_is_for(page: Page) -> None:
    assert "For the editor only." in page.text
    assert "a person who knows the case must read the story" in page.text


def test_everything_a_finding_has_is_shown(page: Page) -> None:
    for words in ("I101", "A child could be found.", "Instead: Leave the name out.", "Write: [girl 1]", "A statute"):
        assert words in page.text
    assert "https://law.example/1" in page.values("href")
    assert "the whole story" in page.text


def test_people_claims_figures_and_help_are_shown(page: Page) -> None:
    for words in (
        "becomes [her father]",
        "Farhad Qureshi",
        "contradicts the register",
        "2 persons",
        "A legal aid office",
        "Call before printing: 042-0000000 (seen 2026)",
        "[Girl 1], 13, was freed.",
    ):
        assert words in page.text


def test_every_link_inside_the_page_leads_somewhere(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inside = [value[1:] for value in page.values("href") if value.startswith("#")]
    assert len(inside) > 8
    assert set(inside) <= set(ids)


def test_nothing_is_fetched_and_nothing_runs(page: Page) -> None:
    tags = {tag for tag, _, _ in page.attributes}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert all(tag == "a" for tag, name, _ in page.attributes if name in ADDRESSES)
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]
    (policy,) = [v for v in page.values("content") if "default-src" in v]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_story_stands_there_letter_for_letter(story: Document, found: Review, safe: Edition) -> None:
    out = report(story, found, safe).decode()
    article = out[out.index("<article>") : out.index("</article>")]
    bare = re.sub(r'<span class="label".*?</span>|<a class="ref".*?</a>', "", article)
    shown = [line for line in html.unescape(re.sub(r"<[^>]+>", "", bare)).splitlines() if line]
    assert shown == [line for line in story.text.splitlines() if line]


def test_without_an_edition_it_says_so(story: Document, found: Review) -> None:
    assert "No safe version could be proven" in Page(report(story, found, None)).text


def test_nothing_found_is_not_called_safe(story: Document, found: Review, safe: Edition) -> None:
    bare = replace(
        found, people=(), masks=(), keeps=(), findings=(), claims=(), figures=(), help=Help(present=True, services=())
    )
    text = Page(report(story, bare, safe)).text
    assert "No rule spoke. That is not the same as safe." in text
    assert "Nobody to protect was found." in text
    assert "No name was found to hide. Read this text as if nothing had been hidden." in text


def test_urdu_in_a_rule_has_its_own_direction(story: Document, found: Review, safe: Edition) -> None:
    finding = replace(found.findings[1], remedy="Write: رہائی دلائی گئی")
    assert (
        'Write: <bdi dir="rtl">رہائی دلائی گئی</bdi>'
        in report(story, replace(found, findings=(finding,)), safe).decode()
    )


def test_the_words_of_rules_and_stories_are_escaped(found: Review, safe: Edition) -> None:
    document = read_bytes(b"<b onclick=x>Bold</b> & <script>x</script>", "<i>.txt")
    finding = Finding(
        "D1",
        Room.DIGNITY,
        Span(0, 13),
        Severity.NOTE,
        "x",
        "<script>y</script>",
        "<img src=z>",
        (Source("<u>", "javascript:alert(1)"),),
    )
    bare = replace(found, masks=(), keeps=(), people=(), claims=(), figures=(), findings=(finding,))
    page = Page(report(document, bare, safe))
    assert "<script>y</script>" in page.text
    assert not [value for value in page.values("href") if value.startswith("javascript:")]


def test_folders_above_the_story_are_not_told(found: Review, safe: Edition) -> None:
    document = read_bytes(b"A story.", "/home/someone/secret/story.txt")
    bare = replace(found, masks=(), keeps=(), people=(), claims=(), figures=(), findings=())
    assert "someone" not in report(document, bare, safe).decode()


def test_a_mark_over_two_paragraphs_shows_on_both(story: Document, found: Review, safe: Edition) -> None:
    start, end = story.text.index("Khatoon said"), story.text.index("Farhad")
    wide = replace(found.findings[1], span=Span(start, end))
    out = report(story, replace(found, masks=(), keeps=(), findings=(wide,), claims=(), figures=()), safe).decode()
    article = out[out.index("<article>") : out.index("</article>")]
    assert article.count('<mark class="dignity">') == 2
    assert article.count('class="ref"') == 1
