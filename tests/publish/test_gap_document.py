"""The gap table as a word processor document."""

import io
from dataclasses import replace

import docx

from amanat.publish.gap_document import as_docx
from amanat.registers import Registers

ROWS = Registers().frameworks.table("PK")


def test_another_program_reads_the_whole_table() -> None:
    document = docx.Document(io.BytesIO(as_docx("Pakistan", ROWS)))
    (table,) = document.tables
    assert len(table.rows) == len(ROWS) + 1
    assert [cell.text for cell in table.rows[0].cells] == ["Duty", "Law", "Practice", "Why and evidence", "Next step"]
    assert [row.cells[1].text for row in table.rows[1:]] == [str(row.law) for row in ROWS]
    assert "Until: 2027-06" in table.rows[1].cells[4].text
    assert document.paragraphs[0].text == "Pakistan"


def test_the_same_table_gives_the_same_bytes() -> None:
    assert as_docx("x", ROWS) == as_docx("x", ROWS)


def test_signs_that_xml_forbids_do_no_harm() -> None:
    odd = replace(ROWS[0], says="a < b & c > d \x07 \ufffe اردو")
    (table,) = docx.Document(io.BytesIO(as_docx("<&>\x00", [odd]))).tables
    assert "a < b & c > d" in table.rows[1].cells[3].text
    assert "اردو" in table.rows[1].cells[3].text
