"""What rules cannot reach: a net marks frames where a newsroom asks for it, and never sees a name."""

import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import Finding, Mention, Person, Protection, Role, Scene, Severity, Span
from amanat.dignity import ask, frame_codes, reader
from amanat.dignity.phrase import FRAME, phrases
from amanat.dignity.reader import frames
from amanat.dignity.tone import QUOTED
from amanat.lsp.open_story import OpenStory
from amanat.packs import house_style
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.review import review

NOBODY = Scene((), (), (), ())
FRAMES = [phrase for phrase in phrases() if phrase.form == FRAME]
STORY = """\
Girl abducted in market town

Police are looking for a man who is accused of having abducted a girl of thirteen. {name} was last seen at the bus stop.

The officer said that {name} kept company that no family could be proud of, and that girls who roam about in the
bazaar invite such trouble.

A case of abduction was registered on Monday. The family has a lawyer.
"""


@pytest.fixture(scope="module")
def asked_for(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    """What is known in a newsroom that turned the frames on."""
    path: Path = tmp_path_factory.mktemp("house") / "house.yaml"
    codes = ", ".join(sorted(frame_codes()))
    path.write_text(f"kind: house\nname: The Valley Post\non: [{codes}]\n", "utf-8")
    return Registers(house=house_style(path))


def scene(text: str, name: str) -> Scene:
    """A scene in which one person is named, at every place."""
    places = (n for n in range(len(text)) if text.startswith(name, n))
    spans = tuple(Mention(Span(n, n + len(name))) for n in places)
    return Scene((), (Person("p1", Role.MINOR_VICTIM, Protection.PROTECT, is_child=True, mentions=spans),), (), ())


def marked(text: str, known: Registers, who: Scene = NOBODY) -> list[Finding]:
    found = ask(read_bytes(text.encode()), who, known).findings
    return [f for f in found if f.code in frame_codes()]


def told(text: str, found: Iterable[Finding]) -> set[tuple[str, str]]:
    return {(f.category, text[f.span.start : f.span.end]) for f in found if f.span}


def test_nothing_is_read_unless_a_newsroom_asks(asked_for: Registers) -> None:
    text = STORY.format(name="She")
    assert marked(text, Registers()) == []
    assert {f.category for f in marked(text, asked_for)} >= {"blame"}
    document = read_bytes(text.encode())
    quick = ask(document, NOBODY, asked_for, frames=False).findings
    assert not [f for f in quick if f.code in frame_codes()]


def test_without_it_the_libraries_of_the_nets_are_not_loaded() -> None:
    code = (
        "import sys; from amanat import dignity; from amanat.core import Scene; from amanat.read import read_bytes\n"
        "from amanat.registers import Registers\n"
        "dignity.ask(read_bytes(b'The illegals were held.'), Scene((), (), (), ()), Registers())\n"
        "print(sorted({'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_only_ever_suggests_and_says_why(asked_for: Registers) -> None:
    for finding in marked(STORY.format(name="She"), asked_for):
        assert finding.severity.rank <= Severity.SUGGESTION.rank
        assert finding.message
        assert finding.remedy
        assert finding.sources
        assert finding.fixes == ()


def test_every_category_has_one_rule_that_waits_for_a_newsroom() -> None:
    assert len(FRAMES) == 10
    assert len({phrase.category for phrase in FRAMES}) == 10
    assert all(phrase.house and not phrase.pattern and phrase.lang == "en" for phrase in FRAMES)


@pytest.mark.parametrize("other", ["Zarmeena", "Mary-Ann", "Wu", "K."])
def test_the_answer_does_not_hang_on_a_name(other: str, asked_for: Registers) -> None:
    first, second = STORY.format(name="Saima"), STORY.format(name=other)
    one = told(first, marked(first, asked_for, scene(first, "Saima")))
    two = told(second, marked(second, asked_for, scene(second, other)))
    assert one
    assert one == {(category, words.replace(other, "Saima")) for category, words in two}


def test_no_frame_is_told_where_a_rule_has_spoken(asked_for: Registers) -> None:
    text = "The illegals were prostitutes of loose character, the officer said. She had gone out alone at night."
    found = ask(read_bytes((text + STORY.format(name="She")).encode()), NOBODY, asked_for).findings
    spans = sorted(f.span for f in found if f.span and len(f.span))
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_quotation_is_told_one_level_lower(asked_for: Registers) -> None:
    said = "“Girls who roam about in the bazaar invite such trouble,” the officer said."
    found = marked(f"{said}\n\n{STORY.format(name='She')}", asked_for)
    quoted = [f for f in found if f.span and f.span.end <= len(said)]
    assert quoted
    assert all(f.message.startswith(QUOTED) and f.severity is Severity.NOTE for f in quoted)


@pytest.mark.parametrize(
    "text",
    [
        "The team lost at home although the coach had warned them. They went out alone in the second half.",
        "لڑکی رات کو اکیلی گھر سے نکلی، پولیس نے کہا۔ ماں نے منع کیا تھا۔ اغوا کا مقدمہ درج ہوا۔",
        STORY.format(name="She") + "a" * reader.LONGEST,
    ],
    ids=["another field", "Urdu", "no story"],
)
def test_what_it_was_not_taught_it_leaves_alone(text: str, asked_for: Registers) -> None:
    assert marked(text, asked_for) == []


@given(st.lists(st.sampled_from([*STORY.split(" "), "\n\n", "", "“", "۔", "\u200c", "🙂"]), max_size=60).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_frames_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = list(frames(text, NOBODY))
    assert all(0 <= f.span.start < f.span.end <= len(text) and reader.LEAST <= f.chance <= 1.0 for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert found == list(frames(text, NOBODY))


def test_between_keystrokes_frames_stay_where_nothing_was_touched(asked_for: Registers) -> None:
    known = Registers(house=asked_for.house)
    text = STORY.format(name="She")
    story = OpenStory.of(text, "story.txt", known)
    assert not [f for f in story.findings if f.code in frame_codes()]
    story.reviewed(review(story.document, known))
    before = told(text, (f for f in story.findings if f.code in frame_codes()))
    assert before
    story.typed("On Monday. " + text)
    assert told(story.document.text, (f for f in story.findings if f.code in frame_codes())) == before
