"""What somebody in a situation can be told; every sentence is tied to facts of the law register."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from amanat.core import Fact, PackError, UsageError
from amanat.packs import File, Packs, Record
from amanat.registers.dates import day
from amanat.registers.laws import Laws
from amanat.registers.records import record_at, records, text_at, texts_at

PARTS = {
    "offences": "What was done to you is a crime",
    "rights": "Your rights",
    "first_steps": "First steps",
    "police": "What the police must do",
    "time_limits": "Time limits",
    "legal_aid": "Free legal aid",
    "do_not_sign": "What not to sign",
}
PARTS_UR = {
    "offences": "جو ہوا وہ جرم ہے",
    "rights": "آپ کے حقوق",
    "first_steps": "پہلے قدم",
    "police": "پولیس کی ذمہ داری",
    "time_limits": "وقت کی حد",
    "legal_aid": "مفت قانونی مدد",
    "do_not_sign": "کس پر دستخط نہ کریں",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of advice with the facts it stands on."""

    text: dict[str, str] = field(repr=False)
    """By language: `en`, `ur`."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """Advice for one situation under the law of one country. Information, not legal advice."""

    id: str
    country: str
    title: dict[str, str]
    situations: tuple[str, ...]
    """Ids of situations that `registers.situations` tells from words."""
    review: dict[str, str]
    """Who has read it, by language; `needs native review` until somebody signed."""
    checked_on: date
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    """Parts of PARTS in their order, each with its lines."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every line."""
        return tuple(line for _, lines in self.parts for line in lines)

    def words(self, language: str) -> str:
        """Return every sentence in one language, for reading aloud or measuring."""
        return " ".join(line.text[language] for line in self.lines)


@dataclass(frozen=True, slots=True)
class Guides:
    """Every guide."""

    by_id: dict[str, Guide]

    @classmethod
    def over(cls, packs: Packs, laws: Laws) -> "Guides":
        """Read them.

        Raises:
            PackError: K031 a sentence names no fact, or one that the register does not hold.
        """
        known = _facts(laws)
        found = [_read(file, known) for file in packs.of_kind("guide")]
        return cls({guide.id: guide for guide in sorted(found, key=lambda g: g.id)})

    def guide(self, id_: str) -> Guide:
        """Return a guide by id, the country left out where it is clear.

        Raises:
            UsageError: U014 when there is none.
        """
        found = [g for g in self.by_id.values() if id_ in {g.id, g.id.partition(".")[2]}]
        if len(found) != 1:
            raise UsageError("U014", f"no guide called {id_[:40]!r}; known are {', '.join(self.by_id)}")
        return found[0]

    def for_situations(self, situations: tuple[str, ...], country: str) -> tuple[Guide, ...]:
        """Return the guides of a country that fit what may have happened, best fit first."""
        fitting = [g for g in self.by_id.values() if g.country == country and set(g.situations) & set(situations)]
        return tuple(
            sorted(fitting, key=lambda g: (min(situations.index(s) for s in g.situations if s in situations), g.id))
        )


def _facts(laws: Laws) -> dict[str, Fact]:
    found = {p.id: p.fact for p in laws.provisions.values()}
    return found | {ban.fact.id: ban.fact for ban in laws.bans} | {body.fact.id: body.fact for body in laws.bodies}


def _read(file: File, known: dict[str, Fact]) -> Guide:
    content = file.content
    held = {text_at(record, "part"): tuple(_lines(file, record, known)) for record in records(content, "parts")}
    return Guide(
        text_at(content, "id"),
        text_at(content, "jurisdiction"),
        _texts(record_at(content, "title")),
        texts_at(content, "situations"),
        _texts(record_at(content, "review")),
        day(content["as_of"]),
        tuple((part, held[part]) for part in PARTS if held.get(part)),
    )


def _lines(file: File, record: Record, known: dict[str, Fact]) -> Iterator[Line]:
    for row in records(record, "lines"):
        ids = texts_at(row, "facts")
        lost = [id_ for id_ in ids if id_ not in known]
        if not ids or lost:
            raise PackError(
                "K031", f"{file.name}: a sentence stands on {lost or 'nothing'}; name a fact of the register"
            )
        yield Line({"en": text_at(row, "en"), "ur": text_at(row, "ur")}, tuple(known[id_] for id_ in ids))


def _texts(record: Record) -> dict[str, str]:
    return {key: text_at(record, key) for key in record}
