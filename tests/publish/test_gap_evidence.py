"""What every form of the gap table tells alike."""

import re
from dataclasses import replace

from amanat.publish.gap_evidence import RANKS, counts, ranked, sources, told
from amanat.registers import Registers
from amanat.registers.framework import of_assessment

FRAMEWORKS = Registers().frameworks
ROWS = FRAMEWORKS.table("BD")


def test_the_counts_of_law_and_of_practice_add_up_to_the_table() -> None:
    law, practice = (sum(map(int, re.findall(r"\d+", half))) for half in counts(ROWS).split("In practice:"))
    assert law == practice == len(ROWS)


def test_rows_keep_their_order_and_a_rank_without_rows_is_left_out() -> None:
    assert [row for _, rows in ranked(ROWS) for row in rows] == list(ROWS)
    grave = [row for row in ROWS if row.duty.rank == 1]
    assert [said for said, _ in ranked(grave)] == [RANKS[1]]


def test_a_provision_is_named_by_its_id_and_what_an_assessment_tells_by_its_source() -> None:
    facts = [fact for row in ROWS for fact in row.law_facts]
    own = next(fact for fact in facts if of_assessment(fact))
    register = next(fact for fact in facts if fact.id.startswith("bd.pshta.s6"))
    assert "#law" not in told(own)
    assert own.sources[0].title in told(own)
    assert f"[{register.id}; verified; " in told(register)


def test_sources_are_listed_once_and_can_stand_for_their_titles() -> None:
    listed = sources([*ROWS, *ROWS])
    assert len({source.url for source in listed}) == len(listed)
    fact = next(fact for row in ROWS for fact in row.law_facts if of_assessment(fact))
    assert told(fact, {fact.sources[0].url: 7}).endswith("; 7]")
    assert sources([replace(ROWS[0], law_facts=(), practice_facts=())]) == []
