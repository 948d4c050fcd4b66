"""Every rule flags what its card calls wrong, and is silent on the rest."""

from collections.abc import Callable

import pytest
from _pytest.mark.structures import ParameterSet

from amanat.core import Answer, Confidence, Document, Room, RuleCard, Severity
from amanat.enforcement import cards
from amanat.registers import Registers

Asked = Callable[[str], tuple[Document, Answer]]


def examples(*kinds: str) -> list[ParameterSet]:
    return [
        pytest.param(card.code, words, id=f"{card.code}-{kind}-{number}")
        for card in cards()
        for kind in kinds
        for number, words in enumerate(getattr(card, kind))
    ]


def codes(answer: Answer) -> set[str]:
    return {finding.code for finding in answer.findings}


@pytest.mark.parametrize(("code", "words"), examples("wrong"))
def test_wrong_examples_are_flagged(code: str, words: str, asked: Asked) -> None:
    assert code in codes(asked(words)[1])


@pytest.mark.parametrize(("code", "words"), examples("better", "negative"))
def test_better_and_negative_examples_pass(code: str, words: str, asked: Asked) -> None:
    assert code not in codes(asked(words)[1])


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.code)
def test_every_card_is_whole(card: RuleCard) -> None:
    assert card.room is Room.ENFORCEMENT
    assert card.code[0] == "E"
    assert all((card.wrong, card.better, card.negative, card.sources))
    assert all(source.title and source.url for source in card.sources)
    assert card.severity.rank <= Severity.WARNING.rank  # no row of the ledger is verified


@pytest.mark.parametrize(("code", "words"), examples("wrong"))
def test_a_finding_points_has_a_remedy_and_a_source(code: str, words: str, asked: Asked) -> None:
    document, answer = asked(words)
    for finding in (f for f in answer.findings if f.code == code):
        assert finding.span is not None
        assert finding.span.end <= len(document.text)
        assert finding.remedy
        assert finding.sources
        assert finding.severity.rank <= Severity.WARNING.rank


def test_a_ratio_is_given_per_hundred_and_never_as_a_percentage(asked: Asked) -> None:
    answer = asked("There were 12 convictions out of 300 arrests, a conviction rate of 4 per cent.\n")[1]
    remedy = next(f.remedy for f in answer.findings if f.code == "E001")
    assert "4 convictions for every 100 arrests" in remedy
    assert "not the same cases" in remedy
    assert "%" not in remedy


def test_only_uncertain_figures_in_the_ledger_make_a_note(asked: Asked, registers: Registers) -> None:
    known = registers.ledger.known("PK", stage="victims_identified", period="2021")
    assert {entry.fact.confidence for entry in known} == {Confidence.UNCERTAIN}
    answer = asked("In 2021 Pakistan identified 400 victims of trafficking, officials said.\n")[1]
    finding = next(f for f in answer.findings if f.code == "E002")
    assert finding.severity is Severity.NOTE
    assert "not confirmed" in finding.remedy


def test_of_them_is_not_believed_where_the_count_was_never_followed(asked: Asked) -> None:
    told = "In 2024 the agency arrested {} men in Pakistan. Courts convicted 458 of them, a conviction rate of 28 %.\n"
    assert "E001" in codes(asked(told.format("1,638"))[1])  # published for the year
    assert "E001" not in codes(asked(told.format("1,612"))[1])  # may have been followed


def test_a_record_at_the_end_of_a_sentence(asked: Asked) -> None:
    assert "E004" in codes(asked("Police arrested 540 agents in 2023, a record, officials said.\n")[1])
    assert "E004" not in codes(asked("Police arrested 540 agents in 2023, a record of the court shows.\n")[1])


def test_arrests_alone_are_a_suggestion_and_praised_ones_a_warning(asked: Asked) -> None:
    plain = asked("Officials said 120 agents were arrested this year.\n")[1]
    praised = asked("In a successful crackdown 120 agents were arrested this year, officials said.\n")[1]
    assert [f.severity for f in plain.findings if f.code == "E003"] == [Severity.SUGGESTION]
    assert [f.severity for f in praised.findings if f.code == "E003"] == [Severity.WARNING]


def test_a_known_mixed_figure_called_trafficking_names_its_source(asked: Asked) -> None:
    answer = asked("Courts convicted 8,125 human traffickers in three years, it was said.\n")[1]
    finding = next(f for f in answer.findings if f.code == "E005")
    assert finding.severity is Severity.WARNING
    assert "app.com.pk" in finding.sources[0].url
