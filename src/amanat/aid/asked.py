"""A request in somebody's own words, `bonded family, Tharparkar, Sindhi`, as a question to the register.

What was understood is shown back, and what was not is said: a guess about a place or a need is never silent. A
request is about a person, so nothing is taken as agreed: without consent no police and nobody who calls the other
side is named.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from amanat.aid.needed import layers
from amanat.aid.whereabouts import SMALL, names_a_place, whereabouts
from amanat.core import DataError
from amanat.registers import Registers
from amanat.registers.areas import Area
from amanat.registers.matching import OWN, Consent, Query, groups_of
from amanat.registers.phrasebook import Said, words_of
from amanat.registers.situations import Situation
from amanat.registers.telling import Told, Way

_AGE = re.compile(r"(?<!\d)(\d{1,3})\s*-?\s*(?:years?|yrs?|y/?o|saal|sal|baras|سال|برس)\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:for|since|past|last|over|after|within|than|every)\s+(?:the\s+)?(?:last\s+|past\s+)?$", re.IGNORECASE
)
"""What stands before years that tell how long something went on, and not how old somebody is."""
_IN_WORDS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
}
_AGE_IN_WORDS = re.compile(
    rf"\b(?:of|aged?|only|just)\s+(?P<of>{'|'.join(_IN_WORDS)})\b|"
    rf"\b(?P<old>{'|'.join(_IN_WORDS)})[\s-]+years?[\s-]+old\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d,.-])\d{1,3}(?![\d-]|,\d)(?P<after>\s+[^\W\d_]+)?")
_COUNTED = re.compile(
    r"\w+s$|(?:children|men|women|people|log|bach[ae]y?|bachon|afraad|thousand|hundred|lakh|percent)$"
)
_COUNTED_UR = frozenset("بچے بچوں افراد لوگ خواتین عورتیں مرد مزدور ہزار لاکھ روپے دن ماہ مہینے گھنٹے".split())
_PLEAS = frozenset({"help", "madad", "مدد"})
_OLDEST = 120  # years
_BRIEF = 10  # words; in more than that a word is sooner another, `bridge`, than a misspelt `bride`
_STORY = 6  # words that mean nothing to us, from which on somebody told a story and is not answered with an error


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood of a request."""

    query: Query
    place: Area
    guessed: tuple[str, ...]
    """Names and words that were taken for something like them."""
    assumed: bool
    """True when no need was named, and the needs are those that such people mostly have."""
    elsewhere: tuple[Area, ...]
    """Other places that were named; the answer is for `place`."""
    ignored: int
    """How many words meant nothing to us."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a form may say besides the words; what it says wins over what the words say."""

    place: str = ""
    """Id of an area, like `pk-tharparkar`."""
    age: int | None = None
    gender: str = ""
    """`f`, `m` or `t`."""
    accused: frozenset[str] = frozenset()
    consents: frozenset[Consent] = frozenset()
    at: datetime | None = None


NOTHING = Known()


def asked(text: str, registers: Registers, known: Known = NOTHING) -> Asked:
    """Understand a request.

    Args:
        text: needs, place, people, language, age, in any order, in English, Urdu or Roman Urdu.
        registers: what is known; places and providers are asked.
        known: what was said besides.

    Raises:
        DataError: H010 no place, or none we know bodies for; H011 several places bear the name; H012 an age that nobody
            has; H013 no need was understood.
    """
    words = words_of(text)
    ways = registers.providers.telling.told_by(words)
    said = _said(words, ways, registers)
    age = known.age if known.age is not None else _age(text)
    if age is not None and not 0 <= age <= _OLDEST:
        raise DataError("H012", f"an age of {age} years cannot be: give it in years, 0 to {_OLDEST}")
    place, elsewhere, meant = whereabouts(text, said.taken, registers, known.place)
    told: list[Situation | Way] = [situation for situation, _ in registers.providers.situations.told_by(text)]
    told += [one.way for one in ways]
    groups = _groups(said, told, age, known.gender, registers)
    named = (*said.needs, *(need for layer in layers(told) for need in layer))
    used = said.taken | {n for m in meant for n in range(m.first, m.end)}
    ignored = _ignored(words, used)
    plea = bool(_PLEAS & set(words)) or ignored >= _STORY
    needs = _needs(named, groups, said, registers, plea=plea)
    chain = registers.places.chain(place.id)
    query = Query(
        country=chain[-1].id,
        needs=needs,
        areas=frozenset(area.id for area in chain),
        groups=groups,
        accused=known.accused,
        age=age,
        languages=frozenset(said.languages),
        at=known.at,
        consents=known.consents,
    )
    guessed = (*said.guessed, *(m.areas[0].name for m in meant if m.guessed))
    return Asked(query, place, guessed, not named, elsewhere, ignored)


@dataclass(frozen=True, slots=True)
class _Said:
    needs: tuple[str, ...]
    groups: frozenset[str]
    languages: tuple[str, ...]
    taken: frozenset[int]
    """Which words are spoken for."""
    guessed: tuple[str, ...]
    own: frozenset[str]
    """Whom it is for, as far as the words say: of women, men, children, transgender people."""


def _said(words: Sequence[str], ways: Sequence[Told], registers: Registers) -> _Said:
    asking = registers.providers.asking
    found = list(asking.book.find(list(words)))
    told = list(registers.providers.situations.book.find(list(words)))
    taken = {n for said in found for n in range(said.first, said.end)}
    taken |= {n for said in told for n in range(said.first, said.end)}
    taken |= {n for one in ways for n in one.words}
    guessed: list[str] = []
    mended = list(words)
    for at, word in enumerate(words if len(words) <= _BRIEF else ()):
        if at not in taken and word not in SMALL and not names_a_place(words, at, registers):
            meant = asking.meant(word)
            if meant:
                mended[at] = meant
                guessed.append(meant)
    if guessed:
        found = list(asking.book.find(mended))
        taken |= {n for said in found for n in range(said.first, said.end)}
    means = [said.means for said in found if not _part_of(said, told) and not _told_as_well(said, ways)]
    return _Said(
        tuple(dict.fromkeys(id_ for sort, id_ in means if sort == "need")),
        frozenset(id_ for sort, id_ in means if sort == "group"),
        tuple(dict.fromkeys(id_ for sort, id_ in means if sort == "language")),
        frozenset(taken),
        tuple(guessed),
        _own(words, [(said.first, said.means[1]) for said in found if said.means[0] == "group"]),
    )


def _part_of(said: Said[tuple[str, str]], told: Iterable[Said[Situation]]) -> bool:
    """A word inside a longer phrase says what the phrase says: a landlord's jail is no prison."""
    sort, id_ = said.means
    return any(
        one.first <= said.first and said.end <= one.end and said.end - said.first < one.end - one.first
        and id_ not in (one.means.needs if sort == "need" else one.means.groups)
        for one in told
        if sort == "need" or id_ not in OWN
    )  # fmt: skip


def _told_as_well(said: Said[tuple[str, str]], ways: Iterable[Told]) -> bool:
    """A need in words that tell of more comes in its turn, or is none.

    A passport that was taken is no wish for papers first, and who `did not come home` is not on the way there.
    """
    sort, id_ = said.means
    return sort == "need" and any(
        first <= said.first and said.end <= end
        and (end - first > said.end - said.first or (len(one.way.of) > 1 and id_ in one.way.needs))
        for one in ways
        for first, end in one.spans
    )  # fmt: skip


def _own(words: Sequence[str], found: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Whom it is for: `her husband` tells of somebody else, and that she is a woman."""
    own = [(at, id_) for at, id_ in found if id_ in OWN]
    others = {at for at, id_ in own if at and words[at - 1] in _HERS | _HIS and id_ != "children"}
    persons = {id_ for at, id_ in own if at not in others}
    if not persons and _HERS & set(words):
        return frozenset({"women"})
    if not persons and _HIS & set(words):
        return frozenset({"men"})
    return frozenset(persons)


_HERS, _HIS = frozenset({"her", "she"}), frozenset({"his", "he", "him"})


def _needs(
    named: Sequence[str], groups: frozenset[str], said: _Said, registers: Registers, *, plea: bool
) -> tuple[str, ...]:
    """What is needed: as it was said, else what such people mostly need; a child needs protection whatever is said.

    Who only asks for help, or tells what we do not understand, is given somebody to ask.

    Raises:
        DataError: H013, neither a need nor people were understood.
    """
    asking = registers.providers.asking
    people = said.groups | said.own | (groups if groups != OWN else frozenset())
    by_people = next((needs for group, needs in asking.otherwise.items() if group in people), ())
    needs = list(named) or list(by_people) or (["advice_line", "legal_advice"] if plea else [])
    if not needs:
        offered = ", ".join(sorted(need.name for need in registers.providers.taxonomy.needs.values())[:8])
        raise DataError("H013", f"no need was understood; say what for, for example: {offered}")
    needs += [more for need in named for more in asking.besides.get(need, ())]
    if "children" in groups and not groups & {"women", "men"} and "transgender" not in groups:
        needs.insert(1, "child_protection")
    return tuple(dict.fromkeys(needs))


def _groups(
    said: _Said, told: Sequence[Situation | Way], age: int | None, gender: str, registers: Registers
) -> frozenset[str]:
    """Whom the help is for. Where nobody says whether it is for a woman, a man or a child, it may be any of them."""
    needs = registers.providers.taxonomy.needs
    status = said.groups | {group for situation in told for group in situation.groups}
    status |= {needs[need].only_for[0] for need in said.needs if needs[need].only_for}
    own = groups_of(age, gender) or said.own
    return (own or (frozenset() if status - OWN else OWN)) | (status - OWN)


def _age(text: str) -> int | None:
    """The age that is called one; else the only short number of the request that counts nothing and can be an age."""
    told = (m for m in _AGE.finditer(text) if not _LASTED.search(text[: m.start()]))
    if match := next(told, None):
        return int(match[1])
    if match := _AGE_IN_WORDS.search(text):
        return _IN_WORDS[(match["of"] or match["old"]).lower()]
    lasted = {m.start() for m in _AGE.finditer(text)}
    numbers = [
        int(match[0].split()[0])
        for match in _NUMBER.finditer(text)
        if not _counts(match["after"]) and match.start() not in lasted
    ]
    return numbers[0] if len(numbers) == 1 and numbers[0] <= _OLDEST else None


def _counts(after: str | None) -> bool:
    """Tell whether the word after a number is what it counts: `2 children`, `3 days`."""
    word = (after or "").strip().lower()
    return bool(_COUNTED.match(word)) or word in _COUNTED_UR


def _ignored(words: Sequence[str], used: set[int] | frozenset[int]) -> int:
    return sum(n not in used and word not in SMALL and not word.isdigit() for n, word in enumerate(words))
