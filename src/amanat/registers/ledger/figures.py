"""What police and courts are said to have done: figures with law, unit, period and source, never averaged.

A figure is known only together with what it counted. Trafficking (ICCS 0204) and smuggling of migrants (ICCS 08051)
are kept apart, nought is kept apart from "not known", and figures that contradict one another stand side by side.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from amanat.core import Confidence, Fact, Source, Stage
from amanat.packs import File, Packs, Record

WORLD = "WORLD"
"""Jurisdiction of figures that add up many countries."""

_STAGES = {
    "airline_staff_arrested": Stage.ARRESTED,
    "arrested": Stage.ARRESTED,
    "cases_registered": Stage.CASE_REGISTERED,
    "charge_sheets": Stage.CHARGED,
    "charged": Stage.CHARGED,
    "children_recovered": Stage.RESCUED,
    "convicted": Stage.CONVICTED,
    "enquiries_started": Stage.INVESTIGATED,
    "investigated": Stage.INVESTIGATED,
    "officials_acquitted": Stage.ACQUITTED,
    "prosecuted": Stage.PROSECUTED,
    "victims_identified": Stage.VICTIMS_IDENTIFIED,
}


class Crime(StrEnum):
    """Which offence a figure speaks of, as far as its law and form of exploitation tell."""

    TRAFFICKING = "trafficking"
    SMUGGLING = "smuggling"
    MIXED = "mixed"
    """The source adds up trafficking, smuggling and fraud."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """One published figure."""

    fact: Fact
    """The figure as a sentence of ours, with confidence, sources and the day it was last looked at."""
    jurisdiction: str
    """`PK`, `PK-PB`, `GB-EAW`, or `WORLD`."""
    region: str
    """Region of the world as the report draws it; empty for the whole jurisdiction."""
    begins: date
    """First day counted."""
    ends: date
    """Last day counted."""
    stage: str
    """What was counted, in the words of the pack: finer than `core.Stage`."""
    count: int | None
    """As published; None where the source cannot be read. 0 means that it says nought."""
    unit: str
    """What one is: persons, cases, suspects, children …"""
    law: str
    """The law the figure was counted under, as the source has it."""
    exploitation: str
    """Form of exploitation, `any`, or `mixed`."""
    note: str
    """Caveats; empty when there is none."""
    cohort: str = ""
    """Empty when each stage counts what happened in the period (then no two may be divided); a name when this stage
    counts only those of an earlier one, followed: figures of one name are of the same cases or persons."""

    @property
    def core_stage(self) -> Stage | None:
        """The stage a story would call it; None for raids, complaints, inspections, laws and shares."""
        return _STAGES.get(self.stage)

    @property
    def crime(self) -> Crime:
        """Trafficking, smuggling, or the two mixed."""
        law = self.law.lower()
        if "smuggl" in self.exploitation or law.startswith("psma"):
            return Crime.SMUGGLING
        if self.exploitation == "mixed" or law.startswith("mixed"):
            return Crime.MIXED
        trafficking = ("tvpa", "ptpa", "trafficking", "modern slavery", "bonded labour", "blsa")
        return Crime.TRAFFICKING if law.startswith(trafficking) else Crime.UNKNOWN

    @property
    def iccs(self) -> str:
        """Code of the International Classification of Crime for Statistical Purposes (UNODC 2015), empty when mixed."""
        return {Crime.TRAFFICKING: "0204", Crime.SMUGGLING: "08051"}.get(self.crime, "")

    @property
    def period(self) -> str:
        """Year or years, as figures in a story have them: `2024`, `2018/2020`."""
        first, last = self.begins.year, self.ends.year
        return str(first) if first == last else f"{first}/{last}"

    @property
    def confirmed(self) -> bool:
        """Whether the figure may be repeated without "not confirmed"."""
        return self.fact.confidence is not Confidence.UNCERTAIN


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every published figure of the packs."""

    entries: tuple[Entry, ...]

    @classmethod
    def over(cls, packs: Packs) -> "Ledger":
        """Read it from the packs."""
        return cls(tuple(entry for file in packs.of_kind("figures") for entry in _read(file)))

    def known(
        self,
        jurisdiction: str = "",
        *,
        stage: Stage | str = "",
        period: str = "",
        law: str = "",
        crime: Crime | None = None,
    ) -> tuple[Entry, ...]:
        """Return what is known of a place, stage, period and law; an argument left out does not narrow.

        Args:
            jurisdiction: exact id; figures of a province are not figures of its country.
            stage: a `core.Stage`, or the finer word of the pack (`officials_dismissed`).
            period: year or years (`2024`, `2018/2020`); an entry answers when it counted exactly these years.
            law: words that must stand in the law as the source has it, case aside.
            crime: trafficking, smuggling or mixed.

        Returns:
            Entries oldest first. Those that are not confirmed are among them and say so in their statement.
        """
        found = (
            entry
            for entry in self.entries
            if (not jurisdiction or entry.jurisdiction == jurisdiction)
            and (not stage or stage in (entry.stage, entry.core_stage))
            and (not period or entry.period == period)
            and law.lower() in entry.law.lower()
            and (crime is None or entry.crime is crime)
        )
        return tuple(sorted(found, key=lambda e: (e.begins, e.ends, e.fact.id)))

    def overlapping(self, jurisdiction: str, stage: Stage, period: str) -> tuple[Entry, ...]:
        """Return entries with a count whose years touch the period: the nearest thing to compare with."""
        years = years_of(period)
        return tuple(
            entry
            for entry in self.known(jurisdiction, stage=stage)
            if entry.count is not None and years and entry.begins.year <= years[-1] and years[0] <= entry.ends.year
        )

    def with_entries(self, more: tuple[Entry, ...]) -> "Ledger":
        """Return a ledger that also holds these; what stands in it already stays as it is."""
        return Ledger((*self.entries, *more))

    def contradictions(self, jurisdiction: str = "") -> tuple[tuple[Entry, Entry], ...]:
        """Return pairs of figures that have to be explained beside each other; nothing is averaged.

        Both count the same stage and unit in the same place, their days overlap by a third of the shorter period or
        more, their counts differ, and they come from different sources (parts of one source do not contradict it).

        Args:
            jurisdiction: exact id, or empty for all.
        """
        cells: dict[tuple[str, str, str, str], list[Entry]] = {}
        for entry in self.entries:
            if entry.count is not None and jurisdiction in ("", entry.jurisdiction):
                cells.setdefault((entry.jurisdiction, entry.region, entry.stage, entry.unit), []).append(entry)
        pairs = (pair for group in cells.values() for pair in combinations(group, 2))
        return tuple(pair for pair in pairs if _contradict(*pair))


def _contradict(one: Entry, other: Entry) -> bool:
    shared = (min(one.ends, other.ends) - max(one.begins, other.begins)).days + 1
    shorter = min((entry.ends - entry.begins).days + 1 for entry in (one, other))
    return one.count != other.count and one.fact.sources != other.fact.sources and 3 * shared >= shorter


def years_of(period: str) -> tuple[int, ...]:
    """Return first and last year of `2024` or `2018/2020`; empty when the period names no year."""
    years = [int(part) for part in period.split("/") if part.isdecimal()]
    return (years[0], years[-1]) if years else ()


def _read(file: File) -> Iterator[Entry]:
    sources = file.content["sources"]
    figures = file.content["figures"]
    for record in figures if isinstance(figures, list) else []:
        if isinstance(record, dict) and isinstance(sources, dict):
            yield _entry(record, sources)


def _entry(record: Record, sources: Record) -> Entry:
    count = record["count"]
    keys = record["source"]
    confidence = Confidence(str(record["confidence"]))
    fact = Fact(
        id=str(record["id"]),
        statement=statement_of(record, confidence),
        confidence=confidence,
        sources=tuple(_source(sources[str(key)]) for key in keys) if isinstance(keys, list) else (),
        checked_on=date.fromisoformat(str(record["checked_on"])),
    )
    return Entry(
        fact=fact,
        jurisdiction=str(record["jurisdiction"]),
        region=str(record.get("region", "")),
        begins=date.fromisoformat(str(record["from"])),
        ends=date.fromisoformat(str(record["to"])),
        stage=str(record["stage"]),
        count=count if isinstance(count, int) else None,
        unit=str(record["unit"]),
        law=str(record["law"]),
        exploitation=str(record["exploitation"]),
        note=str(record.get("note", "")),
        cohort=str(record.get("cohort", "")),
    )


def _source(source: object) -> Source:
    return Source(str(source["title"]), str(source["url"])) if isinstance(source, dict) else Source("", "")


def statement_of(record: Mapping[str, object], confidence: Confidence) -> str:
    """One sentence of our own: count, unit, stage, place, days, law; "not confirmed" where it is not."""
    count = record["count"]
    number = f"{count:,}" if isinstance(count, int) else "count not readable"
    place = str(record.get("region") or record["jurisdiction"])
    said = (
        f"{place}, {record['from']} to {record['to']}: {str(record['stage']).replace('_', ' ')}, "
        f"{number} {record['unit']} (law: {record['law']})"
    )
    return f"{said}; not confirmed" if confidence is Confidence.UNCERTAIN else said
