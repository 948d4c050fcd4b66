"""Invented stories in which an editor marked what a desk remarks on: words that harm, statements of law, counted stages.

A story is a part of `desk_*.txt` that begins with a line `=== number | kind | victim | help: yes or no`. Marks stand in the text and
inside each other: `[[d:stigma|the words]]`, `[[c:penalty:false|the statement]]`, `[[e:arrested:3|three men were arrested]]`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HARMS = (
    "blame", "sensational", "stigma", "conflation", "illegal", "consent", "graphic", "guilt", "minimize", "dehumanize",
)  # fmt: skip
CLAIMS = ("statute", "penalty", "treaty_status", "tier", "agency", "statistic")
STAGES = (
    "reported", "case_registered", "investigated", "arrested", "charged", "prosecuted", "convicted", "sentenced", "acquitted",
    "victims_identified", "rescued", "officials_complicit", "pending",
)  # fmt: skip
HEADS = {"d": HARMS, "c": CLAIMS, "e": STAGES}
_HEAD = re.compile(r"^=== *(.*)$", re.MULTILINE)
_MARK = re.compile(r"\[\[([dce]):([a-z_]+)(?::([\w.,-]+))?\|")
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Marked:
    """One story without its marks, and what they say."""

    name: str
    text: str
    marks: tuple[tuple[int, int, str, str, str], ...]
    """Start, end, head (`d`, `c`, `e`), label, and verdict or count."""


def stories(*paths: Path) -> list[Marked]:
    """All stories of some files; those that lie here when none is named."""
    found = []
    for path in paths or sorted(HERE.glob("desk_*.txt")):
        parts = _HEAD.split(path.read_text(encoding="utf8"))[1:]
        found += [read(f"{path.stem} {head}", body.strip()) for head, body in zip(parts[::2], parts[1::2], strict=True)]
    return found


def read(name: str, marked: str) -> Marked:
    """Take the marks out of a story.

    Raises:
        ValueError: a label that is none, or marks that do not close.
    """
    text, at = "", 0
    open_: list[tuple[int, str, str, str]] = []
    marks = []
    for kind, start, end, hit in _signs(marked):
        text += marked[at:start]
        at = end
        if kind == "open":
            if hit[2] not in HEADS[hit[1]]:
                raise ValueError(f"{name}: no such label: {hit[2]}")
            open_.append((len(text), hit[1], hit[2], hit[3] or ""))
        elif open_:
            begun, head, label, more = open_.pop()
            marks.append((begun, len(text), head, label, more))
        else:
            raise ValueError(f"{name}: a mark closes that was not open, behind {text[-30:]!r}")
    if open_:
        raise ValueError(f"{name}: a mark does not close: {text[open_[0][0] :][:30]!r}")
    return Marked(name, text + marked[at:], tuple(sorted(marks)))


def _signs(marked: str) -> Iterator[tuple[str, int, int, re.Match[str] | None]]:
    for hit in re.finditer(r"\[\[|\]\]", marked):
        opening = _MARK.match(marked, hit.start())
        if opening:
            yield "open", hit.start(), opening.end(), opening
        elif hit.group() == "]]":
            yield "close", hit.start(), hit.end(), None
        else:
            raise ValueError(f"no such mark: {marked[hit.start() : hit.start() + 30]!r}")
