"""The gap table as a word processor document."""

import io
from dataclasses import replace

import docx

from amanat.publish.gap_document import as_docx
from amanat.registers import Registers

ROWS = Registers().frameworks.table("PK")


def test_another_program_reads_the_whole_table() -> None:
    document = docx.Document(io.BytesIO(as_docx("Pakistan", ROWS, ["Not confirmed."])))
    heads = ["Duty", "Law", "Practice", "Why and evidence", "Next step"]
    assert [[cell.text for cell in table.rows[0].cells] for table in document.tables] == [heads] * 3
    rows = [row for table in document.tables for row in table.rows[1:]]
    assert [row.cells[1].text for row in rows] == [str(row.law) for row in ROWS]
    assert "Until: 2027-06" in rows[0].cells[4].text
    told = [paragraph.text for paragraph in document.paragraphs]
    assert told[0] == "Pakistan"
    assert "Not confirmed." in told


def test_every_source_of_the_evidence_stands_at_the_end_with_its_address() -> None:
    document = docx.Document(io.BytesIO(as_docx("Pakistan", ROWS)))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    listed = told[told.index("Sources") :]
    used = [s for row in ROWS for fact in (*row.law_facts, *row.practice_facts) for s in fact.sources if s.url]
    assert used
    assert [source.title for source in used if source.url not in listed] == []
    first = listed.splitlines()[1]
    assert first.startswith("1. ")
    cells = [row.cells[3].text for table in document.tables for row in table.rows[1:]]
    assert any("; 1]" in cell or "; 1, " in cell for cell in cells)


def test_the_same_table_gives_the_same_bytes() -> None:
    assert as_docx("x", ROWS) == as_docx("x", ROWS)


def test_signs_that_xml_forbids_do_no_harm() -> None:
    odd = replace(ROWS[0], says="a < b & c > d \x07 \ufffe اردو")
    (table,) = docx.Document(io.BytesIO(as_docx("<&>\x00", [odd]))).tables
    assert "a < b & c > d" in table.rows[1].cells[3].text
    assert "اردو" in table.rows[1].cells[3].text
