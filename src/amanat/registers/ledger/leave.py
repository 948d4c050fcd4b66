"""Write figures and cases for others: tidy tables (CSV, JSON lines, Parquet) and FollowTheMoney entities.

A tidy table holds one count, or one event, a row; what leaves can be taken in again (`intake`) without loss.
FollowTheMoney (https://followthemoney.tech) is what investigative desks load into their own tools.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from amanat.core import DataError
from amanat.registers.ledger.cases import Case, Docket, Step, Who
from amanat.registers.ledger.figures import Entry, Ledger

Cell = str | int | None
Record = dict[str, Cell]

FORMS = ("csv", "jsonl", "parquet", "ftm")


def figure_records(ledger: Ledger) -> Iterator[Record]:
    """Yield the figures as rows; an unknown count is None, a nought is 0. One row for each source of a figure."""
    for entry in ledger.entries:
        for source in entry.fact.sources:
            yield {
                "id": entry.fact.id,
                "jurisdiction": entry.jurisdiction,
                "region": entry.region,
                "from": entry.begins.isoformat(),
                "to": entry.ends.isoformat(),
                "stage": entry.stage,
                "count": entry.count,
                "unit": entry.unit,
                "law": entry.law,
                "exploitation": entry.exploitation,
                "iccs": entry.iccs,
                "cohort": entry.cohort,
                "source_title": source.title,
                "source_url": source.url,
                "confidence": entry.fact.confidence.value,
                "checked_on": entry.fact.checked_on.isoformat(),
                "note": entry.note,
            }


def case_records(docket: Docket) -> Iterator[Record]:
    """Yield the cases as rows, one event each."""
    for case in docket.cases:
        for event in case.events:
            yield {
                "case": case.id,
                "jurisdiction": case.jurisdiction,
                "law": case.law,
                "exploitation": case.exploitation,
                "agency": case.agency,
                "court": case.court,
                "date": event.on.isoformat(),
                "event": event.step.value,
                "who": event.who.value,
                "person": event.person,
                "rank": event.rank,
                "outcome": event.outcome.value if event.outcome else "",
                "reason": event.reason.value if event.reason else "",
                "amount": event.amount,
                "months": event.months,
            }


def written(form: str, ledger: Ledger, docket: Docket) -> bytes:
    """Return figures, or cases when there are no figures, in one form.

    Raises:
        DataError: F018 there is nothing to write or no such form, F020 the form needs an extra.
    """
    records = list(figure_records(ledger)) or list(case_records(docket))
    if form not in FORMS or not records:
        raise DataError("F018", f"nothing to write, or no such form; forms are {', '.join(FORMS)}")
    if form == "csv":
        return _csv(records)
    if form == "parquet":
        return _parquet(records)
    lines = records if form == "jsonl" else [*_ftm_figures(ledger), *_ftm_cases(docket)]
    return "".join(json.dumps(line, ensure_ascii=False, sort_keys=form == "ftm") + "\n" for line in lines).encode()


def _csv(records: list[Record]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def _parquet(records: list[Record]) -> bytes:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError:
        raise DataError("F020", "writing Parquet needs more: pip install 'amanat[tables]'") from None
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records, schema=arrow_schema(records[0])), out, compression="zstd")
    return out.getvalue()


_NUMBERS = frozenset({"count", "amount", "months"})


def arrow_schema(record: Record) -> object:
    """Return the Arrow schema of a tidy table: text, but for counts, money and months."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.schema([(name, pa.int64() if name in _NUMBERS else pa.string()) for name in record])


# --- FollowTheMoney: schema names and properties as in its model ---


def _ftm_figures(ledger: Ledger) -> Iterator[Mapping[str, object]]:
    for entry in ledger.entries:
        properties = {
            "name": [_title(entry)],
            "summary": [entry.fact.statement],
            "startDate": [entry.begins.isoformat()],
            "endDate": [entry.ends.isoformat()],
            "country": _country(entry.jurisdiction),
            "publisher": [source.title for source in entry.fact.sources],
            "sourceUrl": [source.url for source in entry.fact.sources if source.url],
            "keywords": [word for word in (entry.stage, entry.unit, entry.law, entry.exploitation, entry.iccs) if word],
            "notes": [entry.note] if entry.note else [],
            "retrievedAt": [entry.fact.checked_on.isoformat()],
        }
        yield _entity("Event", entry.fact.id, properties)


def _title(entry: Entry) -> str:
    count = "not known" if entry.count is None else f"{entry.count:,}"
    return f"{entry.stage.replace('_', ' ')}: {count} {entry.unit}"


def _ftm_cases(docket: Docket) -> Iterator[Mapping[str, object]]:
    bodies = {name for case in docket.cases for name in (case.agency, case.court) if name}
    for name in sorted(bodies):
        yield _entity("PublicBody", f"body:{name}", {"name": [name]})
    for case in docket.cases:
        yield from _ftm_case(case)


def _ftm_case(case: Case) -> Iterator[Mapping[str, object]]:
    ended, fir = case.ended, case.first(Step.FIR)
    properties = {
        "name": [f"Case {case.id}"],
        "caseNumber": [case.id],
        "category": [case.exploitation],
        "type": [case.law],
        "court": [case.court] if case.court else [],
        "country": _country(case.jurisdiction),
        "status": [ended[1].value if ended else "open"],
        "fileDate": [fir.isoformat()] if fir else [],
        "closeDate": [ended[0].isoformat()] if ended else [],
    }
    yield _entity("CourtCase", f"case:{case.id}", properties)
    for person in case.officials:
        key = f"official:{case.id}:{person}"
        yield _entity("Person", key, {"name": [f"Official {person} of case {case.id}"], "topics": ["role.pep"]})
        party = {"party": [_id(key)], "case": [_id(f"case:{case.id}")], "role": ["official involved"]}
        yield _entity("CourtCaseParty", f"party:{key}", party)
    for number, event in enumerate(case.events):
        if event.who is Who.VICTIM:
            continue
        happened = {
            "name": [f"{event.step.value.replace('_', ' ')}, case {case.id}"],
            "date": [event.on.isoformat()],
            "country": _country(case.jurisdiction),
            "involved": [_id(f"official:{case.id}:{event.person}")] if event.who is Who.OFFICIAL else [],
            "organizer": [_id(f"body:{case.agency}")] if case.agency else [],
        }
        yield _entity("Event", f"event:{case.id}:{number}", happened)


def _entity(schema: str, key: str, properties: Mapping[str, list[str]]) -> Mapping[str, object]:
    return {"id": _id(key), "schema": schema, "properties": {k: v for k, v in properties.items() if v}}


def _id(key: str) -> str:
    return "amanat-" + sha256(key.encode()).hexdigest()[:24]


def _country(jurisdiction: str) -> list[str]:
    return [] if jurisdiction == "WORLD" else [jurisdiction[:2].lower()]
