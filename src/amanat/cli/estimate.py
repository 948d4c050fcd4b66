"""`amanat estimate`: how many people are on no list, by every method, with what speaks against each figure."""

import math
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.core import DataError, UsageError
from amanat.numbers import estimate as mse
from amanat.numbers.funnel import Interval
from amanat.publish.contract import Json, line

EXAMPLES = """\b
Examples:
  amanat estimate overlaps.csv
  amanat estimate --format json --version "edition of May 2026" overlaps.csv
  amanat estimate --group sex --group exploitation overlaps.csv
  amanat estimate --method stepwise --method graphs - < overlaps.csv

The file has one column of 0 and 1 for each list and the count of people last:
  police,hospital,shelter,count
  1,0,0,54
  1,1,0,15
"""
_WIDTH = 96


@click.command(epilog=EXAMPLES)
@click.argument("path", type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@click.option("--group", "groups", multiple=True, metavar="COLUMN", help="Estimate by the values of this column too.")
@click.option(
    "--method",
    "methods",
    multiple=True,
    type=click.Choice(["stepwise", "bic", "graphs", "classes"]),
    help="Only this method; may be given again. All when left out.",
)
@click.option("--replicates", type=click.IntRange(2), default=1000, show_default=True, help="Resampled tables.")
@click.option("--chains", type=click.IntRange(1), default=20, show_default=True, help="Chains of the latent classes.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same answer.")
@click.option("--version", "version", default="", help="Which edition of the data this is; repeated in the answer.")
@click.option(
    "--all-cells", is_flag=True, help="Print also counts of one or two people. For the desk, never for the public."
)
@click.pass_context
@coded
def estimate(
    ctx: click.Context,
    *,
    path: str,
    form: str,
    groups: tuple[str, ...],
    methods: tuple[str, ...],
    replicates: int,
    chains: int,
    seed: int,
    version: str,
    all_cells: bool,
) -> None:
    """Estimate how many people are on no list, from lists that overlap.

    Never one number: every method, its interval, what changes when a list is left out, and who disputes it.
    Exit status 1: the lists cannot carry an estimate, or the methods contradict each other.
    """
    tables = mse.read_strata(_text(path), groups, version=version)
    smallest = 1 if all_cells else 3
    bad = False
    for name, table in tables.items():
        found = mse.report(table, methods=methods or mse.METHODS, replicates=replicates, chains=chains, seed=seed)
        bad = bad or found.red
        if form == "json":
            click.echo(line({"group": name or None, **_record(found, smallest)}))
        else:
            click.echo("\n".join(_page(found, name, smallest)) + "\n")
    if groups:
        together = mse.by_group(tables, replicates=replicates, seed=seed)
        total = together.total.interval() if together.total else None
        value = together.total.estimate if together.total else None
        if form == "json":
            click.echo(line({"group": "all groups added", "estimate": _number(value), "interval": _interval(total)}))
        else:
            click.echo(f"All groups added, stepwise: {_shown(value)} {_range(total)}")
    ctx.exit(1 if bad else 0)


def _text(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError:
        raise UsageError("U301", "the table could not be opened; check the path") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError("N019", "the table is not UTF-8; save it as CSV in UTF-8") from None


def _page(found: mse.Report, name: str, smallest: int) -> Iterator[str]:
    yield click.style("How many people are on no list?" + (f"  ({name})" if name else ""), bold=True)
    yield from _overlaps(found.table, smallest)
    if found.refusals:
        yield from _listed("No estimate", map(str, found.refusals))
    if found.rows:
        yield from _title(f"What each method says (people on the lists included, {100 * found.level:.0f} % limits)")
        for row in found.rows:
            yield from _method(row)
    if found.variations:
        yield from _title("If a list is left out, or two are taken for one (stepwise)")
        for each in found.variations:
            yield f"  {each.change[:50]:<50} {_shown(each.estimate) if each.estimate else f'none: {each.refused}'}"
    if found.warnings:
        title = "DO NOT PRINT A NUMBER FROM THIS" if found.red and found.rows else "Warnings"
        yield from _listed(title, found.warnings)
    yield from _listed("What no table can show", found.assumptions)
    disputed = (f"{source.title}{f' <{source.url}>' if source.url else ''}" for source in found.critics)
    yield from _listed("Who disputes such estimates", disputed)
    yield from _listed("What a reporter may write", (found.sentence,))


def _overlaps(table: mse.Table, smallest: int) -> Iterator[str]:
    shown = mse.published(table, smallest)
    about = "" if shown.exact else "about "
    edition = f"; data: {table.version}" if table.version else ""
    yield f"{len(table.lists)} lists ({', '.join(table.lists)}), {about}{shown.observed:,} people{edition}"
    yield from _title("How much the lists share")
    on = ((n, _kept(count)) for n, count in enumerate(shown.degrees, 1))
    yield "  " + ", ".join(f"{count} on {n} list{'s' if n > 1 else ''}" for n, count in on)
    for pair, count in shown.pairs.items():
        yield f"  {pair[:50]:<50} {_kept(count):>9}"
    if not shown.exact:
        yield f"  (counts below {smallest}, and sums that would give them away, are kept back; the total is rounded)"


def _listed(title: str, sentences: Iterable[str]) -> Iterator[str]:
    yield from _title(title)
    for words in sentences:
        yield from _wrapped(words, "  - ")


def _method(row: mse.Row) -> Iterator[str]:
    yield f"  {row.title}"
    if row.refused:
        yield from _wrapped(f"none: {row.refused}", "      ")
        return
    yield f"      {_shown(row.estimate):>9}  {_range(row.interval)}, the choice of the model counted in"
    if row.conditional:
        yield f"      {'':9}  {_range(row.conditional)} if the model chosen were certain (too narrow)"
    yield from _wrapped(row.chosen, "      ")
    for note in row.warnings:
        yield from _wrapped(f"! {note}", "      ")


def _title(words: str) -> Iterable[str]:
    return "", click.style(words, bold=True)


def _wrapped(words: str, start: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent=start, subsequent_indent=" " * len(start))


def _kept(count: int | None) -> str:
    return "kept back" if count is None else f"{count:,}"


def _shown(value: float | None) -> str:
    return "no estimate" if value is None else "no limit" if math.isinf(value) else f"{mse.rounded(value):,.0f}"


def _range(interval: Interval | None) -> str:
    return f"[{_shown(interval.low)} to {_shown(interval.high)}]" if interval else ""


def _number(value: float | None) -> Json:
    return None if value is None or math.isinf(value) else mse.rounded(value)


def _interval(interval: Interval | None) -> Json:
    return [_number(interval.low), _number(interval.high)] if interval else None


def _record(found: mse.Report, smallest: int) -> dict[str, Json]:
    shown = mse.published(found.table, smallest)
    return {
        "lists": list(found.table.lists),
        "version": found.table.version,
        "observed": shown.observed,
        "observed_exact": shown.exact,
        "cells": dict(shown.cells),
        "degrees": list(shown.degrees),
        "pairs": dict(shown.pairs),
        "level": found.level,
        "refusals": [{"code": each.code, "message": each.message} for each in found.refusals],
        "methods": [
            {
                "method": row.method,
                "title": row.title,
                "estimate": _number(row.estimate),
                "interval": _interval(row.interval),
                "conditional": _interval(row.conditional),
                "chosen": row.chosen,
                "warnings": list(row.warnings),
                "refused": row.refused,
            }
            for row in found.rows
        ],
        "sensitivity": [
            {"change": each.change, "estimate": _number(each.estimate), "refused": each.refused}
            for each in found.variations
        ],
        "red": found.red,
        "warnings": list(found.warnings),
        "assumptions": list(found.assumptions),
        "critics": [{"title": source.title, "url": source.url} for source in found.critics],
        "sentence": found.sentence,
    }


COMMAND = estimate
