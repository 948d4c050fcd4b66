"""A partner's own table, CSV or XLSX, read by a mapping file that says which column is what.

The mapping is a small YAML file that the office writes once for each partner. A row that cannot be taken is reported
with its number and the reason, never with its words; the others go on.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amanat.core import DataError, PackError
from amanat.packs.strict_yaml import parse
from amanat.packs.value import Value
from amanat.registers import Registers
from amanat.registers.phrasebook import words_of
from amanat.store.directory.shaping import Plain, Provenance, shaped
from amanat.store.directory.telephones import Telephones, called
from amanat.store.hsds.model import Record

COLUMNS = (
    "key name organization description needs people places phones email url address city postcode province hours fees "
    "eligibility languages minimum_age maximum_age latitude longitude status alert"
).split()
"""What a mapping may say of a column."""
_REQUIRED = {"name", "needs", "places"}
_CONFIDENCE = ("verified", "single-source", "uncertain")
_GARBLED = "�"


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What a partner's columns mean."""

    source: Provenance
    country: str
    columns: dict[str, str]
    """What it is to the name of the column."""
    values: dict[str, dict[str, tuple[str, ...]]]
    """For needs, people and places: a partner's word to ids of ours."""
    split: re.Pattern[str]
    """What stands between several values of one cell."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was not taken."""

    number: int
    """Counted from 1, the head line not included."""
    why: str


@dataclass(slots=True)
class Reader:
    """Turns the rows of one table into records."""

    mapping: ColumnMap
    registers: Registers
    bad: list[BadRow] = field(default_factory=list)
    warnings: list[BadRow] = field(default_factory=list)
    """Rows that were taken, but for something."""
    _keys: set[str] = field(default_factory=set)
    _telephones: Telephones = field(init=False)
    _known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _named: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Ids of places to ids and names: one for all the rows that tell the same places."""

    def __post_init__(self) -> None:
        """Gather the numbers of the country that circulate wrongly."""
        self._telephones = Telephones(self.mapping.country, self.registers.providers.contaminated)

    def record(self, number: int, row: Mapping[str, str]) -> Record | None:
        """Return the HSDS record of a row, or None and a line in `bad`."""
        cell = {what: (row.get(column) or "").strip() for what, column in self.mapping.columns.items()}
        why = self._wrong(cell)
        if why:
            self.bad.append(BadRow(number, why))
            return None
        plain = self._plain(number, cell)
        if isinstance(plain, str):
            self.bad.append(BadRow(number, plain))
            return None
        return shaped(plain, self.mapping.source)

    def _wrong(self, cell: Mapping[str, str]) -> str:
        if not cell["name"]:
            return "has no name"
        if _GARBLED in "".join(cell.values()):
            return "holds letters that were lost; save the table as UTF-8"
        key = cell.get("key") or cell["name"]
        if key in self._keys:
            return "has the key of an earlier row"
        self._keys.add(key)
        return ""

    def _plain(self, number: int, cell: Mapping[str, str]) -> Plain | str:
        needs = self._ids("needs", cell["needs"])
        if not needs:
            return "names no need that the mapping knows"
        places = self._ids("places", cell["places"])
        if not places:
            return "names no place that is known"
        ages = _whole(cell.get("minimum_age", "")), _whole(cell.get("maximum_age", ""))
        if any(years is not None and not 0 <= years <= 130 for years in ages):  # noqa: PLR2004 - nobody is older
            return "has an age that nobody has"
        point = _point(cell.get("latitude", ""), cell.get("longitude", ""))
        if point == (0.0, 0.0):
            return "has coordinates that cannot be"
        phones, url = list(self._cells(cell.get("phones", ""))), cell.get("url", "")
        if called(url):  # a number in the column of pages
            phones, url = [*phones, url], ""
        return Plain(
            key=cell.get("key") or cell["name"],
            name=cell["name"],
            organization=cell.get("organization", ""),
            needs=needs,
            people=self._ids("people", cell.get("people", "")),
            places=self._names(places),
            description=cell.get("description", ""),
            phones=self._numbers(number, phones),
            email=cell.get("email", ""),
            url=url,
            address=cell.get("address", ""),
            city=cell.get("city", ""),
            postcode=cell.get("postcode", ""),
            province=cell.get("province", ""),
            country=self.mapping.country,
            point=point,
            hours=cell.get("hours", ""),
            fees=cell.get("fees", ""),
            eligibility=cell.get("eligibility", ""),
            languages=tuple(self._cells(cell.get("languages", ""))),
            ages=ages,
            status=cell.get("status") or "active",
            alert=cell.get("alert", ""),
        )

    def _names(self, places: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        named = self._named.get(places)
        if named is None:
            areas = self.registers.places.areas
            named = self._named[places] = tuple((id_, areas[id_].name) for id_ in places)
        return named

    def _ids(self, what: str, text: str) -> tuple[str, ...]:
        known = self._known.get((what, text))
        if known is None:
            found = (id_ for word in self._cells(text) for id_ in self._id(what, word))
            known = self._known[what, text] = tuple(dict.fromkeys(found))
        return known

    def _id(self, what: str, word: str) -> tuple[str, ...]:
        by_word = self.mapping.values.get(what, {}).get(word.casefold())
        if by_word is not None:
            return by_word
        taxonomy = self.registers.providers.taxonomy
        if what == "places":
            return self._place(word)
        ids = taxonomy.needs if what == "needs" else taxonomy.groups
        plain = word.casefold().replace(" ", "_")
        return (plain,) if plain in ids else ()

    def _place(self, word: str) -> tuple[str, ...]:
        """A name that only one place of the country bears, or an id; nothing is guessed here."""
        if self.registers.places.by_id(word):
            return (word,)
        bearers = self.registers.spelling.bearers.get(tuple(words_of(word)), ())
        home = [area for area in bearers if area.id[:2].upper() == self.mapping.country]
        districts = [area for area in home if area.kind == "district"] or home
        return (districts[0].id,) if len(districts) == 1 else ()

    def _cells(self, text: str) -> Iterator[str]:
        return (part.strip() for part in self.mapping.split.split(text) if part.strip())

    def _numbers(self, row: int, cells: Iterable[str]) -> tuple[str, ...]:
        kept: list[str] = []
        for cell in cells:
            found = called(cell)
            number = found.number if found else cell
            if says := self._telephones.refused(number):
                self.warnings.append(BadRow(row, says))
            else:
                kept.append(number)
        return tuple(dict.fromkeys(kept))


def read_mapping(path: Path) -> ColumnMap:
    """Read a mapping file.

    Raises:
        DataError: H022, the file cannot be read or says something that is not understood.
    """
    try:
        value, _ = parse(path.read_text("utf-8"), "mapping")
    except (OSError, UnicodeDecodeError):
        raise DataError("H022", "the mapping file cannot be read; it is UTF-8 text") from None
    except PackError as error:
        raise DataError("H022", error.message) from None
    given: dict[str, Value] = value if isinstance(value, dict) else {}
    match given:
        case {
            "source": {"name": str(name), "url": str(url), "seen": str(seen), "confidence": str(confidence)},
            "country": str(country),
            "columns": dict(columns),
        } if confidence in _CONFIDENCE:
            named = {str(what): str(column) for what, column in columns.items()}
            source = Provenance(name, url, seen, confidence)
            return ColumnMap(source, country, _checked(named), _values(given.get("values")), _splitter(given))
    raise DataError(
        "H022",
        "a mapping has `source` (name, url, seen, confidence: verified, single-source or uncertain), `country` and "
        "`columns`",
    )


def _checked(columns: dict[str, str]) -> dict[str, str]:
    strange, missing = sorted(columns.keys() - set(COLUMNS)), sorted(_REQUIRED - columns.keys())
    if strange or missing:
        raise DataError(
            "H022",
            f"`columns` of a mapping: unknown {', '.join(strange) or 'none'}, missing {', '.join(missing) or 'none'}; "
            f"known are {', '.join(COLUMNS)}",
        )
    return columns


def _values(given: Value) -> dict[str, dict[str, tuple[str, ...]]]:
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    for what, words in given.items() if isinstance(given, dict) else ():
        entries = words.items() if isinstance(words, dict) else ()
        out[what] = {
            word.casefold(): tuple(map(str, ids)) if isinstance(ids, list) else (str(ids),) for word, ids in entries
        }
    return out


def _splitter(value: dict[str, Value]) -> re.Pattern[str]:
    marks = str(value.get("split", ";"))
    return re.compile(f"[{re.escape(marks)}]")


def _whole(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    """Return a point; (0, 0), in the sea off Africa, stands for one that cannot be."""
    if not lat or not lon:
        return None
    try:
        point = float(lat), float(lon)
    except ValueError:
        return 0.0, 0.0
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else (0.0, 0.0)  # noqa: PLR2004 - degrees


def rejected(bad: Iterable[BadRow], most: int = 20) -> list[str]:
    """Return the first rows that were not taken, as lines for a report."""
    return [f"row {row.number} {row.why}" for _, row in zip(range(most), bad, strict=False)]
