"""How many people of the invented stories get the right protection: `python bench/invented.py [a] [b] [c] [d] [e]`."""

import re
import sys
from collections import Counter
from pathlib import Path

from amanat import identity, people
from amanat.core import Protection
from amanat.read import read_bytes
from amanat.registers import shipped

HERE = Path(__file__).parent / "invented"
MARK = re.compile(r"\[\[([^|\]]+)\|(\w+)\]\]")
PROTECT = {"victim", "minor_victim", "victim_family", "witness"}
EDITOR = {"accused", "other_private"}


def marked(raw: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A story without its marks, and where they stood."""
    text, spans, at = "", [], 0
    for hit in MARK.finditer(raw):
        text += raw[at : hit.start()]
        spans.append((len(text), len(text) + len(hit[1]), hit[2]))
        text += hit[1]
        at = hit.end()
    return text + raw[at:], spans


def side(role: str) -> str:
    """What should follow for the name."""
    return "protect" if role in PROTECT else "editor" if role in EDITOR else "name"


def count(name: str) -> Counter[str]:
    """Count over one set of stories."""
    found: Counter[str] = Counter()
    for path in sorted((HERE / name).glob("*.txt")):
        text, spans = marked(path.read_text(encoding="utf8"))
        document = read_bytes(text.encode())
        scene = people.look(document, shipped())
        hidden = {n for m in identity.ask(document, scene, shipped()).masks for n in range(m.span.start, m.span.end)}
        for start, end, role in spans:
            letters = {n for n in range(start, end) if text[n].isalnum()}
            if role.isupper():
                found["details"] += 1
                found["details touched"] += bool(letters & hidden)
            elif role == "institution":
                found["institutions"] += 1
                found["institutions touched"] += bool(letters & hidden)
            else:
                who = next(
                    (p for p in scene.people for m in p.mentions if m.span.start < end and start < m.span.end), None
                )
                right = who is not None and who.protection is Protection(side(role))
                found["persons"] += 1
                found["persons right"] += right
                found[f"{side(role)}: names"] += 1
                found[f"{side(role)}: wholly hidden"] += letters <= hidden
                found[f"{side(role)}: touched"] += bool(letters & hidden)
    return found


def main() -> None:
    """Print the counts of the sets asked for."""
    for name in sys.argv[1:] or ["a", "b", "c", "d", "e"]:
        found = count(name)
        print(f"set {name}: " + ", ".join(f"{name} {number}" for name, number in sorted(found.items())))


if __name__ == "__main__":
    main()
