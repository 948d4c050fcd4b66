"""Years side by side: gaps stay gaps, contradictions are shown and not used, new laws are marked."""

from datetime import date

from amanat.core import Confidence, Fact, Source
from amanat.enforcement.report.sections import Section, Years
from amanat.enforcement.report.trends import trends
from amanat.registers import Registers
from amanat.registers.ledger import Entry


def entry(year: int, count: int | None, *, last: str = "12-31", exploitation: str = "any") -> Entry:
    fact = Fact(f"own.{year}", "", Confidence.SINGLE_SOURCE, (Source("A handout", "https://example.org"),), date.min)
    days = (date(year, 1, 1), date.fromisoformat(f"{year}-{last}"))
    return Entry(fact, "PK", "", *days, "convicted", count, "persons", "mixed", exploitation, "")


def found(registers: Registers, *entries: Entry) -> list[Section]:
    return list(trends(entries, registers.laws, "PK"))


def test_a_year_without_a_figure_stays_empty(registers: Registers) -> None:
    counts = {2008: 10, 2009: 20, 2010: None, 2011: 40, 2012: 80}
    (section,) = found(registers, *(entry(year, count) for year, count in counts.items()))
    assert [row[1] for row in section.rows] == ["10", "20", "not known", "40", "80"]
    assert "years without one, 1 in all" in section.says[0]
    assert isinstance(section.plot, Years)
    assert section.plot.counts == (10, 20, None, 40, 80)


def test_a_new_law_is_marked_and_breaks_the_trend(registers: Registers) -> None:
    (section,) = found(registers, *(entry(year, 100 if year < 2018 else 300) for year in range(2014, 2021)))
    marked = {row[0] for row in section.rows if row[2]}
    assert marked == {"2018"}
    assert "against the earlier trend" in section.says[0]
    assert "not yet an effect of the law" in section.says[0]


def test_too_few_years_on_one_side_make_no_trend(registers: Registers) -> None:
    (section,) = found(registers, *(entry(year, 100) for year in range(2014, 2020)))
    assert "Too few" in section.says[0]
    assert isinstance(section.plot, Years)
    assert section.plot.fitted == ()


def test_contradicting_counts_are_shown_and_not_used(registers: Registers) -> None:
    years = [entry(year, 50) for year in range(2007, 2012)]
    (section,) = found(registers, *years, entry(2009, 70))
    assert section.rows[2][1] == "50 or 70"
    assert isinstance(section.plot, Years)
    assert section.plot.counts[2] is None


def test_parts_of_a_year_and_forms_of_exploitation_are_other_series(registers: Registers) -> None:
    years = [entry(year, 50) for year in range(2007, 2010)]
    assert found(registers, *years, entry(2010, 30, last="10-17")) == []
    assert found(registers, *years, entry(2010, 30, exploitation="forced_labour")) == []


def test_scattered_years_are_no_series(registers: Registers) -> None:
    assert found(registers, *(entry(year, 50) for year in (1990, 2000, 2005, 2012))) == []
