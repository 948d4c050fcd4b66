"""One voice for one place; quoted words weigh less."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Finding, Scene, Severity
from amanat.dignity import ask
from amanat.dignity.phrase import phrases
from amanat.read import read_bytes
from amanat.registers import Registers

Remarks = Callable[..., list[Finding]]


def one(found: list[Finding], code: str) -> Finding:
    (finding,) = [f for f in found if f.code == code]
    return finding


def test_quoted_speech_is_one_level_lower_and_says_so(remarks: Remarks) -> None:
    plain = one(remarks("The illegal migrants were held."), "D301")
    quoted = one(remarks("“The illegal migrants must be sent home,” the minister said."), "D301")
    assert (plain.severity, quoted.severity) == (Severity.ERROR, Severity.WARNING)
    assert quoted.message.startswith("Quoted")


def test_a_survivors_own_words_are_left_alone(remarks: Remarks) -> None:
    own = one(remarks("“I was his slave and the illegals ate apart from us,” the survivor said."), "D348")
    assert own.severity is Severity.NOTE
    assert not own.fixes
    assert "leave the words" in own.message


def test_no_error_ever_stands_inside_quoted_speech(remarks: Remarks) -> None:
    for phrase in phrases():
        if phrase.severity is Severity.ERROR and phrase.speaks:
            text = f"“{phrase.wrong[0]} And so it goes on,” the minister said."
            assert not [f for f in remarks(text) if f.severity is Severity.ERROR], phrase.code


def test_where_rules_overlap_the_gravest_and_longest_speaks(remarks: Remarks) -> None:
    found = remarks("Police found three child prostitutes at the hotel.")
    assert [f.code for f in found] == ["D101"]


def test_a_suggestion_is_not_repeated(remarks: Remarks) -> None:
    text = "The dramatic raid freed the girls. Another dramatic raid followed. A dramatic end."
    assert len([f for f in remarks(text) if f.code == "D513"]) == 1


def test_an_error_is_repeated_at_every_place(remarks: Remarks) -> None:
    assert len([f for f in remarks("Illegal migrants came. " * 6) if f.code == "D301"]) == 6


@given(st.lists(st.sampled_from([w for p in phrases() for w in p.wrong if p.lang == "en"]), min_size=1, max_size=8))
def test_findings_never_overlap_and_stay_in_the_text(sentences: list[str]) -> None:
    document = read_bytes(" ".join(sentences).encode())
    spans = [f.span for f in ask(document, Scene((), (), (), ()), Registers()).findings if f.span]
    assert all(not a.overlaps(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
    assert all(s.end <= len(document.text) for s in spans)


def test_messages_are_short_and_quote_nothing(remarks: Remarks) -> None:
    text = "Zarmeena Achakzai was sold for Rs90,000. The illegal migrants were nabbed."
    for finding in remarks(text):
        assert len(finding.message) <= 340
        assert "Achakzai" not in finding.message + finding.remedy
