"""A story four times as long asks for some five times the work: counted in calls, since seconds say nothing here."""

import random
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped

SYLLABLES = "ba na ri mo ku la ze ti sha gu fa ro mi da lu pe ha ne so".split()
TOLD = (
    "Police freed {0} {1}, 13, from a brick kiln on Monday, her father {2} {1} said.",
    "Inspector {0} {1} told reporters that {2} {3} had been arrested.",
    "{0} {1}, a farmer, said the men took his sister {2}. She was found in Swat.",
)


def crowded(sentences: int) -> str:
    """A text in which every sentence names somebody new."""
    chance = random.Random(sentences)  # noqa: S311 - invented names, no secret
    names = [["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(4)] for _ in range(sentences)]
    return "Kilns of the valley\n\n" + "\n".join(TOLD[n % 3].format(*four) for n, four in enumerate(names))


def calls(act: Callable[[], object]) -> int:
    """Count the calls of Python functions, comprehensions' generators among them."""
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


def test_work_grows_with_the_story_and_not_with_its_square() -> None:
    short, long = (read_bytes(crowded(n).encode(), "story.txt") for n in (60, 240))
    look(short, shipped(), nets=False)
    small, large = (calls(partial(look, document, shipped(), nets=False)) for document in (short, long))
    assert large < 6 * small, (small, large)
