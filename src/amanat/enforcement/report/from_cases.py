"""Sections of the report that rest on single cases: the same cases followed, so a share is a share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from amanat.enforcement.report.places_compared import places_compared
from amanat.enforcement.report.punishment import punishment
from amanat.enforcement.report.sections import FEWEST, Bars, Curves, Section
from amanat.numbers.duration import Incidence, aalen_johansen, kaplan_meier
from amanat.numbers.process import Chain, Money, adjournments, bail, chain, compensation, victims_charged
from amanat.registers.laws import Laws
from amanat.registers.ledger import Crime
from amanat.registers.ledger.cases import Case, Docket, Ending, Step, Who

_ENDINGS = (Ending.CONVICTED, Ending.ACQUITTED, Ending.WITHDRAWN)
_CRIMES = {Crime.TRAFFICKING: "Trafficking", Crime.SMUGGLING: "Smuggling of migrants"}


def of_cases(docket: Docket, laws: Laws, names: Mapping[str, str]) -> Iterator[Section]:
    """Yield the sections that single cases allow; trafficking (ICCS 0204) and smuggling (08051) are never added up.

    Args:
        docket: the cases.
        laws: what each law threatens.
        names: of places, by code.
    """
    for crime, name in _CRIMES.items():
        cases = docket.within(crime=crime).cases
        for section in _of_one_crime(cases, laws, names) if cases else ():
            yield replace(section, title=f"{name}: {section.title}")


def _of_one_crime(cases: Sequence[Case], laws: Laws, names: Mapping[str, str]) -> Iterator[Section]:
    yield _cohort(cases)
    yield _durations(cases)
    yield from places_compared(cases, names)
    yield punishment(cases, laws)
    yield from _impunity(cases)
    yield _process(cases)


def _cohort(cases: Sequence[Case]) -> Section:
    """The same cases from registration to conviction: here a share is a share."""
    begun = [case for case in cases if case.first(Step.FIR)]
    charged = [case for case in begun if case.first(Step.CHARGE)]
    decided = [case for case in charged if case.ended and case.ended[1] is not Ending.WITHDRAWN]
    convicted = [case for case in decided if case.ended and case.ended[1] is Ending.CONVICTED]
    steps = [("registered", begun), ("charged", charged), ("decided", decided), ("convicted", convicted)]
    if not begun:
        return Section("the same cases, from registration to verdict", ())
    told = chain([(name, len(found)) for name, found in steps])
    return Section(
        "the same cases, from registration to verdict",
        (told.sentence("cases registered"),),
        *_chain_table(told),
        _chain_bars(told, "cases"),
        "Bars: of the cases registered, how many came to a charge, a decision and a conviction.",
    )


def _chain_table(told: Chain) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    rows = tuple(
        (
            step.name,
            f"{step.reached:,}",
            f"{100 * step.of_first.low:.0f} to {100 * step.of_first.high:.0f} %",
            f"{100 * step.of_last.low:.0f} to {100 * step.of_last.high:.0f} %",
        )
        for step in told.steps
    )
    return ("Step", "Reached", "Of the first step, 95 %", "Of the step before, 95 %"), rows


def _chain_bars(told: Chain, unit: str) -> Bars:
    first = told.steps[0].reached
    low = tuple(first * step.of_first.low for step in told.steps)
    high = tuple(first * step.of_first.high for step in told.steps)
    return Bars(tuple(s.name for s in told.steps), tuple(float(s.reached) for s in told.steps), low, high, unit)


def _durations(cases: Sequence[Case]) -> Section:
    """Days from registration to the end; open cases are counted as open."""
    days, outcomes = [], []
    for case in cases:
        if case.begun is None:
            continue
        end, ending = case.ended or (case.last_seen, None)
        days.append(max(0, (end - case.begun).days))
        outcomes.append(1 + _ENDINGS.index(ending) if ending else 0)
    title = "how long until the end, and which end"
    if len(days) < FEWEST:
        return Section(title, ())
    survival = kaplan_meier(days, [bool(outcome) for outcome in outcomes])
    ends = aalen_johansen(days, outcomes, [ending.value for ending in _ENDINGS])
    years = [y for y in (1, 2, 3, 4, 5) if 365 * y <= survival.longest]
    rows = tuple(_year_row(ends, year) for year in years)
    return Section(
        title,
        (survival.sentence(unit="days"), ends.sentence(365.0 * (years[-1] if years else 1))),
        ("After", *(ending.value for ending in _ENDINGS), "still open"),
        rows,
        _curves(ends, survival.longest),
        "Areas: of all cases, the share convicted, acquitted, withdrawn and still open by each day after registration.",
    )


def _year_row(ends: Incidence, year: int) -> tuple[str, ...]:
    at = ends.at(365.0 * year)
    return (f"{year} years" if year > 1 else "1 year", *(f"{100 * at[name]:.0f} %" for name in (*ends.names, "open")))


def _curves(ends: Incidence, longest: float) -> Curves:
    days = tuple(longest * n / 200 for n in range(201))
    told = [ends.at(day) for day in days]
    return Curves(days, tuple((name, tuple(at[name] for at in told)) for name in (*ends.names, "open")))


def _impunity(cases: Sequence[Case]) -> Iterator[Section]:
    """Officials: complaint, inquiry, suspension or dismissal, charge, conviction; and how many came back."""
    people = [(case, code) for case in cases for code in case.officials]
    if len(people) < FEWEST:
        return

    def past(*steps: Step) -> list[tuple[Case, str]]:
        return [(case, code) for case, code in people if code in _officials_at(case, *steps)]

    inquired = past(Step.INQUIRY)
    charged = [one for one in inquired if one in past(Step.CHARGE)]
    convicted = [
        (case, code)
        for case, code in charged
        if any(e.person == code and e.outcome is Ending.CONVICTED for e in case.of(Step.JUDGMENT))
    ]
    steps = [("complained of", people), ("inquired into", inquired), ("charged", charged), ("convicted", convicted)]
    told = chain([(name, len(found)) for name, found in steps])
    back = len(past(Step.REINSTATED))
    yield Section(
        "how far complaints against officials went",
        (told.sentence(), f"{len(past(Step.SUSPENDED))} were suspended, {back} of these reinstated."),
        *_chain_table(told),
        _chain_bars(told, "officials"),
        "Bars: of the officials complained of, how many were inquired into, charged and convicted.",
    )


def _officials_at(case: Case, *steps: Step) -> set[str]:
    return {event.person for event in case.of(*steps) if event.who is Who.OFFICIAL}


def _process(cases: Sequence[Case]) -> Section:
    granted, refused = (sum(len(case.of(step)) for case in cases) for step in (Step.BAIL_GRANTED, Step.BAIL_REFUSED))
    put_off = [event for case in cases for event in case.of(Step.ADJOURNED)]
    held = sum(len(case.of(Step.HEARING)) for case in cases)
    reasons = Counter(event.reason.value if event.reason else "not_stated" for event in put_off)
    convicted = sum(1 for case in cases if case.ended and case.ended[1] is Ending.CONVICTED)
    ordered = [case for case in cases if case.of(Step.COMPENSATION_ORDERED)]
    paid = [case for case in ordered if case.of(Step.COMPENSATION_PAID)]
    money = Money("Rs", _sum(cases, Step.COMPENSATION_ORDERED), _sum(cases, Step.COMPENSATION_PAID))
    withdrawn = Counter(e.reason.value if e.reason else "not_stated" for c in cases for e in c.of(Step.WITHDRAWN))
    says = [victims_charged(sum(1 for case in cases if case.victims_charged), len(cases))]
    if granted + refused:
        says.append(bail(granted, granted + refused))
    if put_off:
        says.append(adjournments(len(put_off), len(put_off) + held, reasons))
    if convicted >= len(ordered):
        says.append(compensation(convicted, len(ordered), len(paid), money))
    rows = tuple((f"put off: {name.replace('_', ' ')}", f"{times:,}") for name, times in sorted(reasons.items()))
    rows += tuple((f"withdrawn: {name.replace('_', ' ')}", f"{times:,}") for name, times in sorted(withdrawn.items()))
    return Section("bail, delay, compensation, victims charged", tuple(says), ("Reason", "Times"), rows)


def _sum(cases: Sequence[Case], step: Step) -> int:
    return sum(event.amount or 0 for case in cases for event in case.of(step))
