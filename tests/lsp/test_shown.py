"""What an editor shows of a story."""

import pytest
from lsprotocol import types

from amanat.lsp import shown
from amanat.lsp.open_story import OpenStory
from amanat.registers import shipped
from amanat.review import review, rule_cards

STORY = "\U0001f600 The illegal migrants were held. Zarmeena Achakzai, 13, was raped, police said.\n"


@pytest.fixture(scope="module")
def story() -> OpenStory:
    made = OpenStory.of(STORY, "story.txt", shipped())
    made.reviewed(review(made.document, shipped()))
    return made


def test_squiggles_are_counted_in_utf_16(story: OpenStory) -> None:
    place = next(d for d in shown.diagnostics(story) if d.code == "D301").range
    units = STORY.encode("utf-16-le")
    assert units[2 * place.start.character : 2 * place.end.character].decode("utf-16-le") == "illegal migrants"


def test_remarks_about_the_whole_story_stand_at_its_top(story: OpenStory) -> None:
    whole = [d for d, f in zip(shown.diagnostics(story), story.findings, strict=True) if f.span is None]
    assert whole
    assert all(d.range.start == types.Position(0, 0) for d in whole)


def test_nothing_offers_to_keep_a_name_that_must_not_be_printed(story: OpenStory) -> None:
    everywhere = types.Range(types.Position(0, 0), types.Position(9, 0))
    titles = [a.title for a in shown.actions(story, "file:///s", everywhere)]
    assert any(title.startswith("Keep: quote (D301") for title in titles)
    assert not [t for t in titles if t.startswith("Keep") and "(I" in t]


def test_a_card_names_rule_remedy_and_source(story: OpenStory) -> None:
    cards = {card.code: card for card in rule_cards()}
    card = shown.hover(story, types.Position(0, 8), cards)
    assert card
    assert isinstance(card.contents, types.MarkupContent)
    assert "**D301**" in card.contents.value
    assert shown.hover(story, types.Position(0, 40), {}) is None or "D301" not in str(card.range)


def test_lenses_wait_for_the_next_save_after_an_edit(story: OpenStory) -> None:
    first, *others = shown.lenses(story)
    assert first.command
    assert first.command.title.startswith("1 to protect")
    assert others
    edited = OpenStory.of(STORY, "story.txt", shipped())
    edited.reviewed(review(edited.document, shipped()))
    edited.typed(STORY + "More.")
    assert shown.lenses(edited) == []
