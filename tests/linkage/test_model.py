"""What is compared stays what the columns are."""

from amanat.linkage.link import COLUMNS
from amanat.linkage.model import BLOCKS, SURE, TRAINED_ON, settings


def test_only_columns_that_records_have_are_looked_at() -> None:
    assert {column for rule in (*BLOCKS, *TRAINED_ON, *SURE) for column in rule} <= set(COLUMNS)


def test_encoded_records_are_never_compared_by_name() -> None:
    hidden = str(settings(encoded=True).create_settings_dict("duckdb"))
    assert "jaro" not in hidden.lower()
    assert '"name_l"' not in hidden
    assert "name_b0_l" in hidden


def test_every_item_is_learned_from_pairs_it_did_not_choose() -> None:
    items = {"name", "father", "born", "place"}
    chosen = [{column.partition("_")[0] for column in rule} for rule in TRAINED_ON]
    assert set.intersection(*chosen) == set()
    assert set().union(*chosen) == items
