"""The book of hand-overs tells what became of each, holds no word about a person, and shows when it was changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from amanat.aid.referral.packet import Packet
from amanat.aid.referral.states import State, reminder
from amanat.core import DataError
from amanat.store.handover.book import Book

DAY = date(2026, 11, 24)
ONE = "0123456789abcdef"


def begun(path: Path) -> Book:
    book = Book.read(path)
    book.propose(Packet(ONE, "pk-050", "legal_advice", DAY + timedelta(30), {}), "age1key", DAY)
    book.mark(ONE, (State.CONSENTED, State.SENT), DAY)
    return book


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "book"
    begun(path).mark(ONE, (State.ACCEPTED,), DAY + timedelta(2))
    (there,) = Book.read(path).by_reference.values()
    assert [s.state for s in there.steps] == [State.PROPOSED, State.CONSENTED, State.SENT, State.ACCEPTED]
    assert (there.recipient, there.purpose, there.until) == ("pk-050", "legal_advice", DAY + timedelta(30))
    assert Book.read(path).sealed_for(ONE) == "age1key"
    assert path.stat().st_mode & 0o077 == 0, "nobody else may read it"


def test_a_step_that_cannot_follow_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book"
    book, before = begun(path), (tmp_path / "book").read_bytes()
    with pytest.raises(DataError, match="H015"):
        book.mark(ONE, (State.ACCEPTED, State.PROPOSED), DAY)
    with pytest.raises(DataError, match="H037"):
        book.mark("f" * 16, (State.ACCEPTED,), DAY)
    assert path.read_bytes() == before
    assert book.by_reference[ONE].state is State.SENT


@pytest.mark.parametrize("harm", ["out", "changed", "swapped", "garbage"])
def test_a_changed_book_is_refused(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "book"
    begun(path)
    lines = path.read_text().splitlines(keepends=True)
    harmed = {
        "out": [lines[0], lines[2]],
        "changed": [lines[0].replace("pk-050", "pk-051"), *lines[1:]],
        "swapped": [lines[1], lines[0], lines[2]],
        "garbage": [*lines, "{}\n"],
    }[harm]
    path.write_text("".join(harmed))
    with pytest.raises(DataError, match="H038"):
        Book.read(path)


def test_a_consent_that_ends_while_the_other_office_works_is_told(tmp_path: Path) -> None:
    book = begun(tmp_path / "book")
    book.mark(ONE, (State.ACCEPTED,), DAY)
    one = book.by_reference[ONE]
    assert reminder(one.steps, one.until, one.until) == ""
    assert reminder(one.steps, one.until + timedelta(1), one.until) == "renew"
    book.mark(ONE, (State.REVOKED,), DAY)
    assert reminder(book.by_reference[ONE].steps, one.until + timedelta(1), one.until) == ""
