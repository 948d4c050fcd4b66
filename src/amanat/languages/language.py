"""What the house needs to know of a language, so that a new one is a new folder."""

import re
from dataclasses import dataclass

from amanat.core import Direction, Span

_REACH = 40  # code points looked at before a full stop; no abbreviation is longer, and a whole text may have no end


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes. Each folder of `languages/` holds one as `LANGUAGE`."""

    tag: str
    """BCP 47 tag, also the folder's name."""
    name: str
    """What its readers call it."""
    direction: Direction
    letters: re.Pattern[str]
    """One letter of its script: how much of a text matches decides between languages of different script."""
    marker_words: frozenset[str]
    """Frequent short words that tell it from other languages of the same script, in lower case."""
    sentence_end: re.Pattern[str]
    """Matches right after the last mark of a sentence and the blanks behind it."""
    abbreviations: frozenset[str]
    """Words before a full stop that do not end a sentence, lower case, without the stop."""
    picture: str = "picture"
    """What stands in a text where a picture stood, with a number behind it."""

    def sentences(self, text: str, span: Span) -> tuple[Span, ...]:
        """Cut a stretch of text into sentences; together they cover it, blanks go with the sentence before."""
        cuts = [span.start]
        for match in self.sentence_end.finditer(text, span.start, span.end):
            words = text[max(cuts[-1], match.start() - _REACH) : match.start()].split()
            last = words[-1].lower().lstrip("(“\"'") if words else ""
            shortened = last in self.abbreviations or (len(last) == 1 and last.isalpha())
            if shortened and match.group().startswith(".") and "\n" not in match.group():
                continue
            if cuts[-1] < match.end() < span.end:
                cuts.append(match.end())
        return tuple(Span(a, b) for a, b in zip(cuts, [*cuts[1:], span.end], strict=True))
