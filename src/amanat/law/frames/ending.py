"""Whether a sentence says that a law has ended, or that another has taken its place."""

import re

from amanat.core import Span
from amanat.law.citations import Citation
from amanat.law.passage import Passage
from amanat.law.verdicts.ending import Ending

_ADVERBS = r"(?: \w+ly| now| since| then| long| also| at last| already| all but)*"
ENDED = re.compile(
    r"\b(?:(?:was|were|is|are|has been|have been|had been|being|stands?|got|(?:has|have|had)(?= (?:not|never)\b))(?P<no> (?:not|never)(?: yet)?(?: been)?)?"
    rf"{_ADVERBS} (?:repealed|scrapped|abolished|annulled|revoked|rescinded|withdrawn|swept away|superseded|replaced|supplanted"
    r"|displaced|struck (?:down|off|from|out)|done away with|thrown out|dropped|omitted|deleted|taken off|buried|retired|axed|junked|binned|passed into history|history|dead|gone|defunct"
    r"|no longer (?:law|in force|in effect|valid|good law|on the books?))"
    rf"|(?:has|have|had)(?P<no2> (?:not|never)(?: yet)?)?{_ADVERBS} (?:lapsed|expired|ceased|(?:given|made) (?:way|place|room)|gone out|run out)"
    r"|(?:did (?P<no3>not|never) |never )?(?:lapsed?|expired?|ceased? to)\b"
    r"|(?P<way>(?:gave|makes?|made|gives?|giving|making) (?:way|place|room)|yielded) (?:to|for)|went out of (?:use|force)|passed into history"
    r"|no longer (?:applies|exists|stands|holds))\b"
)
"""What stands behind a law that has ended."""
ENDS = re.compile(
    r"\b(?P<verb>repeal(?:ed|s|ing)?|replac(?:ed|es|ing)|supersed(?:ed|es|ing)|supplant(?:ed|s|ing)|displac(?:ed|es|ing)|abolish(?:ed|es|ing)"
    r"|scrap(?:ped|s|ping)|annul(?:led|s|ling)|(?:did|does|done|doing) away with|(?:swept|sweeping) away|revok(?:ed|es|ing)"
    r"|(?:took|takes|taken|taking) the place of|repeal of|end of|successor (?:of|to))"
    r"(?: (?:the|its|our|their|an|a|old|colonial|earlier|former|previous|federal|\w+[’']s))*\s+$"
)
"""What stands before it."""
_OPEN = re.compile(
    r"\b(?:to|will|would|should|shall|must|may|might|could|can|if|whether|call\w*|demand\w*|urg\w+|seek\w*|want\w*|propos\w+|plan\w*|campaign\w*|ask\w*"
    r"|petition\w*|move[sd]? to|bill)\b[^.;,]{0,30}$"
)
"""What leaves open whether it will."""
_BARE = re.compile(r"(?<!by)(?<!after)(?<!since)(?<!in) [a-z]+ing\b|^[a-z]+ing\b")
"""A gerund that may be a wish: `scrapping it would be wrong`."""
_NOT = re.compile(r"\b(?:not|never|n[’']t|yet to|nor|neither|nobody|no one|none)(?: \w+){0,2} $")
_SUBJECT = re.compile(
    r"(?:\s*\([^)]*\))?(?:,[^;]{0,60},)?(?:\s+(?:itself|also|finally|in \w+|of [\w ]{3,30}|which|that|had|it)){0,3}\s*"
)
"""What may stand between a law and its verb: else something of the law ended, such as a case."""
_OBLIQUE = re.compile(r"\b(?:under|of|by|with|from|against|per) (?:the |its |pakistan[’']s |india[’']s )?$")
_PART = re.compile(
    r"[’']?s? (?:cases?|charges?|trials?|rules|training|firs?|sections?|course|hearing|week|day|amendments?)\b"
)
_REACH = 70


def ending(passage: Passage, citation: Citation) -> Ending | None:
    """Return what a sentence says of the end of a law that it cites, None where it says nothing of that."""
    return _behind(passage, citation) or _before(passage, citation)


def _behind(passage: Passage, citation: Citation) -> Ending | None:
    """`The ordinance was repealed`: the law is what ended."""
    after = next((c for c in passage.cited if c.span.start >= citation.span.end), None)
    stop = min(after.span.start if after else passage.span.end, citation.span.end + _REACH)
    behind = ENDED.search(passage.low, citation.span.end, stop)
    if behind is None:
        return None
    low = max(passage.span.start, citation.span.start - _REACH)
    gap = passage.low[citation.span.end : behind.start()]
    left_open = _OPEN.search(passage.low, low, citation.span.start) or _OPEN.search(passage.low, low, behind.start())
    if left_open or not _SUBJECT.fullmatch(gap):
        return None
    if not citation.sections and _OBLIQUE.search(passage.low, low, citation.span.start):
        return None
    said_not = behind["no"] or behind["no2"] or behind["no3"] or behind.group().startswith("never")
    return Ending(Span(citation.span.start, behind.end()), bool(said_not or _NOT.search(gap)), _work(after))


def _before(passage: Passage, citation: Citation) -> Ending | None:
    """`The Act replaced the ordinance`: the law is what was ended."""
    earlier = next((c for c in reversed(passage.cited) if c.span.end <= citation.span.start), None)
    low = max(earlier.span.end if earlier else passage.span.start, citation.span.start - _REACH)
    before = ENDS.search(passage.low, low, citation.span.start)
    if before is None or _BARE.match(passage.low, max(low, before.start("verb") - 1), before.end("verb")):
        return None
    if _PART.match(passage.low, citation.span.end) or _OPEN.search(passage.low, low, before.start("verb")):
        return None
    denied = _NOT.search(passage.low, low, before.start("verb"))
    return Ending(Span(before.start(), citation.span.end), bool(denied), _work(earlier))


def _work(citation: Citation | None) -> str:
    return citation.works[0] if citation and citation.works and not citation.sections else ""
