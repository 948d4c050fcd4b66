"""What still stands after an edit."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Finding, Fix, Mention, Person, Protection, Role, Room, Scene, Severity, Span
from amanat.lsp.edits import Edit

TEXT = st.text(alphabet="ab \n", max_size=30)


@given(TEXT, TEXT, TEXT, TEXT)
def test_what_is_the_same_is_found_again(head: str, old: str, new: str, tail: str) -> None:
    before, after = f"{head}<{old}>{tail}", f"{head}<{new}>{tail}"
    edit = Edit.between(before, after)
    for start in range(len(before)):
        moved = edit.moved(Span(start, start + 1))
        if moved:
            assert after[moved.start : moved.end] == before[start : start + 1]
    if head:
        assert edit.moved(Span(0, len(head))) == Span(0, len(head))
    if tail:
        span = Span(len(before) - len(tail), len(before))
        assert edit.moved(span) == span.shift(len(after) - len(before))


def test_findings_and_people_move_along_or_go() -> None:
    edit = Edit.between("one two three", "one 2 three")
    finding = Finding("D1", Room.LAW, Span(8, 13), Severity.NOTE, "x", "m", "", (), (Fix(Span(8, 13), "3"),))
    (moved,) = edit.findings([finding, replace(finding, span=Span(4, 7), fixes=())])
    assert moved.span == Span(6, 11)
    assert moved.fixes[0].span == Span(6, 11)
    (whole,) = edit.findings([replace(finding, span=None)])
    assert whole.span is None
    person = Person("p1", Role.VICTIM, Protection.PROTECT, None, (Mention(Span(0, 3)), Mention(Span(4, 7))))
    scene = edit.scene(Scene(("PK",), (person,), (), (), (Span(8, 13),)))
    assert [m.span for m in scene.people[0].mentions] == [Span(0, 3)]
    assert scene.institutions == (Span(6, 11),)
