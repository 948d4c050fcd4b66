"""Look for files that break a reader, led by the lines of the reader that they reach.

    python bench/fuzz.py FORMAT SECONDS [FOLDER]
    python bench/fuzz.py keep FORMAT FOLDER

FORMAT is one of txt, docx, odt, html, eml, pdf, picture. The search begins with the files of `tests/read/corpus/FORMAT`
and writes what reaches new lines into FOLDER, what breaks something into FOLDER/broken. Readers run without their cage,
so that a fault of ours shows as itself: only a coded error may come out, or what the cage turns into one (too deep, too
large). `keep` takes the smallest files of FOLDER that still reach every line into the corpus, which the tests read.

Needs atheris (Apache-2.0): pip install atheris
"""

import contextlib
import hashlib
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import FrameType

import atheris

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "read" / "corpus"
sys.path[:0] = [str(ROOT / "tests" / "examples")]
ENDINGS = {name: f".{name}" for name in ("txt", "docx", "odt", "html", "eml", "pdf")}
LARGEST = 100_000
"""Bytes of one file tried."""
KEPT = 12_000
"""Bytes of one file of the corpus."""
_PICTURES = 3  # pictures taken out of each file
SLOW = 10.0
"""Seconds of processor time from which on a file is set aside; the cage stops it at 12."""
COLLAPSED = (RecursionError, MemoryError)
"""What the cage answers with R011 and R014."""

Read = Callable[[bytes], object]


def reader_of(form: str) -> Read:
    """Load a reader so that atheris sees which of its lines are reached."""
    with atheris.instrument_imports(include=["amanat.read"], enable_loader_override=False):
        from amanat.read.formats import readers  # noqa: PLC0415 - to be seen by atheris

        if form == "picture":
            from amanat.read.picture_layers import inside  # noqa: PLC0415

            inside.prepare()
            return inside.told
        if form == "txt":
            from amanat.read import read_bytes  # noqa: PLC0415

            return read_bytes
        reader = readers()[ENDINGS[form]]
        if hasattr(reader, "prepare"):
            reader.prepare()
        return lambda data: (reader.flow(data, 0), list(islice(getattr(reader, "pictures", _none)(data), _PICTURES)))


def _none(_: bytes) -> Iterator[bytes]:
    return iter(())


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """Change a file; in a zip mostly one part of it, before it is packed again."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.9:
        try:
            return _in_a_part(data, most, chance)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            ValueError,
            LookupError,
            OSError,
            EOFError,
        ):
            pass
    return bytes(atheris.Mutate(data, most))


def _in_a_part(data: bytes, most: int, chance: random.Random) -> bytes:
    from hostile import reshaped, with_parts  # noqa: PLC0415 - behind the readers, that atheris must load first
    from lxml import etree  # noqa: PLC0415

    if chance.random() < 0.85:  # mostly well-formed, else nothing but the XML parser is reached
        with contextlib.suppress(etree.XMLSyntaxError, IndexError):
            return reshaped(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        name = chance.choice(file.namelist())
        part = file.read(name)
    return with_parts({name: bytes(atheris.Mutate(part, max(len(part), 1) + 500))}, data)[:most]


def search(form: str, seconds: int, folder: Path) -> None:
    """Fuzz until the time is over; runs in a process of its own, which a broken parser may take down."""
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    read = reader_of(form)
    from amanat.core import ReadError  # noqa: PLC0415

    said, places, slowest, begin = Counter[str](), set[str](), 0.0, time.monotonic()
    broken = folder / "broken"

    def aside(data: bytes, what: str) -> None:
        said[what] += 1
        if what not in places:
            places.add(what)
            (broken / f"{len(list(broken.iterdir()))}{ENDINGS.get(form, '.jpg')}").write_bytes(data)
            sys.stderr.write(f"BROKEN {what}\n{traceback.format_exc()}\n")

    def once(data: bytes) -> None:
        nonlocal slowest
        at = time.process_time()
        try:
            read(data)
            said["read"] += 1
        except ReadError as error:
            said[error.code] += 1
        except COLLAPSED as error:
            said[type(error).__name__] += 1
        except Exception as error:  # noqa: BLE001 - what a fuzzer is for
            last = traceback.extract_tb(error.__traceback__)[-1]
            aside(data, f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}")
        took = time.process_time() - at
        slowest = max(slowest, took)
        if took > SLOW:
            aside(data, "slow")
        if said.total() % 200 == 0:
            tell()

    def tell() -> None:
        used = time.monotonic() - begin
        (folder / "said.txt").write_text(
            f"{said.total()} files, {dict(said)}, slowest {slowest:.2f} CPU s, {used:.0f} s"
        )

    asked = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=0"]
    asked += [f"-artifact_prefix={broken}/", "-print_final_stats=0", "-verbosity=1", str(folder)]
    asked += [str(CORPUS / form)] if (CORPUS / form).is_dir() else []
    tell()
    atheris.Setup([sys.argv[0], *asked], once, custom_mutator=mutated)
    atheris.Fuzz()


def main() -> None:
    """Search, again and again when a parser takes its process down, or keep what was found."""
    if sys.argv[1] == "keep":
        keep(sys.argv[2], Path(sys.argv[3]))
        return
    if sys.argv[1] == "once":
        search(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
        return
    form, seconds = sys.argv[1], int(sys.argv[2])
    folder = Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix=f"fuzz-{form}-"))
    (folder / "broken").mkdir(parents=True, exist_ok=True)
    _seed(form, folder)
    end, falls = time.monotonic() + seconds, 0
    while (left := int(end - time.monotonic())) > 0:
        line = [sys.executable, __file__, "once", form, str(left), str(folder)]
        done = subprocess.run(line, check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        print(f"{form}: {(folder / 'said.txt').read_text()}; exit {done.returncode}", flush=True)
        falls += done.returncode != 0
    found = sorted(path.name for path in (folder / "broken").iterdir())
    print(f"{form}: {seconds} s, the parser's process fell {falls} times, set aside: {found}")


def _seed(form: str, folder: Path) -> None:
    for number, data in enumerate(_sound(form)):
        (folder / f"seed-{number}").write_bytes(data)


def _sound(form: str) -> list[bytes]:
    """Return sound files of a format, to begin with."""
    import layered_others as others  # noqa: PLC0415 - behind the readers, that atheris must load first
    from layered_docx import docx, simple  # noqa: PLC0415

    match form:
        case "docx":
            return [docx({}), simple(["A bus stopped.", "\u0628\u0633 \u0631\u06a9\u06cc\u06d4"])]
        case "odt" | "html" | "eml":
            return [getattr(others, form)({})]
        case "pdf":
            return _sound_pdfs()
        case "picture":
            return _sound_pictures()
    return [
        (ROOT / "examples" / "story.txt").read_bytes(),
        "\ufeffA bus.\n\nPhoto: \u0628\u0633".encode(),
        "A bus.".encode("utf-16"),
    ]


def _sound_pdfs() -> list[bytes]:
    sys.path[:0] = [str(ROOT / "tests" / "read")]
    import hostile_pdf  # noqa: PLC0415
    import layered_pdf  # noqa: PLC0415

    given = dict(zip(layered_pdf.EVERY, layered_pdf.names(1), strict=False))
    some = [name for name in layered_pdf.EVERY if name not in layered_pdf.PIXELS_ONLY]
    made = [layered_pdf.make({name: given[name] for name in some[at : at + 8]}, at) for at in range(0, len(some), 8)]
    return [*made, hostile_pdf.page(hostile_pdf.stream(b"BT /F1 12 Tf 20 200 Td (A bus stopped.) Tj ET"))]


def _sound_pictures() -> list[bytes]:
    from PIL import Image, PngImagePlugin  # noqa: PLC0415

    sheet, exif, notes, out = Image.new("RGB", (24, 16), "teal"), Image.Exif(), PngImagePlugin.PngInfo(), []
    exif[0x013B], exif[0x0112] = "Somebody Else", 6
    notes.add_text("Author", "Somebody Else", zip=True)
    for form, more in (("JPEG", {}), ("PNG", {"pnginfo": notes}), ("WEBP", {}), ("WEBP", {"lossless": True})):
        file = io.BytesIO()
        sheet.save(file, form, exif=exif, **more)
        out.append(file.getvalue())
    file = io.BytesIO()
    sheet.convert("P").save(file, "PNG", transparency=3)
    return [*out, file.getvalue()]


def keep(form: str, folder: Path) -> None:
    """Take the smallest files that together reach every line, and end in every way, into the corpus."""
    read = reader_of(form)
    found = (path for path in folder.iterdir() if path.is_file() and path.name != "said.txt")
    reached: set[object] = set()
    (CORPUS / form).mkdir(parents=True, exist_ok=True)
    for path in sorted(found, key=lambda path: (path.stat().st_size, path.name)):
        data = path.read_bytes()
        new = _reached(read, data) - reached if len(data) <= KEPT else set()
        if new:
            reached |= new
            shutil.copy(path, CORPUS / form / hashlib.sha256(data).hexdigest()[:12])


def _reached(read: Read, data: bytes) -> set[object]:
    """Return the lines of the readers that a file reaches, and how its reading ends."""
    out: set[object] = set()

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        if "/amanat/read/" not in frame.f_code.co_filename:
            return None
        out.add((frame.f_code.co_filename, frame.f_lineno) if event == "line" else frame.f_code.co_filename)
        return trace

    sys.settrace(trace)
    try:
        read(data)
    except Exception as error:  # noqa: BLE001 - whatever its end, it is one
        out.add(getattr(error, "code", type(error).__name__))
    finally:
        sys.settrace(None)
    return out


if __name__ == "__main__":
    main()
