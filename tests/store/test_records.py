"""Records on both engines: sealed, versioned, shared by grants, shredded for good."""

import threading
from typing import Any

import pytest

from amanat.core import Refused, StoreError
from amanat.store import Duty, Kind, Right, User, Vault, records
from amanat.store.engine import blob

NAME = "Zarmeena Testnamova"


def story(desk: Any, user: User | None = None, **more: str) -> str:
    return records.create(desk.vault, user or desk.lead, Kind.STORY, {"original": NAME.encode()}, **more)


def test_what_was_sealed_opens_for_its_maker(desk: Any) -> None:
    id_ = story(desk)
    found = records.opened(desk.vault, desk.lead, id_)
    assert found.parts == {"original": NAME.encode()}
    assert found.record.version == 1
    assert NAME not in repr(found)
    with desk.vault.task() as task:
        assert NAME.encode() not in blob(task.run("SELECT sealed FROM parts")[0][0])


def test_the_same_form_sent_twice_makes_one_record(desk: Any) -> None:
    assert story(desk, once="form-1") == story(desk, once="form-1")
    assert story(desk, once="form-2") != story(desk, once="form-1")
    assert len(records.listing(desk.vault, desk.lead, Kind.STORY)) == 2


def test_two_editors_on_one_story_the_second_is_told_and_nothing_is_lost(desk: Any) -> None:
    id_ = story(desk)
    assert records.change(desk.vault, desk.lead, id_, 1, {"decisions": b"first"}) == 2
    with pytest.raises(StoreError, match="V012"):
        records.change(desk.vault, desk.lead, id_, 1, {"decisions": b"second"})
    assert records.opened(desk.vault, desk.lead, id_).parts["decisions"] == b"first"


def test_many_at_once_exactly_one_wins(desk: Any) -> None:
    id_ = story(desk)
    won: list[int] = []

    def try_() -> None:
        try:
            won.append(records.change(desk.vault, desk.lead, id_, 1, {"decisions": b"x"}))
        except StoreError as error:
            assert error.code == "V012"  # noqa: PT017 - several threads

    threads = [threading.Thread(target=try_) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert won == [2]


def test_a_row_moved_to_another_record_does_not_open(desk: Any) -> None:
    one, two = story(desk), story(desk)
    with desk.vault.task() as task:
        sealed = task.run("SELECT sealed FROM parts WHERE record = ?", (one,))[0][0]
        task.run("UPDATE parts SET sealed = ? WHERE record = ?", (sealed, two))
    with pytest.raises(StoreError, match="V003"):
        records.opened(desk.vault, desk.lead, two)


def test_grants_open_reading_then_writing_and_are_taken_back(desk: Any) -> None:
    id_, editor = story(desk), desk.user("editor", Duty.EDITOR)
    with pytest.raises(Refused):
        records.opened(desk.vault, editor, id_)
    records.grant(desk.vault, desk.lead, id_, editor.id, Right.READ)
    assert records.opened(desk.vault, editor, id_).parts
    with pytest.raises(Refused):
        records.change(desk.vault, editor, id_, 1, {"x": b""})
    records.grant(desk.vault, desk.lead, id_, editor.id, Right.WRITE)
    records.change(desk.vault, editor, id_, 1, {"x": b""})
    assert records.holders(desk.vault, editor, id_) == {desk.lead.id: Right.WRITE, editor.id: Right.WRITE}
    records.grant(desk.vault, desk.lead, id_, editor.id, None)
    with pytest.raises(Refused):
        records.opened(desk.vault, editor, id_)


@pytest.mark.parametrize("duty", [Duty.ADMINISTRATOR, Duty.CASE_WORKER])
def test_some_roles_cannot_even_be_given_a_story(desk: Any, duty: Duty) -> None:
    id_, other = story(desk), desk.user("other", duty)
    with pytest.raises(Refused):
        records.grant(desk.vault, desk.lead, id_, other.id, Right.READ)
    with pytest.raises(Refused):
        story(desk, other)
    assert records.listing(desk.vault, other, Kind.STORY) == ()


def test_only_owner_and_lead_give(desk: Any) -> None:
    reporter, editor = desk.user("reporter", Duty.REPORTER), desk.user("editor", Duty.EDITOR)
    id_ = story(desk, reporter)
    records.grant(desk.vault, reporter, id_, editor.id, Right.WRITE)
    third = desk.user("third", Duty.EDITOR)
    with pytest.raises(Refused):
        records.grant(desk.vault, editor, id_, third.id, Right.READ)
    with pytest.raises(Refused):
        records.grant(desk.vault, third, "no such record", third.id, Right.READ)
    records.grant(desk.vault, desk.lead, id_, third.id, Right.READ)


def test_shredding_leaves_nothing_and_needs_a_grant(desk: Any) -> None:
    id_, editor = story(desk, words=NAME), desk.user("editor", Duty.EDITOR)
    with pytest.raises(Refused):
        records.shred(desk.vault, editor, id_)
    records.shred(desk.vault, desk.lead, id_)
    with desk.vault.task() as task:
        for table in ("records", "record_keys", "parts", "digests", "grants"):
            assert task.run(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608
    with pytest.raises(Refused):
        records.opened(desk.vault, desk.lead, id_)


def test_the_same_words_are_found_again_by_those_who_may_read_them(desk: Any) -> None:
    id_, editor = story(desk, words=NAME), desk.user("editor", Duty.EDITOR)
    assert records.same_words(desk.vault, desk.lead, NAME) == (id_,)
    assert records.same_words(desk.vault, editor, NAME) == ()
    assert records.same_words(desk.vault, desk.lead, NAME + ".") == ()


def test_a_lost_key_is_told_apart_from_a_missing_grant(desk: Any) -> None:
    id_ = story(desk)
    with desk.vault.task() as task:
        task.run("DELETE FROM record_keys")
    with pytest.raises(StoreError, match="V013"):
        records.opened(desk.vault, desk.lead, id_)


def test_series_are_set_and_left(desk: Any) -> None:
    id_ = story(desk)
    records.in_series(desk.vault, desk.lead, id_, "s1")
    assert records.listing(desk.vault, desk.lead, Kind.STORY)[0].series == "s1"


def test_what_one_store_sealed_another_cannot_open(desk: Any, embedded_again: Vault) -> None:
    id_ = story(desk)
    with desk.vault.task() as task:
        sealed = blob(task.run("SELECT wrapped FROM record_keys WHERE record = ?", (id_,))[0][0])
    from amanat.store.sealing import unseal  # noqa: PLC0415

    with pytest.raises(StoreError, match="V003"):
        unseal(embedded_again.keys.of("records"), sealed, f"key:{id_}")


def test_a_reader_is_given_no_withheld_part(desk: Any) -> None:
    worker, other = desk.user("Worker", Duty.CASE_WORKER), desk.user("Other", Duty.CASE_WORKER)
    parts = {"case": b"what happened", "identity": b"who it is"}
    id_ = records.create(desk.vault, worker, Kind.CASE, parts)
    records.grant(desk.vault, worker, id_, other.id, Right.READ)
    assert records.opened(desk.vault, other, id_).parts == {"case": b"what happened"}
    assert records.part_of_each(desk.vault, other, Kind.CASE, "identity") == {}
    assert records.part_of_each(desk.vault, other, Kind.CASE, "case") == {id_: b"what happened"}
    with pytest.raises(Refused):
        records.opened(desk.vault, other, id_, Right.WRITE)
    with pytest.raises(Refused):
        records.tuck(desk.vault, other, id_, "identity", b"another")
    assert records.part_of_each(desk.vault, worker, Kind.CASE, "identity") == {id_: b"who it is"}
    records.grant(desk.vault, worker, id_, other.id, Right.WRITE)
    assert records.opened(desk.vault, other, id_).parts == parts
    assert records.part_of_each(desk.vault, desk.user("Rep", Duty.REPORTER), Kind.CASE, "case") == {}


def test_what_is_tucked_beside_a_record_is_no_new_version(desk: Any) -> None:
    id_ = records.create(desk.vault, desk.lead, Kind.STORY, {"original": b"x"})
    for plain in (b"one", b"two"):
        records.tuck(desk.vault, desk.lead, id_, "profile", plain)
    opened = records.opened(desk.vault, desk.lead, id_)
    assert (opened.record.version, opened.parts["profile"]) == (1, b"two")
