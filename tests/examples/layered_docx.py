# long because: one fragment of XML for every layer of a Word file, read as one table
"""A Word file with one invented name in each of its layers, written by hand: what no reader may miss and no copy leak.

`LAYERS` says for every layer whether a reader of the file sees it. `docx(names)` puts `names[layer]` into each; a layer
without a name is left out of the sentence, not of the file.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
LAYERS = {
    "body": True, "split_runs": True, "bold": True, "heading": True, "list_item": True, "table_cell": True,
    "nested_table": True, "header": True, "first_header": True, "footer": True, "footnote": True, "endnote": True,
    "text_box": True, "vml_text_box": True, "control_block": True, "control_inline": True, "hyperlink_text": True,
    "insertion": True, "move_to": True, "field_result": True, "simple_field_result": True, "smart_tag": True,
    "ruby": True, "math": True, "alt_chunk": True, "deleted_end": True, "custom_xml_wrap": True,
    "deletion": False, "move_from": False, "across_deletion": False, "control_tag": False, "link_target": False,
    "link_tooltip": False, "field_code": False, "simple_field_code": False, "comment": False, "comment_author": False,
    "change_author": False, "people": False, "alt_text": False, "drawing_name": False, "bookmark": False,
    "hidden_text": False, "white_text": False, "tiny_text": False, "word_art": False, "form_default": False,
    "dropdown": False, "core_creator": False, "core_title": False, "app_manager": False, "custom_property": False,
    "custom_xml_text": False, "custom_xml_attribute": False, "doc_var": False, "mail_merge": False, "glossary": False,
    "embedded_sheet": False, "embedded_docx": False, "ole_object": False, "exif": False, "picture_name": False,
    "custom_style": False, "xml_comment": False, "zip_comment": False, "list_label": False, "orphan_header": False,
    "orphan_part": False, "chart": False, "fallback_box": False, "deleted_row": False,
}  # fmt: skip
"""Every layer, and whether a reader of the file sees it."""
_TYPES = {
    "document": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "styles": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    "numbering": "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    "settings": "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
    "header1": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "header2": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "header3": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "footer1": "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
    "footnotes": "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "endnotes": "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
    "comments": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
}


def docx(names: Mapping[str, str], opening: str = "Police freed a girl from a brick kiln.") -> bytes:
    """Return a Word file with the names given in the layers given; all other layers hold words without a name."""
    made = _Maker(names)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in made.parts(opening).items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
        file.comment = made.raw("zip_comment").encode()
    return out.getvalue()


class _Maker:
    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def raw(self, layer: str) -> str:
        """Return the name of a layer alone, or a plain word."""
        assert layer in LAYERS
        return self._names.get(layer, "nothing")

    def attr(self, layer: str) -> str:
        return quoteattr(self.raw(layer))

    def words(self, layer: str) -> str:
        """Return a sentence with the name in it, which says what the person is."""
        name = self._names.get(layer)
        return escape(f"Police freed {name}, 13, who was held as a bonded worker." if name else "The kiln was closed.")

    def run(self, layer: str, properties: str = "", tag: str = "t") -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{self.words(layer)}</w:{tag}></w:r>'

    def paragraph(self, layer: str, properties: str = "", run: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.run(layer, run)}</w:p>"

    def split(self) -> str:
        """Return a sentence whose name is cut into runs of two letters."""
        said = self.words("split_runs")
        cut = [said[at : at + 2] for at in range(0, len(said), 2)]
        runs = (
            f'<w:r w:rsidR="00AB{n % 90 + 10}CD"><w:t xml:space="preserve">{two}</w:t></w:r>'
            for n, two in enumerate(cut)
        )
        return f"<w:p>{''.join(runs)}</w:p>"

    def change(self, tag: str, layer: str, inner: str) -> str:
        author = self.attr("change_author")
        words = self.run(layer, tag=inner)
        return f'<w:p><w:r><w:t xml:space="preserve">Yesterday. </w:t></w:r><w:{tag} w:id="9" w:author={author}>{words}</w:{tag}></w:p>'

    def across(self) -> str:
        """Return a paragraph in which the name can be read only with what was deleted."""
        name = self.raw("across_deletion")
        first, last = name[:4], name[4:]
        return (
            f'<w:p><w:r><w:t xml:space="preserve">They freed {first}</w:t></w:r><w:del w:id="11" w:author="Desk"><w:r>'
            f'<w:delText xml:space="preserve">{last} </w:delText></w:r></w:del><w:ins w:id="12" w:author="Desk"><w:r>'
            '<w:t xml:space="preserve">x </w:t></w:r></w:ins><w:r><w:t>on Monday.</w:t></w:r></w:p>'
        )

    def deleted_end(self) -> str:
        """Return two paragraphs whose border was deleted, the name across it."""
        name = self._names.get("deleted_end", "")
        return (
            '<w:p><w:pPr><w:rPr><w:del w:id="13" w:author="Desk"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Police freed '
            f"{name[:3]}</w:t></w:r></w:p><w:p><w:r><w:t>{name[3:]}, 13, who was held as a bonded worker.</w:t></w:r></w:p>"
        )

    def field(self) -> str:
        code = f"DOCPROPERTY {self.raw('field_code')}"
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        return (
            f'<w:p>{mark("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{mark("separate")}'
            f"{self.run('field_result')}{mark('end')}</w:p><w:p><w:fldSimple w:instr={quoteattr(' AUTHOR ' + self.raw('simple_field_code'))}>"
            f"{self.run('simple_field_result')}</w:fldSimple></w:p>"
        )

    def controls(self) -> str:
        drop = f'<w:dropDownList><w:listItem w:displayText={self.attr("dropdown")} w:value="1"/></w:dropDownList>'
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={self.attr('control_tag')}/>{drop}</w:sdtPr><w:sdtContent>"
            f"{self.paragraph('control_block')}</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent>{self.run('control_inline')}"
            f'</w:sdtContent></w:sdt></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/>'
            f"<w:textInput><w:default w:val={self.attr('form_default')}/></w:textInput></w:ffData></w:fldChar></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )

    def boxes(self) -> str:
        inside = f"<w:txbxContent>{self.paragraph('text_box')}</w:txbxContent>"
        old = f"<w:txbxContent>{self.paragraph('text_box')}{self.paragraph('fallback_box')}</w:txbxContent>"
        return (
            f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" '
            f"name={self.attr('drawing_name')} descr={self.attr('alt_text')}/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}"
            "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:shape><v:textbox>{old}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{self.paragraph('vml_text_box')}</w:txbxContent></v:textbox>"
            f"<v:textpath string={self.attr('word_art')}/></v:shape></w:pict></w:r></w:p>"
        )

    def tables(self) -> str:
        inner = f"<w:tbl><w:tr><w:tc>{self.paragraph('nested_table')}</w:tc></w:tr></w:tbl><w:p/>"
        gone = f'<w:tr><w:trPr><w:del w:id="20" w:author="Desk"/></w:trPr><w:tc>{self.paragraph("deleted_row")}</w:tc></w:tr>'
        return (
            '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:p><w:r>'
            f"<w:t>Person</w:t></w:r></w:p></w:tc><w:tc>{self.paragraph('table_cell')}</w:tc></w:tr>{gone}<w:tr><w:tc>{inner}"
            "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        )

    def links(self) -> str:
        return (
            f'<w:p><w:hyperlink r:id="rLink" w:tooltip={self.attr("link_tooltip")}>{self.run("hyperlink_text")}</w:hyperlink>'
            f'<w:bookmarkStart w:id="1" w:name={quoteattr(self.raw("bookmark").replace(" ", "_"))}/><w:bookmarkEnd w:id="1"/></w:p>'
        )

    def small(self) -> str:
        ruby = "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
        return (
            f'<w:p><w:smartTag w:element="PersonName">{self.run("smart_tag")}</w:smartTag></w:p>'
            f"<w:p>{ruby.format(self.run('ruby'))}</w:p>"
            f"<w:p><m:oMath><m:r><m:t>{self.words('math')}</m:t></m:r></m:oMath></w:p>"
            f'<w:customXml w:element="case">{self.paragraph("custom_xml_wrap")}</w:customXml>'
            f"{self.paragraph('hidden_text', run='<w:vanish/>')}"
            f"""{self.paragraph("white_text", run='<w:color w:val="FFFFFF"/>')}"""
            f"""{self.paragraph("tiny_text", run='<w:sz w:val="2"/>')}"""
        )

    def body(self, opening: str) -> str:
        heading, item = '<w:pStyle w:val="Heading1"/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return (
            f"<w:body><w:p><w:pPr>{heading}</w:pPr><w:r><w:t>{escape(opening)}</w:t></w:r></w:p>{self.paragraph('body')}"
            f"<!-- {escape(self.raw('xml_comment'))} -->{self.split()}{self.paragraph('bold', run='<w:b/>')}"
            f"""{self.paragraph("heading", properties=heading.replace("1", "2"))}{self.paragraph("list_item", properties=item)}"""
            f"{self.tables()}{self.boxes()}{self.controls()}{self.links()}{self.change('ins', 'insertion', 't')}"
            f"{self.change('del', 'deletion', 'delText')}{self.change('moveFrom', 'move_from', 't')}"
            f"{self.change('moveTo', 'move_to', 't')}{self.across()}{self.deleted_end()}{self.field()}{self.small()}"
            '<w:p><w:r><w:t xml:space="preserve">A note. </w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>'
            '<w:endnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>Noted.</w:t></w:r>'
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:altChunk r:id="rChunk"/>'
            '<w:sectPr><w:headerReference w:type="default" r:id="rHeader1"/><w:headerReference w:type="first" r:id="rHeader2"/>'
            '<w:footerReference w:type="default" r:id="rFooter1"/><w:titlePg/></w:sectPr></w:body>'
        )

    def notes(self, kind: str) -> str:
        edge = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        return f'{edge}<w:{kind} w:id="2">{self.paragraph(kind)}</w:{kind}>'

    def rels(self) -> str:
        ties = {
            "styles": "styles.xml", "numbering": "numbering.xml", "settings": "settings.xml", "footnotes": "footnotes.xml",
            "endnotes": "endnotes.xml", "comments": "comments.xml", "glossaryDocument": "glossary/document.xml",
            "chart": "charts/chart1.xml",
        }  # fmt: skip
        rows = [_tie(f"r{kind}", kind, target) for kind, target in ties.items()]
        rows += [_tie("rHeader1", "header", "header1.xml"), _tie("rHeader2", "header", "header2.xml")]
        rows += [_tie("rHeader3", "header", "header3.xml"), _tie("rFooter1", "footer", "footer1.xml")]
        rows += [_tie("rChunk", "aFChunk", "chunk.html"), _tie("rPeople", "people", "people.xml")]
        rows += [_tie("rSheet", "package", "embeddings/Microsoft_Excel_Sheet1.xlsx")]
        address = f"https://news.example/{self.raw('link_target').replace(' ', '-')}"
        return _rels([*rows, _tie("rLink", "hyperlink", address, ' TargetMode="External"')])

    def parts(self, opening: str) -> dict[str, str | bytes]:
        """Return every part of the file by its name."""
        picture = f"word/media/{self.raw('picture_name').replace(' ', '_')}.jpg"
        core = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{self.raw("core_title")}</dc:title>'
            f"<dc:creator>{self.raw('core_creator')}</dc:creator></cp:coreProperties>"
        )
        custom = (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="Client" pid="2">'
            f"<vt:lpwstr>{self.raw('custom_property')}</vt:lpwstr></property></Properties>"
        )
        return {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _rels(
                [_tie("r1", "officeDocument", "word/document.xml"), _tie("r2", "core-properties", "docProps/core.xml")]
            ),
            "word/document.xml": _xml("document", self.body(opening)),
            "word/_rels/document.xml.rels": self.rels(),
            "word/styles.xml": _xml("styles", self.styles()),
            "word/numbering.xml": _xml("numbering", self.numbering()),
            "word/settings.xml": _xml("settings", self.settings()),
            "word/header1.xml": _xml("hdr", self.paragraph("header")),
            "word/header2.xml": _xml("hdr", self.paragraph("first_header")),
            "word/header3.xml": _xml("hdr", self.paragraph("orphan_header")),
            "word/footer1.xml": _xml("ftr", self.paragraph("footer")),
            "word/footnotes.xml": _xml("footnotes", self.notes("footnote")),
            "word/endnotes.xml": _xml("endnotes", self.notes("endnote")),
            "word/comments.xml": _xml(
                "comments",
                f'<w:comment w:id="0" w:author={self.attr("comment_author")}>{self.paragraph("comment")}</w:comment>',
            ),
            "word/people.xml": f"<w15:people {_NS}><w15:person w15:author={self.attr('people')}/></w15:people>",
            "word/glossary/document.xml": _xml(
                "glossaryDocument",
                f"<w:docParts><w:docPart><w:docPartBody>{self.paragraph('glossary')}</w:docPartBody></w:docPart></w:docParts>",
            ),
            "word/charts/chart1.xml": f'<c:chart xmlns:c="urn:c"><c:v>{self.raw("chart")}</c:v></c:chart>',
            "word/chunk.html": f"<html><body><p>{self.words('alt_chunk')}</p></body></html>",
            "word/embeddings/Microsoft_Excel_Sheet1.xlsx": _sheet(self.raw("embedded_sheet")),
            "word/embeddings/inner.docx": _inner(self.words("embedded_docx")),
            "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\0\0"
            + self.raw("ole_object").encode("utf-16-le")
            + b"\0\0",
            picture: jpeg(self.raw("exif")),
            "customXml/item1.xml": f"<case girl={self.attr('custom_xml_attribute')}><who>{self.raw('custom_xml_text')}</who></case>",
            "orphans/left.xml": f"<left>{self.raw('orphan_part')}</left>",
            "docProps/core.xml": core,
            "docProps/app.xml": f"<Properties><Manager>{self.raw('app_manager')}</Manager></Properties>",
            "docProps/custom.xml": custom,
        }

    def styles(self) -> str:
        heading = '<w:style w:type="paragraph" w:styleId="Heading{0}"><w:name w:val="heading {0}"/><w:rPr><w:b/></w:rPr></w:style>'
        own = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Own"><w:name w:val={self.attr("custom_style")}/></w:style>'
        return heading.format(1) + heading.format(2) + own

    def numbering(self) -> str:
        label = quoteattr(f"{self.raw('list_label')} %1.")
        return (
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val={label}/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )

    def settings(self) -> str:
        merge = f"<w:mailMerge><w:connectString w:val={self.attr('mail_merge')}/></w:mailMerge>"
        return f'{merge}<w:docVars><w:docVar w:name="case" w:val={self.attr("doc_var")}/></w:docVars>'


def jpeg(said: str) -> bytes:
    """Return the smallest of pictures, with words in its EXIF."""
    exif = b"Exif\0\0II*\0\x08\0\0\0" + said.encode() + b"\0"
    return b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + b"\xff\xda\0\x02\x11\x22\xff\xd9"


def _xml(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_NS}>{inner}</w:{root}>'


def _tie(id_: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{id_}" Type="{_R}/{kind}" Target={quoteattr(target)}{more}/>'


def _rels(rows: list[str]) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'


def _content_types() -> str:
    rows = [f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>' for part, kind in _TYPES.items()]
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "jpg": "image/jpeg",
    }
    kinds |= {
        "html": "text/html",
        "xlsx": "application/vnd.ms-excel",
        "bin": "application/octet-stream",
        "docx": "application/zip",
    }
    rows += [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds.items()]
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(rows)}</Types>'


def _zip(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def _sheet(said: str) -> bytes:
    return _zip({"xl/sharedStrings.xml": f"<sst><si><t>{said}</t></si></sst>"})


def _inner(said: str) -> bytes:
    return simple([said])


def simple(paragraphs: list[str], more: str = "") -> bytes:
    """Return a plain Word file of some paragraphs; `more` is XML put behind them."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(said)}</w:t></w:r></w:p>' for said in paragraphs)
    return _zip(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _rels([_tie("r1", "officeDocument", "word/document.xml")]),
            "word/document.xml": _xml("document", f"<w:body>{body}{more}</w:body>"),
        }
    )
