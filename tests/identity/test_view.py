"""What the rules of the room read."""

from amanat.core import Role
from amanat.identity.view import fixes, look
from amanat.people import look as look_at
from amanat.read import read_bytes
from amanat.registers import shipped


def test_masks_belong_to_people_and_fixes_to_masks() -> None:
    document = read_bytes(b"Zunaira Tarkhan, 13, was abducted in Swat. Police arrested Yawar Chughtai.")
    view = look(document, look_at(document, shipped()), shipped())
    (girl,) = view.protected
    assert [document.at(m.span) for m in view.direct(girl)] == ["Zunaira Tarkhan"]
    assert [document.at(m.span) for m in view.quasi(girl)] == ["13"]
    assert [f.replacement for f in fixes(view.direct(girl))] == [view.labels[girl.id]]
    assert [p.role for p in view.editors_choice] == [Role.ACCUSED]
