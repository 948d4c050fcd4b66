"""Sentences against what the law threatens: how many lie below its minimum, how many are a fine alone.

The range is that of the law register on the day the case was registered. A ledger may name the section (`PTPA 2018,
section 3(2)`); where it does not, the mildest range of the Act is taken, so that in doubt no court is called lenient.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from amanat.core import Source
from amanat.enforcement.report.sections import Section
from amanat.numbers import Share
from amanat.numbers.sentences import Range, Sentence, Severity, severity
from amanat.registers.law_values import Version
from amanat.registers.laws import Laws
from amanat.registers.ledger.cases import Case, Step, Who

_SECTION = re.compile(r"\b(?:section|sec|s)\.?\s*(\d+[A-Z]*(?:\(\w+\))*)", re.IGNORECASE)
_MONTHS = 12


def punishment(cases: Sequence[Case], laws: Laws) -> Section:
    """Return each law with the sentences passed under it, set against its range."""
    passed: dict[tuple[str, Range], list[Sentence]] = {}
    sources: dict[Source, None] = {}
    for case in cases:
        versions = _versions(case, laws) if case.begun else ()
        for version in versions:
            sources |= dict.fromkeys(version.fact.sources)
        for sentence in _sentences(case) if versions else ():
            passed.setdefault((case.law, _range(versions)), []).append(sentence)
    told = {key: severity(sentences, key[1]) for key, sentences in sorted(passed.items(), key=lambda p: p[0][0])}
    return Section(
        "sentences against what the law threatens",
        tuple(f"{law}: {found.sentence}" for (law, _), found in told.items()),
        ("Law", "It threatens", "Sentences known", "Below the minimum", "Fine alone", "Half got at most"),
        tuple(_row(law, found) for (law, _), found in told.items()),
        sources=tuple(sources),
    )


def _sentences(case: Case) -> Iterator[Sentence]:
    for event in case.of(Step.SENTENCE):
        if event.who in {Who.CASE, Who.ACCUSED}:
            yield Sentence(event.months, fine=bool(event.amount))


def _versions(case: Case, laws: Laws) -> tuple[Version, ...]:
    """Return the confirmed penalties that the law of a case may have threatened when the case was registered."""
    works = laws.named(case.law, case.jurisdiction)
    if len(works) != 1:
        return ()
    named = _SECTION.search(case.law)
    provisions = laws.section(works[0].id, named[1]) if named else laws.of(works[0].id)
    on = case.begun or date.min
    return tuple(
        version
        for provision in provisions
        if named or provision.kind == "offence"
        for version in provision.at(on)
        if version.penalty is not None
    )


def _range(versions: Sequence[Version]) -> Range:
    """Return the mildest reading of some penalties, in months."""
    penalties = [version.penalty for version in versions if version.penalty]
    tops = [p.max_years for p in penalties]
    unbounded = any(top is None or p.life or p.death for top, p in zip(tops, penalties, strict=True))
    return Range(
        minimum=_MONTHS * min(p.min_years or 0 for p in penalties),
        maximum=None if unbounded else _MONTHS * max(top or 0 for top in tops),
        fine_instead=any(p.combine in {"or", "or-both"} for p in penalties),
    )


def _row(law: str, found: Severity) -> tuple[str, ...]:
    known = f"{found.known:,}" + (f" (and {found.unknown:,} of unknown length)" if found.unknown else "")
    below = _part(found.below_minimum) if found.law.minimum else "no minimum"
    middle = "nobody imprisoned" if found.middle is None else f"{found.middle:g} months"
    return law, _threat(found.law), known, below, _part(found.fine_only), middle


def _part(share: Share | None) -> str:
    return "not known" if share is None else f"{share.part:,}"


def _threat(law: Range) -> str:
    top = "life" if law.maximum is None else f"{law.maximum / _MONTHS:g} years"
    term = f"{law.minimum / _MONTHS:g} to {top}" if law.minimum else f"up to {top}"
    return f"{term}, or a fine" if law.fine_instead else term
