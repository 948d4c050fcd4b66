"""A screen in pieces: what is sent turns the screen before into the screen after, and holds no more than that."""

from hypothesis import given
from hypothesis import strategies as st

from amanat.desk.screen import VERSION, Screen, at_version

HTML = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["<p>x</p>", "<p>y</p>", f'<i value="{VERSION}">']))
SCREENS = st.builds(
    lambda pieces, items, kept: Screen(pieces, items, {"list": tuple(i for i in items if i in kept)}),
    HTML, HTML, st.sets(st.sampled_from("abcd")),
)  # fmt: skip


@given(SCREENS, SCREENS)
def test_what_is_sent_makes_the_screen_before_the_one_after(before: Screen, after: Screen) -> None:
    sent = after.since(before, 7)
    shown = {name: html for name, html in before.pieces.items() if name in after.pieces} | sent["pieces"]
    assert {n: at_version(h, 7) for n, h in shown.items()} == {n: at_version(h, 7) for n, h in after.pieces.items()}
    order = sent["lists"].get("list", before.lists["list"])
    assert order == after.lists["list"]
    items = {**before.items, **sent["items"]}
    assert "".join(at_version(items[id_], 7) for id_ in order) == at_version(after.listed("list"), 7)


@given(SCREENS)
def test_nothing_is_sent_of_what_stayed_though_its_forms_name_another_version(screen: Screen) -> None:
    assert screen.since(screen, 8) == {"pieces": {}, "items": {}, "lists": {}}
    assert VERSION not in str(screen.since(Screen(), 8))
