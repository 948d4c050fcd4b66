"""Statements of what an Act says beside its penalties: whose consent counts, who may be named, how long a trial may take.

The register holds such points as named values (`says` or `rule` of a provision), so that a sentence can be compared with
them. A point is told by its matter and then affirmed or denied; what is neither is no statement.
"""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.amounts import NUMBER_WORD, number
from amanat.law.hint import hint
from amanat.law.meant import works_meant
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.conduct import closest
from amanat.registers.law_values import IdentityBan, Provision

_NO_OFFENCE = (
    r"\b(?:nowhere\b[^.;]{0,90}?|(?:no|not|neither|nor|without|lacks?|never)\b[^.;]{0,40}?)\b(?:offen[cs]e|crime|ban|bar|prohibition|provision|penalty|forbid"
    r"|prohibit|penali[sz]e|punish)\w*"
)
_OFFENCE = (
    r"\b(?:bars?|bans?|banned|forbids?|forbidden|prohibit\w*|outlaw\w*|criminali[sz]\w*|(?:crime|offen[cs]e) (?:for|to)|an offen[cs]e|a crime"
    r"|illegal|(?:may|must|can|shall)(?: |)not|no (?:newspaper|paper|channel|broadcaster|reporter|journalist|editor|one|person|media)\b)"
)


NAMING = re.compile(
    r"\b(?:publi(?:sh|cation)\w*|print(?:s|ed|ing)?|broadcast\w*|nam(?:e|es|ed|ing)|identit(?:y|ies)|identif\w+|disclos\w+|reveal\w*|anonym\w+|photographs?|pictures?)\b"
)
FREE = re.compile(
    r"\b(?:leaves?\b[^.;,]{0,30}\bfree|free to|(?:may|can) (?:freely |lawfully |now )?(?:be )?(?:print|publish|name|broadcast|identif|reveal|disclos)\w*|lets?|allows?|permits?"
    r"|nothing (?:in|stops|prevents)|says nothing|silent)\b"
)
ENDS = re.compile(
    r"\b(?:laps(?:es?|ed|ing)|ends?|expir(?:es?|ed|y)|falls? away|ceas(?:es?|ed)|(?:is|are) lifted|runs? out|stops?|only until|only (?:during|for the duration))\b"
)
LIFELONG = re.compile(
    r"\b(?:for life|life-?long|lifetime|for the rest of (?:his|her|their)|until (?:death|(?:s?he|they) dies?)|surviv(?:es?|ed)|permanent\w*"
    r"|even (?:after|if)\b[^.;,]{0,40}\b(?:acquit\w*|collaps\w*|dropp\w*))\b"
)
LACKS = re.compile(
    r"\b(?:makes? no provision|(?:does|do)(?: not|n[’']t) (?:provide|foresee|mention)|contains? no|has no|knows? no|offers? no|lacks?"
    r"|(?:is|remains) silent (?:on|about)|says nothing (?:on|of|about)|leaves out|omits)\b(?: for)?"
)
NO_OFFENCE = re.compile(r"\b(?:is|are|was|were) (?:no|not an?|neither an?) (?:\w+ )?(?:offen[cs]e|crime)\b")
CHILD = re.compile(
    rf"\bchild(?:ren)?\b[^.;]{{0,40}}?\b(?:under|below|younger than|not (?:yet )?(?:turned|reached|attained|completed)|up to)\s+(?:the age of\s+|his |her )?(?P<under>{NUMBER_WORD})\b"
)
WITHIN = re.compile(
    rf"\b(?:within|in (?:no|not) more than|inside|no later than|at most)\s+(?:a period of\s+)?(?P<count>{NUMBER_WORD})\s+(?P<unit>days?|weeks?|months?|years?)\b"
)
TRIAL = re.compile(r"\b(?:trials?|decid\w*|decision|conclud\w*|complet\w*|verdict|dispos\w*|tried|finish\w*)\b")
HINT = hint(
    r"(?i:no provision|not provide|contains? no|has no|lack|silent|says nothing|offen[cs]e|crime"
    r"|consent|agree|willing|\bvictims?\b|migrants?|debt|advance|peshgi|loan|adult|abroad|overseas|outside|beyond|border|two[- ]finger"
    r"|virginity|domestic|household|maid|publi|print|broadcast|\bnam(?:e|ing)|identi|disclos|reveal|anonym|photograph|picture|child|within|at most)"
)
LEAVE_AGE = re.compile(
    rf"\b(?:under|below|from|over|aged?|older than|reached|turned|until)\s+(?:the age of\s+)?(?P<age>{NUMBER_WORD})\b"
)
_WAIVED = re.compile(r"\b(?:waiv\w*|consent\w*|permission|agree\w*|give up)\b")
_ADULT = 18
"""What is taken for the age of leave where the register holds none."""
_REACH = 80
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of one sentence on points of the Acts it speaks of."""
    laws, words = passage.ground.laws, passage.low[passage.span.start : passage.span.end]
    works = works_meant(passage)
    rules = [p for id_ in works for p in laws.of(id_) if p.rule]
    if " mechanism" in words or " committee" in words:
        rules += [p for p in laws.institutions if p.rule and p.title.lower() in words]
    if not rules and not works:
        return
    yield from _no_offence(passage, works, words)
    yield from _lacking(passage, works, words)
    if NAMING.search(words):
        bans = [ban for ban in laws.bans if ban.work in works and not ban.points]
        yield from _naming(passage, rules, bans, words)


def _lacking(passage: Passage, works: tuple[str, ...], words: str) -> Iterator[Statement]:
    """`The Act makes no provision for shelters`, where it has a section on just that."""
    said = LACKS.search(words)
    if said is None or (passage.cited and passage.cited[0].span.start > passage.span.start + said.start()):
        return  # what lacks something is not the law
    every = [p for id_ in works for p in passage.ground.laws.of(id_) if p.kind not in {"offence", "finding"}]
    met = closest(words[said.end() : said.end() + _REACH], every)
    provision = next((p for p in every if p.id in met), None)
    if provision:
        yield _statement(passage, said, provision.fact, right=False)


def _no_offence(passage: Passage, works: tuple[str, ...], words: str) -> Iterator[Statement]:
    """`To … is no offence under the Act`, where the Act has a section against just that."""
    said = NO_OFFENCE.search(words)
    if said is None:
        return
    offences = [p for id_ in works for p in passage.ground.laws.of(id_) if p.versions]
    met = closest(words[: said.start()], offences)
    for provision in offences:
        if provision.id in met:
            yield _statement(passage, said, provision.fact, right=False)
            return


def _naming(passage: Passage, rules: list[Provision], bans: list[IdentityBan], words: str) -> Iterator[Statement]:
    denied = re.search(_NO_OFFENCE, words) or FREE.search(words)
    affirmed = re.search(_OFFENCE, words)
    none = next((p for p in rules if p.rule.get("naming_is_offence") is False), None)
    said = denied or affirmed
    ban = next((b for b in bans if b.strength == "law" and b.conduct), None)
    lifelong = next((b for b in bans if "for life" in b.stage), None)
    leave = next((b for b in bans if b.applies.consent_from_age != _ADULT), None)
    if leave and _WAIVED.search(words) and (age := LEAVE_AGE.search(words)):
        yield _statement(passage, age, leave.fact, right=number(age["age"]) == leave.applies.consent_from_age)
    elif lifelong and (ends := LIFELONG.search(words) or ENDS.search(words)):
        yield _statement(passage, ends, lifelong.fact, right=bool(LIFELONG.search(words)))
    elif none and said:
        yield _statement(passage, said, none.fact, right=bool(denied))
    elif ban and said and (strange := _strange(ban, words)):
        yield _statement(passage, strange, ban.fact, right=False)
    elif ban and said and not _lifted(ban, words):
        yield _statement(passage, said, ban.fact, right=not denied)


_LIFTERS = {
    "victim": r"\b(?:victims?|survivors?|woman|complainant)[’']?s?\b",
    "guardian": r"\bguardians?\b|\bparents?\b",
    "family": r"\bfamil(?:y|ies)\b|\bnext of kin\b|\brelatives?\b",
    "court": r"\b(?:courts?|judges?|tribunals?|magistrates?)\b",
    "police": r"\b(?:police|investigat\w+|officers?)\b",
}
_LETS = re.compile(
    r"\b(?:lets?|allows?|permits?|empowers?|entitles?) (?:the |a |any |his |her )?(?:famil(?:y|ies)|next of kin|relatives?|parents?|guardians?|police|officers?)\b"
)
_LEAVE = re.compile(
    r"\b(?:consent\w*|permission|permits?|permitted|leave of|authori[sz]\w*|in writing|unless|without)\b"
)


def _strange(ban: IdentityBan, words: str) -> re.Match[str] | None:
    """Return whom the sentence lets lift the ban though the law does not: the family, the police."""
    if not ban.applies.lifted_by:
        return None
    lets = _LETS.search(words)
    return lets if lets and not any(re.search(_LIFTERS[who], lets.group()) for who in ban.applies.lifted_by) else None


def _lifted(ban: IdentityBan, words: str) -> bool:
    """Tell whether the sentence speaks of leave by somebody who may give it: no denial of the ban."""
    return bool(_LEAVE.search(words)) and any(re.search(_LIFTERS[who], words) for who in ban.applies.lifted_by)


def _statement(passage: Passage, said: re.Match[str], fact: Fact, *, right: bool, added: bool = False) -> Statement:
    verdict = Verdict.SUPPORTED if right else Verdict.OUTDATED if added else Verdict.CONTRADICTED
    if fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    start = passage.span.start
    span = Span(start + said.start(), start + said.end())
    return Statement(span, ClaimKind.STATUTE, "content", verdict, fact, Severity.WARNING, fact.statement)
