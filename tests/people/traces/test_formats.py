"""Every recogniser of a format under fire: spellings it must know, and what only looks like it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Identifier
from amanat.languages.lexicon import lexicon
from amanat.people.traces import find_traces

URDU_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FORMATS = {"ID_NUMBER", "PHONE", "OTHER", "CASE_NUMBER"}
MASKED = ("CNIC {}", "the man ({}) was", "{}\n", "رقم {} تھی", "“{}”, he said", "No: {}.")


def marked(words: str, floor: float = 0.5) -> set[tuple[str, str]]:
    return {
        (t.kind.value, words[t.span.start : t.span.end]) for t in find_traces(words, lexicon("en")) if t.score >= floor
    }


def kinds(words: str) -> set[str]:
    return {kind for kind, _ in marked(words)} & FORMATS


@pytest.mark.parametrize(
    "number",
    [
        "35202-1234567-1",
        "35202 1234567 1",
        "35202–1234567–1",
        "35202‑1234567‑1",
        "35202-1234567-\n1",
        "35202-\n1234567-1",
        "3520212345671",
        "۳۵۲۰۲-۱۲۳۴۵۶۷-۱",
        "٣٥٢٠٢-١٢٣٤٥٦٧-١",
        "352O2-1234567-1",
        "35202-I234567-l",
        "42101-0000001-8",
    ],
)
@pytest.mark.parametrize("around", MASKED)
def test_an_identity_card_in_every_spelling(number: str, around: str) -> None:
    assert ("ID_NUMBER", number) in marked(around.format(number))


@pytest.mark.parametrize(
    "words",
    [
        "ISBN 9780306406157",
        "ISBN 978-0-306-40615-7",
        "a barcode of 9999999999999",
        "a claim of Rs 3520212345671",
        "a claim of Rs. 35202 1234567 1",
        "PKR 3520212345671 in all",
        "in 99999-1234567-1 parts",
        "in 05202-1234567-1 parts",
        "paid 35202-1234567-12 units",
        "from 135202-1234567-1 on",
        "in 35202-1234567-1-4 parts",
        "the value 35202.1234567",
        "1,234,567,890,123 rupees",
        "1111111111111",
        "the order OOOOO-lllllll-I came",
        "between 2019-2024 and 1,234,567",
    ],
)
def test_what_looks_like_an_identity_card(words: str) -> None:
    assert "ID_NUMBER" not in kinds(words)


@given(st.from_regex(r"[1-7][0-9]{4}-[0-9]{7}-[0-9]", fullmatch=True))
def test_any_card_of_the_structure_is_found_in_both_digits(number: str) -> None:
    for written in (number, number.translate(URDU_DIGITS)):
        assert ("ID_NUMBER", written) in marked(f"CNIC {written} was shown")


@pytest.mark.parametrize(
    "number",
    [
        "+923005550123",
        "+92 300 5550123",
        "+92-300-5550123",
        "+92 300 555 0123",
        "+92-300-555-0123",
        "+92.300.555.0123",
        "+92 (0)300 5550123",
        "+92 (300) 5550123",
        "(+92) 300 5550123",
        "+92‑300‑5550123",
        "+92\u00a0300\u00a05550123",
        "+92 21 35550123",
        "+92-42-3555-0123",
        "0092-300-5550123",
        "00923005550123",
        "923005550123",
        "92-300-5550123",
        "03005550123",
        "0300-5550123",
        "0300 5550123",
        "0300 555 0123",
        "0300-555-0123",
        "0300.555.0123",
        "0300–5550123",
        "0300-\n5550123",
        "(0300) 5550123",
        "(021) 35550123",
        "021-35550123",
        "042 3555 0123",
        "0946-555012",
        "O300-5550123",
        "03OO-555O123",
        "۰۳۰۰-۵۵۵۰۱۲۳",
        "۰۳۰۰۵۵۵۰۱۲۳",
        "+۹۲ ۳۰۰ ۵۵۵۰۱۲۳",
        "+44 20 7946 0123",
    ],
)
@pytest.mark.parametrize("around", ["call {} now", "her number, {}, was", "({}).", "فون {} پر"])
def test_a_telephone_in_every_spelling(number: str, around: str) -> None:
    assert any(kind == "PHONE" and number in words for kind, words in marked(around.format(number)))


@pytest.mark.parametrize(
    "words",
    [
        "call 1099, 1121 or 15",
        "in 2018-2019 it fell",
        "Rs 0.3005550123",
        "section 03-2020",
        "the 0300 hours watch",
        "on 03-05-2021",
        "from 03/2020 to 04/2021",
        "10,300,555,012",
        "version 0300.55",
        "a fund of 92 billion",
    ],
)
def test_what_looks_like_a_telephone(words: str) -> None:
    assert "PHONE" not in kinds(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("passport AB1234567 was", "AB1234567"),
        ("Passport No. AB-1234567", "AB-1234567"),
        ("her passport (number AB 1234567)", "AB 1234567"),
        ("PASSPORT NO: AB1234567", "AB1234567"),
        ("پاسپورٹ نمبر AB1234567", "AB1234567"),
        ("passport G123456", "G123456"),
    ],
)
def test_a_passport(words: str, number: str) -> None:
    assert ("ID_NUMBER", number) in marked(words)


@pytest.mark.parametrize("words", ["resolution SC1234567 passed", "a passport fee of 1234567", "passport 2022 rules"])
def test_what_looks_like_a_passport(words: str) -> None:
    assert "ID_NUMBER" not in kinds(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("FIR No. 412/23 was lodged", "412/23"),
        ("FIR 412/2023 was lodged", "412/2023"),
        ("FIR # 412 of 2023", "412 of 2023"),
        ("FIR (No 412/23)", "412/23"),
        ("F.I.R. No. 412/23", "412/23"),
        ("fir no 412", "412"),
        ("FIR NO. 412/23", "412/23"),
        ("FIR No.\n412/23", "412/23"),
        ("Writ Petition No. 1234-P/2019", "1234-P/2019"),
        ("W.P. No. 3456/2020", "3456/2020"),
        ("Criminal Appeal No. 12/2018", "12/2018"),
        ("Const. Petition No. D-123 of 2015", "D-123 of 2015"),
        ("case number 17-2021", "17-2021"),
        ("ایف آئی آر نمبر ۴۱۲/۲۳ درج", "۴۱۲/۲۳"),
        ("ایف آئی آر نمبر 412 درج", "412"),
        ("مقدمہ نمبر 412/23 درج", "412/23"),
    ],
)
def test_a_number_that_leads_to_a_file(words: str, number: str) -> None:
    assert ("CASE_NUMBER", number) in marked(words)


@pytest.mark.parametrize(
    "words",
    [
        "open 24/7 and 9/11",
        "on 14/08/2021",
        "in 2018/19 fewer",
        "case of 2019",
        "a case was filed in 2021",
        "the FIR named 12 men",
        "section 365-B of the code",
    ],
)
def test_what_looks_like_a_case_number(words: str) -> None:
    assert "CASE_NUMBER" not in kinds(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("IBAN PK36SCBL0000001123456702", "PK36SCBL0000001123456702"),
        ("PK36 SCBL 0000 0011 2345 6702", "PK36 SCBL 0000 0011 2345 6702"),
        ("to DE89370400440532013000 abroad", "DE89370400440532013000"),
        ("IBAN PK35SCBL0000001123456702, a slip", "PK35SCBL0000001123456702"),
        ("account number 0123456789012", "0123456789012"),
        ("A/C # 1234-5678-9012", "1234-5678-9012"),
        ("bank account no. 01234567890", "01234567890"),
        ("Easypaisa account 03005550123", "03005550123"),
        ("JazzCash 0300-5550123", "0300-5550123"),
        ("اکاؤنٹ نمبر ۰۱۲۳۴۵۶۷۸۹۰", "۰۱۲۳۴۵۶۷۸۹۰"),
        ("card 4111 1111 1111 1111 was", "4111 1111 1111 1111"),
        ("card 4111111111111111 was", "4111111111111111"),
        ("to 0x52908400098527886E0F7030069857D2E4169EE7", "0x52908400098527886E0F7030069857D2E4169EE7"),
    ],
)
def test_where_money_lies(words: str, number: str) -> None:
    assert ("ID_NUMBER", number) in marked(words)


@pytest.mark.parametrize(
    "words",
    [
        "DE89370400440532013001 is a slip",
        "card 4111 1111 1111 1112 was",
        "order 4111111111111112",
        "the account of 2019",
        "a wallet with 500 rupees",
        "UN RESOLUTION 2231 ABCD",
    ],
)
def test_what_looks_like_money(words: str) -> None:
    assert "ID_NUMBER" not in kinds(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the car, registration number LEB-15-1234, was", "LEB-15-1234"),
        ("bearing registration No. LEA-1234", "LEA-1234"),
        ("a vehicle (RIZ 1234) was", "RIZ 1234"),
        ("rickshaw No. LZX-4321", "LZX-4321"),
        ("motorcycle KHI-15-432 was", "KHI-15-432"),
        ("a white jeep, ABC-12-345, sped", "ABC-12-345"),
        ("plate number AAB 123", "AAB 123"),
    ],
)
def test_a_plate(words: str, number: str) -> None:
    assert ("ID_NUMBER", number) in marked(words)


@pytest.mark.parametrize(
    "words",
    ["won in PK-41 and NA-75", "COVID-19 cases", "bus route NA 75", "UNSC-1325 asks", "the F-16 jet", "car No 1"],
)
def test_what_looks_like_a_plate(words: str) -> None:
    assert "ID_NUMBER" not in kinds(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("write to zunaira@example.org.", "zunaira@example.org"),
        ("write to Z.Tarkhan+desk@mail.example.org", "Z.Tarkhan+desk@mail.example.org"),
        ("write to zunaira [at] example [dot] org", "zunaira [at] example [dot] org"),
        ("she posts as @zunaira_t daily", "@zunaira_t"),
        ("see instagram.com/zunaira.t for", "instagram.com/zunaira.t"),
        ("https://www.facebook.com/zunaira.tarkhan", "https://www.facebook.com/zunaira.tarkhan"),
        ("wa.me/923005550123", "wa.me/923005550123"),
        ("at 34.7717, 72.3602 they", "34.7717, 72.3602"),
        ("at 34.7717° N, 72.3602° E they", "34.7717° N, 72.3602° E"),
        ("at 34°46'18\"N 72°21'37\"E they", "34°46'18\"N 72°21'37\"E"),
    ],
)
def test_ways_to_a_person(words: str, found: str) -> None:
    assert ("OTHER", found) in marked(words)


@pytest.mark.parametrize(
    "words",
    [
        "@ 9 o'clock",
        "two @ Rs 50",
        "pi is 3.1416, 2.7183e",
        "at 97.1234, 72.1234",
        "rates of 3.25, 4.50",
        "see dawn.com/news",
    ],
)
def test_what_is_no_way_to_a_person(words: str) -> None:
    assert "OTHER" not in kinds(words)


@given(st.text(max_size=60), st.sampled_from(["35202-1234567-1", "+92 300 5550123", "PK36SCBL0000001123456702"]))
def test_any_words_around_leave_a_number_found(around: str, number: str) -> None:
    calm = re.sub(r"[\d\w+\-.,/(){}]", "", around)
    text = f"{calm} {number} {calm}"
    assert any(number in words for _, words in marked(text))


def test_numbers_identify_alone_and_files_together() -> None:
    traces = list(find_traces("CNIC 35202-1234567-1, FIR No. 412/23", lexicon("en")))
    assert {t.identifier for t in traces if t.kind.value == "ID_NUMBER"} == {Identifier.DIRECT}
    assert {t.identifier for t in traces if t.kind.value == "CASE_NUMBER"} == {Identifier.QUASI}
