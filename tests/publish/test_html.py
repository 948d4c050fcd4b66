from amanat.core import Edition
from amanat.publish.html import write


def page(text: str, language: str = "en") -> str:
    return write(Edition(text, language, "0", proven=True)).decode()


def test_each_block_has_its_own_language_and_direction() -> None:
    out = page("A girl was freed from a kiln near the city.\n\nپولیس نے ایک بچی کو بازیاب کرایا اور دو گرفتار ہوئے۔\n")
    assert '<p lang="en" dir="ltr">' in out
    assert '<p lang="ur" dir="rtl">' in out


def test_it_asks_for_nothing_and_runs_nothing() -> None:
    out = page("<script>alert(1)</script> <img src=x>")
    assert "default-src 'none'" in out
    assert "<script" not in out
    assert "<img" not in out


def test_it_is_made_of_the_edition_alone() -> None:
    out = page("[Girl 1] was freed.")
    assert "[Girl 1] was freed." in out
    assert "<title>Safe version</title>" in out
