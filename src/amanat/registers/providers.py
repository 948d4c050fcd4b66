"""Legal aid and other help: who does what, for whom, where, and how far their number can be trusted.

Fail closed. A wrong number harms people, so what leaves the house carries a number only where somebody called it and
the call is fresh; an editor sees a number with a named source as something to call first; any other is never shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from amanat.core import Confidence, Source
from amanat.packs import File, Packs, Record
from amanat.registers.asking import Asking
from amanat.registers.called import body_names
from amanat.registers.calls import HOTLINE_GOOD_FOR, OFFICE_GOOD_FOR, Call, Calls, Outcome
from amanat.registers.hours import Hours, hours
from amanat.registers.matching import GENERAL, OWN, SAFETY, Caution, Query, Reason, narrowest, refusal
from amanat.registers.numbers_seen import Contaminated, contaminated, digits
from amanat.registers.records import confidence_of, records, sources_of, text_at, texts_at, whole
from amanat.registers.situations import Situations
from amanat.registers.taxonomy import Taxonomy
from amanat.registers.telling import Telling

OLDEST = 130
"""Age in years that no person reaches: the upper bound of a body that names none."""


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
    not_areas: tuple[str, ...]
    """Parts of `areas` in which it does not work."""
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
    verified_by: str
    """Who called."""
    cautions: frozenset[Caution]
    ages: tuple[int, int]
    """Youngest and oldest it takes, in years, both included."""
    languages: frozenset[str]
    """BCP 47 tags spoken there; empty when nobody asked."""
    hours: Hours
    hours_text: str
    """The same in the words of its source; empty when not seen."""
    cost: str
    """In the words of its source; empty when not seen."""
    phone: str = field(default="", repr=False)
    """Not for printing: ask `public_number` or `editor_number`."""

    @property
    def national(self) -> bool:
        """True when it works in the whole country, no part of it left out."""
        return self.country in self.areas and not self.not_areas

    @property
    def independent(self) -> bool:
        """True when the state does not run it."""
        return self.conflict_groups == {"non_state"}

    @property
    def due(self) -> date | None:
        """The last day on which its last call proves anything; None when nobody called."""
        good_for = HOTLINE_GOOD_FOR if self.hotline else OFFICE_GOOD_FOR
        return self.last_verified + good_for if self.last_verified else None

    def public_number(self, on: date) -> str:
        """Return the number that may leave the house on a day; empty unless a fresh call proves it."""
        fresh = self.last_verified is not None and self.due is not None and self.last_verified <= on <= self.due
        return self.phone if self.display is Display.SHOW and fresh and self._trusted else ""

    def editor_number(self) -> str:
        """Return the number an editor may call before printing it; empty for doubtful and hidden ones."""
        return self.phone if self.display in (Display.SHOW, Display.CONFIRM_FIRST) and self._trusted else ""

    @property
    def _trusted(self) -> bool:
        return self.active and self.confidence is not Confidence.UNCERTAIN


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
    taxonomy: Taxonomy
    calls: Calls
    contaminated: tuple[Contaminated, ...]
    situations: Situations
    asking: Asking
    telling: Telling

    @classmethod
    def over(cls, packs: Packs) -> "Providers":
        """Read them from the packs.

        Raises:
            PackError: K011, a row or a situation uses a word that no list knows.
        """
        taxonomy, calls = Taxonomy.of(packs), Calls.over(packs)
        rows = [(file, row) for file in packs.of_kind("services") for row in records(file.content, "services")]
        names = dict(body_names(packs))
        found = [_with_calls(_read(file, row, taxonomy, names[str(row["id"])]), calls) for file, row in rows]
        situations = Situations.over(packs)
        for situation in situations.all:
            taxonomy.ids((*situation.needs, *situation.groups), f"situation {situation.id}")
        telling = Telling.over(packs)
        for way in telling.ways:
            taxonomy.ids((*way.needs, *way.groups), f"way of telling {', '.join(way.of)}")
        by_id = {p.id: p for p in found}
        return cls(by_id, taxonomy, calls, contaminated(packs), situations, Asking.over(packs), telling)

    @property
    def need_names(self) -> dict[str, str]:
        """What each need is called in a sentence."""
        return {need.id: need.name for need in self.taxonomy.needs.values()}

    @property
    def group_names(self) -> dict[str, str]:
        """What each group is called in a sentence."""
        return {group.id: group.name for group in self.taxonomy.groups.values()}

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

    def left_out(self, query: Query) -> dict[str, Reason]:
        """Return why each body of the country is not among the matches, by id."""
        refused = ((p.id, refusal(p, query)) for p in self if p.country == query.country)
        return {id_: reason for id_, reason in refused if reason is not None}

    def dropped(self, query: Query) -> tuple[Provider, ...]:
        """Return the providers that would fit, were their officials not accused."""
        without = replace(query, accused=frozenset())
        return tuple(m.provider for m in self.match(without) if m.provider.conflict_groups & query.accused)

    def fallback(self, query: Query) -> Provider | None:
        """Return a national body that is safe to name when nothing nearer is: for everyone, of no accused group."""
        safe = [
            provider
            for provider in self
            if provider.country == query.country
            and provider.national
            and refusal(provider, query) not in SAFETY | {Reason.AGE}
            and provider.needs & _FALLBACK_NEEDS
            and "police" not in provider.conflict_groups
        ]
        return max(sorted(safe, key=lambda p: p.id), key=lambda p: _safety(p, query), default=None)

    def confirmed(self, on: date) -> Callable[[str, str], bool]:
        """Return what tells, for the id of a service and a number, whether a fresh call stands behind it on a day."""

        def tell(id_: str, number: str) -> bool:
            provider = self.by_id.get(id_)
            return provider is not None and bool(number) and provider.public_number(on) == number

        return tell

    def stands(self, number: str, on: date) -> bool:
        """Tell whether a fresh call of some body stands behind a number on a day."""
        return bool(number) and any(provider.public_number(on) == number for provider in self)

    def last_calls(self, number: str, country: str) -> dict[str, Call]:
        """Return the newest call to a number for each body of a country that was called at it, by id."""
        wanted, last = digits(number, country), dict[str, Call]()
        for call in self.calls.all:
            provider = self.by_id.get(call.service)
            if provider and provider.country == country and digits(call.number, country) == wanted:
                last[call.service] = call
        return last

    def with_number(self, number: str, country: str) -> tuple[Provider, ...]:
        """Return the active providers of a country whose number has the same digits."""
        wanted = digits(number, country)
        return tuple(p for p in self if p.country == country and p.editor_number() and wanted == _dialled(p))


_FALLBACK_NEEDS = frozenset({"legal_advice", "advice_line", "complaint", "representation"})


def _safety(provider: Provider, query: Query) -> tuple[bool, bool, bool, bool]:
    """Order of fallbacks: outside the state when officials are accused; open to these people; a line; well known."""
    return (
        provider.independent or not query.accused,
        open_to(provider, query.groups),
        bool(provider.editor_number()),
        provider.confidence is Confidence.VERIFIED,
    )


def open_to(provider: Provider, groups: frozenset[str]) -> bool:
    """Tell whether all these people may turn to it: a line for children alone is none for a family or for anybody."""
    own = groups & OWN
    return bool(provider.serves & (GENERAL | (groups - OWN))) or bool(own and own <= provider.serves)


def _dialled(provider: Provider) -> str:
    return digits(provider.phone.partition(" then ")[0], provider.country)


def _fit(provider: Provider, query: Query) -> Match | None:
    if refusal(provider, query) is not None:
        return None
    needs = tuple(need for need in query.needs if need in provider.needs)
    area = narrowest(provider.areas, query)
    # who is open to everyone was made for nobody in particular
    made_for = () if "everyone" in provider.serves else tuple(sorted(provider.serves & query.groups))
    # nor does a body for women fit somebody unknown better than one for anybody
    known = made_for if not query.groups >= OWN else tuple(group for group in made_for if group not in OWN)
    pressing = sum(1.0 / (1 + query.needs.index(need)) for need in needs)
    score = (
        3.0 * pressing
        + 2.0 * min(len(known), 2) ** 0.5
        + (0.0 if area == query.country else 1.0 if area.isupper() else 1.5)
        + (1.0 if provider.editor_number() else 0.0)
        + (0.5 if provider.confidence is Confidence.VERIFIED else 0.0)
        + (2.0 if query.accused and provider.independent else 0.0)
        + (0.3 if "representation" in needs else 0.0)
        + (0.8 if provider.languages & query.languages else 0.0)
        + (1.0 if "children" in known else 0.0)
        + (1.0 if query.groups & OWN == provider.serves == {"children"} else 0.0)
        + (0.2 if "free" in provider.cost else 0.0)
        - (2.0 if Caution.OFFICIALS_ALLEGED in provider.cautions else 0.0)
        - (0.5 if Caution.PAPERS_ASKED in provider.cautions else 0.0)
    )
    return Match(provider, needs, made_for, area, score)


def _with_calls(provider: Provider, calls: Calls) -> Provider:
    """The newest call to a number decides what may be done with it; a number confirmed by a call is a known one.

    Where it was found wrong, the number that the body was reached at instead takes its place.
    """
    call = calls.last(provider.id, provider.phone, provider.country)
    if call and call.outcome is Outcome.WRONG:
        call = calls.moved(provider.id, provider.phone, provider.country) or call
    if call is None:
        return provider
    if call.outcome is Outcome.CONFIRMED:
        known = Confidence.SINGLE_SOURCE if provider.confidence is Confidence.UNCERTAIN else provider.confidence
        called = replace(provider, phone=call.number, last_verified=call.on, verified_by=call.by, confidence=known)
        return replace(called, display=Display.SHOW)
    if call.outcome is Outcome.WRONG:
        return replace(provider, display=Display.HIDDEN)
    # nobody answered: what an earlier call proved no longer stands
    return replace(provider, display=Display.CONFIRM_FIRST) if provider.display is Display.SHOW else provider


def _read(file: File, row: Record, taxonomy: Taxonomy, name: str) -> Provider:
    where, country = f"{file.name}: {row['id']}", str(row["country"])
    services = taxonomy.known(texts_at(row, "services"), "services", where)
    serves = taxonomy.serves(taxonomy.known(texts_at(row, "population"), "population", where))
    called = text_at(row, "last_verified")
    return Provider(
        id=str(row["id"]),
        country=country,
        name=name,
        run_by=str(row["type"]),
        needs=taxonomy.answers(services, serves),
        serves=serves,
        coverage=str(row["coverage"]),
        areas=texts_at(row, "areas"),
        not_areas=texts_at(row, "not_areas"),
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
        verified_by=text_at(row, "verified_by"),
        cautions=frozenset(map(Caution, texts_at(row, "caution"))),
        ages=(whole(row.get("minimum_age")) or 0, OLDEST if (top := whole(row.get("maximum_age"))) is None else top),
        languages=frozenset(text_at(row, "languages").replace(";", " ").split()),
        hours=hours(text_at(row, "hours")),
        hours_text=text_at(row, "hours"),
        cost=text_at(row, "cost"),
        phone=text_at(row, "phone"),
    )
