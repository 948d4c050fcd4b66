"""Invented records: the same seed gives the same, nobody stands twice on a list, and as spoiled as asked."""

import numpy as np
import pytest

from amanat.linkage.synthetic import Spoiled, invent

CLEAN = Spoiled(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_the_same_seed_gives_the_same_records() -> None:
    one, again, other = invent(500, 1), invent(500, 1), invent(500, 2)
    assert one.names == again.names
    assert one.names != other.names


def test_nobody_stands_twice_on_one_list() -> None:
    records = invent(3000, 3)
    assert len(set(zip(records.person.tolist(), records.of_list.tolist(), strict=True))) == 3000
    assert set(records.of_list.tolist()) == {0, 1, 2, 3}


def test_unspoiled_records_of_one_person_agree_but_for_the_script() -> None:
    records = invent(2000, 4, CLEAN)
    by_person: dict[int, set[tuple[int, int]]] = {}
    for row, person in enumerate(records.person.tolist()):
        by_person.setdefault(person, set()).add((int(records.place[row]), int(records.born[row])))
    assert all(len(seen) == 1 for seen in by_person.values())
    roman = {(p, n) for p, n in zip(records.person.tolist(), records.names, strict=True) if n.isascii()}
    assert len({p for p, _ in roman}) == len(roman)


@pytest.mark.parametrize(("share", "column"), [("no_year", "born"), ("no_place", "place")])
def test_as_much_is_missing_as_asked(share: str, column: str) -> None:
    records = invent(4000, 5, Spoiled(**{share: 0.5}))
    assert 0.45 < np.mean(getattr(records, column) <= 0) < 0.56
