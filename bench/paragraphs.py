"""How the language desk reads press paragraphs an editor has marked: `python bench/paragraphs.py [FILE] [--show]`.

Each paragraph stands alone below a line `# name`; `[[words|category]]` is what should be remarked on, `optional` what
may be. A paragraph without marks should be left alone. Overlap by one character is a hit, as in the annotated stories.
A file of JSON lines with a `text` in each (court cases, agency releases) counts as clean and is read as if all of it
were of the field, so that no rule stays silent for want of a word.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from invented import marked

from amanat import dignity, people
from amanat.core import Finding, Scene, Severity
from amanat.dignity.field import Field
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


def everywhere() -> None:
    """Let every rule speak everywhere from now on, as in a story whose other paragraphs name the field."""
    Field.covers = lambda *_: True  # type: ignore[method-assign]


def of_the_field(texts: list[str]) -> Counter[str]:
    """Count words, and remarks by severity, in texts that should be left alone."""
    seen = Counter(words=sum(len(text.split()) for text in texts))
    for text in texts:
        found = dignity.ask(read_bytes(text.encode()), Scene((), (), (), ()), shipped()).findings
        seen.update(f.severity.value for f in found if f.span)
    return seen


def told(path: Path, *, show: bool) -> str:
    """Return one line about one file."""
    if path.suffix == ".jsonl":
        everywhere()
        n = of_the_field([json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()])
        return f"{n['words']:,} words, errors {n['error']}, warnings {1000 * n['warning'] / n['words']:.2f} per 1,000"
    n = count(path, show=show)
    words = sum(len(text.split()) for _, text, marks in paragraphs(path) if not marks)
    clean = f"clean paragraphs: {words:,} words, errors and warnings {n['loud in clean']}"
    if not n["marks"]:
        return clean
    return (
        f"recall {n['found'] / n['marks']:.3f} ({n['found']}/{n['marks']}), "
        f"precision {n['right'] / n['remarks']:.3f} ({n['right']}/{n['remarks']}), "
        f"category {n['category'] / max(1, n['found']):.3f}, errors right {n['errors right']}/{n['errors']}; {clean}"
    )


def main() -> None:
    """Print a line for each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="name what was missed and what was not marked")
    parser.add_argument("--in-a-story", action="store_true", help="as if the rest of a story of the field stood around")
    args = parser.parse_args()
    if args.in_a_story:
        everywhere()
    for path in args.files or sorted(HERE.glob("*.txt")):
        print(f"{path.stem}: {told(path, show=args.show)}")


if __name__ == "__main__":
    main()
