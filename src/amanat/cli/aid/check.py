"""`amanat aid check`: what is wrong with the directory, or not settled."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from amanat.cli.aid.import_ import own_directory
from amanat.cli.faults import coded
from amanat.registers import Registers
from amanat.registers.calls import today
from amanat.registers.providers import Providers
from amanat.store.directory.duplicates import duplicates
from amanat.store.directory.engine import Engine
from amanat.store.directory.from_packs import in_memory
from amanat.store.directory.sqlite import Sqlite
from amanat.store.hsds.formats import is_uri

_DAY = re.compile(r"\b20\d\d(?:-\d\d){0,2}")
EXAMPLES = """\b
Examples:
  amanat aid check
  amanat aid check --directory office.db
"""


@click.command(epilog=EXAMPLES)
@click.option("--directory", type=click.Path(path_type=Path), help="The directory's file; else that of this office.")
@coded
def check(directory: Path | None) -> None:
    """Say what is not settled.

    Numbers nobody called, old sources and broken links, sources that differ, services that may be one and the same,
    numbers that circulate wrongly.
    """
    registers = Registers()
    kept = directory or own_directory()
    engine = Sqlite(kept) if directory or kept.exists() else in_memory(registers)
    providers = registers.providers
    for row in (*_numbers(providers), *_sources(providers), *_conflicts(engine), *_doubles(engine), *_wrong(providers)):
        click.echo(row)


def _numbers(providers: Providers) -> Iterator[str]:
    day = today()
    shown = sum(bool(p.public_number(day)) for p in providers)
    waiting = sum(bool(p.editor_number()) for p in providers) - shown
    yield f"numbers: {shown} fit to print, {waiting} to be called (amanat aid verify)"
    ended = sum(not p.active for p in providers)
    placeless = sum(not p.areas for p in providers)
    yield f"bodies: {ended} may have ended, {placeless} without an area we know"


def _sources(providers: Providers) -> Iterator[str]:
    """What can be told of a source without opening it."""
    day = today().isoformat()
    links = [source.url for provider in providers for source in provider.sources]
    broken = sum(bool(link) and not is_uri(link) for link in links)
    bare = sum(link.startswith("http:") for link in links)
    seen = [max(_DAY.findall(provider.source_date), default="") for provider in providers]
    old = sum(bool(one) and one < str(int(day[:4]) - 1) + day[4:] for one in seen)
    yield f"links: {broken} that no program can open, {bare} without https, {links.count('')} bodies without one"
    yield f"sources: {old} older than a year, {seen.count('')} without a date"


def _conflicts(engine: Engine) -> Iterator[str]:
    rows = engine.rows("SELECT kind, id, field FROM conflict ORDER BY kind, id, field")
    yield f"values that two sources say differently: {len(rows)}"
    yield from (" ".join(["  ", *map(str, row)]) for row in rows[:50])


def _doubles(engine: Engine) -> Iterator[str]:
    pairs = list(duplicates(engine))
    yield f"services that may be one: {len(pairs)}"
    yield from (f"  {pair.first} {pair.second} ({pair.why})" for pair in pairs[:50])


def _wrong(providers: Providers) -> Iterator[str]:
    faulty = [row for row in providers.contaminated if row.faulty]
    counts = Counter(row.reason.split("_")[0].rstrip("?") for row in faulty)
    said = ", ".join(f"{n} {reason}" for reason, n in counts.most_common())
    yield f"numbers known to circulate wrongly, held against each import: {len(faulty)} ({said})"


COMMAND = check
