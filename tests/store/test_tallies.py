"""Counts of answers to rules: no text, one step, and a report of what mostly annoys."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import KeptReason, UsageError
from amanat.store.tallies import ENOUGH, Tallies, Tally, demoted


@pytest.fixture
def tallies(tmp_path: Path) -> Tallies:
    return Tallies(tmp_path / "deep" / "rules.json")


def test_answers_and_reasons_are_counted(tallies: Tallies) -> None:
    tallies.count("D301", "accept", times=3)
    tallies.count("D301", "reject", KeptReason.LAW)
    tallies.count("D301", "reject", KeptReason.QUOTE, times=2)
    tallies.count("D101", "reject")
    first, second = tallies.all()
    assert (first.code, first.rejected, first.reasons) == ("D101", 1, ())
    assert (second.accepted, second.rejected, second.acceptance) == (3, 3, 0.5)
    assert second.reasons == (("quote", 2), ("law", 1))


def test_the_file_holds_codes_numbers_and_a_few_words_only(tallies: Tallies) -> None:
    tallies.count("D301", "reject", KeptReason.OWN_WORDS)
    assert tallies.path.read_text() == '{"D301": {"reject": 1, "why:own_words": 1}}'
    assert [p.name for p in tallies.path.parent.iterdir()] == ["rules.json"]


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_rule_is_reported_when_enough_answered_and_too_few_agreed(accepted: int, rejected: int) -> None:
    tally = Tally("D1", accepted, rejected)
    expected = accepted + rejected >= ENOUGH and accepted < 0.80 * (accepted + rejected)
    assert bool(demoted([tally])) is expected


def test_the_least_liked_comes_first() -> None:
    rows = [Tally("D1", 10, 20), Tally("D2", 0, 30), Tally("D3", 30, 0)]
    assert [t.code for t in demoted(rows)] == ["D2", "D1"]


def test_wrong_answers_and_damaged_files_are_told(tallies: Tallies) -> None:
    with pytest.raises(UsageError) as caught:
        tallies.count("D1", "maybe")
    assert caught.value.code == "U060"
    tallies.path.parent.mkdir(parents=True)
    tallies.path.write_text("{")
    with pytest.raises(UsageError) as caught:
        tallies.all()
    assert caught.value.code == "U062"
    tallies.forget()
    assert tallies.all() == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError) as caught:
        Tallies(tmp_path / "file" / "rules.json").count("D1", "accept")
    assert caught.value.code in {"U061", "U062"}
