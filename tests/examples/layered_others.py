"""An OpenDocument text, a web page and a mail with one invented name in each of their layers.

As in `layered_docx`: a table of layers with whether a reader sees them, and a function that makes the file.
"""

import io
import zipfile
from base64 import b64encode
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape, quoteattr

from layered_docx import jpeg, simple

Names = Mapping[str, str]
HTML = {
    "paragraph": True, "heading": True, "item": True, "cell": True, "bold": True, "link_text": True, "split": True,
    "pre": True, "entity": True, "title": False, "meta": False, "comment": False, "script": False, "style": False,
    "hidden": False, "display_none": False, "alt": False, "tooltip": False, "link_target": False, "picture_source": False,
    "data_attribute": False, "hidden_input": False, "filled_input": True, "template": False, "noscript": False,
    "frame": False, "instruction": False,
}  # fmt: skip
ODT = {
    "paragraph": True, "heading": True, "item": True, "cell": True, "span": True, "link_text": True, "footnote": True,
    "endnote": True, "text_box": True, "header": True, "footer": True, "section": True, "field": True, "insertion": True,
    "deletion": False, "comment": False, "comment_author": False, "change_author": False, "hidden_section": False,
    "hidden_text": False, "hidden_style": False, "alt": False, "frame_name": False, "bookmark": False,
    "link_target": False, "meta_creator": False, "meta_title": False, "meta_custom": False, "xml_comment": False,
    "zip_comment": False, "exif": False, "variable": False, "embedded": False, "setting": False, "script": False,
}  # fmt: skip
EML = {
    "subject": True, "text": True, "from": False, "to": False, "cc": False, "message_id": False, "received": False,
    "own_header": False, "html_form": False, "file_name": False, "attached_text": False, "attached_html": False,
    "attached_docx": False, "attached_mail": False, "inner_attachment": False, "picture_exif": False, "preamble": False,
    "part_header": False, "encoded_word": False,
}  # fmt: skip


def _maker(names: Names, layers: Mapping[str, bool]) -> tuple[Callable[[str], str], Callable[[str], str]]:
    def raw(layer: str) -> str:
        assert layer in layers
        return names.get(layer, "nothing")

    def words(layer: str) -> str:
        assert layer in layers
        name = names.get(layer)
        return escape(f"Police freed {name}, 13, who was held as a bonded worker." if name else "The kiln was closed.")

    return raw, words


def html(names: Names) -> bytes:
    """Return a web page."""
    raw, words = _maker(names, HTML)
    half = len(names.get("split", ""))
    said, entity = words("split"), "".join(f"&#{ord(c)};" for c in raw("entity"))
    cut = said.find(names.get("split", " ")) + half // 2
    return f"""<!DOCTYPE html>
<html><head><title>{raw("title")}</title><meta name="author" content={quoteattr(raw("meta"))}>
<script>let who = "{raw("script")}";</script><style>.x::after {{ content: "{raw("style")}" }}</style></head>
<body><h1>A girl was freed from a brick kiln</h1><!-- {raw("comment")} --><?pi {raw("instruction")}?>
<h2>{words("heading")}</h2><p>{words("paragraph")}<p>{said[:cut]}<b>{said[cut:]}</b>
<ul><li>{words("item")}</ul><table><tr><td>Person<td>{words("cell")}</table><p><strong>{words("bold")}</strong></p>
<p><a href="https://news.example/{raw("link_target").replace(" ", "-")}" title={quoteattr(raw("tooltip"))}>{words("link_text")}</a></p>
<pre>{words("pre")}</pre><p>Police freed {entity}, 13, who was held as a bonded worker.</p>
<p hidden>{raw("hidden")}</p><div style="color:red; display: none">{raw("display_none")}</div>
<img src="pictures/{raw("picture_source").replace(" ", "_")}.jpg" alt={quoteattr(raw("alt"))}>
<div data-client={quoteattr(raw("data_attribute"))}></div><input type="hidden" name="x" value={quoteattr(raw("hidden_input"))}>
<input value={quoteattr(words("filled_input"))}><template>{raw("template")}</template><noscript>{raw("noscript")}</noscript>
<iframe srcdoc={quoteattr("<p>" + raw("frame") + "</p>")}></iframe></body></html>""".encode()


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NS = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0" xmlns:draw="{_ODF}:drawing:1.0" '
    f'xmlns:style="{_ODF}:style:1.0" xmlns:meta="{_ODF}:meta:1.0" xmlns:svg="{_ODF}:svg-compatible:1.0" xmlns:config="{_ODF}:config:1.0" '
    f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" xmlns:script="{_ODF}:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)


def odt(names: Names) -> bytes:
    """Return an OpenDocument text."""
    raw, words = _maker(names, ODT)
    p = '<text:p text:style-name="{1}">{0}</text:p>'.format
    author = f"<office:change-info><dc:creator>{raw('change_author')}</dc:creator></office:change-info>"
    note = '<text:p>A note.<text:note text:note-class="{}"><text:note-body><text:p>{}</text:p></text:note-body></text:note></text:p>'.format
    said = words("span")
    body = f"""<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{author}{p(words("deletion"), "S")}
</text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">A girl was freed</text:h>
{p(words("paragraph"), "S")}<text:h text:outline-level="2">{words("heading")}</text:h><!-- {raw("xml_comment")} -->
<text:list text:style-name="L1"><text:list-item>{p(words("item"), "S")}</text:list-item></text:list>
<text:p>{said[:16]}<text:span text:style-name="B">{said[16:20]}</text:span>{said[20:]}</text:p>
<table:table table:name="T"><table:table-row><table:table-cell>{p("Person", "S")}</table:table-cell><table:table-cell>
{p(words("cell"), "S")}</table:table-cell></table:table-row></table:table>
<text:p><text:a xlink:href="https://news.example/{raw("link_target").replace(" ", "-")}">{words("link_text")}</text:a>
<text:bookmark text:name={quoteattr(raw("bookmark"))}/></text:p>{note("footnote", words("footnote"))}
{note("endnote", words("endnote"))}<text:p><draw:frame draw:name={quoteattr(raw("frame_name"))}><draw:text-box>
{p(words("text_box"), "S")}</draw:text-box><svg:desc>{raw("alt")}</svg:desc></draw:frame></text:p>
<text:p>Noted.<office:annotation><dc:creator>{raw("comment_author")}</dc:creator>{p(words("comment"), "S")}</office:annotation>
</text:p><text:section text:name="a">{p(words("section"), "S")}</text:section>
<text:section text:name="b" text:display="none">{p(words("hidden_section"), "S")}</text:section>
<text:p>Hidden here.<text:hidden-text text:string-value={quoteattr(raw("hidden_text"))} text:is-hidden="true"/></text:p>
{p(words("hidden_style"), "H")}<text:p><text:author-name>{words("field")}</text:author-name></text:p>
<text:p><text:change-start text:change-id="c2"/>{words("insertion")}<text:change-end text:change-id="c2"/></text:p>
<text:p>Run.<text:script script:language="x">say {raw("script")}</text:script></text:p>"""
    declared = f'<text:user-field-decls><text:user-field-decl text:name="v" office:string-value={quoteattr(raw("variable"))}/></text:user-field-decls>'
    styles = """<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>"""
    around = (
        f"<style:header>{p(words('header'), 'S')}</style:header><style:footer>{p(words('footer'), 'S')}</style:footer>"
    )
    custom = f'<meta:user-defined meta:name="Client">{raw("meta_custom")}</meta:user-defined>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_NS}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:text>{declared}{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_NS}><office:master-styles><style:master-page>{around}</style:master-page>"
        "</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_NS}><office:meta><dc:creator>{raw('meta_creator')}</dc:creator>"
        f"<dc:title>{raw('meta_title')}</dc:title>{custom}</office:meta></office:document-meta>",
        "settings.xml": f"<office:document-settings {_NS}><config:config-item>{raw('setting')}</config:config-item></office:document-settings>",
        "Pictures/100.jpg": jpeg(raw("exif")),
        "Object 1": b"\xd0\xcf\x11\xe0\0\0" + raw("embedded").encode("utf-16-le") + b"\0\0",
        "META-INF/manifest.xml": "<manifest/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
        file.comment = raw("zip_comment").encode()
    return out.getvalue()


def eml(names: Names) -> bytes:
    """Return a mail with files on it."""
    raw, words = _maker(names, EML)
    encoded = "=?utf-8?b?" + b64encode(raw("encoded_word").encode()).decode() + "?="
    inner = (
        f"Subject: {raw('attached_mail')}\nContent-Type: multipart/mixed; boundary=I\n\n--I\nContent-Type: text/html\n"
        f"Content-Disposition: attachment; filename=i.html\n\n<p>{raw('inner_attachment')}</p>\n--I--\n"
    )
    file = "Content-Type: {}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename={}\n\n{}\n".format
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    forms = (
        f"Content-Type: multipart/alternative; boundary=A\n\n--A\nContent-Type: text/plain; charset=utf-8\n\n{words('text')}\n"
        f"--A\nContent-Type: text/html; charset=utf-8\nX-Part: {raw('part_header')}\n\n<p>{words('html_form')}</p>\n--A--\n"
    )
    parts = [
        forms,
        file("text/plain", f'"{raw("file_name")}.txt"', _base64(raw("attached_text").encode())),
        file("text/html", "a.html", _base64(f"<p>{raw('attached_html')}</p>".encode())),
        file(word, "a.docx", _base64(simple([raw("attached_docx")]))),
        file("image/jpeg", "a.jpg", _base64(jpeg(raw("picture_exif")))),
        f"Content-Type: message/rfc822\n\n{inner}",
    ]
    head = (
        f"Received: from x by y for {raw('received')}\nMessage-ID: <{raw('message_id').replace(' ', '.')}@mail.example>\n"
        f"From: {raw('from')} <a@mail.example>\nTo: {raw('to')} <b@mail.example>\nCc: {raw('cc')} <c@mail.example>\n"
        f"Subject: {words('subject')}\nX-Client: {raw('own_header')}\nComments: {encoded}\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/mixed; boundary=B\n\n{raw('preamble')}\n"
    )
    return (head + "".join(f"--B\n{part}" for part in parts) + "--B--\n").encode()


def _base64(data: bytes) -> str:
    coded = b64encode(data).decode()
    return "\n".join(coded[at : at + 76] for at in range(0, len(coded), 76))
