"""Statutes, offences, penalties, identity bans, bodies and office holders: dated, sourced, with confidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from amanat.core import PackError, UsageError
from amanat.packs import File, Packs
from amanat.registers import law_reader as reading
from amanat.registers.aliases import Named, Names
from amanat.registers.conduct import ANYBODY, Conducts, stems, stems_of, trades_in_goods
from amanat.registers.dates import day
from amanat.registers.law_values import (
    Article,
    Body,
    Heading,
    IdentityBan,
    LawfulPublication,
    OfficeHolder,
    Provision,
    Told,
    Version,
    Work,
    told,
)
from amanat.registers.law_words import LawWords
from amanat.registers.point_reader import own_sorts
from amanat.registers.records import records, text_at

_ANY_MATTER = ANYBODY | stems("act law cases suspects")
"""Words of a subject that tell no law from another."""


@dataclass(frozen=True)
class Laws:
    """The law register. It answers with values that carry a Fact, never with bare ones."""

    works: dict[str, Work] = field(repr=False)
    """By id: `pk.ptpa.2018`."""
    provisions: dict[str, Provision] = field(repr=False)
    """By id: `pk.ptpa.2018.s3.2`."""
    bans: tuple[IdentityBan, ...] = field(repr=False)
    lawful: tuple[LawfulPublication, ...] = field(repr=False)
    bodies: tuple[Body, ...] = field(repr=False)
    offices: tuple[OfficeHolder, ...] = field(repr=False)
    not_researched: tuple[str, ...] = field(repr=False)
    """Titles of laws nobody has looked into: about these the register stays silent."""
    as_of: date = date.min
    """The youngest day on which any file was checked."""
    headings: dict[tuple[str, str], Heading] = field(default_factory=dict, repr=False)
    """By work and section."""
    words: LawWords = field(default_factory=lambda: LawWords.over(Packs(())), repr=False)
    """Sorts of words that points are about."""

    @classmethod
    def over(cls, packs: Packs) -> "Laws":
        """Read it from the packs.

        Raises:
            PackError: K014 a section, heading or ban of a law that no file has.
        """
        files = packs.of_kind("law")
        works = [work for file in files for work in reading.works(file)]
        _refuse_orphans(files, {work.id for work in works})
        provisions = [provision for file in files for provision in reading.provisions(file)]
        return cls(
            {work.id: work for work in works},
            {provision.id: provision for provision in provisions},
            tuple(ban for file in files for ban in reading.bans(file)),
            tuple(case for file in files for case in reading.lawful(file)),
            tuple(body for file in files for body in reading.bodies(file)),
            tuple(office for file in files for office in reading.offices(file)),
            tuple(title for file in files for title in reading.not_researched(file)),
            max((day(file.content["as_of"]) for file in files), default=date.min),
            {(h.work, h.section.upper()): h for file in files for h in reading.headings(file)},
            LawWords.over(packs, own_sorts((*files, *packs.of_kind("treaty")))),
        )

    @cached_property
    def names(self) -> Names:
        """Index of every title and alias, made when first needed."""
        return Names.of((name, w.id) for w in self.works.values() for name in (w.title, *w.aliases))

    def mentions(self, text: str) -> tuple[Named, ...]:
        """Find every name of a law in a text."""
        return self.names.find(text)

    def work(self, id_: str) -> Work:
        """Return a work by id.

        Raises:
            UsageError: U010 when there is none.
        """
        if id_ not in self.works:
            raise UsageError("U010", f"no law called {id_!r}; `amanat packs` lists what is known")
        return self.works[id_]

    def aliases(self, work: str) -> tuple[str, ...]:
        """Return the other names of a work, none for one that is not held."""
        return self.works[work].aliases if work in self.works else ()

    def about(self, words: str, country: str) -> tuple[Work, ...]:
        """Return the laws of a country that some words speak of by subject: `bonded labour`, `migrant smuggling`."""
        low = words.lower()
        if trades_in_goods(low):
            return ()
        return tuple(work for work in self.of_place(country) if any(subject in low for subject in work.subjects))

    def of_place(self, place: str) -> tuple[Work, ...]:
        """Return the laws of a country or province that stand and whose matter is recorded."""
        return self._by_place.get(place, ())

    @cached_property
    def _by_place(self) -> dict[str, tuple[Work, ...]]:
        table: dict[str, list[Work]] = {}
        for work in self.works.values():
            if work.subjects and not work.pending and work.repealed_from is None:
                table.setdefault(work.jurisdiction, []).append(work)
        return {place: tuple(found) for place, found in table.items()}

    @cached_property
    def conducts(self) -> Conducts:
        """Offences by what stories call the conduct."""
        held = ((self.works.get(p.work), p) for p in self.provisions.values() if p.versions)
        return Conducts.of((work.jurisdiction, p) for work, p in held if work and not work.pending)

    def of_year(self, year: int, words: str, place: str) -> tuple[Work, ...]:
        """Return the laws of a year that some words may mean: `the 2018 Act`, where trafficking is spoken of."""
        said = stems(words)
        return tuple(
            work
            for work in self.works.values()
            if work.jurisdiction == place
            and not work.pending
            and year in work.years
            and (
                any((stems_of(subject) - _ANY_MATTER) & said for subject in work.subjects)
                or any(stems_of(phrase) <= said for p in self.of(work.id) for phrase in p.conduct)
            )
        )

    def named(self, name: str, jurisdiction: str = "") -> tuple[Work, ...]:
        """Return the works a name may mean, those of a jurisdiction and around it only when one is given."""
        found = [id_ for named in self.names.find(name) for id_ in named.ids]
        country = jurisdiction.partition("-")[0]
        return tuple(
            self.works[id_]
            for id_ in dict.fromkeys(found)
            if not jurisdiction or self.works[id_].jurisdiction.partition("-")[0] == country
        )

    @cached_property
    def _sections(self) -> dict[tuple[str, str], tuple[Provision, ...]]:
        table: dict[tuple[str, str], tuple[Provision, ...]] = {}
        for provision in self.provisions.values():
            if provision.section:
                for key in {provision.section, provision.section.partition("(")[0]}:
                    at = (provision.work, key.upper())
                    table[at] = (*table.get(at, ()), provision)
        return table

    def section(self, work: str, section: str) -> tuple[Provision, ...]:
        """Return the provisions of a section, `366A`, `366-A` or `3(2)`; a bare `3` gives all its subsections."""
        key = _plain(section)
        return self._sections.get((work, key)) or self._sections.get((work, key.partition("(")[0]), ())

    def heading(self, work: str, section: str) -> Heading | None:
        """Return what a section is headed, `366-A` or `337A(i)`; None where nobody recorded it."""
        key = _plain(section)
        return self.headings.get((work, key)) or self.headings.get((work, key.partition("(")[0]))

    def of(self, work: str) -> tuple[Provision, ...]:
        """Return every provision of a work."""
        return self._by_work.get(work, ())

    @cached_property
    def heading_words(self) -> dict[str, tuple[frozenset[str], ...]]:
        """The telling words of every heading of a section, by work."""
        table: dict[str, list[frozenset[str]]] = {}
        for (work, _), heading in self.headings.items():
            table.setdefault(work, []).append(stems(heading.title))
        for provision in self.provisions.values():
            if provision.section:
                table.setdefault(provision.work, []).append(stems(provision.title))
        return {work: tuple(words) for work, words in table.items()}

    @cached_property
    def supplanting(self) -> dict[str, tuple[Work, ...]]:
        """Laws of provinces by the federal law whose place they take."""
        table: dict[str, list[Work]] = {}
        for work in self.works.values():
            if work.supplants:
                table.setdefault(work.supplants, []).append(work)
        return {federal: tuple(own) for federal, own in table.items()}

    def told(self, work: str) -> tuple[Told, ...]:
        """Return what a work says, point by point."""
        return self._told.get(work, ())

    def told_in(self, work: str, section: str) -> tuple[Told, ...]:
        """Return what a section of a work says point by point, `376-A` or `3(2)`; a bare `3` is all its subsections."""
        bans = self.bans_of_section(work, section) or self.bans_of_section(work, section.partition("(")[0])
        return told((*self.section(work, section), *bans))

    @cached_property
    def _told(self) -> dict[str, tuple[Told, ...]]:
        table: dict[str, list[Told]] = {}
        for one in told((*self.provisions.values(), *self.bans)):
            if not isinstance(one.by, Article):
                table.setdefault(one.by.work, []).append(one)
        return {work: tuple(found) for work, found in table.items()}

    @cached_property
    def told_alone(self) -> dict[str, tuple[Told, ...]]:
        """What is told apart without the name of the law, by jurisdiction."""
        table: dict[str, list[Told]] = {}
        for id_, found in self._told.items():
            work = self.works[id_]
            if not work.pending and work.repealed_from is None:
                table.setdefault(work.jurisdiction, []).extend(one for one in found if one.point.alone)
        return {place: tuple(found) for place, found in table.items() if found}

    @cached_property
    def told_by_institutions(self) -> dict[str, tuple[Told, ...]]:
        """What bodies and procedures with a name of their own stand for, by that name in small letters."""
        every = (p for p in self.provisions.values() if p.kind == "institution" and p.points)
        return {p.title.lower(): told((p,)) for p in every}

    @cached_property
    def _by_work(self) -> dict[str, tuple[Provision, ...]]:
        table: dict[str, list[Provision]] = {}
        for provision in self.provisions.values():
            table.setdefault(provision.work, []).append(provision)
        return {work: tuple(found) for work, found in table.items()}

    def at(self, on: date) -> "LawsAt":
        """Return the register as it stood on a day."""
        return LawsAt(self, on)

    def bans_in(self, jurisdictions: tuple[str, ...]) -> tuple[IdentityBan, ...]:
        """Return the bans on naming that hold in any of these jurisdictions (`PK-KP`, `PK`)."""
        return tuple(ban for ban in self.bans if ban.jurisdiction in jurisdictions)

    def bans_of_section(self, work: str, section: str) -> tuple[IdentityBan, ...]:
        """Return the bans that a section of a work makes, those of its clauses too."""
        plain = section.replace("-", "").replace(" ", "")
        return tuple(
            ban
            for ban in self.bans
            if ban.work == work and (ban.fact.id.endswith(f".{plain}") or f".s{plain}." in f"{ban.fact.id}.")
        )


def _plain(section: str) -> str:
    return section.replace("-", "").replace("–", "").replace(" ", "").upper()


def _refuse_orphans(files: Iterable[File], works: set[str]) -> None:
    for file in files:
        for key in ("provisions", "headings", "identity_bans"):
            for number, record in enumerate(records(file.content, key)):
                of = text_at(record, "of")
                if of not in works:
                    place = file.place(key, number, "of")
                    raise PackError("K014", f"{place}: {record.get('id', key)} stands in {of}, a law no file has")


@dataclass(frozen=True, slots=True)
class LawsAt:
    """The law register on one day."""

    laws: Laws
    on: date

    def in_force(self) -> Iterator[Work]:
        """Go through the works that were not repealed and had been passed by then."""
        for work in self.laws.works.values():
            begun = work.in_force_from or work.enacted
            # Of a law without a date its title still tells the year.
            first = begun.earliest if begun else date(min(work.years), 1, 1) if work.years else date.min
            if not work.pending and not work.repealed(self.on) and first <= self.on:
                yield work

    def versions(self, provision: str) -> tuple[Version, ...]:
        """Return the confirmed versions of a provision that may have held on the day.

        Raises:
            UsageError: U010 when there is no such provision.
        """
        if provision not in self.laws.provisions:
            raise UsageError("U010", f"no provision called {provision!r}; `amanat packs` lists what is known")
        return self.laws.provisions[provision].at(self.on)
