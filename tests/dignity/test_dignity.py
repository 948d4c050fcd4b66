"""The room as a whole: quiet where it should be, quick, and the same every time."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Document, Scene, Severity
from amanat.dignity import ask, cards
from amanat.dignity.rulebook import ours
from amanat.read import read_bytes
from amanat.registers import Registers

Read = Callable[[str], Document]
CLEAN = """\
Court orders compensation for nine kiln workers

The sessions court in Toba Tek Singh on Tuesday ordered the owner of a brick kiln to pay nine workers Rs4.2 million in
unpaid wages. The workers, whose names are withheld at their request, told the court that their papers were kept from
them for fourteen months. The judge convicted the owner under the Bonded Labour System (Abolition) Act and the
Prevention of Trafficking in Persons Act 2018, and sentenced him to five years in prison. He has thirty days to appeal.

Two of the workers were under 18 when they came to the kiln. A welfare officer told the court that both now attend
school. "We asked for our wages, and nobody answered," one of the workers said. She read her words before they were
printed and agreed to them.

According to the prosecutor, 41 cases were registered in the district between 2021 and 2024; six ended in conviction.
The labour department did not answer questions sent on Monday. The district committee, which should visit each kiln
twice a year, met once in 2023, its minutes show.

People who are held at work, or know somebody who is, can call the helpline of the labour department day and night.
The call costs nothing. The person who answers speaks Punjabi and Urdu, and the police are told only if the caller asks
for it or a child is in danger.

The Federal Investigation Agency said on Wednesday that its officers had arrested three men suspected of migrant
smuggling in Gujrat. They are accused of taking money from eleven families for journeys to Europe. A magistrate ordered
that they be kept in custody for four days. The agency's statement gives no names of passengers. Two of the families
told this paper that the men had offered work in Italy and shown them a forged licence. A licence can be checked with
the Protector of Emigrants before anything is paid.
"""


def severities(text: str, read: Read, nobody: Scene) -> list[Severity]:
    return [f.severity for f in ask(read(text), nobody, Registers()).findings]


def test_a_clean_story_of_the_field_gets_no_error_and_hardly_a_warning(read: Read, nobody: Scene) -> None:
    found = severities(CLEAN, read, nobody)
    assert Severity.ERROR not in found
    assert found.count(Severity.WARNING) <= len(CLEAN.split()) / 1000
    assert len(found) <= 2


CALM = """\
The dramatic final

The home side lost by a shocking margin on Sunday, and the captain said the young team had been easy prey. The sick
bay was full. A wave of attacks in the last ten minutes busted the defence; their coach, a king of the touchline, was
caged in his box. "We were slaves to our plan," he joked. Fans were lured back by cheap tickets, and two thugs of the
midfield were booked. The president of the club, whose wife is a novelist, said the girls' side should take heart.
The museum's new wing shows how grain, salt and cattle were bought and sold at the old market. The virgin forest above
the town burned in May, and the exposed slopes slid into the river. Parents should bring water to the school fair.
"""


def test_a_story_of_something_else_gets_nothing(read: Read, nobody: Scene) -> None:
    assert not severities(CALM, read, nobody)


@given(st.text(alphabet="abc “”\"'‘’.!\n>میںکي\u200c\u202e\u0300 slave illegal migrants rape", max_size=300))
def test_no_text_stops_the_room_and_twice_is_the_same(text: str) -> None:
    document = read_bytes(f"A story. {text}".encode())
    scene = Scene((), (), (), ())
    assert ask(document, scene, Registers()) == ask(document, scene, Registers())


def test_a_million_letters_take_no_time(read: Read, nobody: Scene) -> None:
    ours().shelf("en")
    for text in (
        "a" * 1_000_000,
        "The committee met on Monday and spoke of wheat. " * 20_000,
        "(" * 200_000,
        "'\n" * 90_000,
    ):
        document = read(text)
        begin = time.process_time()
        ask(document, nobody, Registers())
        assert time.process_time() - begin < 4  # 0.1 to 0.4 s alone; the machine is shared


def test_every_rule_has_a_card_with_its_examples() -> None:
    codes = [card.code for card in cards()]
    assert codes == sorted(codes)
    assert len(codes) == len(set(codes)) >= 232
    assert all(card.sources and card.wrong and card.negative and card.why for card in cards())
    assert {card.status for card in cards()} == {"", "draft"}


def test_recall_on_the_annotated_stories_beside_the_project(root: Path, nobody: Scene) -> None:
    stories = root.parent / "shared" / "eval" / "stories"
    if not stories.is_dir():
        pytest.skip("no annotated stories beside the project: skipped")
    marked = found = 0
    for n, path in enumerate(sorted((stories / "annotations").glob("*.json"))):
        if n % 3 == 2:
            continue
        gold = json.loads(path.read_text("utf-8"))["dignity"]
        text = json.loads((stories / "stories" / path.name).read_text("utf-8"))["text"]
        spans = [f.span for f in ask(read_bytes(text.encode()), nobody, Registers()).findings if f.span]
        marked += len(gold)
        found += sum(any(s.start < g["end"] and g["start"] < s.end for s in spans) for g in gold)
    assert found / marked >= 0.75


def test_words_load_no_register_that_nobody_asked(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom amanat import dignity\nfrom amanat.core import Scene\nfrom amanat.read import read_bytes\n"
        "from amanat.registers import Registers\ndocument = read_bytes(b'the traffickers kept her like cattle.')\n"
        "found = dignity.ask(document, Scene((), (), (), ()), Registers()).findings\n"
        "print(len(found), *sys.modules)"
    )
    call, alone = [sys.executable, "-c", code], os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run(call, check=True, capture_output=True, env=alone)  # compiles the rules
    number, *loaded = subprocess.run(call, check=True, capture_output=True, env=alone).stdout.split()
    assert int(number) > 0
    heavy = {b"yaml", b"jsonschema", b"regex", b"importlib.metadata", b"amanat.registers.laws", b"amanat.read.html"}
    assert not heavy & set(loaded)
