"""What is compared, and which pairs are looked at at all.

The levels are chosen for South Asian lists: spelling varies (so the skeleton of consonants stands beside the spelling),
years of birth are guessed and rounded, a father's name tells two men of one name apart.
"""

from typing import TYPE_CHECKING

from amanat.linkage.encoded import DICE

if TYPE_CHECKING:
    from splink import SettingsCreator
    from splink.comparison_library import CustomComparison

BLOCKS: tuple[tuple[str, ...], ...] = (
    ("name_key", "born"),
    ("name_key", "place"),
    ("name_key", "father_key"),
    ("name_head", "place", "born"),
    ("father_key", "place", "born"),
    ("name_head", "father_key", "born"),
    ("name_head", "father_key", "place"),
)
"""Pairs that agree on all of one of these are looked at; every other pair is taken for two strangers."""
TRAINED_ON: tuple[tuple[str, ...], ...] = (("name_key", "place"), ("father_key", "born"))
"""Each leaves other items free, so that every item is learned from pairs it did not choose."""
SURE: tuple[tuple[str, ...], ...] = (("name_key", "father_key", "born", "place"),)
"""Pairs taken for one person when the share of matches is guessed at the start."""


def settings(*, encoded: bool) -> "SettingsCreator":
    """Return Splink's settings, for plain or for encoded records."""
    from splink import SettingsCreator, block_on  # noqa: PLC0415 - an extra

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            _name("name", encoded=encoded),
            _name("father", encoded=encoded),
            _born(encoded=encoded),
            _place(),
        ],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in BLOCKS],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def _name(item: str, *, encoded: bool) -> "CustomComparison":
    """Same spelling, same skeleton, near spelling (or many shared letter pairs, when encoded), other."""
    from splink import comparison_level_library as levels  # noqa: PLC0415 - an extra
    from splink.comparison_library import CustomComparison  # noqa: PLC0415

    key = f"{item}_key"
    same = levels.ExactMatchLevel(key).configure(tf_adjustment_column=key)
    if encoded:
        near = levels.CustomLevel(DICE.format(item=item), f"{item}: shared letter pairs")
        chosen = [levels.NullLevel(key), same, near]
    else:
        exact = levels.ExactMatchLevel(item).configure(tf_adjustment_column=item)
        chosen = [levels.NullLevel(key), exact, same, *(levels.JaroWinklerLevel(item, near) for near in (0.93, 0.85))]
    if item == "name":  # a last name that one list leaves out
        chosen.append(levels.ExactMatchLevel("name_head").configure(tf_adjustment_column="name_head"))
    return CustomComparison([*chosen, levels.ElseLevel()], output_column_name=item)


def _born(*, encoded: bool) -> "CustomComparison":
    from splink import comparison_level_library as levels  # noqa: PLC0415 - an extra
    from splink.comparison_library import CustomComparison  # noqa: PLC0415

    near = [levels.CustomLevel(f'abs("born_l" - "born_r") <= {years}', f"within {years}") for years in (1, 4)]
    graded = [] if encoded else near
    return CustomComparison(
        [levels.NullLevel("born"), levels.ExactMatchLevel("born"), *graded, levels.ElseLevel()],
        output_column_name="born",
    )


def _place() -> "CustomComparison":
    from splink import comparison_level_library as levels  # noqa: PLC0415 - an extra
    from splink.comparison_library import CustomComparison  # noqa: PLC0415

    same = levels.ExactMatchLevel("place").configure(tf_adjustment_column="place")
    return CustomComparison([levels.NullLevel("place"), same, levels.ElseLevel()], output_column_name="place")
