"""Where a named place lies, and how many people live there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core import Place, Span
from amanat.packs import Packs
from amanat.registers.areas import Area, AreaKind, read
from amanat.registers.toponyms import Gazetteer, Hit

__all__ = ["Area", "AreaKind", "Places"]


@dataclass(frozen=True, slots=True)
class Places:
    """Every area of the packs, and the table of their names."""

    areas: dict[str, Area]
    gazetteer: Gazetteer

    @classmethod
    def over(cls, packs: Packs) -> "Places":
        """Read them from the packs."""
        areas, names = read(packs)
        return cls(areas, Gazetteer.of(names))

    def by_id(self, id_: str) -> Area | None:
        """Return the area with this id: `pk-swat`, `pk-swat.matta`, `PK-KP`, `PK`."""
        return self.areas.get(id_)

    def chain(self, id_: str) -> tuple[Area, ...]:
        """Return an area and those around it, nearest first: tehsil, district, division, province, country."""
        out: list[Area] = []
        here = self.areas.get(id_)
        while here and here not in out:
            out.append(here)
            here = self.areas.get(here.within)
        return tuple(out)

    def around(self, id_: str, kind: AreaKind) -> Area | None:
        """Return the area of this kind that an area is or lies in, None when there is none."""
        return next((area for area in self.chain(id_) if area.kind is kind), None)

    def within(self, id_: str) -> tuple[Area, ...]:
        """Return the areas directly inside an area."""
        return tuple(area for area in self.areas.values() if area.within == id_)

    def find(self, text: str) -> tuple[Place, ...]:
        """Find the places a text names, in order; the longest name wins and none overlap.

        A name that several places bear means the one nearest to the other places of the text, else the most populous.
        """
        return tuple(self._places([hit for hit in self.gazetteer.find(text) if not hit.name.people]))

    def find_peoples(self, text: str) -> tuple[Place, ...]:
        """Find words that name the people of a country (`Afghan`, `پاکستانی`): they point at a state, no place."""
        return tuple(self._places([hit for hit in self.gazetteer.find(text) if hit.name.people]))

    def _places(self, hits: Sequence[Hit]) -> Iterator[Place]:
        sure = {area.id for hit in hits if len(hit.name.areas) == 1 for area in self.chain(hit.name.areas[0])}
        for hit in hits:
            area = self._meant(hit.name.areas, sure)
            yield Place(Span(hit.start, hit.end), area.id, area.jurisdiction, area.population)

    def _meant(self, ids: Sequence[str], sure: set[str]) -> Area:
        candidates = [self.areas[id_] for id_ in ids]
        if len(candidates) == 1:
            return candidates[0]

        def nearness(area: Area) -> tuple[int, int]:
            near = next((n for n, a in enumerate(self.chain(area.id)) if a.id in sure), 99)
            return -near, area.population or 0

        return max(candidates, key=nearness)
