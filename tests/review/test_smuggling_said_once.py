"""Two rules know the word “trafficking” in a story of smuggling; each says its own thing, never on the same letters."""

import pytest

from amanat.core import Span
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.review import review

STORIES = (
    """The coast guard stopped a boat near the border with irregular migrants. The FIA has arrested 5,831 human
traffickers during the last three years, officials said.
""",
)


@pytest.mark.parametrize("story", STORIES)
def test_the_word_and_the_count_are_marked_apart(story: str) -> None:
    findings = review(read_bytes(story.encode(), "story.txt"), Registers()).findings
    word = [f.span for f in findings if f.code == "D883" and f.span]
    count = [f.span for f in findings if f.code == "E005" and f.span]
    assert word
    assert count
    assert not [(one, other) for one in word for other in count if one.overlaps(other)]
    for span in count:
        assert any(c.isdigit() for c in story[span.start : span.end])
    assert isinstance(word[0], Span)
