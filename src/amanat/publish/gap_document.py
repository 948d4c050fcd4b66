"""The gap table as a word processor document (WordprocessingML, ECMA-376 part 1), written without any library."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from amanat.publish.gap_evidence import NOTE, counts, ranked, sources, told
from amanat.registers.framework import Row, Status

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
_SHADE = {Status.NOT_MET: "F2C7C2", Status.PARTLY: "FAE6B0", Status.UNKNOWN: "E6E6E6", Status.MET: "C8E6D0"}
_HEADS = ("Duty", "Law", "Practice", "Why and evidence", "Next step")
_WIDTHS = (3600, 1000, 1100, 5300, 3400)
"""In twentieths of a point; together the width of a landscape A4 page between its margins."""
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_docx(title: str, rows: Sequence[Row], cautions: Sequence[str] = ()) -> bytes:
    """Return the table as a .docx file; the same table gives the same bytes."""
    body = [_paragraph(title, size=32, bold=True), _paragraph(counts(rows)), _paragraph(NOTE)]
    body += [_paragraph(caution, bold=True) for caution in cautions]
    listed = sources(rows)
    numbers = {source.url: number for number, source in enumerate(listed, 1)}
    for said, chosen in ranked(rows):
        body += [_paragraph(said, size=26, bold=True), "<w:tbl>", _table_settings(), _row(_HEADS, header=True)]
        body += [*(_of(row, numbers) for row in chosen), "</w:tbl>"]
    body.append(_paragraph("Sources", size=26, bold=True))
    body += [_paragraph(f"{numbers[source.url]}. {source.title}: {source.url}", size=18) for source in listed]
    page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134"'
    page += ' w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    main = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_NS}><w:body>'
        f"{''.join(body)}{_paragraph('')}{page}</w:body></w:document>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": main}
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def _of(row: Row, numbers: Mapping[str, int]) -> str:
    duty, step = row.duty, row.step
    facts = [f"• {told(fact, numbers)}" for fact in (*row.law_facts, *row.practice_facts)]
    why = "\n".join(filter(None, (row.says, *facts)))
    parts = (step.action, step.body, step.indicator, step.by, step.model) if step else ()
    names = ("Action", "By whom", "Seen by", "Until", "Model")
    todo = "\n".join(f"{name}: {said}" for name, said in zip(names, parts, strict=False) if said)
    cells = (f"{duty.name} {duty.article} ({duty.force})\n{duty.text}", row.law, row.practice, why, todo)
    return _row(cells, shades={1: _SHADE[row.law], 2: _SHADE[row.practice]})


def _row(cells: Sequence[str], *, header: bool = False, shades: dict[int, str] | None = None) -> str:
    repeat = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    made = []
    for number, (text, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        shade = (shades or {}).get(number)
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
        inside = "".join(_paragraph(line, size=18, bold=header) for line in text.split("\n"))
        made.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{inside}</w:tc>')
    return f"<w:tr>{repeat}{''.join(made)}</w:tr>"


def _table_settings() -> str:
    sides = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="999999"/>' for s in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    settings = (
        f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    )
    return f"<w:tblPr>{settings}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _paragraph(text: str, *, size: int = 20, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    words = escape(_ILLEGAL.sub(" ", text))
    keep = "<w:keepNext/>" if bold else ""
    spacing = f'<w:pPr>{keep}<w:spacing w:after="40"/></w:pPr>'
    run = (
        f'<w:r><w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
        if text
        else ""
    )
    return f"<w:p>{spacing}{run}</w:p>"
