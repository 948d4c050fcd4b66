"""Capture histories: what they hold, what is refused, and what changes when lists do."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import DataError
from amanat.numbers.estimate import Table

TABLES = (
    some.lists(some.integers(0, 40), min_size=15, max_size=15)
    .filter(any)
    .map(lambda counts: Table(("A", "B", "C", "D"), (0, *counts)))
)


def test_what_a_table_holds(hand: Table) -> None:
    assert (hand.observed, hand.degrees, hand.triples) == (145, (120, 23, 2), 1)
    assert [count for _, _, count in hand.pairs()] == [8, 11, 10]
    assert hand.total(0b100) == 50 + 9 + 8 + 2
    assert hand.words(0b101) == "A & C"


def test_from_sets_and_from_people() -> None:
    people = [{"A"}, {"A", "B"}, {"B"}, {"B"}, {"A", "B", "C"}]
    table = Table.of_people(("A", "B", "C"), people, version="drawn")
    assert table.counts == (0, 1, 2, 1, 0, 0, 0, 1)
    assert table == Table.of(
        ("A", "B", "C"), {frozenset("A"): 1, frozenset("AB"): 1, frozenset("B"): 2, frozenset("ABC"): 1}, "drawn"
    )


@given(TABLES)
def test_leaving_a_list_out_hides_those_only_on_it(table: Table) -> None:
    counts = table.counts
    if counts[0b0100] == table.observed:
        return
    less = table.without("C")
    assert less.lists == ("A", "B", "D")
    assert less.observed == table.observed - counts[0b0100]
    assert less.total(0b011) == table.total(0b0011)
    assert less.total(0b100) == table.total(0b1000)


@given(TABLES)
def test_making_two_lists_one_loses_nobody(table: Table) -> None:
    for one, other in (("B", "D"), ("D", "B")):
        joined = table.merged(one, other)
        assert joined.lists == ("A", "B+D", "C")
        assert joined.observed == table.observed
        assert joined.total(0b010) == table.total(0b0010) + table.total(0b1000) - table.total(0b1010)


@given(TABLES)
def test_totals_and_degrees_agree(table: Table) -> None:
    assert sum(table.degrees) == table.total(0) == table.observed
    assert sum(count for _, _, count in table.pairs()) >= sum(table.degrees[1:])


def test_triples_are_lists_of_which_every_two_share() -> None:
    cells = {frozenset("AB"): 1, frozenset("AC"): 1, frozenset("D"): 5}
    assert Table.of(("A", "B", "C", "D"), cells).triples == 0
    assert Table.of(("A", "B", "C", "D"), {**cells, frozenset("BC"): 1}).triples == 1


@pytest.mark.parametrize(
    ("code", "lists", "counts"),
    [
        ("N001", (), (0,)),
        ("N001", ("A", "A"), (0, 1, 1, 1)),
        ("N001", ("A", ""), (0, 1, 1, 1)),
        ("N001", ("A", "B"), (0, 1, 1)),
        ("N001", tuple("ABCDEFGHIJK"), (0,) * 2048),
        ("N002", ("A", "B"), (0, 1, -1, 1)),
        ("N003", ("A", "B"), (5, 1, 1, 1)),
        ("N004", ("A", "B"), (0, 0, 0, 0)),
    ],
)
def test_impossible_tables_are_refused(code: str, lists: tuple[str, ...], counts: tuple[int, ...]) -> None:
    with pytest.raises(DataError, match=code):
        Table(lists, counts)


def test_unknown_lists_are_refused(hand: Table) -> None:
    for wrong in (
        lambda: hand.without("Z"),
        lambda: hand.merged("A", "Z"),
        lambda: Table.of(("A",), {frozenset("Z"): 1}),
    ):
        with pytest.raises(DataError, match="N001"):
            wrong()
