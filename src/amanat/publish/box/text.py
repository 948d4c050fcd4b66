"""The help box as plain text, to paste anywhere."""

from collections.abc import Iterator

from amanat.publish.box.content import Box


def write(box: Box) -> bytes:
    """Return the box as UTF-8 text, a blank line between bodies."""
    return ("\n".join(_lines(box)) + "\n").encode()


def _lines(box: Box) -> Iterator[str]:
    yield from (box.title, box.lead)
    for entry in box.entries:
        yield from ("", entry.name)
        yield from (f"  {line}" for line in entry.lines)
        if entry.number:
            yield f"  {box.number}: \u2066{entry.number}\u2069 ({entry.checked})"
    if box.safe:
        yield from ("", box.safe)
