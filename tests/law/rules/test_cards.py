"""Every rule is tested by the sentences on its own card: they are its page in the docs as well."""

from collections.abc import Callable

import pytest

from amanat.core import Answer, Severity
from amanat.law import cards

CARDS = cards()
WRONG = [(card.code, text) for card in CARDS for text in card.wrong]
SILENT = [(card.code, text) for card in CARDS for text in (*card.better, *card.negative)]


def ask(answered_with_all: Callable[..., Answer], text: str) -> list[str]:
    return [f.code for f in answered_with_all(text, "PK").findings]


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_it_flags_what_its_card_calls_wrong(code: str, text: str, answered_with_all: Callable[..., Answer]) -> None:
    assert code in ask(answered_with_all, text)


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_it_is_silent_on_what_is_said_well(code: str, text: str, answered_with_all: Callable[..., Answer]) -> None:
    assert code not in ask(answered_with_all, text)


def test_cards_are_sorted_complete_and_of_this_room() -> None:
    codes = [card.code for card in CARDS]
    assert codes == sorted(set(codes))
    assert {"L001", "L002", "L003", "L004", "L005", "L006", "L007"} <= set(codes)
    for card in CARDS:
        assert card.code[0] == "L"
        assert len(card.code) == 4
        assert card.wrong
        assert card.better
        assert card.negative
        assert card.sources


@pytest.mark.parametrize("text", [text for _, text in WRONG])
def test_no_finding_is_graver_than_its_card(text: str, answered_with_all: Callable[..., Answer]) -> None:
    limits = {card.code: card.severity for card in CARDS}
    for finding in answered_with_all(text, "PK").findings:
        assert finding.severity.rank <= limits[finding.code].rank
        assert finding.severity is not Severity.ERROR or finding.sources
