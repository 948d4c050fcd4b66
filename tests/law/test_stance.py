"""What a sentence makes of a matter: so, allowed, owed."""

import pytest

from amanat.core import Span
from amanat.law import stance
from amanat.law.wording import Wording
from amanat.registers import shipped
from amanat.registers.law_words import LawWords, Meaning, Means
from amanat.registers.phrasebook import Phrasebook


def met(text: str, *about: str) -> stance.Matter:
    found = stance.find(Wording.of(text.lower(), Span(0, len(text)), shipped().laws.words), about, 40)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("The debt is still owed.", True),
        ("The debt is no longer owed.", False),
        ("The debt is cancelled.", False),
        ("The debt is not cancelled.", True),
        ("The debt is cancelled and proves nothing.", False),
        ("It is a debt; none of it need be repaid.", False),
    ],
)
def test_denials_turn_what_is_said(text: str, so: bool) -> None:  # noqa: FBT001
    assert stance.so(met(text, "debt", "owed")) is so


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Newspapers may name the victim.", True),
        ("No newspaper may name the victim.", False),
        ("Newspapers may print neither the name nor the face of the victim.", False),
        ("Newspapers may print no name of a victim.", False),
        ("Newspapers may print no later than Monday the name of the victim.", True),
        ("It is an offence to name the victim.", False),
        ("Nothing forbids a paper to name the victim.", True),
        ("It is no offence to name the victim.", True),
        ("No section of the Act makes it an offence to name the victim.", True),
        ("No paper that names the victim of a kiln owner commits an offence.", True),
        ("Nothing in section 12 of the old Act forbids a paper to name the victim.", True),
        ("Since May 2025 papers name the victim.", None),
        ("A paper that names the victim may not be punished.", True),
        ("The Act does not make naming the victim in a paper an offence.", True),
        ("The Act says nothing about naming the victim.", True),
        ("The Act contains no ban on naming the victim.", True),
        ("The Act has no rule that lets a paper name the victim.", False),
        ("Newspapers named the victim.", None),
        ("Details that may name the victim were cut.", None),
        ("A paper may have named the victim.", None),
    ],
)
def test_bans_and_leave_are_told_apart(text: str, allowed: bool | None) -> None:  # noqa: FBT001
    assert stance.allowed(met(text, "victim", "publish")) is allowed


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("The state must pay the victim compensation.", True),
        ("The victim has no right to compensation.", False),
        ("The court need not order the victim compensation.", False),
        ("The victim spoke of compensation.", None),
    ],
)
def test_duties_and_what_is_spared_are_told_apart(text: str, owed: bool | None) -> None:  # noqa: FBT001
    assert stance.owed(met(text, "victim", "compensation")) is owed


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("An adult may not be referred without having agreed.", True),
        ("An adult can be referred without having agreed.", False),
    ],
)
def test_what_must_not_be_left_out_is_owed(text: str, owed: bool) -> None:  # noqa: FBT001
    assert stance.owed(met(text, "adult", "consent")) is owed


def test_a_denial_that_is_part_of_the_matter_turns_nothing() -> None:
    made = LawWords(
        Phrasebook.of(
            [
                ("fails to investigate", Means(frozenset({"idleness"}), {"idleness": Meaning("idleness")})),
                ("liable", Means(frozenset({"liable"}), {"liable": Meaning("liable")})),
                ("not", Means(frozenset({"not"}), {"not": Meaning("not")})),
                ("fails to", Means(frozenset({"not"}), {"not": Meaning("not")})),
            ]
        ),
        frozenset(),
        frozenset(),
    )

    def so(text: str) -> bool:
        matter = stance.find(Wording.of(text, Span(0, len(text)), made), ("idleness", "liable"), 40)
        assert matter is not None
        return stance.so(matter)

    assert so("whoever fails to investigate is liable")
    assert not so("whoever fails to investigate is not liable")


def test_words_too_far_apart_speak_of_other_things() -> None:
    text = "The victim spoke, the court heard her, and at the end of the day the trafficker was found guilty."
    wording = Wording.of(text.lower(), Span(0, len(text)), shipped().laws.words)
    assert stance.find(wording, ("victim", "liable"), 8) is None
    assert stance.find(wording, ("victim", "liable"), 40) is not None


@pytest.mark.parametrize(
    ("text", "leave"),
    [
        ("Her name may be printed with her consent.", "granted"),
        ("Her name may be printed only if she agrees in writing.", "granted"),
        ("Her name may be printed without her consent.", "wanting"),
        ("Her name may be printed whether or not she agrees.", "wanting"),
        ("To print her name a paper does not need her consent.", "wanting"),
        ("Her name may not be printed even with her consent.", "in vain"),
        ("Nobody may print her name, not even if she agrees.", "in vain"),
    ],
)
def test_leave_is_granted_wanting_or_in_vain(text: str, leave: str) -> None:
    wording = Wording.of(text.lower(), Span(0, len(text)), shipped().laws.words)
    assert stance.granted(wording, wording.meant("consent")[0]).value == leave


def test_what_is_denied_in_the_reason_before_is_not_denied_behind_it() -> None:
    text = "Nobody had read the note, because the debt is still owed."
    assert stance.so(met(text, "debt", "owed"))


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("An adult can be referred only if they agree.", True),
        ("No adult may be referred unless they agree.", True),
        ("A child can be referred, but an adult has to consent.", True),
    ],
)
def test_consent_set_apart_is_owed(text: str, owed: bool) -> None:  # noqa: FBT001
    assert stance.owed(met(text, "adult", "consent")) is owed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The code allows nobody to name the victim.", False),
        ("Her name may lead to the victim.", None),
        ("The Act of 1976 may name the victim.", True),
        ("On 12 May a paper named the victim.", None),
        ("Neither press nor police may name the victim.", False),
    ],
)
def test_leave_is_denied_in_other_places(text: str, allowed: bool | None) -> None:  # noqa: FBT001
    assert stance.allowed(met(text, "victim", "publish")) is allowed
