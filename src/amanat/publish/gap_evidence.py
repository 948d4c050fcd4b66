"""What every form of the gap table tells alike: how many of each state, how grave a gap is, and who says so."""

from collections.abc import Iterable, Mapping, Sequence

from amanat.core import Fact, Source
from amanat.registers.framework import Row, Status, of_assessment

NOTE = (
    "Information, not legal advice. “Unknown” means that nobody has looked, not that nothing is there."
    " Nothing is called met without a source."
)
RANKS = {
    1: "A gap here puts victims at risk at once",
    2: "A gap here lets offenders go",
    3: "Systems and cooperation",
}
"""What a gap does, by the rank of the duty."""
_NAMED = 2
"""Sources named beside a fact; all of them stand at the end."""


def counts(rows: Sequence[Row]) -> str:
    """Say how many duties are in which state, in law and in practice."""
    law = ", ".join(f"{sum(r.law is s for r in rows)} {s}" for s in Status)
    practice = ", ".join(f"{sum(r.practice is s for r in rows)} {s}" for s in Status)
    return f"In law: {law}. In practice: {practice}."


def ranked(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows under what a gap in them does, the gravest first; a rank without rows is left out."""
    found = [(said, [row for row in rows if row.duty.rank == rank]) for rank, said in RANKS.items()]
    return [(said, chosen) for said, chosen in found if chosen]


def told(fact: Fact, numbers: Mapping[str, int] | None = None) -> str:
    """Say a fact, how sure it is and who says so; a provision of the register is named by its id as well.

    Args:
        fact: the piece of evidence.
        numbers: of the sources by address, where a list of them stands at the end; without it they are named.
    """
    named = [str(numbers[s.url]) for s in fact.sources if s.url in numbers] if numbers else _titles(fact)
    where = "; ".join(filter(None, ("" if of_assessment(fact) else fact.id, str(fact.confidence), ", ".join(named))))
    return f"{fact.statement} [{where}]"


def _titles(fact: Fact) -> list[str]:
    return [source.title for source in fact.sources[:_NAMED]]


def sources(rows: Iterable[Row]) -> list[Source]:
    """Return every source of the evidence that has an address, once, by title."""
    facts = (fact for row in rows for fact in (*row.law_facts, *row.practice_facts))
    found = {source.url: source for fact in facts for source in fact.sources if source.url.startswith("http")}
    return sorted(found.values(), key=lambda source: source.title)
