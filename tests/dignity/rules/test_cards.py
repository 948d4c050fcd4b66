"""Every rule in code flags its own wrong sentences and passes the others."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Finding, Mention, Person, Protection, Role, Rule, Scene, Span
from amanat.dignity.field import Field
from amanat.dignity.quotes import Quotes
from amanat.dignity.rules import rules
from amanat.dignity.view import View

Read = Callable[[str], Document]


def found(rule: Rule[View], text: str, read: Read, scene: Scene) -> list[Finding]:
    document = read(text + "\n\nThe desk reports on kidnapping and abuse.")
    return list(rule.check(document, View(scene, Quotes.of(document, scene), Field.of(document.text))))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.card.code)
def test_a_rule_flags_its_wrong_sentences_and_passes_the_others(rule: Rule[View], read: Read, nobody: Scene) -> None:
    assert rule.card.wrong
    assert len(rule.card.negative) >= 2
    for sentence in rule.card.wrong:
        assert [f.code for f in found(rule, sentence, read, nobody)] == [rule.card.code] * 1, sentence
    for sentence in (*rule.card.better, *rule.card.negative):
        assert not found(rule, sentence, read, nobody), sentence


def test_a_convicted_person_ends_the_presumption(read: Read, nobody: Scene) -> None:
    (rule,) = [rule for rule in rules() if rule.card.code == "D881"]
    convicted = Person("p1", Role.CONVICTED, Protection.NAME, None, (Mention(Span(0, 3)),))
    text = rule.card.wrong[0]
    assert found(rule, text, read, nobody)
    assert not found(rule, text, read, Scene((), (convicted,), (), ()))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.card.code)
def test_a_rule_lowers_its_voice_inside_quoted_speech(rule: Rule[View], read: Read, nobody: Scene) -> None:
    text = rule.card.wrong[0]
    (plain,) = found(rule, text, read, nobody)
    (quoted,) = found(rule, f"“{text}” the officer said.", read, nobody)
    assert quoted.severity.rank < plain.severity.rank
    assert quoted.message.startswith("Quoted")
