"""What keeps the packs honest: old facts, facts without an address, sources and names in conflict."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amanat.core import Fact
from amanat.packs import File
from amanat.packs.value import Value
from amanat.registers.dates import day
from amanat.registers.laws import Laws
from amanat.registers.treaties import Treaties

Record = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that somebody should look at."""

    what: str
    """`stale`, `no link`, `conflict`, `shared name`, `office`."""
    where: str
    """Id of the fact, or file."""
    says: str


def without_link(facts: Iterable[Fact]) -> Iterator[Notice]:
    """Find facts that may speak in a review and whose sources have no address anybody can open.

    Uncertain facts rest on memory and are shown as such; they need none.
    """
    for fact in facts:
        if fact.sources and not any(s.title and s.url.startswith("http") for s in fact.sources):
            yield Notice("no link", fact.id, "; ".join(source.title for source in fact.sources))


def stale(files: Iterable[File], today: date, days: int) -> Iterator[Notice]:
    """Find files and records that nobody has looked at for a number of days."""
    for file in files:
        for record in _records(file.content):
            for key in ("checked_on", "as_of"):
                seen = record.get(key)
                if isinstance(seen, str) and (today - day(seen)).days > days:
                    yield Notice("stale", file.name, f"{record.get('id', file.kind)} last looked at {seen}")


def offices(laws: Laws, today: date, days: int) -> Iterator[Notice]:
    """Find office holders who were not seen in office for long: such a fact turns silent by itself."""
    for holder in laws.offices:
        if holder.end is None and (today - holder.last_seen.latest).days > days:
            yield Notice("office", holder.fact.id, f"last seen in office {holder.last_seen.in_words()}")


def conflicts(files: Iterable[File]) -> Iterator[Notice]:
    """Find where sources contradict each other; both stand in the pack, none is taken for true."""
    for file in files:
        for record in _records(file.content):
            said = [
                f"{row['value']} ({', '.join(map(str, _list(row.get('source'))))})"
                for row in _rows(record, "number_conflict")
            ]
            said += [str(text) for text in _list(record.get("conflicts"))]
            if said:
                yield Notice("conflict", f"{file.name} {record.get('id', record.get('from', ''))}", "; ".join(said))


def shared_names(laws: Laws, treaties: Treaties) -> Iterator[Notice]:
    """Find names that two laws of one jurisdiction, or two treaties, share: a story's meaning cannot be told then."""
    for words, ids in sorted(laws.names.shared().items()):
        by_place: dict[str, list[str]] = {}
        for id_ in ids:
            work = laws.works[id_]
            if not work.amending:  # amending Acts share titles by custom, and their year tells them apart
                by_place.setdefault(work.jurisdiction, []).append(id_)
        for place, clash in by_place.items():
            if len(clash) > 1:
                yield Notice("shared name", " ".join(clash), f"{place}: {words}")
    for words, ids in sorted(treaties.names.shared().items()):
        yield Notice("shared name", " ".join(ids), words)


def _records(value: Value) -> Iterator[Record]:
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _records(child)


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _rows(record: Record, key: str) -> Iterator[Record]:
    yield from (row for row in _list(record.get(key)) if isinstance(row, dict))
