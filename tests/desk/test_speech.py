"""The interface speaks Urdu wherever it speaks English, and both keep what is filled in."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Confidence, Role, Room, Severity, Stage, TraceKind
from amanat.desk.opened import STEPS
from amanat.desk.speech import entries, languages, speech, wanted
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
    assert len(asked) > 250
    assert sorted(asked - set(known.words)) == []
    assert sorted(one for one, _ in TWO.findall(text) if not known.plurals.get((one, 1))) == []


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
