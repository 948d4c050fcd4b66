"""The invented stories on the desk of the browser tests, one in each direction of writing, and how one comes in."""

from typing import Any

PHRASE = "seven quiet boats at dawn"
ENGLISH = """\
Girl freed from kiln, two held 🚔

Police freed Mehrunnisa Khatoon, 13, from a brick kiln near Chak 9999 in Swat on Monday. Her father, Dilawar Khatoon, \
spoke.

Deputy Superintendent Farhad Qureshi said two men were arrested. The accused Gul Nawaz denied the charge. xalumira wept.

A neighbour called the girl a child prostitute. Pakistan has never joined the UN protocol on trafficking in persons.
"""
URDU = """\
بھٹے سے لڑکی بازیاب 🚔

پولیس نے 13 سالہ مہرالنساء خاتون کو سوات سے بازیاب کرایا۔ اس کے والد دلاور خاتون نے بات کی۔

ڈی ایس پی فرحاد قریشی نے کہا کہ ملزم کا شناختی کارڈ 35202-0000000-1 ہے۔ xalumira نے بات کی۔
"""


def signs_in(page: Any, who: str, phrase: str) -> None:
    """Fill the sign-in form and send it."""
    page.goto("/sign-in")
    page.fill("#name", who)
    page.fill("#passphrase", phrase)
    page.click("main button.main")
