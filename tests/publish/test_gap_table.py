"""The gap table as CSV and as a page."""

import csv
import io
from html.parser import HTMLParser

from amanat.publish.gap_table import COLUMNS, as_csv, as_html, as_pairs, records
from amanat.registers import Registers

FRAMEWORKS = Registers().frameworks
ROWS = FRAMEWORKS.table("PK")


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells = 0
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        self.cells += tag == "td"
        if tag in {"script", "link", "img", "iframe"}:
            self.outside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(content: bytes) -> Page:
    page = Page()
    page.feed(content.decode())
    assert page.open == []
    return page


def test_a_table_comes_back_from_its_csv() -> None:
    found = list(csv.DictReader(io.StringIO(as_csv(ROWS).decode("utf-8-sig"))))
    assert len(found) == len(ROWS)
    assert tuple(found[0]) == COLUMNS
    assert found == records(ROWS)


def test_no_cell_can_start_a_formula() -> None:
    for row in csv.reader(io.StringIO(as_csv(ROWS).decode("utf-8-sig"))):
        assert not any(cell[:1] in {"=", "+", "-", "@"} for cell in row)


def test_the_page_is_whole_and_needs_nothing_from_outside() -> None:
    page = read(as_html("Pakistan <&>", ROWS))
    assert page.cells == 5 * len(ROWS)
    assert page.outside == []
    assert b"Pakistan &lt;&amp;&gt;" in as_html("Pakistan <&>", ROWS)


def test_states_are_told_by_words_and_not_by_colour_alone() -> None:
    text = as_html("x", ROWS).decode()
    assert all(f"</span>{state}</td>" in text for state in ("not met", "partly", "met", "unknown"))


def test_two_countries_make_one_table() -> None:
    pairs = FRAMEWORKS.compared("PK", "IN")
    assert read(as_pairs("x", pairs)).cells == 5 * len(pairs)


def test_evidence_in_a_spreadsheet_names_its_sources_with_their_addresses() -> None:
    (row,) = [
        r for r in records(FRAMEWORKS.table("BD")) if r["instrument"] == "Palermo Protocol" and r["article"] == "6(1)"
    ]
    assert "Ordinance 5 of 2026" in row["evidence in law"]
    assert "<https://github.com/ArefinAlter/" in row["evidence in law"]
    assert "#law" not in row["evidence in law"]


def test_a_caution_stands_above_the_table() -> None:
    page = as_html("x", ROWS, ["Not <confirmed>."]).decode()
    assert page.index("Not &lt;confirmed&gt;.") < page.index("<table>")


def test_a_narrow_page_still_says_what_each_state_is_of() -> None:
    page = as_html("x", ROWS).decode()
    assert page.count('data-head="law"') == page.count('data-head="practice"') == len(ROWS)
    assert 'data-head="IN: practice"' in as_pairs("x", FRAMEWORKS.compared("PK", "IN")).decode()
