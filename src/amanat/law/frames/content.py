"""Statements of what an Act says beside its penalties: whose consent counts, who may be named, how long a trial may take.

The register holds such points as named values (`says` or `rule` of a provision), so that a sentence can be compared with
them. A point is told by its matter and then affirmed or denied; what is neither is no statement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.amounts import NUMBER_WORD, number
from amanat.law.hint import hint
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


@dataclass(frozen=True, slots=True)
class Point:
    """A point on which an Act says yes or no."""

    key: str
    matter: re.Pattern[str]
    """Without it the sentence is not about this point."""
    no: re.Pattern[str]
    """How it is denied; asked first, because most denials hold the words of an affirmation."""
    yes: re.Pattern[str]


POINTS = (
    Point(
        "consent_counts",
        re.compile(r"\b(?:consent|agree[ds]?|willing\w*)\b"),
        re.compile(
            r"\b(?:no (?:\w+ )?(?:defen[cs]e|excuse|bar|answer)|not (?:be )?an? (?:\w+ )?(?:defen[cs]e|excuse)|irrelevant|immaterial"
            r"|(?:does|do|did|will|shall|would|need)(?: not|n[’']t) (?:matter|count|help|be proved)|cannot (?:be )?(?:\w+ )?(?:plead|rais|rel)\w*"
            r"|counts? for nothing|regardless of|whatever|even (?:if|where|when|with)|worth nothing|makes? no difference|of no (?:effect|consequence))"
        ),
        re.compile(
            r"\b(?:(?:a|any|full|complete|valid|good|sufficient) (?:\w+ )?(?:defen[cs]e|excuse|answer)|absolves?|excuses?|lets? \w+ off|unless (?:he|she|the child|they) (?:consent|agree)\w*)"
        ),
    ),
    Point(
        "victim_liable",
        re.compile(r"\b(?:victims?|migrants?|survivors?)\b"),
        re.compile(
            r"\b(?:not (?:be )?(?:\w+ly )?(?:liable|punish\w+|prosecut\w+|charged|jailed|criminali[sz]ed)|immun\w+|cannot be (?:\w+ly )?(?:punished|prosecuted|charged|jailed)"
            r"|shields?|exempt\w*|spares?|free(?:s|d)? (?:\w+ )?from (?:liability|prosecution|punishment)|protect\w* \w+ from (?:liability|prosecution|punishment|criminal)"
            r"|(?:does|do)(?: not|n[’']t) (?:punish|criminali[sz]e|make)|no (?:criminal )?liability|commits? no (?:offen[cs]e|crime))"
        ),
        re.compile(
            r"\b(?:victims?|migrants?|survivors?)\b[^.;,]{0,40}?\b(?:(?:is|are|be|remains?|becomes?) (?:\w+ly )?(?:liable|punish\w+|prosecuted|criminals?)|commits?|can be (?:punished|prosecuted|jailed))"
            r"|\b(?:punishes|criminali[sz]es|jails) (?:the |smuggled |trafficked )*(?:victims?|migrants?)"
        ),
    ),
    Point(
        "debt_owed",
        re.compile(r"\b(?:debts?|advances?|peshgi|loans?)\b"),
        re.compile(
            r"\b(?:extinguish\w*|wip(?:es|ed)|cancel\w*|void\w*|annul\w*|writ(?:es|ten) off|(?:need|does|do|must)(?: not|n[’']t) (?:be )?(?:re)?pa(?:y|id)|no longer (?:owe[ds]?|due)"
            r"|free[ds]? (?:\w+ )?(?:from|of)|nothing is owed|not (?:be )?(?:recover\w*|repa\w+)|cannot be (?:recover\w*|enforced|claimed))"
        ),
        re.compile(
            r"\b(?:must (?:still )?(?:be )?(?:re)?pa(?:y|id)|remains? (?:due|payable|owed|valid|enforceable)|still owe[ds]?|stays? (?:due|payable)|ha(?:s|ve) to (?:be )?(?:re)?pa(?:y|id)"
            r"|can be recovered|may (?:recover|sue)|until (?:the|his|her|their|it) (?:debts?|advances?|loans?)? ?(?:is|are|has been|have been)? ?(?:re)?paid)"
        ),
    ),
    Point(
        "consent_needed",
        re.compile(
            r"\badults?\b[^.;]*\b(?:consent|agree|permission)|\b(?:consent|agree|permission)\w*\b[^.;]*\badults?\b"
        ),
        re.compile(
            r"\b(?:without|no)\b[^.;,]{0,40}?\b(?:agree\w*|consent\w*|permission)|\b(?:need|does|do)(?: not|n[’']t) (?:give |have to )?(?:agree|consent)|whether or not|against (?:his|her|their) will"
        ),
        re.compile(r"\b(?:must|needs?|ha(?:s|ve) to|only (?:with|if|when)|requires?|cannot|unless)\b"),
    ),
    Point(
        "reaches_abroad",
        re.compile(
            r"\b(?:abroad|overseas|outside (?:the country|[a-z]+)|beyond (?:its|the|nepal\w*) (?:borders?|reach|frontiers?)|border|foreign soil)\b"
        ),
        re.compile(
            r"\b(?:ends at|stops at|only (?:inside|within|in)|beyond (?:its|the) reach|cannot reach|(?:does|do)(?: not|n[’']t) (?:reach|cover|apply|extend)|no (?:force|effect) (?:abroad|outside|beyond)"
            r"|confined to|limited to)"
        ),
        re.compile(
            r"\b(?:reach(?:es)?|appl(?:y|ies)|extends?|covers?|extra-?territorial\w*|wherever|even (?:if|when|where)|also|can be (?:tried|prosecuted))\b"
        ),
    ),
    Point(
        "two_finger_test_allowed",
        re.compile(r"\b(?:two[- ]finger|virginity)\b"),
        re.compile(
            r"\b(?:ban\w*|prohibit\w*|outlaw\w*|forbid\w*|scrap\w*|abolish\w*|end(?:s|ed)|inadmissible|worth nothing|no (?:value|evidentiary)|(?:may|can|must|shall)(?: |)not|did away|do(?:es)? away)"
        ),
        re.compile(r"\b(?:allow\w*|permit\w*|may (?:still )?be|requires?|admissible|relies|rely)\b"),
    ),
    Point(
        "domestic_work_banned",
        re.compile(r"\b(?:domestic|household|housework|maids?)\b"),
        re.compile(
            r"\b(?:not|nor|never|no)\b[^.;,]{0,30}?\b(?:figure|appear|cover|list|schedule|ban|prohibit|include|forbid|law)\w*|\b(?:outside|beyond|leaves out|omits|exempt\w*)\b"
        ),
        re.compile(r"\b(?:prohibit\w*|ban\w*|forbid\w*|outlaw\w*|illegal)\b"),
    ),
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
THE_ACT = re.compile(r"\b(?:the|this) (?:act|law|statute|ordinance)\b")
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
    works = _meant(passage, words)
    rules = [p for id_ in works for p in laws.of(id_) if p.rule]
    if " mechanism" in words or " committee" in words:
        rules += [p for p in laws.institutions if p.rule and p.title.lower() in words]
    if not rules and not works:
        return
    for point in POINTS:
        rule = next((p for p in rules if isinstance(p.rule.get(point.key), bool)), None)
        if rule and point.matter.search(words):
            yield from _point(passage, point, rule, words)
    yield from _child(passage, rules, words)
    yield from _within(passage, rules, words)
    yield from _no_offence(passage, works, words)
    yield from _lacking(passage, works, words)
    if NAMING.search(words):
        bans = [ban for ban in laws.bans if ban.work in works]
        yield from _naming(passage, rules, bans, words)


def _meant(passage: Passage, words: str) -> tuple[str, ...]:
    """The Acts a sentence cites, or the one named before where it says `the Act`."""
    if passage.cited:
        return tuple(id_ for citation in passage.cited for id_ in citation.works)
    return (passage.work,) if passage.work and THE_ACT.search(words) else ()


def _point(passage: Passage, point: Point, rule: Provision, words: str) -> Iterator[Statement]:
    denied, affirmed = point.no.search(words), point.yes.search(words)
    said = denied or affirmed
    if said:
        right = (denied is None) == rule.rule[point.key]
        yield _statement(passage, said, rule.fact, right=right, added=_added(passage, rule))


def _added(passage: Passage, rule: Provision) -> bool:
    """Tell whether the point came into the Act later: before that the opposite was so."""
    years = passage.ground.laws.works[rule.work].years
    return any(v.start and v.start.year and v.start.year > max(years) for v in rule.versions)


def _child(passage: Passage, rules: list[Provision], words: str) -> Iterator[Statement]:
    said = CHILD.search(words)
    rule = next((p for p in rules if isinstance(p.rule.get("child_under"), int)), None)
    if said and rule:
        yield _statement(passage, said, rule.fact, right=number(said["under"]) == rule.rule["child_under"])


def _within(passage: Passage, rules: list[Provision], words: str) -> Iterator[Statement]:
    said = WITHIN.search(words)
    rule = next((p for p in rules if {"decision_within_days", "decision_within_months"} & p.rule.keys()), None)
    if said is None or rule is None or not TRIAL.search(words):
        return
    stated = number(said["count"]) * _DAYS[said["unit"].rstrip("s")]
    held = int(rule.rule.get("decision_within_days") or 30 * int(rule.rule["decision_within_months"]))
    yield _statement(passage, said, rule.fact, right=stated == held)


def _lacking(passage: Passage, works: tuple[str, ...], words: str) -> Iterator[Statement]:
    """`The Act makes no provision for shelters`, where it has a section on just that."""
    said = LACKS.search(words)
    if said is None:
        return
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
