"""`amanat lsp`: the desk inside the editor."""

from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.core import UsageError

EXAMPLES = """\b
Examples:
  amanat lsp
      speak the Language Server Protocol on standard input and output
  amanat lsp --house post.yaml
      the same, under a newsroom's house style

\b
Editors start this by themselves; docs/how-to/in-your-editor.md shows how to tell them.
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--house", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The newsroom's house style."
)
@coded
def lsp(house: Path | None) -> None:
    """Show remarks in an editor while a story is written (Language Server Protocol).

    Nothing leaves this machine. Stories are held in memory while they are open.
    """
    try:
        from amanat.lsp.server import server  # noqa: PLC0415 - pygls is an extra
    except ModuleNotFoundError:
        raise UsageError("U063", "this needs an extra: pip install 'amanat[lsp]'") from None
    from amanat.dignity import styled  # noqa: PLC0415
    from amanat.packs import house_style  # noqa: PLC0415
    from amanat.registers import Registers  # noqa: PLC0415
    from amanat.store.tallies import Tallies  # noqa: PLC0415

    registers = Registers(house=house_style(house)) if house else Registers()
    styled(registers)
    tallies = Tallies()
    server(registers, lambda a: tallies.count(a.code, "accept" if a.accepted else "reject", a.reason)).start_io()


COMMAND = lsp
