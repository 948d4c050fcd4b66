"""The desk: what a decision takes in a browser, what survives a kill, how long a restore takes, fifty people at once.

    python bench/run.py desk-round | desk-kill | desk-access | desk-restore | desk-crowd

`desk-crowd` needs the address of an empty PostgreSQL database in AMANAT_BENCH_POSTGRES.
"""

import asyncio
import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from amanat.desk import desk as application
from amanat.desk.opened import About, story_of, submit
from amanat.desk.state import State
from amanat.store import Home, audit, backup, make, open_with, sessions, users
from amanat.store.keys import Cost
from amanat.store.opening import drill

ROOT = Path(__file__).resolve().parents[1]
PHRASE = "seven quiet boats at dawn"
ACT = """async () => {
  const desk = document.querySelector('#desk'), start = performance.now();
  const answered = new Promise((done) => new MutationObserver((_, own) => {
    own.disconnect();
    const painted = new MessageChannel();
    painted.port1.onmessage = () => done(performance.now() - start);
    requestAnimationFrame(() => painted.port2.postMessage(0));
  }).observe(desk, {attributes: true, attributeFilter: ['data-version']}));
  ACT(document);
  return await answered;
}"""
"""Waits inside the page, until the frame is laid out and painted: asking from outside would take processor time."""
PAUSE = 0.3
"""Seconds between two acts: what the browser still does for the last one is not counted to the next."""


ROLE = """e => { const s = e.querySelector('#people select[name=role]'); s.value = 'ROLE';
  s.dispatchEvent(new Event('change', {bubbles: true})); }"""
KEEP = """e => { const f = [...e.querySelectorAll('#remarks > ol form')].pop(); f.reason.value = 'x';
  f.requestSubmit(f.querySelector('button[value=keep]')); }"""


@contextmanager
def desk(folder: Path, postgres: str = "", cost: tuple[int, int] = (1, 8192)) -> Iterator[tuple[State, int]]:
    """Serve a fresh desk on a free port; yields its state and the port."""
    state = State(Home(folder / "data", postgres=postgres, heads=folder / "head", cost=Cost(*cost)))
    state.set_up("lead", PHRASE)
    with serving(state) as port:
        yield state, port
    state.lock()


@contextmanager
def serving(state: State) -> Iterator[int]:
    """Serve a desk on a free port; yields the port."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application(state), port=port, log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield port
    server.should_exit = True
    thread.join(10)


def submitted(state: State, text: str) -> str:
    """Hand a story in and read it, so that no round pays for the first reading."""
    lead = users.everybody(state.open_vault())[0].user
    id_ = submit(state.open_vault(), lead, text.encode(), About("", "a.txt"), str(len(text)))
    story_of(state, lead, id_)
    return id_


def round_trip(rounds: int = 15) -> None:
    """From the change of a role, or a remark kept, until the answer is painted."""
    story = (ROOT / "examples" / "story.txt").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder, desk(Path(folder)) as (state, port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        page.goto("/sign-in")
        page.fill("#name", "lead")
        page.fill("#passphrase", PHRASE)
        page.click("main button.main")
        page.wait_for_url("**/stories")
        for name, text in (("1,000 words", story * 2), ("50,000 characters", dense())):
            page.goto("/stories/" + submitted(state, text))
            marks = page.locator("#story mark").count()
            roles = [_timed(page, ROLE.replace("ROLE", r)) for r in ("official", "victim", "witness") * (rounds // 3)]
            kept = [_timed(page, KEEP) for _ in range(rounds)]
            print(f"  {name}, {marks} marks: role {_three(roles)}; kept {_three(kept)} (min, median, max ms; CPU)")
        browser.close()


def dense(size: int = 50_000) -> str:
    """Return a story with some 2,000 marks: eighty invented people, freed, and what was counted beside them."""
    first = "Mehrunnisa Zarmeena Sawera Palwasha Gulnaz Shabana Nasreen Rukhsana Samina Tahira".split()
    last = "Khatoon Misaal Tarkhan Qalandari Farzand Testani Namoona Beyaban".split()
    out, length, n = ["Kilns of the valley\n"], 0, 0
    while length < size:
        who = f"{first[n % 10]} {last[n // 10 % 8]}, {9 + n % 8}, and her father were freed in Swat"
        out.append(f"{who}; {3 + n % 60} were arrested, {n % 9 + 2} convicted." + ("\n" if n % 6 == 5 else ""))
        length, n = length + len(out[-1]) + 1, n + 1
    return "\n".join(out)


Took = tuple[float, float]
"""Milliseconds on the wall, and of this process's processor time."""


def _timed(page: Page, act: str) -> Took:
    time.sleep(PAUSE)
    used = time.process_time()
    wall = page.evaluate(ACT.replace("ACT", f"({act})"))
    return float(wall), (time.process_time() - used) * 1000


def _three(times: list[Took]) -> str:
    wall = [t for t, _ in times]
    cpu = statistics.median(t for _, t in times)
    return f"{min(wall):.0f}, {statistics.median(wall):.0f}, {max(wall):.0f}; {cpu:.0f}"


WRITER = """
import sys
from pathlib import Path
from amanat.store import Home, Kind, open_with, records
vault, lead = open_with(Home(Path(sys.argv[1]), heads=Path(sys.argv[1] + ".head")), "lead", sys.argv[2])
while True:
    print(records.create(vault, lead, Kind.STORY, {"original": b"x" * 500}), flush=True)
"""


def kill(wanted: int = 10_000) -> None:
    """Kill a writer without warning, again and again, until 10,000 writes were acknowledged."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "d", heads=Path(folder) / "d.head", cost=Cost(1, 8192))
        make(home, "lead", PHRASE)[0].close()
        told: set[str] = set()
        rounds = 0
        while len(told) < wanted:
            child = subprocess.Popen(
                [sys.executable, "-c", WRITER, str(home.folder), PHRASE], stdout=subprocess.PIPE, text=True
            )
            for _ in range(150 + 37 * (rounds % 7)):
                told.add(child.stdout.readline().strip())
            os.kill(child.pid, signal.SIGKILL)
            told |= {line.strip() for line in child.stdout if len(line) == 33}
            child.wait()
            rounds += 1
        vault, _ = open_with(home, "lead", PHRASE)
        with vault.task() as task:
            there = {row[0] for row in task.run("SELECT id FROM records")}
        whole, log = vault.engine.check(), audit.check(vault)
        print(
            f"  {rounds} kills, {len(told)} acknowledged, {len(told - there)} lost, database whole: {whole}, log: {log}"
        )
        vault.close()


def access() -> None:
    """Ten thousand steps of the model of users, roles, grants and records."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:randomly",
        "tests/store/test_access.py",
        "-k",
        "TestDesk",
    ]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "AMANAT_ACCESS_STEPS": "10000"}, check=False)
    print(f"  10,000 steps asked for: {'no path without a grant' if done.returncode == 0 else 'FAILED'}")


def restore(rows: int = 100_000) -> None:
    """Fill a store, back it up, and restore it into another database."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "d", heads=Path(folder) / "h", backups=Path(folder) / "b", cost=Cost(1, 8192))
        vault, lead = make(home, "lead", PHRASE)
        each = rows // 5
        with vault.task() as task:
            ids = [f"{n:032x}" for n in range(each)]
            task.many("INSERT INTO records VALUES (?, 'story', ?, '', 1, 1, 1, 1)", [(i, lead.id) for i in ids])
            task.many("INSERT INTO record_keys VALUES (?, ?)", [(i, os.urandom(136)) for i in ids])
            task.many("INSERT INTO parts VALUES (?, 'original', ?)", [(i, os.urandom(3_000)) for i in ids])
            task.many("INSERT INTO parts VALUES (?, 'about', ?)", [(i, os.urandom(200)) for i in ids])
            task.many("INSERT INTO grants VALUES (?, ?, 'write')", [(i, lead.id) for i in ids])
        start = time.perf_counter()
        made = backup.back_up(vault, Path(folder) / "b", home.locks)
        middle = time.perf_counter()
        done = drill(vault, made)
        end = time.perf_counter()
        size = made.stat().st_size / 1e6
        print(
            f"  backup {middle - start:.1f} s ({size:.0f} MB), drill {end - middle:.1f} s, "
            f"{done.rows + each} rows, same: {done.same}"
        )
        vault.close()


def crowd(people: int = 50, seconds: int = 40) -> None:
    """Fifty people who read review pages, each thinking one to three seconds between two."""
    address = os.environ.get("AMANAT_BENCH_POSTGRES", "")
    if not address:
        print("  skipped: AMANAT_BENCH_POSTGRES names no empty database")
        return
    text = (ROOT / "examples" / "story.txt").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder, desk(Path(folder), address) as (state, port):
        ids = [submitted(state, text + "\nMore." * n) for n in range(20)]

        lead = users.everybody(state.open_vault())[0].user
        tokens = [sessions.begin(state.open_vault(), lead) for _ in range(people)]
        times, errors = asyncio.run(_crowd(port, ids, tokens, seconds))
        times.sort()
        at = times[int(len(times) * 0.95)] * 1000
        print(
            f"  {people} people, {len(times)} pages in {seconds} s: median {statistics.median(times) * 1000:.0f} ms, "
            f"p95 {at:.0f} ms, errors {errors}"
        )


async def _crowd(port: int, ids: list[str], tokens: list[str], seconds: int) -> tuple[list[float], int]:
    times: list[float] = []
    errors = 0
    end = time.monotonic() + seconds

    def get(id_: str, token: str) -> int:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        link.request("GET", f"/stories/{id_}", headers={"Cookie": f"amanat={token}"})
        answer = link.getresponse()
        answer.read()
        link.close()
        return answer.status

    async def person(number: int) -> None:
        nonlocal errors
        loop = asyncio.get_running_loop()
        await asyncio.sleep(number * 0.04)
        step = number
        while time.monotonic() < end:
            start = time.perf_counter()
            status = await loop.run_in_executor(pool, get, ids[step % len(ids)], tokens[number])
            times.append(time.perf_counter() - start)
            errors += status != 200
            step += 7
            await asyncio.sleep(1 + (step % 5) / 2)

    with ThreadPoolExecutor(len(tokens)) as pool:
        await asyncio.gather(*(person(n) for n in range(len(tokens))))
    return times, errors


MEASURES: dict[str, Callable[[], None]] = {
    "desk-round": round_trip, "desk-kill": kill, "desk-access": access, "desk-restore": restore, "desk-crowd": crowd,
}  # fmt: skip
