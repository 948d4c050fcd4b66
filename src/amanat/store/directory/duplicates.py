"""Services that may be one and the same: one telephone under two names, or nearly one name in one place.

Nothing is joined here. A person looks at each pair and decides.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from amanat.registers.phrasebook import words_of
from amanat.store.directory.engine import Engine

_ALIKE = 0.75  # share of words in common (Jaccard) from which two names are alike
_MOST_IN_ONE = 50  # services behind one number; more is an exchange, not a duplicate
_COMMON = frozenset("the of and for in office centre center district service services legal aid".split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two services that may be one."""

    first: str
    second: str
    """Ids, in order."""
    why: str
    """`number` or `name`."""


def duplicates(engine: Engine) -> Iterator[Pair]:
    """Yield pairs of services that may be one, those with one number first."""
    seen: set[tuple[str, str]] = set()
    for why, groups in (("number", _by_number(engine)), ("name", _by_name(engine))):
        for first, second in groups:
            pair = (first, second) if first < second else (second, first)
            if pair not in seen:
                seen.add(pair)
                yield Pair(*pair, why)


def _by_number(engine: Engine) -> Iterator[tuple[str, str]]:
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    question = "SELECT country, digits, service FROM dialled WHERE digits <> '' ORDER BY country, digits, service"
    for country, digits, service in engine.stream(question):
        shared[str(country), str(digits)].append(str(service))
    for many in shared.values():
        if 1 < len(many) <= _MOST_IN_ONE:
            yield from combinations(many, 2)


def _by_name(engine: Engine) -> Iterator[tuple[str, str]]:
    """Compare only names that share their rarest word."""
    names = {str(id_): frozenset(words_of(str(name))) - _COMMON for id_, name in engine.stream(_NAMES)}
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, words in names.items():
        for word in words:
            holders[word].append(id_)
    for words_holders in holders.values():
        if 1 < len(words_holders) <= _MOST_IN_ONE:
            for one, two in combinations(words_holders, 2):
                if names[one] and len(names[one] & names[two]) / len(names[one] | names[two]) >= _ALIKE:
                    yield one, two


_NAMES = "SELECT id, name FROM service ORDER BY n"
