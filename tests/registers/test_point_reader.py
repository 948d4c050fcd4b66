"""Points as they are written, turned into values."""

import pytest

from amanat.packs import File
from amanat.registers.point_reader import days_of, own_sorts, points_of, sort_name


def test_a_point_is_read_with_what_is_left_out() -> None:
    record = {"points": [{"about": ["victim", ["name her", "print*"]], "may": False, "unless": ["consent"]}]}
    (point,) = points_of(record)
    assert point.about == ("victim", "name her|print*")
    assert (point.may, point.must, point.so, point.age, point.days) == (False, None, None, None, None)
    assert point.unless == {"consent"}
    assert not point.alone
    assert not point.of_section


def test_a_record_without_points_has_none() -> None:
    assert points_of({"title": "Something else"}) == ()


@pytest.mark.parametrize(("written", "days"), [("24 hours", 1), ("1 week", 7), ("4 months", 120), ("2 years", 730)])
def test_times_are_counted_in_days(written: str, days: float) -> None:
    assert days_of(*written.split()) == days


def test_sorts_made_on_the_spot_are_found_in_laws_and_treaties() -> None:
    spoken = {"says": ["heavier"], "denies": ["alike"]}
    law = File(
        "a.yaml", "law", "XX", {"provisions": [{"points": [{"about": [["a kiln", "kilns"], "debt"], "is": False}]}]}
    )
    treaty = File(
        "b.yaml", "treaty", "WORLD", {"says": [{"points": [{"about": [spoken], "not_with": [["light work"]]}]}]}
    )
    made = dict(own_sorts((law, treaty)))
    assert made.keys() == {"a kiln|kilns", sort_name(spoken), "light work"}
