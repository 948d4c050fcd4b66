import pytest

from amanat.core import BlockKind, Document, GapKind, Layer, ReadError
from amanat.read import read_bytes
from amanat.read.mail import letter


def read(mail: str) -> Document:
    return read_bytes(mail.encode(), "a.eml")


def test_the_subject_is_the_headline_and_paragraphs_are_cut_at_empty_lines() -> None:
    document = read("Subject: Girl freed\nFrom: a@x.example\n\nOne\ntwo.\n\n\nThree.\n")
    assert document.layout is not None
    assert [(b.kind, document.at(b.span)) for b in document.layout.shown] == [
        (BlockKind.HEADING, "Girl freed"),
        (BlockKind.PARAGRAPH, "One\ntwo."),
        (BlockKind.PARAGRAPH, "Three."),
    ]
    assert document.text.endswith("a@x.example")


def test_two_forms_of_one_text_show_once() -> None:
    document = read(
        "Subject: x\nContent-Type: multipart/alternative; boundary=A\n\n--A\nContent-Type: text/plain\n\nPlain.\n"
        "--A\nContent-Type: text/html\n\n<p>Plain, <b>and more</b>.</p>\n--A--\n"
    )
    assert document.text[: document.shown] == "x\n\nPlain."
    assert "Plain, and more." in document.text


@pytest.mark.parametrize(
    ("mail", "text"),
    [
        ("Subject: =?utf-8?q?=C3=A9t=C3=A9?=\n\nb", "été"),
        ("Subject: =?no-such?q?abc?=\n\nb", "=?no-such?q?abc?="),
        ("Subject: a\nContent-Type: text/plain; charset=no-such\n\nbé", "bé"),
        ("Subject: a\nContent-Transfer-Encoding: base64\n\n%%%", "a"),
    ],
)
def test_broken_encodings_are_read_as_far_as_they_go(mail: str, text: str) -> None:
    assert text in read(mail).text


def test_a_file_that_cannot_be_read_is_told() -> None:
    document = read(
        "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: application/zip\n"
        "Content-Disposition: attachment; filename=a.zip\n\nPK\n--B\nContent-Type: text/plain\n"
        "Content-Disposition: attachment; filename=a.docx\n\nno word file\n--B--\n"
    )
    assert document.layout is not None
    assert [gap.kind for gap in document.layout.gaps] == [GapKind.EMBEDDED] * 2
    assert [b.layer for b in document.layout.blocks][-2:] == [Layer.NAME, Layer.NAME]


def test_no_mail_and_too_many_parts_are_refused() -> None:
    with pytest.raises(ReadError, match="R015"):
        read("\n\nwords without a header")
    many = "--B\nContent-Type: text/plain\n\na\n" * 600
    with pytest.raises(ReadError, match="R011"):
        read(f"Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n{many}--B--\n")


def test_mails_in_mails_end_somewhere() -> None:
    mail = "Subject: innermost\n\nwords"
    for level in range(12):
        mail = f"Subject: {level}\nContent-Type: message/rfc822\n\n{mail}"
    document = read(mail)
    assert document.layout is not None
    assert [gap.kind for gap in document.layout.gaps] == [GapKind.EMBEDDED]


def test_a_header_longer_than_any_is_refused_at_once() -> None:
    with pytest.raises(ReadError, match="R011"):
        letter.flow(b"Subject: " + b"=?utf-8?q?=41?= " * 20_000 + b"\n\nA bus stopped.", 0)
    assert "AAA" in letter.flow(b"Subject: " + b"=?utf-8?q?=41?= " * 200 + b"\n\nA bus stopped.", 0).paragraphs[0].text
