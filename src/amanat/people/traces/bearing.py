"""What somebody is: religion, people, nationality, health, work, kin."""

import re
from collections.abc import Iterator
from functools import lru_cache

from amanat.core import Identifier, Span, Trace, TraceKind
from amanat.languages.lexicon import Lexicon

_HEALTH = re.compile(
    r"\b(?:(?:(?:\w+\s+)?(?:months|weeks)\s+)?pregnan(?:t|cy)|abortion|miscarriage|HIV(?:[- ]positive)?|AIDS|mental(?:ly)?\s+(?:impairment|ill(?:ness)?|challenged|retarded|disab\w+)|"
    r"(?:special\s+needs)|disabled|disability|deaf(?:\s+and\s+(?:mute|dumb))?|hearing[- ]impaired|blind|epilep\w+|"
    r"post-traumatic\s+stress(?:\s+(?:syndrome|disorder))?(?:\s+and\s+\w+)?|PTSD|depression|suicid\w+|overdose|self-harm\w*|"
    r"kidney\s+(?:was\s+)?(?:removed|removal|transplant)|fractured?\s+\w+|unconscious|burn(?:t|s)?\s+injur\w+|addict(?:ed|ion)\b)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:an?\s+)?(?:(?:[A-Z][a-z]+\s+)?(?:domestic\s+(?:worker|help|servant)|housemaid|maid(?:\s?servant)?|nanny|cleaner|(?:brick[- ])?kiln\s+(?:worker|labourer)|labou?rer|daily[- ]wager?|"
    r"rickshaw\s+driver|farmer|peasant|hari|sweeper|sanitary\s+worker|tailor|fisherman|shopkeeper|rag[- ]?picker|beggar|carpet\s+weaver|beautician|nurse|seamstress|dancer|taxi\s+driver|truck\s+driver|shepherd|mechanic|mason|vendor|watchman|gardener|cook|waiter|housewife|miner|porter|miner|driver'?s\s+helper|imam|muezzin|helper))\b"
)
_URDU = (
    (
        TraceKind.HEALTH,
        re.compile(
            r"حاملہ|معذور|گونگ[یاے]|بہر[یاے]|نابینا|مرگی|ٹی\s?بی|ایڈز|(?:ذہنی|دماغی)\s+(?:مریض\w*|توازن|معذور\w*)|[\u0621-\u06D3]+\s+کی\s+بیماری"
        ),
    ),
    (
        TraceKind.OCCUPATION,
        re.compile(
            r"بھٹہ\s+مزدور|گھریلو\s+ملازم\w*|رکشہ\s+ڈرائیور|دیہاڑی\s?دار|خاکروب|کسان|ہاری|چوکیدار|درزی|ماہی\s?گیر|ریٹائرڈ\s+ملازم|مزدور(?=\s+ہیں?)"
        ),
    ),
    (TraceKind.EMPLOYER, re.compile(r"[\u0621-\u06D3]+\s+(?:برکس|ملز|ٹیکسٹائل|بھٹہ\s+خشت)(?![\u0621-\u06D3])")),
)
_PEOPLE = r"(?:girls?|boys?|wom[ae]n|child(?:ren)?|teen(?:ager)?s?|man|men|youth|couple|family|families|student|victims?|community|minor|parents|father|mother|nationals?|citizens?|migrants?|bride|worker|nanny|maid|refugees?|convert)"
_POSSESSIVE = r"(?:[Tt]he\s+(?:\w+\s+)?(?:girl|boy|child|victim|woman|minor|teenager|deceased|survivor|complainant|bride|student|baby|youth)s?[’']s?|[Hh]er|[Hh]is|[Tt]heir|[A-Z][a-z]+[’']s)"


def any_of(words: frozenset[str]) -> str:
    """Return an alternation of words, longest first; one that never matches when there are none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


@lru_cache(maxsize=4)
def _patterns(
    religions: frozenset[str], ethnicities: frozenset[str], kin: frozenset[str]
) -> tuple[tuple[TraceKind, float, re.Pattern[str]], ...]:
    relative = f"(?:{any_of(kin)})"
    gap = r"(?:\s+(?:\w+[- ])?(?:teenage|minor|young|underage|\d+[- ]year[- ]old|poor))*"
    return (
        (TraceKind.RELIGION, 0.8, re.compile(rf"\b({any_of(religions)}){gap}\s+(?={_PEOPLE}\b)", re.IGNORECASE)),
        (
            TraceKind.RELIGION,
            0.6,
            re.compile(
                rf"\b(?:is|was|a|an|were)\s+(?:\w+\s+)?({any_of(religions)})\b(?!\s+(?:law|state|country|league))",
                re.IGNORECASE,
            ),
        ),
        (
            TraceKind.RELIGION,
            0.6,
            re.compile(r"\b((?:convert(?:ed|ing)|conversion)\s+to\s+(?:Islam|Christianity|Hinduism))\b"),
        ),
        (TraceKind.ETHNICITY, 0.8, re.compile(rf"\b({any_of(ethnicities)}){gap}\s+(?={_PEOPLE}\b)", re.IGNORECASE)),
        (
            TraceKind.RELATION,
            0.7,
            re.compile(
                rf"\b({_POSSESSIVE}\s+(?:(?:elder|younger|older|minor|real|own|first|late|maternal|paternal|purported|alleged|teenage|\w+-year-old)\s+)*{relative})\b"
            ),
        ),
        (
            TraceKind.RELATION,
            0.7,
            re.compile(
                rf"\b((?:the\s+|an?\s+)?{relative}\s+of\s+(?:the\s+)?(?:girl|boy|child|victim|woman|minor|deceased|survivor|accused)s?)\b",
                re.IGNORECASE,
            ),
        ),
        (
            TraceKind.RELATION,
            0.5,
            re.compile(
                r"\b((?:two|three|four|a|an)\s+(?:male\s+|female\s+|close\s+|minor\s+|real\s+)?(?:sisters|brothers|siblings|cousins|relative|mother|father)(?:\s+\d+\s+years\s+(?:her|his)\s+senior)?)\b",
                re.IGNORECASE,
            ),
        ),
    )


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find what the text says a person is. Nationalities need the gazetteer and are found by `people.look`."""
    for match in _HEALTH.finditer(text):
        yield Trace(Span(*match.span()), TraceKind.HEALTH, Identifier.QUASI, 0.7)
    for match in _WORK.finditer(text):
        yield Trace(Span(*match.span()), TraceKind.OCCUPATION, Identifier.QUASI, 0.6)
    for kind, pattern in _URDU:
        for match in pattern.finditer(text):
            yield Trace(Span(*match.span()), kind, Identifier.QUASI, 0.7)
    kin = frozenset(lexicon.kin) - {"friend", "neighbour"}
    for kind, score, pattern in _patterns(lexicon.words("religions"), lexicon.words("ethnicities"), kin):
        for match in pattern.finditer(text):
            yield Trace(Span(*match.span(1)), kind, Identifier.QUASI, score)
