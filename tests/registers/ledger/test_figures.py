"""The ledger loses no figure, averages none, and says of each how well it is known."""

from collections import Counter
from datetime import date

import pytest

from amanat.core import Confidence, Stage
from amanat.packs import load
from amanat.registers.ledger import WORLD, Crime, Ledger, years_of


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return Ledger.over(load())


def test_no_row_of_the_collection_is_lost(ledger: Ledger) -> None:
    places = Counter(entry.jurisdiction.partition("-")[0] for entry in ledger.entries)
    assert places["PK"] == 84
    assert places[WORLD] + places["GB"] == 131
    assert len({entry.fact.id for entry in ledger.entries}) == len(ledger.entries)


def test_the_counts_are_those_of_the_collection(ledger: Ledger) -> None:
    pakistan = [e.count for e in ledger.entries if e.jurisdiction.startswith("PK") and e.count is not None]
    elsewhere = [e.count for e in ledger.entries if not e.jurisdiction.startswith("PK") and e.count is not None]
    assert (len(pakistan), sum(pakistan)) == (83, 211_924)
    assert (len(elsewhere), sum(elsewhere)) == (131, 1_388_701)


def test_every_figure_has_source_day_law_unit_and_form(ledger: Ledger) -> None:
    for entry in ledger.entries:
        assert entry.fact.sources
        assert all(source.title and source.url.startswith("http") for source in entry.fact.sources)
        assert entry.fact.checked_on == date(2026, 11, 23)
        assert all((entry.law, entry.unit, entry.exploitation))
        assert entry.begins <= entry.ends


def test_no_figure_is_verified_so_none_may_raise_an_error(ledger: Ledger) -> None:
    assert not any(entry.fact.may_raise_error for entry in ledger.entries)


def test_nought_is_kept_apart_from_not_known(ledger: Ledger) -> None:
    none_tried = ledger.known("PK", stage="officials_prosecuted", period="2016")
    garbled = [e for e in ledger.known("PK", stage=Stage.PROSECUTED, period="2023/2024") if e.count is None]
    assert [entry.count for entry in none_tried] == [0]
    assert len(garbled) == 1
    assert "not readable" in garbled[0].fact.statement


def test_one_question_narrows_by_place_stage_period_and_law(ledger: Ledger) -> None:
    found = ledger.known("PK", stage=Stage.CONVICTED, period="2020/2023", law="psma")
    assert [(entry.count, entry.crime) for entry in found] == [(364, Crime.SMUGGLING)]


def test_a_province_is_not_its_country(ledger: Ledger) -> None:
    assert {entry.jurisdiction for entry in ledger.known("PK-PB", stage=Stage.ARRESTED)} == {"PK-PB"}


def test_what_is_not_confirmed_says_so(ledger: Ledger) -> None:
    for entry in ledger.entries:
        uncertain = entry.fact.confidence is Confidence.UNCERTAIN
        assert entry.fact.statement.endswith("; not confirmed") is uncertain
        assert entry.confirmed is not uncertain


def test_trafficking_and_smuggling_stand_apart(ledger: Ledger) -> None:
    crimes = {entry.law: entry.crime for entry in ledger.entries}
    assert crimes["PSMA 2018"] is Crime.SMUGGLING
    assert crimes["PTPA 2018 (as printed)"] is Crime.MIXED
    assert crimes["TVPA trafficking definition"] is Crime.TRAFFICKING
    assert crimes["mixed (FIA AHTC)"] is Crime.MIXED
    assert crimes["labour law"] is Crime.UNKNOWN


def test_overlapping_years_are_the_nearest_thing_to_compare_with(ledger: Ledger) -> None:
    found = ledger.overlapping("PK", Stage.CONVICTED, "2019")
    assert {entry.count for entry in found} == {8125}
    assert ledger.overlapping("PK", Stage.CONVICTED, "") == ()


def test_figures_that_contradict_one_another_stand_side_by_side(ledger: Ledger) -> None:
    pairs = {frozenset({one.count, other.count}) for one, other in ledger.contradictions()}
    assert {35, 38} in pairs  # officials dismissed after the boats of December 2024
    assert {5831, 470} in pairs  # arrests of 2018-20 under mixed laws, and of 2020-23 under one
    assert {1157, 1120} not in pairs  # two circles of one report


def test_a_ledger_without_packs_is_empty() -> None:
    assert Ledger(()).known("PK") == ()


@pytest.mark.parametrize(
    ("period", "years"), [("2024", (2024, 2024)), ("2018/2020", (2018, 2020)), ("", ()), ("soon", ())]
)
def test_years_of_a_period(period: str, years: tuple[int, ...]) -> None:
    assert years_of(period) == years
