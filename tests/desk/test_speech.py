"""The interface speaks Urdu wherever it speaks English, and both keep what is filled in."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.aid.referral.fields import ALL
from amanat.aid.referral.states import State
from amanat.core import Confidence, Refused, Role, Room, Severity, Stage, TraceKind
from amanat.desk.opened import STEPS
from amanat.desk.render import _INNER
from amanat.desk.speech import entries, languages, speech, wanted
from amanat.registers import shipped
from amanat.store import Duty
from amanat.store.audit import Action

ONE = re.compile(r"""(?<!n)\b_\((?:"([^"]+)"|'([^']+)')""")
TWO = re.compile(r'ngettext\("([^"]+)", "([^"]+)"')


def templates(house: Path) -> str:
    files = list((house / "desk" / "templates").rglob("*.html"))
    assert len(files) > 12
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.mark.parametrize("tag", [tag for tag in languages() if tag != "en"])
def test_every_word_of_every_page_is_translated(house: Path, tag: str) -> None:
    text, known = templates(house), speech(tag)
    asked = {a or b for a, b in ONE.findall(text)}
    asked |= {value.replace("_", " ").lower() for kind in (Role, TraceKind, Stage) for value in kind}
    asked |= {v.value for kind in (Severity, Room, Confidence, Duty, Action) for v in kind} | set(STEPS[:-1])
    asked |= {f.label for f in ALL} | {_INNER.sub(" ", word).lower() for f in ALL for word in f.choices}
    asked |= {state.value.replace("_", " ") for state in State}
    asked |= {group.replace("_", " ") for body in shipped().providers for group in body.conflict_groups}
    assert len(asked) > 400
    assert sorted(asked - set(known.words)) == []
    assert sorted(one for one, _ in TWO.findall(text) if not known.plurals.get((one, 1))) == []


def sentences(house: Path) -> set[str]:
    """The sentence of every error of store and desk; what is filled in stands as %(n)s."""
    found = set()
    for file in house.rglob("*.py"):
        for call in (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if getattr(call.func, "id", "") in {"DeskError", "StoreError"} and len(call.args) == 2:
                said = call.args[1]
                parts = said.values if isinstance(said, ast.JoinedStr) else [said]
                found.add("".join(str(p.value) if isinstance(p, ast.Constant) else "%(n)s" for p in parts))
    return found | {Refused().message}


@pytest.mark.parametrize("tag", [tag for tag in languages() if tag != "en"])
def test_every_error_of_store_and_desk_is_told_in_the_language_of_the_frame(house: Path, tag: str) -> None:
    known = sentences(house)
    assert len(known) > 40
    for sentence in known:
        told = speech(tag).told(sentence.replace("%(n)s", "7"))
        assert told, sentence
        assert told != sentence
        assert ("7" in told) == ("%(n)s" in sentence)
    assert speech("en").told("any words") == "any words"
    assert speech(tag).told("words nobody translated, 7") == ""


@pytest.mark.parametrize("tag", [tag for tag in languages() if tag != "en"])
def test_what_is_filled_in_stands_in_both(house: Path, tag: str) -> None:
    text = (house / "desk" / "words" / f"{tag}.po").read_text("utf-8")
    for entry in entries(text):
        slots = set(re.findall(r"%\(\w+\)s", entry.get("msgid", "")))
        for name, words in entry.items():
            if name.startswith("msgstr") and entry["msgid"]:
                assert words, entry["msgid"]
                assert set(re.findall(r"%\(\w+\)s", words)) == slots, entry["msgid"]


def test_a_word_without_translation_stays_english_and_another_tag_is_english() -> None:
    assert speech("ur").gettext("no such words") == "no such words"
    assert speech("xx").tag == speech("../ur").tag == "en"
    assert [speech(tag).direction for tag in ("en", "ur")] == ["ltr", "rtl"]


def test_numbers_choose_their_form() -> None:
    for tag in languages():
        one, many = (speech(tag).ngettext("%(num)s approval", "%(num)s approvals", n) for n in (1, 2))
        assert one != many


@pytest.mark.parametrize(
    ("accepts", "tag"), [("ur-PK,en;q=0.5", "ur"), ("de, ur;q=0.3", "ur"), ("en-GB,ur", "en"), ("", "en"), ("fr", "en")]
)
def test_the_browser_says_which(accepts: str, tag: str) -> None:
    assert wanted(accepts) == tag


@given(st.text())
def test_any_header_is_answered(accepts: str) -> None:
    assert wanted(accepts) in languages()
