"""From findings to what an editor shows: squiggles, cards on hover, one-click fixes, a line about who is protected."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from amanat.core import Finding, Fix, MentionKind, Person, Protection, Review, RuleCard, Severity, Span
from amanat.lsp.open_story import OpenStory
from amanat.publish.lines import Lines

SOURCE = "amanat"
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
    Severity.NOTE: types.DiagnosticSeverity.Hint,
}
_REASONS = ("quote", "title of a law", "public interest", "the survivor's own words", "house style")
_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))


def diagnostics(story: OpenStory) -> list[types.Diagnostic]:
    """Return the remarks of a story as squiggles; what is said of the whole story stands at its top."""
    lines = story.lines
    return [_diagnostic(lines, finding) for finding in story.findings]


def _diagnostic(lines: Lines, finding: Finding) -> types.Diagnostic:
    url = next((source.url for source in finding.sources if source.url.startswith("http")), "")
    return types.Diagnostic(
        range=range_of(lines, finding.span),
        message=finding.message,
        severity=_LEVELS[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(href=url) if url else None,
        source=SOURCE,
    )


def hover(story: OpenStory, position: types.Position, cards: dict[str, RuleCard]) -> types.Hover | None:
    """Return the card of the remark under the pointer: why, what instead, on what ground."""
    lines = story.lines
    place = lines.place(position.line, position.character)
    found = [f for f in story.findings if f.span and f.span.start <= place < f.span.end]
    if not found:
        return None
    text = "\n\n---\n\n".join("\n\n".join(_card(finding, cards.get(finding.code))) for finding in found)
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, range_of(lines, found[0].span))


def _card(finding: Finding, card: RuleCard | None) -> Iterator[str]:
    yield f"**{finding.code}** {card.title if card else ''}".strip()
    yield finding.message
    if finding.remedy:
        yield f"*Instead:* {finding.remedy}"
    if card and card.better:
        yield f"*For example:* {card.better[0]}"
    for source in finding.sources[:2]:
        yield f"[{source.title}]({source.url})" if source.url.startswith("http") else source.title


def actions(story: OpenStory, uri: str, asked: types.Range) -> list[types.CodeAction]:
    """Return what one click can do about the remarks in a range: write something else, or keep with a reason."""
    lines = story.lines
    low = lines.place(asked.start.line, asked.start.character)
    high = lines.place(asked.end.line, asked.end.character)
    out: list[types.CodeAction] = []
    for finding in story.findings:
        span = finding.span
        if span and span.start <= high and low <= span.end:
            squiggle = [_diagnostic(lines, finding)]
            out += [_write(lines, uri, finding, fix, squiggle) for fix in finding.fixes]
            if finding.room != "identity":
                out += [_keep(lines, uri, finding, reason, squiggle) for reason in _REASONS]
    return out


def _write(lines: Lines, uri: str, finding: Finding, fix: Fix, squiggle: list[types.Diagnostic]) -> types.CodeAction:
    edit = types.TextEdit(range_of(lines, fix.span), fix.replacement)
    return types.CodeAction(
        title=f"Write “{fix.replacement}”" if fix.replacement else "Leave it out",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=squiggle,
        is_preferred=fix is finding.fixes[0],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def _keep(lines: Lines, uri: str, finding: Finding, reason: str, squiggle: list[types.Diagnostic]) -> types.CodeAction:
    code, behind = finding.code, finding.span.end if finding.span else 0
    end = lines.text.find("\n", behind)
    end = len(lines.text) if end < 0 else end
    position = types.Position(lines.line(end), lines.utf16(end))
    edit = types.TextEdit(types.Range(position, position), f' <!-- amanat: keep {code} reason="{reason}" -->')
    return types.CodeAction(
        title=f"Keep: {reason} ({code})",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=squiggle,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def lenses(story: OpenStory) -> list[types.CodeLens]:
    """Return a line at the top that says how many are protected, and one where each of them is first named.

    They speak of the text as it was last reviewed; after an edit they wait for the next save.
    """
    found = story.review
    if found is None or found.digest != story.document.digest:
        return []
    lines = story.lines
    return [_lens(_TOP, _summary(found.people)), *(_lens(*pair) for pair in _protected(lines, found))]


def _summary(people: Iterable[Person]) -> str:
    counts = dict.fromkeys(Protection, 0)
    for person in people:
        counts[person.protection] += 1
    hidden, named, open_ = counts[Protection.PROTECT], counts[Protection.NAME], counts[Protection.EDITOR]
    return f"{hidden} to protect, {named} stay named, {open_} for you to decide"


def _protected(lines: Lines, found: Review) -> Iterator[tuple[types.Range, str]]:
    labels = {mask.person: mask.label for mask in reversed(found.masks) if mask.label}
    for person in found.people:
        names = [m.span for m in person.mentions if m.kind is MentionKind.NAME]
        if person.protection is Protection.PROTECT and names:
            role = person.role.value.replace("_", " ")
            label = labels.get(person.id, "")
            yield range_of(lines, names[0]), f"protected: {role}{f' → {label}' if label else ''}"


def _lens(at: types.Range, title: str) -> types.CodeLens:
    return types.CodeLens(at, types.Command(title, ""))


def range_of(lines: Lines, span: Span | None) -> types.Range:
    """Return a stretch as lines and UTF-16 columns; the top of the text for remarks about the whole story."""
    if span is None:
        return _TOP
    start = types.Position(lines.line(span.start), lines.utf16(span.start))
    return types.Range(start, types.Position(lines.line(span.end), lines.utf16(span.end)))
