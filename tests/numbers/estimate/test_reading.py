"""Tables as offices send them: separators, marks at the start, rows that are wrong."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import DataError
from amanat.numbers.estimate import read_strata, read_table

GOOD = "A,B,C,n\n1,0,0,3\n0,1,1,2\n"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace("\n", "\r\n"),
        GOOD.replace(",", " , ") + "\n\n",
        GOOD + "0,0,0,0\n1,1,1,0\n",
        "A,B,C,n\n1,0,0,1\n1,0,0,2\n0,1,1,2\n",
    ],
)
def test_many_ways_to_write_one_table(text: str) -> None:
    assert read_table(text) == read_table(GOOD)
    assert read_table(GOOD).counts == (0, 3, 0, 0, 0, 0, 2, 0)


def test_groups_give_a_table_each() -> None:
    text = "sex,A,B,age,n\nf,1,0,adult,3\nm,1,1,child,2\nf,0,1,adult,1\n"
    by_sex = read_strata(text.replace(",adult", "").replace(",child", "").replace(",age", ""), ["sex"])
    assert {name: table.observed for name, table in by_sex.items()} == {"f": 4, "m": 2}
    both = read_strata(text, ["sex", "age"], version="v")
    assert set(both) == {"f, adult", "m, child"}
    assert both["m, child"].lists == ("A", "B")


@pytest.mark.parametrize(
    ("code", "says", "text"),
    [
        ("N001", "first row", ""),
        ("N001", "first row", "A\n1\n"),
        ("N001", "name of its own", "A,A,n\n1,0,2\n"),
        ("N004", "no rows", "A,B,n\n"),
        ("N004", "empty", "A,B,n\n1,0,0\n"),
        ("N005", "row 3: the count is not a whole number", "A,B,n\n1,0,2\n0,1,-3\n"),
        ("N005", "row 2: the count is not a whole number", "A,B,n\n1,0,2.5\n"),
        ("N005", "row 2: the count is not a whole number", "A,B,n\n1,0,٣\n"),
        ("N005", "something else than 0 or 1", "A,B,n\n1,2,2\n"),
        ("N005", "on no list", "A,B,n\n0,0,2\n"),
        ("N005", "2 cells where 3", "A,B,n\n1,2\n"),
    ],
)
def test_wrong_tables_are_refused_by_row(code: str, says: str, text: str) -> None:
    with pytest.raises(DataError, match=code) as refused:
        read_table(text)
    assert says in refused.value.message


def test_every_wrong_row_is_told_up_to_a_dozen() -> None:
    with pytest.raises(DataError) as refused:
        read_table("A,B,n\n1,0,5\n" + "1,0,x\n" * 20)
    assert refused.value.message.count("row ") == 12
    assert "and 8 more" in refused.value.message


def test_unknown_group_columns_are_refused() -> None:
    with pytest.raises(DataError, match="N001"):
        read_strata(GOOD, ["sex"])
    with pytest.raises(DataError, match="N001"):
        read_strata(GOOD, ["n"])


@given(some.one_of(some.text(max_size=200), some.text('01,\n"5;', max_size=60)))
def test_whatever_comes_is_read_or_refused_with_a_code(text: str) -> None:
    with suppress(DataError):
        assert read_table(text).observed > 0
