"""A rule is tried on what it carries."""

from dataclasses import replace

from amanat.dignity.phrase import phrases
from amanat.dignity.trial import rules_of, trial
from amanat.packs import house_folder
from amanat.registers import shipped

(CHILD,) = [p for p in phrases() if p.code == "D101"]
(LACKING,) = [p for p in phrases() if p.code == "D803"]


def test_a_rule_that_keeps_its_word() -> None:
    tried = trial(CHILD, shipped())
    assert (tried.missed, tried.marked) == ((), ())
    assert tried.sentences == len(CHILD.wrong) + len(CHILD.better) + len(CHILD.negative)


def test_broken_promises_are_named() -> None:
    tried = trial(replace(CHILD, wrong=("The gate is open.",), better=(CHILD.wrong[0],)), shipped())
    assert tried.missed == ("The gate is open.",)
    assert tried.marked == (CHILD.wrong[0],)


def test_what_a_story_lacks_is_tried_as_well() -> None:
    assert trial(replace(LACKING, wrong=("It rained.",)), shipped()).missed == ("It rained.",)


def test_a_file_is_one_rule() -> None:
    for file in house_folder("dignity/phrases")[:3]:
        assert [rule.code for rule in rules_of(file)] == [file.content["code"]]
