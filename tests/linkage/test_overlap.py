"""Overlap tables: everybody once, small cells hidden, and draws that spread as far as the links are open."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import DataError
from amanat.linkage.overlap import Overlap, connected, draws, overlap
from amanat.numbers import estimate

LISTS = ("police", "shelters", "labour")


def test_people_are_counted_by_the_lists_they_stand_on() -> None:
    found = overlap(LISTS, np.array([7, 7, 9, 9, 4, 5]), np.array([0, 1, 0, 0, 2, 2]))
    assert found.counts == {(1, 1, 0): 1, (1, 0, 0): 1, (0, 0, 1): 2}
    assert found.people == 4


def test_small_cells_do_not_leave() -> None:
    table = Overlap(LISTS, {(1, 1, 0): 2, (1, 0, 0): 3, (0, 1, 1): 0})
    assert table.public() == {(1, 1, 0): None, (1, 0, 0): 3, (0, 1, 1): 0}


@pytest.mark.parametrize(
    ("lists", "of_list", "code"),
    [(("a",), [0, 0], "F105"), (("a", "b"), [0, 0], "F106"), (("a",) * 21, [0, 1], "F105")],
)
def test_what_is_no_overlap_is_refused(lists: tuple[str, ...], of_list: list[int], code: str) -> None:
    with pytest.raises(DataError, match=code):
        overlap(lists, np.array([0, 1]), np.array(of_list))


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=60))
def test_components_are_those_of_a_plain_search(edges: list[tuple[int, int]]) -> None:
    label = list(range(30))
    for _ in range(30):
        for a, b in edges:
            label[a] = label[b] = min(label[a], label[b])
    left, right = (np.array([edge[n] for edge in edges], np.int64) for n in (0, 1))
    assert connected(30, left, right).tolist() == label


def test_draws_spread_as_far_as_the_links_are_open() -> None:
    of_list = np.array([0, 1] * 200 + [2])
    left, right = np.arange(0, 400, 2), np.arange(1, 400, 2)
    doubtful = [d.counts.get((1, 1, 0), 0) for d in draws(LISTS, of_list, (left, right, np.full(200, 0.5)), 60, seed=3)]
    assert 80 < np.mean(doubtful) < 120
    assert np.std(doubtful) > 4
    sure = {d.counts[1, 1, 0] for d in draws(LISTS, of_list, (left, right, np.ones(200)), 5)}
    assert sure == {200}
    again = [d.counts.get((1, 1, 0), 0) for d in draws(LISTS, of_list, (left, right, np.full(200, 0.5)), 60, seed=3)]
    assert again == doubtful


def test_draws_are_what_an_estimate_is_made_from() -> None:
    rng = np.random.default_rng(4)
    on = rng.random((900, 3)) < 0.55
    person, of_list = np.nonzero(on)
    spot = {(int(p), int(n)): at for at, (p, n) in enumerate(zip(person, of_list, strict=True))}
    pairs = [(spot[p, a], spot[p, b]) for p in range(900) for a, b in ((0, 1), (1, 2)) if on[p, a] and on[p, b]]
    left, right = np.array(pairs).T
    overlaps = list(draws(LISTS, of_list, (left, right, np.full(len(left), 0.9)), 8, seed=1))
    tables = [estimate.Table.of(each.lists, each.by_names) for each in overlaps]
    assert [table.observed for table in tables] == [each.people for each in overlaps]
    found = estimate.over_draws(tables, replicates=80)
    assert len(found.estimates) == 8
    assert found.interval.low <= found.median <= found.interval.high
    assert len(set(found.estimates)) > 1
