"""Measure what a user waits for and what it costs. Prints ratios against a named peer of the same run.

    python bench/run.py [startup | review | batch | long | linkage | directory | import | desk-round | desk-kill …] …

Seconds depend on the machine and on who else is using it; a ratio to the same machine doing something known at the
same time does not. Nothing here fails for being slow: the goals stand beside the figures, people compare them.
"""

import sys
from functools import partial
from importlib import import_module

import speed

DESK = ["desk-round", "desk-kill", "desk-access", "desk-restore", "desk-crowd"]


def linkage() -> None:
    """A million records, two minutes: only when asked for."""
    import_module("linkage").linkage()


def _desk(name: str) -> None:
    """What needs the desk's extra."""
    import_module("desk").MEASURES[name]()


def directory() -> None:
    """A million services on two engines, ten minutes: only when asked for."""
    import_module("directory").directory()


def import_() -> None:
    """A million rows into a new directory, two minutes: only when asked for."""
    import_module("directory_import").directory_import()


def main() -> None:
    """Run the measurements named, or all."""
    wanted = sys.argv[1:] or ["startup", "review", "batch"]
    known = {
        "startup": speed.startup,
        "review": speed.review,
        "batch": speed.batch,
        "long": speed.long,
        "linkage": linkage,
        "directory": directory,
        "import": import_,
    }
    known |= {name: partial(_desk, name) for name in DESK}
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        raise SystemExit(f"no measurement called {', '.join(unknown)}; known are {', '.join(known)}")
    for name in wanted:
        known[name]()


if __name__ == "__main__":
    main()
