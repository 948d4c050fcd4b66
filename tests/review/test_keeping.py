"""An editor's comment keeps words, with a reason that the review records and without the editor's sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Document, KeptReason, Review
from amanat.publish import publish
from amanat.publish.contract import review_record
from amanat.read import read_bytes
from amanat.review import review
from amanat.review.keeping import comments

STORY = "The illegal migrants were held by traffickers in a house near the river, police said.\n"


def look(text: str) -> Review:
    return review(read_bytes(text.encode()))


def codes(text: str) -> list[str]:
    return [f.code for f in look(text).findings]


def test_a_comment_on_the_line_keeps_the_words() -> None:
    assert "D301" in codes(STORY)
    story = STORY.replace(".\n", '. <!-- amanat: keep D301 reason="statute wording" -->\n')
    found = look(story)
    assert "D301" not in [f.code for f in found.findings]
    (kept,) = found.kept
    assert (kept.code, kept.reason) == ("D301", KeptReason.LAW)
    (place,) = kept.places
    assert story[place.start : place.end] == "illegal migrants"


def test_a_comment_alone_speaks_for_the_next_line_only() -> None:
    comment = '<!-- amanat: keep D301 reason="quoted" -->\n\n'
    assert codes(comment + STORY + "\n" + STORY).count("D301") == 1


PAGE = "<html><body><h1>Held</h1>{}<p>The end.</p></body></html>"
NOTE = '<!-- amanat: keep D301 reason="statute wording" -->'


@pytest.mark.parametrize(
    ("name", "story"),
    [
        ("a.txt", STORY.rstrip() + ' // amanat: keep D301 reason="statute wording"\n'),
        ("a.md", f"{STORY.rstrip()} {NOTE}\n"),
        ("a.html", PAGE.format(f"<p>{STORY}{NOTE}</p>")),
        ("a.html", PAGE.format(f"{NOTE}\n<p>{STORY}</p>")),
    ],
)
def test_a_comment_works_in_every_kind_of_text(name: str, story: str) -> None:
    found = review(read_bytes(story.encode(), name))
    assert "D301" not in [f.code for f in found.findings]
    (kept,) = found.kept
    assert (kept.reason, len(kept.places)) == (KeptReason.LAW, 1)


def test_in_a_page_each_comment_speaks_for_its_own_block() -> None:
    page = PAGE.format(f"<p>{STORY}{NOTE}</p><p>{STORY}</p><ul><li>{STORY}{NOTE}</li></ul>")
    found = review(read_bytes(page.encode(), "a.html"))
    assert [f.code for f in found.findings].count("D301") == 1
    assert [len(kept.places) for kept in found.kept] == [1, 1]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("keep D301", "no reason"),
        ('keep D301 reason=" "', "no reason"),
        ('keep D998 reason="quote"', "D998"),
        ('keep D301, L998 reason="quote"', "L998"),
        ('keep I001 reason="quote"', "cannot be kept"),
    ],
)
def test_a_comment_that_keeps_nothing_is_told_with_a_code(comment: str, said: str) -> None:
    text = f"{STORY.rstrip()} <!-- amanat: {comment} -->\n"
    (told,) = [f for f in look(text).findings if f.code == "D890"]
    assert said in told.message
    assert told.remedy
    assert told.span
    assert text[told.span.start : told.span.end] == f"<!-- amanat: {comment} -->"


@pytest.mark.parametrize("comment", ['keep D301 reason="quote"', 'keep H001 reason="house style"'])
def test_a_comment_that_keeps_is_not_told_of(comment: str) -> None:
    assert "D890" not in codes(f"{STORY.rstrip()} <!-- amanat: {comment} -->\n")


def test_without_a_reason_nothing_is_kept_and_it_is_recorded() -> None:
    found = look(STORY.rstrip() + " <!-- amanat: keep D301 -->\n")
    assert "D301" in [f.code for f in found.findings]
    assert found.kept[0].reason is KeptReason.NONE


def test_another_code_is_not_kept() -> None:
    assert "D301" in codes(STORY.rstrip() + ' <!-- amanat: keep D302 reason="quote" -->\n')


def test_nothing_keeps_a_finding_about_identity() -> None:
    story = "Police said Zarmeena Achakzai, 13, was raped in Gulshan village. {}\n"
    plain = [f for f in look(story.format("")).findings if f.room == "identity"]
    assert plain
    note = f'<!-- amanat: keep {plain[0].code} reason="public interest" -->'
    assert [f.code for f in look(story.format(note)).findings if f.room == "identity"]


def test_words_inside_a_comment_are_no_story() -> None:
    story = STORY.rstrip() + ' <!-- amanat: keep D301 reason="child pornography is the title of the law" -->\n'
    assert "D103" not in codes(story)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a quote of the minister", KeptReason.QUOTE),
        ("title of the Act", KeptReason.LAW),
        ("she asked for this word", KeptReason.OWN_WORDS),
        ("public interest", KeptReason.PUBLIC_INTEREST),
        ("house style", KeptReason.HOUSE),
        ("false alarm", KeptReason.WRONG),
        ("because", KeptReason.OTHER),
        (" ", KeptReason.NONE),
    ],
)
def test_reasons_are_of_a_few_kinds(words: str, kind: KeptReason) -> None:
    document = read_bytes(f'Text. // amanat: keep D101, D102 reason="{words}"\n'.encode())
    (comment,) = comments(document)
    assert comment.reason is kind
    assert comment.codes == ("D101", "D102")


def test_the_record_holds_the_kind_of_reason_and_never_the_words() -> None:
    found = look(STORY.rstrip() + ' <!-- amanat: keep D301 reason="as Gulmina Kakar told the court" -->\n')
    record = str(review_record("", found, None)["kept"])
    assert "law" in record
    assert "Gulmina" not in record + repr(found.kept)


def test_comments_do_not_leave_the_house() -> None:
    document = read_bytes((STORY.rstrip() + ' <!-- amanat: keep D301 reason="Gulmina Kakar, 14" -->\n').encode())
    edition = publish(document, review(document))
    assert "amanat" not in edition.text
    assert "Gulmina" not in edition.text
    assert "in a house near the river" in edition.text


@given(st.text(alphabet='D101,amnt:kepr si="\n<!->“', max_size=200))
def test_no_text_stops_the_search(text: str) -> None:
    document: Document = read_bytes(("amanat: keep D101 " + text).encode())
    assert all(comment.span.end <= len(document.text) for comment in comments(document))


def test_a_reason_without_end_is_none() -> None:
    document = read_bytes(b'amanat: keep D101 reason="' + b"a" * 500_000)
    assert next(comments(document)).reason is KeptReason.NONE
