"""`amanat identify`: everything that could identify a person, before roles are decided."""

import click

from amanat.cli.faults import as_fault, coded
from amanat.cli.stories import named, opened, shown, stories
from amanat.core import Document, Trace
from amanat.people import identifiers
from amanat.publish.contract import error_record, identify_record, line
from amanat.registers import Registers

EXAMPLES = """\b
Examples:
  amanat identify story.txt
  amanat identify --format json --threshold 0.3 *.txt
  cat story.txt | amanat identify -
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Leave out what the detector is less sure of.",
)
@click.option("--encoding", default="", help="Encoding of the files; UTF-8 unless they say otherwise.")
@click.pass_context
@coded
def identify(ctx: click.Context, paths: tuple[str, ...], form: str, threshold: float, encoding: str) -> None:
    """Find everything that could identify a person: names, numbers, places, ages, dates, kinship.

    Who the person is to the story is not asked here; `amanat review` decides what to hide.
    Several files are read in one go, which is much quicker than one call each.
    """
    registers = Registers()
    failed = False
    for story in stories(named(paths), encoding):
        try:
            document = opened(story)
            spans = [trace for trace in identifiers(document, registers) if trace.score >= threshold]
            click.echo(line(identify_record(story.path, spans)) if form == "json" else _text(document, spans))
        except Exception as error:  # noqa: BLE001 - one bad file does not stop the others
            failed = True
            fault = as_fault(error)
            click.echo(
                line(error_record(story.path, fault)) if form == "json" else f"{shown(story.path)}: {fault}",
                err=form == "text",
            )
    ctx.exit(2 if failed else 0)


def _text(document: Document, spans: list[Trace]) -> str:
    rows = [f"{shown(document.name)}: {len(spans)} found"]
    for trace in spans:
        at = document.text.count("\n", 0, trace.span.start) + 1
        words = shown(document.at(trace.span))
        rows.append(f"  line {at:<4} {trace.identifier:<7} {trace.kind:<12} {trace.score:.2f}  {words}")
    return "\n".join(rows)


COMMAND = identify
