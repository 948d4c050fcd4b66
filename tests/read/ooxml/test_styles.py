from amanat.core import Emphasis
from amanat.read.ooxml.styles import Look, Styles, look_of
from amanat.read.xml import parse

STYLES = parse(b"""<w:styles xmlns:w="w">
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
<w:style w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Num"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>""")
NUMBERING = parse(b"""<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>""")


def properties(inner: str):  # noqa: ANN201 - an element of lxml
    return parse(f'<w:pPr xmlns:w="w">{inner}</w:pPr>'.encode())


def test_headings_are_found_through_what_a_style_rests_on() -> None:
    styles = Styles(STYLES, NUMBERING)
    assert [styles.level(properties(f'<w:pStyle w:val="{name}"/>')) for name in ("H1", "Own", "Round", "None")] == [
        1,
        1,
        0,
        0,
    ]
    assert styles.level(properties('<w:outlineLvl w:val="2"/>')) == 3
    assert styles.level(properties('<w:outlineLvl w:val="9"/>')) == 0
    assert styles.level(None) == 0


def test_lists_count_or_do_not() -> None:
    styles = Styles(STYLES, NUMBERING)
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'.format
    assert styles.item(properties(number(0, 7))) == (0, True)
    assert styles.item(properties(number(1, 7))) == (1, False)
    assert styles.item(properties(number(0, 0))) is None
    assert styles.item(properties('<w:pStyle w:val="Num"/>')) == (0, True)
    assert styles.item(None) is None
    assert Styles(None, None).item(properties(number(0, 7))) == (0, False)


def test_looks_of_runs() -> None:
    assert look_of(properties('<w:b/><w:i w:val="0"/><w:u w:val="single"/>')).emphasis == {
        Emphasis.BOLD,
        Emphasis.UNDERLINE,
    }
    assert look_of(properties("<w:vanish/>")).hidden
    assert not look_of(properties('<w:vanish w:val="false"/>')).hidden
    assert look_of(properties('<w:color w:val="ffffff"/>')).white
    assert not look_of(properties('<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')).white
    styles = Styles(STYLES, NUMBERING)
    assert styles.look(properties('<w:rStyle w:val="Strong"/>')) == Look(frozenset({Emphasis.BOLD}))
    assert styles.look(properties('<w:rStyle w:val="Gone"/>')).hidden
    assert styles.hides(properties('<w:pStyle w:val="Gone"/>'))
    assert styles.look(None) == Look()
