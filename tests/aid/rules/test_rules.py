"""Each rule speaks on its wrong sentences and is silent on the better and the look-alike ones."""

from collections.abc import Callable

import pytest

from amanat.aid.rules import rules
from amanat.core import Answer

CARDS = [rule.card for rule in rules()]
WRONG = [(card.code, text) for card in CARDS for text in card.wrong]
RIGHT = [(card.code, text) for card in CARDS for text in (*card.better, *card.negative)]


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_speaks(code: str, text: str, asked: Callable[[str], Answer]) -> None:
    found = [f for f in asked(text).findings if f.code == code]
    assert found
    limit = next(card.severity for card in CARDS if card.code == code)
    assert all(f.severity.rank <= limit.rank and f.message and f.remedy and f.sources for f in found)


@pytest.mark.parametrize(("code", "text"), RIGHT)
def test_is_silent(code: str, text: str, asked: Callable[[str], Answer]) -> None:
    assert not [f for f in asked(text).findings if f.code == code]
