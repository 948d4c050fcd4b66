"""Measure exported nets through the code that ships: `python measure.py [tab] [urdu] [names] [stories] [speed] [--models DIR]`.

TAB dev and IL-NER dev, names held out of training, names seen where none are, words a CPU second and memory.
Prints counts and shares, no text of anybody's story.
"""

import argparse
import importlib.util
import json
import random
import re
import resource
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import sources  # noqa: E402
from templates import lists, names  # noqa: E402

from amanat.core import Document  # noqa: E402
from amanat.languages import models  # noqa: E402
from amanat.people.neural.tagger import Tagger  # noqa: E402
from amanat.people.neural.traces import find  # noqa: E402

CARRIERS = (  # sentences of our own that no template holds; a name goes where {} stands
    "Residents of the colony said {} had moved there two years ago.",
    "The magistrate asked {} whether the statement was true.",
    "On the third morning {} slipped out through the back door.",
    "It was {} who called the helpline from a borrowed phone.",
    "According to the nurse, {} was dehydrated but stable.",
    "Neighbours remember {} as a quiet teenager.",
    "The missing teenager, {}, was traced through phone records.",
    "Her cousin {} had warned them about the agent.",
    "“Let me go,” {} told them.",
    "They shaved {}'s head and took away the passport.",
    "The bus left at dawn with {} and eleven others on board.",
    "Relatives of {} blocked the highway for hours.",
)
FREE = HERE / "names_free.txt"


def scorer(shared: Path):
    spec = importlib.util.spec_from_file_location("score_tab", shared / "eval/tab/score_tab.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def tab(shared: Path, tagger: Tagger) -> None:
    gold = [json.loads(x) for x in (shared / "eval/tab/dev.jsonl").read_text().splitlines()]
    judge = scorer(shared)
    spans = {
        g["id"]: [
            {"start": t.span.start, "end": t.span.end, "score": t.score}
            for t in find(Document(g["text"], "en", ()), tagger)
        ]
        for g in gold
    }
    plain = {
        g["id"]: [{"start": w.start, "end": w.end, "score": w.mask} for w in words]
        for g, words in zip(gold, tagger.words([g["text"] for g in gold]), strict=True)
    }
    for name, found in (("words alone", plain), ("find", spans)):
        done = {}
        for floor in (0.80, 0.75, 0.70):
            for n in range(10, 80):
                r = judge.score(gold, found, n / 100)
                if r["precision"] >= floor:
                    done[floor] = r
                    break
        for floor, r in done.items():
            kinds = {k: v["recall"] for k, v in r["by_type"].items()}
            print(f"TAB dev {name}, P >= {floor}: threshold {r['threshold']} recall {r['token_recall']} precision {r['precision']} F1 {r['f1']}"
                  f" direct {r['entity_recall_direct']} quasi {r['entity_recall_quasi']} {kinds}")  # fmt: skip
    for t in (0.2, 0.3, 0.4, 0.5, 0.6):
        r = judge.score(gold, spans, t)
        print(
            f"TAB dev find at {t}: recall {r['token_recall']} precision {r['precision']} F1 {r['f1']} direct {r['entity_recall_direct']} quasi {r['entity_recall_quasi']}"
        )


def urdu(shared: Path, tagger: Tagger) -> None:
    items = sources.joined(sources.ilner(str(shared), "dev"), 1500)
    judged = tagger.words([e.text for e in items])
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        line = []
        for kind in ("PERSON", "LOC", "ORG"):
            hit = there = said = 0
            for e, found in zip(items, judged, strict=True):
                tokens = [h.span() for h in re.finditer(r"\S+", e.text)]
                gold = {a for a, _ in tokens if any(x <= a < y and k == kind for x, y, k in e.spans)}
                mine = [(w.start, w.end) for w in found if w.label == kind and w.chance >= threshold]
                got = {a for a, b in tokens if any(x < b and a < y for x, y in mine)}
                hit, there, said = hit + len(gold & got), there + len(gold), said + len(got)
            line.append(f"{kind} recall {hit / there:.3f} precision {hit / max(1, said):.3f} (n {there})")
        print(f"IL-NER dev at {threshold}: " + " | ".join(line))


def held_names(shared: Path, tagger: Tagger) -> None:
    rng = random.Random(7)
    for kind, held in (("held out", True), ("trained on", False)):
        known = names.read(str(shared), held=held)
        first = [*known.m, *known.f]
        first = first if held else rng.sample(first, 500)
        for form in ("full", "first"):
            cases = []
            for n, name in enumerate(first):
                full = f"{name} {rng.choice(lists.SURNAMES)}" if form == "full" else name
                carrier = CARRIERS[n % len(CARRIERS)]
                cases.append((carrier.format(full), carrier.index("{}"), full))
            tags = tagger.tag([text for text, _, _ in cases], 0.5)
            hit = some = 0
            for (_, at, full), found in zip(cases, tags, strict=True):
                ends = [(h.start() + at, h.end() + at) for h in re.finditer(r"\w+", full)]
                hit += all(any(t.label == "PERSON" and t.start <= a and b <= t.end for t in found) for a, b in ends)
                some += all(any(t.start <= a and b <= t.end for t in found) for a, b in ends)
            print(
                f"names {kind}, {form}: PERSON {hit / len(cases):.3f}, anything {some / len(cases):.3f} of {len(cases)}"
            )
    texts = [s for s in FREE.read_text("utf8").splitlines() if s.strip()] if FREE.exists() else []
    if texts:
        words = sum(len(t.split()) for t in texts)
        for threshold in (0.5, 0.7):
            wrong = sum(t.label == "PERSON" for found in tagger.tag(texts, threshold) for t in found)
            print(
                f"names seen in sentences without one, at {threshold}: {wrong} in {words} words, {1000 * wrong / words:.2f} per 1,000"
            )


def stories(shared: Path, tagger: Tagger, part: str) -> None:
    """Aggregates over the annotated English stories of one part: names found, names seen where nobody is."""
    root = shared / "eval/stories"
    ids = sorted(p.stem for p in (root / "annotations").glob("*.json"))
    ids = [i for n, i in enumerate(ids) if (n % 3 == 2) == (part == "held")]
    there = hit = wrong = total = 0
    for each in ids:
        gold = json.loads((root / "annotations" / f"{each}.json").read_text())
        text = json.loads(next((root / "stories").glob(f"{each[:3]}*.json")).read_text())["text"]
        if sum("\u0600" <= c <= "\u06ff" for c in text) > 200:
            continue
        total += len(text.split())
        people = [(m["start"], m["end"]) for p in gold["persons"] for m in p["mentions"]]
        known = (
            people
            + [(k["start"], k["end"]) for k in gold["keep"]]
            + [(i["start"], i["end"]) for i in gold["identifiers"]]
        )
        found = [t for t in tagger.tag([text], 0.5)[0] if t.label == "PERSON"]
        for a, b in people:
            for h in re.finditer(r"\b[A-Z]\w+", text[a:b]):
                there += 1
                hit += any(t.start <= a + h.start() and a + h.end() <= t.end for t in found)
        wrong += sum(not any(t.start < b and a < t.end for a, b in known) for t in found)
    print(f"stories {part}: {hit}/{there} = {hit / max(1, there):.3f} capitalised words of person mentions inside a PERSON tag; "
          f"PERSON tags where nothing is annotated: {wrong} in {total} words, {1000 * wrong / max(1, total):.2f} per 1,000 (annotation is not exhaustive)")  # fmt: skip


def speed(shared: Path, tagger: Tagger) -> None:
    gold = [json.loads(x)["text"] for x in (shared / "eval/tab/dev.jsonl").read_text().splitlines()]
    tagger.words(gold[:1])
    for name, jobs in (("together", [gold]), ("one by one", [[g] for g in gold])):
        begin = time.process_time()
        for texts in jobs:
            tagger.words(texts)
        words = sum(len(g.split()) for g in gold)
        print(
            f"speed {name}: {words / (time.process_time() - begin):.0f} words a CPU second; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=["tab", "urdu", "names", "stories", "speed"])
    parser.add_argument("--shared", default=str(HERE.parent.parent / "shared"))
    parser.add_argument("--models", default="", help="nets to measure instead of the package's own")
    parser.add_argument("--part", default="tune")
    parser.add_argument("--window", type=int, default=128)
    args = parser.parse_args()
    if args.models:
        models._file = lambda name: (Path(args.models) / name).read_bytes()  # noqa: SLF001
    shared = Path(args.shared)
    tagger = Tagger(window=args.window, overlap=args.window // 4)
    for what in args.what:
        if what == "stories":
            stories(shared, tagger, args.part)
        else:
            {"tab": tab, "urdu": urdu, "names": held_names, "speed": speed}[what](shared, tagger)


if __name__ == "__main__":
    main()
