"""A number written as an address becomes a telephone, in its place, and is held to the rules of numbers."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers import Registers
from amanat.store.directory.intake import Parcel, take_in
from amanat.store.directory.shaping import Provenance
from amanat.store.directory.sqlite import Sqlite
from amanat.store.directory.telephones import Called, Telephones, called
from amanat.store.hsds.faults import faults

REGISTERS = Registers()
PAKISTAN = Telephones("PK", REGISTERS.providers.contaminated)
ID = "a3f0a6f0-0000-4000-8000-00000000000{}"
SERVICE: dict[str, Any] = {"id": ID.format(1), "name": "Invented aid", "status": "active"}


def settled_of(record: dict[str, Any]) -> tuple[Any, list[str]]:
    return PAKISTAN.settled("service", record)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("tel:+92-42-1112223", Called("+92-42-1112223", None, "voice")),
        ("TEL:042-1112223;ext=12", Called("042-1112223", 12, "voice")),
        ("tel:1112223;phone-context=+9242", Called("+92421112223", None, "voice")),
        ("tel:1112223;phone-context=help.example", Called("1112223", None, "voice")),
        ("tel:%2B92%2042%201112223", Called("+92 42 1112223", None, "voice")),
        ("tel://0800-99999", Called("0800-99999", None, "voice")),
        ("sms:+923001112223?body=help", Called("+923001112223", None, "sms")),
        ("callto:0421112223", Called("0421112223", None, "voice")),
        ("https://help.example/tel:0421112223", None),
        ("mailto:a@help.example", None),
        ("telephone", None),
    ],
)
def test_what_an_address_dials(address: str, found: Called | None) -> None:
    assert called(address) == found


def test_a_number_for_a_page_becomes_a_telephone() -> None:
    record = {**SERVICE, "url": "tel:042-1112223;ext=7"}
    settled, why = settled_of(record)
    assert why == []
    assert "url" not in settled
    (phone,) = settled["phones"]
    assert (phone["number"], phone["extension"], phone["type"]) == ("042-1112223", 7, "voice")
    assert list(faults("service", settled)) == []
    assert settled_of(settled) == (settled, []), "a second time changes nothing"
    assert settled_of(record) == (settled, []), "the same number always has the same id"


def test_it_stands_where_its_object_has_telephones() -> None:
    pages = [{"id": ID.format(2), "url": "tel:042-1112223"}, {"id": ID.format(3), "url": "https://help.example"}]
    ramp = {"id": ID.format(6), "url": "tel:042-5556667"}
    locations = [{"id": ID.format(5), "location_type": "physical", "accessibility": [ramp]}]
    organization = {"id": ID.format(4), "name": "Body", "description": "x", "website": "tel:042-3334445"}
    record = {**SERVICE, "additional_urls": pages, "organization": {**organization, "locations": locations}}
    settled, why = settled_of(record)
    body = settled["organization"]
    assert why == []
    assert [p["number"] for p in settled["phones"]] == ["042-1112223"]
    assert settled["additional_urls"] == [pages[1]]
    assert [p["number"] for p in body["phones"]] == ["042-3334445"]
    (place,) = body["locations"]
    assert [p["number"] for p in place["phones"]] == ["042-5556667"]
    assert list(faults("service", settled)) == []


@pytest.mark.parametrize(
    ("number", "says"), [("tel:1", "nobody can dial"), ("tel:", "nobody can dial"), ("tel:0345-2222222", "circulate")]
)
def test_a_number_that_is_none_or_wrong_is_left_out_and_told(number: str, says: str) -> None:
    settled, why = settled_of({**SERVICE, "url": number})
    assert settled == SERVICE
    assert len(why) == 1
    assert says in why[0]
    phones = [{"id": ID.format(2), "number": number}, {"id": ID.format(3), "number": "tel:042-1112223"}]
    settled, why = settled_of({**SERVICE, "phones": phones})
    assert settled["phones"] == [{"id": ID.format(3), "number": "042-1112223"}]
    assert says in why[0]


def test_the_same_number_twice_is_one_telephone() -> None:
    phones = [{"id": ID.format(2), "number": "+92 42 1112223"}]
    settled, _ = settled_of({**SERVICE, "phones": phones, "url": "tel:042-1112223"})
    assert settled["phones"] == phones


@given(st.text(max_size=40))
def test_any_address_is_taken_or_left_as_it_is(text: str) -> None:
    settled, _ = settled_of({**SERVICE, "url": text})
    assert settled.get("url") == (None if called(text) else text)


def test_an_import_keeps_it_as_a_telephone_and_tells_of_wrong_ones(tmp_path: Path) -> None:
    body = {"id": ID.format(9), "name": "Body", "description": "x"}
    phones = [{"id": ID.format(2), "number": "0345-2222222"}]
    record = {**SERVICE, "organization": body, "url": "tel:042-1112223", "phones": phones}
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps([record]), "utf-8")
    source = Provenance("feed", "https://feed.example", "2026-11-01", "single-source")
    report = take_in(tmp_path / "d.db", Parcel(feed, "digest", source, "PK"), None, REGISTERS)
    assert report.published
    assert [row.why for row in report.warnings] == ["has a number known to circulate wrongly; left out"]
    ((doc,),) = Sqlite(tmp_path / "d.db").rows("SELECT doc FROM service WHERE id = ?", [ID.format(1)])
    kept = json.loads(str(doc))
    assert [phone["number"] for phone in kept["phones"]] == ["042-1112223"]
    assert "url" not in kept
