import pytest

from amanat.core import BlockKind, Cell, Document, Emphasis, Layer, ReadError
from amanat.read import html, read_bytes


def read(page: str) -> Document:
    return read_bytes(page.encode(), "a.html")


def shown(page: str) -> list[str]:
    document = read(page)
    assert document.layout is not None
    return [document.at(block.span) for block in document.layout.shown]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a  b\n c</p>", ["a b c"]),
        ("<p>one<p>two", ["one", "two"]),
        ("one<br>two", ["one\ntwo"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>Meh<b>run</b><i>nisa</i></p>", ["Mehrunnisa"]),
        ("<p>a &amp; b&#8217;s</p>", ["a & b’s"]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<p>a</b></i></div></p>b", ["a", "b"]),
        ("<p>a <span hidden>b</span> c</p>", ["a", "c"]),
        ("a <![CDATA[b]]> c", ["a c"]),
    ],
)
def test_text_is_read_as_a_browser_shows_it(page: str, text: list[str]) -> None:
    assert shown(page) == text


def test_looks_are_kept() -> None:
    page = (
        "<h2>Head</h2><ol><li>a<ul><li>b</ul></ol><table><tr><td>c<td>d</tr><tr><td><h3>e</h3></table>"
        "<p><strong>f</strong> <a href='https://x.example'>g</a> <a href='javascript:h()'>h</a></p>"
    )
    document = read(page)
    assert document.layout is not None
    blocks = document.layout.shown
    assert [(b.kind, b.level, b.ordered, b.cell) for b in blocks] == [
        (BlockKind.HEADING, 2, False, None),
        (BlockKind.ITEM, 0, True, None),
        (BlockKind.ITEM, 1, False, None),
        (BlockKind.CELL, 0, False, Cell(0, 0, 0)),
        (BlockKind.CELL, 0, False, Cell(0, 0, 1)),
        (BlockKind.CELL, 0, False, Cell(0, 1, 0)),
        (BlockKind.PARAGRAPH, 0, False, None),
    ]
    runs = blocks[-1].runs
    assert runs[0].emphasis == {Emphasis.BOLD}
    assert [run.link for run in runs if run.link] == ["https://x.example"]


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="windows-1256"><p>لڑکا</p>'.encode("cp1256"),
        "<p>لڑکا</p>".encode(),
        "<p>لڑکا</p>".encode("utf-16"),
        "\ufeff<p>لڑکا</p>".encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert read_bytes(data, "a.htm").text == "لڑکا"


def test_a_page_with_no_declared_encoding_is_read_as_old_ones_were() -> None:
    assert read_bytes("<p>Café</p>".encode("cp1252"), "a.html").text == "Café"
    assert read_bytes(b"<meta charset=no-such><p>\xc3\xa9t\xc3\xa9</p>", "a.html").text == "été"


def test_what_a_browser_does_not_show_is_told_with_its_layer() -> None:
    document = read("<title>T word</title><p>a</p><!-- c word --><script>s word</script><img alt='i word'>")
    assert document.layout is not None
    hidden = {document.at(b.span): b.layer for b in document.layout.blocks if not b.layer.shown}
    assert hidden == {
        "T word": Layer.PROPERTY,
        "c word": Layer.COMMENT,
        "s word": Layer.DATA,
        "i word": Layer.ALT_TEXT,
    }


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(ReadError, match="R011"):
        read("<div>" * 100_000 + "a")


@pytest.mark.parametrize("word", ["if !mso", "endif", "CDATA[x]]", "DOCTYPE html", "x", ""])
def test_marked_sections_of_any_word_are_comments_and_what_follows_is_shown(word: str) -> None:
    document = read_bytes(f"<p>A bus <![{word}>stopped</p><p>Then it left.</p>".encode(), "story.html")
    assert document.text[: document.shown] == "A bus stopped\n\nThen it left."


@pytest.mark.parametrize("opens", ["<!--", "<a ", "<a b='", "</a", "<?", "<a/"])
def test_a_page_full_of_what_never_ends_is_refused_at_once(opens: str) -> None:
    """For each of them the parser would read to the end of the page: hours for two megabytes."""
    with pytest.raises(ReadError, match="R011"):
        read("<p>A bus stopped.</p>" + opens * 20_000)


def test_a_page_that_was_cut_off_is_read() -> None:
    document = read("<p>A bus stopped.</p><p>Then it left.</p><!-- told by <a href='http")
    assert document.text[: document.shown].startswith("A bus stopped.\n\nThen it left.")


def test_a_page_in_more_pieces_than_any_story_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_PIECES", 40)
    with pytest.raises(ReadError, match="R011"):
        html.flow(b"<b>a</b>b" * 30, 0)
