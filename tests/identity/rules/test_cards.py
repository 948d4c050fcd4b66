"""Every card's own examples: the wrong ones raise its code, the better and the negative ones do not."""

from collections.abc import Callable

import pytest

from amanat import identity
from amanat.core import Answer, Document, RuleCard, Severity

Asked = Callable[[str], tuple[Document, Answer]]
CARDS = identity.cards()


def codes(asked: Asked, words: str) -> set[str]:
    return {f.code for f in asked(words)[1].findings}


@pytest.mark.parametrize("card", CARDS, ids=lambda c: c.code)
def test_examples(asked: Asked, card: RuleCard) -> None:
    assert card.wrong
    assert card.better
    assert card.negative
    if card.code != "I008":  # speaks of two stories: tests/identity/test_jigsaw.py
        assert all(card.code in codes(asked, words) for words in card.wrong)
    assert not any(card.code in codes(asked, words) for words in (*card.better, *card.negative))


def test_a_remark_never_holds_the_name(asked: Asked) -> None:
    _, answer = asked(
        "Zunaira Tarkhan, 13, was abducted in Swat. Her father, Dilawar Misaal, told police of FIR No. 312/24."
    )
    told = " ".join(f"{f.message} {f.remedy} {f.fixes}" for f in answer.findings)
    assert not [n for n in ("Zunaira", "Tarkhan", "Dilawar", "Misaal", "312") if n in told]


def test_a_named_child_is_an_error_with_the_law_behind_it(asked: Asked) -> None:
    _, answer = asked("Police in Swat said the girl, Zunaira Tarkhan, 13, was abducted.")
    (finding,) = [f for f in answer.findings if f.code == "I001"]
    assert finding.severity is Severity.ERROR
    assert finding.sources
    assert finding.fixes[0].replacement == "[girl 1]"


def test_an_accused_relative_is_told_louder(asked: Asked) -> None:
    _, answer = asked("A 12-year-old girl was raped in Swat. Police arrested her uncle, Yawar Chughtai.")
    (finding,) = [f for f in answer.findings if f.code == "I005"]
    assert finding.severity is Severity.WARNING
