"""What leaks: documents of invented names in random layers of every format, through the review, into safe copies.

    python bench/leaks.py [N [FILE]]

Makes N documents (500 when left out), each twice, differing only in the names. With FILE, one line of figures is added
to it for each document; a run that was stopped goes on behind the last line. Counts names that the reader did not
see, names found in any byte of a safe copy, pairs whose safe copies differ, and words of nobody that were lost. Every
safe copy has passed its own checks before: the scan, the second reading, and for a PDF `pdf-redaction-check` and
Tesseract. Of a picture two things leave: its words as a text, and the picture itself with the places covered.
"""

import importlib
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "examples"), str(ROOT / "tests" / "read")]

import layered_docx  # noqa: E402
import layered_others as others  # noqa: E402
import layered_pdf  # noqa: E402
import layered_picture  # noqa: E402
from invented import names  # noqa: E402

from amanat.core import AmanatError  # noqa: E402
from amanat.publish import publish, scan  # noqa: E402
from amanat.publish.forms import Forms  # noqa: E402
from amanat.publish.picture import check, covered, plan, protected_forms, protected_words  # noqa: E402
from amanat.publish.safe import safe_copy  # noqa: E402
from amanat.read import read_bytes  # noqa: E402
from amanat.read.picture import sight, written  # noqa: E402
from amanat.registers import Registers  # noqa: E402
from amanat.review import review  # noqa: E402

Make = Callable[[Mapping[str, str]], bytes]
DRAWN = frozenset(
    {"simple_text", "kerned_text", "letter_by_letter", "hexadecimal_text", "remapped_font", "form_object", "form_field"}
    | layered_pdf.PIXELS_ONLY
)
"""Layers of a PDF that its reader sees, and that hold a whole sentence."""


def pdf(given: Mapping[str, str]) -> bytes:
    """Return a PDF with a name in each layer given."""
    layered_pdf._place = 740  # noqa: SLF001 - the maker counts rows; the same layers shall stand in the same rows
    sentence = "Police freed {}, 13, who was held as a bonded worker.".format
    return layered_pdf.make({layer: sentence(name) if layer in DRAWN else name for layer, name in given.items()})


FORMATS: dict[str, tuple[tuple[str, ...], Make, str]] = {
    "docx": (tuple(layered_docx.LAYERS), layered_docx.docx, "docx"),
    "odt": (tuple(others.ODT), others.odt, "odt"),
    "html": (tuple(others.HTML), others.html, "html"),
    "eml": (tuple(others.EML), others.eml, "docx"),
    "pdf": (layered_pdf.EVERY, pdf, "pdf"),
    "jpg": (tuple(layered_picture.LAYERS), layered_picture.picture, "txt"),
}
TURNS = "docx pdf docx odt docx pdf html docx eml jpg".split()
"""Formats in turn: of ten documents four are Word files and two are PDFs."""
PUBLIC = re.compile(r"\w+")
FIGURES = (
    "names", "names not seen", "safe copies", "names leaking", "copies refused", "pairs that differ",
    "covers that differ",
    "public words",
    "words lost",
)  # fmt: skip


def leaks(wanted: int = 500, kept: Path | None = None) -> None:
    """Count leaks, differing pairs and lost words over many documents."""
    chance, known = random.Random(20261124), Registers()  # noqa: S311 - drawn again the same
    counts = {ending: Counter[str]() for ending in FORMATS}
    done = [json.loads(line) for line in kept.read_text().splitlines()] if kept and kept.exists() else []
    for number in range(wanted):
        ending = TURNS[number % len(TURNS)]
        used, shift = chance.sample(FORMATS[ending][0], chance.randint(3, 9)), chance.randrange(400)
        count = Counter(done[number]) if number < len(done) else _pair(number, ending, used, shift, known)
        counts[ending] += count
        if kept and number >= len(done):
            with kept.open("a") as file:
                file.write(json.dumps(count) + "\n")
        if number % 25 == 24:
            print(f"  {number + 1} of {wanted}", dict(sum(counts.values(), Counter())), flush=True)
    cpu = sum(count["CPU ms"] for count in counts.values()) / 1000
    print(
        f"\n{wanted} pairs of documents, {cpu / wanted / 2:.2f} CPU s each; cages, Tesseract, other tools not counted"
    )
    tool = "there" if importlib.util.find_spec("pdf_redaction_check") else "NOT THERE"
    print(f"  second tool {tool}")
    print(f"  {'':<20}" + "".join(f"{ending:>8}" for ending in counts) + "     all")
    for what in ("documents", *FIGURES):
        row = [count[what] for count in counts.values()]
        print(f"  {what:<20}" + "".join(f"{n:>8}" for n in (*row, sum(row))))


def _pair(number: int, ending: str, used: list[str], shift: int, known: Registers) -> Counter[str]:
    """Return the figures of one document and its twin."""
    begin = time.process_time()
    _, make, form = FORMATS[ending]
    count = Counter[str]({"documents": 1})
    first, second = (dict(zip(used, names(len(used), shift + more), strict=True)) for more in (0, 450))
    one, two = (_copies(make(given), ending, form, given, known, count) for given in (first, second))
    differ = one[:1] != two[:1] or not one
    count["pairs that differ"] += differ
    count["covers that differ"] += one[1:] != two[1:]
    if differ or one != two:
        print("  differ:", ending, number, sorted(used), flush=True)
    count["CPU ms"] = round((time.process_time() - begin) * 1000)
    return count


def _copies(  # noqa: PLR0917 - one document and where its figures go
    data: bytes, ending: str, form: str, given: dict[str, str], known: Registers, count: Counter[str]
) -> list[bytes]:
    document = read_bytes(data, f"story.{ending}")
    written_as = [{name.replace(" ", blank) for blank in " _-."} for name in given.values()]
    count["names"] += len(given)
    count["names not seen"] += sum(not any(way in document.text for way in each) for each in written_as)
    found = review(document, known)
    try:
        edition = publish(document, found, known)
        made = [safe_copy(document, found, edition, form)]
        made += [_covered(data, known)] if ending == "jpg" else []
    except AmanatError as error:
        count["copies refused"] += 1
        print("  refused:", ending, error.code, sorted(given), flush=True)
        return []
    count["safe copies"] += len(made)
    for content in made:
        leaking = _leaking(content, form, given.values())
        count["names leaking"] += len(leaking)
        if leaking:
            print("  leak:", ending, sorted(leaking), sorted(given), flush=True)
    own = {word for name in given.values() for word in name.split()} | {"13"}
    before = [word for word in PUBLIC.findall(document.text[: document.shown]) if word not in own]
    count["public words"] += len(before)
    count["words lost"] += (Counter(before) - Counter(PUBLIC.findall(edition.text))).total()
    return made


def _leaking(content: bytes, form: str, given: Iterable[str]) -> set[str]:
    """Return the names, and the words of names, that can be dug out of a safe copy.

    Letters of a PDF are numbers of a font: there a scanner that shares no line with ours is asked too.
    """
    words = {word for name in given for word in name.split()}
    hidden = Forms(
        frozenset(name.replace(" ", "").lower() for name in given), frozenset(map(str.lower, words)), frozenset()
    )
    return {*scan.found(content, hidden), *(layered_pdf.leaks(content, words) if form == "pdf" else ())}


def _covered(data: bytes, known: Registers) -> bytes:
    """Cover a picture as `amanat picture --yes` does, checks included."""
    seen = sight(data)
    document = written(seen, "story.jpg")
    found = review(document, known)
    places = plan(seen, protected_words(document, found)).places
    content = covered(seen.photo, places, "jpg")
    check(content, places, protected_forms(document, found))
    return content


if __name__ == "__main__":
    leaks(*map(int, sys.argv[1:2]), *map(Path, sys.argv[2:3]))
