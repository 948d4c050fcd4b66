"""The process in the cage: get ready, put the walls up, read the bytes, do the job, say the answer, end."""

import codecs
import json
import os
import sys
from importlib import import_module

from amanat.core import ReadError
from amanat.read.cage import walls

_HEAD = 8
_EXTRAS = {"fontTools": "pdf", "pikepdf": "pdf", "pypdfium2": "pdf", "weasyprint": "pdf", "PIL": "pictures"}
"""Which extra of ours brings a package, where it is not `documents`."""
_ENCODINGS = (
    "ascii cp437 cp1250 cp1251 cp1252 cp1254 cp1256 gb18030 idna iso8859-1 iso8859-6 iso8859-15 koi8-r mac-roman "
    "punycode raw-unicode-escape unicode-escape utf-7 utf-8-sig utf-16 utf-16-be utf-16-le utf-32 utf-32-be utf-32-le"
).split()


def main() -> None:
    """Do the job that the command line names on what comes by standard input."""
    job, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    try:
        module, _, name = job.partition(":")
        given = sys.stdin.buffer
        question = json.loads(given.read(int.from_bytes(given.read(_HEAD), "big")))
        work = import_module(module)
        getattr(work, "prepare", _nothing)(question)
        for encoding in _ENCODINGS:  # Python opens a file for each when it first meets it
            codecs.lookup(encoding)
        walls.raise_all(seconds, memory)
        found = getattr(work, name)(given.read(), question)
        data, files = found if isinstance(found, tuple) else (found, [])
        _say({"answer": data, "sizes": [len(file) for file in files]}, files)
    except ReadError as error:
        _refuse(error)
    except MemoryError:
        _refuse(ReadError("R014", "reading needs more memory than a story can; the file is damaged or a trap"))
    except RecursionError:
        _refuse(ReadError("R011", "the file is nested deeper than any story; it is damaged or a trap"))
    except ImportError as error:
        name = (error.name or "").partition(".")[0]
        if name in sys.stdlib_module_names:
            raise
        extra = _EXTRAS.get(name, "documents")
        _refuse(ReadError("R010", f"this needs {name}, which is not installed: pip install 'amanat[{extra}]'"))
    os._exit(0)  # nothing to put away, and no unknown object's last words to run


def _refuse(error: ReadError) -> None:
    _say({"error": [error.code, error.message]})


def _nothing(_: object) -> None:
    """Stand in for a job without preparation."""


def _say(said: dict[str, object], files: list[bytes] | None = None) -> None:
    head = json.dumps(said).encode("ascii")
    out = sys.stdout.buffer
    out.write(len(head).to_bytes(_HEAD, "big") + head)
    for file in files or ():
        out.write(file)
    out.flush()
