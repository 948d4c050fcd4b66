"""Measure `amanat review` on the annotated stories that lie beside the project, as counts and shares; prints no text.

    python bench/stories.py [--part tune|held|all] [--set real|composed] [--per-story] [--json FILE]

Every third story (by id) is held out of all tuning: look at single stories of the part `tune` only.
"""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"


def module(path: Path) -> ModuleType:
    """Import a Python file by path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot import {path.name}")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def of_part(ids: list[str], part: str) -> list[str]:
    """Return the ids of one part; `held` is every third of the sorted ids."""
    return [i for n, i in enumerate(sorted(ids)) if part == "all" or (n % 3 == 2) == (part == "held")]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["tune", "held", "all"], default="tune")
    parser.add_argument("--set", choices=["real", "composed"], default="real")
    parser.add_argument("--amanat", default=str(Path(sys.executable).parent / "amanat"))
    parser.add_argument("--per-story", action="store_true")
    parser.add_argument("--json")
    args = parser.parse_args()
    if not EVAL.is_dir():
        raise SystemExit("no annotated stories beside the project: nothing measured")
    measure = module(EVAL / "measure.py")
    scorer = module(EVAL / "stories" / "score.py")
    root = EVAL / "stories" / ("composed" if args.set == "composed" else "")
    gold = {p.stem[:3]: json.loads(p.read_text("utf-8")) for p in sorted((root / "annotations").glob("*.json"))}
    texts = {p.stem[:3]: json.loads(p.read_text("utf-8"))["text"] for p in sorted((root / "stories").glob("*.json"))}
    ids = of_part(list(gold), args.part)
    out, cost = measure.run(args.amanat, "review", {i: texts[i] for i in ids})
    result, per = scorer.score(gold, {i: measure.adapt_review(out[i]) for i in out}, ids)
    print(json.dumps({**result, "cost": cost}, indent=1))
    if args.per_story:
        for story, counts in per.items():
            print(story, counts)
    if args.json:
        Path(args.json).write_text(json.dumps(out), "utf-8")


if __name__ == "__main__":
    main()
