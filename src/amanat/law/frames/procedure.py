"""Statements on bail, cognizance and compounding, in the words of the law or in those of the street."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from amanat.core import ClaimKind, Confidence, Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.meant import offences, spoken_of
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision

WORD = re.compile(
    r"\b(?P<no>non[- ]|not |neither |nor |un)?(?P<what>bailable|cogni[sz]able|compoundable)\b|(?P<na>نا ?)?(?P<zamanat>قابل ضمانت)",
    re.IGNORECASE,
)
_MAY = r"(?:can|cannot|can[’']t|may|could|might|lets?|allows?|empowers?|entitles?|power to|free to|able to|right to)\b"
_WARRANT = r"(?:[\w’']+ ){0,6}(?:warrants?|(?:magistrate|court)[’']s (?:order|leave))"
_SETTLE = r"(?:settled?|compound(?:ed)?|forgiv(?:e|en)|pardon(?:ed)?|compromised?|withdrawn?|patch(?:ed)? up|b(?:ought|uy) off)"
_PARTIES = r"(?:family|families|parties|heirs|relatives|parents|victims?|complainants?)"
PHRASES = tuple(
    (trait, has, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for trait, has, pattern in (
        (
            "bailable",
            True,
            (
                r"bail [\w ’']{0,40}?(?:(?:as of|by|matter of|own) right|for the asking|available|allowed|possible|had for|automatic)|(?:right|entitled) to bail"
                r"|bail as of right|bailed (?:out )?(?:as of right|for the asking)|bail at the police station|(?:police station|station house officer|sho|police)(?: itself| himself)? (?:can|may|must) (?:give|grant|take) bail"
            ),
        ),
        (
            "bailable",
            False,
            (
                r"(?:rul(?:es?|ing) out|forbids?|bars?|denies) bail|bail [^.;,]{0,40}?(?:is |being )?(?:at (?:the|its) discretion|out of the question|ruled out|barred)|ineligible for bail"
                r"|without (?:any |the )?(?:possibility|prospect|right) of bail|neither (?:be )?bailed"
            ),
        ),
        (
            "cognizable",
            True,
            (
                rf"{_MAY}[\w ,’']{{0,40}}?\b(?:arrest|seize|pick up|detain|act|move|take [\w ]{{1,16}} in|be (?:arrested|picked up|detained))[\w ’']{{0,30}}? (?:without|with no) {_WARRANT}"
                rf"|arrests? without {_WARRANT} (?:is|are) (?:allowed|lawful|permitted|possible)|no warrant (?:is|being)? ?(?:needed|required|necessary)|needs? no warrant|without (?:needing|having to ask for) a warrant"
            ),
        ),
        (
            "cognizable",
            False,
            (
                rf"(?:needs?|requires?|(?:must|ha(?:s|ve) to) (?:first )?(?:have|get|obtain|show)|only (?:with|on)) (?:an? |the )?(?:(?!no )[\w’']+ ){{0,2}}warrants? (?:to|before|for|from)"
                rf"|(?:no|not|cannot|never|nobody)\b[^.;]{{0,60}}?(?:unless|until) {_WARRANT}|(?:forbids?|bars?|rules? out) [\w ]{{0,12}}?arrests? without {_WARRANT}"
            ),
        ),
        (
            "compoundable",
            True,
            (
                rf"{_MAY}[\w ,’']{{0,30}}?{_SETTLE}\b[\w ,’']{{0,30}}?(?:out of court|between the (?:parties|families)|by (?:the|her|his) {_PARTIES}"
                rf"|with money)|{_PARTIES} (?:can|could|may|might|cannot|can[’']t|are free to)[\w ’']{{0,20}}? {_SETTLE}|open to (?:a )?(?:settlement|compromise)"
                rf"|(?:may|can|could) be compounded|{_MAY}[\w ,’']{{0,30}}?(?:strike|make|reach|cut) (?:a|any) (?:deal|settlement|compromise)"
                r"|(?:settlement|compromise|deal)\b[\w ]{0,30}? (?:can|may) end (?:the|a) case"
            ),
        ),
        (
            "compoundable",
            False,
            r"(?:put )?(?:beyond|out of) (?:the )?(?:reach of )?(?:a |any )?(?:settlement|compromise|razinama)",
        ),
    )
)
"""What the words mean, as people say it: bail as of right, arrest without a warrant, a settlement between the parties."""
NEGATED = re.compile(
    r"\b(?:no(?! warrants?\b)|not|never|neither|nor|cannot|can[’']t|nobody|no one|isn[’']t|aren[’']t|don[’']t|doesn[’']t|nothing)\b",
    re.IGNORECASE,
)
ONE_CASE = re.compile(
    r"\b(?:was|were|has been|had been|is being|are being|want(?:s|ed)?|tried|refused|pleaded|granted)\b", re.IGNORECASE
)
"""What tells news of one case: there a paraphrase says nothing of the law."""
HINT = hint(
    r"[Bb]ailable|[Cc]ogni[sz]able|[Cc]ompoundable|\b[Bb]ail(?:ed)?\b|\b[Ww]arrants?\b|[Ss]ettle|[Cc]ompound|[Ff]orgiv|[Pp]ardon|[Cc]ompromise"
    r"|[Rr]azinama|[Ww]ithdraw|out of court|[Mm]agistrate[’']s (?:order|leave)|ضمانت"
)
WARRANT = re.compile(r"\s+(?:arrest )?warrants?\b", re.IGNORECASE)
_BEFORE = 70


class _Said(NamedTuple):
    """One trait of an offence, and whether it is said to have it."""

    span: Span
    trait: str
    has: bool
    plain: bool
    """Said in the word of the law; a paraphrase may mean much else where no rule is known."""


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of procedure of one sentence."""
    said = [*_words(passage), *_told(passage)]
    if not said:
        return
    works = spoken_of(passage) or tuple(dict.fromkeys(p.work for p in offences(passage, passage.cited)[0]))
    rules = [p for id_ in works for p in passage.ground.laws.of(id_) if p.rule]
    made = _procedure(said, rules)
    if made.fact or any(one.plain for one in said):
        yield made


def _words(passage: Passage) -> Iterator[_Said]:
    for match in WORD.finditer(passage.text, passage.span.start, passage.span.end):
        if not WARRANT.match(passage.text, match.end(), passage.span.end):
            trait = "bailable" if match["zamanat"] else match["what"].lower().replace("cognis", "cogniz")
            yield _Said(Span(*match.span()), trait, not (match["no"] or match["na"]), plain=True)


def _told(passage: Passage) -> Iterator[_Said]:
    """Read a trait in plain words; a negation before it or in it turns it round."""
    if ONE_CASE.search(passage.text, passage.span.start, passage.span.end):
        return
    text, places = _without_titles(passage)
    for trait, has, pattern in PHRASES:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition(",")[2]
            inside = match.group() if has else ""
            denied = bool(NEGATED.search(before) or NEGATED.search(inside))
            span = Span(places[match.start()], places[match.end() - 1] + 1)
            yield _Said(span, trait, has is not denied, plain=False)


def _without_titles(passage: Passage) -> tuple[str, list[int]]:
    """The sentence with `Act` for each law it cites, so that no long title parts its words; and where each letter stands."""
    text, places, at = "", list[int](), passage.span.start
    for citation in passage.cited:
        text += f"{passage.between(at, citation.span.start)}Act"
        places += [*range(at, citation.span.start), *[citation.span.start] * len("Act")]
        at = citation.span.end
    return text + passage.between(at, passage.span.end), [*places, *range(at, passage.span.end)]


def _procedure(said: list[_Said], rules: list[Provision]) -> Statement:
    span = Span(min(one.span.start for one in said), max(one.span.end for one in said))
    wrong = right = None
    for one in said:
        rule = next((p for p in rules if isinstance(p.rule.get(one.trait), bool)), None)
        if rule is None:
            continue
        if rule.rule[one.trait] is one.has:
            right = right or rule
        else:
            wrong = rule
    found = wrong or right
    if found is None:
        return Statement(span, ClaimKind.STATUTE, "procedure", Verdict.UNKNOWN)
    verdict = Verdict.CONTRADICTED if wrong else Verdict.SUPPORTED
    if found.fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    plain = all(one.plain for one in said)
    ceiling = Severity.ERROR if plain else Severity.WARNING
    return Statement(span, ClaimKind.STATUTE, "procedure", verdict, found.fact, ceiling, found.fact.statement)
