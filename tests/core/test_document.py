from hashlib import sha256

from amanat.core import Direction, Document, Part, PartKind, Span


def test_no_repr_carries_the_words() -> None:
    part = Part(Span(0, 5), PartKind.BODY, "en", Direction.LTR)
    document = Document("Nazuk fled.", "en", (part,), "/stories/nazuk.txt")
    assert "azuk" not in f"{document!r} {document!s} {[document]}"


def test_digest_names_the_text_alone() -> None:
    one, other = Document("Same.", "en", (), "a.txt"), Document("Same.", "ur", (), "b.txt")
    assert one.digest == other.digest == sha256(b"Same.").hexdigest()
    assert Document("Same", "en", ()).digest != one.digest


def test_digest_of_a_lone_surrogate() -> None:
    assert len(Document("\ud800", "en", ()).digest) == 64


def test_at_and_part_at() -> None:
    parts = (
        Part(Span(0, 2), PartKind.HEADLINE, "en", Direction.LTR),
        Part(Span(4, 6), PartKind.BODY, "ur", Direction.RTL),
    )
    document = Document("ab\n\ncd", "en", parts)
    assert document.at(Span(4, 6)) == "cd"
    assert [document.part_at(n) for n in (0, 1, 2, 3, 4, 5, 6)] == [parts[0]] * 2 + [None] * 2 + [parts[1]] * 2 + [None]
