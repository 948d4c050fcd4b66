"""`amanat store`: look after the sealed store of the desk from a terminal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from amanat.cli.faults import coded
from amanat.core import UsageError

EXAMPLES = """\b
Examples:
  amanat store check
      is the database whole, and has nobody touched the log?
  amanat store backup && amanat store drill
      make a backup, and show that it can be restored
  amanat store restore backups/20261124T101500-00.backup --folder new-desk
"""


@dataclass(frozen=True, slots=True)
class Where:
    """Which store is meant, and who opens it."""

    home: Any
    name: str
    passphrase: str


def _where(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that name a store."""
    for option in (
        click.option("--folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="The store."),
        click.option("--backups", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="The backups."),
        click.option("--head", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Signed log end."),
        click.option("--postgres", metavar="ADDRESS", default="", help="PostgreSQL database."),
        click.option("--as", "name", prompt="Sign-in name", help="Who opens it."),
        click.password_option(
            "--passphrase", confirmation_prompt=False, prompt="Passphrase", help="Asked for if left out."
        ),
    ):
        command = option(command)
    return command


def _meant(given: dict[str, Any]) -> Where:
    from amanat.store import usual_home  # noqa: PLC0415 - only for who has a store

    usual = usual_home()
    home = replace(
        usual,
        folder=given["folder"] or usual.folder,
        backups=given["backups"] or usual.backups,
        heads=given["head"],
        postgres=given["postgres"],
    )
    return Where(home, given["name"], given["passphrase"])


@click.group(epilog=EXAMPLES)
def store() -> None:
    """Check, back up and restore the sealed store of the desk."""


@store.command()
@_where
@click.pass_context
@coded
def check(ctx: click.Context, /, **given: Any) -> None:  # noqa: ANN401 - the options of `_where`
    """Tell whether the database is whole and the log untouched. Exit status 1 if not."""
    from amanat.store import audit, open_with  # noqa: PLC0415

    where = _meant(given)
    vault, _ = open_with(where.home, where.name, where.passphrase)
    whole, log = vault.engine.check(), audit.check(vault)
    vault.close()
    click.echo(f"database: {'whole' if whole else 'damaged; restore a backup'}")
    wrong = f"row {log.wrong_at} does not follow; " if log.wrong_at else ""
    click.echo(f"log: {log.rows} rows, {'whole' if log.sound else f'touched ({wrong}signed end: {log.head})'}")
    ctx.exit(0 if whole and log.sound else 1)


@store.command()
@_where
@coded
def backup(**given: Any) -> None:  # noqa: ANN401
    """Write an encrypted backup."""
    from amanat.store import open_with  # noqa: PLC0415
    from amanat.store.backup import back_up  # noqa: PLC0415

    where = _meant(given)
    vault, _ = open_with(where.home, where.name, where.passphrase)
    made = back_up(vault, where.home.backups, where.home.locks)
    vault.close()
    click.echo(f"backup: {made}")


@store.command()
@_where
@click.pass_context
@coded
def drill(ctx: click.Context, /, **given: Any) -> None:  # noqa: ANN401
    """Restore the newest backup into a passing database and compare. Exit status 1 if it is not the same."""
    from amanat.store import open_with  # noqa: PLC0415
    from amanat.store.backup import generations  # noqa: PLC0415
    from amanat.store.opening import drill as try_  # noqa: PLC0415

    where = _meant(given)
    found = generations(where.home.backups)
    if not found:
        raise UsageError("U032", "there is no backup yet; `amanat store backup` makes one")
    vault, _ = open_with(where.home, where.name, where.passphrase)
    done = try_(vault, found[0])
    vault.close()
    click.echo(f"{done.rows} rows restored, {'every table with the hash it had' if done.same else 'NOT the same'}")
    ctx.exit(0 if done.same else 1)


@store.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BACKUP")
@_where
@coded
def restore(path: Path, **given: Any) -> None:  # noqa: ANN401
    """Bring a backup back, into a folder or database where no store is."""
    from amanat.store.opening import restore_into  # noqa: PLC0415

    where = _meant(given)
    done = restore_into(where.home, path, where.name, where.passphrase)
    gone = f"; {done.forgotten} records were shredded since and stay so" if done.forgotten else ""
    click.echo(f"{done.rows} rows restored{gone}")


COMMAND = store
