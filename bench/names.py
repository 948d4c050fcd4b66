"""Names held out of lists and training, and false names where nobody is: `python bench/names.py`.

Held-out first names (a tenth of 4,949, `training/templates/names.py`) in sentences that no template holds, through
`people.look`: a name counts as found where all its words lie in one person's mention, or in anything marked at one
half by `identify`. False names: persons in sentences of our own without any, and in the annotated stories where nothing
is annotated (their annotation is not exhaustive). Shares and counts only.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from stories import EVAL, of_part

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from measure import CARRIERS, FREE
from templates import lists
from templates import names as known

from amanat import people
from amanat.core import Span
from amanat.languages.lexicon import lexicon
from amanat.read import read_bytes
from amanat.registers import shipped

SURE = 0.5


def persons(text: str) -> list[Span]:
    """Where the program sees a person named."""
    scene = people.look(read_bytes(text.encode()), shipped())
    return [span for person in scene.people for span in person.names]


def marked(text: str) -> list[Span]:
    """What `identify` marks."""
    return [t.span for t in people.identifiers(read_bytes(text.encode()), shipped()) if t.score >= SURE]


def held() -> None:
    """Share of held-out names found, full and alone, with the lists bereft of them too."""
    rng = random.Random(7)  # noqa: S311 - the same names each time
    given = known.read(str(EVAL.parent), held=True)
    listed = lexicon("en")
    names = [name for name in (*given.m, *given.f) if name.lower() not in listed.family]
    for name in names:
        listed.given.pop(name.lower(), None)
    for form in ("full", "first"):
        named = some = 0
        for number, name in enumerate(names):
            whole = f"{name} {rng.choice(lists.SURNAMES)}" if form == "full" else name
            carrier = CARRIERS[number % len(CARRIERS)]
            text, at = carrier.format(whole), carrier.index("{}")
            words = [Span(at + w.start(), at + w.end()) for w in re.finditer(r"\w+", whole)]
            named += any(all(s.covers(w) for w in words) for s in persons(text))
            some += all(any(s.covers(w) for s in marked(text)) for w in words)
        print(f"held out, {form}: a person {named / len(names):.3f}, marked {some / len(names):.3f} of {len(names)}")


def false_names() -> None:
    """Persons seen where nobody is."""
    texts = [line for line in FREE.read_text("utf-8").splitlines() if line.strip()]
    words = sum(len(text.split()) for text in texts)
    wrong = sum(len(persons(text)) for text in texts)
    print(f"sentences written to provoke false names: {wrong} in {words} words")
    ids = sorted(p.stem[:3] for p in (EVAL / "stories" / "annotations").glob("*.json"))
    for part in ("tune", "held"):
        wrong, words = (sum(each) for each in zip(*map(unannotated, of_part(ids, part)), strict=True))
        share = 1000 * wrong / words
        print(f"stories, {part}: {wrong} where nothing is annotated in {words} words, {share:.2f} per 1,000")


def unannotated(id_: str) -> tuple[int, int]:
    """Persons of one English story where its annotator marked nothing, and its words."""
    root = EVAL / "stories"
    gold = json.loads(next((root / "annotations").glob(f"{id_}*.json")).read_text("utf-8"))
    text = json.loads(next((root / "stories").glob(f"{id_}*.json")).read_text("utf-8"))["text"]
    there = [Span(start, end) for start, end in _spans(gold)]
    return sum(not any(span.overlaps(t) for t in there) for span in persons(text)), len(text.split())


def _spans(gold: dict[str, list[dict[str, object]]]) -> Iterator[tuple[int, int]]:
    for mark in (*gold["keep"], *gold["identifiers"], *(m for p in gold["persons"] for m in p["mentions"])):  # type: ignore[attr-defined]
        yield mark["start"], mark["end"]


if __name__ == "__main__":
    if not EVAL.is_dir():
        raise SystemExit("no annotated stories beside the project: nothing measured")
    held()
    false_names()
