"""What of a file nobody read is told as a finding: silence would look like safety."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Gap, GapKind, Room, RuleCard, Severity, Source

CARD = RuleCard(
    "I020",
    Room.IDENTITY,
    "Part of the file was not read",
    Severity.WARNING,
    "A name on a scanned page, in a picture or in a file inside the file harms like any other. What could not be read "
    "was not reviewed, so a person has to look at it.",
    (
        Source(
            "Bland, Iyer, Levchenko: Story Beyond the Eye: Glyph Positions Break PDF Text Redaction (PETS 2023)",
            "https://arxiv.org/abs/2206.02285",
        ),
    ),
)
_WHAT = {
    GapKind.PAGE: ("Page {number} holds only a picture of text and was not read.", "Read the page yourself."),
    GapKind.PICTURE: ("{count} picture(s) in the file were not read.", "Look at each for names, faces and papers."),
    GapKind.EMBEDDED: ("{count} file(s) inside the file were not read whole.", "Open and review them one by one."),
    GapKind.SEALED: ("{count} part(s) of the file are encrypted and were not read.", "Save it without a password."),
}


def unread(document: Document) -> Iterator[Finding]:
    """Yield one finding for each kind of gap, for pages one for each page."""
    gaps = document.layout.gaps if document.layout else ()
    for kind in GapKind:
        alike = [gap for gap in gaps if gap.kind is kind]
        if kind is GapKind.PAGE:
            yield from (_finding(gap) for gap in alike)
        elif alike:
            yield _finding(Gap(kind, count=sum(gap.count for gap in alike)))


def _finding(gap: Gap) -> Finding:
    message, remedy = _WHAT[gap.kind]
    said = message.format(number=gap.number, count=gap.count)
    return Finding(
        CARD.code,
        CARD.room,
        None,
        CARD.severity,
        "unread",
        said,
        f"{remedy} The safe copy leaves it out.",
        CARD.sources,
    )
