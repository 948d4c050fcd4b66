"""Which rules speak: ours, as a newsroom's house style leaves them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from amanat.core import PackError, Severity
from amanat.dignity.phrase import Phrase, Wording, phrase_of, phrases, wordings
from amanat.dignity.rules import rules
from amanat.dignity.shelf import Shelf
from amanat.packs import File, Record


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The phrase rules that are on, and the codes that are off."""

    phrases: tuple[Phrase, ...]
    """Rules that speak, by code."""
    off: frozenset[str] = frozenset()
    """Codes a newsroom does without; rules in code look here as well."""
    _shelves: dict[tuple[str, bool], Shelf] = field(default_factory=dict, repr=False)

    @cached_property
    def speaks_anywhere(self) -> bool:
        """Whether any rule also reads texts that are not about exploitation, violence or migration."""
        return any(not phrase.field for phrase in self.phrases)

    def shelf(self, name: str, *, in_field: bool = True) -> Shelf:
        """Return the rules that read `en`, `ur`, `ps` or `roman` text; made once, when such text is first met.

        Args:
            name: which kind of folded copy.
            in_field: False for text outside the field, which few rules read.
        """
        key = (name, in_field)
        if key not in self._shelves:
            self._shelves[key] = Shelf.of((p for p in self.phrases if in_field or not p.field), name)
        return self._shelves[key]

    def of_form(self, form: str) -> tuple[Phrase, ...]:
        """Return the rules of one form, the gravest first."""
        return tuple(sorted((p for p in self.phrases if p.form == form), key=lambda p: (-p.severity.rank, p.code)))


@lru_cache(maxsize=1)
def ours() -> Rulebook:
    """Return the rules that speak where no newsroom has said otherwise."""
    return Rulebook(tuple(phrase for phrase in phrases() if not phrase.house))


@lru_cache(maxsize=1)
def everything() -> Rulebook:
    """Return every rule, those that wait for a newsroom too."""
    return Rulebook(phrases())


_books: dict[tuple[int, ...], tuple[tuple[File, ...], Rulebook]] = {}
_MOST = 8


def rulebook(house: tuple[File, ...]) -> Rulebook:
    """Return the rules under a house style, made once for each.

    Raises:
        PackError: K023 for a code no rule has, K009 for an own rule with a code that is taken; both name file and line.
    """
    if not house:
        return ours()
    key = tuple(id(file) for file in house)
    if key not in _books:
        if len(_books) >= _MOST:
            _books.clear()
        _books[key] = (house, _styled(house))  # the files are kept so that their ids stay theirs
    return _books[key][1]


def _styled(house: Iterable[File]) -> Rulebook:
    known = {phrase.code: phrase for phrase in phrases()}
    coded = {rule.card.code for rule in rules()}
    silent = {code for code, phrase in known.items() if phrase.house}
    off: set[str] = set()
    for file in house:
        _refuse_unknown(file, set(known) | coded | _own_codes(file))
        for number, record in enumerate(_records(file.content, "own")):
            phrase = phrase_of(record)
            if phrase.code in known:
                place = file.place("own", number, "code")
                raise PackError("K009", f"{place}: the code {phrase.code} is taken; number own rules H001, H002 …")
            known[phrase.code] = phrase
        for code, change in _mapping(file.content, "change").items():
            if code in known and isinstance(change, dict):
                known[code] = _changed(known[code], change)
        silent -= set(_codes(file.content, "on"))
        off -= set(_codes(file.content, "on"))
        off |= set(_codes(file.content, "off"))
    speaking = (phrase for code, phrase in sorted(known.items()) if code not in silent | off)
    return Rulebook(tuple(speaking), frozenset(off))


_OTHER_ROOMS = frozenset({"L009"})
"""A rule that a house style turns on and another room speaks."""


def _refuse_unknown(file: File, known: set[str]) -> None:
    for key in ("on", "off", "change"):
        for number, code in enumerate(_codes(file.content, key)):
            if code not in known and code not in _OTHER_ROOMS:
                place = file.place(key, number if key == "on" else code)
                raise PackError("K023", f"{place}: no rule {code}; `amanat rules list` names them all")


def _changed(phrase: Phrase, change: Record) -> Phrase:
    cap, unless = change.get("cap"), change.get("unless")
    why, remedy, quotes = change.get("why"), change.get("remedy"), change.get("quotes")
    severity = Severity(str(change["severity"])) if "severity" in change else phrase.severity
    fixes: tuple[Wording, ...] = wordings(change) or phrase.fixes
    return replace(
        phrase,
        severity=severity.at_most(Severity.SUGGESTION) if phrase.draft else severity,
        cap=cap if isinstance(cap, int) else phrase.cap,
        unless=(*phrase.unless, *map(str, unless if isinstance(unless, list) else ())),
        why=str(why or phrase.why),
        remedy=str(remedy or phrase.remedy),
        quotes=str(quotes or phrase.quotes),
        fixes=fixes,
    )


def _own_codes(file: File) -> set[str]:
    return {str(record.get("code")) for record in _records(file.content, "own")}


def _records(content: Record, key: str) -> list[Record]:
    value = content.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _mapping(content: Record, key: str) -> Record:
    value = content.get(key)
    return value if isinstance(value, dict) else {}


def _codes(content: Record, key: str) -> list[str]:
    value = content.get(key)
    return [str(code) for code in value] if isinstance(value, list | dict) else []
