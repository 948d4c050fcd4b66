"""An import: whole or not at all, told row by row, resumed, repeated, and never overwriting in silence."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from amanat.core import DataError
from amanat.registers import Registers
from amanat.store.directory.intake import Parcel, Report, take_in
from amanat.store.directory.matcher import Codes, Search, match
from amanat.store.directory.partner import read_mapping, rejected
from amanat.store.directory.shaping import Provenance
from amanat.store.directory.sources import digest
from amanat.store.directory.sqlite import Sqlite
from amanat.store.hsds.faults import faults

Narrow = Callable[[Path], dict[str, list[tuple[object, ...]]]]

HSDS = Provenance("hsds-b", "https://example.org/b", "2026-11-02", "single-source")


def load(target: Path, partner: tuple[Path, Path], registers: Registers, *, without_bad: bool = False) -> Report:
    table, mapping = partner[0], read_mapping(partner[1])
    parcel = Parcel(table, digest(table), mapping.source, mapping.country)
    return take_in(target, parcel, mapping, registers, without_bad=without_bad)


def rows(target: Path, question: str) -> list[tuple[object, ...]]:
    engine = Sqlite(target)
    try:
        return [*engine.rows(question)]
    finally:
        engine.close()


def named(target: Path, search: Search) -> list[str]:
    engine = Sqlite(target)
    hits = match(engine, Codes.of(engine), search)
    found = [engine.rows("SELECT name FROM service WHERE n = ?", [hit.service])[0][0] for hit in hits]
    engine.close()
    return [str(name) for name in found]


def test_a_partner_table_becomes_hsds(tmp_path: Path, partner: tuple[Path, Path], registers: Registers) -> None:
    target = tmp_path / "d.db"
    report = load(target, partner, registers)
    assert (report.lines, report.tally.new, report.bad, report.published) == (3, 3, [], True)
    assert rows(target, "SELECT COUNT(*) FROM service") == [(163,)], "the bodies of the packs are there as well"
    for kind in ("service", "organization", "location", "service_at_location", "taxonomy", "taxonomy_term"):
        for (doc,) in rows(target, f"SELECT doc FROM {kind}"):  # noqa: S608 - names of the test
            assert not list(faults(kind, json.loads(str(doc)))), kind
    asked = Search(("legal_advice",), ("pk-kasur", "PK-PB", "PK"), frozenset({"men"}))
    assert named(target, asked)[0] == "Invented Law Desk"


def test_the_place_of_a_shelter_is_not_kept(tmp_path: Path, partner: tuple[Path, Path], registers: Registers) -> None:
    target = tmp_path / "d.db"
    load(target, partner, registers)
    (doc,) = rows(target, "SELECT doc FROM service WHERE name LIKE '%House'")[0]
    assert "31.55" not in str(doc)
    assert len(rows(target, "SELECT n FROM location")) == 1


def test_the_same_again_changes_nothing(tmp_path: Path, partner: tuple[Path, Path], registers: Registers) -> None:
    target = tmp_path / "d.db"
    load(target, partner, registers)
    before = rows(target, "SELECT id, doc FROM service ORDER BY n")
    report = load(target, partner, registers)
    assert (report.tally.new, report.tally.changed, report.tally.same) == (0, 0, 3)
    assert rows(target, "SELECT id, doc FROM service ORDER BY n") == before


def test_the_same_source_may_correct_itself_and_the_old_value_is_kept(
    tmp_path: Path, partner: tuple[Path, Path], registers: Registers
) -> None:
    target = tmp_path / "d.db"
    load(target, partner, registers)
    partner[0].write_text(partner[0].read_text("utf-8").replace("Invented Law Desk", "Invented Law Office"), "utf-8")
    report = load(target, partner, registers)
    assert (report.tally.changed, report.tally.conflicts) == (1, 0)
    history = rows(target, "SELECT field, old, new, action FROM history")
    assert history == [("name", "Invented Law Desk", "Invented Law Office", "update")]
    search = Search(("legal_advice",), ("pk-kasur",))
    assert named(target, search) == ["Invented Law Office"]


def test_another_source_may_add_and_not_overwrite(
    tmp_path: Path, partner: tuple[Path, Path], registers: Registers
) -> None:
    target = tmp_path / "d.db"
    load(target, partner, registers)
    (text,) = rows(target, "SELECT doc FROM service WHERE name = 'Invented Law Desk'")[0]
    record = {**json.loads(str(text)), "name": "Somebody else's name", "wait_time": "two days"}
    file = tmp_path / "b.json"
    file.write_text(json.dumps([record]), "utf-8")
    report = take_in(target, Parcel(file, digest(file), HSDS, "PK"), None, registers)
    assert report.tally.conflicts == 1
    assert rows(target, "SELECT field, kept, offered FROM conflict") == [
        ("name", "Invented Law Desk", "Somebody else's name")
    ]
    (after,) = rows(target, "SELECT doc FROM service WHERE name = 'Invented Law Desk'")[0]
    assert json.loads(str(after))["wait_time"] == "two days"
    file.write_text(json.dumps([{**record, "name": "Once more another name"}]), "utf-8")
    assert take_in(target, Parcel(file, digest(file), HSDS, "PK"), None, registers).tally.conflicts == 1
    assert rows(target, "SELECT name FROM service WHERE run = 2 AND name LIKE 'Invented Law%'") == [
        ("Invented Law Desk",)
    ]


BAD = """\
4,,Hope Trust,lawyer,everyone,Kasur,,,,,,,,
5,Invented Nothing,Hope Trust,dragons,everyone,Kasur,,,,,,,,
6,Invented Nowhere,Hope Trust,lawyer,everyone,Atlantis,,,,,,,,
7,Invented Old,Hope Trust,lawyer,everyone,Kasur,,,,999,,,,
1,Invented Twice,Hope Trust,lawyer,everyone,Kasur,,,,,,,,
8,Invented Far,Hope Trust,lawyer,everyone,Kasur,,,,,91.5,74.4,Kasur,
"""


def test_bad_rows_publish_nothing_and_are_told_by_number(
    tmp_path: Path, partner: tuple[Path, Path], registers: Registers
) -> None:
    target = tmp_path / "d.db"
    partner[0].write_text(partner[0].read_text("utf-8") + BAD, "utf-8")
    report = load(target, partner, registers)
    assert not report.published
    assert not target.exists()
    assert not (tmp_path / "d.db.next").exists()
    assert [row.number for row in report.bad] == [4, 5, 6, 7, 8, 9]
    told = " ".join(rejected(report.bad))
    assert "Atlantis" not in told
    assert "dragons" not in told
    report = load(target, partner, registers, without_bad=True)
    assert report.published
    assert report.tally.new == 3


def test_wrong_numbers_are_left_out_and_told(tmp_path: Path, partner: tuple[Path, Path], registers: Registers) -> None:
    wrong = next(row for row in registers.providers.contaminated if row.faulty and "PK" in row.countries)
    text = partner[0].read_text("utf-8").replace("042-1111111", wrong.numbers[0]).replace("0420000000", "call us")
    partner[0].write_text(text, "utf-8")
    report = load(tmp_path / "d.db", partner, registers)
    assert [w.number for w in report.warnings] == [1, 3]
    docs = " ".join(str(doc) for (doc,) in rows(tmp_path / "d.db", "SELECT doc FROM service WHERE run > 1"))
    assert '"phones"' not in docs


def test_broken_letters_are_told(tmp_path: Path, partner: tuple[Path, Path], registers: Registers) -> None:
    partner[0].write_bytes(partner[0].read_bytes().replace(b"Invented Child", b"Invent\xff\xfe Child"))
    report = load(tmp_path / "d.db", partner, registers)
    assert [(row.number, "UTF-8" in row.why) for row in report.bad] == [(3, True)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.json", b"{"),
        ("x.json", b'[{"id": "no uuid", "name": "x", "status": "active"}]'),
        ("x.json", b"[1]"),
        ("x.json", b"\xff\xff"),
        ("x.ndjson", b'{"name": "x", "status": "active"}\n'),
        ("x.json", b"[" * 100_000),
    ],
)
def test_what_is_no_hsds_is_refused_whole(tmp_path: Path, registers: Registers, name: str, content: bytes) -> None:
    file, target = tmp_path / name, tmp_path / "d.db"
    file.write_bytes(content)
    with pytest.raises(DataError, match=r"H02[13]"):
        take_in(target, Parcel(file, digest(file), HSDS, "PK"), None, registers)
    assert not target.exists()


@pytest.mark.parametrize(
    "change",
    [
        ("31.10,74.44", "31.60,74.99"),
        ("042-1111111", "042-7777777"),
        ("Mon-Fri 09:00-17:00", "24/7"),
        ("Invented Law Desk", "Another Name"),
    ],
)
def test_a_directory_that_was_corrected_is_as_one_that_was_right_from_the_start(
    tmp_path: Path, partner: tuple[Path, Path], registers: Registers, narrow: Narrow, change: tuple[str, str]
) -> None:
    corrected, fresh = tmp_path / "corrected.db", tmp_path / "fresh.db"
    load(corrected, partner, registers)
    partner[0].write_text(partner[0].read_text("utf-8").replace(*change), "utf-8")
    load(corrected, partner, registers)
    load(fresh, partner, registers)
    assert narrow(corrected) == narrow(fresh)


def test_a_service_that_turns_out_to_be_a_shelter_loses_its_place(
    tmp_path: Path, partner: tuple[Path, Path], registers: Registers, narrow: Narrow
) -> None:
    target = tmp_path / "d.db"
    load(target, partner, registers)
    assert "31.1" in str(narrow(target))
    partner[0].write_text(partner[0].read_text("utf-8").replace("lawyer,everyone", "bed; lawyer,everyone"), "utf-8")
    load(target, partner, registers)
    for table in ("location", "service_at_location", "near", "history", "conflict"):
        assert "31.1" not in str(rows(target, f"SELECT * FROM {table}"))  # noqa: S608 - names of this test
    assert rows(target, "SELECT id FROM service_at_location WHERE run > 1") == []
    assert named(target, Search(("shelter",), ("pk-kasur",)))[0].startswith("Invented")


def test_the_place_of_a_shelter_in_a_feed_is_not_kept(tmp_path: Path, registers: Registers) -> None:
    id_ = "a3f0a6f0-0000-4000-8000-00000000000{}"
    street = {"id": id_.format(1), "address_1": "Hidden Lane 7", "city": "Kasur", "state_province": "Punjab",
              "postal_code": "55050", "country": "PK", "address_type": "physical"}  # fmt: skip
    place = {
        "id": id_.format(2),
        "location_type": "physical",
        "latitude": 31.1,
        "longitude": 74.4,
        "addresses": [street],
    }
    needs = [{"id": id_.format(3), "link_type": "need", "value": "shelter"}]
    body = {"id": id_.format(4), "name": "Body", "description": "x"}
    record = {"id": id_.format(5), "name": "House", "status": "active", "organization": body, "attributes": needs,
              "service_at_locations": [{"id": id_.format(6), "location": place}]}  # fmt: skip
    file = tmp_path / "feed.json"
    file.write_text(json.dumps(record), "utf-8")
    assert take_in(tmp_path / "d.db", Parcel(file, digest(file), HSDS, "PK"), None, registers).published
    for table in ("service", "location", "service_at_location", "near", "offer"):
        assert "Hidden" not in str(rows(tmp_path / "d.db", f"SELECT * FROM {table}"))  # noqa: S608 - names of this test
        assert "74.4" not in str(rows(tmp_path / "d.db", f"SELECT * FROM {table}"))  # noqa: S608


def test_the_same_service_twice_in_one_file_is_filed_once(tmp_path: Path, registers: Registers) -> None:
    body = {"id": "a3f0a6f0-0000-4000-8000-000000000001", "name": "Body", "description": "x"}
    needs = [{"id": f"a3f0a6f0-0000-4000-8000-00000000001{n}", "link_type": "need", "value": n} for n in range(2)]
    place = {"id": "a3f0a6f0-0000-4000-8000-000000000020", "link_type": "amanat:place", "value": "pk-kasur"}
    record = {"id": "a3f0a6f0-0000-4000-8000-000000000002", "name": "Aid", "status": "active", "organization": body}
    told = [
        {**record, "attributes": [{**need, "value": value}, place]}
        for need, value in zip(needs, ("shelter", "medical"), strict=True)
    ]
    again = [*told, {**told[0], "fees_description": "free"}, {**told[0], "fees_description": "small"}]
    file = tmp_path / "twice.ndjson"
    file.write_text("".join(json.dumps(one) + "\n" for one in again), "utf-8")
    report = take_in(tmp_path / "d.db", Parcel(file, digest(file), HSDS, "PK"), None, registers)
    assert report.published
    for need in ("shelter", "medical"):
        assert named(tmp_path / "d.db", Search((need,), ("pk-kasur",))).count("Aid") == 1


def test_what_is_no_directory_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "d.db"
    with pytest.raises(DataError, match="H020"):
        Sqlite(file)
    file.write_bytes(b"something else entirely, and long enough to be read as a page" * 100)
    with pytest.raises(DataError, match="H020"):
        Sqlite(file)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "country: PK",
        "source: {name: a, url: b, seen: c, confidence: sure}\ncountry: PK\ncolumns: {}",
        "source: {name: a, url: b, seen: c, confidence: uncertain}\ncountry: PK\ncolumns: {name: N, colour: C}",
        "a: [",
    ],
)
def test_a_mapping_that_says_too_little_or_too_much_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(text)
    with pytest.raises(DataError, match="H022"):
        read_mapping(file)
