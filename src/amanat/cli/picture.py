"""`amanat picture`: cover faces and protected words in pictures, after a person looked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amanat.cli.faults import as_fault, coded
from amanat.cli.stories import in_turn, named, shown
from amanat.cli.targets import Targets
from amanat.core import AmanatError, PublishError

if TYPE_CHECKING:
    from amanat.publish.contract import Json
    from amanat.publish.picture import Place, Plan
    from amanat.read.picture import Sight

_OF_THE_PICTURE = frozenset({"R035", "R036"})
"""What is wrong with one picture of a document alone."""
FORMS = {".jpg": "jpg", ".jpeg": "jpg", ".png": "png", ".webp": "webp"}
EXAMPLES = """\b
Examples:
  amanat picture photo.jpg
      say what would be covered, write photo.review.png with numbered frames
  amanat picture --yes photo.jpg
      I looked: cover all of it, write photo.safe.jpg
  amanat picture --yes --keep 2 --box 40,60,300,80 photo.jpg
      leave place 2 open, cover a place of my own (left, top, width, height)
  amanat picture story.docx
      the same for every picture in a document; keep them in its safe version
      with amanat review --pictures
  amanat picture --output out photos/
      every picture in a folder and the folders in it

\b
Exit status: 0 a picture was written or nothing was found to offer, 1 places
were found and wait for a person, 2 a picture could not be read, checked or
written, or the call was wrong.
"""


@dataclass(slots=True)
class Call:
    """One call of the command: what the person said, and what it has met so far."""

    form: str
    yes: bool
    no_words: bool
    keep: frozenset[int]
    boxes: tuple[tuple[int, int, int, int], ...]
    targets: Targets
    waits: bool = False
    failed: bool = False
    forms: tuple[str, ...] = field(default=(), repr=False)
    """Protected words of the picture at hand."""

    def answer(self, path: str) -> None:
        """Look at a picture, or at every picture in a document. Whatever goes wrong is said and stops no other."""
        from amanat.read.picture import picture_file, sight  # noqa: PLC0415 - loaded when there is a picture
        from amanat.read.pictures import has_pictures  # noqa: PLC0415

        if not has_pictures(path):
            self._answer(path, "", lambda: sight(picture_file(path)))
            return
        number = 1
        while self._answer(path, f"picture-{number}.", partial(_inside, path, number, yes=self.yes)):
            number += 1
        if number == 1 and not self.failed:
            click.echo(f"{shown(path)}: no picture in it", err=self.form == "json")

    def _answer(self, path: str, which: str, look: Callable[[], "Sight | None"]) -> bool:
        """Answer for one picture; False when there is none, or when its document cannot be read."""
        from amanat.publish.contract import error_record, line  # noqa: PLC0415

        name = f"{path}, {which.replace('-', ' ').rstrip('.')}" if which else path
        try:
            seen = look()
            if seen is None:
                return False
            found = self._planned(path, seen)
            written = self._written(path, which, seen, found)
        except Exception as error:  # noqa: BLE001 - one bad file does not stop the others
            self.failed = True
            fault = as_fault(error)
            said = line(error_record(name, fault)) if self.form == "json" else f"{shown(name)}: {fault}"
            click.echo(said, err=self.form == "text")
            return fault.code in _OF_THE_PICTURE
        self.waits = self.waits or bool(found.places and not self.yes)
        click.echo(line(_record(name, found, written)) if self.form == "json" else _text(name, found, written))
        return True

    def _planned(self, path: str, seen: "Sight") -> "Plan":
        from amanat.publish.picture import plan, to_hide  # noqa: PLC0415 - half a second

        protected, self.forms = to_hide(seen, path)
        return plan(seen, protected)

    def _written(self, path: str, which: str, seen: "Sight", found: "Plan") -> Path | None:
        from amanat.publish.files import OPEN, PRIVATE, put  # noqa: PLC0415
        from amanat.publish.picture import allowed, check, covered, framed  # noqa: PLC0415

        if not self.yes:
            target = self.targets.of(path, f"{which}review.png", beside=True)
            if target:
                put(target, framed(seen.photo, found.places), PRIVATE)
            return target
        allowed(found, drawn=bool(self.boxes), no_words=self.no_words)
        unknown = self.keep - {place.number for place in found.places}
        if unknown:
            raise PublishError("P027", f"there is no place {min(unknown)} in this picture; look at the numbers again")
        places = [place for place in found.places if place.number not in self.keep] + _drawn(self.boxes, found)
        form = FORMS[Path(path).suffix.lower()]
        content = covered(seen.photo, places, form)
        check(content, places, () if self.keep else self.forms)
        target = self.targets.of(path, f"safe.{form}", beside=True)
        if target:
            put(target, content, OPEN)
        return target

    @property
    def status(self) -> int:
        """The exit status."""
        return 2 if self.failed else int(self.waits)


def _inside(path: str, number: int, *, yes: bool) -> "Sight | None":
    """Look at one picture in a document; None when it has fewer."""
    from amanat.read import original  # noqa: PLC0415 - most pictures are files
    from amanat.read.picture import sight_of  # noqa: PLC0415
    from amanat.read.pictures import photo_in  # noqa: PLC0415

    if yes:
        raise PublishError(
            "P031", "a picture of a document leaves in its safe version: amanat review FILE --safe --pictures N"
        )
    photo = photo_in(original(path), path, number)
    return sight_of(photo) if photo else None


def _drawn(boxes: tuple[tuple[int, int, int, int], ...], found: "Plan") -> list["Place"]:
    from amanat.publish.picture import Kind, Place  # noqa: PLC0415

    out = []
    for left, top, width, height in boxes:
        right, bottom = min(found.width, left + width), min(found.height, top + height)
        if not (0 <= left < right and 0 <= top < bottom):
            raise PublishError(
                "P028", f"a box lies outside the picture, which is {found.width} by {found.height} pixels"
            )
        out.append(Place(0, Kind.DRAWN, left, top, right, bottom))
    return out


def _record(path: str, found: "Plan", written: Path | None) -> dict[str, "Json"]:
    from amanat.publish.picture import WARNING  # noqa: PLC0415

    places: list[Json] = [
        {
            "number": place.number,
            "kind": place.kind.value,
            "box": [place.left, place.top, place.right, place.bottom],
            "score": round(place.score, 3),
        }
        for place in found.places
    ]
    return {
        "document": {"path": path},
        "picture": {"width": found.width, "height": found.height},
        "places": places,
        "words": {"read": found.words, "looked": found.looked_for_words, "trusted": found.trusted, "card": found.card},
        "metadata": found.beside,
        "written": str(written) if written else None,
        "warning": WARNING,
    }


def _text(path: str, found: "Plan", written: Path | None) -> str:
    from amanat.publish.picture import WARNING  # noqa: PLC0415

    rows = [f"{shown(path)}: {found.width} by {found.height} pixels"]
    for place in found.places:
        size = f"{place.right - place.left} by {place.bottom - place.top} at {place.left},{place.top}"
        rows.append(f"  {place.number:>3}. {place.kind:<6} {size:<28} score {place.score:.2f}")
    rows += [] if found.places else ["  No face and no protected word was found. That does not make the picture safe."]
    rows.append(f"  Words: {_words(found)}")
    if found.beside:
        rows.append(f"  Metadata: words in {found.beside} places of the file; a written copy has none of them.")
    rows.append(f"  {WARNING}")
    if written:
        rows.append(f"  Written: {shown(str(written))}")
    return "\n".join(rows)


def _words(found: "Plan") -> str:
    if not found.looked_for_words:
        return "nobody looked for them (Tesseract is not installed)."
    if found.card:
        return f"{found.words} read. It looks like an identity card or the like."
    if found.words and not found.trusted:
        return f"{found.words} guessed, not read; do not rely on them."
    return f"{found.words} read."


def _box(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[int, int, int, int], ...]:
    del ctx, param
    out = []
    for value in values:
        parts = value.split(",")
        if len(parts) != 4 or not all(part.strip().isdigit() for part in parts):  # noqa: PLR2004 - four edges
            raise click.BadParameter("write left,top,width,height in pixels, like 40,60,300,80")
        left, top, width, height = map(int, parts)
        out.append((left, top, width, height))
    return tuple(out)


def _keep(ctx: click.Context, param: click.Parameter, value: str) -> frozenset[int]:
    del ctx, param
    if not all(part.strip().isdigit() for part in value.split(",") if value):
        raise click.BadParameter("write the numbers of places, like 2,5")
    return frozenset(int(part) for part in value.split(",") if value)


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@click.option("--yes", is_flag=True, help="A person has looked: cover the places and write the picture.")
@click.option("--keep", default="", metavar="N,N", callback=_keep, help="Leave these places open (with one FILE).")
@click.option("--box", "boxes", multiple=True, metavar="X,Y,W,H", callback=_box, help="Cover this place too.")
@click.option("--no-words", is_flag=True, help="A person has looked: there are no words to hide.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write files into this folder."
)
@click.pass_context
@coded
def picture(  # noqa: PLR0917 - click hands each option over
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    yes: bool,  # noqa: FBT001 - click's signature
    keep: frozenset[int],
    boxes: tuple[tuple[int, int, int, int], ...],
    no_words: bool,  # noqa: FBT001
    output: Path | None,
) -> None:
    """Cover faces and protected words in pictures, for good, and leave all metadata out.

    PATH is a JPEG, PNG or WebP picture, a document with pictures in it, or a folder of pictures. Without --yes nothing
    is covered: you get the numbered places, and a picture with frames for your own eyes. What is covered is filled
    with one colour; the new file holds pixels and nothing else. What no detector found may still be there, so a person
    looks at every picture.
    """
    if len(paths) > 1 and (keep or boxes):
        raise PublishError("P029", "--keep and --box speak of one picture; name one file")
    call = Call(form, yes, no_words, keep, boxes, Targets(output))
    for path in in_turn(named(paths, FORMS), "pictures"):
        try:
            call.answer(path)
        except AmanatError as error:
            call.failed = True
            click.echo(f"{shown(path)}: {error}", err=True)
    ctx.exit(call.status)


COMMAND = picture
