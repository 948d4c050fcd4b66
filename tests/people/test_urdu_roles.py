"""Who is who in Urdu copy. Invented people."""

from collections.abc import Callable

import pytest

from amanat.core import Protection

Protections = Callable[[str], dict[str, Protection]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("پولیس نے مغوی بچی کو بازیاب کرا لیا۔ بچی کے والد دلاور خان نے بتایا کہ وہ گھر سے نکلی تھی۔", "دلاور خان"),
        ("ملزم نے مزدوروں کو یرغمال بنا رکھا تھا۔ اس کے شوہر یعقوب مسیح کو زنجیر سے باندھا گیا۔", "یعقوب مسیح"),
        ("کشتی ڈوبنے کے حادثے میں بچ جانے والے نوجوان شعیب احمد نے بتایا کہ ایجنٹ نے قتل کی دھمکی دی۔", "شعیب احمد"),
        ("ایجنٹ نے رقم لی۔ علی حمزہ کے خاندان نے بتایا کہ وہ کشتی میں ہلاک ہو گیا۔", "علی حمزہ"),
    ],
)
def test_the_harmed_and_their_kin_are_protected(protection: Protections, text: str, name: str) -> None:
    found = protection(text)
    assert next(p for n, p in found.items() if name.startswith(n) or n.startswith(name)) is Protection.PROTECT


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("ڈپٹی ڈائریکٹر ایف آئی اے", "سرفراز ورک"),
        ("ترجمان پولیس", "دلدار بھٹی"),
        ("رکن صوبائی اسمبلی", "ثریا چنڑ"),
    ],
)
def test_an_office_counts_though_its_body_stands_before_the_name(
    protection: Protections, office: str, name: str
) -> None:
    found = protection(f"سولہ سالہ بچی کو اغوا کیا گیا۔ {office} {name} نے کہا کہ تفتیش جاری ہے۔")
    assert found == {name: Protection.NAME}


def test_officers_and_judges_stay_named(protection: Protections) -> None:
    text = "ایڈیشنل سیشن جج عابد قریشی نے بچی کو بازیاب کرانے کا حکم دیا۔ پولیس اہلکار کامران خان نے چھاپہ مارا۔"
    assert set(protection(text).values()) == {Protection.NAME}


@pytest.mark.parametrize(
    "text",
    [
        "ریمانڈ منظور کیا گیا، بچی کو اغوا کیا۔",
        "بی بی سی کے مطابق بچی کو اغوا کیا گیا۔",
        "عدالت نے ریمانڈ منظور کر لیا، بچی کو اغوا کیا گیا تھا۔",
    ],
)
def test_broadcasters_and_verbs_are_no_people(protection: Protections, text: str) -> None:
    assert protection(text) == {}
