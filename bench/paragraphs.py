"""How the language desk reads press paragraphs an editor has marked: `python bench/paragraphs.py [FILE] [--show]`.

Each paragraph stands alone below a line `# name`; `[[words|category]]` is what should be remarked on, `optional` what
may be. A paragraph without marks should be left alone. Overlap by one character is a hit, as in the annotated stories.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from invented import marked

from amanat import dignity, people
from amanat.core import Finding, Severity
from amanat.read import read_bytes
from amanat.registers import shipped

HERE = Path(__file__).parent / "paragraphs"
Mark = tuple[int, int, str]


def paragraphs(path: Path) -> Iterator[tuple[str, str, list[Mark]]]:
    """Yield name, text and marks."""
    for part in path.read_text("utf-8").split("# ")[1:]:
        name, _, raw = part.partition("\n")
        yield name, *marked(raw.strip())


def remarks(text: str) -> list[Finding]:
    """What the room says about words of a text."""
    document = read_bytes(text.encode())
    found = dignity.ask(document, people.look(document, shipped()), shipped()).findings
    return [f for f in found if f.span and len(f.span)]


def over(finding: Finding, mark: Mark) -> bool:
    """Tell whether a finding touches a mark."""
    return finding.span is not None and finding.span.start < mark[1] and mark[0] < finding.span.end


def count(path: Path, *, show: bool) -> Counter[str]:
    """Count hits and misses over one file."""
    seen: Counter[str] = Counter()
    for name, text, marks in paragraphs(path):
        found = remarks(text)
        wanted = [m for m in marks if m[2] != "optional"]
        for mark in wanted:
            hit = [f for f in found if over(f, mark)]
            seen["marks"] += 1
            seen["found"] += bool(hit)
            seen["category"] += any(f.category == mark[2] for f in hit)
            if show and not hit:
                print(f"{name}: missed [{text[mark[0] : mark[1]]}] {mark[2]}")
            if show and hit and all(f.category != mark[2] for f in hit):
                print(f"{name}: [{text[mark[0] : mark[1]]}] {mark[2]} but {[(f.code, f.category) for f in hit]}")
        for finding in found:
            if any(over(finding, m) for m in marks if m[2] == "optional") and not any(over(finding, m) for m in wanted):
                continue
            right = any(over(finding, m) for m in wanted)
            seen["remarks"] += 1
            seen["right"] += right
            error = finding.severity is Severity.ERROR
            seen["errors"] += error
            seen["errors right"] += error and right
            seen["loud in clean"] += not marks and finding.severity.rank >= Severity.WARNING.rank
            if show and not right and finding.span:
                words = text[finding.span.start : finding.span.end]
                print(f"{name}: {finding.code} {finding.severity} [{words}] not marked")
    return seen


def main() -> None:
    """Print shares for each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="name what was missed and what was not marked")
    args = parser.parse_args()
    for path in args.files or sorted(HERE.glob("*.txt")):
        n = count(path, show=args.show)
        print(
            f"{path.stem}: recall {n['found'] / n['marks']:.3f} ({n['found']}/{n['marks']}), "
            f"precision {n['right'] / n['remarks']:.3f} ({n['right']}/{n['remarks']}), "
            f"category {n['category'] / max(1, n['found']):.3f}, errors right {n['errors right']}/{n['errors']}, "
            f"errors and warnings in clean paragraphs {n['loud in clean']}"
        )


if __name__ == "__main__":
    main()
