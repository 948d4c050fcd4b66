from dataclasses import replace

from click import unstyle

from amanat.cli.terminal import as_text
from amanat.core import (
    Claim,
    ClaimKind,
    Document,
    Edition,
    Figure,
    Finding,
    Fix,
    Help,
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
    Verdict,
)


def review_of(document: Document) -> Review:
    at = document.text.index("Mehrunnisa")
    name = Span(at, at + len("Mehrunnisa Khatoon"))
    finding = Finding(
        "I101",
        Room.IDENTITY,
        name,
        Severity.ERROR,
        "name",
        "A child could be found.",
        "Leave it out.",
        (Source("A statute", "https://law.example"),),
        (Fix(name, "[girl 1]"), Fix(name, "")),
    )
    child = Person("p1", Role.MINOR_VICTIM, Protection.PROTECT, is_child=True, mentions=(Mention(name),), reason="Why.")
    return Review(
        document.digest,
        "en",
        len(document.text),
        ("PK",),
        (child,),
        (),
        (),
        (finding,),
        (Claim(name, ClaimKind.STATUTE, Verdict.OUTDATED, "pk.x"),),
        (Figure(name, Stage.CASE_REGISTERED, 1200, "cases", "", ""),),
        Help(present=False, services=(Service("s", "An office", ("Near.",), "042-000", "seen"),)),
    )


def test_everything_is_said(story: Document) -> None:
    text = unstyle(as_text(story, review_of(story), Edition("Safe words.", "en", "0", proven=True)))
    for words in (
        "1 error · 1 to protect, 0 stay named · law of PK",
        "1. error I101 identity",
        "line 3    “Mehrunnisa Khatoon”",
        "Instead: Leave it out.",
        "Write: [girl 1] or (nothing)",
        "A statute <https://law.example>",
        "(child victim)",
        "✗ out of date (pk.x)",
        "case registered      1,200 cases, no place or year said",
        "The story does not say where a victim can turn.",
        "CALL BEFORE PRINTING: 042-000 (seen)",
        "No name was found to hide",
        "Safe words.",
    ):
        assert words in text


def test_no_edition_and_no_remarks_are_said(story: Document) -> None:
    bare = replace(review_of(story), findings=(), people=(), claims=(), figures=(), jurisdictions=())
    text = unstyle(as_text(story, bare, None))
    assert "None could be proven." in text
    assert "That is not the same as safe" in text
    assert "no place known, no law asked" in text


def test_many_places_are_cut_short(story: Document) -> None:
    found = review_of(story)
    many = tuple(replace(found.findings[0], span=Span(n, n + 5)) for n in range(9))
    text = unstyle(as_text(story, replace(found, findings=many), None))
    assert "and 6 more" in text
