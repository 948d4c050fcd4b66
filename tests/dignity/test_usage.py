"""Words denied, talked about, laid in a mouth, or part of a name."""

from collections.abc import Callable

import pytest

from amanat.core import Finding, Severity

Remarks = Callable[..., list[Finding]]


def errors(found: list[Finding]) -> list[str]:
    return [f.code for f in found if f.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "text",
    [
        "She is not a hooker; she is a tailor who was locked in.",
        "They are not illegal immigrants but refugees, the lawyer said.",
        "He was never an “illegal migrant”, the tribunal found.",
        "The term “child prostitute” stands nowhere in the file.",
        "The words such as whore and illegals that are left in old files were struck out.",
        "Do not write illegal migrants.",
        "Treat them as victims rather than illegal migrants.",
        "“Child pornography” should be replaced by “images of abuse”.",
        "‘Illegal migrants’ is a term this court does not use.",
    ],
)
def test_words_denied_or_talked_about_are_not_used(text: str, remarks: Remarks) -> None:
    assert not [f for f in remarks(text) if f.severity.rank >= Severity.SUGGESTION.rank and f.category != "blame"]


@pytest.mark.parametrize(
    "text",
    [
        "The police did not say where the illegal migrants were held.",
        "Not all went home. Illegal migrants were held near the port.",
        "In no uncertain words: illegal migrants are held near the port.",
    ],
)
def test_a_denial_of_something_else_excuses_nothing(text: str, remarks: Remarks) -> None:
    assert errors(remarks(text)) == ["D301"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister called them “illegals”.",
        "A post by the owner described the women as whores.",
        "The guards shouted that they were whores and illegals.",
        "The so-called illegals were moved to a camp.",
        'The officer said the women were "call girls".',
    ],
)
def test_a_reported_label_is_no_error(text: str, remarks: Remarks) -> None:
    found = remarks(text)
    assert found
    assert not errors(found)
    assert all(f.message.startswith("Quoted") for f in found)


def test_calling_for_something_is_no_label(remarks: Remarks) -> None:
    assert errors(remarks("The mayor called for the illegal migrants to be sent away.")) == ["D301"]


@pytest.mark.parametrize(
    "text",
    [
        "The Illegal Foreigners Repatriation Plan was suspended.",
        "The Child Pornography Act was amended.",
        "The Illegal Migrants (Determination by Tribunals) Act was struck down.",
    ],
)
def test_the_name_of_a_law_or_plan_keeps_its_words(text: str, remarks: Remarks) -> None:
    assert not errors(remarks(text))


def test_capitals_alone_make_no_name(remarks: Remarks) -> None:
    assert errors(remarks("Illegal Migrants were told to leave.")) == ["D301"]


@pytest.mark.parametrize(
    "text",
    [
        "Under tight security, the man accused of having abducted the boy was brought to court.",
        "The agents offered attractive salaries to the worker and to his brother.",
        "It is pretty clear that the student was held against her will.",
        "The court admitted bad character evidence against the defendant.",
        "He was charged with outraging the modesty of a woman under the Penal Code.",
        "It is illegal for migrants to work in the zone.",
        "Infiltrators from the armed group killed two officers.",
        "The court banned the two-finger test, long taken to have established guilt.",
    ],
)
def test_ordinary_sentences_of_the_field_hold_no_error(text: str, remarks: Remarks) -> None:
    assert not errors(remarks(text))
