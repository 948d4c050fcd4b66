"""The safe version as a small web page: own language and direction for every block, no script, no request."""

from base64 import b64encode
from hashlib import sha256

from markupsafe import escape

from amanat.core import Block, BlockKind, Edition, Emphasis, Layer
from amanat.publish.markup import block as marked_up
from amanat.publish.moving import laid_out
from amanat.publish.outline import List, Part, Table, around, body, caption, words

SUFFIX = "html"
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
_FRAMES = (
    "figure{margin:1em 0}figure p{border:1px solid #767676;padding:2em 1em;margin:0}img{max-width:100%;height:auto}"
)
_WITH_FRAMES = f"{_POLICY}; img-src data:; style-src 'sha256-{b64encode(sha256(_FRAMES.encode()).digest()).decode()}'"
"""What a page with places of pictures may do besides: show those that stand in it, and this one style."""
_MARKS = {
    Emphasis.BOLD: "strong",
    Emphasis.ITALIC: "em",
    Emphasis.UNDERLINE: "u",
    Emphasis.STRIKE: "s",
    Emphasis.RAISED: "sup",
    Emphasis.LOWERED: "sub",
}
_DEEPEST_HEADING = 6
_NOTES = {Layer.FOOTNOTE: "div", Layer.ENDNOTE: "div", Layer.TEXT_BOX: "aside"}


def write(edition: Edition) -> bytes:
    """Return the page in UTF-8."""
    blocks = laid_out(edition)
    rows = [_around(edition, blocks, Layer.HEADER, "header")]
    rows += [_part(edition, part) for part in body(blocks)]
    rows.append(_around(edition, blocks, Layer.FOOTER, "footer"))
    framed = any(block.picture for block in blocks)
    style = f"<style>{_FRAMES}</style>\n" if framed else ""
    return (
        f'<!doctype html>\n<html lang="{escape(edition.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_WITH_FRAMES if framed else _POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n<title>Safe version</title>\n'
        f"{style}</head>\n<body>\n"
        f"{chr(10).join(filter(None, rows))}\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _around(edition: Edition, blocks: tuple[Block, ...], layer: Layer, tag: str) -> str:
    inner = "".join(_tagged(edition, block, "p") for block in around(blocks, edition, layer))
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def _part(edition: Edition, part: Part) -> str:
    if isinstance(part, Table):
        return f"<table>{''.join(_row(edition, row) for row in part.rows)}</table>"
    if isinstance(part, List):
        return _list(edition, part)
    if part.kind is BlockKind.HEADING:
        return _tagged(edition, part, f"h{min(max(part.level, 1), _DEEPEST_HEADING)}")
    outer = _NOTES.get(part.layer)
    return _tagged(edition, part, "p") if outer is None else f"<{outer}>{_tagged(edition, part, 'p')}</{outer}>"


def _row(edition: Edition, cells: tuple[tuple[Block, ...], ...]) -> str:
    boxes = ("".join(_tagged(edition, block, "p") for block in cell) for cell in cells)
    return f"<tr>{''.join(f'<td>{inner}</td>' for inner in boxes)}</tr>"


def _list(edition: Edition, part: List) -> str:
    """Return items as lists in lists, as deep as each says and no deeper than one step at a time."""
    out: list[str] = []
    open_: list[str] = []
    for item in part.items:
        depth = min(item.level + 1, len(open_) + 1)
        while len(open_) > depth:
            out.append(f"</li></{open_.pop()}>")
        if len(open_) == depth:
            out.append("</li>")
        else:
            open_.append("ol" if item.ordered else "ul")
            out.append(f"<{open_[-1]}>")
        out.append("<li>" + _tagged(edition, item, "p"))
    out += [f"</li></{tag}>" for tag in reversed(open_)]
    return "".join(out)


def _tagged(edition: Edition, block: Block, tag: str) -> str:
    if block.picture:
        return _picture(edition, block)
    inner = "".join(_run(each.text, each.emphasis, each.link, block) for each in words(edition, block))
    return f'<{tag} lang="{escape(block.language)}" dir="{block.direction}">{inner}</{tag}>'


def _picture(edition: Edition, block: Block) -> str:
    """Return the picture, or an empty frame in its place."""
    shown = edition.picture_at(block)
    if shown is None:
        spoken = f'lang="{escape(block.language)}" dir="{block.direction}"'
        return f"<figure><p {spoken}>{escape(caption(edition, block))}</p></figure>"
    data = b64encode(shown.content).decode("ascii")
    size = f'width="{shown.width}" height="{shown.height}"'
    return f'<figure><img alt="{escape(block.alt)}" {size} src="data:image/jpeg;base64,{data}"></figure>'


def _run(text: str, emphasis: frozenset[Emphasis], link: str, block: Block) -> str:
    inner = str(marked_up(text, block.direction)).replace("\n", "<br>")
    for kind, tag in _MARKS.items():
        inner = f"<{tag}>{inner}</{tag}>" if kind in emphasis else inner
    return f'<a href="{escape(link)}" rel="noreferrer">{inner}</a>' if link else inner
