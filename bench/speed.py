"""How long whole processes take, and how much memory: each beside a peer that everybody knows."""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STORY = ROOT / "examples" / "story.txt"
AMANAT = [sys.executable, "-m", "amanat"]
PASS = [sys.executable, "-c", "pass"]
CLICK = [sys.executable, "-c", "import click"]
ROUNDS = 7
_SYLLABLES = "ba na ri mo ku la ze ti sha gu fa ro mi da lu pe ha ne so".split()


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, user and system."""
    peak: int
    """Largest resident memory, MiB."""


def once(command: Sequence[str], **environment: str) -> Cost:
    """Run a command to its end."""
    begin = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | environment
    )
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return Cost(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def compare(pairs: dict[str, Sequence[str]]) -> dict[str, Cost]:
    """Run commands in turn, several rounds, and return the median of each: the same noise falls on all."""
    costs: dict[str, list[Cost]] = {name: [] for name in pairs}
    for command in pairs.values():
        once(command)
    for _ in range(ROUNDS):
        for name, command in pairs.items():
            costs[name].append(once(command))
    return {
        name: Cost(
            statistics.median(c.wall for c in each), statistics.median(c.cpu for c in each), max(c.peak for c in each)
        )
        for name, each in costs.items()
    }


def show(title: str, costs: dict[str, Cost], peer: str, goals: dict[str, str]) -> None:
    """Print one table; the ratio is to the peer's wall time."""
    print(f"\n{title}\n{'':34} {'wall s':>7} {'cpu s':>7} {'MiB':>5} {'ratio':>6}  goal")
    for name, cost in costs.items():
        ratio = f"{cost.wall / costs[peer].wall:.1f}" if name != peer else "peer"
        print(f"  {name:<32} {cost.wall:7.3f} {cost.cpu:7.3f} {cost.peak:5} {ratio:>6}  {goals.get(name, '')}")


def startup() -> None:
    """What it costs to ask for help or for what is known."""
    costs = compare(
        {
            "python -c pass": PASS,
            "python -c 'import click'": CLICK,
            "amanat --help": [*AMANAT, "--help"],
            "amanat --version": [*AMANAT, "--version"],
            "amanat packs": [*AMANAT, "packs"],
            "amanat rules list": [*AMANAT, "rules", "list"],
        }
    )
    show("Start, whole processes", costs, "python -c 'import click'", {"amanat --help": "<= 0.25 s"})


def review() -> None:
    """One story of 500 words from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        shutil.copy(STORY, story)
        words = ["review", "--fail-on", "never"]
        costs = compare(
            {
                "python -c 'import click'": CLICK,
                "review, text and report": [*AMANAT, *words, str(story)],
                "review, json": [*AMANAT, *words, "--format", "json", str(story)],
                "identify, json": [*AMANAT, "identify", "--format", "json", str(story)],
            }
        )
        goal = {"review, text and report": "<= 1.5 s, <= 250 MiB", "review, json": "<= 1.5 s, <= 250 MiB"}
        show(f"One story of {len(STORY.read_text('utf-8').split())} words", costs, "python -c 'import click'", goal)
        cold = once([*AMANAT, *words, "--format", "json", str(story)], XDG_CACHE_HOME=folder)
        warm = costs["review, json"]
        times = cold.wall / warm.wall
        print(f"  first call of all, packs not yet compiled: {cold.wall:.2f} s, {times:.1f} times the next")


def batch(stories: int = 60) -> None:
    """Many stories in one call, against reading and writing the same files word by word."""
    text = STORY.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(stories):
            path = Path(folder) / f"{number:03}.txt"
            path.write_text(text.replace("14", str(10 + number % 8)), "utf-8")
            paths.append(str(path))
        one = once([*AMANAT, "review", "--format", "json", paths[0]])
        many = once([*AMANAT, "review", "--format", "json", *paths])
    each = (many.cpu - one.cpu) / (stories - 1)
    words = len(text.split())
    print(f"\n{stories} stories of {words} words in one call (json)")
    print(f"  {words / each:,.0f} words a CPU second after the start; {many.wall:.1f} s in all, {many.peak} MiB")
    print(
        f"  a further story costs {each / one.cpu:.2f} of the first one (peer: one call for one story, {one.cpu:.2f} s)"
    )


def long() -> None:
    """Stories of any length in which nearly every sentence names somebody new: the desk takes up to 500,000 letters."""
    print("\nA long story full of people, in one process")
    last = 0.0
    for size in (50_000, 100_000, 200_000, 400_000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "story.txt"
            path.write_text(_crowded(size), "utf-8")
            cost = once([*AMANAT, "review", "--format", "json", str(path)])
        grown = f", {cost.cpu / last:.1f} times the half of it" if last else ""
        print(f"  {size:7,} letters: {cost.cpu:6.1f} CPU s, {cost.peak} MiB{grown}")
        last = cost.cpu


def _crowded(size: int) -> str:
    """Make a text of invented people, each in a sentence or two of their own."""
    chance = random.Random(size)  # noqa: S311 - invented names, no secret
    told = (
        "Police freed {0} {1}, {n}, from a brick kiln near {3} on Monday, her father {2} {1} said.",
        "Inspector {0} {1} told reporters that {2} {3} had been arrested. {3} denied the charge.",
        "{0} {1}, a farmer, said the men took his sister {2}. She was found on 3 March in Swat.",
        "The court sentenced {0} {1} to nine years. {1} had run the kiln with {2} {3}.",
    )
    out, length = ["Kilns of the valley\n"], 0
    while length < size:
        names = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize() for _ in range(4)]
        out.append(chance.choice(told).format(*names, n=chance.randint(8, 40)) + "\n" * (len(out) % 4 == 0))
        length += len(out[-1]) + 1
    return "\n".join(out)
