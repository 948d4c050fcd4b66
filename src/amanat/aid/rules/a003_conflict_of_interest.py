"""Nobody is sent for help to the colleagues of the accused."""

from collections.abc import Iterator

from amanat.aid.view import View
from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source

CARD = RuleCard(
    code="A003",
    room=Room.AID,
    title="Body left out: its officials are accused",
    severity=Severity.NOTE,
    why=(
        "Where a story accuses officials, their own office is not a safe place to turn to: the complaint may reach the "
        "accused first. Courts, the bar, commissions and organisations outside the state stay."
    ),
    sources=(
        Source(
            "US Department of State, Trafficking in Persons Report 2023, Pakistan",
            "https://www.state.gov/reports/2023-trafficking-in-persons-report/pakistan/",
        ),
    ),
    wrong=("Two police constables were arrested in Lahore for raping a woman in custody.",),
    better=(
        "Two wardens of a private workshop were arrested in Lahore for raping a woman; the police took her statement.",
    ),
    negative=("Police arrested three men in Lahore on a charge of raping a woman.",),
)

_GROUPS = {
    "police": "the police",
    "fia": "the Federal Investigation Agency",
    "nccia": "the cyber crime agency",
    "district_administration": "the district administration",
    "state_shelter": "state shelters",
    "emigration_authority": "the emigration authorities",
    "foreign_mission": "diplomatic missions",
}


def check(document: Document, view: View) -> Iterator[Finding]:
    """Say which bodies were left out of the help box, and why."""
    del document
    for dropped in view.dropped:
        who = _GROUPS.get(dropped.group, "this group")
        bodies = f" Left out of the help box: {'; '.join(dropped.names[:4])}." if dropped.names else ""
        yield Finding(
            code=CARD.code,
            room=Room.AID,
            span=dropped.accused_at,
            severity=Severity.NOTE,
            category="conflict_of_interest",
            message=f"The story accuses officials of {who}; their own bodies are not named as help.{bodies}",
            remedy="Name bodies outside that office: a commission, the bar, or an organisation outside the state.",
            sources=CARD.sources,
        )


RULE = Rule(CARD, check)
