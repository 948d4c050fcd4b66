"""Names for the generator. A tenth of the first names is held out by a hash and never drawn for training."""

import csv
import hashlib
import random
from dataclasses import dataclass
from pathlib import Path

from templates.lists import CAST_SURNAMES, HONOURS_BEFORE, HONOURS_BEHIND, OTHER_FIRST, SURNAMES


def held_out(name: str) -> bool:
    """True for one name in ten, the same ones for ever."""
    return hashlib.sha256(name.lower().encode()).digest()[0] % 10 == 0


@dataclass(frozen=True)
class Names:
    """First names by gender, as training may use them (`held` False) or as the probe uses them."""

    m: tuple[str, ...]
    f: tuple[str, ...]


def read(root: str, *, held: bool = False) -> Names:
    """The shared list of Pakistani first names, split."""
    kept: dict[str, list[str]] = {"M": [], "F": [], "U": []}
    with (Path(root) / "train/names_pk/first_names.csv").open(encoding="utf8", newline="") as handle:
        for row in csv.DictReader(handle):
            name = " ".join(w[:1].upper() + w[1:] for w in row["name"].split())
            if held_out(name) == held and len(name) > 1:
                kept[row["gender"]].append(name)
    return Names((*kept["M"], *kept["U"]), (*kept["F"], *kept["U"]))


@dataclass(frozen=True)
class Called:
    """One invented person: the forms of the name."""

    full: str
    first: str
    last: str
    gender: str


def call(names: Names, rng: random.Random, gender: str | None = None) -> Called:
    """Draw one person's name: mostly Pakistani, some of the region, a few from elsewhere."""
    gender = gender or rng.choice("mf")
    first = (
        rng.choice(names.m if gender == "m" else names.f) if rng.random() < 0.78 else rng.choice(OTHER_FIRST[gender])
    )
    if gender == "m" and rng.random() < 0.12:
        first = (
            rng.choice(("Muhammad", "Mohammad", "Muhammed", "Mohammed", "M.", "Md", "Syed", "Ghulam", "Abdul", "Allah"))
            + " "
            + first
        )
    if gender == "m" and rng.random() < 0.05:
        first = first.split()[-1] + rng.choice(
            (" ur Rehman", " ul Haq", "-ul-Haq", "-ud-Din", " ud Din", "-ur-Rehman", " Ullah", "ullah")
        )
    form = rng.random()
    if form < 0.14:
        return Called(first, first, first, gender)
    if form < 0.34:
        last = rng.choice(HONOURS_BEHIND[gender])
    elif form < 0.52:
        last = rng.choice(names.m).split()[-1]
    else:
        last = rng.choice([s for s in SURNAMES if gender == "f" or s not in CAST_SURNAMES])
    middle = " " + rng.choice(names.m if gender == "m" else names.f) if rng.random() < 0.1 else ""
    if rng.random() < 0.04:
        middle += f" {rng.choice('ABHKMNQRSTZ')}."
    before = rng.choice(HONOURS_BEFORE) + " " if gender == "m" and rng.random() < 0.12 else ""
    if rng.random() < 0.03:
        last += rng.choice((" Advocate", "-Khan", "zai", " Jr"))
    return Called(f"{before}{first}{middle} {last}", first, last, gender)
