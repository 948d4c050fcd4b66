"""Tiers of the Trafficking in Persons Report: told by number, by list or by place in the ranking."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


def tiers(found: tuple[Statement, ...]) -> list[tuple[str, str]]:
    return [(s.verdict.value, s.value) for s in found if s.topic == "tier"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Washington put India one rung above the worst in its trafficking report of 2018.",
            ("contradicted", "Tier 2 Watch List"),
        ),
        ("In 2005 the State Department gave Nepal the best grade in its trafficking report.", ("supported", "Tier 1")),
        (
            "The Americans put Bangladesh on the lowest rung of their trafficking report in 2004.",
            ("supported", "Tier 3"),
        ),
        ("In the US trafficking report of 2023 India kept the second-best rating.", ("supported", "Tier 2")),
        ("Nobody put Pakistan on the Watch List in 2024.", ("supported", "not Tier 2 Watch List")),
        ("US diplomats handed India a Watch List rating in 2023.", ("contradicted", "Tier 2 Watch List")),
        ("Dhaka was demoted to the Watch List in 2017.", ("supported", "Tier 2 Watch List")),
        ("Until 2018 Washington kept Pakistan on its Tier 2 Watch List.", ("supported", "Tier 2 Watch List")),
        ("Bangladesh is still on the Watch List in the 2023 report.", ("outdated", "Tier 2 Watch List")),
        ("India, on the Watch List since 2004, wants help with trafficking.", ("outdated", "Tier 2 Watch List")),
        (
            "Bangladesh, where it was put in 2017, is on the US trafficking Watch List where it landed in 2017.",
            ("outdated", "Tier 2 Watch List"),
        ),
        ("Pakistan was put on the Watch List, Tier 2, in the trafficking report for 2030.", ("unknown", "Tier 2")),
        ("In 2024 Nepal was still a Tier 2 country.", ("contradicted", "Tier 2")),
        (
            "Mauritania is on Tier 2. The country has been there in the report's Tier 2 since 2022.",
            ("unknown", "Tier 2"),
        ),
    ],
)
def test_a_place_in_the_ranking_is_a_tier(text: str, told: tuple[str, str], said: Said) -> None:
    assert tiers(said(text))[-1] == told


@pytest.mark.parametrize(
    "text",
    [
        "Can Pakistan keep its Tier 2 ranking for another year?",
        "Tier 1 means that a government meets the minimum standards of the trafficking report.",
        "The ranks of the report matter since those on the lowest, Tier 3, may lose aid.",
        "Pakistan left the money-laundering watch list of Washington's allies in 2022.",
        "The boys trafficked to Nepal sat on the lowest step in Washington's report.",
    ],
)
def test_no_tier_is_stated_of_a_country(text: str, said: Said) -> None:
    assert tiers(said(text, "PK")) == []
