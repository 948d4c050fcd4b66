"""What people can need and whom bodies serve: two closed lists, and the words of a survey for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amanat.core import PackError
from amanat.packs import File, Packs, Record
from amanat.registers.records import record_at, records, text_at, texts_at


@dataclass(frozen=True, slots=True)
class Need:
    """One thing people need of a body."""

    id: str
    name: str
    """As it reads in a sentence: `a lawyer in court`."""
    name_ur: str
    """The same in Urdu; empty where nobody has written it yet."""
    words: frozenset[str]
    """Words of a row's `services` that answer it."""
    only_for: tuple[str, ...]
    """Groups, when a service answers it only if it is made for them; first those who mostly ask for it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some people whom bodies are for."""

    id: str
    name: str
    name_ur: str
    words: frozenset[str]
    """Words of a row's `population` that mean it."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All needs and groups, and the closed lists of words they and the rows are written in."""

    needs: dict[str, Need]
    groups: dict[str, Group]
    vocabulary: dict[str, frozenset[str]]
    """`services` and `population` to the words that may stand there."""

    @classmethod
    def of(cls, packs: Packs) -> "Taxonomy":
        """Read them from the packs.

        Raises:
            PackError: K011, a word that is in no closed list, or a need or group that does not exist: a slip of the
                pen there would make a body vanish from every answer without a sign.
        """
        files = packs.of_kind("needs")
        needs = {need.id: need for file in files for need in map(_need, records(file.content, "needs"))}
        groups = {group.id: group for file in files for group in map(_group, records(file.content, "groups"))}
        vocabulary = {
            key: frozenset(word for file in files for word in texts_at(record_at(file.content, "vocabulary"), key))
            for key in ("services", "population")
        }
        made = cls(needs, groups, vocabulary)
        for file in files:
            made._check(file)
        return made

    def serves(self, population: Iterable[str]) -> frozenset[str]:
        """Return the groups that these words of a row mean."""
        said = frozenset(population)
        return frozenset(group.id for group in self.groups.values() if group.words & said)

    def answers(self, services: frozenset[str], serves: frozenset[str]) -> frozenset[str]:
        """Return the needs that these words of a row answer, for the groups it serves."""
        return frozenset(
            need.id
            for need in self.needs.values()
            if need.words & services and (not need.only_for or serves.intersection(need.only_for))
        )

    def known(self, words: Iterable[str], key: str, where: str) -> frozenset[str]:
        """Return words of `services` or `population` as a set.

        Raises:
            PackError: K011, one of them is in no closed list.
        """
        said = frozenset(words)
        strange = sorted(said - self.vocabulary[key])
        if strange:
            raise PackError(
                "K011",
                f"{where}: `{key}` has {', '.join(map(repr, strange))}, which no list in a file of kind `needs` knows; "
                "correct the word, or add it to `vocabulary` there",
            )
        return said

    def ids(self, named: Iterable[str], where: str) -> None:
        """Check that needs and groups which another file names do exist.

        Raises:
            PackError: K011, one does not.
        """
        strange = sorted(set(named) - self.needs.keys() - self.groups.keys())
        if strange:
            raise PackError("K011", f"{where}: there is no need or group {', '.join(map(repr, strange))}")

    def _check(self, file: File) -> None:
        for row in records(file.content, "needs"):
            where = f"{file.name}: {row['id']}"
            self.known(texts_at(row, "services"), "services", where)
            self.ids(texts_at(row, "only_for"), where)
        for row in records(file.content, "groups"):
            self.known(texts_at(row, "population"), "population", f"{file.name}: {row['id']}")


def linked(packs: Packs) -> Mapping[str, tuple[str, ...]]:
    """Return, for each need, what published taxonomies call it: `open-eligibility:human_services:legal`."""
    found: dict[str, tuple[str, ...]] = {}
    for file in packs.of_kind("taxonomy_links"):
        prefix, links = text_at(record_at(file.content, "taxonomy"), "id"), record_at(file.content, "links")
        for need in links:
            found[need] = (*found.get(need, ()), *(f"{prefix}:{term}" for term in texts_at(links, need)))
    return found


def _need(row: Record) -> Need:
    words = frozenset(texts_at(row, "services"))
    return Need(str(row["id"]), str(row["name"]), text_at(row, "name_ur"), words, texts_at(row, "only_for"))


def _group(row: Record) -> Group:
    words = frozenset(texts_at(row, "population"))
    return Group(str(row["id"]), str(row["name"]), text_at(row, "name_ur"), words)
