"""Read every training source into one form: text, spans, and which types its annotators looked for.

A source that looked for three types only says nothing about the others: what it leaves unmarked may still be a date or a job.
So each `Example` carries `types`, and the loss treats an unmarked word as "none, or one of the types nobody looked for".
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROLES = "VMFWACOPJLNERTUX"
"""One letter a role: see `templates.casts`."""
DETAILS = (
    "AGE", "DATE", "VILLAGE", "DISTRICT", "SCHOOL", "EMPLOYER", "ADDRESS", "RELATION", "ETHNICITY", "RELIGION", "NATIONALITY",
    "PHYSICAL", "HEALTH", "OCCUPATION", "CASE_NUMBER", "OTHER",
)  # fmt: skip
TYPES = ("PERSON", "LOC", "ORG", "DATETIME", "CODE", "DEM", "QUANTITY", "MISC")
LABELS = ("O", *(f"{side}-{kind}" for kind in TYPES for side in "BI"))
EVERY = frozenset(TYPES)
UNSURE = "?"
"""Type of a stretch that is known to be something, but not what: left out of the loss."""


@dataclass(frozen=True)
class Example:
    """One text and what is known about it."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    source: str
    types: frozenset[str] = EVERY
    masks: tuple[tuple[int, int, str], ...] | None = None
    """TAB only: the stretches with M (mask) or N (an entity that may stay); None where nobody decided."""
    entities: tuple[str, ...] = ()
    """TAB only: which thing each span means."""
    roles: tuple[tuple[int, int, str, int], ...] = ()
    """Names with the letters of the roles they may have (none where nobody knows) and the number of the person."""
    details: tuple[tuple[int, int, str], ...] | None = None
    """Details that give a protected person away, by kind; None where nobody looked for them."""


def folder(root: str, name: str) -> Path:
    """Where a source lies; stops with a plain sentence when it is not there."""
    path = Path(root) / name
    if not path.exists():
        raise SystemExit(
            f"{path} is missing: training needs the shared data beside the repository (see training/README.md)"
        )
    return path


def tab(root: str, part: str = "train") -> list[Example]:
    """European Court cases with types and the mask decision."""
    found = []
    for line in folder(root, f"eval/tab/{part}.jsonl").read_text(encoding="utf8").splitlines():
        case = json.loads(line)
        mentions = sorted(case["mentions"], key=lambda m: (m["start"], -m["end"]))
        masks = tuple((m["start"], m["end"], "N" if m["identifier"] == "NO_MASK" else "M") for m in mentions)
        spans = tuple((m["start"], m["end"], m["type"]) for m in mentions)
        entities = tuple(m.get("entity") or str(n) for n, m in enumerate(mentions))
        found.append(Example(case["text"], spans, "tab", EVERY, masks, entities))
    return found


def without(cases: list[Example], fold: str) -> list[Example]:
    """The cases that are not in a fold `K/N`: those whose number leaves another remainder than K by N; all for ""."""
    if not fold:
        return cases
    rest, count = map(int, fold.split("/"))
    return [case for n, case in enumerate(cases) if n % count != rest]


def renamed(example: Example, name: Callable[[], tuple[str, str]], rng: random.Random) -> Example:
    """A TAB case with other people in it: new names (one per entity), new digits in codes; every decision kept.

    Args:
        example: a TAB case with its entities.
        name: draws a person's full and short name.
        rng: for the digits.
    """
    text, spans, masks, end = "", [], [], 0
    given: dict[str, tuple[str, str]] = {}
    order = sorted(range(len(example.spans)), key=lambda n: example.spans[n])
    for n in order:
        a, b, kind = example.spans[n]
        if a < end:
            continue
        text += example.text[end:a]
        words = example.text[a:b]
        if kind == "PERSON":
            title = re.match(r"(?:Mr|Mrs|Ms|Miss|Dr)s?\.? ", words)
            bare = words[title.end() :] if title else words
            full, short = given.setdefault(example.entities[n], name())
            words = (title[0] if title else "") + (full if " " in bare.strip() else short)
        elif kind == "CODE":
            words = re.sub(r"\d", lambda _: str(rng.randint(0, 9)), words)
        spans.append((len(text), len(text) + len(words), kind))
        masks.append((len(text), len(text) + len(words), example.masks[n][2]))
        text += words
        end = b
    return Example(text + example.text[end:], tuple(spans), "tab", EVERY, tuple(masks))


def conll(path: Path, kinds: dict[str, str], source: str, types: frozenset[str], joiner: str = "") -> list[Example]:
    """Sentences with one word and its tag a line."""
    found: list[Example] = []
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        parts = line.split()
        if len(parts) >= 2:
            words.append((parts[0].replace(joiner, " ") if joiner else parts[0], parts[-1]))
        elif words:
            found.append(_sentence(words, kinds, source, types))
            words = []
    return found


def _sentence(words: list[tuple[str, str]], kinds: dict[str, str], source: str, types: frozenset[str]) -> Example:
    text, spans = "", []
    for word, tag in words:
        start = len(text)
        text += word + " "
        side, _, name = tag.partition("-")
        kind = kinds.get(name or side, UNSURE)
        if tag == "O":
            continue
        if side == "I" and spans and spans[-1][1] == start - 1 and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], start + len(word), kind)
        else:
            spans.append((start, start + len(word), kind))
    return Example(text.rstrip(), tuple(spans), source, types)


def joined(examples: list[Example], size: int) -> list[Example]:
    """Neighbouring sentences of one source as one text of up to `size` characters, so that windows are full."""
    found: list[Example] = []
    for item in examples:
        last = found[-1] if found else None
        if last and len(last.text) + len(item.text) < size:
            shift = len(last.text) + 1
            moved = tuple((a + shift, b + shift, k) for a, b, k in item.spans)
            found[-1] = Example(f"{last.text}\n{item.text}", last.spans + moved, item.source, item.types)
        else:
            found.append(item)
    return found


def ilner(root: str, part: str = "train") -> list[Example]:
    """Urdu sentences: persons, places, organisations, numbers, times."""
    kinds = {"NEP": "PERSON", "NEL": "LOC", "NEO": "ORG", "NEN": "QUANTITY", "NETI": "DATETIME", "NEAR": "MISC"}
    types = EVERY - {"DEM", "CODE", "DATETIME"}
    return conll(folder(root, f"train/ilner_urdu/{part}.txt"), kinds, "ilner", types, "_")


def uner(root: str) -> list[Example]:
    """Urdu news with inline tags. Only for the variant that is never shipped: its authors' terms were not seen."""
    kinds = {"PERSON": "PERSON", "LOCATION": "LOC", "ORGANIZATION": "ORG", "DATE": "DATETIME", "TIME": "DATETIME"}
    found = []
    for line in folder(root, "train/uner_urdu/uner.txt").read_text(encoding="utf8").splitlines():
        text, spans, end = "", [], 0
        for hit in re.finditer(r"<([A-Z]+)>(.*?)</\1>", line):
            text += line[end : hit.start()]
            spans.append((len(text), len(text) + len(hit[2]), kinds.get(hit[1], UNSURE)))
            text += hit[2]
            end = hit.end()
        found.append(Example(text + line[end:], tuple(spans), "uner", frozenset({"PERSON", "LOC", "ORG"})))
    return [e for e in found if e.text.strip()]


def wnut(root: str, part: str = "train") -> list[Example]:
    """English posts with rare and emerging names."""
    kinds = {"person": "PERSON", "location": "LOC", "corporation": "ORG", "group": "ORG"}
    return conll(folder(root, f"train/wnut17/{part}.conll"), kinds, "wnut", frozenset({"PERSON", "LOC", "ORG"}))


def presidio(root: str) -> list[Example]:
    """Synthetic English sentences with personal data."""
    kinds = {"PERSON": "PERSON", "STREET_ADDRESS": "LOC", "GPE": "LOC", "ORGANIZATION": "ORG", "DATE_TIME": "DATETIME"}
    kinds |= {"NRP": "DEM", "AGE": "DEM", "ZIP_CODE": "LOC", "TITLE": UNSURE}
    found = []
    for item in json.loads(folder(root, "train/presidio_synthetic/synth_dataset_v2.json").read_text(encoding="utf8")):
        spans = tuple(
            sorted((s["start_position"], s["end_position"], kinds.get(s["entity_type"], "CODE")) for s in item["spans"])
        )
        found.append(Example(item["full_text"], spans, "presidio", EVERY - {"QUANTITY", "MISC", "DEM"}))
    return found


def panorama(root: str) -> list[Example]:
    """Synthetic posts. A few codes are marked PERSON there: what holds a digit and no blank is a code."""
    found = []
    for line in folder(root, "train/panorama/entity_panorama_151.jsonl").read_text(encoding="utf8").splitlines():
        item = json.loads(line)
        spans = []
        for entity in item["entities"]:
            kind, words = entity["entity_type"], entity["span_text"]
            if kind == "PERSON" and " " not in words and sum(map(str.isdigit, words)) > 3:
                kind = "CODE"
            spans.append((entity["start_offset"], entity["end_offset"], kind if kind in EVERY else UNSURE))
        found.append(Example(item["text"], tuple(sorted(spans)), "panorama", frozenset({"PERSON", "CODE"})))
    return found
