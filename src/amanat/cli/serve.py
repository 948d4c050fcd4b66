"""`amanat serve`: the directory of help over HTTP."""

from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.core import UsageError

EXAMPLES = """\b
Examples:
  amanat serve
  amanat serve --directory help.db --host 0.0.0.0 --port 80 --address https://help.example.org
"""


@click.command(epilog=EXAMPLES)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for the world.")
@click.option("--port", default=8765, show_default=True)
@click.option("--address", default="", metavar="URL", help="How callers find it, when it stands behind another server.")
@click.option("--directory", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Made by aid import.")
@click.option("--rate", default=240, show_default=True, help="Calls a minute that one caller may make.")
@coded
def serve(host: str, port: int, address: str, directory: Path | None, rate: int) -> None:
    """Answer questions over HTTP: the directory of help as an HSDS 3.1 API, read only, without accounts.

    No number is given out that nobody confirmed by a call, and nothing that a caller asks for is logged.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from amanat.serve import Setting, application  # noqa: PLC0415
    except ImportError:
        raise UsageError("U020", "serving needs further packages: pip install 'amanat[serve]'") from None
    from amanat.registers import Registers  # noqa: PLC0415

    where = address.rstrip("/") or f"http://{host}:{port}"
    app = application(Setting(Registers(), directory, where, rate))
    click.echo(f"{where}  (stop with Ctrl+C)", err=True)
    uvicorn.run(app, host=host, port=port, access_log=False, server_header=False, log_level="warning")


COMMAND = serve
