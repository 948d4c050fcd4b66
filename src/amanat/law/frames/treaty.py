"""Statements of treaty status: who ratified, acceded to, signed or joined what, and when; and who did not.

The verb leads: its object is the instrument named after it (before it in the passive), its subject the state named
before it, and a negation or a plan counts only inside the verb's own clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import ClaimKind, Confidence, Span, Verdict
from amanat.law.frames.treaty_itself import of_treaty
from amanat.law.hint import hint
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.law.verdicts.treaty import Saying, judge
from amanat.registers.aliases import Named
from amanat.registers.parties import Party

ACT = re.compile(
    r"\b(?:(?P<ratification>(?:un)?ratif(?:ied|ies|ying|y|ication))|(?P<accession>acced(?:ed|es|ing|e)|accession)"
    r"|(?P<signature>sign(?:ed|s|ing|ator(?:y|ies)|ature)?(?! (?:up|on) to\b)|put(?:s|ting)? (?:its|their|his|her) (?:name|signature)(?= (?:to|under|on)\b)|inked)"
    r"|(?P<outside>(?:remain(?:s|ed)?|stay(?:s|ed)?|st(?:ands?|ood)|sits?|sat|lies|keeps itself|kept itself|left|is|was|are|be|being|still|states?|countr(?:y|ies)|nations?) outside|(?:stay(?:s|ed)|keeps|kept) out(?= of\b))"
    r"|(?P<withdrawal>withdr(?:ew|awn|awal)|denounc(?:ed|es)|pulled out(?= of\b)|quit)"
    r"|(?P<force>(?:been |was |is |came |entered )?in(?:to)? force(?= (?:for\b|in (?!(?:[a-z]+ )?(?:[12]?\d,? )?(?:19|20)\d\d))))"
    r"|(?P<join>sign(?:ed|s|ing)? (?:up|on) to|subscrib(?:ed|es) to|adher(?:ed|es|ing) to|join(?:ed|s|ing)?|(?:state |states )?part(?:y|ies)(?= (?:to|of)\b|[,.)])|member(?= (?:to|of)\b)"
    r"|bound(?= by\b)|(?:bound|committed|tied) (?:itself|themselves) to)"
    r"|(?P<entry>(?:c[ao]me|entered|gone|went) into|belong(?:s|ed)? to|accept(?:s|ed)|embrac(?:es|ed)|is inside)"
    r"|(?P<binds>binds|bound|binding (?:up)?on))\b",
)
HARD = re.compile(
    r";|:|—|\s[–-]\s|\b(?:but|while|whereas|although|though|however|because|despite|even as)\b|[,]\s+(?:and"
    r"|yet)\s+(?=(?:it|the|has|is|was|had|have|they)\b)|,(?=\s+(?:it|they)\s)",
)
FIRM_NEGATION = re.compile(
    r"\b(?:yet to|fail(?:ed|s|ure)? to|refus(?:ed|es|al) to|declin(?:ed|es) to|(?:has|have|had|did|does|do|is"
    r"|was|are|were)"
    r"(?: (?:still |yet |so far |as yet |even )?(?:not|never)|n[’']t)|not (?:yet|been|being|having|a|one|among)|never|neither"
    r"|without|nor|no (?:plan|intention|longer|more)|not to have|short of|(?:has|have|had) still to|(?:lack|absence) of)\b"
    r"|\b(?:wait(?:s|ed|ing)? (?:\w+ )?for|await(?:s|ed|ing))\b[^,;]{0,60}$"
    r"|\b(?:refusal|failure|reluctan\w+|unwilling\w*|hesitat\w+)\b[^,;]{0,45}\bto $|\bnon-$|n[’']t\b|\bnot $",
)
"""What says that it did not happen: a refusal, a wait, a plain `not`."""
UN = re.compile(r"\bun(?=ratif)")
NOT_ONLY = re.compile(r"\bnot only\b")
PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|consider(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed"
    r"|ing)? (?:on|for|upon)|should|must"
    r"|will|would|could|may(?! (?:19|20)?\d)|might|can|ought|if|whether|recommend(?:s|ed|ing|ation)?|expect(?:s|ed)?|propos(?:e"
    r"|es|ed|al|als)"
    r"|want(?:s|ed)?|hop(?:e|es|ed|ing)|pledg(?:e|es|ed)|promis(?:e|es|ed)|likely|advis(?:e|es|ed)|ask(?:s|ed)?(?! why\b)"
    r"|demand(?:s|ed|ing)?|press(?:es|ed|ing)?|decid(?:e|es|ed)|agree(?:s|d)?|mov(?:e|es|ed) to|set to|about to"
    r"|pending"
    r"|push(?:es|ed|ing)? for|delay(?:s|ed)?|need(?:s|ed)? to|prepar(?:e|es|ed|ing)|until|unless"
    r"|stress(?:es|ed)? the need)\b",
)
GERUND_OF_FACT = re.compile(r"\b(?:by|after|since|without|upon|despite|having|on|in)\s+$")
COUNTERFACTUAL = re.compile(r"\W*(?:Had|Were|Should)\s+[A-Z]")
"""`Had Pakistan acceded …` is a dream, `had it not acceded …` says that it did."""
DELAYED = re.compile(r"\b(?:put off|delayed|postponed|held off)\s+$")
"""`put off signing until 2009` says that it signed then."""
TOOK = re.compile(r"\btook\b[^,;]{3,40}?\b(?:until|till) (?:\w+ )?(?:19|20)\d\d\b[^,;]{0,6}\bto $")
"""`it took the state until 1990 to ratify`"""
MODAL = re.compile(r"\b(?:would|will|should|must|could|may|might)\s+(?:\w+ly\s+)?$")
FRONTED = re.compile(
    r"\W*(?:not (?:until|till|before)|only (?:in|on|after|since|with|at|when|this|last))\b[^;]{0,90}\b(?:did|has|had)\b"
)
"""`not until 2025 did it ratify` says that it did."""
"""`declined to say when it would sign`: what governs the verb is the modal, whatever was refused before."""
BEING = re.compile(r"\b(?:is|are|was|were)\s+$")
INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
UNTIL = re.compile(r"\b(?:until|till|before)\b")
FORWARD = re.compile(r"^[^.;]{0,80}$", re.DOTALL)
OTHER_OBJECT = re.compile(
    r"\b(?:memorandum|MoU|agreement|contract|letter|report|pledge|declaration|police|army|party worker|hands"
    r"|bill|deal|who|which|that|under)\b",
    re.IGNORECASE,
)
UNDER = re.compile(r"\s+(?:under|on) (?:the )?(?:UN |UN[’']s )?", re.IGNORECASE)
"""`its signature under the Protocol`"""
ANAPHOR = re.compile(r"\s+(?:it|the (?:treaty|convention|protocol|pact|instrument))\b", re.IGNORECASE)
"""`signed the Protocol but never ratified it`"""
MANY = re.compile(
    r"\b(?:countries|states|nations|members|governments)\s+(?:(?:that|which|have|had|are|were|now|already|also)\s+){0,3}$",
)
"""Others than the story's own state did it."""
OF_THEM = re.compile(r"\b(?:among|one of|club of|most of)(?: the| those)?(?: \w+)? $")
"""`is among the states that have …`"""
INCLUDED = re.compile(r"\b(?:(?P<yes>among them|including|not least)|(?P<no>but not|except(?: for)?|save|bar)) (?:for )?(?:is |are |was |were )?")
"""`sixty states have ratified it, among them Pakistan`"""
AMONG = re.compile(r"\b(?:is|are|was|were)(?P<no> not|n[’']t)? (?:one of|among) (?:them|those|these)\b", re.IGNORECASE)
BACKWARD = re.compile(
    r"^(?:,? \d{1,3})*(?: and \d{1,3})?(?:\s+(?:treaty|convention|protocol|pact))?(?: on [\w ]{3,40}?)?\s*"
    r"(?:(?:,|\()?\s*(?:(?:is |was )?(?:one|an? \w+) )?(?:(?:to |of |by )?which|that)\b[^,;]{0,45}|(?:was|were|has been|had been|have been|is|being|has"
    r"|have)\b[^,;]{0,30}|,)?\s*$",
    re.IGNORECASE,
)
NEITHER = re.compile(r"^\s*(?:up )?(?:to )?neither\b")
"""`has signed neither X nor Y`: the negation stands behind the verb."""
NEVER_CAME = re.compile(
    r"\b(?:(?:is|was|are|remains?)(?: \w+ly| still| yet)* (?:missing|absent|lacking|awaited|outstanding|overdue|pending)"
    r"|(?:has|have) (?:yet|still) to (?:come|follow|be (?:given|deposited))|(?:never|not yet) (?:come|came|arrived|followed))\b"
)
"""`its ratification is still awaited`"""
DEED = re.compile(r"(?:ratification|accession|signature)$")
NTH = re.compile(r"\b(?:first|second|third|fourth|fifth|last|latest|only|\d+(?:st|nd|rd|th))\b[^,;.]{0,40}\bto\s+$")
"""`the first South Asian state to ratify`: an infinitive that tells a fact."""
AND_ALSO = re.compile(
    r"^[\s,]*(?:(?:and|or|nor|as well as|along with|both|also|its|the|to|UN|of|a party to)\s*)*$", re.IGNORECASE
)
BY_MANY = re.compile(r"\bby\s+(?:\d+|more than|over|nearly|about|almost|some|most|all|many)\b")
CABINET = re.compile(r"\bcabinet\b")
APPROVED = re.compile(
    r"\bcabinet\b[^;,]{0,40}\b(?:approv\w*|nod|green light|clear(?:s|ed|ance)|endors\w*|assent\w*|consent\w*|said yes|go-ahead)\b"
    r"[^;,]{0,30}$"
)
"""`the cabinet gave its approval to joining it`: done, as far as a cabinet does it."""
BY_CABINET = re.compile(r"\bcabinet(?: \w+ly)? (?:has |had )?(?:ratified|acceded)\b|\bratified by (?:\w+ ){0,3}cabinet\b")
CABINET_DID = re.compile(r"(?:ratified|acceded|joined|part(?:y|ies)|member)$")
"""Finite words for the act of the state: a cabinet that stands beside one does not do it."""
WE = re.compile(r"\b(?:we|(?:our|my|this) (?:country|government|state|nation))\b[^,;]{0,40}$")
A_STATE = re.compile(r"\b(?:it|(?:the|that) (?:kingdom|country|state|republic|emirate|island|nation))\b[^,;]{0,40}$")
ACCEDED = re.compile(r"\b(?:acced(?:ed|ing)|(?<!no )(?<!not )accession)\b")
PARENT = re.compile(r"\s+(?:to|of)\s+(?:the |its |that )?(?:UN |ILO )?$")
"""`the Protocol to the Convention`: the Convention is part of the Protocol's name."""
UNKNOWN_INSTRUMENT = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+(?:(?:of|on|for|the|against|and|to|in|relating|concerning)\s+)*){1,8}(?:Conventions?"
    r"|Protocols?|Statute|Treaty|Covenant)\b"
    r"|\b[A-Z]\w+ (?:convention|protocol|covenant)\b"
    r"|\bConventions? (?:No\.? ?)?\d{1,3}\b"
    r"|\b(?:Convention|Protocol|Statute|Treaty|Covenant) (?:on|against|for|relating to|of"
    r"|to)(?: the)?(?:\s+(?:[A-Z]\w+|of|and|the|on|in|from|or)){1,10}"
)
SMALL = re.compile(
    r"\b(?:convention|treaty|protocol|covenant) (?:on|against|for|relating to|concerning) (?:the )?[\w-]+(?: [\w-]+){0,6}"
)
"""`the Council of Europe’s convention on action against trafficking`, in small letters"""
SEVERAL = re.compile(r"\b(?:conventions|treaties|protocols|covenants) (?:on|against) (?:the )?[\w-]+(?: [\w-]+){0,6}")
INSTRUMENT = re.compile(r"Convention|Protocol|Statute|Treaty|Covenant")
HINT = hint(
    rf"{INSTRUMENT.pattern}|(?:convention|treat(?:y|ie)|protocol|covenant)s? (?:on|against|for|relating to|concerning)"
)
ON_TREATY = True
DUTY = re.compile(
    r"\b(?:under|violat\w+|breach\w*|obligations?|in line with|according to|pursuant to|contrary to"
    r"|enshrined in|guaranteed by|recogni[sz]ed (?:in|by)|compl(?:y|iance|ies) with|required by"
    r"|as defined (?:in|by))\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
ARTICLES = re.compile(
    r"\b[Aa]rticles? \d+(?:\(\w+\))?(?:(?:,| and| or|, and) \d+(?:\(\w+\))?)* (?:of|in|under) (?:the )?$"
)


MEMBER = re.compile(r"(?:state |states )?part(?:y|ies)|member", re.IGNORECASE)
APPOSED = re.compile(
    r"\s+(?:to\s+)?the (?:parent )?(?:convention|protocol|treaty|instrument)\b[^,;.]{0,60},\s*(?:the )?", re.IGNORECASE
)
"""`a party to the convention that the protocol supplements, UNTOC`"""
LEADS = re.compile(
    r"^\W*(?:(?:before|after|until|till|since|when|while|although|though|once|having|by|in|despite|with)\b[^,;]{0,60})?$",
    re.IGNORECASE,
)
BESIDE = re.compile(r"[\s,]*(?:and|or|nor|but (?:has |have )?(?:not|never|not yet|yet to))\s+", re.IGNORECASE)
CLOSED = re.compile(r"[,.)]")
"""`…, to which Pakistan is a party, …`: what it joined stands before."""
DATED = re.compile(r"\s+in (?:[A-Z]\w+ )?\d{4}\s+")
_LEAD = 40
_TIGHT = 30


@dataclass(frozen=True, slots=True)
class _Clause:
    """The stretch around one verb in which its negation, plan and year stand."""

    start: int
    verb: Span
    end: int


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of treaty status of one sentence."""
    span = passage.span
    verbs = list(ACT.finditer(passage.low, span.start, span.end))
    verbs = [v for v in verbs if _governs(passage, v)]
    found = False
    for number, verb in enumerate(verbs):
        kind = "join" if verb["entry"] else str(verb.lastgroup)
        beside = [*verbs[max(0, number - 1) : number], *verbs[number + 1 : number + 2]]
        clause = _clause(passage, Span(*verb.span()), [Span(*v.span()) for v in beside])
        objects = _objects(passage, clause)
        if not objects and beside and beside[-1].start() >= verb.end():
            objects = _shared(passage, verb, beside[-1])
        found = found or bool(objects)
        if not objects:
            sure = kind in {"ratification", "accession"} or MEMBER.match(verb.group())
            yield from _unknown(passage, clause, 90 if sure else _TIGHT)
        if objects and not _planned(passage, clause, verb):
            yield from _said(passage, clause, kind, objects)
    if not found:
        yield from _cited(passage)
        yield from of_treaty(passage)


def _governs(passage: Passage, verb: re.Match[str]) -> bool:
    """Tell whether a word can be that of an act: no part of a treaty's name, a common word only right beside its object."""
    if any(n.span.overlaps(Span(*verb.span())) for n in passage.treaties):
        return False
    if verb["entry"]:
        return any(0 <= n.span.start - verb.end() < _TIGHT for n in passage.treaties)
    if verb["binds"]:
        return bool(passage.treaties) and any(0 <= p.span.start - verb.end() < _TIGHT for p in passage.parties)
    return True


def _clause(passage: Passage, verb: Span, verbs: list[Span]) -> _Clause:
    start, end = passage.span.start, passage.span.end
    for other in verbs:
        if other.end <= verb.start:
            start = max(start, other.end)
        elif other.start >= verb.end:
            end = min(end, other.start)
    for mark in HARD.finditer(passage.low, start, end):
        if mark.end() <= verb.start:
            start = mark.end()
        elif mark.start() >= verb.end:
            end = mark.start()
            break
    return _Clause(start, verb, end)


def _objects(passage: Passage, clause: _Clause) -> list[Named]:
    after = [n for n in passage.treaties if clause.verb.end <= n.span.start < clause.end]
    closed = MEMBER.match(passage.text, clause.verb.start) and CLOSED.match(passage.text, clause.verb.end)
    if after and not closed:
        gap = passage.between(clause.verb.end, after[0].span.start)
        if FORWARD.match(gap) and (UNDER.fullmatch(gap) or APPOSED.fullmatch(gap) or not OTHER_OBJECT.search(gap)):
            found = [after[0]]
            rest = [n for n in passage.treaties if n.span.start >= after[0].span.end]
            for named in rest:
                gap = passage.between(found[-1].span.end, named.span.start)
                if PARENT.fullmatch(gap):
                    continue
                if not AND_ALSO.match(gap):
                    break
                found.append(named)
            return found
    before = [n for n in passage.treaties if n.span.end <= clause.verb.start]
    if before and not after and ANAPHOR.match(passage.text, clause.verb.end, clause.end):
        return [before[-1]]
    if before and BACKWARD.match(passage.between(before[-1].span.end, clause.verb.start)):
        return [before[-1]]
    return []


def _shared(passage: Passage, verb: re.Match[str], following: re.Match[str]) -> list[Named]:
    """The instrument of the next verb, where both stand side by side: `neither signed nor ratified the Protocol`."""
    if not BESIDE.fullmatch(passage.between(verb.end(), following.start())):
        return []
    return _objects(passage, _clause(passage, Span(*following.span()), []))


def _planned(passage: Passage, clause: _Clause, verb: re.Match[str]) -> bool:
    """Tell whether the clause speaks of a plan, a wish or a condition rather than of a fact."""
    before = passage.low[clause.start : clause.verb.start]
    firm = FIRM_NEGATION.search(before)
    plan = PLAN.search(before)
    if COUNTERFACTUAL.match(passage.text, clause.start, clause.verb.start):
        return firm is None
    if FRONTED.match(passage.low, passage.span.start, clause.verb.start) or (not plan and APPROVED.search(before)):
        return False
    if DELAYED.search(before) and UNTIL.search(passage.low, clause.verb.end, clause.end):
        return False
    if verb.lastgroup in {"outside", "withdrawal", "force"}:
        return bool(plan and "," not in before[plan.end() :])
    if NTH.search(before) or TOOK.search(before):
        return False
    return bool(MODAL.search(before)) or _wished(before, verb, plan, firm) or _unfinished(before, verb, firm)


def _wished(before: str, verb: re.Match[str], plan: re.Match[str] | None, firm: re.Match[str] | None) -> bool:
    """Tell whether a word of plan governs the verb: no refusal stands before it, and no comma behind it."""
    done = verb.group().lower().endswith("ed")
    if plan is None or (firm and plan.start() > firm.start()) or (done and plan.group().lower() == "until"):
        return False
    return not (done and "," in before[plan.end() :])


def _unfinished(before: str, verb: re.Match[str], firm: re.Match[str] | None) -> bool:
    """Tell whether the verb's form leaves open if it happened: `to ratify`, `ratifying`."""
    form = verb.group().lower()
    if firm:
        return False
    if form in {"ratify", "accede", "sign", "join"}:
        return bool(INFINITIVE.search(before))
    return form.endswith("ing") and not GERUND_OF_FACT.search(before) and not BEING.search(before)


def _said(passage: Passage, clause: _Clause, kind: str, objects: list[Named]) -> Iterator[Statement]:
    before = passage.low[clause.start : clause.verb.start]
    after = passage.low[clause.verb.end : clause.end]
    if BY_MANY.search(after):
        return
    many = MANY.search(before)
    if many and not OF_THEM.search(before, 0, many.start()):
        yield from _among(passage, clause, kind, objects)
        return
    negation = FIRM_NEGATION.search(before) or UN.match(passage.low, clause.verb.start, clause.verb.end)
    negative = (bool(negation) and not NOT_ONLY.search(before)) or bool(NEITHER.match(after))
    negative = negative or bool(DEED.match(passage.low, clause.verb.start, clause.verb.end) and NEVER_CAME.search(after))
    if COUNTERFACTUAL.match(passage.text, clause.start, clause.verb.start):
        negative = False
    if kind == "outside":
        kind, negative = "join", not negative
    anaphoric = objects[-1].span.end <= clause.verb.start and bool(ANAPHOR.match(after))
    # `signed it in 2001 and ratified it later`: a year before the verb is that of the other act.
    year = _year(passage, clause, behind=anaphoric)
    if negative and year and UNTIL.search(passage.low, clause.verb.end, year.span.start):
        negative = False
    cabinet = bool(CABINET.search(passage.low, passage.span.start, clause.end))
    subjects = _bound_by(passage, clause) if kind == "binds" else _subjects(passage, clause, objects)
    if not subjects and A_STATE.search(before):
        yield Statement(_over(clause, objects[0]), ClaimKind.TREATY_STATUS, "status", Verdict.UNKNOWN)
    for named in objects:
        for party, where in subjects:
            start = min(clause.verb.start, named.span.start, *([where.start] if where else []))
            if negation and negative and isinstance(negation.start(), int):
                start = min(start, clause.start + negation.start() if before and negation.string == before else start)
            end = max(clause.verb.end, named.span.end, year.span.end if year else 0)
            saying = Saying(
                party,
                named.ids[0],
                "join" if kind == "binds" else kind,
                negative,
                year.value if year else None,
                year.month if year else None,
                cabinet and not (party and CABINET_DID.search(passage.low, clause.verb.start, clause.verb.end)),
                cabinet and bool(BY_CABINET.search(passage.low, clause.start, clause.end)),
                negative and bool(ACCEDED.search(passage.low, passage.span.start, passage.span.end)),
            )
            yield judge(passage, saying, Span(start, end), clause.verb, year.span if year else None)


def _among(passage: Passage, clause: _Clause, kind: str, objects: list[Named]) -> Iterator[Statement]:
    """`Sixty countries have ratified it; Pakistan is not one of them.`"""
    told = AMONG.search(passage.text, clause.verb.end, passage.span.end)
    behind = [p for p in passage.parties if p.span.start >= clause.verb.end]
    parties = [p for p in behind if told and p.span.end <= told.start()][-1:]
    if told is None:
        told = INCLUDED.search(passage.low, clause.verb.end, passage.span.end)
        parties = [p for p in behind if told and p.span.start >= told.end()]
    for named in objects if told else ():
        for party in parties:
            saying = Saying(party.id, named.ids[0], kind, bool(told and told["no"]), None, None, cabinet=False)
            start = min(clause.verb.start, named.span.start)
            yield judge(passage, saying, Span(start, max(told.end() if told else 0, party.span.end)), clause.verb, None)


def _over(clause: _Clause, named: Named) -> Span:
    return Span(min(clause.verb.start, named.span.start), max(clause.verb.end, named.span.end))


def _bound_by(passage: Passage, clause: _Clause) -> list[tuple[str, Span | None]]:
    """`The Protocol binds Pakistan`: the state stands behind the verb."""
    party = next(p for p in passage.parties if p.span.start >= clause.verb.end)
    return [(party.id, party.span)]


def _year(passage: Passage, clause: _Clause, *, behind: bool) -> Year | None:
    here = [y for y in passage.years if clause.start <= y.span.start < clause.end]
    after = [y for y in here if y.span.start >= clause.verb.end]
    if behind:
        return next(iter(after), None)
    return after[0] if after else here[-1] if here else None


def _subjects(passage: Passage, clause: _Clause, objects: list[Named]) -> list[tuple[str, Span | None]]:
    agents = [p for p in passage.parties if clause.verb.end <= p.span.start < clause.end]
    by = [p for p in agents if passage.between(max(0, p.span.start - 4), p.span.start).lower().endswith("by ")]
    before = [p for p in passage.parties if p.span.end <= clause.verb.start]
    if by:
        return [(by[0].id, by[0].span)]
    behind = [p for p in agents if p.span.start >= objects[-1].span.end]
    if not before and behind and _opens(passage, clause, objects[-1], behind[0]):
        return [(behind[0].id, None)]
    if passage.party and WE.search(passage.low, clause.start, clause.verb.start):
        return [(passage.ground.country or passage.party, None)]
    if before:
        last = before[-1]
        near = last.span.start >= clause.start - 60
        group = [last]
        for party in reversed(before[:-1]):
            joint = passage.between(party.span.end, group[0].span.start)
            if not re.fullmatch(r"\s*(?:,|and|nor|or|, and)\s*", joint):
                break
            group.insert(0, party)
        return [(p.id, group[0].span if near else None) for p in group]
    if agents and not any(a.span.start < objects[0].span.start for a in agents):
        tail = passage.between(objects[-1].span.end, agents[0].span.start)
        if re.fullmatch(r"[\s,]*(?:by|for|in)\s+", tail):
            return [(agents[0].id, agents[0].span)]
    return [(passage.party, None)] if passage.party else []


def _opens(passage: Passage, clause: _Clause, last: Named, party: Party) -> bool:
    """Tell whether the verb's clause leads up to its subject: `Before it acceded to the Protocol, Pakistan …`."""
    lead = passage.between(passage.span.start, clause.verb.start)
    gap = passage.between(last.span.end, party.span.start)
    return bool(("," in gap and len(gap) < _LEAD) or DATED.fullmatch(gap)) and bool(LEADS.match(lead))


def _unknown(passage: Passage, clause: _Clause, reach: int) -> Iterator[Statement]:
    """A state is said to have joined an instrument that the register does not hold."""
    stop = min(clause.end, clause.verb.end + 90)
    found = UNKNOWN_INSTRUMENT.search(passage.text, clause.verb.end, stop) or SMALL.search(
        passage.text, clause.verb.end, stop
    )
    before = [p for p in passage.parties if p.span.end <= clause.verb.start]
    if not found and not passage.treaties:
        found = SEVERAL.search(passage.text, clause.verb.end, stop)
    if found and found.start() > clause.verb.end + reach:
        return
    if not found and clause.verb.start - passage.span.start > _TIGHT:
        yield from _unknown_before(passage, clause)
        return
    held = found and any(n.span.overlaps(Span(*found.span())) for n in passage.treaties)
    if found and before and not held and not PLAN.search(passage.low, clause.start, clause.verb.start):
        span = Span(before[-1].span.start, found.end())
        yield Statement(span, ClaimKind.TREATY_STATUS, "status", Verdict.UNKNOWN)


def _unknown_before(passage: Passage, clause: _Clause) -> Iterator[Statement]:
    """`The Convention on … was ratified by India`, where the register does not hold it."""
    by = next((p for p in passage.parties if 0 <= p.span.start - clause.verb.end < _TIGHT), None)
    for found in UNKNOWN_INSTRUMENT.finditer(passage.text, clause.start, clause.verb.start) if by else ():
        if BACKWARD.match(passage.between(found.end(), clause.verb.start)) and by:
            span = Span(found.start(), by.span.end)
            yield Statement(span, ClaimKind.TREATY_STATUS, "status", Verdict.UNKNOWN)


def _cited(passage: Passage) -> Iterator[Statement]:
    """A treaty is invoked for what it asks: an article of it, a duty under it, a breach of it."""
    unknown = [Span(*m.span()) for m in UNKNOWN_INSTRUMENT.finditer(passage.text, passage.span.start, passage.span.end)]
    places = [n.span for n in passage.treaties]
    places += [u for u in unknown if not any(u.overlaps(place) for place in places)]
    for place in places:
        low = max(passage.span.start, place.start - 60)
        cited = ARTICLES.search(passage.text, low, place.start) or DUTY.search(passage.text, low, place.start)
        if not cited:
            continue
        named = next((n for n in passage.treaties if n.span == place), None)
        treaty = passage.ground.treaties.by_id[named.ids[0]] if named else None
        bound = treaty.binding(passage.ground.country) if treaty else None
        sure = bound is not None and bound.fact.confidence is not Confidence.UNCERTAIN
        fact = bound.fact if bound else treaty.fact if treaty else None
        verdict = Verdict.SUPPORTED if sure else Verdict.UNKNOWN
        yield Statement(Span(cited.start(), place.end), ClaimKind.TREATY_STATUS, "duty", verdict, fact)
