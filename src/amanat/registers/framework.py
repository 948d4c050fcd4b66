"""Domestic law and practice against what a state promised: duty by duty, with evidence, and what to do next.

Nothing is called met without a fact that has a source. A duty that nobody assessed stays unknown; where a provision
of the country is tagged as an answer to it, the table says so and leaves it at `partly`: a law is not yet its keeping.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from amanat.core import Confidence, Fact, PackError, Stage
from amanat.packs import File, Packs, Record
from amanat.packs.value import Value
from amanat.registers.laws import Laws
from amanat.registers.ledger import Crime, Ledger
from amanat.registers.records import confidence_of, fact, records, text_at, texts_at, whole
from amanat.registers.treaties import Treaties

_OWN = re.compile(r"#(?:law|practice)\.\d+\.\d+$")
"""Ends the id of what an assessment itself tells."""
_LAST_RANK = 3
_FIGURES = 2
"""Newest figures shown for one stage."""


class Status(StrEnum):
    """How far a duty is kept, in law or in practice."""

    NOT_MET = "not met"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    MET = "met"


class Force(StrEnum):
    """How strongly an instrument asks."""

    MANDATORY = "mandatory"
    ENDEAVOUR = "endeavour"
    CONSIDER = "consider"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing an instrument asks of a state."""

    id: str
    """`un.tip_protocol.2000:6(1)`."""
    instrument: str
    name: str
    """Name of the instrument as newspapers write it."""
    article: str
    topic: str
    modality: str
    """As the instrument has it: `shall`, `shall endeavour`, `shall consider` …"""
    text: str
    """The duty in our words."""
    confidence: Confidence
    rank: int
    """1 where a gap puts victims at risk at once, 2 where it lets offenders go, 3 for the rest."""

    @property
    def force(self) -> Force:
        """Mandatory, endeavour or consider; conditions in brackets do not change it."""
        low = self.modality.lower()
        return Force.ENDEAVOUR if "endeavour" in low else Force.CONSIDER if "consider" in low else Force.MANDATORY


@dataclass(frozen=True, slots=True)
class Step:
    """What to do about a gap."""

    action: str
    body: str
    """Who is responsible."""
    indicator: str
    """How one sees that it was done."""
    by: str
    """Until when; empty when no date was set."""
    model: str
    """Provision of another country, or principle, that shows how."""


@dataclass(frozen=True, slots=True)
class Row:
    """One duty as one country keeps it."""

    duty: Duty
    country: str
    law: Status
    practice: Status
    says: str
    """Why, in one or two sentences; empty where nobody assessed it."""
    law_facts: tuple[Fact, ...]
    practice_facts: tuple[Fact, ...]
    step: Step | None

    @property
    def gap(self) -> bool:
        """Tell whether anything is missing in law or in practice."""
        return Status.MET not in {self.law, self.practice} or self.law is not self.practice


@dataclass(frozen=True, slots=True)
class Frameworks:
    """Every duty, and every assessment."""

    duties: dict[str, Duty] = field(repr=False)
    assessed: dict[tuple[str, str], Row] = field(repr=False)
    """By country and duty."""
    countries: tuple[str, ...]
    cautions: dict[str, tuple[str, ...]]
    """By country: what a reader must know before relying on any row, such as a law whose force is not confirmed."""

    @classmethod
    def over(cls, packs: Packs, laws: Laws, treaties: Treaties, ledger: Ledger) -> "Frameworks":
        """Read duties and assessments.

        Raises:
            PackError: K030 an assessment names a duty or fact that does not exist, or says `met` without a source; a
                duty is assessed twice; a provision answers a duty that does not exist. With file and line.
        """
        ranks = {
            str(key): rank
            for file in packs.of_kind("framework")
            for key, value in _ranks(file)
            if (rank := whole(value)) is not None
        }
        duties = {d.id: d for d in (*_of_treaties(treaties, ranks), *_of_files(packs, ranks))}
        reading = _Reading(duties, _facts(laws, treaties), ledger)
        rows = reading.all(packs)
        countries = tuple(
            sorted(str(f.content["id"]) for f in packs.of_kind("pack") if f.content["level"] == "country")
        )
        _refuse_unknown_tags(packs, duties)
        found = {(row.country, row.duty.id): row for row in _tagged(laws, duties)}
        cautions = {country: tuple(_cautions(packs, country)) for country in countries}
        return cls(duties, found | rows, countries, cautions)

    def table(self, country: str) -> tuple[Row, ...]:
        """Return every duty as a country keeps it: those that put victims at risk first, gaps before what is met."""
        order = list(Status)
        rows = [self.assessed.get((country, duty.id)) or _blank(duty, country) for duty in self.duties.values()]
        return tuple(
            sorted(rows, key=lambda r: (r.duty.rank, order.index(r.law), list(Force).index(r.duty.force), r.duty.id))
        )

    def compared(self, one: str, other: str) -> tuple[tuple[Row, Row], ...]:
        """Return two countries duty by duty, those where they differ first."""
        first, second = self.table(one), {row.duty.id: row for row in self.table(other)}
        pairs = [(row, second[row.duty.id]) for row in first]
        return tuple(sorted(pairs, key=lambda p: p[0].law == p[1].law and p[0].practice == p[1].practice))


def of_assessment(fact: Fact) -> bool:
    """Tell whether an assessment itself tells the fact, so that no register can be asked for it by its id."""
    return _OWN.search(fact.id) is not None


def _cautions(packs: Packs, country: str) -> Iterator[str]:
    for file in packs.of_kind("framework"):
        if text_at(file.content, "jurisdiction") == country:
            yield from texts_at(file.content, "cautions")


def _ranks(file: File) -> Iterator[tuple[str, Value]]:
    ranks = file.content.get("ranks")
    yield from ranks.items() if isinstance(ranks, dict) else ()


def _of_treaties(treaties: Treaties, ranks: dict[str, int]) -> Iterator[Duty]:
    for treaty in treaties.by_id.values():
        for asked in treaty.obligations:
            id_ = f"{treaty.id}:{asked.article}"
            text = asked.duty or asked.topic
            yield Duty(
                id_,
                treaty.id,
                treaty.short,
                asked.article,
                asked.topic,
                asked.modality,
                text,
                asked.confidence,
                ranks.get(id_, _LAST_RANK),
            )


def _of_files(packs: Packs, ranks: dict[str, int]) -> Iterator[Duty]:
    for file in packs.of_kind("framework"):
        for row in records(file.content, "duties"):
            instrument, article = text_at(row, "instrument"), text_at(row, "article")
            id_ = f"{instrument}:{article}"
            yield Duty(
                id_,
                instrument,
                text_at(row, "name"),
                article,
                text_at(row, "topic"),
                text_at(row, "modality"),
                text_at(row, "duty"),
                confidence_of(row),
                ranks.get(id_, _LAST_RANK),
            )


def _facts(laws: Laws, treaties: Treaties) -> dict[str, Fact]:
    found = {w.id: w.fact for w in laws.works.values()} | {b.fact.id: b.fact for b in laws.bans}
    found |= {body.fact.id: body.fact for body in laws.bodies}
    found |= {p.id: p.fact for p in laws.provisions.values()}
    found |= {v.fact.id: v.fact for p in laws.provisions.values() for v in p.versions}
    found |= {e.fact.id: e.fact for t in treaties.by_id.values() for e in t.status}
    return found | {t.fact.id: t.fact for t in treaties.tiers.values()}


def _refuse_unknown_tags(packs: Packs, duties: dict[str, Duty]) -> None:
    for file in packs.of_kind("law"):
        for number, provision in enumerate(records(file.content, "provisions")):
            unknown = next((tag for tag in texts_at(provision, "answers") if tag not in duties), None)
            if unknown:
                says = f"{text_at(provision, 'id')} answers {unknown!r}, a duty that no framework has"
                raise _wrong(file, ("provisions", number, "answers"), says)


def _tagged(laws: Laws, duties: dict[str, Duty]) -> Iterator[Row]:
    """Where a provision is tagged with a duty and nobody assessed it, the law answers it in part."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for provision in laws.provisions.values():
        country = laws.works[provision.work].jurisdiction.partition("-")[0] if provision.work in laws.works else ""
        for tag in provision.answers:
            found.setdefault((country, tag), []).append(provision.fact)
    for (country, tag), facts in found.items():
        sure = any(f.sources and f.confidence is not Confidence.UNCERTAIN for f in facts)
        law = Status.PARTLY if sure else Status.UNKNOWN
        says = "A provision answers it; nobody has yet said whether it is enough." if sure else ""
        yield Row(duties[tag], country, law, Status.UNKNOWN, says, tuple(facts), (), None)


def _blank(duty: Duty, country: str) -> Row:
    return Row(duty, country, Status.UNKNOWN, Status.UNKNOWN, "", (), (), None)


@dataclass(frozen=True, slots=True)
class _Reading:
    duties: dict[str, Duty]
    facts: dict[str, Fact]
    ledger: Ledger

    def all(self, packs: Packs) -> dict[tuple[str, str], Row]:
        """Return every assessment by country and duty; two of the same would hide one another."""
        found: dict[tuple[str, str], Row] = {}
        for file in packs.of_kind("framework"):
            country = text_at(file.content, "jurisdiction")
            for number, record in enumerate(records(file.content, "assessments")):
                row = self._row(file, country, record, number)
                if (country, row.duty.id) in found:
                    says = f"{row.duty.id} is assessed a second time for {country}"
                    raise _wrong(file, ("assessments", number), says)
                found[country, row.duty.id] = row
        return found

    def _row(self, file: File, country: str, record: Record, number: int) -> Row:
        duty = self.duties.get(text_at(record, "duty"))
        at = ("assessments", number)
        if duty is None:
            raise _wrong(file, at, f"assessment of {text_at(record, 'duty')!r}, a duty that no framework has")
        named = (
            *(self._fact(file, id_, (*at, "facts", n)) for n, id_ in enumerate(texts_at(record, "facts"))),
            *_told(file, record, number, "law"),
        )
        law, practice = Status(text_at(record, "law")), Status(text_at(record, "practice") or "unknown")
        seen = (*_told(file, record, number, "practice"), *self._figures(file, country, record, number))
        for status, facts, where in ((law, named, "law"), (practice, seen, "practice")):
            if status is Status.MET and not any(f.sources for f in facts):
                raise _wrong(file, at, f"{duty.id} is called met in {where} without a fact that has a source")
        step = record.get("step")
        return Row(duty, country, law, practice, text_at(record, "says"), named, seen, _step(step) if step else None)

    def _fact(self, file: File, id_: str, path: tuple[str | int, ...]) -> Fact:
        if id_ not in self.facts:
            raise _wrong(file, path, f"no fact called {id_!r} in the law register")
        return self.facts[id_]

    def _figures(self, file: File, country: str, record: Record, number: int) -> Iterator[Fact]:
        for stage in texts_at(record, "ledger"):
            known = self.ledger.known(country, stage=Stage(stage), crime=Crime.TRAFFICKING)
            newest = sorted((e for e in known if e.confirmed), key=lambda e: e.ends, reverse=True)
            yield from (entry.fact for entry in newest[:_FIGURES])
        figures = {entry.fact.id: entry.fact for entry in self.ledger.entries}
        for asked, id_ in enumerate(texts_at(record, "ledger_ids")):
            if id_ not in figures:
                path = ("assessments", number, "ledger_ids", asked)
                raise _wrong(file, path, f"no figure called {id_!r} in the enforcement ledger")
            yield figures[id_]


def _told(file: File, record: Record, number: int, side: str) -> Iterator[Fact]:
    """What the assessment itself tells of law or of practice, each with its source."""
    for seen, row in enumerate(records(record, f"{side}_facts")):
        id_ = f"{text_at(file.content, 'id')}#{side}.{number}.{seen}"
        yield fact(file, row, id_, text_at(row, "text"))


def _wrong(file: File, path: tuple[str | int, ...], says: str) -> PackError:
    return PackError("K030", f"{file.place(*path)}: {says}")


def _step(value: object) -> Step:
    record: Record = value if isinstance(value, dict) else {}
    return Step(*(text_at(record, key) for key in ("action", "body", "indicator", "by", "model")))
