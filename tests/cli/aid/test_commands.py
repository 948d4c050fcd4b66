"""`amanat aid find`, `verify` and `confirm`, as an office uses them one after the other."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amanat.cli import group
from amanat.packs.own import own_folder

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `amanat aid` in this process, with a data folder of this test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def call(*words: str, **settings: object) -> Result:
        return CliRunner().invoke(group, ["aid", *words], prog_name="amanat", **settings)  # type: ignore[arg-type]

    return call


def found(run: Run, *words: str) -> dict[str, object]:
    outcome = run("find", "--format", "json", *words)
    assert outcome.exit_code == 0, outcome.output
    record: dict[str, object] = json.loads(outcome.output)
    return record


def test_find_explains_each_choice_and_never_offers_a_number_as_fit_to_print(run: Run) -> None:
    outcome = run("find", "bonded family, Tharparkar, Sindhi")
    assert outcome.exit_code == 0
    assert "Understood: release from bonded labour" in outcome.output
    assert "in Tharparkar, Mirpur Khas Division, Sindh, Pakistan" in outcome.output
    assert "(pk-077)" in outcome.output
    assert "--why-not says why" in outcome.output


def test_find_says_why_not(run: Run) -> None:
    record = found(run, "--why-not", "--accused", "police", "woman, complaint, Lahore")
    left = record["left_out"]
    assert isinstance(left, dict)
    assert left["Police emergency"] == "Its own officials are accused."


def test_find_in_urdu(run: Run) -> None:
    outcome = run("find", "--language", "ur", "وکیل، سوات")
    assert "یہ ضرورت پوری کرتا ہے" in outcome.output


def test_find_reads_standard_input_so_that_words_stay_out_of_the_history(run: Run) -> None:
    outcome = run("find", "-", input="panah gah, Lahore")
    assert "a safe place to stay; in Lahore" in outcome.output


@pytest.mark.parametrize(("words", "code"), [("shelter", "H010"), ("Lahore", "H013")])
def test_find_refuses_with_a_code(run: Run, words: str, code: str) -> None:
    outcome = run("find", words)
    assert outcome.exit_code == 2
    assert f"Error: {code}: " in outcome.output


def test_a_call_opens_a_number_and_a_later_one_closes_it(run: Run) -> None:
    asked = ("girl 12, shelter, Lahore",)
    before = found(run, *asked)["services"]
    assert isinstance(before, list)
    assert before[0]["id"] == "pk-023"
    assert (before[0]["number"], bool(before[0]["confirm_first"])) == ("", True)
    assert run("confirm", "pk-023", "--by", "A. Editor").exit_code == 0
    after = found(run, *asked)["services"]
    assert isinstance(after, list)
    assert (after[0]["number"], after[0]["confirm_first"]) == (before[0]["confirm_first"], "")
    assert "called on" in after[0]["called"]
    assert run("confirm", "pk-023", "--by", "A. Editor", "--result", "wrong").exit_code == 0
    last = found(run, *asked)["services"]
    assert isinstance(last, list)
    assert (last[0]["number"], last[0]["confirm_first"]) == ("", "")


def test_the_sheet_shrinks_with_each_call(run: Run) -> None:
    def sheet(*words: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(run("verify", "--format", "csv", *words).output)))

    assert len(sheet()) == 41
    assert run("confirm", "bd-003", "--by", "A. Editor").exit_code == 0
    assert "bd-003" not in {row["service"] for row in sheet()}
    assert "bd-003" in {row["service"] for row in sheet("--due", "91")}, "runs out within the time asked for"
    assert {row["country"] for row in sheet("--country", "np")} == {"NP"}
    assert "bd-003" in run("verify", "--on", "2099-01-01").output
    assert run("verify", "--country", "XX").exit_code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("pk-999", "--by", "A. Editor"), "H014"),
        (("pk-023", "--by", " "), "H001"),
        (("pk-023", "--by", "A. Editor", "--on", "2999-01-01"), "H001"),
        (("pk-023", "--by", "A. Editor", "--on", "2001-01-01"), "H001"),
        (("pk-004", "--by", "A. Editor"), "H002"),
        (("pk-004", "--by", "A. Editor", "--number", "call me"), "H002"),
        (("bd-004", "--by", "A. Editor", "--number", "16430"), "H003"),
    ],
)
def test_what_proves_nothing_is_not_recorded(run: Run, words: tuple[str, ...], code: str) -> None:
    outcome = run("confirm", *words)
    assert outcome.exit_code == 2
    assert f"Error: {code}: " in outcome.output
    assert not own_folder().exists()


def test_a_number_known_to_be_wrong_may_be_confirmed_by_who_is_sure(run: Run) -> None:
    assert run("confirm", "bd-004", "--by", "A. Editor", "--number", "16430", "--sure").exit_code == 0
    lines = (own_folder() / "calls.yaml").read_text("utf-8").splitlines()
    assert json.loads(lines[-1][2:])["number"] == "16430"


def test_help_has_examples(run: Run) -> None:
    for command in ("find", "verify", "confirm"):
        assert "Examples:" in run(command, "--help").output


STORY = """Three families freed from a kiln near Kasur

KASUR: Three families who had worked at a brick kiln to pay back an advance were freed on Monday after a court order.
"""


def test_a_box_has_a_number_only_after_a_call(run: Run, tmp_path: Path) -> None:
    story, box = tmp_path / "story.txt", tmp_path / "box.docx"
    story.write_text(STORY, "utf-8")
    before = run("box", str(story))
    assert before.exit_code == 0, before.output
    assert "Helps with release from bonded labour" in before.output
    assert not any(character.isdigit() for character in before.output)
    assert run("confirm", "pk-002", "--by", "A. Editor", "--sure").exit_code == 0
    after = run("box", str(story))
    assert "Phone" in after.output
    assert "safe phone" in after.output
    assert run("box", "--format", "docx", "--output", str(box), str(story)).exit_code == 0
    assert box.read_bytes().startswith(b"PK")
    assert "U026" in run("box", "--format", "docx", str(story)).output


def test_coverage_for_some_people_only(run: Run, tmp_path: Path) -> None:
    drawing = tmp_path / "map.svg"
    anybody = run("coverage", "--need", "shelter").output
    men = run("coverage", "--need", "shelter", "--for", "men", "--svg", str(drawing)).output
    assert anybody.startswith("nobody: 0 districts")
    assert not men.startswith("nobody: 0 districts"), "shelters for women take no men"
    said = drawing.read_text("utf-8")
    assert "for men" in said
    assert "Lahore" in said
    assert "without a known point" in said
