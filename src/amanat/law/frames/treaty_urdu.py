"""Statements of treaty status in Urdu: the instrument, then the verb, then the negation, in this order."""

import re
from collections.abc import Iterator

from amanat.core import Span
from amanat.law.hint import hint
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.law.verdicts.treaty import Saying, judge

ACT = re.compile(
    r"(?P<ratification>توثیق)|(?P<accession>الحاق)|(?P<signature>دستخط)|(?P<withdrawal>دستبردار|علیحدگی)"
    r"|(?P<join>شمولیت|شامل|فریق|رکن|حصہ)"
)
HINT = hint(ACT.pattern)
NEGATION = re.compile(r"\b(?:نہیں|نہ|انکار|بغیر)\b")
PLAN = re.compile(r"چاہیے|مطالبہ|زور دیا|ارادہ|منصوبہ|غور|کرے گا|کریں گے|ہو جائے گا|تجویز|اپیل|سفارش|اگر")
_FAR = 60
_NEAR = 20


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of treaty status of one sentence."""
    for number, named in enumerate(passage.treaties):
        stop = passage.treaties[number + 1].span.start if number + 1 < len(passage.treaties) else passage.span.end
        acts = list(ACT.finditer(passage.text, named.span.end, min(stop, named.span.end + _FAR)))
        # `neither signed nor joined`: being bound weighs more than having signed.
        act = next((a for a in acts if a.lastgroup != "signature"), acts[0] if acts else None)
        if act is None or PLAN.search(passage.text, act.end(), passage.span.end):
            continue
        before = [p for p in passage.parties if p.span.end <= named.span.start]
        between = [p for p in passage.parties if named.span.end <= p.span.start < act.start()]
        subject = next(iter([*before[-1:], *between[:1]]), None)
        party = subject.id if subject else passage.party
        if not party:
            continue
        negation = NEGATION.search(passage.text, named.span.end, stop)
        before_act = [y for y in passage.years if y.span.end <= act.start()]
        behind = [y for y in passage.years if 0 <= y.span.start - act.end() < _NEAR and y.span.end <= stop]
        year = before_act[-1] if before_act else next(iter(behind), None)
        saying = Saying(
            party,
            named.ids[0],
            str(act.lastgroup),
            negation is not None,
            year.value if year else None,
            year.month if year else None,
            "کابینہ" in passage.between(passage.span.start, passage.span.end),
        )
        start = min(
            [named.span.start, *([before[-1].span.start] if before else []), *([year.span.start] if year else [])]
        )
        end = max(act.end(), negation.end() if negation else 0)
        yield judge(passage, saying, Span(start, end), Span(*act.span()), year.span if year else None)
