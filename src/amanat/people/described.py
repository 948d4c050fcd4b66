"""People who are described and not named: `a nine-year-old girl`, `the victim`, `her teenage daughter`.

They matter twice: their ages, villages and schools need masking although there is no name, and a story without any
specific person to protect must not be masked at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amanat.core import Span
from amanat.languages.lexicon import Lexicon
from amanat.people.traces.times import age_of

_ADULT = 18
_DETERMINER = r"(?:an?|the|his|her|their|one|another|two|three|four|five|six|seven|eight|nine|ten|(?<![\d,.])\d{1,3}|that|this|[A-Z][\w]+[’']s)"
_AGE = r"(?:(?:[a-z]+|\d{1,2})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?[- ](?:years?|months?)[- ]olds?|minor|teenage|teenaged|underage|under-age|adolescent|aged\s+\d+)"
_AGE_AFTER = re.compile(
    r",?\s+\(?(?:aged\s+)?(\d{1,2})\)?(?=[,;)]|\.(?!\d)|\s+(?:was|had|who)\b)"
    r"|\s+of\s+(\d{1,2}|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[,;.]|\s+(?!(?:the|them|her|his|their)\b)[a-z]+\b)"
)
_INCIDENT = re.compile(
    r"\b(?:police|FIR|arrest\w*|court|hearing|suspects?|accused|convicted|raid\w*|rescued|recovered|went missing|custody|told (?:researchers|reporters|the (?:court|Guardian|BBC)))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Described:
    """One description of a person who needs protection."""

    span: Span
    is_child: bool
    age: int | None
    gender: str
    """`f`, `m` or empty."""
    role: str
    """`minor_victim`, `victim` or `victim_family`."""
    specific: bool
    """An age, a deed done to the person or the like makes this one person rather than a kind of people."""


@lru_cache(maxsize=4)
def _pattern(children: frozenset[str], victims: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join(
        sorted(
            map(
                re.escape,
                children
                | victims
                | {"daughter", "son", "daughters", "sons", "sister", "wife", "man", "men", "domestic worker"},
            ),
            key=len,
            reverse=True,
        )
    )
    return re.compile(
        rf"\b(?P<det>{_DETERMINER})\s+(?:then\s+)?(?:(?P<age>{_AGE})[,\s]+)?(?:(?:(?!(?:the|an?|of|for|in|on|at|by|with|to|from|that|who|was|were|is)\b)[a-z-]+|Christian|Hindu|Sikh|Muslim|Pakistani|Indian|Nepali|Afghan|African|British)\s+){{0,3}}?(?:(?P<age2>{_AGE})\s+(?:[a-z-]+\s+){{0,2}}?)?(?P<noun>{nouns})\b"
        rf"|\b(?P<age4>(?:[a-z]+|\d{{1,2}})[- ]years?[- ]old)\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun2>{nouns})\b"
        rf"|\b(?P<det2>the|a|an)\s+(?P<age3>(?:[a-z]+|\d{{1,2}})[- ]year[- ]old)s?\b(?!\s+[a-z]+)",
        re.IGNORECASE,
    )


def find_described(text: str, lexicon: Lexicon) -> Iterator[Described]:
    """Find descriptions of people to protect; the accused, officials and speakers are left out."""
    nouns = lexicon.roles("nouns")
    if not nouns:
        return
    incident = bool(_INCIDENT.search(text))
    children = lexicon.words("child_nouns")
    pattern = _pattern(frozenset(nouns.get("minor_victim", ())), frozenset(nouns.get("victim", ())))
    done = "|".join(sorted(map(re.escape, lexicon.words("done_to")), key=len, reverse=True))
    suffered = re.compile(
        rf"^(?:[^.;]{{0,60}}?)\b(?:was|were|had been|has been|being|been)\s+(?:\w+ly\s+)?(?:{done})\b|^\s*,?\s*(?:who\s+)?(?:went missing|{done})\b",
        re.IGNORECASE,
    )
    suffering = re.compile(
        rf"\b(?:{done}|raping|rape|abducting|kidnapping|molesting|assaulting|abusing|trafficking|marrying|of)\s+(?:of\s+)?$",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text):
        noun = (match["noun"] or match["noun2"] or "").lower()
        stated = match["age"] or match["age2"] or match["age3"] or match["age4"] or ""
        after = _AGE_AFTER.match(text[match.end() : match.end() + 20])
        age = age_of(stated) if stated else age_of(after.group()) if after else None
        child = (
            noun in children
            or (age is not None and age < _ADULT)
            or bool(re.search(r"minor|teen|under-?age|adolescent", stated, re.IGNORECASE))
        )
        if noun in {"man", "men"} or (age is not None and age >= _ADULT and noun in {"", "man", "men", "student"}):
            continue
        deed = bool(suffered.match(text[match.end() : match.end() + 90])) or bool(
            suffering.search(text[max(0, match.start() - 30) : match.start()])
        )
        plural = noun.endswith(("s", "men", "ren"))
        determiner = (match["det"] or match["det2"] or "").lower()
        numbered = (
            determiner not in {"a", "an", "the", "his", "her", "their", "that", "this"}
            and "’" not in determiner
            and "'" not in determiner
        )
        definite = determiner == "the" and noun in {
            "victim",
            "girl",
            "boy",
            "child",
            "survivor",
            "woman",
            "deceased",
            "complainant",
            "teenager",
            "baby",
            "minor",
        }
        specific = (
            (bool(stated or after) and not (plural and not numbered))
            or (deed and not plural)
            or (deed and plural and numbered)
        )
        told = incident or (deed and age is not None)  # one child of a stated age and a deed: an incident in itself
        if not (specific or definite) or not told:
            continue
        yield Described(
            Span(*match.span()),
            is_child=child,
            age=age,
            gender=_gender(noun, lexicon),
            role="minor_victim" if child else "victim",
            specific=specific,
        )


def _gender(noun: str, lexicon: Lexicon) -> str:
    if noun in lexicon.words("female"):
        return "f"
    return "m" if noun in lexicon.words("male") else ""
