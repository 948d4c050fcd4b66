"""Unrelated items of one page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from amanat.people.items import items


@given(st.text(min_size=1, max_size=300))
def test_items_cover_the_page_in_order(page: str) -> None:
    found = items(page)
    assert found[0].start == 0
    assert found[-1].end == len(page)
    assert all(a.end == b.start for a, b in pairwise(found))


def test_datelines_and_rules_cut() -> None:
    assert len(items("MULTAN: Police came.\n\nQUETTA: The court sat.\n")) == 2
    assert len(items("One story.\n\n***\n\nAnother story.\n")) == 2
    assert len(items("MULTAN: Police came.\n\nThey left: nobody knew.\n")) == 1
