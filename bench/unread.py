"""Count the sets nobody mends on, as a whole: `python bench/unread.py`. No row is ever shown."""

from collections import Counter
from pathlib import Path

import yaml

from amanat import law
from amanat.aid.asked import asked
from amanat.core import AmanatError, Scene, Severity
from amanat.read import read_bytes
from amanat.registers import shipped

HERE = Path(__file__).parent / "unread"
WORST = ("contradicted", "outdated", "imprecise", "unverified", "unknown", "supported")
RIGHT = ("supported", "unknown", "none")
Row = dict[str, str]


def sentences(rows: list[Row]) -> Counter[str]:
    """Count the gravest verdict of each sentence against the one expected."""
    known, n = shipped(), Counter[str]()
    for row in rows:
        scene = Scene(known.jurisdictions.chain(row["at"]) if row.get("at") else (), (), (), ())
        document = read_bytes(row["t"].encode())
        given = [
            s.verdict.value
            for s in law.statements(document, scene, known)
            if s.topic != "statistic" or row.get("k") == "statistic"
        ]
        got = min(given, key=WORST.index, default="none")
        errors = [f for f in law.ask(document, scene, known).findings if f.severity is Severity.ERROR]
        n["right"] += got == row["v"]
        n["silent"] += got == "none" != row["v"]
        n["said to be right and is not"] += got == "supported" and row["v"] not in {*RIGHT}
        n["wrong errors"] += bool(errors) and row["v"] in RIGHT
    return n


def requests(rows: list[dict[str, object]]) -> Counter[str]:
    """Count what is understood of each request."""
    known, n = shipped(), Counter[str]()
    for row in rows:
        wanted = list(row["needs"]) if isinstance(row["needs"], list) else []
        try:
            heard = asked(str(row["q"]), known)
        except AmanatError as said:
            n[f"asked back ({said.code})"] += 1
            continue
        n["any need"] += bool({*heard.query.needs} & {*wanted})
        n["most pressing need"] += wanted[0] in heard.query.needs
        n["place asked for"] += bool(row.get("place"))
        n["place right"] += bool(row.get("place")) and row["place"] in {heard.place.id, heard.place.name}
    return n


def main() -> None:
    """Print the sums."""
    for name, count in (("law", sentences), ("requests", requests)):
        rows = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
        told = ", ".join(f"{what} {number}" for what, number in sorted(count(rows).items()))
        print(f"{name}, {len(rows)}: {told}")


if __name__ == "__main__":
    main()
