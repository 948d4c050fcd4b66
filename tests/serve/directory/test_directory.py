"""The HSDS API: all endpoints, the suite of the house, fuzzing by the description, and no number nobody called."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator

from amanat.packs import load
from amanat.packs.own import own_folder, record_call
from amanat.registers import Registers, shipped
from amanat.serve import Setting, application
from amanat.serve.directory.description import description
from amanat.store.directory.sqlite import Sqlite
from amanat.store.directory.writer import Origin, Writer
from amanat.store.hsds.conformance import LISTS, Reply, Suite, Verdict

Call = Callable[..., httpx.Response]
SCHEMA = schemathesis.openapi.from_asgi(
    "/openapi.json", application(Setting(shipped(), address="http://localhost", rate=1_000_000))
)


@SCHEMA.parametrize()
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
def test_fuzzed_by_its_own_description(case: schemathesis.Case) -> None:
    case.call_and_validate()


def test_the_suite_of_the_house_passes(call: Call) -> None:
    def fetch(method: str, path: str, given: Mapping[str, str]) -> Reply:
        body = {"content": json.dumps(dict(given))} if method == "POST" else {"params": dict(given)}
        answer = call(method, path, **body)
        return Reply(answer.status_code, answer.content, dict(answer.headers))

    found = list(Suite(fetch).run())
    assert [o for o in found if o.verdict is Verdict.FAIL] == []
    # a directory of helplines and unplaced bodies has no places of its own
    assert [o.asks for o in found if o.verdict is Verdict.WARN] == ["/service_at_locations has records"]


def test_the_description_is_a_valid_one_and_stands_alone() -> None:
    made = description("https://help.example.org")
    text = json.dumps(made)
    assert "raw.githubusercontent" not in text
    refs = set(re.findall(r'"\$ref": "([^"]+)"', text))
    assert all(ref.startswith("#/components/") for ref in refs)
    schemas = made["components"]["schemas"]  # type: ignore[index, call-overload]
    for name, schema in schemas.items():  # type: ignore[union-attr]
        Draft202012Validator.check_schema(schema)
        assert f"#/components/schemas/{name}" in refs or name == "meta_table_description", name


def test_no_number_that_nobody_called_is_given_out(call: Call) -> None:
    numbers = {re.sub(r"\D", "", p.phone) for p in shipped().providers if len(re.sub(r"\D", "", p.phone)) > 6}
    assert numbers
    for path in ("/services?full=true&per_page=500", "/organizations?full=true&full_service=true&per_page=500"):
        text = re.sub(r"[ -]", "", call("GET", path).text)
        assert "phones" not in text
        assert not [n for n in numbers if n in text]


def test_a_number_somebody_called_is_given_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calling: Callable[[object], Call]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    number = shipped().providers.by_id["pk-050"].phone
    today = datetime.now(tz=UTC).date().isoformat()
    row = {"service": "pk-050", "number": number, "called_on": today, "called_by": "A. E.", "result": "confirmed"}
    record_call(own_folder(), row)
    call = calling(application(Setting(Registers(load()))))
    found = [s for s in call("GET", "/services?full=true&per_page=500").json()["contents"] if "phones" in s]
    assert [(s["alternate_name"], s["phones"][0]["number"]) for s in found] == [("pk-050", number)]
    assert found[0]["assured_date"] == today


def _called(result: str, day: str, number: str = "") -> None:
    dialled = number or shipped().providers.by_id["pk-050"].phone
    row = {"service": "pk-050", "number": dialled, "called_on": day, "called_by": "A. E.", "result": result}
    record_call(own_folder(), row)


def test_a_running_program_hears_of_a_number_found_wrong_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calling: Callable[[object], Call]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    number, today = shipped().providers.by_id["pk-050"].phone, datetime.now(tz=UTC).date().isoformat()
    call = calling(application(Setting(Registers(load()))))

    def told() -> list[str]:
        found = call("GET", "/services?full=true&per_page=500").json()["contents"]
        return [phone["number"] for service in found for phone in service.get("phones", ())]

    assert told() == []
    _called("confirmed", today)
    assert told() == [number]
    seal = call("GET", "/services?full=true&per_page=500").headers["etag"]
    _called("wrong", today)
    assert told() == []
    again = call("GET", "/services?full=true&per_page=500", headers={"if-none-match": seal})
    assert again.status_code == 200, "what a caller kept from before is not said to be still true"
    assert again.headers["cache-control"] == "public, no-cache"


def test_a_record_of_calls_that_cannot_be_read_stops_the_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calling: Callable[[object], Call]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    call = calling(application(Setting(Registers(load()))))
    assert call("GET", "/services").status_code == 200
    own_folder().mkdir(parents=True)
    (own_folder() / "calls.yaml").write_text("kind: calls\ncalls: [", "utf-8")
    answer = call("GET", "/services")
    assert (answer.status_code, answer.json()["code"][0]) == (503, "K")
    assert "calls.yaml" not in answer.text
    (own_folder() / "calls.yaml").unlink()
    assert call("GET", "/services").status_code == 200


def test_a_new_import_is_heard_of_without_a_new_start(tmp_path: Path, calling: Callable[[object], Call]) -> None:
    target, new = tmp_path / "office.db", tmp_path / "next.db"
    for path, rows in ((target, 0), (new, 1)):
        engine = Sqlite(path, write=True)
        organization = {"id": "a3f0a6f0-0000-4000-8000-000000000001", "name": "Invented", "description": "None."}
        Writer(engine, Origin(1, "", "PK", "2026-01-01T00:00:00+00:00")).put("organization", [organization] * rows)
        engine.finish()
        engine.whole()
        engine.close()
    call = calling(application(Setting(shipped(), directory=target)))
    assert call("GET", "/organizations").json()["total_items"] == 0
    new.replace(target)
    assert call("GET", "/organizations").json()["total_items"] == 1
    target.unlink()
    assert call("GET", "/organizations").json()["code"] == "H045"


def test_search_terms_may_stay_out_of_the_address(call: Call) -> None:
    posted = call("POST", "/services", content=json.dumps({"search": "legal aid", "per_page": 5}))
    assert posted.json() == call("GET", "/services?search=legal+aid&per_page=5").json()
    assert posted.json()["total_items"] > 0


@pytest.mark.parametrize("path", sorted(LISTS))
def test_pages_join_to_the_whole(call: Call, path: str) -> None:
    lines = [json.loads(line)["id"] for line in call("GET", f"/{path}?format=ndjson").text.splitlines()]
    ids: list[str] = []
    number, last = 1, False
    while not last:
        page = call("GET", f"/{path}?per_page=37&page={number}").json()
        ids += [one["id"] for one in page["contents"]]
        number, last = number + 1, page["last_page"]
    assert ids == lines
    assert len(set(ids)) == len(ids) == page["total_items"]


def test_filters_narrow(call: Call) -> None:
    terms = {t["code"]: t for t in call("GET", "/taxonomy_terms?per_page=500").json()["contents"]}
    shelter = terms["shelter"]["id"]
    found = call("GET", f"/services?taxonomy_term_id={shelter}&full=true&per_page=500").json()["contents"]
    assert found
    assert all(any(a.get("taxonomy_term_id") == shelter for a in s["attributes"]) for s in found)
    top = call("GET", "/taxonomy_terms?top_only=true").json()["contents"]
    roots = {t["code"]: t["id"] for t in top}
    assert {"need", "people"} <= roots.keys()
    assert not any(t.get("parent_id") for t in top)
    below = call("GET", f"/taxonomy_terms?parent_id={roots['need']}").json()["total_items"]
    assert 0 < below < len(terms)
    assert call("GET", "/services?modified_after=2999-01-01T00:00:00Z").json()["empty"] is True
    assert call("GET", "/services?modified_after=2001-01-01T00:00:00+05:00").json()["total_items"] == 160
