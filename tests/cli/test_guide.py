"""`amanat guide`: advice, each sentence with the law it stands on."""

import json
from collections.abc import Callable


def test_without_a_name_the_situations_are_listed(run: Callable) -> None:
    told = run("guide").stdout
    assert "pk.kiln-family" in told
    assert len(told.splitlines()) == 8


def test_a_guide_says_what_it_is_how_old_and_how_hard_to_read(run: Callable) -> None:
    told = run("guide", "kiln-family").stdout
    assert "not legal advice" in told
    assert "as checked on 2026" in told
    assert "Reading grade" in told
    assert "(one source)" in told


def test_the_law_can_be_shown_under_each_sentence(run: Callable) -> None:
    assert "[pk.blsaa.1992.s6]" in run("guide", "kiln-family", "--sources").stdout


def test_urdu_is_marked_until_somebody_signed(run: Callable) -> None:
    told = run("guide", "kiln-family", "--language", "ur").stdout
    assert "needs native review" in told
    assert "قانونی مشورہ نہیں" in told


def test_pages_can_take_it_as_data(run: Callable) -> None:
    data = json.loads(run("guide", "pk.asked-to-testify", "--format", "json").stdout)
    assert data["grade_en"] < 8
    assert all(line["facts"] for part in data["parts"] for line in part["lines"])
    assert {"id", "fact", "confidence", "checked_on"} == set(data["parts"][0]["lines"][0]["facts"][0])


def test_an_unknown_guide_is_a_wrong_call(run: Callable) -> None:
    result = run("guide", "no-such")
    assert result.exit_code == 2
    assert "U014" in result.stderr
