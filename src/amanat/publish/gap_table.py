"""The gap table as CSV and as a page: duty, what law and practice do, evidence, and what to do next.

It holds no words of any story, so it needs no Edition.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from amanat.core import Fact
from amanat.publish.gap_evidence import NOTE, counts, ranked, told
from amanat.registers.framework import Row, Status, of_assessment

COLUMNS = (
    "rank",
    "instrument",
    "article",
    "force",
    "duty",
    "law",
    "practice",
    "says",
    "evidence in law",
    "evidence in practice",
    "action",
    "responsible",
    "indicator",
    "by",
    "model",
)
_SIGN = {Status.NOT_MET: "✗", Status.PARTLY: "◐", Status.UNKNOWN: "?", Status.MET: "✓"}
_CSS = """
:root{color-scheme:light dark}
body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:start;font-weight:600;padding:.5rem 0}
th,td{border:1px solid #8886;padding:.4rem .5rem;text-align:start;vertical-align:top}
thead th{position:sticky;top:0;background:Canvas}
.s{white-space:nowrap;font-weight:600}
.not-met{background:#c0392b33}.partly{background:#e6a70033}.met{background:#1e844933}.unknown{background:#8882}
small{opacity:.85}
ul{margin:.4rem 0;padding-inline-start:1rem}
@media (max-width:44rem){
table,caption,tbody,tr,td{display:block}thead{display:none}tr{border-top:2px solid}td{border-width:0 0 1px}
td[data-head]::before{content:attr(data-head) ": ";font-weight:600}
}
@media print{body{max-width:none;margin:0}thead th{position:static}}
"""


def records(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Return the table as flat records with the names of COLUMNS."""
    out = []
    for row in rows:
        step, duty = row.step, row.duty
        values = (
            str(duty.rank),
            duty.name,
            duty.article,
            duty.force,
            duty.text,
            row.law,
            row.practice,
            row.says,
            _evidence(row.law_facts),
            _evidence(row.practice_facts),
            *((step.action, step.body, step.indicator, step.by, step.model) if step else ("",) * 5),
        )
        out.append(dict(zip(COLUMNS, map(str, values), strict=True)))
    return out


def as_csv(rows: Iterable[Row]) -> bytes:
    """Return the table as CSV in UTF-8 with a mark that spreadsheets understand; no cell can start a formula."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows({key: _plain(value) for key, value in record.items()} for record in records(rows))
    return file.getvalue().encode("utf-8-sig")


def as_html(title: str, rows: Sequence[Row], cautions: Sequence[str] = ()) -> bytes:
    """Return the table as one page that needs nothing from outside."""
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        f'<meta name="viewport" content="width=device-width"><style>{_CSS}</style></head><body>',
        f"<h1>{escape(title)}</h1><p>{escape(counts(rows))}</p><p>{escape(NOTE)}</p>",
        *(f'<p role="note"><strong>{escape(caution)}</strong></p>' for caution in cautions),
        *(_section(said, chosen) for said, chosen in ranked(rows)),
    ]
    return "".join((*parts, "</body></html>")).encode()


def as_pairs(title: str, pairs: Sequence[tuple[Row, Row]]) -> bytes:
    """Return two countries side by side as one page."""
    first, second = pairs[0][0].country, pairs[0][1].country
    names = ("duty", f"{first}: law", f"{first}: practice", f"{second}: law", f"{second}: practice")
    body = "".join(
        f"<tr><td>{escape(a.duty.name)} {escape(a.duty.article)}<br><small>{escape(a.duty.text)}</small></td>"
        + "".join(map(_state, (a.law, a.practice, b.law, b.practice), names[1:]))
        + "</tr>"
        for a, b in pairs
    )
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_CSS}</style></head><body><h1>{escape(title)}</h1><p>{escape(NOTE)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></body></html>"
    ).encode()


def _section(caption: str, rows: Sequence[Row]) -> str:
    heads = "".join(f'<th scope="col">{h}</th>' for h in ("duty", "law", "practice", "why and evidence", "next step"))
    body = "".join(_line(row) for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _line(row: Row) -> str:
    step = row.step
    named = f"{escape(row.duty.name)} {escape(row.duty.article)} <small>({row.duty.force})</small>"
    facts = "".join(f"<li><small>{_fact(fact)}</small></li>" for fact in (*row.law_facts, *row.practice_facts))
    todo = ""
    if step:
        pairs = (("Action", step.action), ("By whom", step.body), ("Seen by", step.indicator), ("Until", step.by))
        todo = "".join(
            f"<div><b>{name}:</b> {escape(said)}</div>" for name, said in (*pairs, ("Model", step.model)) if said
        )
    return (
        f"<tr><td>{named}<br>{escape(row.duty.text)}</td>{_state(row.law, 'law')}{_state(row.practice, 'practice')}"
        f"<td>{escape(row.says)}{f'<ul>{facts}</ul>' if facts else ''}</td><td>{todo}</td></tr>"
    )


def _state(status: Status, head: str) -> str:
    """One cell; `head` says on a narrow page, where the head of the table is away, of what it is the state."""
    kind = f"s {status.replace(' ', '-')}"
    sign = f'<span aria-hidden="true">{_SIGN[status]} </span>'
    return f'<td class="{kind}" data-head="{escape(head, quote=True)}">{sign}{status}</td>'


def _fact(fact: Fact) -> str:
    links = [s for s in fact.sources if s.url.startswith("http")]
    linked = "; ".join(f'<a href="{escape(s.url, quote=True)}">{escape(s.title)}</a>' for s in links[:2])
    name = "" if of_assessment(fact) else f"{escape(fact.id)}, "
    return f"{escape(fact.statement)} [{name}{fact.confidence}]{f' {linked}' if linked else ''}"


def _evidence(facts: Iterable[Fact]) -> str:
    return " | ".join(f"{told(fact)}{_addresses(fact)}" for fact in facts)


def _addresses(fact: Fact) -> str:
    return "".join(f" <{source.url}>" for source in fact.sources if source.url.startswith("http"))


def _plain(value: str) -> str:
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
