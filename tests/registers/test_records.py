"""Pieces that records share."""

from datetime import date

import pytest

from amanat.core import Confidence
from amanat.packs import File
from amanat.registers import records


def test_what_is_absent_is_empty() -> None:
    assert list(records.records({}, "x")) == []
    assert list(records.records({"x": ["no mapping"]}, "x")) == []
    assert records.record_at({"x": 1}, "x") == {}
    assert (records.text_at({"x": None}, "x"), records.texts_at({}, "x")) == ("", ())


@pytest.mark.parametrize(("value", "number"), [(3, 3), (True, None), ("3", None), (None, None), (2.5, None)])
def test_a_whole_number_is_no_truth_value(value: object, number: int | None) -> None:
    assert records.whole(value) == number


def test_what_does_not_say_how_well_it_is_known_is_uncertain() -> None:
    assert records.confidence_of({}) is Confidence.UNCERTAIN


def test_background_is_no_source() -> None:
    sources = {
        "a": {"title": "A", "url": "u", "basis": "seen-full"},
        "b": {"title": "B", "url": "", "basis": "background"},
    }
    file = File("x.yaml", "law", "XX", {"as_of": "2026-01-02", "sources": sources})
    made = records.fact(file, {"source": ["a", "b"], "confidence": "verified"}, "x", "Said.")
    assert [source.title for source in made.sources] == ["A"]
    assert made.checked_on == date(2026, 1, 2)
