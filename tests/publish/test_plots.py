"""Plots: the same numbers give the same picture, and letters need no font of the reader's."""

import pytest

from amanat.enforcement.report.sections import Bars, Curves, Funnel, Years
from amanat.numbers.funnel_plot import funnel_of_shares
from amanat.publish.plots import drawn, svg

BARS = Bars(("registered", "a stage with quite a long name of its own"), (250.0, 54.0), (250.0, 43.0), (250.0, 66.0))
CURVES = Curves((0.0, 400.0, 900.0), (("convicted", (0.0, 0.1, 0.3)), ("open", (1.0, 0.9, 0.7))))
FUNNEL = Funnel(funnel_of_shares(["PK-PB", "PK-SD", "PK-KP", "PK-BA"], [38, 2, 7, 1], [76, 30, 19, 9]))
YEARS = Years((2016, 2017, 2018), (40, None, 61), ((2016.0, 41.0), (2018.0, 60.0)), ((2018, "Act of 2018"),), "cases")


@pytest.mark.parametrize("plot", [BARS, CURVES, FUNNEL, YEARS], ids=["bars", "curves", "funnel", "years"])
def test_the_same_numbers_give_the_same_picture(plot: Bars | Curves | Funnel | Years) -> None:
    one = svg(plot)
    assert one == svg(plot)
    assert one.startswith("<svg")
    assert one.rstrip().endswith("</svg>")
    assert "<text" not in one  # letters are drawn, so the picture is the same without our fonts
    assert drawn(plot, "png").startswith(b"\x89PNG")
