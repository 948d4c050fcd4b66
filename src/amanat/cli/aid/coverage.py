"""`amanat aid coverage`: who is served by nobody."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import click

from amanat.aid.coverage import Cell, Level
from amanat.aid.coverage import coverage as asked
from amanat.cli.faults import coded
from amanat.core import UsageError
from amanat.registers import Registers

EXAMPLES = """\b
Examples:
  amanat aid coverage
  amanat aid coverage --need shelter --svg shelter.svg
"""
_SHADE = {Level.NOBODY: "#111111", Level.COUNTRY: "#b5482f", Level.PROVINCE: "#e3b23c", Level.NEAR: "#3f7d58"}
_SAYS = {
    Level.NOBODY: "nobody",
    Level.COUNTRY: "a national body only",
    Level.PROVINCE: "a body of the province",
    Level.NEAR: "a body of the district or division",
}


@click.command(epilog=EXAMPLES)
@click.option("--country", default="PK", show_default=True, metavar="ID")
@click.option("--need", default="", help="One need: the districts served by nobody, or from afar.")
@click.option("--svg", type=click.Path(path_type=Path), help="Draw the districts of the need as a map of points.")
@coded
def coverage(*, country: str, need: str, svg: Path | None) -> None:
    """Show how near the nearest safe body is, for each need, in how many districts; black is nobody at all.

    Only bodies that are active and have a source count, and none that reports to the police.
    """
    registers = Registers()
    names = registers.providers.need_names
    if need and need not in names:
        raise UsageError("U023", f"there is no such need; known are {', '.join(sorted(names))}")
    cells = [cell for cell in asked(registers, country.upper()) if need in ("", cell.need)]
    if not cells:
        raise UsageError("U023", "no districts are known there; PK has them")
    for row in _need(cells) if need else _table(cells, names):
        click.echo(row)
    if svg:
        if not need:
            raise UsageError("U023", "name one need to draw, with `--need`")
        svg.write_text(_drawn(cells, names[need]), "utf-8")


def _table(cells: Sequence[Cell], names: dict[str, str]) -> Iterator[str]:
    yield f"{'districts served by':<34} {'nobody':>7} {'nation':>7} {'province':>9} {'near':>6}"
    for need in sorted(names):
        count = Counter(cell.level for cell in cells if cell.need == need)
        yield (
            f"{names[need]:<34} {count[Level.NOBODY]:>7} {count[Level.COUNTRY]:>7} "
            f"{count[Level.PROVINCE]:>9} {count[Level.NEAR]:>6}"
        )


def _need(cells: Sequence[Cell]) -> Iterator[str]:
    for level in Level:
        there = [cell.district.name for cell in cells if cell.level is level]
        yield f"{_SAYS[level]}: {len(there)} districts{': ' + ', '.join(there) if there else ''}"


def _drawn(cells: Sequence[Cell], name: str) -> str:
    """Draw each district as a circle where its town lies, its size after its people."""
    spots = [(cell, point) for cell in cells if (point := cell.district.point)]
    west, north = min(lon for _, (_, lon) in spots), max(lat for _, (lat, _) in spots)
    marks = []
    for cell, (lat, lon) in spots:
        x, y = 40 + (lon - west) * 46, 60 + (north - lat) * 54
        size = 3 + ((cell.district.population or 0) / 1e6) ** 0.5 * 3
        title = escape(f"{cell.district.name}: {_SAYS[cell.level]}")
        marks.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill="{_SHADE[cell.level]}" fill-opacity=".85">'
            f"<title>{title}</title></circle>"
        )
    legend = "".join(
        f'<circle cx="640" cy="{80 + 22 * n}" r="6" fill="{_SHADE[level]}"/><text x="654" y="{84 + 22 * n}">'
        f"{escape(_SAYS[level])}</text>"
        for n, level in enumerate(Level)
    )
    head = f'<text x="40" y="30" font-size="18">{escape(name)}: how near help is, by district</text>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 860" font-family="sans-serif" font-size="13">'
        f'<rect width="920" height="860" fill="#fdfcf9"/>{head}{"".join(marks)}{legend}</svg>\n'
    )


COMMAND = coverage
