"""What an Urdu sentence says of the work of police and courts. All people are invented."""

import pytest

from amanat.core import Document
from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes


def story(words: str) -> Document:
    return read_bytes(f"{words}\n".encode(), "story.txt")


def figures(words: str) -> set[str]:
    return {f"{reading.stage} {reading.count}" for reading in read_figures(story(words))}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("پولیس نے ملزم کو گرفتار کر کے مقدمہ درج کر لیا۔", "arrested 1, case_registered 1"),
        ("پولیس نے تین ملزمان کو گرفتار کر لیا۔", "arrested 3"),
        ("ایف آئی اے نے 25 انسانی اسمگلروں کو حراست میں لے لیا۔", "arrested 25"),
        ("عدالت نے دو مجرموں کو عمر قید کی سزا سنا دی۔", "convicted 2, sentenced 2"),
        ("کارروائی کے دوران پندرہ بچے بازیاب کرائے گئے۔", "rescued 15"),
        ("پولیس ملزمان کی گرفتاری کے لیے چھاپے مار رہی ہے۔", ""),
        ("گرفتار ملزمان سے تفتیش جاری ہے۔", ""),
        ("ملزم کو تاحال گرفتار نہیں کیا جا سکا۔", ""),
        ("سال ۲۰۲۳ میں ۱۲۰ مقدمات درج ہوئے اور ۸۵ افراد گرفتار کیے گئے۔", "case_registered 120, arrested 85"),
        ("عدالت نے چار ملزمان کو بری کر دیا۔", "acquitted 4"),
        ("بچوں کو بازیاب نہیں کرایا جا سکا۔", ""),
        ("دو ہزار پانچ سو مقدمات درج ہوئے۔", "case_registered 2500"),
        ("کئی ملزمان کو گرفتار کیا گیا۔", ""),
        ("تین اہلکار معطل کر دیے گئے۔", "officials_complicit 3"),
        ("پولیس نے ایف آئی آر درج کر لی۔", "case_registered 1"),
        ("ملزم پر فرد جرم عائد کر دی گئی۔", "charged 1"),
        ("سال 2022 میں 350 بچوں کو زیادتی کا نشانہ بنایا گیا۔", "victims_identified 350"),
        ("اس جرم کی سزا دس سال قید ہے۔", ""),
        ("17 سالہ ملزم گرفتار کر لیا گیا۔", "arrested 1"),
        ("پولیس نے مرکزی ملزم کو پکڑ لیا۔", "arrested 1"),
        ("عدالت نے مجرم کو سزائے موت سنا دی۔", "convicted 1, sentenced 1"),
        ("عدالت نے مجرم کو دس سال قید کی سزا سنائی۔", "convicted 1, sentenced 1"),
        ("مغوی بچی کو بازیاب کرا لیا گیا۔", "rescued 1"),
        ("پولیس نے لڑکی کے والد سمیت پانچ افراد کو گرفتار کیا ہے۔", "arrested 5"),
        ("رواں سال 1200 انسانی اسمگلر گرفتار ہوئے۔", "arrested 1200"),
        ("مقدمے میں نامزد تین ملزمان میں سے دو گرفتار ہیں۔", "arrested 2"),
    ],
)
def test_a_sentence_gives_its_figures_and_no_others(words: str, told: str) -> None:
    assert figures(words) == {figure for figure in told.split(", ") if figure}
