"""Two statements of one story that cannot both be right."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER
from amanat.law.statement import Statement, View

CARD = RuleCard(
    code="L002",
    room=Room.LAW,
    title="The story contradicts itself on law",
    severity=Severity.ERROR,
    why=(
        "One instrument has several names. A story that says a state joined it under one name and did not join it under"
        " another is wrong in one place, whatever the register knows."
    ),
    sources=(REGISTER,),
    wrong=(
        "Pakistan acceded to the Palermo Protocol in 2022. It has not yet joined the Trafficking in Persons Protocol.",
        "Nepal was on Tier 2 in the 2020 report. In the 2020 report Nepal was on Tier 3.",
        "The conviction rate was 2.2 per cent in 2019. In 2019 the conviction rate stood at 5 per cent.",
        "Section 371A of the PPC carries up to 25 years. Section 371A of the PPC carries up to ten years in prison.",
    ),
    better=("Pakistan acceded to the Palermo Protocol in 2022. It has not joined the Smuggling of Migrants Protocol.",),
    negative=(
        "Pakistan was on the Tier 2 Watch List in 2021. Pakistan was on Tier 2 in 2022.",
        "Pakistan had not joined the Palermo Protocol in 2018. It acceded to the Palermo Protocol in 2022.",
        "The conviction rate was 2.2 per cent in 2018. In 2019 the conviction rate stood at 5 per cent.",
    ),
)
_TRAFFICKING = "un.tip_protocol.2000"


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report each later statement that stands against an earlier one on the same subject."""
    del document
    earlier: dict[str, list[Statement]] = {}
    for second in view.statements:
        if second.subject and second.value:
            before = earlier.setdefault(second.subject, [])
            first = next((one for one in before if _clash(one, second)), None)
            before.append(second)
            if first:
                yield _finding(first, second)


def _clash(first: Statement, second: Statement) -> bool:
    if first.topic != second.topic:
        return False
    if first.topic == "status":
        if first.value == second.value:
            return first.value == "yes" and None not in {first.year, second.year} and first.year != second.year
        yes, no = (first, second) if first.value == "yes" else (second, first)
        # `had not joined in 2018` and `joined in 2022` agree.
        return no.year is None or yes.year is None or no.year >= yes.year
    if first.topic == "tier":
        return first.year is not None and first.year == second.year and _apart(first.value, second.value)
    if first.topic == "statistic":
        return first.subject.endswith(" rate") and first.year == second.year and first.value != second.value
    return first.topic in {"enactment", "penalty"} and first.value != second.value


def _apart(one: str, other: str) -> bool:
    if one.startswith("not ") != other.startswith("not "):
        return one.removeprefix("not ") == other.removeprefix("not ")
    return not one.startswith("not ") and one != other


def _finding(first: Statement, second: Statement) -> Finding:
    fact = second.fact or first.fact
    known = f" {fact.statement}" if fact else ""
    both = {s.verdict for s in (first, second)}
    remedy = "Find out which of the two is right and bring the other into line."
    if second.subject.endswith(_TRAFFICKING):
        remedy = (
            "Two readings are possible. Either the statement that the state has not joined is stale, taken from a text"
            " written before it joined; or the Smuggling of Migrants Protocol was meant, a different instrument to the"
            " same convention. Say which, and correct the other."
        )
    sure = fact is not None and fact.may_raise_error and Verdict.CONTRADICTED in both
    return Finding(
        CARD.code,
        Room.LAW,
        second.span,
        CARD.severity if sure else Severity.WARNING,
        "in_story_contradiction",
        f"An earlier statement of this story (characters {first.span.start}–{first.span.end}) says otherwise about"
        f" the same instrument, section, rate or report, under its own or another name.{known}",
        remedy,
        fact.sources if fact and fact.sources else CARD.sources,
    )


RULE = Rule(CARD, check)
