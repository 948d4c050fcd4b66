"""Who of the harmed speaks under the own name, as the story says: the editor then decides about the name.

Consent is one person's. Others harmed in the same story stay protected, and a child cannot give it.
"""

import re
from collections.abc import Iterator, Sequence

from amanat.people.cluster import Cluster

_OWN = r"(?:her|his|their)"
_PRESS = (
    r"(?:Times|Guardian|Mail|Sun|Mirror|Telegraph|Post|News|Herald|Tribune|Express|Dawn|BBC|CNN|"
    r"newspapers?|reporters|journalists?|magazine)"
)
_WAIVED = re.compile(
    rf"\b(?:waiv(?:ed|es|ing)|gave up|given up|giving up)\s+{_OWN}\s+(?:(?:legal|lifelong|right to)\s+)*anonymity\b"
    rf"|\b(?:asked|agreed|chose|chosen|decided|wants|wanted|willing|happy)\s+to\s+be\s+(?:named|identified)\b"
    rf"|\btold\s+{_OWN}\s+(?:own\s+)?story\s+to\s+(?:[Tt]he\s+|[Tt]his\s+)?(?:[A-Z]\w+\s+){{0,2}}{_PRESS}\b"
    rf"|\bspeak(?:s|ing)?\s+(?:publicly\s+)?under\s+{_OWN}\s+(?:own|real)\s+name\b"
)
_NOT = re.compile(r"\b(?:not|never|nor|n[’']t|without|refus\w+|declin\w+)\b[^.]{0,25}$")
_BEFORE = 300  # code points between a person and what the story says of consent
_AFTER = 120


def consenting(text: str, clusters: Sequence[Cluster], harmed: Sequence[bool]) -> frozenset[int]:
    """Find who speaks under the own name.

    Args:
        text: the story.
        clusters: the persons named.
        harmed: for each, whether the story holds them for a victim.

    Returns:
        Numbers of clusters.
    """
    return frozenset(_whose(text, clusters, harmed))


def _whose(text: str, clusters: Sequence[Cluster], harmed: Sequence[bool]) -> Iterator[int]:
    spans = [(m.span, n) for n, c in enumerate(clusters) if harmed[n] for m in c.mentions]
    for said in _WAIVED.finditer(text):
        if _NOT.search(text[max(0, said.start() - 40) : said.start()]):
            continue
        before = [(span.end, n) for span, n in spans if 0 <= said.start() - span.end <= _BEFORE]
        after = [(span.start, n) for span, n in spans if 0 <= span.start - said.end() <= _AFTER]
        if before:
            yield max(before)[1]
        elif after:
            yield min(after)[1]
