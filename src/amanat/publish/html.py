"""The safe version as a small web page: own language and direction for every block, no script, no request."""

from markupsafe import escape

from amanat.core import Edition, PartKind
from amanat.publish.markup import block
from amanat.read.parts import parts_of

SUFFIX = "html"
_TAGS = {PartKind.HEADLINE: "h1"}
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def write(edition: Edition) -> bytes:
    """Return the page in UTF-8."""
    rows = []
    for part in parts_of(edition.text)[1]:
        tag = _TAGS.get(part.kind, "p")
        words = block(edition.text[part.span.start : part.span.end], part.direction)
        rows.append(f'<{tag} lang="{escape(part.language)}" dir="{part.direction}">{words}</{tag}>')
    return (
        f'<!doctype html>\n<html lang="{escape(edition.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n<title>Safe version</title>\n</head>\n<body>\n'
        f"{chr(10).join(rows)}\n</body>\n</html>\n"
    ).encode("utf-8", "replace")
