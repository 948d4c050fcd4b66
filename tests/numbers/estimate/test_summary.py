"""Never one number: what stands in a report, what is refused, what turns it red, what is kept back."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import DataError
from amanat.numbers import estimate
from amanat.numbers.estimate import Table, by_group, dropped, merged, over_draws, published, refusals, report, warnings

QUICK = {"methods": ("stepwise", "bic", "graphs"), "replicates": 60}


def table(**cells: int) -> Table:
    lists = sorted({letter for name in cells for letter in name})
    return Table.of(lists, {frozenset(name): count for name, count in cells.items()})


def test_every_method_stands_beside_the_others(hand: Table) -> None:
    found = report(hand, **QUICK)
    assert [row.method for row in found.rows] == ["stepwise", "bic", "graphs"]
    for row in found.rows:
        assert row.interval is not None
        assert row.estimate is not None
        assert row.interval.low <= row.estimate <= row.interval.high
        assert row.chosen
    assert found.rows[0].conditional is not None
    assert len(found.critics) >= 3
    assert len(found.assumptions) >= 3
    assert "by 3 methods, reach from" in found.sentence
    assert "an estimate, not a count" in found.sentence
    assert any("Fewer than 30" in words for words in found.warnings)
    assert not found.refusals


def test_latent_classes_are_a_row_like_the_others(hand: Table) -> None:
    found = report(hand, methods=("classes",), chains=2)
    assert found.rows[0].interval is not None
    assert "R-hat" in found.rows[0].chosen


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("N007", table(A=5, B=6, AB=2)),
        ("N008", table(A=40, B=30, C=20, AB=6)),
        ("N009", table(A=40, B=30, C=20)),
        ("N010", table(AB=9, C=5, ABC=4)),
    ],
)
def test_no_number_where_the_lists_cannot_carry_one(code: str, given: Table) -> None:
    assert code in {refusal.code for refusal in refusals(given)}
    found = report(given)
    assert (found.rows, found.variations, found.red) == ((), (), True)
    assert found.sentence.startswith("How many people are on no list cannot be estimated")
    assert not any(letter.isdigit() for letter in found.sentence.partition(":")[0])


def test_an_empty_list_is_named() -> None:
    empty = Table(("A", "B", "gone"), (0, 5, 5, 2, 0, 0, 0, 0))
    assert [refusal.code for refusal in refusals(empty)] == ["N006", "N008"]
    assert "nobody is on gone" in refusals(empty)[0].message


def test_warnings_of_the_table_are_in_plain_words() -> None:
    nested = table(A=30, B=20, AB=9, AC=4, ABC=2, D=10, AD=3, BD=2)
    words = " ".join(warnings(nested))
    assert "Everybody on C is also on A" in words
    assert "C and D" in words
    assert not refusals(nested)


def test_methods_that_contradict_each_other_turn_it_red(published_table: Callable[[str], Table]) -> None:
    found = report(published_table("Ned_5"), methods=("stepwise", "graphs"), replicates=60)
    assert found.red
    assert "times the smallest" in found.warnings[0]
    assert "none of these figures should be printed" in found.sentence


def test_leaving_out_and_merging(published_table: Callable[[str], Table]) -> None:
    western = published_table("Western")
    assert [each.change for each in dropped(western)] == [f"without {name}" for name in "ABCDE"]
    together = merged(western)
    assert len(together) == 10
    assert all(each.estimate for each in together)
    assert any("stepwise estimate leaves" in words for words in report(western, **QUICK).warnings) or all(
        1000 < (each.estimate or 0) < 4000 for each in together
    )


def test_a_change_that_allows_no_estimate_says_why() -> None:
    thin = table(A=40, B=30, C=20, D=25, AB=6, AC=5, BC=4, AD=3)
    found = {each.change: each for each in dropped(thin)}
    assert found["without A"].estimate is None
    assert "no three lists" in found["without A"].refused
    assert found["without D"].estimate is not None


def test_groups_add_up(hand: Table) -> None:
    together = by_group({"women": hand, "men": hand}, replicates=200)
    assert together.total is not None
    single = estimate.stepwise(hand).estimate
    assert math.isclose(together.total.estimate, 2 * single)
    assert together.total.interval().low < 2 * single < together.total.interval().high


def test_a_group_without_an_estimate_leaves_no_sum(hand: Table) -> None:
    together = by_group({"women": hand, "men": table(A=5, B=5, C=1)})
    assert together.total is None
    assert isinstance(together.groups["men"], DataError)
    with pytest.raises(DataError, match="N018"):
        by_group({})


def test_missed_links_make_it_larger_and_the_doubt_is_carried() -> None:
    rng = np.random.default_rng(2)
    cells = np.asarray([0, 60, 70, 14, 50, 10, 13, 3])
    draws = []
    for _ in range(8):
        lost = rng.binomial(cells[3], rng.uniform(0, 0.6))
        draws.append(
            Table(("A", "B", "C"), tuple(int(n) for n in cells + np.asarray([0, lost, lost, -lost, 0, 0, 0, 0])))
        )
    found = over_draws(draws, replicates=800)
    assert found.median > estimate.stepwise(Table(("A", "B", "C"), tuple(map(int, cells)))).estimate
    assert found.interval.high - found.interval.low > 0
    assert found.refused == 0
    assert over_draws([*draws, table(A=4, B=4, C=4)], replicates=80).refused == 1
    with pytest.raises(DataError, match="N018"):
        over_draws([table(A=4, B=4, C=4)])


def test_wrong_calls(hand: Table) -> None:
    with pytest.raises(DataError, match="N017"):
        report(hand, methods=("guess",))
    with pytest.raises(DataError, match="N017"):
        report(hand, methods=())
    with pytest.raises(DataError, match="N025"):
        report(hand, level=1)


COUNTS = some.lists(some.integers(0, 9), min_size=7, max_size=7).filter(any)


@given(COUNTS)
def test_no_small_cell_is_printed_or_can_be_worked_out(counts: list[int]) -> None:
    full = Table(("A", "B", "C"), (0, *counts))
    shown = published(full)
    small = {full.words(w) for w, count in enumerate(full.counts) if 0 < count < 3}
    hidden = {name for name, count in shown.cells.items() if count is None}
    assert small <= hidden
    assert shown.exact == (not hidden)
    assert len(hidden) != 1 or len(shown.cells) == 1
    if hidden:
        assert shown.observed % 10 == 0
    by_name = {full.words(w): w for w in range(1, 8)}
    for pair, count in shown.pairs.items():
        inside = [name for name in hidden if by_name[name] & by_name[pair] == by_name[pair]]
        assert (count is None) == bool(inside)
    for degree, count in enumerate(shown.degrees, start=1):
        assert (count is None) == any(by_name[name].bit_count() == degree for name in hidden)


def test_the_desk_may_see_everything(hand: Table) -> None:
    shown = published(hand, 1)
    assert shown.exact
    assert (shown.observed, shown.cells["A & B & C"]) == (145, 2)


@pytest.mark.parametrize(("value", "shown"), [(11_417.99, 11_400), (0, 0), (math.inf, math.inf), (157.17, 157)])
def test_figures_pretend_no_more_than_they_know(value: float, shown: float) -> None:
    assert estimate.rounded(value) == shown


@given(some.permutations(range(4)))
def test_the_order_of_the_lists_changes_no_estimate(order: list[int]) -> None:
    counts = [0, 54, 63, 15, 108, 10, 9, 5, 40, 7, 3, 2, 12, 1, 0, 1]
    table = estimate.Table(tuple("ABCD"), tuple(counts))
    moved = [0] * 16
    for w, count in enumerate(counts):
        moved[sum(1 << order[i] for i in range(4) if w >> i & 1)] = count
    names = tuple("ABCD"[order.index(i)] for i in range(4))
    other = estimate.Table(names, tuple(moved))
    assert estimate.stepwise(other).estimate == pytest.approx(estimate.stepwise(table).estimate, rel=1e-9)
    best, again = estimate.hierarchical(table).top(5), estimate.hierarchical(other).top(5)
    assert [m.bic for m in again] == pytest.approx([m.bic for m in best], rel=1e-9)
    assert estimate.decomposable(other).mean == pytest.approx(estimate.decomposable(table).mean, rel=1e-9)
