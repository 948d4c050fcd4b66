"""`amanat aid confirm`: one call, recorded."""

from datetime import UTC, datetime

import click

from amanat.cli.faults import coded
from amanat.core import DataError
from amanat.packs.own import own_folder, record_call
from amanat.registers import Registers
from amanat.registers.calls import Call, Outcome, checked

EXAMPLES = """\b
Examples:
  amanat aid confirm pk-023 --by "A. Editor"
  amanat aid confirm pk-023 --by "A. Editor" --result wrong
  amanat aid confirm pk-004 --by "A. Editor" --number 042-000000 --on 2026-11-20
"""


@click.command(epilog=EXAMPLES)
@click.argument("service", metavar="ID")
@click.option("--by", required=True, metavar="NAME", help="Who called: a person, not a program.")
@click.option("--result", type=click.Choice([o.value for o in Outcome]), default="confirmed", show_default=True)
@click.option("--number", default="", help="What was dialled; the number of the register when left out.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the call; today when left out.")
@click.option("--note", default="", help="For colleagues; never displayed.")
@click.option("--sure", is_flag=True, help="Confirm a number although it is known to circulate wrongly.")
@coded
def confirm(*, service: str, by: str, result: str, number: str, day: datetime | None, note: str, sure: bool) -> None:
    """Record that somebody called a service, and what came of it.

    Only a confirmed call lets a number leave the house: 90 days for a hotline, 180 for an office. The record is a file
    of this office (kind: calls); lines are added to it and never changed.
    """
    registers = Registers()
    provider = registers.providers.by_id.get(service.lower())
    if provider is None:
        raise DataError("H014", "there is no service with this id; amanat aid verify lists them")
    today = datetime.now(tz=UTC).date()
    dialled = number or provider.phone
    call = Call(provider.id, dialled, day.date() if day else today, by.strip(), Outcome(result))
    checked(call, provider.country, today, registers.providers.contaminated, own=provider.phone, sure=sure)
    record_call(own_folder(), {**call.row, "note": note} if note else call.row)
    click.echo(f"{provider.id}: {call.outcome.value.replace('_', ' ')}, {call.on}, by {call.by}. Recorded.")
    now = registers.providers.by_id[provider.id]
    if call.outcome is Outcome.CONFIRMED and now.phone and not now.public_number(today):
        click.echo(
            "It is not printed yet: the register has another number for this body, or the body may have ended. If the "
            "other number is wrong, record that too: --result wrong.",
            err=True,
        )


COMMAND = confirm
