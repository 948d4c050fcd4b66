"""`amanat aid refer`: hand a person on to a body that helps, by sealed file."""

import os
import sys
from pathlib import Path

import click
import platformdirs

from amanat.aid.referral.packet import packet
from amanat.aid.referral.states import BY_RECIPIENT, State
from amanat.cli.faults import coded
from amanat.core import DataError
from amanat.registers import Registers
from amanat.registers.calls import today
from amanat.store.handover.age import make_key, public
from amanat.store.handover.parcel import answer, opened, read_case, write

EXAMPLES = """\b
Examples:
  amanat aid refer key                                         your public key, to give to partners
  amanat aid refer send pk-050 --key age1... < case.json       what was agreed to, sealed
  amanat aid refer open 5f3a.age                               read what was sealed for you
  amanat aid refer reply 5f3a.age --state accepted             tell the sender, sealed
"""


def _secret() -> str:
    """Return the office's secret key; make it when there is none."""
    file = Path(platformdirs.user_data_dir("amanat", appauthor=False)) / "handover.key"
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as out:
                out.write(make_key() + "\n")
        return file.read_text("ascii").strip()
    except OSError as error:
        raise DataError("H034", f"the key of this office cannot be kept ({error.strerror})") from None


@click.group("refer", epilog=EXAMPLES)
def refer() -> None:
    """Hand a person on: with consent, with what the other body needs, sealed for that body alone.

    Nothing is sent: the sealed file travels by any way you choose. No name stands in a file name or in a message.
    """


@refer.command("key")
@coded
def key() -> None:
    """Show this office's public key; it is made at the first call."""
    click.echo(public(_secret()))


@refer.command("send")
@click.argument("recipient", metavar="ID")
@click.option("--key", "theirs", required=True, help="The recipient's public key, checked by telephone.")
@click.option("--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".", show_default=True)
@coded
def send(recipient: str, theirs: str, folder: Path) -> None:
    """Seal what was agreed to for one recipient; the case is read from standard input (JSON)."""
    case = read_case(sys.stdin.read())
    made = packet(case, recipient.lower(), today(), Registers())
    file = write(made, public(_secret()), theirs, folder)
    click.echo(f"{file.name}: {len(made.fields)} of {len(case.fields)} fields, to be deleted after {made.until}")


@refer.command("open")
@click.argument("file", type=click.Path(path_type=Path))
@coded
def open_(file: Path) -> None:
    """Show what was sealed for this office."""
    for name, value in opened(file, _secret()).items():
        for inner, text in value.items() if isinstance(value, dict) else ((name, value),):
            click.echo(f"{inner}: {text}")


@refer.command("reply")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--state", type=click.Choice(sorted(s.value for s in BY_RECIPIENT)), required=True)
@click.option("--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".", show_default=True)
@coded
def reply(file: Path, state: str, folder: Path) -> None:
    """Seal an answer for whoever sent a file: accepted, declined, served or lost contact."""
    click.echo(answer(opened(file, _secret()), State(state), today(), folder).name)


COMMAND = refer
