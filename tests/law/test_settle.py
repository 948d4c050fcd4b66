"""Which of all statements are kept."""

from amanat.core import ClaimKind, Span, Verdict
from amanat.law.settle import settle
from amanat.law.statement import Statement


def made(
    start: int, end: int, topic: str, verdict: Verdict = Verdict.SUPPORTED, subject: str = "", *, value: str = ""
) -> Statement:
    return Statement(Span(start, end), ClaimKind.STATUTE, topic, verdict, subject=subject, value=value)


def test_a_citation_inside_a_larger_statement_is_part_of_it() -> None:
    penalty, mention = made(0, 50, "penalty"), made(5, 20, "mention")
    assert settle((penalty, mention)) == (penalty,)


def test_a_wrong_citation_is_kept_wherever_it_stands() -> None:
    penalty, wrong = made(0, 50, "penalty"), made(5, 20, "section", Verdict.OUTDATED)
    assert settle((penalty, wrong)) == (penalty, wrong)


def test_a_rule_that_a_point_answers_is_not_told_as_unknown() -> None:
    point, rule = made(0, 50, "content"), made(5, 20, "rule", Verdict.UNKNOWN)
    assert settle((point, rule)) == (point,)
    known = made(5, 20, "outlawed")
    assert settle((point, known)) == (point, known)
    elsewhere = made(60, 80, "rule", Verdict.UNKNOWN)
    assert settle((point, elsewhere)) == (point, elsewhere)


def test_an_open_rule_is_told_in_the_fewest_words() -> None:
    whole, short = made(0, 50, "rule", Verdict.UNKNOWN), made(5, 20, "rule", Verdict.UNKNOWN)
    assert settle((whole, short)) == (short,)


def test_a_figure_beside_it_answers_no_open_rule() -> None:
    rule, figure = made(0, 50, "rule", Verdict.UNKNOWN), made(5, 20, "statistic", Verdict.UNKNOWN, value="7")
    assert settle((rule, figure)) == (rule, figure)


def test_a_law_is_told_once() -> None:
    first, second = made(0, 5, "mention", subject="x named"), made(50, 55, "mention", subject="x named")
    assert settle((first, second)) == (first,)


def test_a_figure_is_told_once_and_only_the_first_ones_are() -> None:
    figures = tuple(
        made(n * 10, n * 10 + 5, "statistic", Verdict.UNKNOWN, "statistic", value=str(100 + n // 2)) for n in range(12)
    )
    assert [s.value for s in settle(figures)] == ["100", "101", "102"]


def test_the_fuller_name_of_a_body_is_kept() -> None:
    short, full = made(0, 10, "body"), made(50, 70, "body")
    assert settle((short, full)) == (full,)
