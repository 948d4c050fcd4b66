"""One person's name in any script and spelling gets one key; what is not written in both scripts is not in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.linkage.names import key, prepared, roman, standard


@pytest.mark.parametrize(
    "spellings",
    [
        ("Muhammad Asif Khan", "Mohd. Aasif Khan", "KHAN, Asif", "محمد آصف خان", "Mr Asif Khan"),
        ("Yaqoob Masih", "Yaqub Maseeh", "یعقوب مسیح"),
        ("Waseem Abbasi", "Wasim Abasi", "وسیم عباسی"),
        ("Fatima Bibi", "Fatimah", "فاطمہ بی بی".replace(" بی بی", "")),
        ("Shehbaz Chaudhry", "Shahbaz Choudhary", "شہباز چوہدری"),
        ("Iqbal Hussain", "Iqbaal Husain", "اقبال حسین"),
        ("Khadija Qureshi", "Khadeejah Quraishi", "خدیجہ قریشی"),
    ],
)
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    assert len({standard(name)[1] for name in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Asif Khan", "Arif Khan"), ("Shahid", "Sajid"), ("Nadeem", "Naveed")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert standard(one)[1] != standard(other)[1]


def test_muhammad_alone_is_a_name() -> None:
    assert standard("Md") == ("muhammad", "muhammad", "muhammad")
    assert standard("Mohammad Ali")[1:] == standard("Ali")[1:]


@given(st.text(max_size=40))
def test_any_text_is_brought_into_form(name: str) -> None:
    plain, whole, head = standard(name)
    assert set(plain) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert bool(plain) == bool(whole) == bool(head)
    assert head in whole.split() or not head
    assert standard(plain)[1] == whole


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_vowels_inside_a_word_do_not_count(word: str) -> None:
    assert key(word + "a") == key(word)
    assert roman(word) == word


def test_what_is_not_known_stays_unknown() -> None:
    records = prepared(["Asif", ""], ["", "علی"], ["a", -1], [0, 1990]).to_pylist()
    assert records[0]["father"] is None
    assert records[0]["born"] is None
    assert records[1]["name_key"] is None
    assert records[1]["place"] is None
    assert records[1]["father_key"] == "al"
