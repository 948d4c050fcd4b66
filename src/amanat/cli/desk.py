"""`amanat desk`: the desk in a browser, on this machine."""

from dataclasses import replace
from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.core import UsageError

EXAMPLES = """\b
Examples:
  amanat desk
      start on this machine and open the browser; the first start sets a passphrase
  amanat desk --demo
      the same with an invented story, in a passing store that is gone afterwards
  amanat desk --postgres postgresql:///desk --name desk.example.org --behind-tls --no-browser
      the desk of a newsroom, behind its own web server
"""


@click.command(epilog=EXAMPLES)
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="Port to listen on.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where the store lies.")
@click.option("--backups", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where backups go.")
@click.option("--head", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Signed end of the log.")
@click.option("--postgres", metavar="ADDRESS", default="", help="PostgreSQL database instead of the embedded one.")
@click.option(
    "--name", "names", metavar="HOST", multiple=True, help="Host name by which a proxy asks; may be repeated."
)
@click.option("--behind-tls", is_flag=True, help="A proxy with TLS stands in front: cookies for https only.")
@click.option("--keyring", is_flag=True, help="Open the store by this system's keyring; users still sign in.")
@click.option("--demo", is_flag=True, help="An invented story in a passing store.")
@click.option("--browser/--no-browser", default=True, help="Open the browser.")
@coded
def desk(  # noqa: PLR0917 - click hands each option over
    port: int,
    folder: Path | None,
    backups: Path | None,
    head: Path | None,
    postgres: str,
    names: tuple[str, ...],
    behind_tls: bool,  # noqa: FBT001
    keyring: bool,  # noqa: FBT001
    demo: bool,  # noqa: FBT001
    browser: bool,  # noqa: FBT001
) -> None:
    """Review stories in a browser, over a sealed store.

    The desk listens on this machine only (127.0.0.1) and asks nothing of the network.
    """
    try:
        from amanat.desk.serving import serve  # noqa: PLC0415 - everything else stays light
        from amanat.desk.state import State  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UsageError("U030", "the desk needs more parts: pip install 'amanat[desk]'") from None
    from amanat.store import open_by_keyring, usual_home  # noqa: PLC0415

    if demo and (folder or postgres):
        raise UsageError("U031", "--demo has a store of its own: leave --folder and --postgres out")
    usual = usual_home()
    home = replace(
        usual, folder=folder or usual.folder, backups=backups or usual.backups, heads=head, postgres=postgres
    )
    if demo:
        from amanat.desk.demo import demonstration  # noqa: PLC0415

        with demonstration() as shown:
            click.echo(
                f"The demo is at http://127.0.0.1:{port}/ — sign in as {shown.name}, passphrase {shown.passphrase}"
            )
            serve(shown.state, "127.0.0.1", port, browse=browser)
        return
    state = State(home, tls=behind_tls)
    if keyring:
        state.vault = open_by_keyring(home)
    click.echo(f"The desk is at http://127.0.0.1:{port}/ — press Ctrl+C to stop it")
    serve(state, "127.0.0.1", port, names, browse=browser)


COMMAND = desk
