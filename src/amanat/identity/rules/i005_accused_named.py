"""Somebody accused and not convicted is named."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Role, Room, Rule, RuleCard, Severity, Source
from amanat.identity.view import View

CARD = RuleCard(
    "I005",
    Room.IDENTITY,
    "Accused and named: the editor decides",
    Severity.NOTE,
    "An accused person is innocent until a court says otherwise, and the name of an accused relative or neighbour may "
    "lead readers to the victim. The public may still have a right to know: this is a decision, not a rule.",
    (
        Source(
            "Sexual offences guidance, IPSO (12 July 2023)",
            "https://www.ipso.co.uk/resources/sexual-offences-guidance/",
        ),
    ),
    wrong=("Police arrested Yawar Tarkhan for trafficking three girls.",),
    better=("Police arrested a 40-year-old man for trafficking three girls.",),
    negative=("A court convicted Yawar Tarkhan and sentenced him to ten years.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once for each accused person, at the first mention; louder when the person is kin of the victim."""
    del document
    for person in view.editors_choice:
        if person.role is not Role.ACCUSED:
            continue
        kin = bool(person.relation)
        yield Finding(
            CARD.code,
            Room.IDENTITY,
            person.names[0],
            Severity.WARNING if kin else CARD.severity,
            "accused_relative" if kin else "accused_named",
            "This accused person is family of somebody to protect: the name leads there."
            if kin
            else "Accused and not convicted: naming is your decision.",
            "If you name, name the charge as a noun and say what the person answers to it.",
            CARD.sources,
        )


RULE = Rule(CARD, check)
