"""Names in lines of capitals, where a capital says nothing: only the name lists and an age speak there."""

import re
from collections.abc import Iterator

from amanat.core import Cover, Span
from amanat.languages.lexicon import Lexicon
from amanat.people.candidate import AGE_AFTER, REACH, Candidate, Token, known, lower, title_before

_SHARE, _FEW = 0.7, 12  # capitals among the letters of a line, and letters of a line too short to tell; by eye


def shouting_lines(text: str) -> list[tuple[int, int]]:
    """Lines in capitals: there a capital says nothing."""
    out = []
    for line in re.finditer(r"[^\n\r]+", text):
        words = line.group()
        if sum(map(str.isupper, words)) <= _SHARE * sum(map(str.isalpha, words)):
            continue  # nearly every line: told by two quick counts
        letters = [c for c in words if c.isalpha()]
        if len(letters) > _FEW and sum(c.isupper() for c in letters) > _SHARE * len(letters):
            out.append(line.span())
    return out


_CAPS = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]+(?:[-’'][A-ZÀ-ÖØ-Þ]{2,})*")


def shouted_names(text: str, low: int, high: int, lexicon: Lexicon, places: Cover) -> Iterator[Candidate]:
    """In a line of capitals only words of the name lists are names, and what stands with them or has an age."""
    run: list[Token] = []
    words = [(m.group(), *m.span()) for m in _CAPS.finditer(text, low, high)]
    for word in [*words, ("", high + 1, high + 1)]:
        if run and (text[run[-1][2] : word[1]] != " " or not _nameable(word, lexicon, places)):
            start, end = run[0][1], run[-1][2]
            listed = any(known(t, lexicon) for t, _, _ in run)
            if listed or (len(run) > 1 and AGE_AFTER.match(text[end : end + REACH].lower())):
                yield Candidate(Span(start, end), title_before(text[max(0, start - REACH) : start], lexicon), 1.5)
            run = []
        if word[0] and _nameable(word, lexicon, places):
            run.append(word)


def _nameable(token: Token, lexicon: Lexicon, places: Cover) -> bool:
    word = lower(token[0])
    if not word or word in lexicon.common or word in lexicon.words("not_names") or token[0] in lexicon.acronyms:
        return False
    if any(word in words for key in ("titles", "nouns", "organisations") for words in lexicon.roles(key).values()):
        return False
    if any(word in lexicon.words(key) for key in ("months", "weekdays", "religions", "ethnicities", "localities")):
        return False
    return not places.touches(Span(token[1], token[1] + 1))
