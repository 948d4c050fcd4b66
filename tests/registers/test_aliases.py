"""Names of laws in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers.aliases import Names

NAMES = Names.of(
    [
        ("Prevention of Trafficking in Persons Act, 2018", "a"),
        ("PTPA", "a"),
        ("Bonded Labour System (Abolition) Act, 1992", "b"),
        ("Bonded Labour System (Abolition) Act, 1976", "c"),
        ("P.P.C", "d"),
        ("Rules 2020", "e"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found", "ids", "year"),
    [
        (
            "Under the Prevention of Trafficking in Persons Act, 2018, he",
            "Prevention of Trafficking in Persons Act, 2018",
            ("a",),
            2018,
        ),
        (
            "the 2018 prevention of trafficking in persons act",
            "2018 prevention of trafficking in persons act",
            ("a",),
            2018,
        ),
        (
            "Prevention of Trafficking in Persons Bill (2016) was",
            "Prevention of Trafficking in Persons Bill (2016)",
            ("a",),
            2016,
        ),
        (
            "the Bonded Labor System Abolition Act of 1976",
            "Bonded Labor System Abolition Act of 1976",
            ("b", "c"),
            1976,
        ),
        ("section 3 of the PTPA’s text", "PTPA", ("a",), None),
        ("of the P.P.C. in", "P.P.C", ("d",), None),
    ],
)
def test_a_name_is_found_with_its_year(text: str, found: str, ids: tuple[str, ...], year: int | None) -> None:
    (named,) = NAMES.find(text)
    assert text[named.span.start : named.span.end] == found
    assert (named.ids, named.year) == (ids, year)
    if named.year_span:
        assert text[named.year_span.start : named.year_span.end] == str(year)


@pytest.mark.parametrize("text", ["ptpa", "PTPAs", "rules", "Prevention of Trafficking. In Persons Act", "", "🙂"])
def test_what_only_looks_alike_is_not_found(text: str) -> None:
    assert NAMES.find(text) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_name_is_found_where_it_stands_whatever_is_around(before: str, after: str) -> None:
    text = f"{before}\n. PTPA ;\n{after}"
    at = len(before) + 3
    assert any(named.span.start == at and named.ids == ("a",) for named in NAMES.find(text))
