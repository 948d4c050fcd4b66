from pathlib import Path

import pytest

from amanat.core import AmanatError, Document, Edition, Identifier, Mask, PublishError, Review, Span, TraceKind
from amanat.publish import proof, publish
from amanat.read import read, read_bytes
from amanat.review import review


class Looks:
    """A stand-in for the second look: finds given words in an edition, one list of words a round."""

    def __init__(self, *rounds: dict[str, str], risk: Identifier = Identifier.DIRECT) -> None:
        self.rounds = list(rounds)
        self.risk = risk
        self.seen: list[str] = []

    def __call__(self, edition: Edition, *_: object) -> tuple[Mask, ...]:
        self.seen.append(edition.text)
        words = self.rounds.pop(0) if len(self.rounds) > 1 else self.rounds[0]
        return tuple(
            Mask(Span(at, at + len(word)), "p9", TraceKind.NAME, self.risk, label)
            for word, label in words.items()
            if (at := edition.text.find(word)) >= 0
        )


ENDLESS = ({"Monday": "[x]"}, {"two men": "[y]"}, {"kiln": "[z]"}, {"reporters": "[w]"})


def with_looks(patch: pytest.MonkeyPatch, looks: Looks) -> Looks:
    patch.setattr(proof, "left", looks)
    return looks


def test_masks_are_put_in_place_and_the_edition_is_proven(
    story: Document, found: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_looks(monkeypatch, Looks({}))
    edition = publish(story, found)
    assert edition.proven
    assert edition.made_from == story.digest
    assert "Police freed [girl 1], 13, from a brick kiln near [a village] on Monday, [her father] said." in edition.text
    assert "Khatoon" not in edition.text
    assert "Farhad Qureshi" in edition.text


def test_what_the_second_look_finds_is_hidden_too(
    story: Document, found: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = with_looks(monkeypatch, Looks({"Monday": "[a day]"}, {"two men": "[men]"}, {}))
    text = publish(story, found).text
    assert "[a day]" in text
    assert "[men]" in text
    assert "[girl 1]" in text
    assert len(looks.seen) == 3


def test_an_edition_that_still_names_somebody_is_refused(
    story: Document, found: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_looks(monkeypatch, Looks(*ENDLESS))
    with pytest.raises(PublishError) as caught:
        publish(story, found)
    assert caught.value.code == "P001"


def test_a_review_of_another_text_is_refused(found: Review) -> None:
    with pytest.raises(PublishError) as caught:
        publish(read_bytes(b"Another story."), found)
    assert caught.value.code == "P002"


def test_details_that_only_help_to_identify_do_not_hold_an_edition_back(
    story: Document, found: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_looks(monkeypatch, Looks(*ENDLESS, risk=Identifier.QUASI))
    assert publish(story, found).proven


def test_no_error_message_holds_words_of_the_story(
    story: Document, found: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_looks(monkeypatch, Looks(*ENDLESS))
    with pytest.raises(AmanatError) as caught:
        publish(story, found)
    assert not {"Monday", "men", "Khatoon", "kiln", "Qureshi"} & set(str(caught.value).split())


def test_with_the_rooms_of_the_house_masking_twice_changes_nothing(root: Path) -> None:
    document = read(root / "examples/story.txt")
    once = publish(document, review(document))
    again = read_bytes(once.text.encode())
    assert once.text != document.text
    assert "Palwasha" not in once.text
    assert publish(again, review(again)).text == once.text
