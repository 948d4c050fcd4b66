"""What the register answers to the number of an Act: `Act XXXIV of 2018`."""

import re

from amanat.core import Span, Verdict
from amanat.law.citations import Citation
from amanat.law.passage import Passage
from amanat.registers.law_values import Work

_OF_YEAR = r"(?:No\.? ?)?(?P<number>[IVXLC]+|\d{1,3}) of (?P<year>(?:18|19|20)\d\d)"
_SAID = re.compile(rf"\b(?:Act|Ordinance|Law|[Nn]umber),? {_OF_YEAR}\b")
_HELD = re.compile(rf"\((?:[A-Z]\w+ )*{_OF_YEAR}\)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def numbered(passage: Passage, citation: Citation, work: Work) -> Verdict:
    """Compare a number said beside an Act, if there is one, with that of the register.

    A number that is not held, for want of a source or because two sources conflict, decides nothing.
    """
    said = _SAID.search(passage.text, passage.span.start, passage.span.end)
    if said is None or citation.span.covers(Span(*said.span())):
        return Verdict.SUPPORTED
    held = _HELD.search(work.fact.statement)
    if held is None:
        return Verdict.UNVERIFIED
    right = _value(held["number"]) == _value(said["number"]) and held["year"] == said["year"]
    return Verdict.SUPPORTED if right else Verdict.IMPRECISE


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
