"""Reviews as compilers complain, `story.md:3:14: error: … [D301]`: for a terminal, a hook, an editor's jump list.

The form is that of the GNU Coding Standards ("Formatting Error Messages"); columns count code points from 1. A line
quotes nothing of the story.
"""

from collections.abc import Iterable, Iterator

from amanat.core import Document, Finding, Review
from amanat.publish.lines import Lines


def one_a_line(reviews: Iterable[tuple[Document, Review]]) -> Iterator[str]:
    """Yield one line for each finding, in order of place; findings about a whole story have no place."""
    for pair in reviews:
        yield from _told(*pair)


def _told(document: Document, review: Review) -> Iterator[str]:
    lines, name = Lines.of(document), "".join(c if c.isprintable() else "\ufffd" for c in document.name)
    yield from (_line(name, lines, finding) for finding in review.findings)


def _line(name: str, lines: Lines, finding: Finding) -> str:
    place = ""
    if finding.span:
        place = f"{lines.line(finding.span.start) + 1}:{lines.code_points(finding.span.start) + 1}:"
    instead = " or ".join(fix.replacement for fix in finding.fixes if fix.replacement)
    said = (finding.message, f"Write: {instead}." if instead else finding.remedy)
    return f"{name}:{place} {finding.severity}: {' '.join(filter(None, said))} [{finding.code}]"
