"""What is known: YAML only, one loader; every fact with source, date seen and confidence.

A pack is a folder with a `pack.yaml` that says which jurisdiction it is, and any number of further YAML files,
each starting with `kind:`. Folders come from this package, from distributions that name themselves under the entry
point group `amanat.packs`, from the folders in the environment variable AMANAT_PACKS, and from the office's own folder
(`own.py`), where the calls it made are kept.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from io import FileIO
from pathlib import Path

from amanat.core import PackError
from amanat.packs.cache import compiled
from amanat.packs.own import own_folder, stamp
from amanat.packs.value import Value

Record = dict[str, Value]
HOUSE = Path(__file__).parent.parent
_GROUP = "amanat.packs"
_SCHEMAS = f"{HOUSE}/packs/schema"


@dataclass(frozen=True, slots=True)
class File:
    """One checked YAML file."""

    name: str
    """Path below the folder it was found in, with `/`."""
    kind: str
    """Which schema it follows."""
    pack: str
    """Id of the jurisdiction (`PK`), `WORLD` for instruments of all, empty outside packs."""
    content: Record
    """The checked value. Treat as read-only."""
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict, repr=False, compare=False)
    """Line of each path into the content; kept for house files only, which people write by hand while they work."""
    root: Path | None = field(default=None, repr=False, compare=False)
    """The folder its name begins in, so that a line can still be told when something is found wrong later."""

    def place(self, *path: str | int) -> str:
        """Return `file:line` of a value, or of the nearest value around it, for errors."""
        lines = self.lines or self._lines_again()
        return f"{self.name}:{next((lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in lines), 1)}"

    def _lines_again(self) -> dict[tuple[str | int, ...], int]:
        """Read the lines a second time: the cache keeps values only."""
        from amanat.packs.strict_yaml import parse  # noqa: PLC0415 - an error is rare, yaml is slow to load

        return parse((self.root / self.name).read_text("utf-8"), self.name)[1] if self.root else {}


@dataclass(frozen=True, slots=True, eq=False)
class Packs:
    """Everything known, by kind and by jurisdiction. Two are the same only when they were loaded at once."""

    files: tuple[File, ...]
    roots: tuple[Path, ...] = field(default=(), repr=False)
    """The folders they were loaded from, the office's own apart; empty for packs that were put together otherwise."""

    def of_kind(self, *kinds: str) -> tuple[File, ...]:
        """Return the files of these kinds, in order of pack and name."""
        return tuple(file for file in self.files if file.kind in kinds)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the packs present, sorted."""
        return tuple(sorted({file.pack for file in self.files if file.pack}))

    def newest(self) -> "Packs":
        """Return the packs as they lie in their folders now: these, unless the office's own folder has changed.

        Raises:
            PackError: K001–K009, what was written there is wrong.
        """
        return _from(self.roots) if self.roots else self


def load(*extra: Path) -> Packs:
    """Load every pack: ours, installed ones, those of AMANAT_PACKS, and the folders given.

    Raises:
        PackError: K001–K009; a pack that is wrong is refused whole, with file and line.
    """
    return _from(tuple(dict.fromkeys((*_roots(), *extra))))


def _from(roots: tuple[Path, ...]) -> Packs:
    own = own_folder()
    return _load(roots, own, stamp(own))


@lru_cache(maxsize=4)
def _load(roots: tuple[Path, ...], own: Path, stamp: tuple[tuple[str, int, int], ...]) -> Packs:
    del stamp  # the one folder that changes while we run
    every = dict.fromkeys((*roots, *([own] if own.is_dir() else ())))
    files = [file for root in every for file in folder(root)]
    _refuse_doubles(files)
    return Packs(tuple(sorted(files, key=lambda f: (f.pack, f.name))), roots)


def folder(root: Path) -> tuple[File, ...]:
    """Load and check every YAML file below a folder (schemas apart), through the cache.

    Raises:
        PackError: K001–K008, naming file and line.
    """
    if not root.is_dir():
        raise PackError("K008", f"{root}: no such folder of packs")
    named = sorted(_below(str(root)), key=lambda name: name.split("/"))
    for misnamed in (name for name in named if name.endswith(".yml")):
        raise PackError("K004", f"{misnamed}:1: name it .yaml; .yml files are not read")
    written_ = [name for name in named if name.endswith(".yaml") and "schema" not in name.split("/")]
    sources = {name: _bytes(f"{root}/{name}") for name in written_}
    schemas = {f"schema/{name}": _bytes(f"{_SCHEMAS}/{name}") for name in _below(_SCHEMAS) if name.endswith(".yaml")}

    def build() -> Value:
        return [_checked(name, content) for name, content in sources.items()]

    found = compiled({**sources, **schemas}, build)
    contents = dict(zip(sources, found if isinstance(found, list) else [], strict=True))
    ids = {name.rpartition("/")[0]: str(c["id"]) for name, c in _mappings(contents) if c["kind"] == "pack"}
    return tuple(File(name, str(c["kind"]), _pack_of(name, ids), c, root=root) for name, c in _mappings(contents))


def _below(root: str) -> Iterator[str]:
    """Yield the names of the files below a folder; pathlib would take five times as long over some thousands."""
    for at, _, names in os.walk(root):
        inside = at[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)


def _bytes(path: str) -> bytes:
    with FileIO(path) as file:
        return file.readall()


def house_style(path: Path) -> tuple[File, ...]:
    """Load a newsroom's house style and those it extends, the first to speak first.

    Raises:
        PackError: K001–K007, K020, K021 and K024 for a wrong file; K008 for no file; K022 for one that extends itself.
    """
    return tuple(_styles(path, ()))


def _styles(path: Path, above: tuple[Path, ...]) -> Iterator[File]:
    name, here = path.name, path.resolve()
    if here in above:
        raise PackError("K022", f"{name}:1: this house style extends itself")
    file = written(path)
    if file.kind != "house":
        raise PackError("K004", f"{file.place('kind')}: a house style starts with `kind: house`")
    extends = file.content.get("extends")
    for number, other in enumerate(extends if isinstance(extends, list) else ()):
        beside = path.parent / str(other)
        if not beside.is_file():
            raise PackError("K008", f"{file.place('extends', number)}: there is no file {other} to extend")
        yield from _styles(beside, (*above, here))
    yield file


def written(path: Path) -> File:
    """Load one file that somebody writes: a house style, or a rule before it lies in its folder.

    Raises:
        PackError: K001–K007, K020, K021 and K024 for a wrong file; K008 for no file.
    """
    from amanat.packs.checks import check  # noqa: PLC0415
    from amanat.packs.strict_yaml import parse  # noqa: PLC0415

    try:
        text = _decoded(path.read_bytes(), path.name)
    except OSError:
        raise PackError("K008", f"{path.name}: no such file") from None
    value, lines = parse(text, path.name)
    content = check(value, lines, path.name)
    return File(path.name, str(content["kind"]), "", content, lines, path.resolve().parent)


def house_folder(name: str) -> tuple[File, ...]:
    """Load the YAML files of a folder of this package, e.g. `dignity/phrases` (rooms may not open files themselves)."""
    return _house_folder(name)


@lru_cache(maxsize=16)
def _house_folder(name: str) -> tuple[File, ...]:
    return folder(HOUSE / name)


def _mappings(contents: dict[str, Value]) -> Iterator[tuple[str, Record]]:
    for name, content in contents.items():
        if isinstance(content, dict):
            yield name, content


def _checked(name: str, content: bytes) -> Value:
    # jsonschema and yaml cost 0.15 s, and a warm cache needs neither
    from amanat.packs.checks import check  # noqa: PLC0415
    from amanat.packs.strict_yaml import parse  # noqa: PLC0415

    value, lines = parse(_decoded(content, name), name)
    return check(value, lines, name)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise PackError("K001", f"{name}:{line}: not UTF-8; save the file as UTF-8") from None


def _pack_of(name: str, ids: dict[str, str]) -> str:
    at = name.rpartition("/")[0]
    while at:
        if at in ids:
            return ids[at]
        at = at.rpartition("/")[0]
    return "WORLD" if name.startswith("world/") else ids.get("", "")


def _roots() -> tuple[Path, ...]:
    installed = tuple(_installed()) if any(map(_names_packs, sys.path)) else ()
    named = tuple(Path(p) for p in os.environ.get("AMANAT_PACKS", "").split(os.pathsep) if p)
    return (HOUSE / "packs", *installed, *named)


def _installed() -> Iterator[Path]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - 0.02 s, and few desks have packs of others

    for point in entry_points(group=_GROUP):
        yield Path(str(point.load()))


def _names_packs(folder_: str) -> bool:
    """Tell whether a distribution installed in a folder of Python's path says that it holds packs."""
    with suppress(OSError), os.scandir(folder_ or ".") as entries:
        for entry in entries:
            if entry.name.endswith((".dist-info", ".egg-info")):
                with suppress(OSError):
                    if f"[{_GROUP}]".encode() in _bytes(f"{entry.path}/entry_points.txt"):
                        return True
    return False


def _refuse_doubles(files: list[File]) -> None:
    seen: dict[str, str] = {}
    for file in files:
        if file.kind == "pack":
            id_ = str(file.content["id"])
            if id_ in seen:
                raise PackError("K009", f"{file.name}:1: the pack {id_} is already defined in {seen[id_]}")
            seen[id_] = file.name
    from amanat.packs.law_checks import fact_ids  # noqa: PLC0415 - rules are read without packs

    facts: dict[str, str] = {}
    for file in files:
        for path, id_ in fact_ids(file.content) if file.kind == "law" else ():
            if id_ in facts and facts[id_] != file.name:
                raise PackError("K009", f"{file.place(*path)}: {id_} is already defined in {facts[id_]}")
            facts[id_] = file.name
