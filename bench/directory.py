"""Match and nearest over a million services: SQLite, embedded, beside PostgreSQL on the same rows and questions.

    python bench/run.py directory            1,000,000 services; AMANAT_ROWS sets another number

Answers are checked equal. CPU time is that of this process; wall time is the caller's, and PostgreSQL works in others.
"""

import contextlib
import os
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import directory_postgis

from amanat.registers import shipped
from amanat.registers.hours import hours
from amanat.store.directory.engine import Engine
from amanat.store.directory.facts import Facts
from amanat.store.directory.matcher import Codes, Search, match
from amanat.store.directory.nearest import Circle, nearest
from amanat.store.directory.postgres import Postgres
from amanat.store.directory.questions import NOTHING, Catalogue
from amanat.store.directory.sqlite import Sqlite
from amanat.store.directory.writer import Origin, Writer

ROWS = int(os.environ.get("AMANAT_ROWS", "1000000"))
ASKED = 400
NEEDS = "legal_advice representation shelter medical psychosocial child_protection labour repatriation".split()
PEOPLE = (("women",), ("children",), ("everyone",), ("workers",), ("women", "children"), ("everyone",), ("refugees",))
TONGUES = ((), (), ("ur",), ("ur", "sd"), ("ur", "ps"), ("pa",), ("skr",), ("bal", "ur"), ("en", "ur"))
HOURS = ("24/7", "Mon-Fri 09:00-17:00", "Mon-Sat 09:30-16:30", "", "Sat-Thu 08:00-15:30", "Mon-Fri 21:00-05:00")
AGES = ((0, 130), (0, 130), (18, 130), (0, 17), (12, 60))
BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def districts() -> list[tuple[str, tuple[str, ...], tuple[float, float], int]]:
    """Return id, chain of areas, point and people of every district with a point."""
    places = shipped().places
    found = [a for a in places.areas.values() if a.kind == "district" and a.point and a.population]
    return [
        (a.id, tuple(up.id for up in places.chain(a.id)), a.point or (0, 0), a.population or 0)
        for a in sorted(found, key=lambda a: a.id)
    ]


def services() -> Iterator[tuple[int, Facts, tuple[float, float]]]:
    """Yield invented services, skewed over the districts as people are."""
    draw = random.Random(20261124)  # noqa: S311 - the same rows at each run
    known = districts()
    weeks = {text: hours(text) for text in HOURS}
    for n, (_, chain, (lat, lon), _) in enumerate(draw.choices(known, [d[3] for d in known], k=ROWS), 1):
        level = draw.choices((0, 1, 2, len(chain) - 1), (80, 8, 10, 2))[0]
        made = Facts(
            needs=tuple(draw.sample(NEEDS, draw.choice((1, 1, 2, 3)))),
            people=draw.choice(PEOPLE),
            areas=(chain[min(level, len(chain) - 1)],),
            ages=draw.choice(AGES),
            languages=draw.choice(TONGUES),
            conflict_groups=(draw.choices(("non_state", "state_other", "police"), (60, 30, 10))[0],),
            cautions=("reconciles",) if draw.random() < 0.02 else (),
            hours=weeks[draw.choice(HOURS)],
            free=draw.random() < 0.4,
            assured=draw.random() < 0.2,
            visible=True,
            active=draw.random() < 0.95,
            confidence=draw.choices(("verified", "single-source"), (20, 80))[0],
        )
        yield n, made, (draw.gauss(lat, 0.12), draw.gauss(lon, 0.12))


def fill(engine: Engine, copy: Callable[[str, list[tuple[object, ...]]], None]) -> None:
    """Write the narrow tables, through the code of an import, and thin records for the pages."""
    writer = Writer(engine, Origin(1, "", "PK", "2026-11-24T00:00:00+00:00"))
    rows: dict[str, list[tuple[object, ...]]] = {"offer": [], "near": [], "service": []}
    for n, made, spot in services():
        id_ = f"{n:08x}-0000-4000-8000-000000000000"
        doc = f'{{"id":"{id_}","name":"Invented {n}","status":"active"}}'
        rows["service"].append((n, id_, "2026-11-24", 1, "", str(n), 1, f"Invented {n}", doc))
        if made.offered:
            rows["offer"].extend(writer._offers(n, made, [spot]))  # noqa: SLF001 - what an import writes
            rows["near"].extend(writer._near(n, made, [spot]))  # noqa: SLF001
        if n % 50_000 == 0 or n == ROWS:
            for table, some in rows.items():
                copy(table, some)
                some.clear()
    engine.finish()
    engine.commit()


def sqlite(path: Path) -> Sqlite:
    """Make the SQLite directory."""
    engine = Sqlite(path, write=True)
    engine.fast()

    def copy(table: str, rows: list[tuple[object, ...]]) -> None:
        marks = ", ".join("?" * len(rows[0]))
        engine.many(f"INSERT INTO {table} VALUES ({marks})", rows)  # type: ignore[arg-type]  # noqa: S608 - ours

    fill(engine, copy)
    engine.whole()
    engine.close()
    return Sqlite(path)


def postgres(address: str) -> Postgres:
    """Make the PostgreSQL directory, by COPY."""
    engine = Postgres(address, make=True)

    def copy(table: str, rows: list[tuple[object, ...]]) -> None:
        names = "(n, id, modified, run, organization, local, visible, name, doc)" if table == "service" else ""
        with engine._link.cursor() as cursor, cursor.copy(f"COPY {table} {names} FROM STDIN") as out:  # noqa: SLF001
            for row in rows:
                out.write_row(row)

    fill(engine, copy)
    return engine


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Run a throw-away PostgreSQL as an unprivileged user; yield its address."""
    folder = Path(tempfile.mkdtemp(prefix="amanat-bench-pg-"))
    who = {"user": "postgres"} if os.geteuid() == 0 else {}
    if who:
        shutil.chown(folder, "postgres")
    binaries, data = BINARIES[-1].parent, folder / "data"

    def call(*words: str) -> None:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/", **who)  # type: ignore[call-overload]

    call(str(binaries / "initdb"), "-D", str(data), "-A", "trust", "-U", "desk", "-E", "UTF8", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=512MB -c work_mem=64MB"
    call(str(binaries / "pg_ctl"), "-D", str(data), "-o", options, "-w", "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql://desk@/postgres?host={folder}"
    finally:
        call(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def searches() -> list[Search]:
    """Return full questions: need, place, gender and age, language, open now."""
    draw = random.Random(1)  # noqa: S311 - the same questions at each run
    known = districts()
    return [
        Search(
            needs=(draw.choice(NEEDS),),
            areas=chain,
            people=frozenset({draw.choice(("women", "men", "children", "workers"))}),
            age=draw.randrange(5, 80),
            languages=frozenset({draw.choice(("ur", "sd", "ps", "pa"))}),
            accused=frozenset({"police"}) if draw.random() < 0.2 else frozenset(),
            avoid=frozenset({"reconciles"}),
            at=datetime(2026, 11, draw.randrange(23, 30), draw.randrange(24), draw.randrange(60)),  # noqa: DTZ001
            point=point,
        )
        for _, chain, point, _ in draw.choices(known, [d[3] for d in known], k=ASKED)
    ]


def circles() -> list[Circle]:
    """Return circles of 25 km."""
    draw = random.Random(2)  # noqa: S311 - the same questions at each run
    known = districts()
    return [
        Circle(draw.choice(NEEDS), draw.gauss(lat, 0.1), draw.gauss(lon, 0.1), 25.0, frozenset({"women"}))
        for _, _, (lat, lon), _ in draw.choices(known, [d[3] for d in known], k=ASKED)
    ]


def timed(name: str, goal: str, calls: list[Callable[[], object]]) -> list[object]:
    """Ask each once to warm, then once for time; print the percentiles in milliseconds."""
    answers = [call() for call in calls]
    wall, cpu = [], []
    for call in calls:
        a, b = time.perf_counter(), time.process_time()
        call()
        wall.append((time.perf_counter() - a) * 1000)
        cpu.append((time.process_time() - b) * 1000)
    at = [statistics.quantiles(values, n=100) for values in (wall, cpu)]
    figures = " ".join(f"{q[49]:7.2f} {q[94]:7.2f} {q[98]:7.2f}" for q in at)
    print(f"  {name:<34} {figures}   {goal}")
    return answers


def directory() -> None:
    """Compare the two engines."""
    print(f"\ndirectory of {ROWS:,} services, one caller, milliseconds")
    print(f"  {'':<34} {'wall: p50':>9} {'p95':>7} {'p99':>7} {'cpu: p50':>9} {'p95':>5} {'p99':>7}   goal")
    with tempfile.TemporaryDirectory(prefix="amanat-bench-") as folder:
        one = sqlite(Path(folder) / "d.db")
        first = questions(one, "SQLite", "match p50 1, p95 5; nearest p95 10; page 1")
        print(
            f"  memory of this process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB (500)"
        )
        if not BINARIES:
            print("  no PostgreSQL on this machine: nothing to compare with")
            return
        with server() as address:
            two = postgres(address)
            second = questions(two, "PostgreSQL", "slower than SQLite")
            print(f"  answers equal: {first == second}")
            if directory_postgis.there(two):
                directory_postgis.made(two)
                codes = Codes.of(two)
                asked = [directory_postgis.nearest(two, codes, circle) for circle in circles()]
                third = timed("PostGIS, nearest 10 in 25 km", "slower than SQLite", asked)
                print(f"  answers equal: {third == [[near.service for near in found] for found in first[1]]}")  # type: ignore[attr-defined]
            two.close()


def questions(engine: Engine, name: str, goal: str) -> list[list[object]]:
    """Ask all questions of one engine."""
    codes = Codes.of(engine)
    catalogue = Catalogue(engine, lambda *_: False)
    deep = [(ROWS * n // 101) // 50 * 50 for n in range(1, 101)]
    catalogue.page("service", NOTHING, 0, 50)
    return [
        timed(f"{name}, full match", goal, [lambda s=s: match(engine, codes, s) for s in searches()]),  # type: ignore[misc]
        timed(f"{name}, nearest 10 in 25 km", "", [lambda c=c: nearest(engine, codes, c) for c in circles()]),  # type: ignore[misc]
        timed(
            f"{name}, page of 50, any depth",
            "",
            [lambda at=at: catalogue.page("service", NOTHING, at, 50) for at in deep],  # type: ignore[misc]
        ),
    ]
