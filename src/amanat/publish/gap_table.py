"""The gap table as CSV and as a page: duty, what law and practice do, evidence, and what to do next.

It holds no words of any story, so it needs no Edition.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from amanat.core import Fact
from amanat.registers.framework import Row, Status

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
NOTE = (
    "Information, not legal advice. “Unknown” means that nobody has looked, not that nothing is there."
    " Nothing is called met without a source."
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


def as_html(title: str, rows: Sequence[Row]) -> bytes:
    """Return the table as one page that needs nothing from outside."""
    counts = ", ".join(f"{sum(r.law is s for r in rows)} {s}" for s in Status)
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        f'<meta name="viewport" content="width=device-width"><style>{_CSS}</style></head><body>',
        f"<h1>{escape(title)}</h1><p>In law: {escape(counts)}. {escape(NOTE)}</p>",
    ]
    words = {
        1: "A gap here puts victims at risk at once",
        2: "A gap here lets offenders go",
        3: "Systems and cooperation",
    }
    for rank, said in words.items():
        chosen = [row for row in rows if row.duty.rank == rank]
        if chosen:
            parts.append(_section(said, chosen))
    return "".join((*parts, "</body></html>")).encode()


def as_pairs(title: str, pairs: Sequence[tuple[Row, Row]]) -> bytes:
    """Return two countries side by side as one page."""
    first, second = pairs[0][0].country, pairs[0][1].country
    body = "".join(
        f"<tr><td>{escape(a.duty.name)} {escape(a.duty.article)}<br><small>{escape(a.duty.text)}</small></td>"
        f"{_state(a.law)}{_state(a.practice)}{_state(b.law)}{_state(b.practice)}</tr>"
        for a, b in pairs
    )
    heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in _pair_heads(first, second))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_CSS}</style></head><body><h1>{escape(title)}</h1><p>{escape(NOTE)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></body></html>"
    ).encode()


def _pair_heads(first: str, second: str) -> tuple[str, ...]:
    return ("duty", f"{first}: law", f"{first}: practice", f"{second}: law", f"{second}: practice")


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
        f"<tr><td>{named}<br>{escape(row.duty.text)}</td>{_state(row.law)}{_state(row.practice)}"
        f"<td>{escape(row.says)}{f'<ul>{facts}</ul>' if facts else ''}</td><td>{todo}</td></tr>"
    )


def _state(status: Status) -> str:
    return f'<td class="s {status.replace(" ", "-")}"><span aria-hidden="true">{_SIGN[status]} </span>{status}</td>'


def _fact(fact: Fact) -> str:
    links = [s for s in fact.sources if s.url.startswith("http")]
    linked = "; ".join(f'<a href="{escape(s.url, quote=True)}">{escape(s.title)}</a>' for s in links[:2])
    return f"{escape(fact.statement)} [{fact.confidence}]{f' {linked}' if linked else ''}"


def _evidence(facts: Iterable[Fact]) -> str:
    return " | ".join(f"{fact.statement} [{fact.id}, {fact.confidence}]" for fact in facts)


def _plain(value: str) -> str:
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
