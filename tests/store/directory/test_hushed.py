"""No number leaves in running text either, and what is no number stays as it was."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers import Registers
from amanat.registers.numbers_seen import digits
from amanat.store.directory.from_packs import in_memory
from amanat.store.directory.hushed import HUSHED, hushed
from amanat.store.directory.questions import NOTHING, Catalogue

REGISTERS = Registers()


@pytest.mark.parametrize(
    "text",
    [
        "Call us at 0800-12345 any time",
        "0000 is routed by province: dial inside the territory",
        "helpline 0999, 9 am",
        "+92 (42) 111 222 333",
        "dial 15 then 7",
        "ہیلپ لائن 0999 پر کال",
        "tel:0800123456",
        "write to https://wa.me/920001112223",
    ],
)
def test_a_number_one_could_dial_stays_in(text: str) -> None:
    said = hushed("description", text)
    assert isinstance(said, str)
    assert HUSHED in said
    assert not re.search(r"\d{2}", said.replace("9 am", ""))


@pytest.mark.parametrize("address", ["tel:+92-000-1112223", "https://wa.me/920001112223", "SMS:0001112223"])
def test_an_address_that_is_a_number_is_left_out_whole(address: str) -> None:
    assert hushed("url", address) is None
    assert hushed("website", "https://help.example") == "https://help.example"


@pytest.mark.parametrize(
    "text",
    [
        "Open 24/7 since 2019-08-21, 64 districts",
        "For 12 to 18 years, at 10 pm, on 15 March",
        "Sections 370 and 371 of the Code; seen 2024/2025",
        "https://help.example/12345678",
        "20,808 of 31,000",
    ],
)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert hushed("description", text) == text


@pytest.mark.parametrize("key", ["id", "service_id", "last_modified", "postal_code", "opens_at"])
def test_ids_and_times_are_left_alone(key: str) -> None:
    assert hushed(key, "12345678") == "12345678"


@given(
    st.from_regex(r"0[0-9]{2}[- ]?[0-9]{6,8}", fullmatch=True),
    st.sampled_from(["Ring {}", "{}", "office ({})", "a/{}"]),
)
def test_whatever_it_stands_in(number: str, around: str) -> None:
    assert not re.search(r"\d{4}", str(hushed("alert", around.format(number))))


def test_nothing_of_the_packs_leaves_with_a_number() -> None:
    """No body was called, so none of their numbers, and none that circulates wrongly, may stand anywhere."""
    catalogue = Catalogue(in_memory(REGISTERS), lambda *_: False)
    known = {digits(p.phone, p.country) for p in REGISTERS.providers if p.phone}
    known |= {number for row in REGISTERS.providers.contaminated for number in row.numbers}
    for kind in ("service", "organization", "service_at_location", "location", "taxonomy_term"):
        for record in catalogue.stream(kind, NOTHING):
            whole = json.dumps({k: v for k, v in catalogue.whole(kind, record).items() if k != "alternate_name"})
            bare = re.sub(
                r'"[^"]*https?:[^"]*"|"(?:[a-z_]*id|[a-z_]*date|last_modified)": "[^"]*"|20\d\d-\d\d(-\d\d)?', "", whole
            )
            assert not known & set(re.findall(r"\d{3,}", bare)), kind
