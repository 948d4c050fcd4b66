"""Which words are heard: exceptions, field, roles, places."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Finding, Role, Scene
from amanat.dignity.rulebook import everything, ours
from amanat.dignity.scan import hits
from amanat.registers import shipped

Remarks = Callable[..., list[Finding]]


def codes(found: list[Finding]) -> set[str]:
    return {finding.code for finding in found}


def test_titles_keep_their_wording(remarks: Remarks) -> None:
    assert "D103" in codes(remarks("Officers found child pornography on the phone."))
    title = "Pakistan joined the Optional Protocol on the sale of children, child prostitution and child pornography."
    assert not codes(remarks(title)) & {"D102", "D103"}


def test_an_exception_reaches_one_sentence_only(remarks: Remarks) -> None:
    text = "Civil servants were moved. The young servants were locked in by the family."
    found = [f for f in remarks(text) if f.code == "D374"]
    assert [f.span.start for f in found if f.span] == [text.rindex("young servants")]


def test_outside_the_field_the_room_is_silent(read: Callable[[str], Document], nobody: Scene) -> None:
    text = "The dramatic final was a shocking defeat. The captain busted his knee and was caged on the bench."
    assert not list(hits(read(text), nobody, ours(), shipped()))


def test_words_about_an_accused_may_stand(remarks: Remarks, someone: Callable[[Role, int, int], Scene]) -> None:
    text = "Nadir Qalandrani ran away from home before the girl was found."
    assert "D414" in codes(remarks(text))
    assert "D414" not in codes(remarks(text, someone(Role.ACCUSED, 0, 16)))
    assert "D414" in codes(remarks(text, someone(Role.VICTIM, 0, 16)))


@pytest.mark.parametrize(
    "text", ["illegal\nmigrants", "illegal  migrants", "illegal\u00a0migrants", "ILLEGAL MIGRANTS"]
)
def test_line_ends_blanks_and_capitals_hide_nothing(text: str, remarks: Remarks) -> None:
    whole = f"Officers held the {text} in a truck."
    (found,) = [f for f in remarks(whole) if f.code == "D301"]
    assert found.span
    assert whole[found.span.start : found.span.end] == text


def test_urdu_is_heard_through_its_spellings(remarks: Remarks) -> None:
    plain = "پولیس نے کہا کہ غیر قانونی تارکین وطن پکڑے گئے اور اغوا کا مقدمہ درج ہوا۔"
    other = plain.replace("ی", "ي").replace("قانون", "قانُون")
    for text in (plain, other):
        (found,) = [f for f in remarks(text) if f.code == "D912"]
        assert found.span
        assert text[found.span.start : found.span.end].startswith("غ")
        assert found.message.startswith("Draft")


def test_roman_urdu_is_heard_in_roman_urdu_only(read: Callable[[str], Document], nobody: Scene) -> None:
    text = (
        "Police ne kaha ke larki ki izzat loot li gayi aur yeh case trafficking aur abuse ka hai, woh ghar se aur nahi."
    )
    assert "D901" in {h.phrase.code for h in hits(read(text), nobody, ours(), shipped())}
    english = (
        "The word izzat loot li was in the old report on abuse and trafficking that he and she had read to the court."
    )
    assert "D901" not in {h.phrase.code for h in hits(read(english), nobody, ours(), shipped())}


def test_rules_left_to_the_newsroom_speak_only_when_asked(read: Callable[[str], Document], nobody: Scene) -> None:
    document = read("Police rescued fourteen trafficked women from a house, where they had been abused.")
    assert "D701" not in {h.phrase.code for h in hits(document, nobody, ours(), shipped())}
    assert "D701" in {h.phrase.code for h in hits(document, nobody, everything(), shipped())}


def test_a_caption_is_a_caption(remarks: Remarks) -> None:
    assert "D832" in codes(remarks("Photo: chained hands of a girl."))
    assert "D832" not in codes(remarks("The dog was chained to the gate."))


def test_a_rule_about_capitals_sees_them(remarks: Remarks) -> None:
    body = "\n\nPolice said on Monday that eleven women were trafficked to the house and held there."
    assert "D516" in codes(remarks("WOMEN HELD AND SOLD IN HOUSE" + body))
    assert "D516" not in codes(remarks("Women held and sold in house" + body))
