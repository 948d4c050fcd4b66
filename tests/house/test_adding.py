"""Adding by adding files: nothing that is there is touched, and the new thing works through the whole house."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest


class Copy:
    """A copy of the package to which files are added."""

    def __init__(self, house: Path, there: Path) -> None:
        self.root = there / "amanat"
        shutil.copytree(house, self.root, ignore=shutil.ignore_patterns("__pycache__"))

    def add(self, path: str, text: str) -> None:
        file = self.root / path
        assert not file.exists(), "adding, not editing"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), "utf-8")

    def ask(self, question: str) -> object:
        """Run some lines that leave their `answer`, in a process that knows the copy only."""
        lines = "import json, amanat\nassert amanat.__file__.startswith({!r})\n{}\nprint(json.dumps(answer))"
        outcome = subprocess.run(
            [sys.executable, "-c", lines.format(str(self.root), dedent(question))],
            env=os.environ | {"PYTHONPATH": str(self.root.parent)},
            cwd=self.root.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        assert outcome.returncode == 0, outcome.stderr[-2000:]
        return json.loads(outcome.stdout)

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "amanat", *arguments],
            env=os.environ | {"PYTHONPATH": str(self.root.parent)},
            cwd=self.root.parent,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def copy(house: Path, tmp_path: Path) -> Copy:
    return Copy(house, tmp_path)


RULE = """\
kind: phrase
code: D999
lang: en
theme: children
title: A test of adding
form: text
category: dehumanize
severity: warning
basis: editorial
pattern: '\\bkiln rats?\\b'
why: Children who work are children; an animal's name takes their dignity away.
remedy: Say who they are.
fixes: [{one: child worker, many: child workers}]
sources:
  own: {title: The house's own rule for this test, url: 'https://example.org/rule'}
examples:
  wrong: [The kiln rats were taken home by the police.]
  better: [The children were taken home by the police.]
  negative: [There were rats in the kiln., A kiln was lit., The cat caught a rat.]
"""


def test_a_phrase_rule_is_one_file(copy: Copy) -> None:
    copy.add("dignity/phrases/en/children/D999-kiln-rat.yaml", RULE)
    story = "The kiln rats were taken home. Police said the trafficked children had worked there."
    outcome = copy.run("review", "--format", "json", "-", given=story)
    (finding,) = [f for f in json.loads(outcome.stdout)["findings"] if f["code"] == "D999"]
    assert (finding["start"], finding["end"], finding["severity"]) == (4, 13, "warning")
    assert finding["category"] == "dehumanize"
    assert finding["sources"][0]["url"] == "https://example.org/rule"
    assert "child worker" in str(finding["fixes"])
    explained = copy.run("rules", "explain", "D999")
    assert "The kiln rats were taken home" in explained.stdout, explained.stderr


def test_a_rule_with_a_wrong_key_is_refused_by_file_and_line(copy: Copy) -> None:
    copy.add("dignity/phrases/en/children/D999-kiln-rat.yaml", RULE + "loudness: 11\n")
    outcome = copy.run("review", "--format", "json", "-", given="The kiln rats were taken home.")
    assert outcome.returncode == 2
    said = outcome.stdout + outcome.stderr
    assert "K005" in said
    assert f"D999-kiln-rat.yaml:{RULE.count(chr(10)) + 1}" in said


SUBTITLES = '''\
"""Subtitles (SubRip): the spoken lines; numbers and times are left out."""

import re

SUFFIXES = (".srt",)
_CUE = re.compile(r"^\\d+\\n[\\d:,]+ --> [\\d:,]+\\n", re.MULTILINE)


def text(data: bytes, encoding: str) -> str:
    """Decode, and leave numbers and times out."""
    return _CUE.sub("", data.decode(encoding))
'''


def test_a_format_is_one_module(copy: Copy, tmp_path: Path) -> None:
    copy.add("read/srt.py", SUBTITLES)
    film = tmp_path / "film.srt"
    film.write_text("1\n00:00:01,000 --> 00:00:02,000\nThe bus stopped.\n\n2\n00:00:03,000 --> 00:00:04,000\nHe ran.\n")
    answer = copy.ask(f"""
        from amanat.read import read, suffixes
        answer = [read({str(film)!r}).text, ".srt" in suffixes()]
    """)
    assert answer == ["The bus stopped.\n\nHe ran.\n", True]
    outcome = copy.run("review", "--format", "json", "--fail-on", "never", str(film))
    assert json.loads(outcome.stdout)["document"]["characters"] == len("The bus stopped.\n\nHe ran.\n")
    assert outcome.returncode == 0


PACK = """\
kind: pack
as_of: 2026-11-23
id: XA
name: Atlantis
level: country
languages: [en]
names: [Kingdom of Atlantis]
adjectives: [Atlantean]
capitals: [Poseidonis]
parts:
  - {id: XA-N, name: North Atlantis, level: province}
"""
TIERS = """\
kind: tiers
as_of: 2026-11-23
jurisdiction: XA
sources:
  report: {title: Report of the test, url: 'https://example.org/tiers', basis: seen-full}
tiers:
  - {year: 2024, tier: Tier 3, source: [report], confidence: verified}
"""
SERVICES = """\
kind: services
as_of: 2026-11-23
checked_on: 2026-11-23
sources:
  page: {title: Page of the test, url: 'https://example.org/help', basis: seen-full}
services:
  - id: xa-001
    country: XA
    name: Legal Aid of Poseidonis
    type: ngo
    services: [legal_aid, legal_advice]
    population: [all]
    coverage: national
    areas: [XA]
    status: active_reported
    conflict_group: non_state
    source: [page]
    source_kind: own_site
    confidence: single-source
    stale: false
    publishable: false
    display: no_number
"""


def test_a_jurisdiction_is_one_folder(copy: Copy) -> None:
    copy.add("packs/xa/pack.yaml", PACK)
    copy.add("packs/xa/tiers.yaml", TIERS)
    copy.add("packs/xa/aid/services.yaml", SERVICES)
    answer = copy.ask("""
        from amanat.packs import load
        from amanat.registers import Registers
        known = Registers()
        answer = {
            "packs": "XA" in load().ids,
            "chain": known.jurisdictions.chain("XA-N"),
            "tier": known.treaties.tiers["XA", 2024].tier,
        }
    """)
    assert answer == {"packs": True, "chain": ["XA-N", "XA"], "tier": "Tier 3"}
    story = "The United States placed Atlantis on Tier 1 in its 2024 Trafficking in Persons Report.\n"
    outcome = copy.run("review", "--format", "json", "--jurisdiction", "XA-N", "-", given=story)
    found = json.loads(outcome.stdout)
    assert found["document"]["jurisdictions"] == ["XA-N", "XA"]
    assert [(c["kind"], c["verdict"]) for c in found["claims"]] == [("tier", "contradicted")]
    assert "Legal Aid of Poseidonis" in [service["name"] for service in found["help"]["services"]]
    assert re.search(r"^XA +tiers +1", copy.run("packs").stdout, re.MULTILINE)


def test_a_jurisdiction_may_lie_outside_the_house(copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = tmp_path / "ours" / "xa"
    away.mkdir(parents=True)
    (away / "pack.yaml").write_text(PACK)
    (away / "tiers.yaml").write_text(TIERS)
    monkeypatch.setenv("AMANAT_PACKS", str(away.parent))
    assert re.search(r"^XA +tiers +1", copy.run("packs").stdout, re.MULTILINE)


LANGUAGE = '''\
"""Greek, to see that a language is a folder."""

import re

from amanat.core import Direction
from amanat.languages.language import Language

LANGUAGE = Language(
    tag="el",
    name="Ελληνικά",
    direction=Direction.LTR,
    letters=re.compile(r"[\\u0370-\\u03FF\\u1F00-\\u1FFF]"),
    marker_words=frozenset("και το η ο να".split()),
    sentence_end=re.compile(r"[.;!]+\\s+"),
    abbreviations=frozenset(),
)
'''


def test_a_language_is_one_folder(copy: Copy) -> None:
    copy.add("languages/el/__init__.py", LANGUAGE)
    outcome = copy.run(
        "review", "--format", "json", "--fail-on", "never", "-", given="Το παιδί βρέθηκε. Η αστυνομία ήρθε.\n"
    )
    assert json.loads(outcome.stdout)["document"]["language"] == "el"
    assert copy.ask("""
        from amanat.core import Span
        from amanat.languages import detect, language
        answer = [detect("και το παιδί").tag, len(language("el").sentences("Ένα. Δύο.", Span(0, 9)))]
    """) == ["el", 2]


EXPORT = '''\
"""The safe version, counted: to see that an export is one module."""

from amanat.core import Edition

SUFFIX = "count"


def write(edition: Edition) -> bytes:
    """Return how long the text is."""
    return str(len(edition.text)).encode()
'''


def test_an_export_is_one_module(copy: Copy) -> None:
    copy.add("publish/count.py", EXPORT)
    assert (
        copy.ask("""
        from amanat.publish import publish
        from amanat.publish.exports import export
        from amanat.read import read_bytes
        from amanat.review import review
        document = read_bytes(b"A bus stopped.")
        answer = export(publish(document, review(document)), "count").decode()
    """)
        == "14"
    )


def test_without_the_files_there_is_none_of_it(copy: Copy) -> None:
    """Else the tests above would prove nothing."""
    assert (
        copy.ask("""
        from amanat.languages import languages
        from amanat.packs import load
        from amanat.publish.exports import exports
        from amanat.read import suffixes
        from amanat.review import rule_cards
        answer = [
            "D999" in {card.code for card in rule_cards()}, ".srt" in suffixes(), "XA" in load().ids,
            "el" in {known.tag for known in languages()}, "count" in exports(),
        ]
    """)
        == [False] * 5
    )
