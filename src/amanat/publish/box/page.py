"""The help box as one HTML block: no script, nothing loaded from elsewhere, readable without its styles."""

from collections.abc import Iterator
from html import escape

from amanat.publish.box.content import Box, dialled
from amanat.publish.box.qr import QUIET, Matrix

_STYLE = "border:2px solid;padding:1em;max-width:36em;background:#fff;color:#111;font-family:sans-serif"


def write(box: Box) -> bytes:
    """Return the box as an `<aside>` that a page may hold."""
    return ("\n".join(_parts(box)) + "\n").encode()


def _parts(box: Box) -> Iterator[str]:
    yield f'<aside lang="{box.language}" dir="{box.direction.value}" style="{_STYLE}">'
    yield f"<h2>{escape(box.title)}</h2>\n<p>{escape(box.lead)}</p>"
    yield "<ul>" if box.entries else ""
    for entry in box.entries:
        yield f"<li><p><b><bdi>{escape(entry.name)}</bdi></b><br>{'<br>'.join(map(escape, entry.lines))}</p>"
        if entry.number:
            number = f'<a href="tel:{dialled(entry.number)}"><bdi dir="ltr">{escape(entry.number)}</bdi></a>'
            yield f"<p>{escape(box.number)}: {number} ({escape(entry.checked)})</p>"
        yield "</li>"
    yield "</ul>" if box.entries else ""
    if box.code:
        yield f"<figure>{svg(box.code)}<figcaption>{escape(box.scan)}</figcaption></figure>"
    if box.safe:
        yield f"<p><strong>{escape(box.safe)}</strong></p>"
    yield "</aside>"


def svg(code: Matrix) -> str:
    """Return a QR code as a drawing, its light margin included."""
    size = len(code) + 2 * QUIET
    dark = "".join(
        f"M{column + QUIET} {row + QUIET}h1v1h-1z"
        for row, modules in enumerate(code)
        for column, module in enumerate(modules)
        if module
    )
    return (
        f'<svg role="img" aria-hidden="true" width="120" height="120" viewBox="0 0 {size} {size}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{dark}"/></svg>'
    )
