"""Where help is asked for: of the places a request names, the one that the person is at."""

import re
from collections.abc import Callable, Iterator, Sequence

from amanat.core import DataError
from amanat.registers import Registers
from amanat.registers.areas import Area, AreaKind
from amanat.registers.phrasebook import words_of
from amanat.registers.spelling import Meant

SMALL = frozenset(
    "a an the in at of for from near and or with who is was needs need wants help please someone somebody "
    "her his their "
    "district tehsil province city village years year old yo saal sal ki ke ka ko mein se aur hai liye ek zila shehar "
    "کی کے کا کو میں سے اور ہے لیے ایک ضلع شہر سال برس مدد".split()
)
"""Words that say neither what for nor where."""
_CLAUSE = re.compile(r"[.,;:!?()\n،؛۔؟—–]+|\s-\s")
_TOWARDS = frozenset({"to", "for"})


def whereabouts(
    text: str, taken: frozenset[int], registers: Registers, named: str = ""
) -> tuple[Area, tuple[Area, ...], tuple[Meant, ...]]:
    """Return the place of a request, other places that it names, and the words that name them.

    Args:
        text: the request.
        taken: which of its words say something else; they are no misspelt place.
        registers: what is known.
        named: id of the place, when it was said besides the words.

    Raises:
        DataError: H010 no place, or none we know bodies for; H011 several places bear the name.
    """
    if named:
        area = registers.places.by_id(named)
        if area is None:
            raise DataError("H010", "there is no place with this id; ids look like PK, PK-SD or pk-tharparkar")
        return area, (), ()
    words = words_of(text)
    found = tuple(registers.spelling.find(words)) or tuple(_like(words, taken, registers))
    if not found:
        raise DataError(
            "H010", "no place was understood; name a district, province or country, or give its id with `--place`"
        )
    place = _settled(_likely(found, text, registers), registers)
    around = {up.id for up in registers.places.chain(place.id)}
    others = dict.fromkeys(meant.areas[0] for meant in found)
    return place, tuple(area for area in others if area.id not in around), found


def names_a_place(words: Sequence[str], at: int, registers: Registers) -> bool:
    """Tell whether a word, with others or alone, is the name of a place."""
    return any(meant.first <= at < meant.end for meant in registers.spelling.find(words))


def _like(words: Sequence[str], taken: frozenset[int], registers: Registers) -> Iterator[Meant]:
    for at, word in enumerate(words):
        if at not in taken and word not in SMALL and not word.isdigit():
            meant = registers.spelling.like(words, at)
            if meant:
                yield meant
                return


def _likely(found: Sequence[Meant], text: str, registers: Registers) -> Sequence[Meant]:
    """Of several places the likelier ones, in countries whose bodies we know.

    Who tells a story begins or ends it with the place alone: `…, Madaripur`. Where somebody goes to stands behind `to`
    or `for`. A tehsil whose name is a common word, `garden` or `site`, does not outweigh a district named besides.

    Raises:
        DataError: H010, all of them are in countries whose bodies we do not know.
    """
    places, words = registers.places, words_of(text)
    served = {provider.country for provider in registers.providers}
    here = [one for one in found if any(places.chain(area.id)[-1].id in served for area in one.areas)]
    if not here:
        raise DataError(
            "H010", "we know of nobody in the country named; say where the person's home is, or give it with `--place`"
        )
    alone = _said_alone(found, text)
    named = {area.id for one in here for area in one.areas}
    likelier: tuple[Callable[[Meant], bool], ...] = (
        lambda one: one in alone,
        lambda one: not one.first or words[one.first - 1] not in _TOWARDS,
        lambda one: (
            one.areas[0].kind is not AreaKind.TEHSIL or any(up.id in named for up in places.chain(one.areas[0].id)[1:])
        ),
    )
    for holds in likelier:
        kept = {area.id for one in here if holds(one) for area in one.areas}
        if kept:  # with what lies inside: `Pattoki, Kasur`
            here = [one for one in here if any(up.id in kept for area in one.areas for up in places.chain(area.id))]
    return here


def _said_alone(found: Sequence[Meant], text: str) -> list[Meant]:
    """Places that fill a clause of their own."""
    alone: list[Meant] = []
    start = 0
    for clause in _CLAUSE.split(text):
        end = start + len(inside := words_of(clause))
        inner = [one for one in found if start <= one.first and one.end <= end]
        named = {n for one in inner for n in range(one.first, one.end)}
        if inner and all(start + n in named or word in SMALL for n, word in enumerate(inside)):
            alone += inner
        start = end
    return alone


def _settled(found: Sequence[Meant], registers: Registers) -> Area:
    """The smallest place named; a shared name is settled by the others named."""
    places = registers.places
    sure = {area.id for meant in found if len(meant.areas) == 1 for area in places.chain(meant.areas[0].id)}
    settled: list[Area] = []
    for meant in found:
        shared = {area.id: len(sure & {up.id for up in places.chain(area.id)[1:]}) for area in meant.areas}
        fits = [area for area in meant.areas if shared[area.id] == max(shared.values())]
        if len(fits) > 1:
            where = "; ".join(f"{area.id} ({_around(area, registers)})" for area in fits[:6])
            raise DataError("H011", f"several places are called {fits[0].name}: say which with `--place`: {where}")
        settled.append(fits[0])
    return max(settled, key=lambda area: len(places.chain(area.id)))


def _around(area: Area, registers: Registers) -> str:
    return ", ".join(up.name for up in registers.places.chain(area.id)[1:]) or area.kind
