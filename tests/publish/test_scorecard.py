"""The enforcement report as page and paper: the same each time, nothing fetched, everything escaped."""

import re
from datetime import date

from amanat.core import Source
from amanat.enforcement.report.scorecard import Scorecard
from amanat.enforcement.report.sections import Bars, Section
from amanat.publish import scorecard

BARS = Bars(("registered", "a stage with quite a long name of its own"), (250.0, 54.0), (250.0, 43.0), (250.0, 66.0))
EVIL = "<script>alert(1)</script>"
CARD = Scorecard(
    "XA",
    date(2024, 5, 1),
    (Section(EVIL, (EVIL,), ("a",), ((EVIL,),), BARS, f'x" {EVIL}', (Source(EVIL, "javascript:x"),)),),
    (EVIL,),
    0,
)


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = scorecard.page(CARD, EVIL)
    assert "<script" not in page
    assert "javascript:" not in page
    outside = re.findall(r'(?:src|href|url)\s*[=(]\s*"?(https?:[^")]*)', page)
    assert not outside
    assert "default-src 'none'" in page
    assert page.count("What we cannot know") == 1


def test_on_paper() -> None:
    paper = scorecard.pdf(CARD, "Atlantis")
    assert paper.startswith(b"%PDF")
