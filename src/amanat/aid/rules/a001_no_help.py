"""A story without a helpline leaves the next victim alone."""

from collections.abc import Iterator

from amanat.aid.view import View
from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source

CARD = RuleCard(
    code="A001",
    room=Room.AID,
    title="No way to help in it",
    severity=Severity.SUGGESTION,
    why=(
        "Somebody in the same plight reads the story too. A line that says where to turn costs the newsroom one "
        "sentence and can end a captivity."
    ),
    sources=(
        Source(
            "WHO ten principles for interviewing trafficked women (summary): prepare referral information",
            "https://issuu.com/molosongololo/docs/resource-manual/24",
        ),
        Source(
            "Media guidelines for reporting on gender-based violence in humanitarian contexts (UNFPA, GBV AoR)",
            "https://fcchk.org/?p=11868",
        ),
    ),
    wrong=("Police in Kasur said two girls had been freed from a workshop on Monday.",),
    better=("Two girls were freed in Kasur. Anyone who knows of such a case can report it to the bureau's helpline.",),
    negative=("Victims can contact the legal aid desk of the district bar, which takes their cases without a fee.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Suggest a help box, with the bodies that fit, where the story has none."""
    del document
    if view.present:
        return
    names = [service.name for service in view.services[:3]]
    yield Finding(
        code=CARD.code,
        room=Room.AID,
        span=None,
        severity=Severity.SUGGESTION,
        category="no_help",
        message="The story does not tell a person in the same plight where to turn.",
        remedy=_remedy(view, names),
        sources=CARD.sources,
    )


def _remedy(view: View, names: list[str]) -> str:
    if names:
        return f"Add a line on where to turn, for example {'; '.join(names)}. Call each before you print a number."
    if not view.placed:
        return "Say where the story plays, with `--jurisdiction`: no place is named, and help is never guessed."
    return "Add a line on where to turn: a body that works where the story plays, called before it is printed."


RULE = Rule(CARD, check)
