"""Labels: readable, consistent, never made from the name."""

import pytest

from amanat.core import Identifier, Mask, Mention, Person, Protection, Role, Span, TraceKind
from amanat.identity.labels import LabelStyle, in_language, labelled, name_labels, styled, trace_label


def person(id_: str, role: Role, gender: str = "", *, child: bool | None = None, relation: str = "") -> Person:
    return Person(id_, role, Protection.PROTECT, child, (Mention(Span(0, 1)),), gender=gender, relation=relation)


def test_names_are_numbered_by_kind() -> None:
    people = (
        person("p1", Role.MINOR_VICTIM, "f", child=True),
        person("p2", Role.MINOR_VICTIM, "f", child=True),
        person("p3", Role.MINOR_VICTIM, "m", child=True),
        person("p4", Role.VICTIM),
        person("p5", Role.VICTIM_FAMILY, relation="father"),
        person("p6", Role.WITNESS),
    )
    assert list(name_labels(people).values()) == [
        "[girl 1]",
        "[girl 2]",
        "[boy 1]",
        "[person 1]",
        "[father 1]",
        "[witness 1]",
    ]


@pytest.mark.parametrize(
    ("kind", "value", "words", "label"),
    [
        (TraceKind.AGE, "teenager", "14-year-old", "[teenage]"),
        (TraceKind.AGE, "child", "9", "[age withheld]"),
        (TraceKind.DATE, "", "March 3, 2024", "[March 2024]"),
        (TraceKind.DATE, "", "October 13", "[October]"),
        (TraceKind.DATE, "", "January 2018", "[2018]"),
        (TraceKind.DATE, "", "7:30pm on Wednesday", "[time withheld]"),
        (TraceKind.VILLAGE, "", "village Kot Sabzal", "[a village]"),
        (TraceKind.ADDRESS, "", "Kanju police station", "[a police station]"),
        (TraceKind.PHONE, "", "0300-5550123", "[number withheld]"),
    ],
)
def test_the_smallest_truthful_generalisation(kind: TraceKind, value: str, words: str, label: str) -> None:
    assert trace_label(kind, value, words) == label


@pytest.mark.parametrize("kind", list(TraceKind))
@pytest.mark.parametrize("tag", ["en", "ur"])
def test_every_label_is_known_again_in_every_language(kind: TraceKind, tag: str) -> None:
    label = in_language(trace_label(kind, "", "x"), tag)
    assert labelled(f"so {label} it is") == [(3, 3 + len(label))]


@pytest.mark.parametrize("words", ["[Zunaira]", "[girl]ish", "[sic]", "[girl x]"])
def test_brackets_of_the_writer_are_no_labels(words: str) -> None:
    assert not [span for span in labelled(words) if span == (0, len(words))]


def test_labels_speak_the_language_of_the_story() -> None:
    assert in_language("[girl 2]", "ur") == "[لڑکی 2]"
    assert in_language("[girl 2]", "en") == "[girl 2]"


@pytest.mark.parametrize("style", list(LabelStyle))
def test_a_style_keeps_every_mask_and_tells_no_name(style: LabelStyle) -> None:
    masks = (
        Mask(Span(0, 7), "p1", TraceKind.NAME, Identifier.DIRECT, "[girl 1]"),
        Mask(Span(9, 11), "p1", TraceKind.AGE, Identifier.QUASI, "[young]"),
        Mask(Span(20, 27), "p2", TraceKind.NAME, Identifier.DIRECT, "[mother 1]"),
        Mask(Span(30, 34), "p1", TraceKind.NAME, Identifier.DIRECT, "[girl 1]"),
    )
    made = styled(masks, style)
    assert [(m.span, m.person, m.kind) for m in made] == [(m.span, m.person, m.kind) for m in masks]
    assert made[0].label == made[3].label
    if style is LabelStyle.PSEUDONYM:
        assert [m.label for m in made] == ["[A]", "[young]", "[B]", "[A]"]
    if style is LabelStyle.BLOCK:
        assert len({m.label for m in made}) == 1
    assert all(labelled(m.label) == [(0, len(m.label))] for m in made)
