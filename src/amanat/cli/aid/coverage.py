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
from amanat.registers.matching import OWN

EXAMPLES = """\b
Examples:
  amanat aid coverage
  amanat aid coverage --for men
  amanat aid coverage --need shelter --for children --svg shelter.svg
"""
_NAMED = 14  # of the most populous districts are written beside their circles
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
@click.option("--for", "people", type=click.Choice(sorted(OWN)), help="Bodies that take these people; else anybody.")
@click.option("--svg", type=click.Path(path_type=Path), help="Draw the districts of the need as a map of points.")
@coded
def coverage(*, country: str, need: str, people: str | None, svg: Path | None) -> None:
    """Show how near the nearest safe body is, for each need, in how many districts; black is nobody at all.

    Only bodies that are active and have a source count, and none that reports to the police.
    """
    registers = Registers()
    names = registers.providers.need_names
    if need and need not in names:
        raise UsageError("U023", f"there is no such need; known are {', '.join(sorted(names))}")
    groups = frozenset({people} if people else ())
    cells = [cell for cell in asked(registers, country.upper(), groups) if need in ("", cell.need)]
    if not cells:
        raise UsageError("U023", "no districts are known there; PK has them")
    for row in _need(cells) if need else _table(cells, names):
        click.echo(row)
    if svg:
        if not need:
            raise UsageError("U023", "name one need to draw, with `--need`")
        svg.write_text(_drawn(cells, f"{names[need]}{f', for {people}' if people else ''}"), "utf-8")


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
    by_people = sorted(spots, key=lambda spot: -(spot[0].district.population or 0))
    largest = {cell.district.id for cell, _ in by_people[:_NAMED]}
    marks = []
    for cell, (lat, lon) in spots:
        x, y = 40 + (lon - west) * 46, 60 + (north - lat) * 54
        size = 3 + ((cell.district.population or 0) / 1e6) ** 0.5 * 3
        title = escape(f"{cell.district.name}: {_SAYS[cell.level]}")
        marks.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill="{_SHADE[cell.level]}" fill-opacity=".85">'
            f"<title>{title}</title></circle>"
        )
        if cell.district.id in largest:
            halo = 'font-size="11" stroke="#fdfcf9" stroke-width="3"'
            where = f'x="{x + size + 3:.0f}" y="{y + 4:.0f}"'
            marks.append(f"<text {where} {halo}>{escape(cell.district.name)}</text>")
    count = Counter(cell.level for cell in cells)
    legend = "".join(
        f'<circle cx="620" cy="{80 + 22 * n}" r="6" fill="{_SHADE[level]}"/><text x="634" y="{84 + 22 * n}">'
        f"{escape(_SAYS[level])}: {count[level]} districts</text>"
        for n, level in enumerate(Level)
    )
    note = "A circle is a district where its town lies; its size tells its people."
    left = len(cells) - len(spots)
    note += f" {left} districts without a known point are counted and not drawn." if left else ""
    head = f'<text x="40" y="30" font-size="18">{escape(name)}: how near help is, by district</text>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 760" role="img" font-family="sans-serif" '
        'font-size="13" paint-order="stroke" stroke-width="0">'
        f'<rect width="920" height="760" fill="#fdfcf9"/>{head}{"".join(marks)}{legend}'
        f'<text x="40" y="740" font-size="12">{note}</text></svg>\n'
    )


COMMAND = coverage
