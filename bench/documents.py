"""Documents: what hostile files do, and what a Word file of 20 pages costs. What leaks: `bench/leaks.py`.

    python bench/documents.py [cost | hostile] [N]
    python bench/documents.py corpus FOLDER

`hostile` reads bombs, and N damaged files of every format. `corpus` reads every document of a folder: the test files of
other projects, damaged and harmful ones among them. Both count in the cage, as users read; Tesseract is left out.
"""

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "examples"), str(ROOT / "tests" / "read")]

import hostile_pdf  # noqa: E402
import layered_others as others  # noqa: E402
import layered_pdf  # noqa: E402
from hostile import bent, bombs  # noqa: E402
from layered_docx import docx, simple  # noqa: E402
from layered_picture import picture  # noqa: E402

from amanat.core import ReadError  # noqa: E402
from amanat.publish import publish  # noqa: E402
from amanat.publish.review_copy import review_copy  # noqa: E402
from amanat.publish.safe import safe_copy  # noqa: E402
from amanat.read import ocr, read_bytes, suffixes  # noqa: E402
from amanat.registers import Registers  # noqa: E402
from amanat.review import review  # noqa: E402

Make = Callable[[Mapping[str, str]], bytes]
MAKERS: dict[str, Make] = {
    "docx": docx,
    "odt": others.odt,
    "html": others.html,
    "eml": others.eml,
    "jpg": picture,
}
WORDS = 9_000
"""20 pages of 450 words."""
LONG, LARGE = 15.0, 1024.0
"""Goals: seconds of one file, MiB of one cage."""


def cost() -> None:
    """A Word file of 20 pages, reviewed, marked and rebuilt; the nets are left out, as they are measured elsewhere."""
    from amanat.people import neural  # noqa: PLC0415 - to be left out

    neural.find = lambda _: ()  # type: ignore[assignment]
    neural.parts = lambda *_: neural.Parts((), ())  # type: ignore[assignment]
    lines = [part for part in (ROOT / "examples" / "story.txt").read_text("utf-8").split("\n") if part.strip()]
    size = sum(len(part.split()) for part in lines)
    pages = [lines[n % len(lines)] for n in range(len(lines) * (WORDS // size + 1))]
    data, known = simple(pages), Registers()
    words = sum(len(page.split()) for page in pages)
    read_bytes(data, "warm.docx")
    review(read_bytes(simple(lines), "warm.docx"), known)
    steps: dict[str, float] = {}

    def step(name: str, before: float) -> float:
        now = _cpu()
        steps[name] = now - before
        return now

    at = _cpu()
    document = read_bytes(data, "story.docx")
    at = step("read, in the cage", at)
    found = review(document, known)
    at = step("review", at)
    edition = publish(document, found, known)
    at = step("edition and its proof", at)
    safe = safe_copy(document, found, edition, "docx")
    at = step("safe copy and its checks", at)
    marked = review_copy(document, found, data)
    step("copy with comments", at)
    print(f"\n{words} words (20 pages and more), {len(found.findings)} findings, {len(safe)} and {len(marked)} bytes")
    for name, seconds in steps.items():
        print(f"  {name:<28} {seconds:6.2f} CPU s")
    print(f"  {'all':<28} {sum(steps.values()):6.2f} CPU s  goal <= 2 s on 2 cores")


def _cpu() -> float:
    return sum(
        u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def hostile(wanted: int = 500) -> None:
    """Read bombs, and N damaged files of every format."""
    chance = random.Random(7)  # noqa: S311 - drawn again the same
    sound = [(ending, make({})) for ending, make in MAKERS.items()]
    some = [
        layered_pdf.make(dict(zip(layered_pdf.EVERY[n::4], layered_pdf.names(n), strict=False)), n) for n in range(4)
    ]
    files = [*bombs(), *(("pdf", data) for data in hostile_pdf.bombs().values())]
    files += [(ending, bent(data, chance)) for ending, data in sound for _ in range(wanted)]
    files += [("pdf", data) for data in hostile_pdf.mutants(some, wanted)]
    read_all((f"{ending} {number}.{ending}", data) for number, (ending, data) in enumerate(files))


def corpus(folder: str) -> None:
    """Read every document of a folder."""
    known = set(suffixes()) - {".txt", ".md", ""}
    paths = sorted(path for path in Path(folder).rglob("*") if path.suffix.lower() in known and path.is_file())
    read_all((path.name, path.read_bytes()) for path in paths)


def read_all(files: Iterable[tuple[str, bytes]]) -> None:
    """Read files one by one: this process must live, the time and the memory of each stay bounded."""
    ocr.languages = lambda: ()  # type: ignore[assignment]
    said: dict[str, Counter[str]] = {}
    slowest, longest = (0.0, ""), (0.0, "")
    for name, data in files:
        cpu, wall = _cpu(), time.monotonic()
        try:
            read_bytes(data, name)
            code = "read"
        except ReadError as error:
            code = error.code
        worked, waited = _cpu() - cpu, time.monotonic() - wall
        slowest, longest = max(slowest, (worked, name)), max(longest, (waited, name))
        said.setdefault(Path(name).suffix.lower(), Counter())[code] += 1
        if code in {"R012", "R013", "R014"} or waited > LONG / 2:
            print(f"  {code} {worked:.1f} CPU s, {waited:.1f} s by the clock: {name}", flush=True)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    for ending, codes in said.items():
        print(f"  {ending}: {codes.total()} files, {dict(codes.most_common())}")
    print("  crashes of this process 0")
    print(f"  largest cage {largest:.0f} MiB (goal <= {LARGE:.0f})")
    print(f"  most work {slowest[0]:.1f} CPU s: {slowest[1]}")
    print(f"  longest by the clock {longest[0]:.1f} s (goal <= {LONG:.0f}): {longest[1]}")


def main() -> None:
    """Run the measurement named, or all."""
    which, much = (sys.argv[1:2] or [""])[0], sys.argv[2:3]
    if which == "corpus":
        corpus(much[0])
        return
    if which in {"", "hostile"}:
        hostile(*map(int, much))
    if which in {"", "cost"}:
        cost()


if __name__ == "__main__":
    main()
