"""The commands. Each lives in a module of its own, which is imported when the command is called and not before."""

import gc
import os
import sys

import click

from amanat.cli.lazy import LazyGroup, print_version

COMMANDS = {
    "review": "Review stories: whom to protect, which words harm, what the law says, who can help.",
    "identify": "Find everything in stories that could identify a person.",
    "picture": "Cover faces and protected words in pictures, after a person looked.",
    "aid": "Find who can help, check their numbers, hand a case over safely.",
    "rules": "List the rules, explain one, export them, see how editors answer them.",
    "lsp": "Show remarks in an editor while a story is written.",
    "serve": "Answer over HTTP: the directory of help as an HSDS 3.1 API.",
    "enforcement": "Look up, add and report what police and courts did: figures, cases, contradictions.",
    "estimate": "Estimate how many victims are on no list, and how far to believe it.",
    "linkage": "Find the same people on several lists, with or without their names.",
    "law": "Look into the law register: what the law is, was, and who joined which treaty.",
    "desk": "Review stories in a browser, over a sealed store.",
    "store": "Check, back up and restore the sealed store.",
    "framework": "Hold a country's law and practice against the treaties it joined.",
    "guide": "Tell what the law gives to somebody in a situation.",
    "packs": "Show what is known, how fresh it is and how sure.",
}
"""Command to what it does in one line; the command is `COMMAND` in the module of the same name."""


@click.group(
    cls=LazyGroup,
    commands_at=__name__,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing grave found, 1 something found, 2 something could not be done.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=print_version, help="Show version."
)
@click.pass_context
def group(ctx: click.Context) -> None:
    r"""One pass over a story about trafficking or smuggling.

    Nothing leaves this machine: only `serve` and `aid conformance`, which say so, use the network.

    \b
    amanat review story.txt                 review one story, with a report beside it
    amanat review --format json *.txt       one line of JSON for each
    amanat rules explain D101               why a rule speaks
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run the command line."""
    gc.set_threshold(200_000, 20, 20)  # start-up makes a million values that stay: looking at them again costs 0.2 s
    try:
        group(prog_name="amanat")
    except SystemExit as stop:
        _leave(stop.code)


def _leave(status: object) -> None:
    """End the process without taking a million values apart one by one, which costs 0.2 s; all files are closed."""
    code = status if isinstance(status, int) else int(status is not None)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # whoever read our output has gone, or it was closed by the editor
        code = code or 1
    os._exit(code)
