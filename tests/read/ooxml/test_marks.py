from layered_docx import simple

from amanat.read.ooxml.marks import mark, prepare


def test_how_many_changes_were_tracked_is_told() -> None:
    prepare(None)
    data = simple(["A bus stopped."])
    fixes = [[[[0, 2, 5]], "coach"], [[[7, 0, 1]], "nowhere"]]
    tracked, (marked,) = mark(data, [["word/document.xml", [], fixes]])
    assert tracked == 1
    assert marked != data
