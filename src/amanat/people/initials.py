"""Letters instead of a name: what courts and careful reporters give to those they protect."""

import re
from collections.abc import Iterator

from amanat.core import Span
from amanat.languages.lexicon import Lexicon
from amanat.people.candidate import Candidate

_CIPHER = re.compile(
    r"(?:(?:referred to|named|known)(?: in (?:court|the proceedings|papers|documents|the judgment))?(?: only)? as"
    r"|(?:referred to|named|known|identified) only(?: in (?:court|papers|documents))? as"
    r"|the (?:applicants?|claimants?|appellants?)|called)"
    r"\s+[“\"‘]?((?:[A-Z]\.){1,4}|[A-Z]{1,4}\d?\b)(?:\s+and\s+([A-Z]{1,4})\b)?"
    r"|\b([A-Z]{1,4})(?:\s+and\s+([A-Z]{1,4}))?\s+v\.?\s+(?:the\s+)?[A-Z]"
)
_NOUN_CIPHER = re.compile(
    r"\b(?:Girl|Boy|Child|Victim|Survivor|Woman|Man|Person|Witness|Complainant|Baby|Ms|Mr|Mrs|Miss|Minor|PW|pw)[ -]"
    r"(?:[A-Z]|\d{1,2})\b(?![.’']?\w)"
    r"|(?<=, )(?:[A-Z]\.\s?){1,2}[A-Z]\.(?=,| )|(?<=named )(?:[A-Z]\.\s?){1,3}|(?<=identified as )(?:[A-Z]\.\s?){1,3}"
)
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?)[A-Z]\.(?:\s?[A-Z]\.)?(?=,?\s+(?:\(?\d{1,2}\b|(?:was|had|has|were)\s))")
"""Initials that have an age or are told of; a surname after them would make them part of a name."""
_NO_PERSON = frozenset("US UK UN EU UAE PM AM DC BA MA SC HC WP FIR USA UP MP".split())


def find_initials(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Court ciphers (`referred to in court as XB`, `Girl A`): letters instead of a name, wherever they stand."""
    for match in _NOUN_CIPHER.finditer(text):
        whole = match.group().rstrip()
        for again in re.finditer(rf"(?<![\w.]){re.escape(whole)}(?!\w)", text):
            yield Candidate(Span(*again.span()), "cipher", 1.0)
    dotted = [m.group() for m in _DOTTED.finditer(text)]
    for whole in {d for d in dotted if _bare(d) not in _NO_PERSON and _bare(d) not in lexicon.acronyms}:
        for again in re.finditer(rf"(?<![\w.]){re.escape(whole)}(?!\w|\s?[A-Z]\.)(?!\s[A-Z][a-z])", text):
            yield Candidate(Span(*again.span()), "cipher", 1.0)
    ciphers = {g for m in _CIPHER.finditer(text) for g in m.groups() if g and g not in lexicon.acronyms}
    for cipher in sorted(ciphers):
        for match in re.finditer(rf"(?<![\w.]){re.escape(cipher)}(?!\w|\.\w)", text):
            yield Candidate(Span(*match.span()), "cipher", 1.0)


def _bare(initials: str) -> str:
    return "".join(c for c in initials if c.isalpha())
