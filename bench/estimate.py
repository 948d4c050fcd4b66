"""Hidden victims and durations: seconds beside the R packages' stored ones, and beside lifelines in the same run.

The R seconds are those of ../shared/eval/mse/golden.json (CPU, R 4.2.2, one core), taken on a machine of the same
kind; lifelines is measured here. CPU seconds throughout.
"""

import json
import math
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from amanat.numbers import estimate
from amanat.numbers.duration import aalen_johansen, kaplan_meier

MSE = Path(__file__).resolve().parents[2] / "shared" / "eval" / "mse"
T = TypeVar("T")


def cpu(task: Callable[..., T], *given: object, rounds: int = 1, **settings: object) -> tuple[float, T]:
    """Return the least CPU seconds of some rounds, and what the task gave."""
    least = math.inf
    for _ in range(rounds):
        begin = time.process_time()
        answer = task(*given, **settings)
        least = min(least, time.process_time() - begin)
    return least, answer


def row(name: str, seconds: float, peer: float | None, goal: str) -> None:
    ratio = f"{peer / seconds:8,.0f}" if peer else f"{'':8}"
    print(f"  {name:<58} {seconds:9.4f} {peer or math.nan:9.2f} {ratio}  {goal}")


def hidden(*, exhaustive: bool = False) -> None:
    """Multiple systems estimation against the R packages."""
    if not (MSE / "golden.json").exists():
        print("\nHidden victims: ../shared/eval/mse is not beside this checkout, nothing to set the times against")
        return
    golden = json.loads((MSE / "golden.json").read_text("utf-8"))

    def table(name: str) -> estimate.Table:
        return estimate.read_table((MSE / f"{name}.csv").read_text("utf-8"), version=name)

    print(f"\nHidden victims (CPU)\n  {'':<58} {'ours s':>9} {'R s':>9} {'ratio':>8}  goal")
    path = str(MSE / "UKdat_5.csv")
    code = f"from amanat.numbers import estimate as e; e.stepwise(e.read_table(open({path!r}).read()))"
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    row("import and first answer, a process of its own (wall)", time.perf_counter() - begin, None, "<= 2 s")
    estimate.stepwise_bootstrap(table("Korea"), replicates=5)
    for name in ("UKdat", "UKdat_5", "Ned_5", "NewOrl_5"):
        given, kept = table(name), golden["sparsemse_bootstrap"][name]
        seconds, _ = cpu(estimate.stepwise_bootstrap, given, replicates=kept["n_boot"], rounds=3)
        goal = "<= 0.4 s, >= 700x" if name == "UKdat" else ""
        row(f"stepwise, BCa, {kept['n_boot']} replicates, {name}", seconds, kept["cpu_seconds"], goal)
    estimate.hierarchical(table("Korea"))
    for name in ("UKdat_5", "Ned_5", "Western"):
        given = table(name)
        estimate.hierarchical(given)
        peer = {"UKdat_5": 19.35, "Ned_5": 15.63, "Western": 14.28}[name]
        seconds, _ = cpu(estimate.hierarchical, given, rounds=3)
        row(f"BIC, 6,212 models, {name}", seconds, peer, "<= 0.1 s")
    for name in ("UKdat", "Ned"):
        given = table(name)
        seconds, found = cpu(estimate.hierarchical, given)
        row(f"BIC, {found.enumerated:,} models of 6 lists, {name}", seconds, None, "<= 2 s")
    kosovo = table("Kosovo")
    fitted = estimate.hierarchical(kosovo)
    estimate.hierarchical_bootstrap(kosovo, fitted, replicates=2)
    seconds, _ = cpu(estimate.hierarchical_bootstrap, kosovo, fitted, replicates=1000)
    row("BIC, BCa, 1000 replicates, top 20, Kosovo", seconds, 21.7, "")
    uk = table("UKdat_5")
    models = estimate.hierarchical(uk)
    replicates = 1000 if exhaustive else 20
    seconds, _ = cpu(estimate.hierarchical_bootstrap, uk, models, replicates=replicates, top=10_000)
    left_out = sum(count > 0 for count in uk.counts)  # the jackknife goes through all models too
    seconds *= (1000 + left_out) / (replicates + left_out)
    said = "" if exhaustive else f" (from {replicates})"
    row(f"BIC, 6,084 models x 1000 replicates{said}", seconds, None, "<= 120 s")
    averages(golden, table)


def averages(golden: dict[str, dict[str, dict[str, float]]], table: Callable[[str], estimate.Table]) -> None:
    """Graphs and latent classes."""
    for name, kept in golden["dga"].items():
        given, size = table(name), kept["Nmissing_max"]
        seconds, _ = cpu(estimate.decomposable, given, most_hidden=size, rounds=2)
        row(f"graphs, grid of {size:,}, {name}", seconds, kept["cpu_seconds"], ">= 6x" if size >= 30_000 else "")
    peak = "from amanat.numbers import estimate as e\n"
    peak += f"e.decomposable(e.read_table(open({str(MSE / 'Ned_5.csv')!r}).read()), most_hidden=200_000)\n"
    peak += "print(next(row.split()[1] for row in open('/proc/self/status') if row.startswith('VmHWM')))"
    most = subprocess.run([sys.executable, "-c", peak], check=True, capture_output=True, text=True).stdout.strip()
    print(f"  graphs, grid of 200,000: peak {int(most) // 1024} MiB of a process of its own (R 2,835)  goal <= 250")
    estimate.latent_classes(table("Kosovo"), chains=1, burn_in=1, draws=4, thinning=1)
    for name in ("Kosovo", "UKdat", "NewOrl_5"):
        given = table(name)
        seconds, _ = cpu(estimate.latent_classes, given, chains=2, draws=1000, thinning=20)
        r, speed = golden["lcmcr"][f"{name}_seed1"]["iters_per_cpu_s"], 60_000 / seconds
        print(
            f"  latent classes, {name}: {speed:,.0f} iterations a CPU second (R {r:,.0f}); "
            f"so 200 chains of 110,000 take {11e6 / speed:,.0f} s on two cores; goal <= 300 s"
        )
    print(f"  peak of this whole process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


def chains(name: str = "UKdat", number: int = 200) -> None:
    """All 200 chains of 110,000 iterations, with R-hat (minutes)."""
    given = estimate.read_table((MSE / f"{name}.csv").read_text("utf-8"), version=name)
    begin, begin_cpu = time.perf_counter(), time.process_time()
    found = estimate.latent_classes(given, chains=number, burn_in=10_000, draws=1000, thinning=100)
    low, high = found.interval().low, found.interval().high
    print(
        f"  {name}, {number} chains of 110,000: {time.perf_counter() - begin:.0f} s wall, "
        f"{time.process_time() - begin_cpu:.0f} CPU s, median {found.median:,.0f} [{low:,.0f}, {high:,.0f}], "
        f"R-hat {found.r_hat:.2f}"
    )


def durations(size: int = 1_000_000) -> None:
    """Kaplan-Meier and Aalen-Johansen against lifelines on the same random cases."""
    try:
        from lifelines import AalenJohansenFitter, KaplanMeierFitter  # noqa: PLC0415 - a test dependency
    except ImportError:
        print("\nDurations: lifelines is not installed")
        return
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(1)
    times = rng.exponential(400, size)
    ended, entered = rng.random(size) < 0.7, times * rng.random(size) * 0.5
    outcomes = np.where(ended, rng.integers(1, 4, size), 0)
    days, names = np.ceil(times), ("convicted", "acquitted", "withdrawn")
    print(f"\nDurations, {size:,} cases (CPU)\n  {'':<58} {'ours s':>9} {'lifelines':>9} {'ratio':>8}  goal")
    for name, task, peer in (
        ("Kaplan-Meier", lambda: kaplan_meier(times, ended), lambda: KaplanMeierFitter().fit(times, ended)),
        (
            "Kaplan-Meier, late entries",
            lambda: kaplan_meier(times, ended, entered),
            lambda: KaplanMeierFitter().fit(times, ended, entry=entered),
        ),
        ("Kaplan-Meier, whole days", lambda: kaplan_meier(days, ended), lambda: KaplanMeierFitter().fit(days, ended)),
        (
            "Aalen-Johansen, three ends (lifelines: one of the three)",
            lambda: aalen_johansen(times, outcomes, names),
            lambda: AalenJohansenFitter(calculate_variance=False).fit(times, outcomes, 1),
        ),
        (
            "Aalen-Johansen, three ends, late entries",
            lambda: aalen_johansen(times, outcomes, names, entered),
            lambda: AalenJohansenFitter(calculate_variance=False).fit(times, outcomes, 1, entry=entered),
        ),
    ):
        ours, _ = cpu(task, rounds=3)
        theirs, _ = cpu(peer, rounds=2)
        row(name, ours, theirs, ">= 10x")


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["hidden", "durations"]
    known = {"hidden": hidden, "durations": durations, "chains": chains, "exhaustive": partial(hidden, exhaustive=True)}
    for word in wanted:
        known[word]()
