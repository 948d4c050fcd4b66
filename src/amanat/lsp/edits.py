"""What still stands after an edit: spans in front of it stay, spans behind it move, spans in it are gone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from amanat.core import Finding, Person, Scene, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The one stretch in which two texts differ."""

    start: int
    """Code points that are the same at the beginning."""
    end: int
    """Where the same end begins in the old text."""
    shift: int
    """How far what stands behind has moved."""

    @classmethod
    def between(cls, old: str, new: str) -> "Edit":
        """Compare two texts from both ends."""
        if old == new:
            return cls(len(old), len(old), 0)
        most = min(len(old), len(new))
        start = _same(old, new, most)
        behind = _same(old[start:][::-1], new[start:][::-1], most - start)
        return cls(start, len(old) - behind, len(new) - len(old))

    def moved(self, span: Span) -> Span | None:
        """Return where a stretch stands now, None where it was touched."""
        if span.end <= self.start:
            return span
        return span.shift(self.shift) if span.start >= self.end else None

    def findings(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the remarks that still stand, where they stand now."""
        for finding in found:
            if finding.span is None:
                yield finding
                continue
            span = self.moved(finding.span)
            if span:
                fixes = ((fix, self.moved(fix.span)) for fix in finding.fixes)
                yield replace(finding, span=span, fixes=tuple(replace(f, span=s) for f, s in fixes if s))

    def scene(self, before: Scene) -> Scene:
        """Return the people and bodies of a story where they stand now; places and traces are not followed."""
        institutions = (self.moved(span) for span in before.institutions)
        return Scene(
            before.jurisdictions,
            tuple(self._person(person) for person in before.people),
            (),
            (),
            tuple(span for span in institutions if span),
        )

    def _person(self, person: Person) -> Person:
        mentions = ((mention, self.moved(mention.span)) for mention in person.mentions)
        return replace(person, mentions=tuple(replace(m, span=s) for m, s in mentions if s))


def _same(one: str, other: str, most: int) -> int:
    """Return how many code points two texts share from the beginning, by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
