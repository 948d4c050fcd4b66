"""What holds of every review, whatever the rooms answer."""

from itertools import pairwise

import regex
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import (
    Answer,
    Claim,
    ClaimKind,
    Figure,
    Finding,
    Fix,
    Help,
    Identifier,
    Keep,
    Layer,
    Mask,
    Mention,
    Person,
    Protection,
    Role,
    Room,
    Scene,
    Service,
    Severity,
    Span,
    Stage,
    TraceKind,
    Verdict,
)
from amanat.read import read_bytes
from amanat.read.flow import Flow, Paragraph, Piece, document_of
from amanat.review.gather import gather

TEXT = "Gul of Aam village, 🇵🇰🇵🇰 kiln,\r\nلڑکی کِتاب e\u0301\u0301 👩\u200d👧 was freed. The end, at last."
DOCUMENT = read_bytes(TEXT.encode())
CLUSTERS = {0, len(TEXT)} | {match.start() for match in regex.finditer(r"\X", TEXT)}

SPANS = st.builds(
    lambda a, b: Span(min(a, b), max(a, b) + 1), st.integers(0, len(TEXT) - 1), st.integers(0, len(TEXT) - 1)
)
MASKS = st.builds(
    Mask,
    span=SPANS,
    person=st.sampled_from(["p1", "p2"]),
    kind=st.sampled_from([TraceKind.NAME, TraceKind.VILLAGE]),
    risk=st.sampled_from(Identifier),
    label=st.sampled_from(["[girl 1]", "[a village]"]),
)
FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["D101", "L001"]),
    room=st.sampled_from(Room),
    span=st.none() | SPANS,
    severity=st.sampled_from(Severity),
    category=st.just("x"),
    message=st.sampled_from(["one", "two"]),
    remedy=st.just(""),
    fixes=st.lists(st.builds(Fix, SPANS, st.just("child")), max_size=1).map(tuple),
)
ANSWERS = st.lists(
    st.builds(
        Answer,
        findings=st.lists(FINDINGS, max_size=3).map(tuple),
        masks=st.lists(MASKS, max_size=3).map(tuple),
        keeps=st.lists(st.builds(Keep, SPANS, st.just("p1")), max_size=2).map(tuple),
        claims=st.lists(
            st.builds(Claim, SPANS, st.sampled_from(ClaimKind), st.sampled_from(Verdict), st.just("f")), max_size=2
        ).map(tuple),
        figures=st.lists(
            st.builds(
                Figure, SPANS, st.sampled_from(Stage), st.integers(0, 9), st.just("cases"), st.just("PK"), st.just("")
            ),
            max_size=2,
        ).map(tuple),
    ),
    max_size=5,
)
SCENE = Scene(
    ("PK",),
    (Person("p1", Role.VICTIM, Protection.PROTECT, None, (Mention(Span(0, 3)), Mention(Span(21, 22)))),),
    (),
    (),
)


@given(ANSWERS, st.randoms())
def test_the_order_of_rooms_does_not_matter(answers: list[Answer], chance: object) -> None:
    help_ = Answer(help=Help(present=True, services=(Service("s", "S", ("near",)),)))
    given_ = [*answers, help_]
    other = list(given_)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert gather(DOCUMENT, SCENE, given_) == gather(DOCUMENT, SCENE, other)


@given(ANSWERS)
def test_all_spans_lie_inside_and_cut_no_character(answers: list[Answer]) -> None:
    found = gather(DOCUMENT, SCENE, answers)
    spans = [mark.span for mark in (*found.masks, *found.keeps, *found.claims, *found.figures)]
    spans += [f.span for f in found.findings if f.span] + [x.span for f in found.findings for x in f.fixes]
    spans += [m.span for p in found.people for m in p.mentions]
    assert {edge for span in spans for edge in (span.start, span.end)} <= CLUSTERS


@given(ANSWERS)
def test_masks_lie_side_by_side_and_leave_no_word_bare(answers: list[Answer]) -> None:
    found = gather(DOCUMENT, SCENE, answers)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found.masks))
    asked = {n for answer in answers for mask in answer.masks for n in range(mask.span.start, mask.span.end)}
    hidden = {n for mask in found.masks for n in range(mask.span.start, mask.span.end)}
    bare = "".join(TEXT[n] for n in sorted(asked - hidden))
    assert not regex.search(r"[^\s\p{P}]", bare), "something a room wanted hidden is left"


@given(ANSWERS)
def test_gathering_twice_changes_nothing(answers: list[Answer]) -> None:
    once = gather(DOCUMENT, SCENE, answers)
    again = Answer(once.findings, once.masks, once.keeps, once.claims, once.figures, once.help)
    assert gather(DOCUMENT, SCENE, [again]).masks == once.masks
    assert gather(DOCUMENT, SCENE, [again, again]).findings == once.findings


def mask(start: int, end: int, risk: Identifier, label: str) -> Mask:
    return Mask(Span(start, end), "p1", TraceKind.NAME, risk, label)


def test_overlapping_masks_by_example() -> None:
    name = mask(0, 3, Identifier.DIRECT, "[girl 1]")
    village = mask(0, 18, Identifier.QUASI, "[a village]")
    found = gather(DOCUMENT, SCENE, [Answer(masks=(village, name))])
    assert [(DOCUMENT.at(m.span), m.label) for m in found.masks] == [
        ("Gul", "[girl 1]"),
        ("of Aam village", "[a village]"),
    ]


def test_what_two_rooms_both_say_is_said_once() -> None:
    finding = Finding("D101", Room.DIGNITY, Span(0, 3), Severity.NOTE, "x", "m", "r")
    assert gather(DOCUMENT, SCENE, [Answer((finding,)), Answer((finding,))]).findings == (finding,)


def test_without_an_answer_on_help_there_is_none() -> None:
    assert gather(DOCUMENT, SCENE, []).help == Help(present=False, services=())


def test_in_hidden_layers_only_names_are_told() -> None:
    """A harsh word in a deleted line harms nobody; a name in it does."""
    told = [Paragraph((Piece("A bus stopped."),)), Paragraph((Piece("Kiln rats of Zunaira Tarkhan."),), Layer.DELETION)]
    document = document_of(Flow(tuple(told)), "a.docx")
    span = Span(document.shown + 2, document.shown + 6)
    findings = tuple(
        Finding(code, room, place, Severity.ERROR, "x", "m", "r")
        for code, room, place in (
            ("D999", Room.DIGNITY, span),
            ("I999", Room.IDENTITY, span),
            ("D998", Room.DIGNITY, Span(0, 1)),
            ("A999", Room.AID, None),
        )
    )
    found = gather(document, SCENE, [Answer(findings=findings)])
    assert {f.code for f in found.findings} == {"I999", "D998", "A999"}
