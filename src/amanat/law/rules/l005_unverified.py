"""A statement on which the register has only a fact that nobody confirmed."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L005",
    room=Room.LAW,
    title="Statement of law is not confirmed",
    severity=Severity.NOTE,
    why=(
        "Some facts of the register come from memory, from sources in conflict, or from bills whose"
        " assent was not found."
        " They neither support nor contradict a story; the editor should know that nobody could check."
    ),
    sources=(REGISTER,),
    wrong=("India ratified the Palermo Protocol in 2011.",),
    better=("India signed the Palermo Protocol in December 2002.",),
    negative=("The case was registered under the Modern Slavery Act 2015.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report every statement that cannot be confirmed."""
    del document
    for statement in view.statements:
        if statement.verdict is Verdict.UNVERIFIED and statement.topic not in {"mention", "body"}:
            yield finding(
                CARD,
                statement,
                "The register has something on this, but not from a source that could be re-read.",
                "Confirm it with the law's text or the depositary before print.",
            )


RULE = Rule(CARD, check)
