"""Find facts of the law register by id or by words: statutes, sections, bans, treaties, tiers, bodies, offices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amanat.core import Fact, UsageError
from amanat.registers.laws import Laws
from amanat.registers.treaties import Treaties

_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
_MANY = {"women": "woman", "men": "man", "children": "child", "people": "person"}
_SHORT = 3
_MINOR = frozenset("a an and by for from in of on or section the to under with".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact where it stands in the register."""

    fact: Fact
    sort: str
    """`work`, `provision`, `version`, `heading`, `ban`, `lawful`, `treaty`, `status`, `tier`, `body`, `office`."""
    jurisdiction: str
    """Id of the country or province; empty for a treaty itself."""
    under: str
    """Id of the work or treaty it belongs to; its own for these."""
    words: str
    """What may be looked for beside the sentence: aliases, section."""


def entries(laws: Laws, treaties: Treaties) -> Iterator[Entry]:
    """Go through every fact of the law register once."""
    yield from _of_laws(laws)
    for treaty in treaties.by_id.values():
        yield Entry(treaty.fact, "treaty", "", treaty.id, f"{treaty.id} {' '.join(treaty.aliases)}")
        for event in treaty.status:
            yield Entry(
                event.fact, "status", event.party, treaty.id, f"{' '.join(treaty.aliases)} {event.action} {event.state}"
            )
    for tier in treaties.tiers.values():
        yield Entry(tier.fact, "tier", tier.party, "us.tip", f"tier TIP report {tier.year}")


def _of_laws(laws: Laws) -> Iterator[Entry]:
    for work in laws.works.values():
        yield Entry(work.fact, "work", work.jurisdiction, work.id, f"{work.id} {' '.join(work.aliases)}")
    for provision in laws.provisions.values():
        place = laws.works[provision.work].jurisdiction if provision.work in laws.works else ""
        words = f"{provision.id} {provision.section} {provision.title} {' '.join(laws.aliases(provision.work))}"
        if not any(version.fact.id == provision.fact.id for version in provision.versions):
            yield Entry(provision.fact, "provision", place, provision.work, words)
        for version in provision.versions:
            yield Entry(version.fact, "version", place, provision.work, words)
    for heading in laws.headings.values():
        place = laws.works[heading.work].jurisdiction if heading.work in laws.works else ""
        words = f"{heading.section} {' '.join(laws.aliases(heading.work))}"
        yield Entry(heading.fact, "heading", place, heading.work, words)
    for ban in laws.bans:
        yield Entry(ban.fact, "ban", ban.jurisdiction, ban.work, f"{ban.provision} naming identity ban")
    for case in laws.lawful:
        yield Entry(case.fact, "lawful", case.jurisdiction, "", "naming identity")
    for body in laws.bodies:
        yield Entry(body.fact, "body", body.jurisdiction, "", body.fact.id)
    for holder in laws.offices:
        yield Entry(holder.fact, "office", holder.jurisdiction, "", f"{holder.role} {holder.person}")


def standing(laws: Laws, day: date, jurisdiction: str = "") -> tuple[Fact, ...]:
    """Return what was law on a day: works in force, and their sections as they stood.

    Args:
        laws: the register.
        day: which day; of days after `laws.as_of` nothing is known.
        jurisdiction: only this country or province and what lies in it, when given.
    """
    then = laws.at(day)
    held = {w.id for w in then.in_force() if w.jurisdiction.startswith(jurisdiction)}
    works = [w.fact for w in laws.works.values() if w.id in held]
    provisions = [p for p in laws.provisions.values() if p.work in held]
    return (*works, *(f for p in provisions for f in ([v.fact for v in p.at(day)] if p.versions else [p.fact])))


def called(found: tuple[Entry, ...], id_: str) -> tuple[Entry, ...]:
    """Return the facts of an id: a work or treaty with all that stands in it, a section with its versions, one fact.

    Raises:
        UsageError: U010 when there is none.
    """
    exact = tuple(e for e in found if id_ and id_ in {e.fact.id, e.under})
    within = exact or tuple(e for e in found if e.fact.id.startswith((f"{id_}.", f"{id_}@", f"{id_}#")))
    if not within:
        raise UsageError("U010", f"nothing called {id_!r} in the law register; try `amanat law search WORDS`")
    return within


def search(found: Iterator[Entry], words: str, jurisdiction: str = "") -> tuple[Entry, ...]:
    """Return the facts that hold every word looked for, those with the words in their title first.

    Args:
        found: where to look.
        words: what to look for; small words are passed over, `366-A` finds `366A`.
        jurisdiction: only facts of this country or province and of treaties, when given.
    """
    wanted = {w for w in _words(words) if w not in _MINOR}
    scored = []
    for entry in found:
        if jurisdiction and entry.jurisdiction and not entry.jurisdiction.startswith(jurisdiction):
            continue
        said, beside = set(_words(entry.fact.statement)), set(_words(entry.words))
        if wanted and all(w in said or w in beside for w in wanted):
            scored.append((-len(wanted & beside), len(said), entry.fact.id, entry))
    return tuple(entry for *_, entry in sorted(scored, key=lambda row: row[:3]))


def _words(text: str) -> list[str]:
    return [_one(word) for word in _WORD.findall(re.sub(r"(?<=\d)[-–](?=[A-Za-z]\b)", "", text).lower())]


def _one(word: str) -> str:
    """Bring one and many together: `women` and `woman`, `penalties` and `penalty`."""
    if word in _MANY:
        return _MANY[word]
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1] if len(word) > _SHORT and word[-1] == "s" else word
