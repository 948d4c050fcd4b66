"""Decisions as a list of events: what holds is what the list says, and undoing is leaving out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import DeskError, Finding, Fix, Protection, Role, Room, Severity, Span, TraceKind
from amanat.desk.decided import Log, key_of, lift, miss, outcome, rule, settle
from amanat.review.decide import Ruling

FINDING = Finding(
    "D101", Room.DIGNITY, Span(3, 9), Severity.ERROR, "stigma", "m", "r",
    fixes=(Fix(Span(3, 9), "one"), Fix(Span(3, 9), "two")),
)  # fmt: skip
KEY = key_of(FINDING)
SPANS = st.builds(lambda start: Span(start, start + 2), st.integers(0, 9))
ROLES, PROTECTIONS = st.sampled_from(["", *Role]), st.sampled_from(["", *Protection])
HOWS, BY, WHY = st.sampled_from(["fix", "keep", "open"]), st.just("u"), st.just("why")
EVENTS = st.lists(
    st.one_of(
        st.builds(rule, st.integers(0, 9), ROLES, PROTECTIONS, st.sampled_from(["", "yes", "no"]), BY),
        st.builds(miss, SPANS, st.sampled_from(list(TraceKind)), st.sampled_from(list(Role)), BY),
        st.builds(settle, HOWS, st.just([KEY]), st.integers(0, 3), WHY, BY),
        st.builds(lift, SPANS, WHY, BY),
    ),
    max_size=8,
)


@given(EVENTS)
def test_what_is_written_is_read_and_undone(events: list[dict[str, object]]) -> None:
    log = Log()
    for event in events:
        log = log.plus(event)
    assert Log.read(log.write()) == log
    assert outcome(Log.read(log.write()), [FINDING]) == outcome(log, [FINDING])
    if events:
        assert outcome(log.undone(), [FINDING]) == outcome(Log(tuple(events[:-1])), [FINDING])
    assert Log.read(b"") == Log()


def test_the_last_word_on_a_person_holds() -> None:
    log = Log().plus(rule(5, "victim", "", "", "u")).plus(rule(5, "official", "name", "no", "u"))
    assert outcome(log, ()).decisions.rulings == {5: Ruling(Role.OFFICIAL, Protection.NAME, is_child=False)}


@pytest.mark.parametrize(("choice", "fixes"), [(0, ("one",)), (1, ("two",)), (7, ())])
def test_wordings_come_from_the_rule_and_nowhere_else(choice: int, fixes: tuple[str, ...]) -> None:
    done = outcome(Log().plus(settle("fix", [KEY], choice, "", "u")), [FINDING])
    assert tuple(f.replacement for f in done.decisions.fixes) == fixes
    assert outcome(Log().plus(settle("fix", ["X.1-2.y"], 0, "", "u")), [FINDING]).decisions.fixes == ()


def test_keeping_needs_a_reason_and_opening_forgets_it() -> None:
    for make in (lambda: settle("keep", [KEY], 0, " ", "u"), lambda: lift(Span(0, 1), "", "u")):
        with pytest.raises(DeskError, match="W011"):
            make()
    log = Log().plus(settle("keep", [KEY], 0, "x" * 900, "u"))
    assert len(outcome(log, [FINDING]).settled[KEY].reason) == 500
    assert outcome(log.plus(settle("open", [KEY], 0, "", "u")), [FINDING]).settled == {}


@pytest.mark.parametrize(
    "make",
    [
        lambda: rule(1, "king", "", "", "u"),
        lambda: rule(1, "", "burn", "", "u"),
        lambda: rule(1, "", "", "maybe", "u"),
        lambda: miss(Span(0, 1), "SOUL", "victim", "u"),
        lambda: settle("burn", [KEY], 0, "x", "u"),
        lambda: settle("fix", [], 0, "", "u"),
    ],
)
def test_foreign_words_are_refused(make: object) -> None:
    with pytest.raises(DeskError, match="W010"):
        make()  # type: ignore[operator]


def test_a_key_survives_another_label_and_another_wording() -> None:
    from dataclasses import replace  # noqa: PLC0415

    assert key_of(replace(FINDING, message="other", remedy="other")) == KEY
    assert key_of(replace(FINDING, span=None)) != KEY
