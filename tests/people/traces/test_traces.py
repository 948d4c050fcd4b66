"""Traces: what they find, and what only looks like one."""

import pytest

from amanat.core import Identifier
from amanat.languages.lexicon import lexicon
from amanat.people.traces import find_traces
from amanat.people.traces.times import age_of


def traces(words: str, tag: str = "en", floor: float = 0.5) -> set[tuple[str, str]]:
    return {
        (t.kind.value, words[t.span.start : t.span.end]) for t in find_traces(words, lexicon(tag)) if t.score >= floor
    }


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("CNIC 35202-1234567-1 was shown", "ID_NUMBER", "35202-1234567-1"),
        ("identity card 3520212345671 was shown", "ID_NUMBER", "3520212345671"),
        ("شناختی کارڈ ۳۵۲۰۲-۱۲۳۴۵۶۷-۱", "ID_NUMBER", "۳۵۲۰۲-۱۲۳۴۵۶۷-۱"),
        ("passport AB1234567", "ID_NUMBER", "AB1234567"),
        ("call 0300-5550123 now", "PHONE", "0300-5550123"),
        ("call +92 300 5550123 now", "PHONE", "+92 300 5550123"),
        ("call 0092-300-5550123 now", "PHONE", "0092-300-5550123"),
        ("write to zunaira@example.org", "OTHER", "zunaira@example.org"),
        ("IBAN PK36SCBL0000001123456702", "ID_NUMBER", "PK36SCBL0000001123456702"),
        ("FIR No. 412/23 was lodged", "CASE_NUMBER", "412/23"),
        ("a 14-year-old girl", "AGE", "14-year-old"),
        ("a fourteen-year old girl", "AGE", "fourteen-year old"),
        ("Zunaira, 13, was", "AGE", "13"),
        ("Zunaira (13) and April, 9, were", "AGE", "13"),
        ("Zunaira (13) and April, 9, were", "AGE", "9"),
        ("she was 15 when she left", "AGE", "was 15"),
        ("Swat girl of 14 found", "AGE", "14"),
        ("on March 3, 2024 she left", "DATE", "March 3, 2024"),
        ("at 7:30pm on Wednesday", "DATE", "7:30pm on Wednesday"),
        ("from village Kot Sabzal to", "VILLAGE", "village Kot Sabzal"),
        ("the Kanju police station", "ADDRESS", "Kanju police station"),
        ("a teenage Christian girl", "RELIGION", "Christian"),
        ("she was pregnant", "HEALTH", "pregnant"),
        ("her elder brother came", "RELATION", "her elder brother"),
        ("the girl’s father came", "RELATION", "the girl’s father"),
        ("a brick kiln worker", "OCCUPATION", "a brick kiln worker"),
        ("Government Girls High School in Kanju", "SCHOOL", "Government Girls High School in Kanju"),
    ],
)
def test_is_a_trace(words: str, kind: str, value: str) -> None:
    assert (kind, value) in traces(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("case 99999-1234567-1 in the file", "ID_NUMBER"),
        ("paid 35202-1234567-12 units", "ID_NUMBER"),
        ("between 2019-2024 and 1,234,567", "ID_NUMBER"),
        ("call 1099 or 15", "PHONE"),
        ("in 2018-2019 it fell", "PHONE"),
        ("Rs 1,300,000 was paid", "AGE"),
        ("Tuesday, 13, was cold", "NAME"),
        ("May 2018 was the month that 40 women came", "AGE"),
        ("the Christian law of marriage", "RELIGION"),
        ("a breach of Article 6, he said", "AGE"),
        ("under Articles 9 and 10.", "AGE"),
        ("Protocol No. 11) came", "AGE"),
        ("either (1) by law or (2) by use", "AGE"),
        ("from Ward No. 6 who had", "AGE"),
        ("in May 14, as", "AGE"),
        ("paid PLN 5, then left", "AGE"),
    ],
)
def test_is_none(words: str, kind: str) -> None:
    assert kind not in {k for k, _ in traces(words)}


def test_a_bare_weekday_scores_low() -> None:
    assert not traces("on Tuesday they met")
    assert ("DATE", "Tuesday") in traces("on Tuesday they met", floor=0.3)


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("14-year-old", 14),
        ("fourteen-year-old", 14),
        ("twenty-two years", 22),
        ("سترہ سالہ", 17),
        ("teenage", None),
        ("8-month-old", 0),
    ],
)
def test_ages_are_read(words: str, age: int | None) -> None:
    assert age_of(words) == age


def test_numbers_identify_alone_and_ages_together() -> None:
    found = list(find_traces("CNIC 35202-1234567-1, a 14-year-old", lexicon("en")))
    assert {t.identifier for t in found if t.kind.value == "ID_NUMBER"} == {Identifier.DIRECT}
    assert {t.identifier for t in found if t.kind.value == "AGE"} == {Identifier.QUASI}
