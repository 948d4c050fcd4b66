"""The layout of the original becomes the layout of the edition: every run stays a run of the same words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import (
    Block,
    BlockKind,
    Direction,
    Edition,
    Emphasis,
    Identifier,
    Layer,
    Mask,
    Run,
    Span,
    TraceKind,
)
from amanat.publish.masking import masked
from amanat.publish.moving import laid_out, moved, without_telling_links

TEXT = "Police freed Zunaira Tarkhan in the night.\n\nShe is safe."


def block(start: int, end: int, *cuts: int, emphasis: frozenset[Emphasis] = frozenset(), link: str = "") -> Block:
    edges = (start, *cuts, end)
    runs = tuple(
        Run(Span(a, b), n, emphasis if n % 2 else frozenset(), link) for n, (a, b) in enumerate(pairwise(edges))
    )
    return Block(Span(start, end), Layer.BODY, "en", Direction.LTR, runs, part="word/document.xml")


def mask(start: int, end: int, label: str = "[girl 1]") -> Mask:
    return Mask(Span(start, end), "p1", TraceKind.NAME, Identifier.DIRECT, label)


def test_a_label_over_two_runs_is_plain_and_stands_once() -> None:
    blocks = (block(0, 42, 13, 20, emphasis=frozenset({Emphasis.BOLD})), block(44, 56))
    safe = masked(TEXT, [mask(13, 28)])
    first, second = moved(blocks, safe)
    assert safe.text == "Police freed [girl 1] in the night.\n\nShe is safe."
    assert [(safe.text[r.span.start : r.span.end], set(r.emphasis)) for r in first.runs] == [
        ("Police freed [girl 1] in the night.", set())
    ]
    assert safe.text[second.span.start : second.span.end] == "She is safe."
    assert first.part == ""


def test_emphasis_stays_on_the_words_that_had_it() -> None:
    bold = frozenset({Emphasis.BOLD})
    (first,) = moved([block(0, 42, 28, emphasis=bold)], masked(TEXT, [mask(13, 28)]))
    assert [(r.span, r.emphasis) for r in first.runs] == [(Span(0, 21), frozenset()), (Span(21, 35), bold)]


def test_where_the_original_was_cut_does_not_show() -> None:
    cut = moved([block(0, 42, *range(1, 42))], masked(TEXT, [mask(13, 28)]))
    whole = moved([block(0, 42)], masked(TEXT, [mask(13, 28)]))
    assert cut == whole


def test_a_mask_across_blocks_belongs_to_the_first() -> None:
    safe = masked(TEXT, [mask(13, 47)])
    first, second = moved([block(0, 42), block(44, 56)], safe)
    assert [safe.text[b.span.start : b.span.end] for b in (first, second)] == ["Police freed [girl 1]", " is safe."]
    assert moved([block(0, 42), block(44, 56)], masked(TEXT, [mask(13, 56)]))[1:] == ()


texts = st.text(st.sampled_from("ab \n[]"), min_size=1, max_size=40)


@given(texts, st.data())
def test_what_is_kept_is_the_same_words(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    hidden = [
        mask(s.start, s.end, data.draw(st.sampled_from(["[x]", "[a y]"]))) for s in spans if data.draw(st.booleans())
    ]
    safe = masked(text, hidden)
    assert all(text[old.start : old.end] == safe.text[new : new + len(old)] for old, new in safe.kept)
    whole = Block(Span(0, len(text)), Layer.BODY, "en", Direction.LTR, tuple(Run(s) for s in spans))
    for new in moved([whole], safe):
        assert (
            "".join(safe.text[r.span.start : r.span.end] for r in new.runs) == safe.text[new.span.start : new.span.end]
        )
        assert new.span == Span(0, len(safe.text))


def test_a_link_stays_only_where_it_tells_nothing() -> None:
    link = "https://news.example/kilns"
    (kept,) = moved([block(0, 12, link=link)], masked(TEXT, []))
    assert [r.link for r in kept.runs] == [link]
    (touched,) = moved([block(0, 42, link=link)], masked(TEXT, [mask(13, 28)]))
    assert {r.link for r in touched.runs} == {""}


def kept(link: str) -> str:
    (block_,) = without_telling_links([block(0, 12, link=link)], ["zunaira"])
    return block_.runs[0].link


def test_an_address_of_plain_words_stays_whole() -> None:
    for link in ("https://news.example/kilns", "https://law.example/act/2018/section?page=2", "http://news.example"):
        assert kept(link) == link


def test_an_address_that_could_name_somebody_leads_to_the_site_alone() -> None:
    for path in ("Zunaira-case", "samreen_awan", "story/xqzt", "case/1234567", "%5a%75naira", "who?name=Uzma"):
        assert kept(f"https://news.example/{path}") == "https://news.example/"


def test_no_other_address_stays() -> None:
    for link in (
        "mailto:a@x.example",
        "javascript:x()",
        "https://x.example/a b",
        "https://zunaira.example/",
        "tel:1",
        "file:///a",
    ):
        assert kept(link) == ""


def test_an_edition_of_plain_text_lays_itself_out() -> None:
    edition = Edition("A headline\n\nA girl was freed from a kiln near the city.\n", "en", "", proven=True)
    head, line = laid_out(edition)
    assert (head.kind, head.level, line.kind) == (BlockKind.HEADING, 1, BlockKind.PARAGRAPH)
    assert laid_out(Edition(edition.text, "en", "", proven=True, blocks=(line,))) == (line,)
