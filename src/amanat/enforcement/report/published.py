"""Sections of the report that rest on published figures: side by side, never averaged, never divided into a rate."""

from collections.abc import Iterator, Sequence

from amanat.core import Source
from amanat.enforcement.report.sections import Bars, Section
from amanat.numbers import Cohort, Count, PerHundred, compare, poisson_ratio
from amanat.registers.ledger import Entry, Ledger

_PAIRS = (("arrested", "convicted"), ("investigated", "convicted"), ("cases_registered", "convicted"))


def _sources(entries: Sequence[Entry]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for entry in entries for source in entry.fact.sources))


def _words(entry: Entry) -> str:
    return entry.stage.replace("_", " ")


def _shown(entry: Entry) -> tuple[str, ...]:
    count = "not known" if entry.count is None else f"{entry.count:,}"
    sure = entry.fact.confidence.value
    days = f"{entry.begins} to {entry.ends}"
    return (_words(entry), count, entry.unit, days, entry.law, entry.crime.value, sure)


def published(entries: Sequence[Entry]) -> Section:
    """Return every figure of the place, oldest first."""
    return Section(
        "What has been published",
        (f"{len(entries)} figures are known for this place. Each was counted under its own law and in its own unit.",),
        ("Stage", "Count", "Unit", "Days", "Law", "Crime", "How sure"),
        tuple(_shown(entry) for entry in entries),
        sources=_sources(entries),
    )


def contradicting(ledger: Ledger, place: str) -> Section:
    """Return the pairs of figures that cannot both be the whole truth."""
    pairs = ledger.contradictions(place)
    rows = tuple((*_shown(one)[:5], *_shown(other)[1:5]) for one, other in pairs)
    says = (
        f"{len(pairs)} pairs of figures count the same in overlapping days and differ. None is taken for the right one."
    )
    heading = ("Stage", "Count", "Unit", "Days", "Law", "Count", "Unit", "Days", "Law")
    return Section("Figures that contradict one another", (says,) if pairs else (), heading, rows)


def ratios(entries: Sequence[Entry]) -> Section:
    """Later stages per 100 of an earlier one of the same period, law and source: a ratio, never a rate."""
    rows, says, bars = [], [], []
    used: list[Entry] = []
    for earlier, later in _pairs(entries):
        told = compare(_count(later), _count(earlier))
        ratio = told.ratio if isinstance(told, PerHundred) else poisson_ratio(told.part, told.whole)
        years = _years(earlier)
        name = f"{_words(later)} per 100 {_words(earlier)}, {years}"
        value = 100 * told.part / told.whole
        limits = f"{100 * ratio.low:.0f} to {100 * ratio.high:.0f}"
        rows.append((name, f"{later.count:,}", f"{earlier.count:,}", f"{value:.0f}", limits))
        both = f"{later.count:,} {_words(later)} and {earlier.count:,} {_words(earlier)}"
        says.append(f"{both}, {years}: {told.sentence}")
        bars.append((name, value, 100 * ratio.low, 100 * ratio.high))
        used += [earlier, later]
    labels, values, low, high = zip(*bars, strict=True) if bars else ((), (), (), ())
    return Section(
        "Stages side by side: per 100, not the same cases",
        tuple(says),
        ("Ratio", "Later", "Earlier", "Per 100", "95 % limits"),
        tuple(rows),
        Bars(labels, values, low, high, "per 100, not the same cases") if bars else None,
        "Bars: how many of a later stage for every 100 of an earlier one in the same years. A bar may exceed 100.",
        _sources(used),
    )


def _pairs(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    known = [entry for entry in entries if entry.count]
    for first, last in _PAIRS:
        for earlier in (e for e in known if e.stage == first):
            for later in (e for e in known if e.stage == last):
                same = (earlier.begins, earlier.ends, earlier.law) == (later.begins, later.ends, later.law)
                if same and earlier.fact.sources == later.fact.sources:
                    yield earlier, later


def _years(entry: Entry) -> str:
    first, last = entry.begins.year, entry.ends.year
    return str(first) if first == last else f"{first}-{last}"


def _count(entry: Entry) -> Count:
    cohort = Cohort(entry.jurisdiction, entry.law, entry.unit, entry.begins, entry.ends, followed=bool(entry.cohort))
    return Count(entry.count or 0, cohort)


def officials(entries: Sequence[Entry]) -> Section:
    """Return what was published about officials."""
    found = [entry for entry in entries if entry.stage.startswith("officials_")]
    says = "These counts come from different hearings and years; they are not one chain and must not be divided."
    return Section(
        "Officials said to be involved: published counts",
        (says,) if found else (),
        ("Stage", "Count", "Unit", "Days", "Law", "Crime", "How sure"),
        tuple(_shown(entry) for entry in found),
        sources=_sources(found),
    )
