"""Invented stories in the manner of newspapers, in which every person named and every telling detail is marked.

A story is a part of `press_latin_*.txt` or `press_urdu_*.txt`, parted by a line `%`. `[[Saima Gul|victim]]` is a person by name and role (a number behind the
role tells apart two people of one role whose names share a word), `[[14|AGE]]` a detail that gives a protected person away,
`[[High Court|institution]]` a body, which the net of roles is not asked about.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sources import DETAILS, Example

from templates.casts import ROLES

MARK = re.compile(r"\[\[([^\[\]|]+)\|([A-Za-z_]+)(?: (\d+))?\]\]")
LETTER = {name: letter for letter, name in ROLES.items()}
HERE = Path(__file__).parent


def stories(script: str) -> list[Example]:
    """All stories in a script, in the order of the files."""
    texts = [p.read_text(encoding="utf8") for p in sorted(HERE.glob(f"press_{script}_*.txt"))]
    return [read(s.strip()) for text in texts for s in re.split(r"^%$", text, flags=re.MULTILINE) if s.strip()]


def read(marked: str) -> Example:
    """One story without its marks, and what they say.

    Raises:
        ValueError: a label that is no role and no kind of detail.
    """
    text, end = "", 0
    named: list[tuple[int, int, str, str]] = []
    details: list[tuple[int, int, str]] = []
    for hit in MARK.finditer(marked):
        text += marked[end : hit.start()]
        start, end = len(text), hit.end()
        text += hit[1]
        if hit[2] in LETTER:
            named.append((start, len(text), LETTER[hit[2]], hit[3] or ""))
        elif hit[2] in DETAILS:
            details.append((start, len(text), hit[2]))
        elif hit[2] != "institution":
            raise ValueError(f"no such label: {hit[2]} in {text[:40]!r}")
    text += marked[end:]
    roles = tuple(_numbered(text, named))
    spans = tuple((a, b, "PERSON") for a, b, *_ in roles)
    return Example(text, spans, "press", frozenset({"PERSON"}), roles=roles, details=tuple(details))


def _numbered(text: str, named: list[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str, int]]:
    """Give each mention the number of its person: longest forms first, a shorter form is who was named last before it."""
    people: list[tuple[str, str, set[str], list[int]]] = []
    whose: dict[int, int] = {}
    for start, end, role, number in sorted(named, key=lambda n: (-len(text[n[0] : n[1]].split()), n[0])):
        words = set(re.findall(r"\w+", text[start:end].lower()))
        fitting = [
            n
            for n, (r, k, known, _) in enumerate(people)
            if (r, k) == (role, number) and (words <= known or known <= words)
        ]
        before = {n: max((s for s in people[n][3] if s < start), default=-1) for n in fitting}
        if fitting:
            home = max(fitting, key=lambda n: before[n])
        else:
            home = len(people)
            people.append((role, number, words, []))
        people[home][3].append(start)
        whose[start] = home
    for start, end, role, _ in named:
        yield start, end, role, whose[start]
