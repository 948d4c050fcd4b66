"""The full question over tables answers as a plain look at every record does, on SQLite and on PostgreSQL."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanat.core import DataError
from amanat.store.directory.facts import facts, points
from amanat.store.directory.matcher import Codes, Search, match
from amanat.store.directory.nearest import Circle, nearest
from amanat.store.directory.postgres import Postgres
from amanat.store.directory.questions import NOTHING, Asked, Catalogue
from amanat.store.directory.shaping import Plain, Provenance, shaped
from amanat.store.directory.sqlite import Sqlite
from amanat.store.directory.writer import GENERAL, Origin, Writer
from amanat.store.hsds.geometry import cell_of, cells_around, km
from amanat.store.hsds.model import Record

NEEDS = ["legal_advice", "medical", "labour"]
AREAS = ["a-1", "a-2", "A-P", "A"]
PEOPLE = ["women", "men", "children", "everyone", "workers"]
TONGUES = ["ur", "sd", "ps"]
GROUPS = ["police", "fia", "non_state"]
HOURS = ["", "24/7", "Mon-Fri 09:00-17:00", "Sat-Thu 22:00-06:00"]
SOURCE = Provenance("test", "https://example.org/t", "2026-11-01", "single-source")


@lru_cache(maxsize=1)
def world() -> tuple[Sqlite, list[Record]]:
    draw = random.Random(7)  # noqa: S311 - the same world at each run
    records = []
    for n in range(400):
        ages = draw.choice([(None, None), (18, None), (None, 17), (12, 60)])
        plain = Plain(
            str(n),
            f"Invented {n}",
            "Office",
            tuple(draw.sample(NEEDS, draw.choice([1, 2]))),
            tuple(draw.sample(PEOPLE, draw.choice([1, 2]))),
            tuple((area, area) for area in draw.sample(AREAS, draw.choice([1, 2]))),
            hours=draw.choice(HOURS),
            fees=draw.choice(["free", ""]),
            languages=tuple(draw.sample(TONGUES, draw.choice([0, 1, 2]))),
            ages=ages,
            status=draw.choice(["active"] * 9 + ["defunct"]),
            conflict_groups=(draw.choice(GROUPS),),
            cautions=tuple(draw.sample(["reconciles"], draw.choice([0, 0, 1]))),
            city="x",
            point=(round(draw.uniform(30, 30.6), 4), round(draw.uniform(70, 70.6), 4)),
        )
        records.append(shaped(plain, SOURCE))
    engine = Sqlite()
    engine.run("INSERT INTO run VALUES (1, '', '', '', '', '', '', 0, 'done')")
    Writer(engine, Origin(1, "", "PK", "2026-11-24T00:00:00+00:00")).put("service", records)
    engine.commit()
    return engine, records


def plain_look(records: list[Record], search: Search) -> list[tuple[int, str, str]]:
    """Every record, one by one: the meaning of the question."""
    found: list[tuple[Any, ...]] = []
    for n, record in enumerate(records, 1):
        known = facts(record)
        spot = next(points(record), None)
        far = (spot[0] - search.point[0]) ** 2 + (spot[1] - search.point[1]) ** 2 * 0.75 if spot and search.point else 0
        fits = (
            known.offered
            and (GENERAL | search.people) & set(known.people)
            and (search.age is None or known.ages[0] <= search.age <= known.ages[1])
            and not search.accused & set(known.conflict_groups)
            and not search.avoid & set(known.cautions)
            and (not search.languages or not known.languages or search.languages & set(known.languages))
            and (search.at is None or known.hours.open_at(search.at))
        )
        if fits:
            side = not known.independent if search.accused else False
            silent = bool(search.languages) and not known.languages
            for w, need in enumerate(search.needs):
                for a, area in enumerate(search.areas):
                    if need in known.needs and area in known.areas:
                        found.append((w, a, side, silent, known.tier, far, n, need, area))
    answer: list[tuple[int, str, str]] = []
    for *_, n, need, area in sorted(found):
        if n not in {m for m, _, _ in answer}:
            answer.append((n, need, area))
    return answer[: search.most]


SEARCHES = st.builds(
    Search,
    needs=st.lists(st.sampled_from(NEEDS), min_size=1, max_size=2, unique=True).map(tuple),
    areas=st.sampled_from([("a-1", "A-P", "A"), ("a-2", "A"), ("A",), ("nowhere",)]),
    people=st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    age=st.none() | st.integers(0, 90),
    languages=st.frozensets(st.sampled_from(TONGUES), max_size=1),
    accused=st.frozensets(st.sampled_from(GROUPS[:2]), max_size=1),
    avoid=st.frozensets(st.just("reconciles"), max_size=1),
    at=st.none() | st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 30)),  # noqa: DTZ001 - local time
    point=st.none() | st.tuples(st.floats(30, 30.6), st.floats(70, 70.6)),
    most=st.sampled_from([1, 5, 10, 50]),
)


@given(SEARCHES)
@settings(max_examples=200)
def test_the_tables_answer_as_a_plain_look_does(search: Search) -> None:
    engine, records = world()
    hits = match(engine, Codes.of(engine), search)
    assert [(hit.service, hit.need, hit.area) for hit in hits] == plain_look(records, search)


@given(
    st.floats(30, 30.6), st.floats(70, 70.6), st.sampled_from([1.0, 5.0, 25.0]), st.sampled_from(NEEDS),
    st.frozensets(st.sampled_from(PEOPLE), max_size=1),
)  # fmt: skip
@settings(max_examples=100)
def test_the_nearest_are_the_nearest(lat: float, lon: float, radius: float, need: str, people: frozenset[str]) -> None:
    engine, records = world()
    found = nearest(engine, Codes.of(engine), Circle(need, lat, lon, radius, people))
    every = []
    for n, record in enumerate(records, 1):
        known = facts(record)
        if known.offered and need in known.needs and (GENERAL | people) & set(known.people):
            every += [(km(lat, lon, *spot), n) for spot in points(record)]
    expected = [(d, n) for d, n in sorted(every) if d <= radius][:10]
    assert [near.service for near in found] == [n for _, n in expected]


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0.5, 60), st.floats(0, 1), st.floats(0, 6.283))
def test_no_point_of_a_circle_lies_in_a_cell_that_is_not_read(
    lat: float, lon: float, radius: float, share: float, turn: float
) -> None:
    import math  # noqa: PLC0415 - one test

    up = lat + math.sin(turn) * share * radius / 111.3
    side = lon + math.cos(turn) * share * radius / 111.3 / max(math.cos(math.radians(lat)), 0.1)
    if abs(up) < 85 and km(lat, lon, up, side) <= radius:
        side = (side + 180) % 360 - 180
        cells = {number: gap for gap, number in cells_around(lat, lon, radius)}
        assert cell_of(up, side) in cells
        assert cells[cell_of(up, side)] <= km(lat, lon, up, side) + 1e-6


@pytest.fixture(scope="module")
def both(postgres: str) -> Iterator[tuple[Sqlite, Postgres]]:
    sqlite, records = world()
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(postgres, autocommit=True) as link:
        link.execute("DROP SCHEMA IF EXISTS public CASCADE")
        link.execute("CREATE SCHEMA public")
    other = Postgres(postgres, make=True)
    other.run("INSERT INTO run VALUES (1, '', '', '', '', '', '', 0, 'done')")
    Writer(other, Origin(1, "", "PK", "2026-11-24T00:00:00+00:00")).put("service", records)
    other.finish()
    other.commit()
    yield sqlite, other
    other.close()


@given(search=SEARCHES)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_matches_are_equal(both: tuple[Sqlite, Postgres], search: Search) -> None:
    first, second = (match(engine, Codes.of(engine), search) for engine in both)
    assert first == second


@given(lat=st.floats(30, 30.6), lon=st.floats(70, 70.6), radius=st.sampled_from([2.0, 25.0]))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_nearest_are_equal(both: tuple[Sqlite, Postgres], lat: float, lon: float, radius: float) -> None:
    first, second = (nearest(e, Codes.of(e), Circle("medical", lat, lon, radius)) for e in both)
    assert first == second


@pytest.mark.parametrize(
    "asked",
    [
        NOTHING,
        Asked(search="invented 7"),
        Asked(search="INVENTED"),
        Asked(search="nothing of this"),
        Asked(search="per_page ؟ %s ?"),
        Asked(modified_after="2026-11-24T00:00:00+00:00"),
        Asked(modified_after="2027"),
    ],
)
def test_lists_and_counts_are_equal(both: tuple[Sqlite, Postgres], asked: Asked) -> None:
    first, second = (Catalogue(engine, lambda *_: False) for engine in both)
    assert first.count("service", asked) == second.count("service", asked)
    assert first.page("service", asked, 20, 30) == second.page("service", asked, 20, 30)
    assert list(first.stream("service", asked)) == list(second.stream("service", asked))
    assert first.page("service", replace(asked, search=""), 0, 5) == second.page(
        "service", replace(asked, search=""), 0, 5
    )


def test_whole_records_are_equal(both: tuple[Sqlite, Postgres]) -> None:
    first, second = (Catalogue(engine, lambda *_: True) for engine in both)
    for record in first.page("service", NOTHING, 0, 20):
        assert first.whole("service", record) == second.whole("service", record)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(DataError, match="H025") as told:
        Postgres("postgresql://nobody:secretword@127.0.0.1:9/none")
    assert "secretword" not in told.value.message
