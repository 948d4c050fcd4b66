from layered_docx import docx, simple

from amanat.read.ooxml.comments import Comment, first_free, with_comments
from amanat.read.ooxml.package import Package

SAID = [Comment(1, ("One <line>", "لائن"))]


def test_a_file_with_comments_gets_one_more() -> None:
    package = Package.open(docx({"comment": "Kiran Awan"}))
    assert first_free(package) == 1
    changed = with_comments(package, SAID)
    assert set(changed) == {"word/comments.xml"}
    text = changed["word/comments.xml"].decode()
    assert text.index("Kiran Awan") < text.index('w:id="1" w:author="Amanat"')
    assert "One &lt;line&gt;" in text


def test_a_file_without_comments_gets_the_part_its_tie_and_its_type() -> None:
    package = Package.open(simple(["A bus."]))
    assert first_free(package) == 0
    changed = with_comments(package, SAID)
    assert set(changed) == {"word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert b'Target="comments.xml"' in changed["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in changed["[Content_Types].xml"]
