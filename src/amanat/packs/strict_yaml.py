"""YAML read strictly: duplicate keys are errors, every value keeps its line, nothing is guessed.

Dates stay strings (`2018-06-02`, `2022-11`: an interval date is a value of the register), and only `true` and
`false` are booleans, so that the country code NO stays a country.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from amanat.core import PackError
from amanat.packs.value import Path, Value

_STANDARD = "tag:yaml.org,2002:"
_PLAIN = frozenset({"null", "bool", "int", "float", "str", "timestamp", "map", "seq", "value"})
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_BROKEN = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?", re.ASCII)


def parse(text: str, name: str) -> tuple[Value, dict[Path, int]]:
    """Read one YAML text.

    Args:
        text: the file's text.
        name: what to call the file in an error.

    Returns:
        The value, and for each path into it the line (counted from 1) where it stands.

    Raises:
        PackError: K001 for broken YAML, K002 for a duplicate or non-text key, K003 for tags, aliases or merges.
    """
    reading = _Reading(name)
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return (None if node is None else reading.value(node, ())), reading.lines
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError("K001", f"{name}:{line}: not readable as YAML ({error.problem})") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise PackError("K001", f"{name}:{line}: holds a character that YAML does not allow") from None
    except RecursionError:
        raise PackError("K001", f"{name}:1: nested too deeply to be a pack") from None


@dataclass(slots=True)
class _Reading:
    """One text being read: nodes met so far (an alias would bring one back) and the line of each value."""

    name: str
    lines: dict[Path, int] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, path: Path) -> Value:
        line = node.start_mark.line + 1
        where = f"{self.name}:{line}"
        if id(node) in self.met:
            raise PackError("K003", f"{where}: aliases are not used in packs; write the value again")
        if not node.tag.startswith(_STANDARD) or node.tag.removeprefix(_STANDARD) not in _PLAIN:
            raise PackError("K003", f"{where}: YAML tags are not used in packs; write the value plainly")
        self.met.add(id(node))
        self.lines[path] = line
        if isinstance(node, yaml.MappingNode):
            return {key: self.value(child, (*path, key)) for key, child in _pairs(node, self.name)}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, n)) for n, child in enumerate(node.value)]
        return _scalar(node)


def _pairs(node: yaml.MappingNode, name: str) -> Iterator[tuple[str, yaml.Node]]:
    seen: set[str] = set()
    for key_node, child in node.value:
        where = f"{name}:{key_node.start_mark.line + 1}"
        if not isinstance(key_node, yaml.ScalarNode):
            raise PackError("K002", f"{where}: a key must be plain text")
        if key_node.tag == f"{_STANDARD}merge":
            raise PackError("K003", f"{where}: merges are not used in packs; write the values again")
        key = str(key_node.value)
        if key in seen:
            raise PackError("K002", f"{where}: the key {key!r} stands here twice; keep one")
        seen.add(key)
        yield key, child


def _scalar(node: yaml.Node) -> Value:
    text, kind = str(node.value), node.tag.removeprefix(_STANDARD)
    if kind == "null":
        return None
    if kind == "bool" and text in {"true", "false"}:
        return text == "true"
    if kind == "int" and _WHOLE.fullmatch(text):
        return int(text)
    if kind == "float" and _BROKEN.fullmatch(text):
        return float(text)
    return text
