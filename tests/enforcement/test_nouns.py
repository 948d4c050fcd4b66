"""Whom a noun means."""

from amanat.enforcement.nouns import Kind, is_plural, kind_of, rescuable


def test_nouns_know_their_kind_and_number() -> None:
    assert kind_of("traffickers") is Kind.PERSON
    assert kind_of("constables") is Kind.OFFICIAL
    assert kind_of("firs") is Kind.CASE
    assert kind_of("brothers-in-law") is Kind.PERSON
    assert kind_of("trucks") is None
    assert is_plural("women")
    assert not is_plural("accused")
    assert rescuable("schoolgirls")
    assert not rescuable("agents")
