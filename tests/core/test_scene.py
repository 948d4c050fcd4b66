from amanat.core import Person, Protection, Role, Scene


def test_people_are_found_by_id() -> None:
    one = Person("p1", Role.POLICE, Protection.NAME, is_child=False, mentions=())
    scene = Scene(("PK",), (one,), (), ())
    assert scene.person("p1") is one
    assert scene.person("p2") is None
