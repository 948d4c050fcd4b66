"""A review of the shared story, made by hand: the rooms are tested elsewhere."""

from collections.abc import Callable

import pytest

from amanat.core import (
    Claim,
    ClaimKind,
    Document,
    Edition,
    Figure,
    Finding,
    Fix,
    Help,
    Identifier,
    Keep,
    Mask,
    Mention,
    Person,
    Protection,
    Review,
    Role,
    Room,
    Service,
    Severity,
    Source,
    Span,
    Stage,
    TraceKind,
    Verdict,
)

Where = Callable[[str], Span]


@pytest.fixture
def where(story: Document) -> Where:
    """Find words of the story."""

    def find(words: str) -> Span:
        start = story.text.index(words)
        return Span(start, start + len(words))

    return find


@pytest.fixture
def found(story: Document, where: Where) -> Review:
    """What a good review of the shared story could say."""
    source = Source("A statute", "https://law.example/1")
    return Review(
        digest=story.digest,
        language="en",
        characters=len(story.text),
        jurisdictions=("PK-PB", "PK"),
        people=(
            Person(
                "p1",
                Role.MINOR_VICTIM,
                Protection.PROTECT,
                is_child=True,
                mentions=(Mention(where("Mehrunnisa Khatoon")),),
                reason="A child and a victim.",
            ),
            Person(
                "p2",
                Role.VICTIM_FAMILY,
                Protection.PROTECT,
                is_child=None,
                mentions=(Mention(where("Dilawar Khatoon")),),
            ),
            Person("p3", Role.POLICE, Protection.NAME, is_child=None, mentions=(Mention(where("Farhad Qureshi")),)),
        ),
        masks=(
            Mask(where("Mehrunnisa Khatoon"), "p1", TraceKind.NAME, Identifier.DIRECT, "[girl 1]"),
            Mask(where("Chak 9999"), "p1", TraceKind.VILLAGE, Identifier.QUASI, "[a village]"),
            Mask(where("Dilawar Khatoon"), "p2", TraceKind.NAME, Identifier.DIRECT, "[her father]"),
        ),
        keeps=(Keep(where("Farhad Qureshi"), "p3"),),
        findings=(
            Finding(
                "I101",
                Room.IDENTITY,
                where("Mehrunnisa Khatoon, 13"),
                Severity.ERROR,
                "name",
                "A child could be found.",
                "Leave the name out.",
                (source,),
                (Fix(where("Mehrunnisa Khatoon"), "[girl 1]"),),
            ),
            Finding("D101", Room.DIGNITY, where("freed"), Severity.WARNING, "x", "A hard word.", "Say it softer."),
            Finding("A101", Room.AID, None, Severity.WARNING, "missing", "No help is named.", "Name it."),
        ),
        claims=(Claim(where("arrested"), ClaimKind.STATUTE, Verdict.CONTRADICTED, "pk.x"),),
        figures=(Figure(where("two men"), Stage.ARRESTED, 2, "persons", "PK", "2024"),),
        help=Help(
            present=False,
            services=(
                Service("s1", "A legal aid office", ("It is near.",), "042-0000000", "seen 2026", "https://a.example"),
            ),
        ),
    )


@pytest.fixture
def safe(story: Document) -> Edition:
    """An edition of the shared story."""
    return Edition("[Girl 1], 13, was freed.", "en", story.digest, proven=True)
