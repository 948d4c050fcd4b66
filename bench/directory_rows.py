"""A partner's table of a million invented services: skewed over the districts of Pakistan, with real column noise.

python bench/directory_rows.py ROWS FILE.csv MAPPING.yaml
"""

import csv
import random
import sys
from pathlib import Path

from amanat.registers import shipped

NEEDS = (
    "legal_advice representation shelter medical psychosocial "
    "child_protection missing_child labour repatriation complaint"
).split()
PEOPLE = ["women", "children", "everyone", "workers", "women; children", "everyone", "without_means", "refugees"]
TONGUES = ["", "", "ur", "ur; sd", "ur; ps", "ur; pa", "ur; skr", "bal; ur", "en; ur"]
HOURS = [
    "24/7", "Mon-Fri 09:00-17:00", "Mon-Sat 09:30-16:30", "", "Mon-Thu 08:00-15:30", "office hours",
    "Mon-Fri 10:00-18:00", "Sat-Thu 09:00-14:00", "Mon-Fri 21:00-05:00",
]  # fmt: skip
MAPPING = """\
source: {name: bench, url: "https://example.org/bench", seen: "2026-11-01", confidence: single-source}
country: PK
split: ";"
columns: {key: id, name: name, organization: ngo, description: about, needs: services, people: for, places: district,
  phones: phone, hours: hours, fees: fees, languages: languages, minimum_age: from, maximum_age: to, latitude: lat,
  longitude: lon, city: city}
"""


def write(rows: int, target: Path, mapping: Path) -> None:
    """Write a table of so many rows, and its mapping."""
    mapping.write_text(MAPPING, "utf-8")
    draw = random.Random(20261124)  # noqa: S311 - the same table at each run
    areas = shipped().places.areas
    districts = sorted((a for a in areas.values() if a.kind == "district" and a.point), key=lambda a: a.id)
    weights = [a.population or 1 for a in districts]
    places = draw.choices(districts, weights, k=rows)
    words = "aid hope justice light home support rights path bridge river garden dawn shield voice open".split()
    with target.open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle)
        out.writerow("id name ngo about services for district phone hours fees languages from to lat lon city".split())
        for n, place in enumerate(places):
            at = place.point or (30.0, 70.0)
            picked = draw.sample(NEEDS, draw.choice((1, 1, 2, 2, 3)))
            ages = draw.choice((("", ""), ("", ""), ("18", ""), ("", "17"), ("12", "60")))
            lat, lon = draw.gauss(at[0], 0.12), draw.gauss(at[1], 0.12)
            out.writerow(
                (
                    f"b{n}",
                    f"{' '.join(draw.sample(words, 3)).title()} {n % 977}",
                    f"Office {draw.randrange(rows // 8 + 1)}",
                    " ".join(draw.sample(words, 6)), "; ".join(picked), draw.choice(PEOPLE), place.id,
                    f"0{draw.randrange(21, 99)}{draw.randrange(10**6, 10**7)}", draw.choice(HOURS),
                    draw.choice(("free", "", "", "small fee")), draw.choice(TONGUES), *ages, f"{lat:.5f}", f"{lon:.5f}",
                    place.name,
                )
            )  # fmt: skip


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
