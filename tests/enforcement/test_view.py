"""What the rules are given."""

from amanat.core import Scene, Stage
from amanat.enforcement.view import look
from amanat.read import read_bytes
from amanat.registers import Registers

WORDS = """\
Agency arrests 38 agents

In 2021 the agency arrested 35 agents in Sindh. It arrested two guides as well.
"""


def test_figures_know_their_sentence_headline_and_day() -> None:
    view = look(read_bytes(WORDS.encode(), "story.txt"), Scene((), (), (), ()), Registers())
    first, second, third = view.stated
    assert (first.in_headline, first.dated, first.large) == (True, False, True)
    assert (second.in_headline, second.own_period, second.figure.place) == (False, True, "PK-SD")
    assert not third.large
    assert [s.figure.count for s in view.beside(second.sentence, Stage.ARRESTED)] == [35]
    assert view.figures == tuple(s.figure for s in view.stated)
