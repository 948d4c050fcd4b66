"""From the paths of a call to documents, one after the other; a bad file does not stop the others."""

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from amanat.core import AmanatError, Document, UsageError
from amanat.read import read, suffixes

_OURS = frozenset({".review", ".safe"})


@dataclass(frozen=True, slots=True)
class Story:
    """One path of the call and what became of it."""

    path: str
    document: Document | None
    error: AmanatError | None = None


def named(paths: Sequence[str], endings: Collection[str] = ()) -> tuple[str, ...]:
    """Return the paths to read: those given, the stories of folders, or standard input when nothing is given.

    Args:
        paths: what the call names.
        endings: what is taken from a folder; every file that can be read when left out.

    Raises:
        UsageError: U002 no path and nothing on standard input, U003 standard input named twice.
    """
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError("U002", "name a file, or `-` to read from standard input")
    if list(paths).count("-") > 1:
        raise UsageError("U003", "standard input `-` can be read only once")
    known = frozenset(endings or suffixes())
    return tuple(each for path in paths for each in _walked(path, known)) or ("-",)


def _walked(path: str, known: Collection[str]) -> Iterator[str]:
    """Yield a path, or for a folder every story in it, folders in it included, by name.

    Hidden files, links and what this program wrote itself are passed over.
    """
    if path == "-" or not os.path.isdir(path):  # noqa: PTH112 - a path may hold bytes that are no text
        yield path
        return
    found = False
    for folder, inner, files in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(files):
            there = Path(folder, name)
            ours = len(there.suffixes) > 1 and there.suffixes[-2] in _OURS
            if there.suffix.lower() in known and not name.startswith(".") and not ours and not there.is_symlink():
                found = True
                yield str(there)
    if not found:
        yield path  # its line will say that it holds none


def in_turn(paths: Sequence[str], what: str) -> Iterator[str]:
    """Yield the paths one by one; shows progress on a terminal when there are several."""
    quiet = len(paths) < 2 or not sys.stderr.isatty()  # noqa: PLR2004 - one file needs no bar
    bar = (
        nullcontext(paths)
        if quiet
        else click.progressbar(paths, label=what, file=sys.stderr, show_pos=True, item_show_func=_shown)
    )
    with bar as each:
        yield from each


def stories(paths: Sequence[str], encoding: str) -> Iterator[Story]:
    """Read the files one by one."""
    for path in in_turn(paths, "stories"):
        try:
            yield Story(path, read(path, encoding))
        except AmanatError as error:
            yield Story(path, None, error)


def opened(story: Story) -> Document:
    """Return the document of a story, or raise what kept it from being read."""
    if story.document is None:
        raise story.error or AmanatError("X001", "nothing was read; please report it")
    return story.document


def shown(path: str) -> str:
    """Return a path fit for a terminal: undecodable bytes and control characters replaced."""
    return "".join(c if c.isprintable() else "�" for c in path)


def _shown(path: str | None) -> str:
    return shown(path or "")[-40:]
