"""Names in a script without capitals."""

import pytest

from amanat.languages.lexicon import lexicon
from amanat.people.names_ur import find_names_ur


def names(words: str) -> list[str]:
    return [words[c.span.start : c.span.end] for c in find_names_ur(words, lexicon("ur")).people]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ملزم یاسر چغتائی گرفتار ہوا", "یاسر چغتائی"),
        ("14 سالہ پلوشہ مثال لاپتہ ہے", "پلوشہ مثال"),
        ("بچی کے والد محمد دلاور نے بتایا", "محمد دلاور"),
        ("انسپکٹر سہیل چیمہ نے کہا", "سہیل چیمہ"),
    ],
)
def test_is_a_name(words: str, name: str) -> None:
    assert name in names(words)


@pytest.mark.parametrize(
    "words", ["پولیس نے مقدمہ درج کر لیا ہے", "14 سالہ لڑکی لاپتہ ہے", "وزیر داخلہ نے اجلاس کی صدارت کی"]
)
def test_is_no_name(words: str) -> None:
    assert names(words) == []
