"""`amanat review`: the main job."""

from dataclasses import dataclass, field
from pathlib import Path, PurePath

import click

from amanat.cli.faults import as_fault, coded
from amanat.cli.stories import Story, named, opened, shown, stories
from amanat.cli.targets import Targets
from amanat.cli.terminal import as_text
from amanat.core import AmanatError, Document, Edition, PublishError, Review, Severity, UsageError
from amanat.dignity import styled
from amanat.packs import house_style
from amanat.publish import publish
from amanat.publish.contract import error_record, line, review_record
from amanat.publish.exports import exports
from amanat.publish.files import OPEN, PRIVATE, put
from amanat.publish.one_a_line import one_a_line
from amanat.publish.rdjson import rdjson
from amanat.publish.report import report
from amanat.publish.sarif import sarif
from amanat.read import original
from amanat.read.formats import readers
from amanat.registers import Registers
from amanat.review import LabelStyle, Profile, profiles, rule_cards
from amanat.review import review as look

_AT_ONCE = ("lines", "sarif", "rdjson")
_KINDS = {"review.docx": "Copy with comments", "review": "Report", "safe": "Safe version"}
ALL = "all"
SAME = "same"
"""The form of the story itself, as far as it can be written."""
EXAMPLES = """\b
Examples:
  amanat review story.txt
      print the review, write story.review.html beside the story
  amanat review --output out --safe txt story.txt
      write the report and the safe version into the folder out
  amanat review story.docx --safe
      also write story.review.docx with comments and tracked changes, and
      story.safe.docx without names
  amanat review story.docx --safe --pictures 1,3
      I looked: pictures 1 and 3 go along, with faces and names covered
  amanat review --output out desk/
      every story in a folder and the folders in it
  amanat review --format json --fail-on never *.txt > reviews.jsonl
      one line of JSON for each story
  amanat review --earlier published/2026 story.txt
      warn where this story and earlier ones together give somebody away
  pbpaste | amanat review --jurisdiction PK-KP -
      review what is on the clipboard, under the law of Khyber Pakhtunkhwa

\b
Exit status: 0 nothing of the --fail-on severity, 1 something, 2 a file could
not be read or written or the call was wrong.
"""


@dataclass(slots=True)
class Call:
    """One call of the command: what was asked for, and what it has met so far."""

    form: str
    jurisdiction: str
    safe: tuple[str, ...]
    targets: Targets
    several: bool
    registers: Registers = field(default_factory=Registers)
    earlier: tuple[Profile, ...] = ()
    labels: LabelStyle = LabelStyle.ROLE
    pictures: str = ""
    """Numbers of pictures that a person looked at, or `all`."""
    no_words: bool = False
    worst: int = -1
    failed: bool = False
    reviews: list[tuple[Document, Review]] = field(default_factory=list)
    """What the forms that hold a whole call at once are made from."""
    unread: list[tuple[str, AmanatError]] = field(default_factory=list)

    def answer(self, story: Story) -> None:
        """Review one story and say what was found; whatever goes wrong is said and does not stop the others."""
        try:
            document = opened(story)
            found = look(document, self.registers, self.jurisdiction, self.earlier, self.labels)
            edition = None if self.form in _AT_ONCE and not self.safe else self._edition(document, found)
        except Exception as error:  # noqa: BLE001 - one bad file does not stop the others
            self.failed = True
            fault = as_fault(error)
            if self.form == "json":
                click.echo(line(error_record(story.path, fault)))
            else:
                self._complain(story.path, fault)
            self.unread.append((shown(story.path), fault))
            return
        self.worst = max(self.worst, found.worst.rank if found.worst else -1)
        try:
            self._say(document, found, edition)
        except AmanatError as error:
            self._complain(story.path, error)

    def end(self) -> None:
        """Say what is said once for all stories."""
        if self.form == "sarif":
            from importlib.metadata import version  # noqa: PLC0415 - 0.08 s that no other form should pay

            click.echo(line(sarif(self.reviews, rule_cards(), version("amanat"), self.unread)))
        elif self.form == "rdjson":
            click.echo(line(rdjson(self.reviews)))
        elif self.form == "lines":
            for told in one_a_line(self.reviews):
                click.echo(told)

    def status(self, fail_on: str) -> int:
        """Return the exit status of the contract."""
        if self.failed:
            return 2
        return int(fail_on != "never" and self.worst >= Severity(fail_on).rank)

    def _complain(self, path: str, error: AmanatError) -> None:
        self.failed = True
        click.echo(f"{shown(path)}: {error}", err=True)

    def _edition(self, document: Document, found: Review) -> Edition | None:
        try:
            return publish(document, found, self.registers)
        except PublishError as error:
            self._complain(document.name, error)
            return None

    def _say(self, document: Document, found: Review, edition: Edition | None) -> None:
        if self.form == "json":
            content = line(review_record(document.name, found, edition))
            click.echo(content)
            self._write(document, "review.json", (content + "\n").encode("ascii"), beside=False)
        elif self.form in _AT_ONCE:
            self.reviews.append((document, found))
        elif self.form == "html" and not self.several and not self.targets.folder:
            click.echo(report(document, found, edition), nl=False)
        else:
            if self.form == "text":
                click.echo(as_text(document, found, edition))
            self._write(document, "review.html", report(document, found, edition), beside=True)
            self._mark(document, found)
        edition = self._with_pictures(document, found, edition) if edition and self.safe else edition
        for suffix in dict.fromkeys(_like(document.name) if form == SAME else form for form in self.safe):
            if edition:
                self._hand_out(document, found, edition, suffix)

    def _with_pictures(self, document: Document, found: Review, edition: Edition) -> Edition:
        """Put in the pictures that a person let go along, and say what becomes of all of them."""
        there_are = any(block.picture for block in edition.blocks) and self._place(document)
        if not there_are and not self.pictures:
            return edition
        from amanat.publish.illustrated import illustrated, none_to_keep, places  # noqa: PLC0415 - most stories have none

        if not there_are:
            self._complain(document.name, none_to_keep())
            return edition
        there = places(edition)
        asked = there if self.pictures == ALL else tuple(map(int, filter(None, self.pictures.split(","))))
        made = illustrated(
            document, found, edition, original(document.name), asked, self.registers, no_words=self.no_words
        )
        for number, error in made.refused:
            self._complain(f"{document.name}, picture {number}", error)
        kept = [picture.number for picture in made.edition.pictures]
        click.echo(_said_of(kept, [number for number in there if number not in kept]), err=self._beside)
        return made.edition

    @property
    def _beside(self) -> bool:
        """Whether what is said to the user must stay out of the answer."""
        answers = self.form == "html" and not self.several and not self.targets.folder
        return answers or self.form in {"json", *_AT_ONCE}

    def _mark(self, document: Document, found: Review) -> None:
        """Write the editor's copy of a Word file; its own failure does not keep the report back."""
        if document.layout is None or not self._place(document):
            return
        from amanat.publish.review_copy import SUFFIXES, review_copy  # noqa: PLC0415 - plain text has none

        if not document.name.lower().endswith(SUFFIXES):
            return
        try:
            content = review_copy(document, found, original(document.name))
            self._write(document, "review.docx", content, beside=True)
        except AmanatError as error:
            self._complain(document.name, error)

    def _hand_out(self, document: Document, found: Review, edition: Edition, suffix: str) -> None:
        """Write one safe copy; when a check refuses one form the others are tried all the same."""
        if not self._place(document):
            return
        from amanat.publish.safe import safe_copy  # noqa: PLC0415 - its scanner takes long to load

        try:
            content = safe_copy(document, found, edition, suffix)
            self._write(document, f"safe.{suffix}", content, beside=True, mode=OPEN)
        except AmanatError as error:
            self._complain(document.name, error)

    def _place(self, document: Document) -> bool:
        """Tell whether there is a place for files about a document."""
        return self.targets.folder is not None or document.name != "-"

    def _write(self, document: Document, ending: str, content: bytes, *, beside: bool, mode: int = PRIVATE) -> None:
        """Write one file for a document, if there is a place for it, and say where."""
        target = self.targets.of(document.name, ending, beside=beside)
        if target:
            put(target, content, mode)
            click.echo(
                f"{_KINDS.get(ending) or _KINDS[ending.partition('.')[0]]}: {shown(str(target))}",
                err=self._beside,
            )


def _said_of(kept: list[int], left: list[int]) -> str:
    """Return what becomes of the pictures of a story."""
    said = [f"Pictures kept, faces and protected words covered: {', '.join(map(str, kept))}."] if kept else []
    if left:
        many = ", ".join(map(str, left))
        said.append(f"Empty frames for pictures: {many} (look with `amanat picture`, keep with --pictures).")
    return " ".join(said)


def _say_what_is_missing(paths: tuple[str, ...]) -> None:
    """Say once which walls the cage for unknown files lacks on this system."""
    if any(hasattr(readers().get(PurePath(path).suffix.lower()), "flow") for path in paths):
        from amanat.read.cage import missing_walls  # noqa: PLC0415 - plain text needs no cage

        missing = missing_walls()
        if missing:
            click.echo(
                f"Note: this system has no {', '.join(missing)}; documents are opened with fewer walls.", err=True
            )


def _pictures(ctx: click.Context, param: click.Parameter, value: str) -> str:
    del ctx, param
    if value and value != ALL and not all(part.strip().isdigit() for part in value.split(",")):
        raise click.BadParameter("write the numbers of pictures, like 1,3, or all")
    return value


def _like(name: str) -> str:
    """Return the form in which the safe version of a file is written when none is named."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    same = {"docm": "docx", "dotx": "docx", "dotm": "docx", "ott": "odt", "htm": "html", "xhtml": "html", "eml": "docx"}
    return same.get(ending, ending if ending in exports() else "txt")


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json", *_AT_ONCE]),
    default="text",
    show_default=True,
    help="text: for the terminal, with an HTML report beside each story. html: the report alone. "
    "json: one line a story (the contract). lines: one line a finding, as compilers complain. "
    "sarif, rdjson: all stories at once, for other tools.",
)
@click.option(
    "--house",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The newsroom's house style: rules turned on and off, own wordings, own rules.",
)
@click.option("--jurisdiction", metavar="ID", default="", help="Whose law to ask, like PK-KP; else found in the story.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write files into this folder."
)
@click.option(
    "--safe",
    type=click.Choice((SAME, *exports())),
    is_flag=False,
    flag_value=SAME,
    multiple=True,
    help="Also write the safe version in this form (STORY.safe.txt); may be given again. Behind the paths it may stand "
    "alone: the form is then that of the story.",
)
@click.option(
    "--pictures",
    default="",
    metavar="N,N|all",
    callback=_pictures,
    help="A person has looked at these pictures of the story (one FILE): put them into the safe version, faces and "
    "protected words covered. All others are empty frames.",
)
@click.option("--no-words", is_flag=True, help="A person has looked: those pictures have no words to hide.")
@click.option(
    "--labels",
    type=click.Choice([style.value for style in LabelStyle]),
    default=LabelStyle.ROLE.value,
    show_default=True,
    help="What stands for hidden names: role [girl 1], pseudonym [A], or block, the same bar for everything hidden.",
)
@click.option(
    "--earlier",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of stories that ran: warns where they and this one together point at somebody.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="From which severity on the exit status is 1.",
)
@click.option("--encoding", metavar="NAME", default="", help="Encoding of the files; UTF-8 unless they say otherwise.")
@click.pass_context
@coded
def review(  # noqa: PLR0917 - click hands each option over
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    house: Path | None,
    jurisdiction: str,
    output: Path | None,
    safe: tuple[str, ...],
    pictures: str,
    no_words: bool,  # noqa: FBT001 - click's signature
    labels: str,
    earlier: Path | None,
    fail_on: str,
    encoding: str,
) -> None:
    """Review stories: whom to protect, which words harm, what the law says, what the figures mean, who can help.

    PATH is a text file, a Word or OpenDocument file, a web page, a mail, or a folder of them; `-` reads standard input
    as text. The stories are not changed and nothing leaves this machine. A Word file also comes back as a copy with
    comments and tracked changes. Report and copy show the story with all its names: they are for the editor only.
    """
    registers = Registers(house=house_style(house)) if house else Registers()
    given = named(paths)
    _say_what_is_missing(given)
    if pictures and (len(given) > 1 or not safe):
        raise UsageError("U033", "--pictures speaks of one story and its safe version; name one file, and --safe")
    call = Call(form, jurisdiction.upper(), safe, Targets(output), several=len(paths) > 1, registers=registers)
    styled(registers)
    call.labels, call.pictures, call.no_words = LabelStyle(labels), pictures, no_words
    known = {jurisdiction.id for jurisdiction in call.registers.jurisdictions}
    if call.jurisdiction and call.jurisdiction not in known:
        raise UsageError("U001", f"no jurisdiction {shown(jurisdiction)}; known are {', '.join(sorted(known))}")
    if earlier:
        call.earlier = _ran(earlier, registers, encoding)
    for story in stories(given, encoding):
        call.answer(story)
    call.end()
    ctx.exit(call.status(fail_on))


def _ran(folder: Path, registers: Registers, encoding: str) -> tuple[Profile, ...]:
    """Read the stories of a folder for what they leave open; one that cannot be read is named and passed over."""
    out: list[Profile] = []
    for story in stories(sorted(str(path) for path in folder.iterdir() if path.is_file()), encoding):
        if story.document is None:
            click.echo(f"{shown(story.path)}: {story.error}", err=True)
        else:
            out += profiles(story.document, registers)
    return tuple(out)


COMMAND = review
