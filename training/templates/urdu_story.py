"""Invented Urdu stories, in the same way as `story`."""

import random
import re
from pathlib import Path

from sources import EVERY, Example

from templates import urdu_lists as words

HERE = Path(__file__).parent
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{([a-z_]+)\}")
PERSONS = frozenset("v f h k a b p o j l n w d x reporter".split())
LINES = [s for s in (HERE / "urdu.txt").read_text(encoding="utf8").splitlines() if s.strip()]
PLAIN = [s for s in (HERE / "urdu_plain.txt").read_text(encoding="utf8").splitlines() if s.strip()]


def name(rng: random.Random, gender: str) -> tuple[str, str]:
    """Full and short form of an invented name."""
    first = rng.choice(words.MEN if gender == "m" else words.WOMEN)
    draw = rng.random()
    if gender == "m" and draw < 0.2:
        first = rng.choice(("محمد", "غلام", "عبدال", "سید", "محمد")) + " " + first
    if draw > 0.85:
        return first, first
    behind = rng.choice(words.BEHIND_MEN if gender == "m" or rng.random() < 0.3 else words.BEHIND_WOMEN)
    middle = " " + rng.choice(words.MEN) if gender == "m" and rng.random() < 0.15 else ""
    before = rng.choice(words.HONOURS) + " " if gender == "m" and rng.random() < 0.1 else ""
    return f"{before}{first}{middle} {behind}", first.split()[-1]


def village(rng: random.Random) -> str:
    """An invented village."""
    base = rng.choice(words.VILLAGE_WORDS)
    somebody = rng.choice(words.BEHIND_MEN)
    return rng.choice(
        (
            base,
            base,
            f"موضع {base}",
            f"گاؤں {base}",
            f"چک نمبر {rng.randint(2, 500)} جی بی",
            f"گوٹھ {somebody}",
            f"بستی {somebody}",
            f"محلہ {base}",
            f"ڈھوک {somebody}",
            f"کوٹ {somebody}",
        )
    )


def digits(rng: random.Random, pattern: str) -> str:
    """A number of this pattern, in Latin or Urdu digits."""
    made = re.sub("#", lambda _: str(rng.randint(0, 9)), pattern)
    return made.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) if rng.random() < 0.3 else made


def fill(slot: str, rng: random.Random, cast: dict[str, tuple[str, str]]) -> tuple[str, str]:  # noqa: PLR0911
    """The words for a slot and their type."""
    if slot in PERSONS:
        gender = {"h": "f", "f": "m"}.get(slot) or ("f" if rng.random() < (0.6 if slot in "vknx" else 0.25) else "m")
        seen = slot in cast
        cast.setdefault(slot, name(rng, gender))
        return cast[slot][1 if seen and rng.random() < 0.5 else 0], "PERSON"
    if slot in ("town", "country", "area"):
        return rng.choice({"town": words.TOWNS, "country": words.COUNTRIES, "area": words.AREAS}[slot]), "LOC"
    if slot == "village":
        return village(rng), "LOC"
    if slot == "org":
        return rng.choice(words.ORGS), "ORG"
    if slot in ("rank", "office", "job"):
        return rng.choice({"rank": words.RANKS, "office": words.OFFICES, "job": words.JOBS}[slot]), "DEM"
    if slot in ("age", "num", "money"):
        return digits(
            rng,
            rng.choice(("1#", "#", "2#") if slot == "age" else ("##", "1##") if slot == "num" else ("##000", "# لاکھ")),
        ), "DEM" if slot == "age" else "QUANTITY"
    if slot in ("date", "day"):
        day = rng.choice(words.DAYS)
        return (
            day
            if slot == "day"
            else rng.choice(
                (
                    day,
                    f"{digits(rng, '1#')} {rng.choice(words.MONTHS)}",
                    f"{digits(rng, '2#')} {rng.choice(words.MONTHS)} {digits(rng, '20##')}",
                )
            )
        ), "DATETIME"
    if slot in ("phone", "cnic", "fir"):
        return digits(rng, {"phone": "03##-#######", "cnic": "#####-#######-#", "fir": "###/##"}[slot]), "CODE"
    if slot == "alias":
        return rng.choice("بلا کالا پپو گڈو شیرو چھوٹا لالہ جانی مٹھو".split()), "PERSON"
    if slot == "girl":
        return rng.choice(("لڑکی", "بچی", "خاتون", "کم سن لڑکی", "لڑکے", "نوجوان")), ""
    raise KeyError(slot)


def write(rng: random.Random) -> Example:
    """Five to ten sentences about one cast."""
    text, spans = "", []
    cast: dict[str, tuple[str, str]] = {}
    for _ in range(rng.randint(5, 10)):
        line = rng.choice(PLAIN if rng.random() < 0.25 else LINES)
        while hit := CHOICE.search(line):
            line = line[: hit.start()] + rng.choice(hit[1].split("|")) + line[hit.end() :]
        if rng.random() < 0.3:
            line = line.replace("۔", " ۔").replace("،", " ،")
        end = 0
        for hit in SLOT.finditer(line):
            text += line[end : hit.start()]
            made, kind = fill(hit[1], rng, cast)
            if kind:
                spans.append((len(text), len(text) + len(made), kind))
            text += made
            end = hit.end()
        text += line[end:] + ("\n" if rng.random() < 0.3 else " ")
    return Example(text, tuple(spans), "urdu_story", EVERY)
