"""Figures at large, held against those of the ledger."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "In 2024, the minister told parliament, 1,638 people were arrested in trafficking cases in Pakistan.",
            "supported",
        ),
        (
            "In 2019, the minister told parliament, 1,638 people were arrested in trafficking cases in Pakistan.",
            "unknown",
        ),
        ("In 2024, the minister told parliament, 1,638 people were arrested in trafficking cases in India.", "unknown"),
        (
            "In 2024, the minister told parliament, 1,639 people were arrested in trafficking cases in Pakistan.",
            "unknown",
        ),
    ],
)
def test_a_figure_is_known_with_its_year_and_country(
    text: str, verdict: str, said: Callable[..., tuple[Statement, ...]]
) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "statistic"] == [verdict]
