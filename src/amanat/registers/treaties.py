"""Treaties and who is bound by them since when, and TIP tiers by report year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from amanat.core import Confidence, Fact, UsageError
from amanat.packs import File, Packs, Record
from amanat.registers.aliases import Named, Names
from amanat.registers.dates import When, when
from amanat.registers.law_values import Article, Told, told
from amanat.registers.parties import Parties
from amanat.registers.point_reader import points_of
from amanat.registers.records import confidence_of, fact, record_at, records, text_at, texts_at, whole

_NOUN = {
    "signature": "signed",
    "cabinet-approval": "had its cabinet's approval for joining",
    "ratification": "ratified",
    "accession": "acceded to",
    "acceptance": "accepted",
    "withdrawal": "withdrew from",
}


_DATE_DOUBT = {
    Confidence.SINGLE_SOURCE: "the date rests on one source",
    Confidence.UNCERTAIN: "the date is not confirmed",
}
"""Said where the event is known better than its date."""


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """One event or state of one party. Approval by a cabinet is no deposit; a signatory is no party."""

    fact: Fact
    party: str
    """ISO 3166-1 code."""
    action: str
    """`signature`, `cabinet-approval`, `ratification`, `accession` …; empty for a bare state."""
    state: str
    """`party` on the event that bound it, `not-party`, or empty."""
    date: When | None
    date_sure: bool
    """False where the event is known better than its date."""
    as_at: When | None
    """When a bare state was last seen."""
    reservation: bool

    @property
    def binds(self) -> bool:
        """Tell whether this event made the state a party."""
        return self.state == "party"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One article and what it asks: `shall`, `shall endeavour`, `shall consider`."""

    article: str
    topic: str
    modality: str
    duty: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Treaty:
    """An international instrument."""

    id: str
    title: str
    short: str
    """The name newspapers use."""
    aliases: tuple[str, ...]
    supplements: str
    """Id of the convention a protocol belongs to."""
    fact: Fact
    adopted: When | None
    in_force: When | None
    parties_count: Fact | None
    status: tuple[StatusEvent, ...] = field(repr=False)
    obligations: tuple[Obligation, ...] = field(repr=False)
    by_party: dict[str, tuple[StatusEvent, ...]] = field(repr=False, compare=False)
    """The same events, told apart by state: a treaty of the world has hundreds."""
    says: tuple[Article, ...] = field(repr=False, default=())

    def of(self, party: str) -> tuple[StatusEvent, ...]:
        """Return what is known of one state."""
        return self.by_party.get(party, ())

    def binding(self, party: str, on: date | None = None) -> StatusEvent | None:
        """Return the event that bound a state, by a day when one is given, or None."""
        events = (e for e in self.of(party) if e.binds)
        return next((e for e in events if on is None or e.date is None or e.date.earliest <= on), None)


@dataclass(frozen=True, slots=True)
class Tier:
    """Place of a country in one year's report. The year is the report's, not the period's it covers."""

    fact: Fact
    party: str
    year: int
    tier: str
    """`Tier 1`, `Tier 2`, `Tier 2 Watch List`, `Tier 3`."""


@dataclass(frozen=True)
class Treaties:
    """The register of instruments and tiers. It answers with values that carry a Fact."""

    by_id: dict[str, Treaty] = field(repr=False)
    tiers: dict[tuple[str, int], Tier] = field(repr=False)
    """By country and report year."""
    parties: Parties = field(repr=False)
    """Names of states."""

    @classmethod
    def over(cls, packs: Packs) -> "Treaties":
        """Read it from the packs."""
        called = {str(file.content["id"]): str(file.content["name"]) for file in packs.of_kind("pack")}
        treaties = [_treaty(file, called) for file in packs.of_kind("treaty")]
        tiers = [tier for file in packs.of_kind("tiers") for tier in _tiers(file, called)]
        return cls({t.id: t for t in treaties}, {(t.party, t.year): t for t in tiers}, Parties.over(packs))

    def told(self, treaty: str) -> tuple[Told, ...]:
        """Return what an instrument says, point by point."""
        return self._told.get(treaty, ())

    @cached_property
    def _told(self) -> dict[str, tuple[Told, ...]]:
        return {treaty.id: told(treaty.says) for treaty in self.by_id.values() if treaty.says}

    @cached_property
    def names(self) -> Names:
        """Index of every title and alias, made when first needed."""
        named = ((name, t.id) for t in self.by_id.values() for name in (t.title, *t.aliases))
        return Names.of((form, id_) for name, id_ in named for form in (name, *_turned(name)))

    def mentions(self, text: str) -> tuple[Named, ...]:
        """Find every name of a treaty in a text."""
        return self.names.find(text)

    def treaty(self, id_: str) -> Treaty:
        """Return a treaty by id.

        Raises:
            UsageError: U011 when there is none.
        """
        if id_ not in self.by_id:
            raise UsageError("U011", f"no treaty called {id_!r}; `amanat packs` lists what is known")
        return self.by_id[id_]

    def named(self, name: str) -> Treaty | None:
        """Return the treaty a name means, or None."""
        found = self.names.find(name)
        return self.by_id[found[0].ids[0]] if found else None

    def tier(self, party: str, year: int) -> Tier | None:
        """Return a country's place in the report of a year."""
        return self.tiers.get((party, year))

    def last_tier(self, party: str) -> Tier | None:
        """Return a country's place in the newest report known."""
        years = self.tier_years(party)
        return self.tiers[party, years[-1]] if years else None

    def tier_years(self, party: str) -> tuple[int, ...]:
        """Return the report years in which a country's place is known, in order."""
        return self._years.get(party, ())

    @cached_property
    def _years(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for country, year in sorted(self.tiers):
            found.setdefault(country, []).append(year)
        return {country: tuple(years) for country, years in found.items()}


def _treaty(file: File, called: dict[str, str]) -> Treaty:
    record, id_, title = file.content, text_at(file.content, "id"), text_at(file.content, "title")
    aliases = texts_at(record, "aliases")
    adopted, force = when(record.get("adopted")), when(record.get("in_force"))
    said = f"{title}: adopted {adopted.in_words() if adopted else 'on a day not recorded'}"
    short = aliases[0] if aliases else title
    count = record_at(record, "parties_count")
    status = tuple(_event(file, event, id_, short, called) for event in records(record, "status"))
    return Treaty(
        id_,
        title,
        short,
        aliases,
        text_at(record, "supplements"),
        fact(file, record_at(record, "facts"), id_, said + (f", in force {force.in_words()}." if force else ".")),
        adopted,
        force,
        _count(file, count, id_, short) if count else None,
        status,
        tuple(_obligations(record_at(record, "obligations"))),
        _by_party(status),
        tuple(_articles(file, id_, short)),
    )


_SHORT = re.compile(r"(?:(?P<whose>UN|ILO) )?(?P<matter>[A-Z][\w’' -]+) (?P<kind>Convention|Protocol)")


def _turned(name: str) -> tuple[str, ...]:
    """Return how newspapers turn a short name: `Forced Labour Protocol`, `protocol on forced labour`."""
    short = _SHORT.fullmatch(name)
    if short is None or short["matter"] in {"UN", "ILO"}:
        return ()
    return tuple(f"{short['kind']} {word} {the}{short['matter']}" for word in ("on", "against") for the in ("", "the "))


def _by_party(status: tuple[StatusEvent, ...]) -> dict[str, tuple[StatusEvent, ...]]:
    table: dict[str, list[StatusEvent]] = {}
    for event in status:
        table.setdefault(event.party, []).append(event)
    return {party: tuple(events) for party, events in table.items()}


def _count(file: File, record: Record, id_: str, short: str) -> Fact:
    seen = when(record.get("as_at"))
    sentence = f"{short}: {whole(record.get('value'))} parties, seen {seen.in_words() if seen else 'once'}."
    return fact(file, record, f"{id_}#parties", sentence)


def _event(file: File, record: Record, treaty: str, short: str, called: dict[str, str]) -> StatusEvent:
    party, action, state = (text_at(record, key) for key in ("party", "action", "state"))
    dated, seen = when(record.get("date")), when(record.get("as_at"))
    state_name = called.get(party, party)
    if action:
        said = f"{state_name} {_NOUN[action]} the {short}" + (f" in {dated.in_words()}" if dated else "")
        if dated and dated.earliest == dated.latest:
            said = said.replace(f" in {dated.in_words()}", f" on {dated.in_words()}")
    else:
        said = f"{state_name} is {'a party' if state == 'party' else 'not a party'} to the {short}"
        said += f", last seen {seen.in_words()}" if seen else ""
    confidence = confidence_of(record)
    dated_as = confidence_of({"confidence": record.get("date_confidence", confidence)})
    if dated and dated_as.doubt > confidence.doubt:
        said += f" ({_DATE_DOUBT[dated_as]})"
    return StatusEvent(
        fact(file, record, f"{treaty}#{party}.{action or state}", said + "."),
        party,
        action,
        state,
        dated,
        dated_as is not Confidence.UNCERTAIN,
        seen,
        bool(record.get("reservation")),
    )


def _articles(file: File, treaty: str, short: str) -> Iterator[Article]:
    for record in records(file.content, "says"):
        number = text_at(record, "article")
        said = f"{short}, article {number}: {text_at(record, 'text')}."
        yield Article(fact(file, record, f"{treaty}:{number}", said), number, points_of(record))


def _obligations(record: Record) -> Iterator[Obligation]:
    for item in records(record, "items"):
        yield Obligation(
            text_at(item, "article"),
            text_at(item, "topic"),
            text_at(item, "modality"),
            text_at(item, "duty"),
            confidence_of(record),
        )


def _tiers(file: File, called: dict[str, str]) -> Iterator[Tier]:
    party = text_at(file.content, "jurisdiction")
    for record in records(file.content, "tiers"):
        year, tier = whole(record.get("year")) or 0, text_at(record, "tier")
        said = f"Trafficking in Persons Report {year}: {called.get(party, party)} on {tier}."
        made = fact(file, record, f"us.tip.{year}#{party}", said)
        yield Tier(made, party, year, tier)


__all__ = ["Article", "Obligation", "StatusEvent", "Tier", "Treaties", "Treaty"]
