"""Few people fit what is left."""

from collections.abc import Iterator

from amanat.core import Document, Finding, MentionKind, Room, Rule, RuleCard, Severity, Source
from amanat.identity.risk import FLOOR, rounded
from amanat.identity.view import View

CARD = RuleCard(
    "I007",
    Room.IDENTITY,
    "How many people fit what is left",
    Severity.WARNING,
    "Masking a name protects nobody if a dozen people fit the rest. The number is a flat estimate from the census: "
    "residents of the smallest place named, of that sex, times the share of that age.",
    (Source("Pakistan Bureau of Statistics, 7th population and housing census 2023", "https://www.pbs.gov.pk/"),),
    wrong=("A 9-year-old girl was abducted in Sherani district, police said.",),
    better=("A young girl was abducted in the north of the province, police said.",),
    negative=("The minister visited Sherani district and spoke with police.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Tell the number for each person; warn below the floor."""
    del document
    for fit in view.fits:
        person = view.scene.person(fit.person)
        if person is None or fit.as_masked is None:
            continue
        few = fit.as_masked < FLOOR
        first = next((m for m in person.mentions if m.kind is not MentionKind.PRONOUN), None)
        before = f" As written: {rounded(fit.as_written)}." if fit.as_written is not None else ""
        yield Finding(
            CARD.code,
            Room.IDENTITY,
            first.span if first else None,
            Severity.WARNING if few else Severity.NOTE,
            "few_fit" if few else "fit",
            f"With the masks, {rounded(fit.as_masked)} fit what the text says of {view.labels[person.id]} "
            f"({fit.area}).{before}",
            "Name the province instead of the district, and leave the age out." if few else "",
            CARD.sources,
        )


RULE = Rule(CARD, check)
