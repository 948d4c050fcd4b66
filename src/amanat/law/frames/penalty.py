"""Statements of what a law threatens; sentences passed on somebody are news, not law, and stay out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from amanat.core import Severity, Span
from amanat.law.amounts import Terms, terms
from amanat.law.citations import Citation
from amanat.law.hint import hint
from amanat.law.meant import offences
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.law.verdicts.penalty import judge

HINT = hint(
    r"(?:year|month|decade|yr)s?\b|\b(?:life|death|capital|fine[ds]?|hang\w*|gallows|prison|jail|gaol|rest of (?:his|her|their))\b|سال|قید|سزا",
    ignore_case=True,
)
"""Without one of these there is no penalty; looked for first, because most sentences have none."""
THREAT = re.compile(
    r"\b(?:punish(?:able|es|ed|ment|ments)?|penalt(?:y|ies)|carr(?:y|ies|ied|ying)|liable|provide[sd]?(?: for)?"
    r"|prescrib(?:es?|ed|ing)|maximum|minimum|faces?|facing|(?:has|have) faced|brings?|on pain of|stipulat(?:es?|ed)|allows?|permits?|lets?"
    r"|envisag(?:es?|ed)|imprisonment (?:of|for|up)|(?:can|could|may|might) (?:be )?[a-z]+|shall be|(?:be|is|are) imposed"
    r"|means?|stands? to lose|(?:must|should) expect|exposed to|sit in (?:prison|jail|gaol)|(?:term|floor|ceiling) is|is (?:the (?:floor|ceiling)|what)|worth|spells?|good for|risk(?:s|ing)?|at most|invites?|draws?|attracts?|entails?|lays? down|laid down|comes? with"
    r"|impos(?:es|ing)|(?:sentence|term|penalty|punishment)s? (?:runs?|ranges?|rises?|climbs?)|earns?|fetch(?:es)?|threatens?|warrants?|gets? away with|(?:prison|jail) terms?|awaits?|caps?"
    r"|go(?:es)? to (?:prison|jail)|(?:stops?|tops? out|ends?|capped) at|set(?:s|ting)? (?:a|the)|rais(?:es|ed)|increas(?:es|ed)|سزا)\b",
)
"""Words of threat; beside them stand the bounds that `amounts` reads."""
PASSED = re.compile(
    r"\b(?:(?:was|were|been|being|is|has) (?:\w+ )?(?:sentenced|jailed|imprisoned|awarded|handed|fined"
    r"|convicted and)|sentenced (?:him|her|them|each|both|to|\w+ \w+ to|the)|awarded|handed (?:down|over)"
    r"|jailed for|got|given (?:a|an)|serv(?:ed|ing)|spent|imprisoned for|walked free|released after|commuted"
    r"|upheld|jury|(?:was|were|been) given|(?:he|she|they) will serve|(?:cut|reduced|enhanced|halved|suspended|overturned) (?:the|his|her|their)"
    r" (?:sentence|term)|(?:court|judge|bench|tribunal|magistrate) (?:gave|sent|jailed|imposed|ruled)|sent (?:him|her|them|the [\w ]{3,20}) (?:down|away|to))\b",
)
ANOTHER_TERM = re.compile(
    r"\b(?:limitation|orders?|members?|chair\w*|committees?|office|rules|leave to remain|shelter|stay|claims?|apply"
    r"|took|support|records?|place of safety|licen[cs]es?|meets?|lobbying)\b"
)
AN_AGE = re.compile(
    r"\b(?:ages?|brides?|grooms?|wed|marry|marries|married|completed|girl|boy) (?:[\w’'-]+ ){0,6}?1[2-9] years|\b1[2-9] years (?:[\w’'-]+ ){0,6}?(?:age|bride|groom|wed|marry)\b|\bmust be 1[2-9] years\b"
)
PUNISHED = re.compile(
    r"\b(?:prison|jail\w*|imprison\w*|punish\w*|penal\w*|sentenc\w*|behind bars|bars|convict\w*|guilty|offen[cd]\w*|crimes?|criminal\w*|fine[ds]?"
    r"|inside|locked|gaol\w*|exposed to|freedom|liberty|risks?|liable|traffick\w*|smuggl\w*|kidnap\w*|death|life|breach\w*|fac(?:e|es|ing)|(?:could|can|may) get|carr(?:y|ies|ied|ying)|attracts?|lays? down|laid down|prescrib\w+)\b"
)
"""Terms that laws set for other things are told from punishments by what a sentence has of the one and lacks of the other."""
PENDING = re.compile(
    r"\b(?:in the pipeline|under (?:preparation|consideration|discussion)|(?:being|to be) drafted|(?:bill|proposal|draft) (?:seeks|would|proposes|wants|aims|passes|is passed|becomes law))\b"
)
MODAL = re.compile(r"\b(?:can|could|may|might|will|would|shall|must|if|to)\b[^.;,]{0,30}$")
DECIDED = re.compile(
    r"\b(?:gave|received|pleaded|pled|ordered|demanded|sought|convicted (?:him|her|them|the|two|three|both)|found (?:him|her|them) guilty|(?:was|were) found guilty"
    r"|prosecutors? (?:asked|want)|jury|appeal(?:ed)?|facing trial|was released|still in jail|in custody|on remand)\b"
)
ONE_CASE = re.compile(
    r"\b(?:booked|registered|firs?|cases?|charged?|arrested|challan|inquiry|investigat\w+|trials?|verdict|ordeal|captives?|invoked|applied|police"
    r"|married|hid(?:den)?|girl[’']s|boy[’']s|woman[’']s)\b"
)
"""What tells news of one case from law where no word of threat stands by the term."""
LAWLIKE = re.compile(
    r"\b(?:laws?|acts?|sections?|code|offences?|offense|crime|ordinance|punish\w*|penalt(?:y|ies)|convicted|convictions?|guilty"
    r"|convention|bill|illegal|statutes?|laid down|maximum|minimum|ceiling|liable|on pain of|outlawed|sanhita"
    r"|(?:it|this|that|which|each|the former|the latter) (?:now )?(?:carr(?:y|ies|ied)|attracts?|brings?|provides?|prescribes?)"
    r"|whoever|any(?:one|body) (?:who|convicted|found|caught)|(?:those|persons?|people|man|men|woman|parents?|employers?|adult|cleric|brokers?|agents?|owners?"
    r"|landlord|elders?) (?:who|convicted|found))\b",
)
A_LAW = re.compile(r"\b(?:laws?|acts?|codes?|statutes?|ordinance|sanhita|amendment)\b")
CARRIES = re.compile(
    r"\b(?:carr(?:y|ies|ied)|attracts?|provid(?:es?|ed)|prescribes?|punish(?:ed|able)|entails?|(?:the|its) (?:term|penalty|sentence) is)"
    r"(?:,[\w ]{1,25},)?(?: (?:a|an|the|no|not|more|less|nothing|longer|than|up|to|at|least|most|only|maximum|minimum|of|terms?|sentences?|mandatory"
    r"|automatic|from|between|in|prison|jail|imprisonment|fine|with|by|for|penalty|punishment|both|either|or|and|possible))*,? $"
)
"""`blackmail carries up to 14 years`: said of an offence whoever commits it."""
PRESS = re.compile(
    r"\b(?:editor|newspaper|paper|channel|broadcaster|publisher|journalist|reporter|outlet|blogger|whoever)s?\b"
)
"""Whom the bans on naming bind."""
PRESS = re.compile(r"\b(?:editor|newspaper|paper|channel|broadcaster|publisher|journalist|reporter|outlet|whoever)s?\b")
MADE_KNOWN = re.compile(
    r"\b(?:print|publish|broadcast|air|show|disclos|reveal|run(?=s?\b))\w*[^.;,]{0,30}"
    r"\b(?:names?|identit(?:y|ies)|pictures?|photo(?:graph)?s?|face)\b"
)
"""Whom the bans on naming bind, and to what."""
COURTLY = re.compile(
    r"\b(?:prison|jail|imprison\w*|sentenc\w*|punish\w*|penalt\w*|offen[cs]e|laws?|acts?|crime|sections?|convict\w*|courts?|judges?"
    r"|traffick\w*|smuggl\w*)\b"
)
WISHED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|urg(?:es|ed|ing)|wants?|wanted|would like|seek(?:s|ing)?|sought|recommend(?:s|ed|ing)?"
    r"|propos(?:es|ed|ing|al)|begged|think about|hop(?:es|ed|ing)|ask(?:s|ed|ing)? for)\b[^.;,]{0,40}$"
)
CONDITIONAL = re.compile(
    r"\b(?:maximum|punishable|(?:can|could|may|might|must|shall)\b[^.;]{0,30}?\bbe|may extend|if convicted|carries|carry|(?<!death )penalty|punishes"
    r"|provides?|prescribes?|whoever|anyone who|those who|(?:person|man|woman|anyone|trafficker|smuggler|employer) convicted)\b",
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
    plain = terms(low, span.start, span.end)
    sections = sum(len(citation.sections) for citation in passage.cited)
    few = plain is None or len(plain.parts or (plain,)) < sections
    stated = (_of_section(passage) if few else None) or plain
    if stated is None or _is_news(passage, stated):
        return
    basis = _basis(passage, stated)
    if basis and _is_law(passage, stated):
        cited = _in_clause(passage, stated)
        made = judge(passage, stated, _stretch(passage, stated.span, basis, cited), cited)
        yield made if stated is plain else replace(made, ceiling=made.ceiling.at_most(Severity.WARNING))


def _in_clause(passage: Passage, stated: Terms) -> tuple[Citation, ...]:
    """The laws cited between the same semicolons as the term, all of the sentence where there are none."""
    start = passage.text.rfind(";", passage.span.start, stated.span.start) + 1
    end = passage.text.find(";", stated.span.end, passage.span.end)
    beside = (c for c in passage.cited if c.span.start >= start and (end < 0 or c.span.end <= end))
    return tuple(beside) or passage.cited


def _of_section(passage: Passage) -> Terms | None:
    """Read a term that stands beside a section in words nobody foresaw: it is held to be the section's."""
    low, span = passage.low, passage.span
    if not any(citation.works or citation.sections for citation in passage.cited):
        return None
    if DECIDED.search(low, span.start, span.end) or ONE_CASE.search(low, span.start, span.end):
        return None
    return terms(low, span.start, span.end, of_law=True) if offences(passage, passage.cited)[0] else None


def _is_news(passage: Passage, stated: Terms) -> bool:
    """Tell whether a term was passed on somebody, is wished for, or is one of something else."""
    low, span = passage.low, passage.span
    if PENDING.search(low, span.start, span.end):
        return True
    another = ANOTHER_TERM.search(low, span.start, span.end) or AN_AGE.search(low, span.start, span.end)
    if another and not PUNISHED.search(low, span.start, span.end):
        return True
    raised = RAISED.search(low, span.start, stated.span.end)
    if raised and PLANNED.search(low, span.start, raised.start()):
        return True
    before = low[max(span.start, stated.span.start - _LEADS.stop) : stated.span.start]
    wished = WISHED.search(before)
    if wished and not MODAL.search(before[: wished.start()]):
        return True
    passed = any(
        not MODAL.search(low[max(span.start, match.start() - _LEADS.stop) : match.start()])
        for match in PASSED.finditer(low, span.start, stated.span.end)
    )
    return passed and not CONDITIONAL.search(low, span.start, span.end)


def _basis(passage: Passage, stated: Terms) -> Span | None:
    """What makes a term the law's: a word of threat, a section or a law beside it, else an offence that is told.

    `those who do it get three to five years under section 3`: the section says as well whose term it is.
    """
    low, span = passage.low, passage.span
    threat = _nearest(THREAT.finditer(low, span.start, span.end), stated.span)
    if threat or (stated.named and COURTLY.search(low, span.start, span.end)):
        return threat or stated.span
    section = _nearest((c for c in passage.cited if c.sections), stated.span)
    if section or DECIDED.search(low, span.start, span.end):
        return section
    law = _nearest(A_LAW.finditer(low, span.start, span.end), stated.span)
    general = LAWLIKE.search(low, span.start, span.end) or CONDITIONAL.search(low, span.start, span.end)
    return stated.span if law is None and general and offences(passage, passage.cited)[0] else law


def _is_law(passage: Passage, stated: Terms) -> bool:
    """Tell whether a sentence speaks of law at large, and not of what awaits one accused."""
    low, span = passage.low, passage.span
    if (
        passage.cited
        or (stated.named and COURTLY.search(low, span.start, span.end))
        or LAWLIKE.search(low, span.start, span.end)
    ):
        return True
    if CARRIES.search(low[max(span.start, stated.span.start - _BESIDE) : stated.span.start]):
        return True
    if PRESS.search(low, span.start, span.end) and MADE_KNOWN.search(low, span.start, span.end):
        return True
    return bool((passage.work and CONDITIONAL.search(low, span.start, span.end)) or offences(passage, ())[0])


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


def _nearest(marks: Iterable[re.Match[str] | Citation], place: Span) -> Span | None:
    """Of what may stand beside a term the nearest, None where all is too far away."""
    spans = [mark.span if isinstance(mark, Citation) else Span(*mark.span()) for mark in marks]
    near = [s for s in spans if s.overlaps(place) or place.start - s.end in _LEADS or s.start - place.end in _TRAILS]
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
