"""What the law room costs beside cutting the same text, and what press sentences give that were never mended on."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from amanat import law
from amanat.core import Document, Scene, Severity
from amanat.languages import language
from amanat.law.statement import Statement
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.registers.laws import Laws
from amanat.registers.lookup import entries
from amanat.registers.treaties import Treaties

TESTS = Path(__file__).resolve().parents[1] / "tests" / "law"
SETS = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth last correspondent wire lecturer".split()
)
PLAIN = (
    "The girl sold vegetables with her aunt near the canal.",
    "A neighbour saw the van leave at noon and called his brother.",
    "Police said the men would be produced in court on Monday.",
)
"""Sentences of a story that state no law: three for each that does."""
ROUNDS = 7
WORST = ("contradicted", "outdated", "imprecise", "unverified", "unknown", "supported")


def cpu(call: Callable[[], object]) -> float:
    """Return the CPU milliseconds of the quickest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        best = min(best, (time.process_time() - start) * 1000)
    return best


def cut(documents: list[Document]) -> None:
    for document in documents:
        for part in document.parts:
            list(language(part.language).sentences(document.text, part.span))


def documents_of(rows: list[str]) -> list[Document]:
    return [read_bytes(" ".join(rows[n : n + 20]).encode()) for n in range(0, len(rows), 20)]


def kept(registers: Registers) -> None:
    """Count the set that nobody tuned on, as a whole: no row of it is shown."""
    rows = yaml.safe_load((TESTS / "press_kept.yaml").read_text("utf-8"))
    counts = dict.fromkeys(("right", "silent", "wrong", "wrong errors"), 0)
    for row in rows:
        scene = Scene(registers.jurisdictions.chain(row["at"]) if "at" in row else (), (), (), ())
        document = read_bytes(row["t"].encode())
        found = law.statements(document, scene, registers)
        if row["v"] == "figure":
            told = "figure" if any(s.topic == "statistic" for s in found) else "none"
        else:
            told = worst(found, row.get("k", "") if row["v"] != "none" else "")
        counts["right" if told == row["v"] else "silent" if told == "none" else "wrong"] += 1
        errors = [f for f in law.ask(document, scene, registers).findings if f.severity is Severity.ERROR]
        counts["wrong errors"] += bool(errors) and row["v"] not in WORST[:3]
    shares = ", ".join(f"{name} {count / len(rows):.3f}" for name, count in counts.items() if name != "wrong errors")
    print(f"kept press sentences ({len(rows)}): {shares}; wrong errors {counts['wrong errors']} (goals 0.95, 0.05, 0)")


def worst(found: tuple[Statement, ...], kind: str) -> str:
    """Return the gravest verdict on one kind of statement, `none` where nothing is stated."""
    stated = [s for s in found if s.topic != "statistic"]
    fitting = (s.verdict.value for s in stated if kind in {"", s.topic, s.kind.value if s.kind else s.topic})
    return min(fitting, key=WORST.index, default="none")


def main() -> None:
    """Print cost, what the kept sentences gave, and references."""
    registers = Registers()
    packs = registers.packs
    built = cpu(lambda: (Laws.over(packs).names, Treaties.over(packs).names))
    print(f"register from loaded packs: {built:.1f} ms (goal 50)")
    texts = [(TESTS / f"press_{name}.yaml").read_text("utf-8") for name in SETS]
    said = [row["t"] for text in texts for row in yaml.safe_load(text)]
    scene = Scene(("PK",), (), (), ())
    for name, rows in (
        ("every fourth sentence states law", [s for one in said for s in (one, *PLAIN)]),
        ("every sentence states law", said),
    ):
        documents = documents_of(rows)
        room = cpu(lambda d=documents: [law.ask(one, scene, registers) for one in d]) / len(rows)  # type: ignore[misc]
        peer = cpu(lambda d=documents: cut(d)) / len(rows)  # type: ignore[misc]
        print(f"{name}: {room:.3f} ms a sentence (goal 0.1), {room / peer:.1f} times cutting it")
    kept(registers)
    facts = [entry.fact for entry in entries(registers.laws, registers.treaties)]
    linked = sum(any(s.title and s.url.startswith("http") for s in fact.sources) for fact in facts)
    named = sum(bool(fact.sources) for fact in facts)
    print(f"facts: {len(facts)}; {named} name a source, {linked} of these with title and link")


if __name__ == "__main__":
    sys.exit(main())
