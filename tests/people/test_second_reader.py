"""The CRF beside the net: chances, the same clues in training and reading, a damaged file refused, and who is heard."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import Document, ModelError
from amanat.languages import models
from amanat.people import identifiers, neural
from amanat.people.neural import Word, crf
from amanat.people.neural.crf import Weights, masked, sentences, shape
from amanat.people.neural.traces import heard, score_of
from amanat.registers import shipped

CASE = (
    "The case originated in an application (no. 41237/07) lodged by a Ruritanian national, Mr Zoltan Werfel, on "
    "3 March 2007. The applicant was born in 1961 and lives in Strelsau. The Government were represented by an Agent."
)
PLACE = models.__name__


def word(label: str, mask: float | None) -> Word:
    return Word(0, 4, label, begins=True, probability=0.9, chance=0.9, mask=mask)


def test_what_leads_to_the_applicant_is_likelier_than_what_does_not() -> None:
    found = masked(CASE)
    assert found[CASE.index("41237")] > 0.9
    assert found[CASE.index("1961")] > 0.9
    assert found[CASE.index("Government")] < 0.2


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_chances_of_any_text_are_chances_of_its_words(text: str) -> None:
    found = masked(text)
    assert all(0 <= chance <= 1 for chance in found.values())
    assert [start for places, _ in sentences(text) for start, _ in places] == sorted(found)


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=3), min_size=1, max_size=4))
def test_forward_and_backward_agree_with_counting_every_path(sentence: list[list[str]]) -> None:
    labels = ("O", "B-M", "I-M")
    rng = np.random.default_rng(3)
    made = Weights(labels, {clue: n for n, clue in enumerate("ab")}, rng.normal(size=(2, 3)), rng.normal(size=(3, 3)))
    wanted, total = np.zeros(len(sentence)), 0.0
    for path in itertools.product(range(3), repeat=len(sentence)):
        points = sum(made.clues[made.rows[c], p] for p, cs in zip(path, sentence, strict=True) for c in cs if c != "c")
        points += sum(made.steps[a, b] for a, b in itertools.pairwise(path))
        total += np.exp(points)
        wanted += np.exp(points) * np.array([p > 0 for p in path])
    assert made.masked(sentence) == pytest.approx(wanted / total)


def test_a_thousand_words_without_a_stop_stay_finite() -> None:
    assert all(np.isfinite(list(masked("word " * 1000).values())))


@pytest.mark.parametrize(("word_", "form"), [("Zunaira", "Xx"), ("FIA", "X"), ("2021", "d"), ("B2b", "Xdx")])
def test_shapes(word_: str, form: str) -> None:
    assert shape(word_) == form


def test_a_name_and_another_script_are_the_nets_own_business() -> None:
    for thing in ([word("PERSON", 0.3)], [word("LOC", None)]):
        assert heard(thing, {0: 1.0}) == score_of(thing)
    assert heard([word("LOC", 0.3)], {0: 1.0}) > heard([word("LOC", 0.3)], {0: 0.0})


def test_a_damaged_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = models._carried
    monkeypatch.setattr(
        models, "_carried", lambda package, name: whole(package, name)[: 100 if "crf" in name else None]
    )
    crf.weights.cache_clear()
    with pytest.raises(ModelError, match="M002"):
        masked(CASE)


def test_review_does_not_hear_it_and_identify_does() -> None:
    document = Document(CASE, "en", ())
    net = {(t.span, t.score) for t in neural.find(document)}
    both = {(t.span, t.score) for t in identifiers(document, shipped())}
    assert {span for span, _ in net} <= {span for span, _ in both}
    assert net != both
