"""What jurisdictions are called, and how they nest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from amanat.packs import Packs, Record
from amanat.registers.aliases import Words, Written
from amanat.registers.records import records, text_at


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country, province or territory with law of its own."""

    id: str
    """ISO 3166-1 or 3166-2 code."""
    name: str
    within: str
    """Id of the jurisdiction around it, empty for a country."""
    names: tuple[str, ...]
    """Every name and spelling, the main one first."""
    adjectives: tuple[str, ...]
    """`Pakistani`; also what its people are called."""
    capitals: tuple[str, ...]
    """Capital cities that stand for the state in news."""
    population: int | None


@dataclass(frozen=True)
class Jurisdictions:
    """All jurisdictions of the packs, by id."""

    by_id: dict[str, Jurisdiction]
    towns: dict[str, str] = field(default_factory=dict, repr=False)
    """Districts and divisions that bear a town's name, and the province they lie in."""

    @cached_property
    def called(self) -> dict[str, str]:
        """Names and adjectives, and the id of the jurisdiction they mean."""
        return {name: j.id for j in self for name in (*j.names, *j.adjectives)}

    @cached_property
    def _names(self) -> Written:
        return Written.of(self.called)

    def find(self, words: Words) -> tuple[tuple[int, str], ...]:
        """Find where jurisdictions stand by name or adjective: place and id, in order of place."""
        return tuple((at, self.called[name]) for at, name in self._names.find_in(words))

    @cached_property
    def _town_names(self) -> Written:
        return Written.of(self.towns)

    def find_towns(self, words: Words) -> tuple[tuple[int, str], ...]:
        """Find where towns stand that tell a province: place and id of the province, in order of place."""
        return tuple((at, self.towns[name]) for at, name in self._town_names.find_in(words))

    @classmethod
    def over(cls, packs: Packs) -> "Jurisdictions":
        """Read them from the packs."""
        found = [j for file in packs.of_kind("pack") for j in _read(file.content)]
        return cls({j.id: j for j in found}, dict(_towns(packs, {name for j in found for name in j.names})))

    def chain(self, id_: str) -> tuple[str, ...]:
        """Return the jurisdiction and those around it, nearest first: `PK-KP`, `PK`.

        Ids that no pack knows still nest by their code, so an unknown province of a known country is not lost.
        """
        chain = [id_]
        while chain[-1]:
            here = self.by_id.get(chain[-1])
            chain.append(here.within if here else chain[-1].partition("-")[0] if "-" in chain[-1] else "")
        return tuple(chain[:-1])

    def __iter__(self) -> Iterator[Jurisdiction]:
        """Go through them by id."""
        return iter(self.by_id.values())


def _towns(packs: Packs, taken: set[str]) -> Iterator[tuple[str, str]]:
    """Towns as a dateline writes them too (`KARACHI`), and in one word: `Umer Kot`, `Umerkot`."""
    for file in packs.of_kind("districts"):
        for row in records(file.content, "districts"):
            for key in ("name", "division", "name_ur"):
                name = text_at(row, key)
                joined = name.replace(" ", "").capitalize()
                for written in {name, name.upper(), joined, joined.upper()} - taken:
                    yield written, text_at(row, "jurisdiction")


def _texts(record: Record, key: str) -> tuple[str, ...]:
    value = record.get(key)
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def _read(pack: Record) -> Iterator[Jurisdiction]:
    id_, name = str(pack["id"]), str(pack["name"])
    yield Jurisdiction(
        id_,
        name,
        str(pack.get("within", "")),
        (name, *_texts(pack, "names")),
        _texts(pack, "adjectives"),
        _texts(pack, "capitals"),
        None,
    )
    parts = pack.get("parts")
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict):
            population = part.get("population")
            yield Jurisdiction(
                str(part["id"]),
                str(part["name"]),
                id_,
                (str(part["name"]), *_texts(part, "names")),
                (),
                (),
                population if isinstance(population, int) else None,
            )
