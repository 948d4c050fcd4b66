from amanat.core import Document, Gap, GapKind, Layout, Severity
from amanat.read.flow import Flow, Paragraph, Piece, document_of
from amanat.review import review, rule_cards
from amanat.review.unread import CARD, unread


def holding(*gaps: Gap) -> Document:
    return document_of(Flow((Paragraph((Piece("A bus stopped."),)),), gaps), "a.docx")


def test_every_page_is_told_alone_and_the_rest_by_kind() -> None:
    pages = (Gap(GapKind.PAGE, 3), Gap(GapKind.PAGE, 7))
    found = list(unread(holding(*pages, Gap(GapKind.PICTURE, count=2), Gap(GapKind.PICTURE))))
    assert [f.message.partition(" ")[0] + f.message.split()[1] for f in found] == ["Page3", "Page7", "3picture(s)"]
    assert {(f.code, f.span, f.severity) for f in found} == {("I020", None, Severity.WARNING)}
    assert all("safe" in f.remedy for f in found)


def test_nothing_is_said_where_all_was_read(story: Document) -> None:
    assert list(unread(story)) == []
    assert list(unread(holding())) == []
    assert Layout().gaps == ()


def test_it_is_part_of_every_review_and_has_its_page() -> None:
    assert "I020" in {f.code for f in review(holding(Gap(GapKind.SEALED))).findings}
    assert CARD in rule_cards()
