"""Situations are told from words, whole or by their stem."""

import pytest

from amanat.packs import load
from amanat.registers.situations import Situations

SITUATIONS = Situations.over(load())


def told(text: str) -> list[tuple[str, int]]:
    return [(situation.id, count) for situation, count in SITUATIONS.told_by(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("The weather was fine.", []),
        ("trafficker, traffickers", [("trafficking", 2)]),
        ("BONDED LABOUR", [("bonded_labour", 1)]),
        ("bonded\nlabourers", [("bonded_labour", 1)]),
        ("She grew grapes and rapeseed.", []),
        ("جبری مشقت", [("bonded_labour", 1)]),
        ("جبري مشقت", [("bonded_labour", 1)]),
    ],
)
def test_told(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_the_most_told_comes_first() -> None:
    assert [id_ for id_, _ in told("a refugee, then raped, gang-raped and raped again")] == [
        "sexual_violence",
        "refugees",
    ]


def test_every_situation_has_words_in_english_and_urdu() -> None:
    (file,) = load().of_kind("situations")
    rows = file.content["situations"]
    assert isinstance(rows, list)
    for row in rows:
        assert isinstance(row, dict)
        words = row["words"]
        assert isinstance(words, dict)
        assert {"en", "ur"} <= words.keys(), row["id"]


def test_long_text_stays_linear() -> None:
    assert told("forced " * 50_000) == []
