"""`amanat aid box`: what a story tells its readers of where to turn."""

from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.cli.stories import opened, stories
from amanat.core import UsageError
from amanat.publish.box import FORMS, help_box
from amanat.publish.files import OPEN, put
from amanat.registers import Registers
from amanat.registers.calls import today
from amanat.review import review

EXAMPLES = """\b
Examples:
  amanat aid box story.txt
  amanat aid box --format html --output box.html story.txt
  amanat aid box --format docx --output box.docx story.docx
"""


@click.command(epilog=EXAMPLES)
@click.argument("story", metavar="PATH")
@click.option("--format", "form", type=click.Choice(sorted(FORMS)), default="txt", show_default=True)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file; else standard output.")
@click.option("--jurisdiction", default="", metavar="ID", help="Where the story plays, when it does not say so.")
@click.option("--encoding", default="utf-8", show_default=True, help="Of a plain text file.")
@coded
def box(*, story: str, form: str, output: Path | None, jurisdiction: str, encoding: str) -> None:
    """Write the help box of a story, in the story's language: who can help, when, and how to call safely.

    A number and its QR code stand in it only where somebody called it and the call is fresh; else the name alone.
    """
    document = opened(next(stories((story,), encoding)))
    registers = Registers()
    content = help_box(review(document, registers, jurisdiction), form, today(), registers.providers.stands)
    if output:
        put(output, content, OPEN)
    elif form == "docx":
        raise UsageError("U026", "a Word file needs a name: --output box.docx")
    else:
        click.echo(content.decode(), nl=False)


COMMAND = box
