"""What must not type-check does not, and what is right does."""

import re
import subprocess
import sys
from pathlib import Path

FILE = Path(__file__).parent / "leaks.py"


def test_every_leak_is_an_error_and_nothing_else_is(root: Path) -> None:
    asked = {
        (number, match.group(1))
        for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1)
        if (match := re.search(r"# wrong: ([a-z-]+)$", line))
    }
    assert len(asked) > 10
    outcome = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", "--no-pretty", str(FILE)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {
        (int(match.group(1)), match.group(2))
        for match in re.finditer(r"leaks\.py:(\d+): error: .*\[([a-z-]+)\]$", outcome.stdout, re.MULTILINE)
    }
    assert found == asked, outcome.stdout + outcome.stderr
