"""A sentence cut into tokens and noun phrases, and the reading made of a phrase and a verb."""

from dataclasses import dataclass
from functools import cached_property

from amanat.core import Span, Stage
from amanat.enforcement.lists import phrases_of
from amanat.enforcement.nouns import Kind, either_number
from amanat.enforcement.phrases import Phrase
from amanat.enforcement.readings import Reading, unit_of
from amanat.enforcement.tokens import Token, tokens_of

_BETWEEN_CLAUSES = frozenset("; but while whereas though although".split())


OF_THE_ACCUSED = frozenset(
    {Stage.ARRESTED, Stage.CHARGED, Stage.PROSECUTED, Stage.CONVICTED, Stage.SENTENCED, Stage.ACQUITTED}
)


def _points_back(phrase: Phrase) -> bool:
    """`they`, `all`, `the men`, `the accused`: people of whom the story has told how many they are."""
    whole = not phrase.head or (phrase.kind is Kind.PERSON and (phrase.plural or either_number(phrase.head)))
    return phrase.definite and whole and not phrase.named


@dataclass(frozen=True)
class Sentence:
    """The tokens of a sentence and what can be said of them once."""

    text: str
    span: Span
    they: int | None = None
    """How many suspects or convicts the story spoke of last: whom `they`, `all` and `the men` mean."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks."""
        return tokens_of(self.text, self.span)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its noun phrases in order."""
        return phrases_of(self.tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word once, in lower case."""
        return frozenset(token.low for token in self.tokens)

    def clause(self, at: int) -> frozenset[str]:
        """The words of the clause around an index, in lower case."""
        bounds = [n for n, token in enumerate(self.tokens) if token.low in _BETWEEN_CLAUSES]
        begin = max((n + 1 for n in bounds if n < at), default=0)
        end = min((n for n in bounds if n > at), default=len(self.tokens))
        return frozenset(token.low for token in self.tokens[begin:end])

    @cached_property
    def is_headline(self) -> bool:
        """Ends without a full stop, as headlines and captions do."""
        return self.text[self.span.start : self.span.end].rstrip()[-1:].isalnum()

    def low(self, at: int) -> str:
        """The word at an index, empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def reading(
        self, stage: Stage, phrase: Phrase, trigger: int, *, count: int | None = None, reported: bool = False
    ) -> tuple[Reading, ...]:
        """Make the reading of a phrase and a trigger; none when the number is unknown."""
        number = phrase.count if count is None else count
        if number is None and stage in OF_THE_ACCUSED and _points_back(phrase):
            number = self.they
        if number is None:
            return ()
        first, last = min(phrase.start, trigger), max(phrase.end - 1, trigger)
        unit = "cases" if phrase.kind is Kind.CASE else unit_of(stage)
        span = Span(self.tokens[first].start, self.tokens[last].end)
        definite = number == 1 and phrase.definite and not phrase.numbered
        return (Reading(stage, number, unit, span, self.span, definite=definite, reported=reported),)
