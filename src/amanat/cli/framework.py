"""`amanat framework`: what states promised, what law and practice do, and what to do next."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from amanat.cli.faults import coded
from amanat.core import UsageError
from amanat.publish.contract import line
from amanat.registers import Registers, shipped
from amanat.registers.framework import Row, Status

FORMS = ("text", "html", "csv", "docx", "json")
EXAMPLES = """\b
Examples:
  amanat framework gap PK
  amanat framework gap PK --format docx --output gap.docx
  amanat framework plan PK
  amanat framework compare PK GB --format html --output compare.html
"""
OUTPUT = click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file.")


@click.group(epilog=EXAMPLES)
def framework() -> None:
    """Hold a country's law and practice against the treaties it joined, duty by duty."""


@framework.command(epilog="\b\nExample:\n  amanat framework gap PK --only not-met,partly")
@click.argument("country")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--only", default="", help="Show these states of the law only: not-met, partly, unknown, met.")
@OUTPUT
@coded
def gap(country: str, form: str, only: str, output: Path | None) -> None:
    """Show met, partly, not met or unknown for each duty, with evidence, the gravest for victims first."""
    known = shipped()
    id_ = _country(known, country)
    rows = _chosen(known.frameworks.table(id_), only)
    title = f"{known.jurisdictions.by_id[id_].name}: what it promised, and what law and practice do"
    _put(_made(title, rows, form, known.frameworks.cautions[id_]), output)


@framework.command(epilog="\b\nExample:\n  amanat framework plan PK")
@click.argument("country")
@coded
def plan(country: str) -> None:
    """Show the steps that would close the gaps: action, who is responsible, how one sees it, until when."""
    known = shipped()
    id_ = _country(known, country)
    steps = [row for row in known.frameworks.table(id_) if row.step]
    for caution in known.frameworks.cautions[id_]:
        click.echo(caution)
    for number, row in enumerate(steps, 1):
        (_, action), *rest = _step_lines(row)
        click.echo(f"{number:>2}. {action[:1].upper()}{action[1:]}")
        click.echo(
            f"      for: {row.duty.name} {row.duty.article}, {row.duty.topic} (law {row.law}, practice {row.practice})"
        )
        for name, said in rest:
            click.echo(f"      {name}: {said}")
    if not steps:
        click.echo("No step is recorded for this country.")


@framework.command(epilog="\b\nExample:\n  amanat framework compare PK IN")
@click.argument("one")
@click.argument("other")
@click.option("--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True)
@OUTPUT
@coded
def compare(one: str, other: str, form: str, output: Path | None) -> None:
    """Show two countries side by side, those duties first in which they differ."""
    known = shipped()
    first, second = _country(known, one), _country(known, other)
    pairs = known.frameworks.compared(first, second)
    if form == "html":
        from amanat.publish.gap_table import as_pairs  # noqa: PLC0415 - text needs no page

        _put(as_pairs(f"{first} and {second}, duty by duty", pairs), output)
        return
    rows = [f"{'duty':<48} {first:<18} {second}"]
    rows += [f"{_name(a):<48} {_both(a):<18} {_both(b)}" for a, b in pairs]
    _put(("\n".join(rows) + "\n").encode(), output)


def _country(known: Registers, written: str) -> str:
    id_ = written.upper()
    if id_ not in known.frameworks.countries:
        raise UsageError("U006", f"no pack {id_[:12]}; known are {', '.join(known.frameworks.countries)}")
    return id_


def _chosen(rows: tuple[Row, ...], only: str) -> tuple[Row, ...]:
    wanted = {word.strip().replace("-", " ") for word in only.split(",") if word.strip()}
    if wanted - set(Status):
        raise UsageError("U021", f"--only takes {', '.join(s.replace(' ', '-') for s in Status)}")
    return tuple(row for row in rows if not wanted or row.law in wanted)


def _made(title: str, rows: Sequence[Row], form: str, cautions: Sequence[str]) -> bytes:
    if form == "json":
        from amanat.publish.gap_table import records  # noqa: PLC0415 - each form is loaded when asked for

        return "".join(f"{line({**record})}\n" for record in records(rows)).encode()
    if form == "docx":
        from amanat.publish.gap_document import as_docx  # noqa: PLC0415

        return as_docx(title, rows, cautions)
    if form in {"html", "csv"}:
        from amanat.publish.gap_table import as_csv, as_html  # noqa: PLC0415

        return as_html(title, rows, cautions) if form == "html" else as_csv(rows)
    return ("\n".join(_text(title, rows, cautions)) + "\n").encode()


def _text(title: str, rows: Sequence[Row], cautions: Sequence[str]) -> Iterator[str]:
    from amanat.publish.gap_evidence import counts, ranked, sources  # noqa: PLC0415 - json needs none of it

    yield from (title, counts(rows), "Information, not legal advice.", *cautions)
    for said, chosen in ranked([row for row in rows if not _blank(row)]):
        yield from ("", f"== {said} ==")
        for row in chosen:
            yield from _told(row)
    blank = [row for row in rows if _blank(row)]
    if blank:
        yield ""
        yield f"Not looked into yet, in law and in practice ({len(blank)}):"
        yield from (f"    {r.duty.name} {r.duty.article}: {r.duty.topic}" for r in blank)
    addresses = sources(rows)
    if addresses:
        yield from ("", "Sources", *(f"    {source.title} <{source.url}>" for source in addresses))


def _told(row: Row) -> Iterator[str]:
    from amanat.publish.gap_evidence import told  # noqa: PLC0415

    yield ""
    yield f"{row.duty.name} {row.duty.article} ({row.duty.force}): {row.duty.text}"
    yield f"    law: {row.law}   practice: {row.practice}"
    if row.says:
        yield f"    {row.says}"
    yield from (f"    - {told(fact)}" for fact in row.law_facts)
    yield from (f"    - in practice: {told(fact)}" for fact in row.practice_facts)
    yield from (f"    {name}: {said}" for name, said in _step_lines(row))


def _blank(row: Row) -> bool:
    return not (row.says or row.law_facts or row.practice_facts or row.step)


def _step_lines(row: Row) -> Iterator[tuple[str, str]]:
    step = row.step
    if step:
        pairs = (("by whom", step.body), ("seen by", step.indicator), ("until", step.by), ("model", step.model))
        yield "next step", step.action
        yield from ((name, said) for name, said in pairs if said)


def _name(row: Row) -> str:
    return f"{row.duty.name} {row.duty.article} {row.duty.topic}"[:47]


def _both(row: Row) -> str:
    return f"{row.law}/{row.practice}"


def _put(content: bytes, output: Path | None) -> None:
    """Write to the file asked for, or to standard output; a document that is no text goes to a file only."""
    if output is None:
        if content[:2] == b"PK" and sys.stdout.isatty():
            raise UsageError("U022", "a .docx is no text; name a file with --output")
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise UsageError(
            "U022", f"the file could not be written ({error.strerror}); name another with --output"
        ) from None


COMMAND = framework
