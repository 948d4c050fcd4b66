"""Details that give somebody away together."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source
from amanat.identity.view import View, fixes

_MANY = 3
CARD = RuleCard(
    "I003",
    Room.IDENTITY,
    "Details give somebody away together",
    Severity.WARNING,
    "A village, an age and a father's work name a child to every neighbour, although no name is printed. Courts have "
    "held that masking one element is not enough where readers can match the rest.",
    (
        Source(
            "Sexual offences guidance, IPSO (12 July 2023)",
            "https://www.ipso.co.uk/resources/sexual-offences-guidance/",
        ),
        Source(
            "Guidelines for journalists reporting on children, UNICEF",
            "https://www.unicef.cn/en/press-centre/guidelines-journalists",
        ),
    ),
    wrong=("A nine-year-old girl of village Kot Sabzal, a pupil of Sabzal Primary School, was raped, police said.",),
    better=("A young girl in the district was raped, police said.",),
    negative=("The minister, 54, opened a school in village Kot Sabzal.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once for each person, at the first detail, when there are several kinds of detail."""
    del document
    for person in view.protected:
        masks = view.quasi(person)
        kinds = tuple(dict.fromkeys(m.kind.value.lower().replace("_", " ") for m in masks))
        if not masks:
            continue
        severity = Severity.WARNING if len(kinds) >= _MANY or person.is_child else Severity.SUGGESTION
        yield Finding(
            CARD.code,
            Room.IDENTITY,
            masks[0].span,
            severity,
            "jigsaw",
            f"Together these can identify {view.labels[person.id]}: {', '.join(kinds)} ({len(masks)} places).",
            "Say less exactly: a village as its district, an age as a band, a day as its month.",
            CARD.sources,
            fixes(masks[:1]),
        )


RULE = Rule(CARD, check)
