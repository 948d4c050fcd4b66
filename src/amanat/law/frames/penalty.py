"""Statements of what a law threatens; sentences passed on somebody are news, not law, and stay out."""

import re
from collections.abc import Iterator

from amanat.core import Span
from amanat.law.amounts import Terms, terms
from amanat.law.citations import Citation
from amanat.law.hint import hint
from amanat.law.meant import by_conduct
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.law.verdicts.penalty import judge

HINT = hint(r"(?:year|month)s?\b|\b(?:life|death|capital|fine[ds]?)\b|سال|قید|سزا", ignore_case=True)
"""Without one of these there is no penalty; looked for first, because most sentences have none."""
THREAT = re.compile(
    r"\b(?:punish(?:able|es|ed|ment|ments)?|penalt(?:y|ies)|carr(?:y|ies|ied|ying)|liable|provide[sd]?(?: for)?"
    r"|prescrib(?:es?|ed|ing)|maximum|minimum"
    r"|faces?|facing|brings?|can be (?:jailed|imprisoned|locked up|put away|sentenced|fined|punished|sent to (?:prison|jail))|may (?:be|extend|get)"
    r"|stipulat(?:es?|ed)|allows?|permits?|lets?"
    r"|envisag(?:es?|ed)|imprisonment (?:of|for|up)"
    r"|(?:can|could|may|might) (?:mean|bring|land|fetch|result|lead|spend|serve|get|imprison|jail)|means?|risk(?:s|ing)?|at most|invites?|draws?"
    r"|provides? (?:up to|[\w-]+ (?:to [\w-]+ )?years)|attracts?|entails?|lays? down|laid down|comes? with|impos(?:es|ing)|earns?|fetch(?:es)?|threatens?|warrants?|gets? away with|(?:prison|jail) terms?|awaits?|caps?|go(?:es)? to (?:prison|jail)|(?:stops?|tops? out|ends?|capped) at|(?:be|is|are) imposed|shall be|can get|could get|set(?:s"
    r"|ting)? (?:a|the)|rais(?:es|ed)|increas(?:es|ed)|سزا)\b",
)
PASSED = re.compile(
    r"\b(?:(?:was|were|been|being|is|has) (?:\w+ )?(?:sentenced|jailed|imprisoned|awarded|handed|fined"
    r"|convicted and)|sentenced (?:him|her|them|to|\w+ \w+ to|the)|awarded|handed (?:down|over)"
    r"|jailed for|got|given (?:a|an)|serv(?:ed|ing)|spent|imprisoned for|walked free|released after|commuted"
    r"|upheld)\b",
)
LAWLIKE = re.compile(
    r"\b(?:law|act|section|code|offence|offense|crime|ordinance|punishable|penalt(?:y|ies)|punishment|convicted"
    r"|convention|bill|illegal|statute|laid down|maximum sentence|maximum of life|^(?:it|this|that) (?:carries|attracts|brings)|whoever|anyone who|anybody who|those who|(?:man|woman|person|parent|employer|adult|cleric) who)\b",
)
CONDITIONAL = re.compile(
    r"\b(?:maximum|punishable|can be|could be|may be|may extend|if convicted|carries|carry|penalty|punishes"
    r"|provides?|prescribes?)\b",
)
RAISED = re.compile(r"\b(?:rais|increas|extend|lift|doubl|lower|reduc|introduc)\w*\b|\bmak(?:e|ing)\b")
PLANNED = re.compile(
    r"\b(?:plan(?:s|ned)?|intend(?:s|ed)?|propos(?:es|ed|al|als|ing)|want(?:s|ed)?|seek(?:s|ing)?|sought|call(?:s|ed|ing)? for"
    r"|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|promis(?:es|ed|ing)|should|would|draft)\b",
)
"""`plans a bill to raise the penalty to ten years` states no law."""
_URDU_N = r"(?:\d{1,2}|ایک|دو|تین|چار|پانچ|سات|دس|چودہ|بیس|پچیس)"
URDU = re.compile(rf"(?:(?P<low>{_URDU_N}) سے )?(?P<years>{_URDU_N}) سال (?:تک )?(?:کی )?(?:قید|سزا)|عمر قید|سزائے موت")


URDU_LAW = re.compile(r"تحت|قانون کے مطابق|کی سزا")
_BESIDE = 60
_LEADS = range(110)
"""How far before the term its word of threat may stand, in code points."""
_TRAILS = range(60)


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statement of penalty of one sentence, if it makes one."""
    low, span = passage.low, passage.span
    yield from _urdu(passage)
    threats = [Span(*match.span()) for match in THREAT.finditer(low, span.start, span.end)]
    sections = [citation.span for citation in passage.cited if citation.sections]
    stated = terms(low, span.start, span.end) if threats or sections else None
    if stated is None or not (stated.prison or stated.fine):
        return
    # `those who do it get three to five years under section 3`: the section says as well whose term it is
    threat = _threat(threats, stated.span) or (_threat(sections, stated.span) if stated.prison else None)
    if threat is None:
        return
    raised = RAISED.search(low, span.start, stated.span.end)
    if raised and PLANNED.search(low, span.start, raised.start()):
        return
    passed = PASSED.search(low, span.start, stated.span.end)
    found = passage.cited
    if passed and not CONDITIONAL.search(low, span.start, span.end):
        return
    if not found and not LAWLIKE.search(low, span.start, span.end) and not by_conduct(passage):
        return
    yield judge(passage, stated, _stretch(passage, stated.span, threat, found), found)


_URDU_NUMBERS = dict(
    zip("ایک دو تین چار پانچ سات دس چودہ بیس پچیس".split(), (1, 2, 3, 4, 5, 7, 10, 14, 20, 25), strict=True)
)


def _urdu_terms(match: re.Match[str]) -> Terms:
    place, said = Span(*match.span()), match.group()
    low, years = (_urdu_number(match[name] or "") for name in ("low", "years"))
    top = years if "تک" in said or low else None
    return Terms(place, low, top, None if top else years, "عمر قید" in said, "سزائے موت" in said)


def _urdu_number(raw: str) -> int | None:
    return int(raw) if raw.isdecimal() else _URDU_NUMBERS.get(raw)


def _urdu(passage: Passage) -> Iterator[Statement]:
    text, span = passage.text, passage.span
    if not URDU_LAW.search(text, span.start, span.end):
        return
    match = URDU.search(text, span.start, span.end)
    if match:
        starts = [c.span.start for c in passage.cited if c.span.end <= match.start()]
        yield judge(passage, _urdu_terms(match), Span(min([*starts, match.start()]), match.end()), passage.cited)


def _threat(threats: list[Span], place: Span) -> Span | None:
    """The word of threat nearest to the term."""
    near = [s for s in threats if s.overlaps(place) or place.start - s.end in _LEADS or s.start - place.end in _TRAILS]
    return min(near, key=lambda s: abs(s.start - place.start), default=None)


def _stretch(passage: Passage, place: Span, threat: Span, found: tuple[Citation, ...]) -> Span:
    """The term, the word of threat, and the law it is said of where that stands beside them."""
    start, end = min(place.start, threat.start), max(place.end, threat.end)
    for citation in found:
        gap = passage.between(citation.span.end, start) if citation.span.end <= start else ""
        if citation.span.end <= start and len(gap) < _BESIDE and not re.search(r"[;:]", gap):
            start = citation.span.start
        elif 0 <= citation.span.start - end < _BESIDE // 2:
            end = citation.span.end
    return Span(start, end)
