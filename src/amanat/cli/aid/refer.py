"""`amanat aid refer`: hand a person on to a body that helps, by sealed file."""

import os
import sys
from pathlib import Path

import click
import platformdirs

from amanat.aid.referral.packet import counts, packet
from amanat.aid.referral.states import BY_RECIPIENT, State, reminder
from amanat.cli.faults import coded
from amanat.cli.stories import shown
from amanat.core import DataError
from amanat.publish.contract import line
from amanat.registers import Registers
from amanat.registers.calls import today
from amanat.store.handover.age import make_key, public
from amanat.store.handover.book import Book
from amanat.store.handover.parcel import answer, answered, opened, read_case, write, written_by
from amanat.store.htcds import table

EXAMPLES = """\b
Examples:
  amanat aid refer key                                         your public key, to give to partners
  amanat aid refer intake < cases.csv                          HTCDS table to cases, to add consents to
  amanat aid refer send pk-050 --key age1... < case.json       what was agreed to, sealed
  amanat aid refer open 5f3a.age                               read what was sealed for you
  amanat aid refer reply 5f3a.age --state accepted             tell the sender, sealed
  amanat aid refer heard 5f3a-answer.age                       take the answer into the book
  amanat aid refer list                                        how far each hand-over is, and what is due
"""
_STEPS = {"withdraw": State.REVOKED, "no-answer": State.NO_ANSWER, "close": State.CLOSED}
_DUE = {
    "": "",
    "ask": "ask whether it arrived",
    "give_up": "no answer: ask another body",
    "renew": "the consent has ended: ask again, or have it deleted",
}


def _office(name: str) -> Path:
    return Path(platformdirs.user_data_dir("amanat", appauthor=False)) / name


def _book() -> Book:
    return Book.read(_office("handovers.jsonl"))


def _secret() -> str:
    """Return the office's secret key; make it when there is none."""
    file = _office("handover.key")
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
    case, book = read_case(sys.stdin.read()), _book()
    made = packet(case, recipient.lower(), today(), Registers())
    file = write(made, _secret(), theirs, folder)
    book.propose(made, theirs.strip(), today())
    book.mark(made.reference, (State.CONSENTED, State.SENT), today())
    click.echo(f"{file.name}: {len(made.fields)} of {len(case.fields)} fields, to be deleted after {made.until}")


@refer.command("intake")
@coded
def intake() -> None:
    """Read a table with HTCDS field names from standard input; print each row as a case, without any consent.

    Add consents to a case before you send it. All rows are taken, or none.
    """
    for row in table.read(sys.stdin.read()):
        click.echo(line({"country": "", "fields": {**row}, "consents": []}))


@refer.command("open")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "htcds"]), default="text", show_default=True)
@coded
def open_(file: Path, form: str) -> None:
    """Show what was sealed for this office; as an HTCDS table for your own case system, with `--format htcds`."""
    body = opened(file, _secret(), today())
    inside = body.get("fields")
    values = {str(k): str(v) for k, v in inside.items()} if isinstance(inside, dict) else {}
    if form == "htcds":
        click.echo(table.write([values], sealed=True), nl=False)
        return
    outside = {name: str(value) for name, value in body.items() if name not in ("fields", "proof")}
    for name, value in (*outside.items(), *values.items()):
        click.echo(f"{shown(name)}: {shown(value)}")


@refer.command("reply")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--state", type=click.Choice(sorted(s.value for s in BY_RECIPIENT)), required=True)
@click.option("--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".", show_default=True)
@coded
def reply(file: Path, state: str, folder: Path) -> None:
    """Seal an answer for whoever sent a file: accepted, declined, served or lost contact."""
    secret = _secret()
    click.echo(answer(opened(file, secret, today()), secret, State(state), today(), folder).name)


@refer.command("heard")
@click.argument("file", type=click.Path(path_type=Path))
@coded
def heard(file: Path) -> None:
    """Take a sealed answer into the book, if the body that was asked wrote it. Any other is refused."""
    book, secret = _book(), _secret()
    body = opened(file, secret, today())
    reference, state = answered(body)
    written_by(body, secret, book.sealed_for(reference))
    book.mark(reference, (state,), today())
    click.echo(f"{reference}: {state.value}")


@refer.command("mark")
@click.argument("reference")
@click.argument("step", type=click.Choice(sorted(_STEPS)))
@coded
def mark(reference: str, step: str) -> None:
    """Record that consent was taken back, that nobody answered, or that a hand-over is closed."""
    _book().mark(reference, (_STEPS[step],), today())
    if step == "withdraw":
        click.echo("Tell the recipient to delete the packet: it cannot be called back.", err=True)


@refer.command("list")
@coded
def list_() -> None:
    """Show every hand-over that is not closed, and what is due. No person is named: there is none in the book."""
    for one in _book().by_reference.values():
        if one.state is not State.CLOSED:
            due = _DUE[reminder(one.steps, today(), one.until)]
            row = (one.reference, one.recipient, one.purpose, one.state.value, str(one.steps[-1].on), due)
            click.echo("  ".join(filter(None, row)))


@refer.command("count")
@click.option("--by", type=click.Choice(["recipient", "purpose", "state"]), multiple=True, default=("purpose",))
@coded
def count(by: tuple[str, ...]) -> None:
    """Count hand-overs; cells under eleven, and one more where it would give the other away, are not told."""
    rows = [
        {"recipient": one.recipient, "purpose": one.purpose, "state": one.state.value}
        for one in _book().by_reference.values()
    ]
    for cell, number in counts(rows, by).items():
        click.echo(f"{', '.join(cell)}: {'too few to tell' if number is None else number}")


COMMAND = refer
