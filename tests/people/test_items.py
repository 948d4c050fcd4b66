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


def test_a_digest_is_cut_at_its_headings_and_a_feature_is_not() -> None:
    told = "Police recovered a boy of nine on Monday evening from a shed beside the bus stand.\n"
    page = f"Boy back with his mother\n\n{told}\nEngineer cuts wires\n\n{told}"
    assert len(items(f"Crime diary: Sahiwal\n\n{page}")) == 3
    assert len(items(f"The long way home\n\n{page}")) == 1
