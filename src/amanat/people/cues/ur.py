"""Cue tables of Urdu news: the verb stands at the end, kinship and titles before the name."""

import re

from amanat.languages.lexicon import Lexicon
from amanat.people.cues import Cue, Cues
from amanat.people.cues.en import any_of


def build(words: Lexicon) -> Cues:
    """Build the tables from the word lists of Urdu."""
    kin, done = any_of(words.kin), any_of(words.words("done_to"))
    process = any_of(words.words("process"))
    child = any_of(words.words("child_nouns"))
    return Cues(
        left=(
            (
                Cue(re.compile(rf"(?:{child}|مغوی\w*|متاثرہ)\s+کے?ی?\s+(?:{kin})\s*،?\s*$"), "victim_family", 2.8),
                Cue(re.compile(rf"(?:{child})\s*،?\s*$"), "minor_victim", 2.4),
                Cue(re.compile(r"(?:ملزم|ملزمان|ملزمہ|ایجنٹ)\s*،?\s*$"), "accused", 2.6),
            ),
            (
                Cue(
                    re.compile(
                        rf"(?:اس|ان|اپنے|اپنی|جس|جن|{child}|مقتول\w*|متاثرہ|مغوی\w*)\s+ک[ےیا]\s+(?:[^\s۔]+\s+)?(?:{kin})\s*،?\s*$"
                    ),
                    "victim_family",
                    2.4,
                ),
                Cue(re.compile(rf"\sاور\s+(?:اس\s+ک[ےیا]\s+)?(?:{kin})\s*$"), "victim_family", 1.6),
                Cue(
                    re.compile(r"(?:بچ\s+(?:جانے|نکلنے)|زندہ\s+بچنے)\s+وال[ےیا]\s+(?:[^\s۔]+\s+){0,2}$"), "witness", 2.4
                ),
                Cue(re.compile(r"درخواست\s+گزار\s*،?\s*$"), "victim", 1.3),
                Cue(re.compile(r"رہائشی\s*،?\s*$"), "victim", 0.8),
            ),
            (Cue(re.compile(r"(?:خلاف)\s*$"), "accused", 1.2),),
        ),
        right=(
            (
                Cue(re.compile(rf"^\s*(?:کو|کی|کا)\s+(?:[^\s۔]+\s+){{0,4}}?(?:{done})"), "victim", 2.0),
                Cue(re.compile(rf"^\s*(?:کو|کی)?\s*(?:[^\s۔]+\s+){{0,3}}?(?:{process})"), "accused", 2.0),
                Cue(re.compile(r"^\s*(?:کے|کو)\s+خلاف"), "accused", 2.0),
                Cue(
                    re.compile(r"^\s*نے\s+(?:[^۔]{0,60})(?:کہا|بتایا)"), "other_public", 0.5
                ),  # speech alone opens no name
            ),
            (Cue(re.compile(rf"^\s+(?:کے|کی)\s+(?:{kin})"), "victim", 1.6),),
            (Cue(re.compile(r"^\s+(?!نے\b)(?:[^\s۔،]+\s+){0,7}?(?:لاپتہ|جاں بحق|ہلاک|ڈوب)"), "victim", 1.6),),
            (
                Cue(
                    re.compile(
                        r"^\s+ک[ےیا]\s+(?:خاندان|اہل\s?خانہ|گھر\s+والوں|لاش|میت|ورثا|لواحقین|تدفین|نماز\s?جنازہ)"
                    ),
                    "victim",
                    1.8,
                ),
                Cue(
                    re.compile(r"^\s+(?:کو|اور)\s+[^۔]{0,80}?(?:یرغمال|قید|زنجیر|تشدد|جبری\s+مشقت|اغوا|فروخت)"),
                    "victim",
                    1.4,
                ),
            ),
        ),
        age_before=re.compile(r"((?:[0-9۰-۹]{1,2}|\S+)\s*سالہ)\s+(?:[^\s۔]+\s+){0,2}$"),
        age_after=re.compile(r"^\s*،?\s*(?:کی\s+)?(?:عمر\s+)?([0-9۰-۹]{1,2}|(?<=عمر\s)\S+)\s*(?:سال|برس)"),
        kin=(
            re.compile(rf"([^\s۔]+)\s+(?:کے|کی)\s+({kin})\s*،?\s*$"),
            re.compile(rf"(?!)()({kin})"),
        ),
    )
