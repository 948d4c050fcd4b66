"""`amanat packs`: what is known, how fresh it is and how sure. Loads nothing but the packs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import click

from amanat.cli.faults import coded
from amanat.core import UsageError
from amanat.packs import File, load
from amanat.packs.value import Value
from amanat.registers.upkeep import Notice

LEVELS = ("verified", "single-source", "uncertain")
STALE_DAYS = 365
EXAMPLES = """\b
Examples:
  amanat packs
  amanat packs PK
  amanat packs --format json
  amanat packs check
"""
_SHOWN = 12


class _Group(click.Group):
    """Shows what is known when no subcommand is named: `amanat packs PK`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the ids of packs for arguments of `show`."""
        return super().resolve_command(ctx, args if args and args[0] in self.commands else ["show", *args])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Ask for `show` where nothing else is asked for."""
        given = args if args and (args[0] in self.commands or args[0] in {"-h", "--help"}) else ["show", *args]
        return super().parse_args(ctx, given)


@click.group(cls=_Group, epilog=EXAMPLES)
def packs() -> None:
    """Show what is known for each country, or check what somebody should look at."""


@dataclass(slots=True)
class Shelf:
    """The facts of one kind in one pack."""

    pack: str
    kind: str
    files: int = 0
    dates: set[str] = field(default_factory=set)
    """Days on which files or facts were last looked at, as ISO days."""
    confidence: Counter[str] = field(default_factory=Counter)

    def take(self, file: File) -> None:
        """Count one file in."""
        self.files += 1
        for record in _records(file.content):
            if "confidence" in record:
                self.confidence[str(record["confidence"])] += 1
            self.dates |= {str(record[key]) for key in ("as_of", "checked_on") if isinstance(record.get(key), str)}

    @property
    def oldest(self) -> str:
        """The day of the fact that was looked at longest ago; empty when no day is given."""
        return min(self.dates, default="")


@packs.command(epilog=EXAMPLES)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@coded
def show(ids: tuple[str, ...], form: str) -> None:
    """Show what is known for each country: how many facts of each kind, how sure, and when last looked at.

    verified: the official text was read, or two independent sources agree. single-source: one named source; such a
    fact may warn, never call something wrong. uncertain: not confirmed; at most a note.
    """
    shelves = _shelves(load().files)
    known = sorted({shelf.pack for shelf in shelves})
    wanted = {id_.upper() for id_ in ids} or set(known)
    if wanted - set(known):
        raise UsageError("U006", f"no pack {', '.join(sorted(wanted - set(known)))}; known are {', '.join(known)}")
    chosen = [shelf for shelf in shelves if shelf.pack in wanted]
    for row in _lines(chosen) if form == "json" else _table(chosen):
        click.echo(row)


def _shelves(files: Iterable[File]) -> list[Shelf]:
    shelves: dict[tuple[str, str], Shelf] = {}
    for file in files:
        key = (file.pack or "-", file.kind)
        shelves.setdefault(key, Shelf(*key)).take(file)
    return [shelves[key] for key in sorted(shelves)]


def _records(value: Value) -> Iterator[dict[str, Value]]:
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _records(child)


def _lines(shelves: Iterable[Shelf]) -> Iterator[str]:
    from amanat.publish.contract import line  # noqa: PLC0415 - the table needs no publishing

    for shelf in shelves:
        yield line(
            {
                "pack": shelf.pack,
                "kind": shelf.kind,
                "files": shelf.files,
                "facts": shelf.confidence.total(),
                "confidence": {level: shelf.confidence[level] for level in LEVELS},
                "oldest": shelf.oldest or None,
            }
        )


def _table(shelves: list[Shelf]) -> Iterator[str]:
    yield f"{'pack':<6} {'kind':<15} {'files':>5} {'facts':>6} {'verified':>9} {'single':>7} {'unsure':>7}  oldest look"
    today = datetime.now(tz=UTC).date()
    for shelf in shelves:
        sure = " ".join(f"{shelf.confidence[level]:>{width}}" for level, width in zip(LEVELS, (9, 7, 7), strict=True))
        stale = "  (over a year ago)" if _stale(shelf.oldest, today) else ""
        facts = shelf.confidence.total()
        head = f"{shelf.pack:<6} {shelf.kind:<15} {shelf.files:>5} {facts:>6}"
        yield f"{head} {sure}  {shelf.oldest or 'not said'}{stale}"
    total = sum((shelf.confidence for shelf in shelves), Counter[str]())
    sums = (
        f"{total['verified']} verified",
        f"{total['single-source']} single-source",
        f"{total['uncertain']} uncertain",
    )
    yield f"{total.total()} facts: {', '.join(sums)}"


def _stale(day: str, today: date) -> bool:
    """Tell whether a day, month or year lies more than a year back."""
    year, month, day_of_month = (*map(int, day.split("-")), 1, 1)[:3] if day else (today.year, 1, 1)
    return (today - date(year, month, day_of_month)).days > STALE_DAYS


@packs.command(epilog="\b\nExample:\n  amanat packs check --days 180")
@click.option("--days", default=STALE_DAYS, show_default=True, help="After how many days a fact counts as old.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@coded
def check(days: int, form: str) -> None:
    """Tell what somebody should look at: old facts, facts without a link, conflicts, shared names.

    Exit status 1 when a fact that may speak in a review has no link, or two laws of one place share a name.
    """
    from amanat.registers import shipped  # noqa: PLC0415 - the table of packs needs no register
    from amanat.registers.lookup import entries  # noqa: PLC0415
    from amanat.registers.upkeep import conflicts, offices, shared_names, stale, without_link  # noqa: PLC0415

    known, today = shipped(), datetime.now(tz=UTC).date()
    facts = [entry.fact for entry in entries(known.laws, known.treaties)]
    _ = known.frameworks, known.guides  # they refuse duties and facts that do not exist
    found = [
        *without_link(facts),
        *shared_names(known.laws, known.treaties),
        *stale(known.packs.files, today, days),
        *offices(known.laws, today, days),
        *conflicts(known.packs.of_kind("law")),
    ]
    named = sum(1 for fact in facts if fact.sources)
    linked = named - sum(notice.what == "no link" for notice in found)
    for row in _notices(found, linked, named) if form == "text" else _notice_lines(found):
        click.echo(row)
    click.get_current_context().exit(int(any(notice.what in {"no link", "shared name"} for notice in found)))


def _notices(found: "list[Notice]", linked: int, named: int) -> Iterator[str]:
    yield f"{linked} of {named} facts of the law register that name a source give an address to open."
    for what in dict.fromkeys(notice.what for notice in found):
        those = [notice for notice in found if notice.what == what]
        yield ""
        yield f"{what} ({len(those)})"
        yield from (f"  {notice.where}: {notice.says}" for notice in those[:_SHOWN])
        if len(those) > _SHOWN:
            yield f"  and {len(those) - _SHOWN} more; --format json shows all"


def _notice_lines(found: "list[Notice]") -> Iterator[str]:
    from amanat.publish.contract import line  # noqa: PLC0415

    yield from (line({"what": n.what, "where": n.where, "says": n.says}) for n in found)


COMMAND = packs
