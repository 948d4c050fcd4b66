"""Teach the CRF that reads with the Latin net what a court would mask, and write what the package carries.

    python court.py --shared ../../shared --to ../src/amanat/languages/models
    python court.py --shared ../../shared --without 0/3 --to /tmp/fold0      (for cross-validation)

Needs python-crfsuite, here only: the package reads the weights with numpy (`people.neural.crf`).
"""

import argparse
import hashlib
import json
import lzma
import sys
from pathlib import Path

import pycrfsuite
import sources

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from amanat.people.neural.crf import sentences

SETTINGS = {"c1": 0.3, "c2": 0.05, "max_iterations": 80, "feature.possible_transitions": True}
"""L1 and L2 penalties and steps of L-BFGS, as in the note on identity (section 5.2); not tuned."""
LABELS = ("O", "B-M", "I-M", "B-N", "I-N")


def labels(case: sources.Example, places: list[tuple[int, int]]) -> list[str]:
    """What each word is: nothing, in something to mask (M), or in something that may stay (N); M wins."""
    at: list[tuple[int, str] | None] = [None] * len(case.text)
    for number, (start, end, side) in enumerate(sorted(case.masks or (), key=lambda m: m[2], reverse=True)):
        at[start:end] = [(number, side)] * (end - start)
    found, last = [], None
    for start, _ in places:
        here = at[start]
        found.append("O" if here is None else ("I-" if here == last else "B-") + here[1])
        last = here
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default="../../shared")
    parser.add_argument("--without", default="", help="K/N: leave out a fold of the cases")
    parser.add_argument("--to", required=True)
    args = parser.parse_args()
    target = Path(args.to)
    target.mkdir(parents=True, exist_ok=True)
    trainer = pycrfsuite.Trainer(verbose=False)
    for case in sources.without(sources.tab(args.shared), args.without):
        for places, clues in sentences(case.text):
            trainer.append(clues, labels(case, places))
    trainer.set_params(SETTINGS)
    trained = target / "court.crfsuite"
    trainer.train(str(trained))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(trained))
    told = tagger.info()
    trained.unlink()
    clues: dict[str, list[float]] = {}
    for (clue, label), weight in sorted(told.state_features.items()):
        if round(weight, 2):
            clues.setdefault(clue, []).extend((LABELS.index(label), round(weight, 2)))
    steps = [[round(told.transitions.get((a, b), 0.0), 3) for b in LABELS] for a in LABELS]
    content = json.dumps({"labels": LABELS, "steps": steps, "clues": clues}, ensure_ascii=False, separators=(",", ":"))
    book = target / "court.crf.xz"
    book.write_bytes(lzma.compress(content.encode("utf-8"), preset=9))
    card = {
        "weights": {"file": book.name, "sha256": hashlib.sha256(book.read_bytes()).hexdigest(), "bytes": book.stat().st_size},
        "licence": "Apache-2.0",
        "data": [{"name": "Text Anonymization Benchmark, 92 training cases", "licence": "MIT"}],
        "recipe": {**SETTINGS, "read": "training/README.md"},
        "limits": ["Court cases in English alone taught it; it reads Latin script only."],
    }  # fmt: skip
    (target / "court.json").write_text(json.dumps(card, indent=1) + "\n")
    print(len(clues), "clues,", book.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
