"""One line a finding: a place that editors jump to, and no word of a story."""

import re

from amanat.publish.one_a_line import one_a_line
from amanat.read import read_bytes
from amanat.review import review

STORY = """\
Zarmeena\u2019s street

Police held “the illegal migrants” of Gulbahar Colony near the camp. They are illegal migrants, it said.
"""


def test_each_line_leads_to_its_words() -> None:
    document = read_bytes(STORY.encode(), "story.md")
    found = review(document)
    told = list(one_a_line([(document, found)]))
    assert len(told) == len(found.findings)
    places = [re.match(r"story\.md:(\d+):(\d+): (error|warning): .+ \[D301\]$", each) for each in told]
    hits = [(int(m[1]), int(m[2])) for m in places if m]
    assert len(hits) == 2
    assert all(STORY.split("\n")[row - 1][column - 1 :].startswith("illegal migrants") for row, column in hits)
    assert all("undocumented migrants" in told[n] for n, m in enumerate(places) if m)


def test_no_line_quotes_the_story_or_breaks_in_two() -> None:
    document = read_bytes(STORY.encode(), "a\n\x1b[2Jb.md")
    told = list(one_a_line([(document, review(document))]))
    assert told
    assert all("Gulbahar" not in each and "Zarmeena" not in each for each in told)
    assert all(each.isprintable() for each in told)
    whole = [each for each in told if each.split(": ")[0] == "a\ufffd\ufffd[2Jb.md"]
    assert whole, "a finding about the whole story has no line and no column"
