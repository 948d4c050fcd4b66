"""Published counts year by year, with the changes of law between them; what is empty stays empty."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from amanat.core import DataError
from amanat.enforcement.report.sections import Section, Years
from amanat.numbers.trend import Trend, trend
from amanat.registers.laws import Laws
from amanat.registers.ledger import Entry

_FEWEST = 4  # years; from fewer no change is told
_SUBJECTS = ("human trafficking", "migrant smuggling", "bonded labour")
_LAST_DAY = (12, 31)


def trends(entries: Sequence[Entry], laws: Laws, country: str) -> Iterator[Section]:
    """Yield every series of four or more whole years, half of its years known: one stage, unit, law and region.

    Where sources give two counts for one year, both are shown and neither is drawn or used.

    Args:
        entries: figures of one place.
        laws: for the days on which laws about it came into force.
        country: whose laws.
    """
    whole = [e for e in entries if (e.begins.month, e.begins.day) == (1, 1) and _one_year(e)]
    for key, found in groupby(sorted(whole, key=_series), key=_series):
        years: dict[int, list[Entry]] = {}
        for entry in found:
            years.setdefault(entry.begins.year, []).append(entry)
        known = sum(_agreed(each) is not None for each in years.values())
        if known >= max(_FEWEST, (max(years) - min(years) + 1) / 2):
            yield _section(key, years, _breaks(laws, country))


def _counts(entries: Sequence[Entry]) -> list[int]:
    return sorted({entry.count for entry in entries if entry.count is not None})


def _agreed(entries: Sequence[Entry]) -> int | None:
    """Return the count of a year, None where it is not known or sources contradict one another."""
    counts = _counts(entries)
    return counts[0] if len(counts) == 1 else None


def _one_year(entry: Entry) -> bool:
    return entry.begins.year == entry.ends.year and (entry.ends.month, entry.ends.day) == _LAST_DAY


def _series(entry: Entry) -> tuple[str, ...]:
    return entry.stage.replace("_", " "), entry.unit, entry.law, entry.region, entry.exploitation, entry.cohort


def _breaks(laws: Laws, country: str) -> dict[int, str]:
    """Return the years in which a law about this came into force, or fines in lieu of prison ended."""
    works = {work.id: work for subject in _SUBJECTS for work in laws.about(subject, country)}
    days = {w.title: w.in_force_from or w.enacted for w in works.values()}
    found = {day.latest.year: title for title, day in days.items() if day}
    ended = (v for w in works for p in laws.of(w) for v in p.versions if v.confirmed and v.penalty)
    for version in ended:
        if version.penalty and version.penalty.combine == "fine-in-lieu-removed" and version.start:
            found.setdefault(version.start.latest.year, "no more fines in lieu of prison")
    return found


def _section(key: tuple[str, ...], years: dict[int, list[Entry]], breaks: dict[int, str]) -> Section:
    stage, unit, law, region, exploitation, _ = key
    first, last = min(years), max(years)
    times = list(range(first, last + 1))
    counts = [_agreed(years.get(year, [])) for year in times]
    marked = {year: name for year, name in breaks.items() if first < year <= last}
    told = _fitted(times, counts, marked)
    sources = dict.fromkeys(source for found in years.values() for entry in found for source in entry.fact.sources)
    kind = "" if exploitation == "any" else f"; exploitation: {exploitation.replace('_', ' ')}"
    about = f"{kind}; {region}" if region else kind
    rows = tuple((str(year), _shown(years.get(year, [])), marked.get(year, "")) for year in times)
    return Section(
        f"year by year: {stage} ({unit}; law: {law}{about})",
        (told.sentence,) if told else ("Too few figures on one side of a change of law to tell what it changed.",),
        ("Year", "Count", "New law"),
        rows,
        Years(tuple(times), tuple(counts), told.fitted if told else (), tuple(marked.items()), unit),
        "Points: the published counts; a year without a point is not known. Line: a steady change. Dashes: a new law.",
        tuple(sources),
    )


def _shown(entries: Sequence[Entry]) -> str:
    return " or ".join(f"{count:,}" for count in _counts(entries)) or "not known"


def _fitted(times: Sequence[int], counts: Sequence[int | None], marked: dict[int, str]) -> Trend | None:
    """Return the trend with a break at every change of law, None where a side of one has too few figures."""
    try:
        return trend(times, counts, breaks=[(name, float(year)) for year, name in sorted(marked.items())])
    except DataError:
        return None
