"""A story that is open: words at every keystroke, the other rooms when they are asked."""

import time

import pytest

from amanat.core import KeptReason, ReadError, Room
from amanat.lsp.open_story import Answered, OpenStory
from amanat.registers import shipped
from amanat.review import review

STORY = "The illegal migrants were held. Zarmeena Achakzai, 13, was raped, police said. She was a prostitute.\n"


def codes(story: OpenStory) -> set[str]:
    return {finding.code for finding in story.findings}


def test_words_come_at_once_and_the_other_rooms_after_a_review() -> None:
    story = OpenStory.of(STORY, "story.docx", shipped())
    assert codes(story) >= {"D301", "D201"}
    assert not [f for f in story.findings if f.room is Room.IDENTITY]
    story.reviewed(review(story.document, shipped()))
    assert [f for f in story.findings if f.room is Room.IDENTITY]


def test_after_a_keystroke_the_other_rooms_still_speak_where_nothing_was_touched() -> None:
    story = OpenStory.of(STORY, "story.txt", shipped())
    story.reviewed(review(story.document, shipped()))
    story.typed("On Monday. " + STORY)
    named = next(f for f in story.findings if f.room is Room.IDENTITY and f.span)
    assert named.span
    assert story.document.at(named.span) in STORY
    story.typed(STORY.replace("Zarmeena Achakzai", "A girl"))
    assert "D301" in codes(story)


def test_a_comment_keeps_words_here_too() -> None:
    story = OpenStory.of(STORY.rstrip() + ' <!-- amanat: keep D301 reason="quote" -->', "story.md", shipped())
    assert "D301" not in codes(story)


def test_nothing_to_read_is_told() -> None:
    with pytest.raises(ReadError):
        OpenStory.of(" ", "story.txt", shipped())


def test_a_keystroke_in_a_thousand_words_takes_hundredths_of_a_second() -> None:
    text = ("The traffickers kept the girls for nine months without pay, and police found out. " * 75).strip()
    story = OpenStory.of(text, "story.txt", shipped())
    times = []
    for letter in "abcdefgh":
        begin = time.process_time()
        story.typed(text + letter)
        times.append(time.process_time() - begin)
    assert sorted(times)[4] < 0.06  # 0.01 alone; the machine is shared


def test_taking_a_fix_and_keeping_words_are_answers() -> None:
    story = OpenStory.of(STORY, "story.txt", shipped())
    finding = next(f for f in story.findings if f.code == "D301")
    fix = finding.fixes[0]
    after = STORY[: fix.span.start] + fix.replacement + STORY[fix.span.end :]
    assert story.typed(after) == (Answered("D301", accepted=True),)
    note = ' <!-- amanat: keep D201 reason="house style" -->'
    assert story.typed(after.rstrip() + note) == (Answered("D201", accepted=False, reason=KeptReason.HOUSE),)
    assert story.typed(after.rstrip() + note + " More.") == ()
