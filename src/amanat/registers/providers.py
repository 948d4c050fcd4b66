"""Legal aid and other help: who does what, for whom, where, and how far their number can be trusted.

Fail closed. A wrong number harms people, so what leaves the house carries a number only where somebody called it and
the call is fresh; an editor sees a number with a named source as something to call first; any other is never shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from amanat.core import Confidence, Source
from amanat.packs import File, Packs, Record
from amanat.registers.numbers_seen import Contaminated, contaminated, digits
from amanat.registers.records import confidence_of, records, sources_of, text_at, texts_at
from amanat.registers.situations import Situations

HOTLINE_GOOD_FOR = timedelta(days=90)
"""How long a call to a hotline proves its number."""
OFFICE_GOOD_FOR = timedelta(days=180)
"""How long a call to an office proves its number."""


class Display(StrEnum):
    """What may be done with a provider's number."""

    SHOW = "show"
    CONFIRM_FIRST = "confirm_first"
    ROUTE = "route"
    HIDDEN = "hidden"
    NO_NUMBER = "no_number"


@dataclass(frozen=True, slots=True)
class Provider:
    """A body that helps."""

    id: str
    country: str
    name: str
    """Without the digits that some bodies carry in their name: a name is printed where a number may not be."""
    run_by: str
    """`government`, `NGO`, `bar` …"""
    needs: frozenset[str]
    """Ids of the needs it answers."""
    serves: frozenset[str]
    """Ids of the groups it is for; `everyone` when it asks nobody who they are."""
    coverage: str
    """Its area in words."""
    areas: tuple[str, ...]
    """The same as ids of places; empty when they cannot be told."""
    city: str
    active: bool
    """False for bodies that may have ended and for names without a source."""
    conflict_groups: frozenset[str]
    """`police`, `fia` …: whose officials must not be accused in the story."""
    safety_note: str
    eligibility: str
    route_via: str
    """Id of the helpline to name instead, where this body's own source prints no number."""
    confidence: Confidence
    sources: tuple[Source, ...]
    source_date: str
    display: Display
    hotline: bool
    last_verified: date | None
    """The day somebody called."""
    phone: str = field(default="", repr=False)
    """Not for printing: ask `public_number` or `editor_number`."""

    @property
    def national(self) -> bool:
        """True when it works in the whole country."""
        return self.country in self.areas

    @property
    def independent(self) -> bool:
        """True when the state does not run it."""
        return self.conflict_groups == {"non_state"}

    def public_number(self, on: date) -> str:
        """Return the number that may leave the house on a day; empty unless a fresh call proves it."""
        good_for = HOTLINE_GOOD_FOR if self.hotline else OFFICE_GOOD_FOR
        fresh = self.last_verified is not None and timedelta(0) <= on - self.last_verified <= good_for
        return self.phone if self.display is Display.SHOW and fresh and self._trusted else ""

    def editor_number(self) -> str:
        """Return the number an editor may call before printing it; empty for doubtful and hidden ones."""
        return self.phone if self.display in (Display.SHOW, Display.CONFIRM_FIRST) and self._trusted else ""

    @property
    def _trusted(self) -> bool:
        return self.active and self.confidence is not Confidence.UNCERTAIN


@dataclass(frozen=True, slots=True)
class Query:
    """Who needs what, and where. It holds no word of a story."""

    country: str
    needs: tuple[str, ...]
    """Ids, most pressing first."""
    areas: frozenset[str] = frozenset()
    """Ids of the place and of all areas around it."""
    groups: frozenset[str] = frozenset()
    """Whom the help is for."""
    accused: frozenset[str] = frozenset()
    """Conflict groups whose officials the story accuses: their bodies are dropped."""


@dataclass(frozen=True, slots=True)
class Match:
    """A provider that fits a query, and why."""

    provider: Provider
    needs: tuple[str, ...]
    """The needs it answers, in the order of the query."""
    groups: tuple[str, ...]
    """The groups of the query it was made for."""
    area: str
    """The narrowest of its areas that holds the place."""
    score: float


@dataclass(frozen=True, slots=True)
class Providers:
    """Every provider of the packs."""

    by_id: dict[str, Provider]
    need_names: dict[str, str]
    group_names: dict[str, str]
    contaminated: tuple[Contaminated, ...]
    situations: Situations

    @classmethod
    def over(cls, packs: Packs) -> "Providers":
        """Read them from the packs."""
        taxonomy = _Taxonomy.of(packs)
        rows = [(file, row) for file in packs.of_kind("services") for row in records(file.content, "services")]
        numbers = {text_at(row, "phone") for _, row in rows}
        found = [_read(file, row, taxonomy, numbers) for file, row in rows]
        return cls(
            {provider.id: provider for provider in found},
            taxonomy.need_names,
            taxonomy.group_names,
            contaminated(packs),
            Situations.over(packs),
        )

    def __iter__(self) -> Iterator[Provider]:
        """Go through them by id."""
        return iter(self.by_id.values())

    @property
    def countries(self) -> frozenset[str]:
        """Countries with at least one provider."""
        return frozenset(provider.country for provider in self)

    def match(self, query: Query) -> tuple[Match, ...]:
        """Return the providers that fit, best first.

        Safety is a filter and never traded: no body of an accused group, none that may have ended, none known only
        from a doubtful source, none outside the place, none made for other people.
        """
        found = (_fit(provider, query) for provider in self)
        return tuple(sorted(filter(None, found), key=lambda m: (-m.score, m.provider.id)))

    def dropped(self, query: Query) -> tuple[Provider, ...]:
        """Return the providers that would fit, were their officials not accused."""
        without = Query(query.country, query.needs, query.areas, query.groups)
        return tuple(m.provider for m in self.match(without) if m.provider.conflict_groups & query.accused)

    def fallback(self, query: Query) -> Provider | None:
        """Return a national body that is safe to name when nothing nearer is: for everyone, of no accused group."""
        safe = [
            provider
            for provider in self
            if provider.country == query.country
            and provider.national
            and provider.active
            and provider.confidence is not Confidence.UNCERTAIN
            and not provider.conflict_groups & query.accused
            and provider.needs & _FALLBACK_NEEDS
            and "police" not in provider.conflict_groups
        ]
        return max(sorted(safe, key=lambda p: p.id), key=lambda p: _safety(p, query), default=None)

    def with_number(self, number: str, country: str) -> tuple[Provider, ...]:
        """Return the active providers of a country whose number has the same digits."""
        wanted = digits(number, country)
        return tuple(p for p in self if p.country == country and p.editor_number() and wanted == _dialled(p))


_FALLBACK_NEEDS = frozenset({"legal_advice", "advice_line", "complaint", "representation"})
_GENERAL = frozenset({"everyone", "without_means"})


def _safety(provider: Provider, query: Query) -> tuple[bool, bool, bool, bool]:
    """Order of fallbacks: outside the state when officials are accused; open to these people; a line; well known."""
    open_to = provider.serves & (_GENERAL | query.groups)
    return (
        provider.independent or not query.accused,
        bool(open_to),
        bool(provider.editor_number()),
        provider.confidence is Confidence.VERIFIED,
    )


def _dialled(provider: Provider) -> str:
    return digits(provider.phone.partition(" then ")[0], provider.country)


def _fit(provider: Provider, query: Query) -> Match | None:
    if provider.country != query.country or not provider.active or provider.confidence is Confidence.UNCERTAIN:
        return None
    if provider.conflict_groups & query.accused:
        return None
    needs = tuple(need for need in query.needs if need in provider.needs)
    open_to = provider.serves & (_GENERAL | query.groups)
    area = _narrowest(provider.areas, query)
    if not needs or not open_to or not area:
        return None
    # who is open to everyone was made for nobody in particular
    made_for = () if "everyone" in provider.serves else tuple(sorted(provider.serves & query.groups))
    pressing = sum(1.0 / (1 + query.needs.index(need)) for need in needs)
    score = (
        3.0 * pressing
        + 2.0 * min(len(made_for), 2) ** 0.5
        + (0.0 if area == query.country else 1.0 if area.isupper() else 1.5)
        + (1.0 if provider.editor_number() else 0.0)
        + (0.5 if provider.confidence is Confidence.VERIFIED else 0.0)
        + (2.0 if query.accused and provider.independent else 0.0)
        + (0.3 if "representation" in needs else 0.0)
    )
    return Match(provider, needs, made_for, area, score)


def _narrowest(areas: Iterable[str], query: Query) -> str:
    held = [area for area in areas if area in query.areas or area == query.country]
    return max(held, key=lambda area: (area != query.country, not area.isupper(), "-div-" not in area), default="")


@dataclass(frozen=True, slots=True)
class _Taxonomy:
    needs: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    groups: Mapping[str, frozenset[str]]
    need_names: dict[str, str]
    group_names: dict[str, str]

    @classmethod
    def of(cls, packs: Packs) -> "_Taxonomy":
        files = [file.content for file in packs.of_kind("needs")]
        needs = [row for file in files for row in records(file, "needs")]
        groups = [row for file in files for row in records(file, "groups")]
        return cls(
            tuple(
                (str(r["id"]), frozenset(texts_at(r, "services")), frozenset(texts_at(r, "only_for"))) for r in needs
            ),
            {str(r["id"]): frozenset(texts_at(r, "population")) for r in groups},
            {str(r["id"]): str(r["name"]) for r in needs},
            {str(r["id"]): str(r["name"]) for r in groups},
        )

    def serves(self, population: frozenset[str]) -> frozenset[str]:
        return frozenset(id_ for id_, words in self.groups.items() if words & population)

    def answers(self, services: frozenset[str], serves: frozenset[str]) -> frozenset[str]:
        return frozenset(id_ for id_, words, only in self.needs if words & services and (not only or only & serves))


def _read(file: File, row: Record, taxonomy: _Taxonomy, numbers: set[str]) -> Provider:
    services, country = frozenset(texts_at(row, "services")), str(row["country"])
    serves = taxonomy.serves(frozenset(texts_at(row, "population")))
    called = text_at(row, "last_verified")
    return Provider(
        id=str(row["id"]),
        country=country,
        name=_without_numbers(str(row["name"]), numbers),
        run_by=str(row["type"]),
        needs=taxonomy.answers(services, serves),
        serves=serves,
        coverage=str(row["coverage"]),
        areas=texts_at(row, "areas"),
        city=text_at(row, "city"),
        active=row["status"] == "active_reported",
        # a line that police answer is a police line, whoever runs it
        conflict_groups=frozenset({str(row["conflict_group"]), *(["police"] if "police" in services else [])}),
        safety_note=text_at(row, "safety_note"),
        eligibility=text_at(row, "eligibility"),
        route_via=text_at(row, "route_via"),
        confidence=confidence_of(row),
        sources=sources_of(file, row),
        source_date=text_at(row, "source_date"),
        display=Display(str(row["display"])),
        hotline="hotline" in services,
        last_verified=date.fromisoformat(called) if called else None,
        phone=text_at(row, "phone"),
    )


def _without_numbers(name: str, numbers: set[str]) -> str:
    name = re.sub(r"\s*\([^()]*number on the call sheet[^()]*\)|\s*\(\d[^()]*\)", "", name)
    name = re.sub(r"\b\d{2,6}\b", lambda m: "" if m[0] in numbers else m[0], name)
    return re.sub(r"\s{2,}", " ", name).strip()
