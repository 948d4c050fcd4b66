"""`amanat law`: every answer has its date, its source and how sure it is."""

import json
from collections.abc import Callable

import pytest


def test_a_section_is_shown_with_all_its_versions_and_what_others_say(run: Callable) -> None:
    told = run("law", "show", "pk.ptpa.2018.s3.1").stdout
    assert "pk.ptpa.2018.s3.1@2018-06-02" in told
    assert "[verified, checked" in told
    assert "assent not confirmed" in told
    assert "Another source" in told
    assert "Gazette of Pakistan" in told


def test_a_law_is_shown_by_name_and_year_with_every_source_once(run: Callable) -> None:
    told = run("law", "show", "Bonded Labour System (Abolition) Act, 1976").stdout
    assert "in.blsaa.1976.s16@1975-10-25" in told
    assert "pk.blsaa.1992" not in told
    assert told.count("https://himachal.nic.in") == 1
    assert "not legal advice" in told


def test_conflicts_stand_beside_the_fact_when_a_whole_act_is_shown(run: Callable) -> None:
    rows = run("law", "show", "pk.ptpa.2018").stdout.splitlines()
    at = next(n for n, row in enumerate(rows) if row.startswith("pk.ptpa.2018.s3.1@2025"))
    assert "Another source" in rows[at + 2]


def test_what_rests_on_memory_says_so(run: Callable) -> None:
    assert "written from memory" in run("law", "show", "bd.pshta.s37").stdout


def test_status_of_a_treaty_names_its_parties(run: Callable) -> None:
    told = run("law", "status", "Palermo Protocol").stdout
    assert "Pakistan acceded to the Palermo Protocol" in told
    assert "the date is not confirmed" in told


def test_status_of_a_country_keeps_apart_what_binds_it(run: Callable) -> None:
    told = run("law", "status", "PK").stdout
    party, other = told.index("Party to"), told.index("Not bound by")
    assert party < told.index("un.tip_protocol.2000#PK.accession") < other
    assert other < told.index("un.som_protocol.2000#PK.not-party") < told.index("Place in the Trafficking")


@pytest.mark.parametrize("id_", ["pk.ppc.376A", "un.tip_protocol.2000", "us.tip.2024#PK", "pk-sd.cmra.2013", "pk.fia"])
def test_every_sort_of_fact_can_be_shown(id_: str, run: Callable) -> None:
    records = [json.loads(row) for row in run("law", "show", id_, "--format", "json").stdout.splitlines()]
    assert records
    assert all(record["sources"] or record["confidence"] == "uncertain" for record in records)


def test_search_says_that_silence_is_no_absence(run: Callable) -> None:
    assert "pk.blsaa.1992.s11" in run("law", "search", "bonded", "labour", "--in", "PK").stdout
    assert "does not mean there is no such law" in run("law", "search", "xylophone").stdout


def test_status_lists_treaties_tiers_and_what_is_not_known(run: Callable) -> None:
    told = run("law", "status", "np").stdout
    assert "un.tip_protocol.2000#NP.accession" in told
    assert told.index("us.tip.2025#NP") < told.index("us.tip.2001#NP")
    assert "Not known for NP" in told


def test_the_law_of_a_day(run: Callable) -> None:
    assert "pk.ppc.369A@2016-03-18" in run("law", "at", "2017-06-01", "369A").stdout
    assert "pk.ppc.369A@" not in run("law", "at", "2020-06-01", "369A").stdout
    assert "0 facts hold" in run("law", "at", "1800-01-01", "--in", "PK").stdout


def test_a_day_to_come_is_honestly_not_known(run: Callable) -> None:
    assert "is not known" in run("law", "at", "2090-01-01", "--in", "GB").stdout


def test_what_changed(run: Callable) -> None:
    told = run("law", "diff", "2018-01-01", "2018-12-31", "--in", "PK").stdout
    assert "repealed" in told
    assert "changes between" in told
    rows = [
        json.loads(row)
        for row in run("law", "diff", "2018-01-01", "2018-12-31", "--format", "json").stdout.splitlines()
    ]
    assert {"on", "change", "id", "confidence"} <= set(rows[0])


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("law", "show", "pk.nothing"), "U010"),
        (("law", "status", "XX"), "U006"),
        (("law", "at", "yesterday"), "U020"),
        (("law", "diff", "2020-01-01", "2019-01-01"), "U020"),
        (("law", "search", "trafficking", "--in", "ZZ"), "U006"),
    ],
)
def test_a_wrong_call_gets_a_code(call: tuple[str, ...], code: str, run: Callable) -> None:
    result = run(*call)
    assert result.exit_code == 2
    assert code in result.stderr
