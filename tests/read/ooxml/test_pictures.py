"""Pictures of a Word file: numbered in the order of the text, told once, and not where they were deleted."""

import pytest
from hostile import with_parts

from amanat.core import BlockKind
from amanat.read import read_bytes
from amanat.read.pictures import has_pictures, photo_in

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def drawing(tie: str, alt: str = "") -> str:
    graphic = f'<a:graphic><a:blip r:embed="{tie}"/></a:graphic>'
    return f'<w:drawing><wp:inline><wp:docPr id="1" descr="{alt}"/>{graphic}</wp:inline></w:drawing>'


def old(tie: str) -> str:
    return f'<w:pict><v:shape alt="old"><v:imagedata r:id="{tie}"/></v:shape></w:pict>'


def told(body: str) -> list[tuple[int, str, BlockKind, str]]:
    """Return number, alternative text, kind and words before it of each picture that is shown."""
    ties = "".join(
        f'<Relationship Id="t{n}" Type="{R}/image" Target="media/{name}.png"/>' for n, name in enumerate("ba")
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    data = with_parts(
        {
            "word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode(),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{ties}</Relationships>'.encode(),
            "word/media/a.png": b"a",
            "word/media/b.png": b"b",
        }
    )
    document = read_bytes(data, "story.docx")
    shown = document.layout.shown if document.layout else ()
    return [(block.picture, block.alt, block.kind, document.at(block.span)) for block in shown if block.picture]


TEXT = "<w:p><w:r><w:t>A bus stopped.</w:t></w:r></w:p>"


def paragraph(inner: str) -> str:
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def test_they_are_numbered_as_the_text_shows_them() -> None:
    body = TEXT + paragraph(drawing("t1", "last in the list")) + paragraph(old("t0"))
    assert told(body) == [
        (1, "last in the list", BlockKind.PARAGRAPH, "[picture 1]"),
        (2, "old", BlockKind.PARAGRAPH, "[picture 2]"),
    ]


def test_one_drawn_for_old_programs_too_is_told_once() -> None:
    choice = f"<mc:Choice>{drawing('t0')}</mc:Choice><mc:Fallback>{old('t0')}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    assert [number for number, *_ in told(TEXT + paragraph(both))] == [1]


def test_a_deleted_one_is_not_shown() -> None:
    assert told(f"{TEXT}<w:p><w:del>{'<w:r>' + drawing('t0') + '</w:r>'}</w:del></w:p>") == []


def test_in_a_cell_it_stays_there() -> None:
    (found,) = told(f"{TEXT}<w:tbl><w:tr><w:tc>{paragraph(drawing('t0'))}</w:tc></w:tr></w:tbl>")
    assert found[2] is BlockKind.CELL


def test_a_tie_to_nothing_is_no_picture() -> None:
    assert told(TEXT + paragraph(drawing("t9"))) == []


@pytest.mark.parametrize(("name", "may"), [("a.docx", True), ("a.pdf", True), ("a.txt", False), ("a.jpg", False)])
def test_which_files_may_hold_some(name: str, may: bool) -> None:  # noqa: FBT001 - given by name
    assert has_pictures(name) is may


def test_beyond_the_last_there_is_none() -> None:
    page = b"<p>A bus stopped.</p>"
    assert photo_in(page, "a.html", 1) is None
