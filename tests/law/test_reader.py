"""Statements of law that no rule knows are told for what they are: things to check, and no more."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat import law
from amanat.core import Answer, ClaimKind, Mention, Person, Protection, Role, Scene, Severity, Span, Verdict
from amanat.languages.models.marks import LONGEST
from amanat.law import reader
from amanat.law.statement import READ, Statement
from amanat.packs import File
from amanat.read import read_bytes
from amanat.registers import Registers

STYLE = {"kind": "house", "name": "Test", "on": ["L009"]}
REGISTERS = Registers(house=(File("test.yaml", "house", "", STYLE),))
NOBODY = Scene((), (), (), ())
NEW = [
    "Ruritania has never ratified the Hague convention on the recovery of maintenance.",
    "Under Ruritanian law a landlord who keeps a tenant's passport commits an offence.",
    "In Ruritania a person under eighteen cannot consent to work at night.",
    "Licences for crew agents are issued only by the maritime directorate.",
]
"""States and laws that are in no register and in no story the net was taught by."""
PIECES = [
    *" ".join(NEW).split(" "),
    "\n\n",
    "“",
    "🙂",
    "\u202e",
    "۔",
    "قانون",
    "Tier 2",
    "section 371A",
    "of the PPC",
    ";",
]


def scene(text: str, name: str) -> Scene:
    spans = tuple(Mention(Span(n, n + len(name))) for n in range(len(text)) if text.startswith(name, n))
    return Scene((), (Person("p1", Role.EXPERT, Protection.NAME, is_child=False, mentions=spans),), (), ())


def read(text: str, who: Scene = NOBODY) -> list[Statement]:
    document = read_bytes(text.encode())
    sentences = law.passages(document, who, REGISTERS)
    return list(reader.read(document, who, sentences, law.statements(document, who, REGISTERS)))


@pytest.mark.parametrize("text", NEW)
def test_what_no_rule_knows_is_told_as_a_thing_to_check_where_it_is_asked_for(
    text: str, answered: Callable[..., Answer]
) -> None:
    assert answered(text).claims == ()
    told = law.ask(read_bytes(text.encode()), NOBODY, REGISTERS)
    (claim,) = told.claims
    assert (claim.verdict, claim.fact) == (Verdict.UNKNOWN, "")
    (finding,) = told.findings
    assert (finding.code, finding.severity, finding.fixes) == ("L009", Severity.NOTE, ())
    assert "nobody could check" in finding.message
    assert "text of the law" in finding.remedy
    assert "Ruritania" not in finding.message + finding.remedy


def test_a_statement_is_told_whole_and_without_what_stands_around_it() -> None:
    text = "She said that under Ruritanian law a landlord who keeps a passport commits an offence, and went home."
    (found,) = read(text)
    told = text[found.span.start : found.span.end]
    assert told == "under Ruritanian law a landlord who keeps a passport commits an offence"


@given(st.lists(st.sampled_from("and that which but the law of a tenant in by under must thistle".split()), min_size=1))
def test_words_that_only_join_are_left_out(words: list[str]) -> None:
    text = " ".join(words)
    tight = reader._tight(text, Span(0, len(text)))
    kept = text[tight.start : tight.end].split()
    assert kept
    assert len(kept) == 1 or not {kept[0]} & {"and", "that", "which", "but"}
    assert len(kept) == 1 or not {kept[-1]} & {"and", "that", "which", "but", "the", "of", "a", "in", "by"}
    assert set(words) - set(kept) <= {"and", "that", "which", "but", "the", "of", "a", "in", "by"}


@pytest.mark.parametrize(
    "text",
    [
        "The girl went home with her aunt. They bought apples under the bridge.",
        "The match must end before nine. The team may not leave the field.",
        "قانون کے تحت زیادہ سے زیادہ سزا دس سال ہے۔",
    ],
    ids=["no law", "a game", "Urdu"],
)
def test_what_states_no_law_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_longer_text_than_a_story_is_left_to_the_rules() -> None:
    text = "\n\n".join(NEW)
    assert read(text)
    assert read(text + " a" * (LONGEST // 2)) == []


def test_where_a_rule_has_spoken_the_net_is_silent() -> None:
    text = "Pakistan acceded to the Palermo Protocol in 2022. " + NEW[0]
    document = read_bytes(text.encode())
    rules = law.statements(document, NOBODY, REGISTERS)
    claims = law.ask(document, NOBODY, REGISTERS).claims
    assert [c.verdict for c in claims] == [Verdict.SUPPORTED, Verdict.UNKNOWN]
    assert claims[0].span == rules[0].span
    assert claims[1].span.start >= text.index("Ruritania")


@pytest.mark.parametrize("other", ["Zarmeena", "Mary-Ann", "Wu", "Lex Law"])
def test_the_answer_does_not_hang_on_a_name(other: str) -> None:
    pattern = "{name} said that licences for crew agents are issued only by the maritime directorate."
    first, second = pattern.format(name="Saima"), pattern.format(name=other)
    one = [first[s.span.start : s.span.end] for s in read(first, scene(first, "Saima"))]
    two = [second[s.span.start : s.span.end] for s in read(second, scene(second, other))]
    assert one
    assert one == [words.replace(other, "Saima") for words in two]


@pytest.mark.parametrize(
    ("text", "house"),
    [("The girl went home with her aunt.", "on: [L009]"), ("Under Ruritanian law a bride must be 20.", "on: [D971]")],
    ids=["no hint of law", "nobody asked"],
)
def test_the_net_is_not_loaded_without_need(text: str, house: str, tmp_path: Path) -> None:
    style = tmp_path / "style.yaml"
    style.write_text(f"kind: house\nname: Test\n{house}\n", "utf-8")
    code = (
        "import sys; from amanat import law; from amanat.core import Scene; from amanat.read import read_bytes\n"
        "from amanat.packs import house_style\nfrom amanat.registers import Registers\nfrom pathlib import Path\n"
        f"known = Registers(house=house_style(Path({str(style)!r})))\n"
        f"law.ask(read_bytes({text.encode()!r}), Scene((), (), (), ()), known)\n"
        "print('onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_whatever_is_read_is_a_note_on_words_no_rule_has_taken(text: str) -> None:
    story = "Story: " + text
    document = read_bytes(story.encode())
    rules = law.statements(document, NOBODY, REGISTERS)
    found = read(story)
    for statement in found:
        assert 0 <= statement.span.start < statement.span.end <= len(document.text)
        assert (statement.topic, statement.verdict, statement.fact) == (READ, Verdict.UNKNOWN, None)
        assert statement.ceiling is Severity.NOTE
        assert statement.kind is not ClaimKind.STATISTIC
        assert not any(statement.span.overlaps(other.span) for other in rules)
    assert found == read(story)


@pytest.mark.parametrize(
    "text", ["law " * 4_000, "The law must. " * 600, "and that which of the law " * 800, "a" * 9_000]
)
def test_hostile_repetition_is_answered(text: str) -> None:
    assert len(read(f"The law. {text}")) <= 1 + text.count("law")
