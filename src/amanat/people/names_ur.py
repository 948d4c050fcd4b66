"""Names in Urdu script, which has no capitals: name lists, and words that stand beside a name.

A title (`ملزم`, `انسپکٹر`), kinship (`کے والد`) or an age (`17 سالہ`) before a word, or `نامی` after it, opens a name;
it runs on over words that are in the name lists, and over at most one that is not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from amanat.core import Span
from amanat.languages.lexicon import Lexicon
from amanat.people.candidate import Candidate, Names

_TOKEN = re.compile(r"[\u0621-\u064A\u0670-\u06D3\u06FA-\u06FF\u064B-\u0652\u200c]+(?:\.[\u0621-\u06D3]+)*")
_LONGEST = 5
_BETWEEN = 4  # words of a body between a title and the name
_HONORIFIC = frozenset("محمد سید غلام عبد عبدال ابو شاہ".split())
_AGED = re.compile(r"(?:سالہ|برس کی|برس کے)\s*$")
_VERB = re.compile(r"\s+(?:کر|کیا|کی[ایے]?\s+(?:گیا|گئی|جا)|ہو(?:ا|ئی|ئے|نے|تا|تی)?)(?![\u0621-\u06D3])")
"""After a name that is also a word these make a verb of it: `منظور کر لیا`."""
_BROADCASTER = re.compile(r"بی\s+بی\s+سی(?![\u0621-\u06D3])")  # not the `بی بی` that follows women's names
_KIN = re.compile(r"(?:ولد|بنت|زوجہ|اہلیہ|عرف)\s*$")


def find_names_ur(text: str, lexicon: Lexicon) -> Names:
    """Find names of persons in Urdu script. Bodies are left to the gazetteer and the tagger."""
    tokens = [(m.group(), *m.span()) for m in _TOKEN.finditer(text)]
    found: list[Candidate] = []
    number = 0
    while number < len(tokens):
        candidate, used = _at(text, tokens, number, lexicon)
        if candidate:
            found.append(candidate)
        number += used
    return Names(tuple(found), tuple(_bodies(text, lexicon)), ())


Token = tuple[str, int, int]


def _at(text: str, tokens: list[Token], number: int, lexicon: Lexicon) -> tuple[Candidate | None, int]:
    title = _title(text, tokens[number][1], lexicon)
    before = text[max(0, tokens[number][1] - 20) : tokens[number][1]]
    beside = bool(_AGED.search(before) or _KIN.search(before))
    cued = bool(title) or beside
    run = _run(text, tokens, number, lexicon, cued=cued)
    if not run:
        return None, 1
    known = sum(_known(t, lexicon) for t, _, _ in run)
    named = text[run[-1][2] : run[-1][2] + 6].strip().startswith("نامی")
    sure = (
        beside
        or known > 1
        or (known and (cued or named or len(run) > 1))
        or (cued and title in _strong(lexicon))
        or named
    )
    lone = known == 1 and len(run) == 1 and not cued and not named
    if (not sure and not lone) or _BROADCASTER.match(text, run[0][1]):
        return None, 1
    score = 2.0 if sure else 0.5
    if lone and (run[0][0] not in lexicon.given or _VERB.match(text, run[0][2])):
        return None, 1
    return Candidate(Span(run[0][1], run[-1][2]), title, max(score, 1.0)), len(run)


def _run(text: str, tokens: list[Token], number: int, lexicon: Lexicon, *, cued: bool) -> list[Token]:
    run: list[Token] = []
    strange = 0
    for token in tokens[number : number + _LONGEST]:
        word = token[0]
        if run and not text[run[-1][2] : token[1]].isspace():
            break
        if word in lexicon.words("not_names") or word in _title_words(lexicon) or _opens_body(text, token, lexicon):
            break
        if not run and _title(text, token[2] + 1, lexicon).endswith(f" {word}"):
            break  # `صفائی` of `وکیل صفائی`
        if not (_known(word, lexicon) or word in _HONORIFIC):
            strange += 1
            if strange > 2 or not (cued or run):  # noqa: PLR2004 - longer strange runs are not names
                break
            if run and not cued:
                break
        run.append(token)
    return run


@lru_cache(maxsize=8)
def _title_words(lexicon: Lexicon) -> frozenset[str]:
    """Return titles, and words inside longer titles that are no names: the `داخلہ` of `وزیر داخلہ`."""
    titles = {t for words in lexicon.roles("titles").values() for t in words}
    inner = {w for t in titles if " " in t for w in t.split() if not _known(w, lexicon)}
    return frozenset(titles | inner)


def _known(word: str, lexicon: Lexicon) -> bool:
    bare = re.sub(r"[\u064B-\u0652\u200c]", "", word)
    return bare in lexicon.given or bare in lexicon.family


@lru_cache(maxsize=8)
def _strong(lexicon: Lexicon) -> frozenset[str]:
    weak = {"victim_family", "minor_victim", "victim"}
    return frozenset(t for role, words in lexicon.roles("titles").items() if role not in weak for t in words)


def _title(text: str, start: int, lexicon: Lexicon) -> str:
    """Return the longest title that ends before `start`; a body may stand between: `ڈپٹی ڈائریکٹر ایف آئی اے`."""
    before = [m.group() for m in _TOKEN.finditer(text, max(0, start - 60), start)]
    bodies = _body_words(lexicon)
    for end in range(len(before), max(0, len(before) - _BETWEEN) - 1, -1):
        if end < len(before) and before[end] not in bodies:
            break
        for width in (3, 2, 1):
            phrase = " ".join(before[max(0, end - width) : end])
            if phrase in lexicon.all_titles:
                return phrase
    return ""


@lru_cache(maxsize=8)
def _body_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(w for body in _body_names(lexicon) for w in body.split())


@lru_cache(maxsize=8)
def _body_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.acronyms).union(*lexicon.roles("organisations").values())


def _opens_body(text: str, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether `ایف آئی اے` or another body of several words begins here."""
    return any(" " in body and text.startswith(body, token[1]) for body in _body_names(lexicon))


def _bodies(text: str, lexicon: Lexicon) -> Iterator[Span]:
    heads = "|".join(
        sorted(
            (re.escape(w) for words in lexicon.roles("organisations").values() for w in words), key=len, reverse=True
        )
    )
    if not heads:
        return
    spans = [Span(*m.span()) for m in re.finditer(rf"(?<![\u0621-\u06D3])(?:{heads})(?![\u0621-\u06D3])", text)]
    yield from (a for a, b in pairwise([*spans, Span(len(text), len(text) + 1)]) if a.end <= b.start)
