"""`amanat linkage`: from lists of people to the overlap table; lists that must not be shown are encoded first."""

import io
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amanat.cli.faults import coded
from amanat.core import DataError, UsageError
from amanat.linkage import Links, Overlap
from amanat.linkage.lists import Lists, read_list, together
from amanat.numbers import estimate as mse
from amanat.publish.files import put

if TYPE_CHECKING:
    import pyarrow as pa

_THRESHOLDS = (0.5, 0.9, 0.99)
_WIDTH = 96
_WEAKNESS = (
    "Encoded lists stay personal data: names can be read back from the patterns of Bloom filters without the secret "
    "(Christen and others 2017). Link them on one machine, hand on nothing but the overlap table, then delete them and "
    "the secret."
)


@click.group(
    epilog="""\b
Examples:
  amanat linkage overlap police.csv shelter.csv labour.csv --output overlaps.csv
  amanat linkage encode police.csv --secret secret --output police.parquet
"""
)
def linkage() -> None:
    """Find the same people on several lists; only the overlap table leaves.

    A list is a CSV with the columns name, father, place and born (year), one row a person, in Urdu or Roman letters.
    """


@linkage.command(
    epilog="""\b
Example:
  head -c 32 /dev/urandom > secret
  amanat linkage encode police.csv --secret secret --output police.parquet
"""
)
@click.argument("path", metavar="LIST", type=click.Path(path_type=Path))
@click.option("--secret", type=click.Path(path_type=Path), required=True, help="File of 16 random bytes or more.")
@click.option("--output", type=click.Path(path_type=Path), required=True, help="A .parquet file.")
@coded
def encode(path: Path, secret: Path, output: Path) -> None:
    """Write a LIST without its names: every agency with the same secret, each on its own machine."""
    from amanat.linkage.encoded import encode as encoded  # noqa: PLC0415 - the other command may not need it

    records = encoded(_plain(_bytes(path)), _bytes(secret))
    put(output, _parquet(records))
    click.echo(f"{records.num_rows:,} records, no names.\n{_wrapped(_WEAKNESS)}")


@linkage.command(
    epilog="""\b
Examples:
  amanat linkage overlap police.csv hospital.csv shelter.csv --output overlaps.csv
  amanat estimate overlaps.csv
"""
)
@click.argument("paths", metavar="LIST...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), required=True, help="The overlap table, a .csv file.")
@click.option("--times", type=click.IntRange(2, 1000), default=100, show_default=True, help="Draws of doubtful links.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same draws.")
@coded
def overlap(paths: tuple[Path, ...], output: Path, times: int, seed: int) -> None:
    """Count who stands on which of the LISTs (.csv, or .parquet from `encode`), and what linking leaves open.

    A list is called as its file. The file written holds exact counts and is for the desk; what is printed keeps counts
    of one or two people back.
    """
    from amanat.linkage import link  # noqa: PLC0415 - needs the extra

    lists = together({path.stem: _records(path) for path in paths})
    if len(lists.names) < len(paths):
        raise UsageError("U302", "two lists have the same file name; give each a name of its own")
    is_encoded = "name" not in lists.records.column_names
    links = link(lists.records, encoded=is_encoded)
    counted = links.overlap(lists.names, lists.of_list)
    put(output, _table(counted).encode())
    click.echo("\n".join(_page(lists, counted)))
    click.echo("\n".join(_doubt(lists, links, times, seed)))
    click.echo(f"\n{output}: exact counts, for the desk and never for the public. Next: amanat estimate {output}")
    if is_encoded:
        click.echo(_wrapped(_WEAKNESS))


def _wrapped(words: str, indent: str = "") -> str:
    return textwrap.fill(words, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UsageError("U303", "a list or the secret could not be opened; check the path") from None


def _records(path: Path) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    content = _bytes(path)
    if path.suffix.lower() == ".parquet":
        try:
            return pq.read_table(io.BytesIO(content))
        except pa.ArrowInvalid:
            raise DataError("F110", "this is no list that `amanat linkage encode` wrote") from None
    return _plain(content)


def _plain(content: bytes) -> "pa.Table":
    try:
        return read_list(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise DataError("N019", "the table is not UTF-8; save it as CSV in UTF-8") from None


def _parquet(records: "pa.Table") -> bytes:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    out = io.BytesIO()
    pq.write_table(records, out)
    return out.getvalue()


def _table(counted: Overlap) -> str:
    rows = (f"{','.join(map(str, history))},{count}" for history, count in sorted(counted.counts.items()))
    return "\n".join([",".join([*counted.lists, "count"]), *rows, ""])


def _page(lists: Lists, counted: Overlap) -> Iterator[str]:
    shown = mse.published(mse.Table.of(counted.lists, counted.by_names))
    about = "" if shown.exact else "about "
    yield f"{len(lists.names)} lists, {lists.records.num_rows:,} records, {about}{shown.observed:,} people"
    yield ""
    for names, count in shown.cells.items():
        yield f"  {names[:60]:<60} {'kept back' if count is None else f'{count:,}':>9}"


def _doubt(lists: Lists, links: Links, times: int, seed: int) -> Iterator[str]:
    """Say how much hangs on the doubtful links: people at three thresholds, and the estimate over the draws."""
    at = ((level, round(len(set(links.people(level).tolist())), -1)) for level in _THRESHOLDS)
    people = ", ".join(f"{number:,} from {level}" for level, number in at)
    yield f"\nWhat linking leaves open\n  People to the nearest 10, by how sure a link must be: {people}"
    drawn = links.draws(lists.names, lists.of_list, times, seed)
    yield from _estimates([mse.Table.of(each.lists, each.by_names) for each in drawn], seed)
    yield "  A link that is missed makes two people of one, and the estimate larger."


def _estimates(tables: Sequence[mse.Table], seed: int) -> Iterator[str]:
    refused = mse.refusals(tables[0])
    if refused:
        yield f"  No estimate of the unseen: {refused[0].message}."
        return
    told = mse.over_draws(tables, seed=seed)
    low, high, inner = told.interval.low, told.interval.high, told.within
    yield _wrapped(
        f"Stepwise estimate over {len(told.estimates)} draws: {mse.rounded(told.median):,.0f} "
        f"[{mse.rounded(low):,.0f} to {mse.rounded(high):,.0f}]; with the links of one draw taken for certain "
        f"[{mse.rounded(inner.low):,.0f} to {mse.rounded(inner.high):,.0f}]. One method alone is never to be printed.",
        "  ",
    )


COMMAND = linkage
