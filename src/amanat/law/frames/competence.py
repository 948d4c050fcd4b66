"""Statements on who investigates and which court tries.

A clause names a body or a court and gives it the matter, or takes the matter from it, in any of the many words there
are for that; what the clause says of a border, of `every case` or of `nobody else` decides what has to be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.meant import spoken_of
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision

AGENCY = re.compile(
    r"\b(?:(?P<fia>fia|federal investigation agency|federal (?:agency|agents|investigators|sleuths))"
    r"|(?P<police>police|thanas?|sho))\b",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"(?:[’']s?)?,? (?:(?:have|has|had|also|later|then|is|are|was|were) )?(?:officials?|officers?|sources?|spokes\w+|inspector|directors?|station"
    r"|say|says|said|told|add(?:s|ed)|claim\w*|plead\w*|insist\w*|explain\w*|argu\w*|remind\w*|maintain\w*|complain\w*|warn\w*|repl\w+|arrest\w*"
    r"|raid\w*|seiz\w*|recover\w*|book(?:s|ed)|register\w*|pick(?:s|ed)|lodg\w*|held|detain\w*|caught|turned up)\b"
)
"""What follows a body that speaks or acts in one case."""
TAKEN = re.compile(r"\bfrom (?:the )?(?:[a-z]+ )?$")
TASK = re.compile(
    r"\b(?:investigat(?:es?|ed by|ion of|ing)|jurisdiction over|mandate|competent|responsible for"
    r"|empower(?:s|ed)|tak(?:es?|en) (?:up by|over)|handl(?:es?|ed)|probe[sd]?|deal(?:s|t) with|remit|domain"
    r"|falls? to|stays? with|remains? with|(?:is|are) up to|in the hands of)\b"
)
"""Words that give a matter to a body wherever they stand."""
GIVEN = re.compile(
    r"\b(?:investigat\w+|inquir\w+|jurisdiction|powers?|province|business|fall(?:s|ing)?|belongs?|matters?|job|task|work|charge|reserved|left|leaves?"
    r"|to itself|quarry|pursue[sd]?|look(?:s|ed)? into|opens?|go(?:es)?|takes?|hands?|keeps?|lies|rests?|entrust\w*|assign\w*|vest\w*|allot\w*|gives?|grants?|confers?"
    r"|puts?|concern|preserve|calls?|(?:no|a) say|lead(?:s)?|(?:is|are) (?:only |solely )?for|nothing to do|turn)\b"
)
"""Common words that do so too, where the law is named."""
ONGOING = re.compile(
    r"\b(?:is|are|was|were|been)(?: \w+ly| now| also)? (?:investigating|looking into|probing|handling)\b"
)
INSIDE = re.compile(
    r"\b(?:domestic(?:ally)?|internal(?:ly)?|home soil|inter-?(?:provincial|district|city)|(?:inside|within|inside of) (?:the country|pakistan|its borders|the borders|one (?:province|district)|a (?:province|district))"
    r"|(?:stays?|remains?|begins? and ends?|confined) (?:in|inside|within|to)"
    r"|(?:never|not|without(?: ever)?|n[’']t) (?:\w+ ){0,2}?(?:leav(?:e|es|ing)|left|stepp?(?:ed|s|ing)? out|go(?:es)? (?:abroad|out)|cross(?:es|ed|ing)?"
    r"|(?:taken|sent|brought) (?:abroad|out))|(?:nobody|no one) (?:\w+ ){0,2}?(?:taken|sent|brought|left|crossed)|no (?:border|frontier)|from one (?:district|province|village|city) to another"
    r"|between (?:two )?(?:districts|provinces|cities))\b"
)
CROSS = re.compile(
    r"\b(?:cross[- ]border|trans-?national|international|abroad|overseas|into or out of|out of (?:the country|pakistan)|another country|foreign (?:country|land|soil|state)"
    r"|(?:across|over) (?:an?|the|any|its|their)? ?(?:\w+ ){0,2}(?:borders?|frontiers?)|(?:borders?|frontiers?) (?:is|are|was|were|has been) crossed"
    r"|cross(?:es|ed|ing)? (?:of )?(?:an?|the|any) (?:\w+ )?(?:border|frontier)|leav(?:es?|ing) (?:the country|pakistan))\b"
)
EITHER = re.compile(r"\b(?:whether or not|whether\b[^,;]{3,50}\bor\b|regardless|irrespective|no matter)\b")
REST = re.compile(
    r"\b(?:those (?:that|which) do(?:es)?(?: not)?|otherwise|the (?:rest|others?|remainder)|all other|everything else)\b"
)
"""What a second clause calls the cases that the first one left."""
WHOLE = re.compile(
    r"\b(?:(?:every|all|any|each)(?: such)?(?: (?:of )?(?:them|these|those)|(?: \w+){0,2} (?:cases?|offences?|matters?|firs?|inquir\w+|investigations?|complaints?|crimes?))"
    r"|whatever|wherever|whole|always|only|alone|exclusive\w*|sole(?:ly)?|(?:none|nobody|nothing|no one) but|to itself|monopoly)\b"
)
"""What says that nobody else has a part in it."""
DENIED = re.compile(
    r"\b(?:not|never|nor|neither|no|rather than|instead of|without|other than|beyond|outside|keeps?|bars?|excludes?|shuts?)\b[^,;]{0,20}$"
)
DENIED_BEHIND = re.compile(
    r"[^,;.]{0,30}?\b(?:(?:may|can|must|shall|should|do|does|is|are|has|have|could)(?: not|n[’']t)|cannot|ha(?:s|ve) (?:no|nothing)|no (?:business|role|say|power)|out of it"
    r"|kept out|(?<=\w )out)\b"
)
UNLESS = re.compile(r"\b(?:unless|except (?:where|when|if))\b")
CLAUSE = re.compile(r";|\b(?:while|whereas|but|although|though)\b")
TRIED = re.compile(
    r"\b(?:tr(?:ied|iable)(?: \w+)? (?:by|in|before)|go(?:es)? (?:straight |only |first )?to|heard (?:by|in|before)|tries|trials? to|sends? [^.;,]{1,30}? to"
    r"|com(?:es?|ing)(?: up)? before|before|(?:is|are) for|(?:power|jurisdiction|right) to (?:try|hear)\b[^.;,]{0,40}? (?:with|to))\b[^.;,]{0,40}?$"
)
"""What stands before a court that tries."""
TRIES = re.compile(r"s?(?:[^.;,]{0,40}?|,) (?:tr(?:y|ies)(?! to\b)|hears?)\b")
TRYING = re.compile(
    r"\b(?:tr(?:y|ies|ied|iable|ials?)|hear[ds]?|go(?:es)?|before|for|(?:sen[dt]s?|transferred|shifted|referred|committed|moved) [^.;,]{0,30}?to)\b"
)
"""Without it no court is said to try anything."""
ALLOTTED = re.compile(
    r"\b(?:tr(?:y|ies|ied|iable|ials?)|hear(?:s|d|ing)?|business|matters? (?:for|of)|fall(?:s)?|reach|jurisdiction|first instance|cogni[sz]a\w+|reserved"
    r"|belongs?|competent|powers?|lies? with\w*|rests?|hands|go(?:es)?|(?:for|to) the purpose|pass any|face)\b"
)
"""What allots a matter to a court, where the law is named."""
MOVED = re.compile(r"\b(?:sent(?: up)?|transferred|shifted|referred|committed|moved) to\b|\bpending before\b")
POWERLESS = re.compile(r"s?,? (?:ha(?:s|ve|ving) no|cannot|may not|must not|do(?:es)? not|are not|is not)\b")
BROUGHT = re.compile(
    r"\b(?:produced|presented|appear(?:s|ed|ing)?|brought|hauled|taken) (?:\w+ )?(?:before|in|to)\b|\b(?:is|are|was|were) (?:\w+ )?before (?:the|a|an)\b"
)
"""Where one accused is taken, which may be before any court."""
EVENT = re.compile(
    r"\b(?:remand\w*|recorded|grant\w*|bail\w*|acquitt\w*|convict(?:ed|s)|sentenced|jailed|ordered"
    r"|directed|ruled|observed|dismissed|adjourned|rejected|petition\w*|moved|approached|(?:on|until) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""What is told of one case."""
COURTS = re.compile(
    r"(?P<magistrate>magistrate)|(?P<sessions>sessions)|(?P<terror>terroris[mt]s? court|terrorism)|(?P<special>special (?:court|judge))"
    r"|(?P<military>military court)|(?P<higher>supreme court|shariat court)|(?P<high>high court)|(?P<tribunal>tribunal)"
    r"|(?P<district>district (?:court|judge))|(?P<other>(?:family|civil|labou?r|juvenile) court)",
    re.IGNORECASE,
)
HINT = hint(
    r"FIA|[Ff]ederal (?:[Ii]nvestigation|[Aa]gen|[Ii]nvestigators|[Ss]leuths)|[Pp]olice|\b[Tt]hana|\bSHO\b|[Mm]agistrate|[Ss]essions"
    r"|[Tt]erroris[mt] [Cc]ourt|[Ss]pecial (?:[Cc]ourt|[Jj]udge)|(?:[Dd]istrict|[Hh]igh|[Ss]upreme|[Ss]hariat|[Ff]amily|[Cc]ivil|[Ll]abou?r|[Jj]uvenile|[Mm]ilitary) [Cc]ourt|[Dd]istrict [Jj]udge|[Tt]ribunal"
)
_NEAR = 70


@dataclass(frozen=True, slots=True)
class _Part:
    """What one clause says of one body."""

    span: Span
    fia: bool
    denied: bool


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of one sentence on who investigates and who tries."""
    low, span = passage.low, passage.span
    named = any(citation.works for citation in passage.cited)
    # A body or a court in a sentence that neither names a law nor gives anybody a task is one of a story's many.
    agency = AGENCY.search(low, span.start, span.end) and (named or TASK.search(low, span.start, span.end))
    court = COURTS.search(low, span.start, span.end) and (named or TRYING.search(low, span.start, span.end))
    works = spoken_of(passage) if agency or court else ()
    rules = [p for id_ in works for p in passage.ground.laws.of(id_)]
    if rules and agency:
        yield from _agencies(passage, rules, named=named)
    if rules and court:
        yield from _court(passage, rules, named=named)


def _agencies(passage: Passage, rules: list[Provision], *, named: bool) -> Iterator[Statement]:
    rule = next((p for p in rules if "agency" in p.rule or "default" in p.rule), None)
    if rule is None or ONGOING.search(passage.low, passage.span.start, passage.span.end):
        return
    before: bool | None = None
    for start, end in _clauses(passage):
        task = TASK.search(passage.low, start, end)
        parts = list(_parts(passage, start, end)) if task or (named and GIVEN.search(passage.low, start, end)) else []
        crossing, whole = _reach(passage, start, end, before=before)
        before = crossing if crossing is not None else before
        if not parts:
            continue
        verdict = _investigates(rule, parts, crossing=crossing, whole=whole)
        # In common words, or where no law is named, much is said of one case only.
        if (task and named) or verdict is not Verdict.UNKNOWN:
            place = _place(parts, task)
            yield Statement(
                place, ClaimKind.AGENCY, "agency", verdict, rule.fact, Severity.WARNING, rule.fact.statement
            )


def _place(parts: list[_Part], task: re.Match[str] | None) -> Span:
    """Where it is stated: at the body nearest to its task, one that has none only where no other is named."""
    if task is None:
        return min(parts, key=lambda p: p.denied).span
    near = min(parts, key=lambda p: (p.denied, abs(p.span.start - task.start()))).span
    return Span(min(near.start, task.start()), max(near.end, task.end()))


def _parts(passage: Passage, start: int, end: int) -> Iterator[_Part]:
    """Go through the bodies of a clause that have a part in the matter, or are said to have none."""
    low = passage.low
    for body in AGENCY.finditer(low, start, end):
        if TAKEN.search(low, max(start, body.start() - _BACK), body.start()) or SPEAKER.match(low, body.end(), end):
            continue
        denied = DENIED.search(low, max(start, body.start() - _BACK), body.start()) or DENIED_BEHIND.match(
            low, body.end(), end
        )
        yield _Part(Span(*body.span()), bool(body["fia"]), bool(denied))


_BACK = 32


def _clauses(passage: Passage) -> Iterator[tuple[int, int]]:
    start = passage.span.start
    for mark in CLAUSE.finditer(passage.low, start, passage.span.end):
        yield start, mark.start()
        start = mark.end()
    yield start, passage.span.end


def _reach(passage: Passage, start: int, end: int, *, before: bool | None) -> tuple[bool | None, bool]:
    """Tell whether a clause speaks of crossing a border, of staying inside one, or of neither; and of every case."""
    low = passage.low
    if EITHER.search(low, start, end):
        return None, True
    whole = bool(WHOLE.search(low, start, end))
    if INSIDE.search(low, start, end):
        return False, whole
    cross = CROSS.search(low, start, end)
    if cross:
        return not UNLESS.search(low, start, cross.start()), whole
    return (not before if before is not None and REST.search(low, start, end) else None), whole


def _investigates(rule: Provision, parts: list[_Part], *, crossing: bool | None, whole: bool) -> Verdict:
    """Compare what a clause gives to the FIA and to the police with whom the Act names.

    Where it says nothing of borders, `the FIA and not the police` may still be said of one case.
    """
    right = True if "agency" in rule.rule else crossing
    given = {part.fia for part in parts if not part.denied}
    kept_from = {part.fia for part in parts if part.denied}
    if right is None:
        # Each has its own cases: nobody has all of them.
        return Verdict.CONTRADICTED if whole and len(given) == 1 else Verdict.UNKNOWN
    if right in given:
        return Verdict.SUPPORTED
    return Verdict.CONTRADICTED if given or right in kept_from else Verdict.SUPPORTED


def _court(passage: Passage, rules: list[Provision], *, named: bool) -> Iterator[Statement]:
    held = [(fact, sort, sure) for p in rules for fact, words, sure in _courts(p) for sort in _sorts(words)]
    held = held or list(_bodies(passage, rules))
    found = _tried(passage, named=named) if held else None
    if not found:
        found = _moved(passage, {sort for _, sort, _ in held}) if held else None
    if not found:
        return
    court, denied = found
    said = str(court.lastgroup)
    same = [(fact, sure) for fact, sort, sure in held if sort == said]
    fact, sure = max(same, key=lambda pair: pair[1], default=(held[0][0], True))
    right = bool(same) is not denied
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    if not sure or fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    span = Span(*court.span())
    yield Statement(span, ClaimKind.AGENCY, "court", verdict, fact, Severity.WARNING, fact.statement)


def _tried(passage: Passage, *, named: bool) -> tuple[re.Match[str], bool] | None:
    """Return the court that a sentence says tries, and whether it says that it does not."""
    low, span = passage.low, passage.span
    if BROUGHT.search(low, span.start, span.end):
        return None
    event = EVENT.search(low, span.start, span.end)
    denied = None
    for court in COURTS.finditer(low, span.start, span.end):
        start, end = max(span.start, court.start() - _NEAR), min(span.end, court.end() + _NEAR)
        plainly = TRIED.search(low, start, court.start()) or TRIES.match(low, court.end(), end)
        if not plainly and (not named or event or not ALLOTTED.search(low, start, end)):
            continue
        if not DENIED.search(low, start, court.start()) and not POWERLESS.match(low, court.end(), end):
            return court, False
        denied = denied or court
    return (denied, True) if denied else None


def _moved(passage: Passage, sorts: set[str]) -> tuple[re.Match[str], bool] | None:
    """Return the court that one case was sent to, where it is the right one: another may have its reasons."""
    moved = MOVED.search(passage.low, passage.span.start, passage.span.end)
    court = COURTS.search(passage.low, moved.end(), min(passage.span.end, moved.end() + _NEAR)) if moved else None
    return (court, False) if court and court.lastgroup in sorts else None


def _courts(provision: Provision) -> Iterator[tuple[Fact, str, bool]]:
    """Go through what a provision says of the court: the fact, its words, and whether it is law already."""
    if "court" in provision.rule:
        yield provision.fact, str(provision.rule["court"]), True
    if provision.kind == "jurisdiction":
        for version in provision.versions:
            yield version.fact, version.value, version.confirmed


def _bodies(passage: Passage, rules: list[Provision]) -> Iterator[tuple[Fact, str, bool]]:
    """Go through the tribunals set up where these laws hold, for Acts whose court is not recorded otherwise."""
    places = {passage.ground.laws.works[rule.work].jurisdiction for rule in rules}
    for body in passage.ground.laws.bodies:
        if body.jurisdiction in places and "Tribunal" in body.fact.statement:
            yield body.fact, "tribunal", True


def _sorts(words: str) -> frozenset[str]:
    return frozenset(str(match.lastgroup) for match in COURTS.finditer(words))
