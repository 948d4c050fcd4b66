"""News come in small pieces of known kinds."""

import re
from pathlib import Path


def test_every_piece_has_a_kind_and_says_something(root: Path) -> None:
    table = (root / "news" / "README.md").read_text("utf-8")
    kinds = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert kinds == {"rule", "fact", "desk", "safety", "fix"}
    pieces = [p for p in (root / "news").iterdir() if p.name != "README.md"]
    assert pieces
    for piece in pieces:
        assert re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(kinds)})\.md", piece.name), piece.name
        text = piece.read_text("utf-8").strip()
        assert 20 < len(text) < 600, piece.name
        assert text.endswith("."), piece.name
