"""Sealed files: only the reader opens them, a changed one is refused, and no name stands outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.cli import group
from amanat.core import DataError
from amanat.store.handover.age import make_key, public, seal, unseal

MINE = make_key()


@given(st.binary(max_size=300), st.integers(0, 3))
@settings(max_examples=25)
def test_what_is_sealed_is_opened_by_each_reader(data: bytes, others: int) -> None:
    keys = [make_key() for _ in range(others)]
    sealed = seal(data, [*map(public, keys), public(MINE)])
    assert all(unseal(sealed, secret) == data for secret in (*keys, MINE))
    assert len(data) < 8 or data not in sealed.partition(b"\n--- ")[2], "what it says is not to be read outside"


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072])
def test_every_length(size: int) -> None:
    data = bytes(size)
    assert unseal(seal(data, [public(MINE)]), MINE) == data


def test_another_reader_is_refused() -> None:
    with pytest.raises(DataError, match="H028"):
        unseal(seal(b"x", [public(MINE)]), make_key())


def test_any_change_is_seen() -> None:
    sealed = seal(b"x" * 50, [public(MINE)])
    for at in range(0, len(sealed), 3):
        bent = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(DataError, match="H028"):
            unseal(bent, MINE)
    for cut in (0, 10, 100, len(sealed) - 1):
        with pytest.raises(DataError, match="H028"):
            unseal(sealed[:cut], MINE)
    with pytest.raises(DataError, match="H028"):
        unseal(sealed + b"x", MINE)


def test_what_is_no_key_is_refused() -> None:
    ours = public(MINE)
    for key in ("", "age1", "age1qqqq", ours[:-1] + ("q" if ours[-1] != "q" else "p"), ours.title(), MINE, "x" * 70):
        with pytest.raises(DataError, match="H027"):
            seal(b"x", [key])


Run = Callable[..., Result]


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Run]:
    """The command line of one of two offices."""

    def of(name: str) -> Run:
        def run(*words: str | Path, given: str = "") -> Result:
            monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / name))
            return CliRunner().invoke(group, ["aid", "refer", *map(str, words)], input=given, prog_name="amanat")

        return run

    return of


def case(**more: object) -> str:
    consent = {
        "recipient": "pk-050",
        "fields": ["per_FirstName"],
        "purpose": "legal_advice",
        "given_on": "2020-01-01",
        "until": "2999-01-01",
        "given_by": "person",
        "asked_by": "A. Worker",
        "language": "ur",
    }
    fields = {"per_FirstName": "Zorabella", "vc_Note": "long story"}
    return json.dumps({"country": "PK", "age": 30, "consents": [consent], "fields": fields, **more})


def test_two_offices_and_an_answer_back(office: Callable[[str], Run], tmp_path: Path) -> None:
    ours, theirs = office("ours"), office("theirs")
    key = theirs("key").output.strip()
    assert key.startswith("age1")
    assert theirs("key").output.strip() == key, "made once"
    sent = ours("send", "pk-050", "--key", key, "--folder", tmp_path, given=case())
    assert sent.exit_code == 0, sent.output
    assert "1 of 2 fields" in sent.output
    (file,) = tmp_path.glob("*.age")
    assert "Zorabella" not in sent.output + file.name
    assert b"Zorabella" not in file.read_bytes()
    seen = theirs("open", file).output
    assert "per_FirstName: Zorabella" in seen
    assert "long story" not in seen
    assert "H028" in ours("open", file).output, "sealed for the recipient alone"
    back = theirs("reply", file, "--state", "accepted", "--folder", tmp_path)
    assert back.exit_code == 0, back.output
    told = ours("open", tmp_path / back.output.strip()).output
    assert "state: accepted" in told
    assert "Zorabella" not in told


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"country": "PK"}', case(age="x"), case(consents=[{}]), case(fields=[1])]
)
def test_a_case_that_is_none_is_refused_and_not_repeated(
    office: Callable[[str], Run], tmp_path: Path, text: str
) -> None:
    outcome = office("ours")("send", "pk-050", "--key", public(MINE), "--folder", tmp_path, given=text)
    assert "H029" in outcome.output
    assert "Zorabella" not in outcome.output


def test_no_consent_no_file(office: Callable[[str], Run], tmp_path: Path) -> None:
    outcome = office("ours")("send", "pk-050", "--key", public(MINE), "--folder", tmp_path, given=case(age=12))
    assert "H016" in outcome.output
    assert not list(tmp_path.glob("*.age"))
