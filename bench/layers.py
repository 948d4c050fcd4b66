"""What each layer of finding and deciding is worth: everything with one layer switched off at a time.

    python bench/layers.py [LAYER …]

Court cases (`identify`, development part of the Text Anonymization Benchmark) and the annotated stories (masks of
`review`, tuned part and held third apart), both beside the project. Prints shares and one table for
docs/safety/what-identity-finds.md; no text.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import Any
from unittest.mock import patch

from stories import EVAL, module, of_part

from amanat import identity, people
from amanat.core import Document, Span, Trace
from amanat.languages.lexicon import Lexicon
from amanat.people import neural
from amanat.people.candidate import Names
from amanat.people.neural import Parts
from amanat.people.traces import detectors
from amanat.read import read_bytes
from amanat.registers import shipped

FORMATS = {"accounts", "cards", "cases", "contact"}
RULES = import_module("amanat.people.neural.traces")
PERSONS = import_module("amanat.people.persons")
SCORED: Callable[..., Any] = neural.traces


def formats_off(text: str, lexicon: Lexicon) -> list[Trace]:
    """Traces of the other detectors."""
    kept = [d for d in detectors() if d.__name__.rpartition(".")[2] not in FORMATS]
    return [trace for detector in kept for trace in detector.find(text, lexicon)]


def no_parts(_: Document, people_: Sequence[Sequence[Span]]) -> Parts:
    """What the net of roles says when it says nothing."""
    return Parts(tuple({} for _ in people_), ())


LAYERS: dict[str, tuple[tuple[Any, str, Any], ...]] = {
    "all layers": (),
    "without lists of names": ((people, "_names", lambda *_: Names((), (), ())),),
    "without the net of spans": ((neural, "find", lambda _: ()), (neural, "read", lambda _: [])),
    "without formats": ((people, "find_traces", formats_off),),
    "without propagation": ((RULES, "_echoes", lambda *_: ()), (people, "spread", lambda *_: None)),
    "without the net of roles": ((neural, "parts", no_parts),),
    "without cue words": ((PERSONS, "points", lambda *_: {}),),
    "without the second reader": ((neural, "traces", lambda text, found, _=None: SCORED(text, found)),),
}


def courts() -> dict[str, float]:
    """Figures of `identify` on the court cases."""
    scorer = module(EVAL / "tab" / "score_tab.py")
    gold = [json.loads(line) for line in (EVAL / "tab" / "dev.jsonl").read_text("utf-8").splitlines()]
    found = {
        case["id"]: [
            {"start": t.span.start, "end": t.span.end, "score": t.score}
            for t in people.identifiers(Document(case["text"], "en", ()), shipped())
        ]
        for case in gold
    }
    said = scorer.score(gold, found, 0.5)
    even = next((r for n in range(20, 95) if (r := scorer.score(gold, found, n / 100))["precision"] >= 0.8), said)
    return {"at80": even["token_recall"], "recall": said["token_recall"], "precision": said["precision"]}


def masks(text: str) -> dict[str, Any]:
    """Masks of one story, as the scorer reads them."""
    document = read_bytes(text.encode())
    answer = identity.ask(document, people.look(document, shipped()), shipped())
    return {
        "protected": [
            {"start": m.span.start, "end": m.span.end, "type": m.kind.value, "risk": m.risk.value} for m in answer.masks
        ]
    }


def news() -> dict[str, tuple[float, ...]]:
    """Figures of the masks on the real stories, by part: direct, persons, quasi, keep touched."""
    scorer, root = module(EVAL / "stories" / "score.py"), EVAL / "stories"
    gold = {p.stem[:3]: json.loads(p.read_text("utf-8")) for p in sorted((root / "annotations").glob("*.json"))}
    texts = {p.stem[:3]: json.loads(p.read_text("utf-8"))["text"] for p in sorted((root / "stories").glob("*.json"))}
    found = {id_: masks(text) for id_, text in texts.items()}
    out = {}
    for part in ("tune", "held"):
        said, _ = scorer.score(gold, found, of_part(list(gold), part))
        out[part] = tuple(
            round(share / 100, 3)
            for share in (
                said["direct_identifiers"]["recall_full"],
                said["protected_persons"]["all_mentions_masked"],
                said["quasi_identifiers"]["recall_any"],
                said["over_redaction"]["touched"],
            )
        )
    return out


def main() -> None:
    """Measure each layer named, or all."""
    if not EVAL.is_dir():
        raise SystemExit("no annotated stories beside the project: nothing measured")
    wanted = sys.argv[1:] or list(LAYERS)
    print("| | courts: recall at precision 0.80 | at 0.50: recall, precision | stories, tuned part: direct, persons, "
          "quasi, keep touched | held third |\n| --- | --- | --- | --- | --- |")  # fmt: skip
    for name in wanted:
        with ExitStack() as off:
            for place, attribute, instead in LAYERS[name]:
                off.enter_context(patch.object(place, attribute, instead))
            court, story = courts(), news()
        rows = [", ".join(f"{share:.3f}" for share in story[part]) for part in ("tune", "held")]
        first = f"{court['at80']:.3f} | {court['recall']:.3f}, {court['precision']:.3f}"
        print(f"| {name} | {first} | {' | '.join(rows)} |", flush=True)


if __name__ == "__main__":
    main()
