"""Places for the generator: towns and districts from the shared list, villages and addresses put together."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

from templates import lists


@dataclass(frozen=True)
class Places:
    """Towns and districts of Pakistan."""

    towns: tuple[str, ...]
    districts: tuple[str, ...]

    def town(self, rng: random.Random) -> str:
        """A town, now and then one abroad or of the region."""
        big = (
            "Lahore",
            "Karachi",
            "Islamabad",
            "Rawalpindi",
            "Peshawar",
            "Quetta",
            "Multan",
            "Faisalabad",
            "Hyderabad",
        )
        draw = rng.random()
        return (
            rng.choice(big)
            if draw < 0.25
            else rng.choice(lists.WORLD_CITIES)
            if draw < 0.35
            else rng.choice(self.towns)
        )

    def district(self, rng: random.Random) -> str:
        """A district."""
        return rng.choice(self.districts)


def read(root: str) -> Places:
    """The shared lists."""
    columns = []
    for name, column in (("cities", "city"), ("districts", "district")):
        with (Path(root) / f"train/places_pk/{name}.csv").open(encoding="utf8", newline="") as handle:
            columns.append(tuple(sorted({row[column] for row in csv.DictReader(handle)})))
    return Places(*columns)


def village(rng: random.Random) -> str:
    """A village: a name, or a numbered settlement, or a settlement named after somebody."""
    at = rng.randrange(len(lists.VILLAGES) - 1)
    words = lists.VILLAGES[at] if rng.random() < 0.6 else " ".join(lists.VILLAGES[at : at + 2])
    somebody = rng.choice(lists.SURNAMES)
    return rng.choice((
        words, words, words, f"village {words}", f"{words} village", f"Chak {rng.randint(2, 600)}-{rng.choice(('GB', 'RB', 'JB', 'EB', 'NB', 'ML', 'TDA'))}",
        f"Chak No. {rng.randint(2, 600)}/{rng.choice(('GB', 'RB', 'P', 'WB', 'DB'))}", f"Goth {somebody}", f"{somebody} Goth", f"Basti {somebody}", f"Basti {words}",
        f"Mauza {words}", f"Killi {words}", f"Kot {somebody}", f"Mohalla {words}", f"Dhok {somebody}", f"Tibba {words}", f"Pind {words}", f"{words} Kalan", f"{words} Khurd",
        f"Haji {somebody} village", f"{words} Sharif", f"{words}abad", f"{words}pur", f"Dera {somebody}", f"Thatha {somebody}",
    ))  # fmt: skip


def address(rng: random.Random, towns: Places) -> str:
    """A postal address."""
    area = rng.choice(lists.AREA_NAMES)
    return rng.choice((
        f"House No. {rng.randint(1, 900)}, Street {rng.randint(1, 60)}, {area}, {towns.town(rng)}", f"Flat {rng.randint(1, 40)}-{rng.choice('ABC')}, {area}, {towns.town(rng)}",
        f"{rng.randint(1, 400)}-{rng.choice('ABCDE')} {area}, {towns.town(rng)}", f"H# {rng.randint(1, 900)} St# {rng.randint(1, 60)} {area}", f"Mohalla {rng.choice(lists.VILLAGES)}, near Jamia Masjid, {towns.town(rng)}",
        f"P.O. {village(rng)}, Tehsil {towns.town(rng)}, District {towns.district(rng)}",
    ))  # fmt: skip
