"""Filters that are never traded, each with the reason it gives."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Confidence
from amanat.packs import load
from amanat.registers.hours import ALWAYS, UNKNOWN
from amanat.registers.matching import Caution, Consent, Query, Reason, counts, groups_of, refusal
from amanat.registers.providers import Provider, Providers

PROVIDERS = Providers.over(load())
FITS = replace(
    PROVIDERS.by_id["pk-002"],
    needs=frozenset({"shelter"}),
    serves=frozenset({"women"}),
    areas=("PK-PB",),
    not_areas=(),
    hours=ALWAYS,
    languages=frozenset({"ur"}),
)
ASKED = Query(
    "PK",
    ("shelter",),
    frozenset({"PK", "PK-PB", "pk-lahore"}),
    frozenset({"women"}),
    frozenset({"police"}),
    age=30,
    languages=frozenset({"ur"}),
    at=datetime(2026, 11, 23, 12, 0),  # noqa: DTZ001 - local time of the body
    consents=frozenset(),
)
Change = Callable[[Provider], Provider]


def test_it_fits() -> None:
    assert refusal(FITS, ASKED) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda p: replace(p, country="IN"), Reason.COUNTRY),
        (lambda p: replace(p, active=False), Reason.ENDED),
        (lambda p: replace(p, confidence=Confidence.UNCERTAIN), Reason.DOUBTFUL),
        (lambda p: replace(p, conflict_groups=frozenset({"police"})), Reason.ACCUSED),
        (lambda p: replace(p, conflict_groups=frozenset({"fia"})), Reason.POLICE),
        (lambda p: replace(p, cautions=frozenset({Caution.SUMMONS_OTHER_SIDE})), Reason.OTHER_SIDE),
        (lambda p: replace(p, cautions=frozenset({Caution.RECONCILES})), Reason.OTHER_SIDE),
        (lambda p: replace(p, needs=frozenset({"medical"})), Reason.NEED),
        (lambda p: replace(p, serves=frozenset({"men"})), Reason.PEOPLE),
        (lambda p: replace(p, ages=(0, 17)), Reason.AGE),
        (lambda p: replace(p, areas=("PK-SD",)), Reason.PLACE),
        (lambda p: replace(p, not_areas=("pk-lahore",)), Reason.PLACE),
        (lambda p: replace(p, languages=frozenset({"sd"})), Reason.LANGUAGE),
        (lambda p: replace(p, hours=UNKNOWN), Reason.CLOSED),
    ],
)
def test_each_filter_gives_its_reason(change: Change, reason: Reason) -> None:
    assert refusal(change(FITS), ASKED) is reason


@given(st.sets(st.sampled_from(sorted(Consent)), max_size=2), st.sampled_from(sorted(PROVIDERS.by_id)))
def test_consent_only_ever_adds(consents: set[Consent], id_: str) -> None:
    """Who may be named without consent may be named with it."""
    provider = PROVIDERS.by_id[id_]
    query = Query("PK", tuple(PROVIDERS.need_names), frozenset({"PK"}), frozenset(PROVIDERS.group_names))
    bare, given_ = replace(query, consents=frozenset()), replace(query, consents=frozenset(consents))
    if refusal(provider, bare) is None:
        assert refusal(provider, given_) is None


def test_no_police_without_consent() -> None:
    query = Query("PK", tuple(PROVIDERS.need_names), frozenset({"PK", "PK-PB"}), frozenset(PROVIDERS.group_names))
    named = {m.provider.id for m in PROVIDERS.match(query)}
    assert {"pk-001", "pk-008"} <= named
    kept = {m.provider.id for m in PROVIDERS.match(replace(query, consents=frozenset()))}
    assert not {"pk-001", "pk-008"} & kept
    assert PROVIDERS.left_out(replace(query, consents=frozenset()))["pk-008"] is Reason.POLICE


def test_a_child_is_sent_only_where_children_are_expected() -> None:
    girl = Query("PK", ("shelter",), frozenset({"PK", "PK-PB", "pk-lahore", "pk-div-lahore"}), age=14)
    girl = replace(girl, groups=groups_of(14, "f") | {"women"})
    found = PROVIDERS.match(girl)
    assert found
    assert all(m.provider.serves & {"children", "everyone"} for m in found)
    assert PROVIDERS.left_out(girl)["pk-092"] is Reason.PEOPLE


def test_unknown_languages_stay_and_unknown_hours_do_not() -> None:
    assert refusal(replace(FITS, languages=frozenset()), ASKED) is None
    assert refusal(replace(FITS, hours=UNKNOWN), replace(ASKED, at=None)) is None


def test_groups() -> None:
    assert groups_of(None, "") == frozenset()
    assert groups_of(17, "f") == {"children"}
    assert groups_of(18, "f") == {"women"}
    assert groups_of(None, "t") == {"transgender"}


def test_counts() -> None:
    assert counts({"a": Reason.NEED, "b": Reason.NEED, "c": Reason.ACCUSED}) == {Reason.ACCUSED: 1, Reason.NEED: 2}
