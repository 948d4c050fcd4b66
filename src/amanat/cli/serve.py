"""`amanat serve`: the directory of help over HTTP, and stories read for programs on this machine."""

import os
import secrets
from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.core import UsageError

EXAMPLES = """\b
Examples:
  amanat serve
  amanat serve --house post.yaml --allow-origin https://desk.example.org
  amanat serve --directory help.db --host 0.0.0.0 --port 80 --address https://help.example.org
"""


@click.command(epilog=EXAMPLES)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for the world.")
@click.option("--port", default=8765, show_default=True)
@click.option("--address", default="", metavar="URL", help="How callers find it, when it stands behind another server.")
@click.option("--directory", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Made by aid import.")
@click.option("--rate", default=240, show_default=True, help="Calls a minute that one caller may make.")
@click.option("--house", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="A house style.")
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="URL",
    help="A site whose pages may ask for a review, like https://desk.example.org; may be given again.",
)
@coded
def serve(  # noqa: PLR0917 - click hands each option over
    host: str,
    port: int,
    address: str,
    directory: Path | None,
    rate: int,
    house: Path | None,
    origins: tuple[str, ...],
) -> None:
    """Answer questions over HTTP: the directory of help as an HSDS 3.1 API, read only, without accounts.

    No number is given out that nobody confirmed by a call, and nothing that a caller asks for is logged. Listening on
    this machine only (the default), it also reads stories for programs on it: POST /review with the token it prints, or
    with the one in the environment variable AMANAT_TOKEN.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from amanat.serve import Setting, application  # noqa: PLC0415
    except ImportError:
        raise UsageError("U020", "serving needs further packages: pip install 'amanat[serve]'") from None
    from amanat.dignity import styled  # noqa: PLC0415
    from amanat.packs import house_style  # noqa: PLC0415
    from amanat.registers import Registers  # noqa: PLC0415
    from amanat.serve.review import is_here  # noqa: PLC0415

    registers = Registers(house=house_style(house)) if house else Registers()
    styled(registers)
    where = address.rstrip("/") or f"http://{host}:{port}"
    given = os.environ.get("AMANAT_TOKEN", "")
    token = (given or secrets.token_urlsafe(24)) if is_here(host) else ""
    app = application(Setting(registers, directory, where, rate, token, tuple(o.rstrip("/") for o in origins)))
    click.echo(f"{where}  (stop with Ctrl+C)", err=True)
    if token and not given:
        click.echo(f"token for reviews: {token}", err=True)
    elif not token:
        click.echo("stories are not read over the network; listen on 127.0.0.1 for that", err=True)
    uvicorn.run(app, host=host, port=port, access_log=False, server_header=False, log_level="warning")


COMMAND = serve
