"""A row as a published figure."""

import re
from datetime import date

from amanat.core import Confidence, DataError, Fact, Source
from amanat.registers.ledger.checks import period_faults
from amanat.registers.ledger.figures import Entry, statement_of
from amanat.registers.ledger.rows import Row

FIGURE_COLUMNS = ("jurisdiction", "from", "to", "stage", "count", "unit", "law", "exploitation", "source_title")
"""Columns of a table of figures; `source_url cohort region confidence checked_on note` may follow."""
_PLACE = re.compile(r"WORLD|[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_WORD = re.compile(r"[a-z][a-z0-9_]*")


def entry_of(row: Row, today: date) -> Entry | None:
    """Return the figure of a row, None when something is wrong with it (the row then holds its faults)."""
    place, stage = row.text("jurisdiction"), row.text("stage").lower().replace(" ", "_")
    begins, ends = row.day("from"), row.day("to")
    count = row.count("count")
    unit, law, form = row.text("unit"), row.text("law"), row.text("exploitation")
    source = Source(row.text("source_title"), row.text("source_url", needed=False))
    confidence = row.known_word("confidence", Confidence, needed=False) or Confidence.SINGLE_SOURCE
    checked = row.day("checked_on") if row.text("checked_on", needed=False) else today
    if place and not _PLACE.fullmatch(place):
        row.faults.append(DataError("F006", f"row {row.number}: jurisdiction is PK, PK-PB … or WORLD"))
    if stage and not _WORD.fullmatch(stage):
        row.faults.append(DataError("F006", f"row {row.number}: stage is a word as cases_registered"))
    if source.url and not source.url.startswith(("https://", "http://")):
        row.faults.append(DataError("F006", f"row {row.number}: source_url is no web address"))
    if begins and ends:
        row.faults += period_faults(row.number, begins, ends, law, today)
    if row.faults or not begins or not ends or not checked:
        return None
    record = {
        "jurisdiction": place, "region": row.text("region", needed=False), "from": begins, "to": ends, "stage": stage,
        "count": count, "unit": unit, "law": law,
    }  # fmt: skip
    return Entry(
        fact=Fact(
            id=row.text("id", needed=False) or f"own.{place.lower()}.{stage}.{begins}_{ends}.{row.number}",
            statement=statement_of(record, confidence),
            confidence=confidence,
            sources=(source,),
            checked_on=checked,
        ),
        jurisdiction=place,
        region=str(record["region"]),
        begins=begins,
        ends=ends,
        stage=stage,
        count=count,
        unit=unit,
        law=law,
        exploitation=form,
        note=row.text("note", needed=False, most=1000),
        cohort=row.text("cohort", needed=False),
    )
