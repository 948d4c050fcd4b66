"""Sealed files: only the reader opens them, a changed one is refused, and no name stands outside."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.cli import group
from amanat.core import DataError
from amanat.store.handover import parcel
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
        "fields": ["prs_FirstName"],
        "purpose": "legal_advice",
        "given_on": "2020-01-01",
        "until": "2999-01-01",
        "given_by": "person",
        "asked_by": "A. Worker",
        "language": "ur",
    }
    fields = {"prs_FirstName": "Zorabella", "cco_CaseComment": "long story"}
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
    assert "prs_FirstName: Zorabella" in seen
    assert "long story" not in seen
    assert "H028" in ours("open", file).output, "sealed for the recipient alone"
    back = theirs("reply", file, "--state", "accepted", "--folder", tmp_path)
    assert back.exit_code == 0, back.output
    told = ours("open", tmp_path / back.output.strip()).output
    assert "state: accepted" in told
    assert "Zorabella" not in told
    assert ours("heard", tmp_path / back.output.strip()).output.strip().endswith("accepted")
    row = ours("list").output
    assert row.split()[1:4] == ["pk-050", "legal_advice", "accepted"]
    assert "too few to tell" in ours("count").output
    book = (tmp_path / "ours" / "amanat" / "handovers.jsonl").read_text()
    assert "Zorabella" not in book + row
    assert "H015" in ours("heard", tmp_path / back.output.strip()).output, "the same answer counts once"
    reference = row.split()[0]
    assert ours("mark", reference, "withdraw").exit_code == 0
    assert "revoked" in ours("list").output
    assert ours("mark", reference, "close").exit_code == 0
    assert ours("list").output == ""


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


def sealed_for(run: Run, path: Path, **body: object) -> Path:
    """What a dishonest sender could seal for an office."""
    whole = {"form": "amanat-referral-1", "reference": "0123456789abcdef", "fields": {}, "answer_to": public(MINE)}
    path.write_bytes(parcel._proven({**whole, **body}, MINE, run("key").output.strip()))
    return path


@pytest.fixture
def sent(office: Callable[[str], Run], tmp_path: Path) -> tuple[Run, Run, Path]:
    """Two offices, and a packet on its way from the first to the second."""
    ours, theirs = office("ours"), office("theirs")
    outcome = ours("send", "pk-050", "--key", theirs("key").output.strip(), "--folder", tmp_path, given=case())
    assert outcome.exit_code == 0
    (file,) = tmp_path.glob("*.age")
    return ours, theirs, file


def test_an_answer_that_somebody_else_wrote_is_refused(
    sent: tuple[Run, Run, Path],
) -> None:
    ours, theirs, file = sent
    our_key = ours("key").output.strip()
    told = {"form": "amanat-referral-1-answer", "reference": file.stem, "state": "accepted", "on": "2026-11-29"}
    forged = file.with_name("forged.age")
    for content in (
        seal(json.dumps(told).encode(), [our_key]),  # anybody who knows our key and saw the file's name
        seal(json.dumps({**told, "proof": "0" * 64}).encode(), [our_key]),
        parcel._proven(told, make_key(), our_key),  # with a key of their own
    ):
        forged.write_bytes(content)
        assert "H039" in ours("heard", forged).output
    assert "sent" in ours("list").output
    back = theirs("reply", file, "--state", "declined", "--folder", file.parent).output.strip()
    assert ours("heard", file.with_name(back)).exit_code == 0


@pytest.mark.parametrize(
    ("name", "value"), [("state", "served"), ("on", "2020-01-01"), ("more", "word"), ("proof", None)]
)
def test_an_answer_that_was_changed_is_refused(sent: tuple[Run, Run, Path], name: str, value: str | None) -> None:
    ours, theirs, file = sent
    back = file.with_name(theirs("reply", file, "--state", "declined", "--folder", file.parent).output.strip())
    secret = (file.parent / "ours" / "amanat" / "handover.key").read_text().strip()
    body = json.loads(unseal(back.read_bytes(), secret))
    back.write_bytes(seal(json.dumps({**body, name: value}).encode(), [public(secret)]))
    assert "H039" in ours("heard", back).output
    assert "declined" not in ours("list").output


def test_a_packet_whose_writer_nothing_proves_is_neither_shown_nor_answered(
    sent: tuple[Run, Run, Path], tmp_path: Path
) -> None:
    _, theirs, file = sent
    secret = (tmp_path / "theirs" / "amanat" / "handover.key").read_text().strip()
    body = json.loads(unseal(file.read_bytes(), secret))
    for changed in ({"answer_to": public(make_key())}, {"fields": {"prs_FirstName": "Zerka"}}, {"proof": "x"}):
        file.write_bytes(seal(json.dumps({**body, **changed}).encode(), [public(secret)]))
        assert "H044" in theirs("open", file).output
        assert "H044" in theirs("reply", file, "--state", "accepted", "--folder", tmp_path).output
        assert "Zorabella" not in theirs("open", file).output


def test_a_packet_sent_back_is_no_answer(sent: tuple[Run, Run, Path]) -> None:
    """The proof of one way proves nothing the other way."""
    ours, _, file = sent
    secret = (file.parent / "theirs" / "amanat" / "handover.key").read_text().strip()
    body = json.loads(unseal(file.read_bytes(), secret))
    told = {**body, "form": "amanat-referral-1-answer", "state": "accepted"}
    file.write_bytes(seal(json.dumps(told).encode(), [ours("key").output.strip()]))
    assert "H039" in ours("heard", file).output


def test_a_hand_over_noted_before_keys_were_cannot_be_answered(sent: tuple[Run, Run, Path]) -> None:
    ours, theirs, file = sent
    back = theirs("reply", file, "--state", "accepted", "--folder", file.parent).output.strip()
    book = file.parent / "ours" / "amanat" / "handovers.jsonl"
    rows = [json.loads(line) for line in book.read_text().splitlines()]
    seal_, lines = "0" * 64, []
    for row in rows:
        row.pop("key", None)
        lines.append(json.dumps({**row, "after": seal_}, sort_keys=True))
        seal_ = sha256(lines[-1].encode()).hexdigest()
    book.write_text("".join(f"{line}\n" for line in lines))
    assert "sent" in ours("list").output
    assert "H039" in ours("heard", file.with_name(back)).output


@pytest.mark.parametrize("reference", ["../../etc/x", "a/b", "", "0123456789ABCDEF", "x" * 99])
def test_a_reference_never_becomes_a_path(office: Callable[[str], Run], tmp_path: Path, reference: str) -> None:
    run = office("theirs")
    file = sealed_for(run, tmp_path / "in.age", reference=reference)
    assert "H029" in run("reply", file, "--state", "accepted", "--folder", tmp_path).output
    assert [p.name for p in tmp_path.glob("*.age")] == ["in.age"]


def test_a_packet_whose_consent_has_ended_is_not_opened(office: Callable[[str], Run], tmp_path: Path) -> None:
    run = office("theirs")
    file = sealed_for(run, tmp_path / "in.age", delete_after="2020-01-01", fields={"prs_FirstName": "Zorabella"})
    outcome = run("open", file)
    assert "H036" in outcome.output
    assert "Zorabella" not in outcome.output


def test_control_characters_of_a_sender_do_not_reach_the_terminal(office: Callable[[str], Run], tmp_path: Path) -> None:
    run = office("theirs")
    file = sealed_for(run, tmp_path / "in.age", fields={"prs_FirstName": "a\x1b[2Jb\u202ec"})
    assert not {"\x1b", "\u202e"} & set(run("open", file).output)


def test_an_answer_to_nothing_that_was_sent_is_refused(office: Callable[[str], Run], tmp_path: Path) -> None:
    run = office("ours")
    file = sealed_for(run, tmp_path / "in.age", form="amanat-referral-1-answer", state="accepted")
    assert "H037" in run("heard", file).output
    assert "H029" in run("heard", sealed_for(run, tmp_path / "in2.age")).output


def test_cases_come_from_and_go_to_tables_of_the_standard(office: Callable[[str], Run], tmp_path: Path) -> None:
    ours, theirs = office("ours"), office("theirs")
    taken = ours("intake", given="prs_FirstName,prs_Gender\nZorabella,Feminine\n")
    assert json.loads(taken.output)["fields"] == {"prs_FirstName": "Zorabella", "prs_Gender": "Feminine"}
    assert "H035" in ours("intake", given="Name\nZorabella\n").output
    key = theirs("key").output.strip()
    ours("send", "pk-050", "--key", key, "--folder", tmp_path, given=case())
    (file,) = tmp_path.glob("*.age")
    assert theirs("open", "--format", "htcds", file).output == "prs_FirstName\nZorabella\n"


def test_a_child_by_day_of_birth_is_a_child(office: Callable[[str], Run], tmp_path: Path) -> None:
    given = json.loads(case(fields={"prs_FirstName": "Zorabella", "prs_Birthdate": "2016-01-01"}))
    del given["age"]
    outcome = office("ours")("send", "pk-050", "--key", public(MINE), "--folder", tmp_path, given=json.dumps(given))
    assert "H016" in outcome.output


def test_fields_that_are_none_of_the_standard_are_refused(office: Callable[[str], Run], tmp_path: Path) -> None:
    wrong = case(fields={"FirstName": "Zorabella"})
    outcome = office("ours")("send", "pk-050", "--key", public(MINE), "--folder", tmp_path, given=wrong)
    assert "H035" in outcome.output
    assert "Zorabella" not in outcome.output
