"""A statement as the contract shows it."""

from amanat.core import Claim, ClaimKind, Span, Verdict
from amanat.law.statement import Statement


def test_a_statement_of_a_kind_of_the_contract_is_a_claim() -> None:
    made = Statement(Span(1, 4), ClaimKind.TIER, "tier", Verdict.UNKNOWN)
    assert made.claim == Claim(Span(1, 4), ClaimKind.TIER, Verdict.UNKNOWN, "")


def test_who_holds_an_office_is_none() -> None:
    assert Statement(Span(1, 4), None, "office", Verdict.SUPPORTED).claim is None
