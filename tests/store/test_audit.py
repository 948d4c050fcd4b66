"""The log: a thousand ways of touching it, each one seen."""

import random
from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import Kind, audit, records
from amanat.store.audit import Action

ROWS = 30


@pytest.fixture
def log(embedded: Any) -> Any:
    for n in range(ROWS // 2):
        id_ = records.create(embedded.vault, embedded.lead, Kind.STORY, {"p": b"x"})
        if n % 2:
            records.shred(embedded.vault, embedded.lead, id_)
    assert audit.check(embedded.vault).sound
    return embedded


def put_back(vault: Any, rows: list[Any]) -> None:
    with vault.engine.work() as work:
        work.run("DELETE FROM audit")
        work.many(
            "INSERT INTO audit (seq, at, actor, action, subject, detail, chain) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
        )


def tampered(rows: list[Any], dice: random.Random) -> list[Any]:
    """Change, delete, reorder, insert or truncate."""
    rows = [list(row) for row in rows]
    place = dice.randrange(len(rows))
    match dice.choice(["change", "delete", "reorder", "truncate", "insert"]):
        case "change":
            column = dice.choice([1, 2, 3, 4, 5, 6])
            rows[place][column] = (rows[place][column] or 0) + 1 if column == 1 else f"{rows[place][column]}x"
        case "delete":
            del rows[place]
            if dice.random() < 0.5:
                for number, row in enumerate(rows, 1):
                    row[0] = number
        case "reorder":
            other = dice.choice([n for n in range(len(rows)) if n != place])
            rows[place][1:], rows[other][1:] = rows[other][1:], rows[place][1:]
        case "truncate":
            rows = rows[: dice.randrange(len(rows))]
        case "insert":
            rows.insert(place, list(rows[place]))
            for number, row in enumerate(rows, 1):
                row[0] = number
    return rows


def test_a_thousand_tamperings_are_all_seen(log: Any) -> None:
    with log.vault.task() as task:
        rows = [
            list(r) for r in task.run("SELECT seq, at, actor, action, subject, detail, chain FROM audit ORDER BY seq")
        ]
    dice = random.Random(9)  # noqa: S311 - which tampering, not which key
    seen = 0
    for _ in range(1_000):
        changed = tampered(rows, dice)
        assert changed != rows
        put_back(log.vault, changed)
        seen += not audit.check(log.vault).sound
    assert seen == 1_000
    put_back(log.vault, rows)
    assert audit.check(log.vault).sound


def test_a_log_that_was_cut_off_cannot_be_written_on_until_it_looks_whole(log: Any) -> None:
    with log.vault.task() as task:
        task.run("DELETE FROM audit WHERE seq > 10")
    for _ in range(ROWS + 5):
        records.create(log.vault, log.lead, Kind.STORY, {"p": b"x"})
    assert not audit.check(log.vault).sound


def test_a_log_emptied_whole_is_seen(log: Any) -> None:
    with log.vault.task() as task:
        task.run("DELETE FROM audit")
    assert audit.check(log.vault).head == "cut off"
    assert not audit.check(log.vault).sound


def test_a_chain_made_anew_without_the_key_is_seen(log: Any) -> None:
    with log.vault.task() as task:
        rows = task.run("SELECT seq, at, actor, action, subject, detail FROM audit ORDER BY seq")
    before, made = "", []
    for row in rows:
        entry = audit.Entry(*row, chain="")  # type: ignore[arg-type]
        before = entry.hash(b"a guessed key".ljust(32), before)
        made.append((*row, before))
    put_back(log.vault, made)
    assert audit.check(log.vault).wrong_at == 1


@pytest.mark.parametrize("content", [b"", b"{}", b'{"seq": 3, "at": 1, "chain": "x", "sign": "00"}'])
def test_a_head_that_is_not_ours_is_told(log: Any, content: bytes) -> None:
    log.vault.heads.write_bytes(content)
    assert audit.check(log.vault).head == "forged"
    with pytest.raises(StoreError, match="V016"):
        log.vault.kept()


def test_a_lost_head_is_told_and_begun_anew_on_purpose_only(log: Any) -> None:
    log.vault.heads.unlink()
    records.create(log.vault, log.lead, Kind.STORY, {"p": b"x"})
    assert audit.check(log.vault).head == "missing"
    audit.sign_anew(log.vault, log.lead.id)
    assert audit.check(log.vault).sound
    assert audit.entries(log.vault, 1)[0].action == Action.HEAD_SIGNED_ANEW


def test_what_failed_is_not_in_the_log_and_what_is_done_is(desk: Any) -> None:
    before = len(audit.entries(desk.vault))
    with pytest.raises(StoreError, match="V012"):
        records.change(desk.vault, desk.lead, records.create(desk.vault, desk.lead, Kind.STORY, {}), 7, {})
    assert [e.action for e in audit.entries(desk.vault)][:-before] == [Action.RECORD_MADE]
    assert audit.check(desk.vault).sound


def test_a_clock_set_back_stands_still(desk: Any) -> None:
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    then = desk.vault.now()
    desk.clock.time -= 1_000_000
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    assert desk.vault.now() == then
    assert audit.check(desk.vault).sound
