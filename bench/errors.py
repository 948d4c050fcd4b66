"""Where `identify` and `review` err, by kind: python bench/errors.py [identify | review] …

`identify`: the development cases of the Text Anonymization Benchmark at the default threshold, words missed and words
wrongly marked, counted by the type the annotator gave, the kind the detector gave, and what became of the other.
`review`: details of protected people missed, by type, over the annotated stories. Counts only, no text.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from layers import masks
from stories import EVAL, module

from amanat.core import Document, Trace
from amanat.people import identifiers
from amanat.registers import shipped

WORD = re.compile(r"\w+")
THRESHOLD = 0.5


def missed(case: dict[str, Any], found: tuple[Trace, ...]) -> Iterator[str]:
    """One line for each word to mask that was not marked."""
    small = module(EVAL / "tab" / "score_tab.py").SMALL
    for mention in (m for m in case["mentions"] if m["identifier"] != "NO_MASK"):
        for word in WORD.finditer(case["text"], mention["start"], mention["end"]):
            over = [t for t in found if t.span.start <= word.start() and word.end() <= t.span.end]
            if word.group().lower() in small or any(t.score >= THRESHOLD for t in over):
                continue
            best = max(over, key=lambda t: t.score, default=None)
            seen = f"seen as {best.kind}, below the threshold" if best else "not seen at all"
            yield f"{mention['type']} missed: {seen}"


def wrong(case: dict[str, Any], found: tuple[Trace, ...]) -> Iterator[str]:
    """One line for each marked word that nobody masked."""
    sides = {
        side: {
            place
            for m in case["mentions"]
            if (m["identifier"] != "NO_MASK") is side
            for place in range(m["start"], m["end"])
        }
        for side in (True, False)
    }
    sure = sorted((t for t in found if t.score >= THRESHOLD), key=lambda t: -t.score)
    for word in WORD.finditer(case["text"]):
        best = next((t for t in sure if t.span.start <= word.start() and word.end() <= t.span.end), None)
        if best and not sides[True].issuperset(range(word.start(), word.end())):
            other = "annotated, may stay" if word.start() in sides[False] else "not annotated"
            yield f"{best.kind} wrongly marked: {other}"


def identify() -> Counter[str]:
    """Count the errors of `identify` in words."""
    told: Counter[str] = Counter()
    for line in (EVAL / "tab" / "dev.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        found = identifiers(Document(case["text"], "en", ()), shipped())
        told.update(missed(case, found))
        told.update(wrong(case, found))
    return told


def review() -> Counter[str]:
    """Count the details of protected people that no mask touches, and those there are."""
    root, told = EVAL / "stories", Counter[str]()
    texts = {p.stem[:3]: json.loads(p.read_text("utf-8"))["text"] for p in (root / "stories").glob("*.json")}
    for path in (root / "annotations").glob("*.json"):
        hidden = {n for m in masks(texts[path.stem[:3]])["protected"] for n in range(m["start"], m["end"])}
        for each in json.loads(path.read_text("utf-8"))["identifiers"]:
            if each.get("policy") == "protect":
                said = f"{each['risk']} {each['type']}"
                told[f"{said}: there"] += 1
                told[f"{said}: untouched"] += hidden.isdisjoint(range(each["start"], each["end"]))
    return told


def main() -> None:
    """Count, worst first."""
    if not EVAL.is_dir():
        raise SystemExit("no annotated cases beside the project: nothing measured")
    for name in sys.argv[1:] or ("identify", "review"):
        print(name)
        for kind, count in {"identify": identify, "review": review}[name]().most_common(40):
            print(f"  {count:5} {kind}")


if __name__ == "__main__":
    main()
