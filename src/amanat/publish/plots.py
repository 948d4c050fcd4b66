"""Plots as pictures in SVG, for the enforcement report; the same numbers give the same bytes.

Colours are told apart by people who do not see red and green apart (Okabe and Ito 2008), and by hatching on paper.
"""

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from amanat.core import PublishError
from amanat.enforcement.report.sections import Bars, Curves, Funnel, Years

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_COLOURS = ("#0072B2", "#E69F00", "#56B4E9", "#D9D9D9", "#009E73")
_HATCHES = ("", "//", "..", "", "xx")
_WIDTH = 7.0  # inches; the page scales it


def can_draw() -> bool:
    """Tell whether the extra for plots is installed, without loading it."""
    return find_spec("matplotlib") is not None


def svg(plot: Bars | Curves | Funnel | Years) -> str:
    """Return a plot as an `<svg>` element without a header, to stand inside a page.

    Raises:
        PublishError: P020 the extra is not installed.
    """
    return drawn(plot, "svg").decode().partition("<!DOCTYPE")[2].partition(">\n")[2]


def drawn(plot: Bars | Curves | Funnel | Years, form: str) -> bytes:
    """Return a plot as a file, `svg` or `png`.

    Raises:
        PublishError: P020 the extra is not installed.
    """
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra
    except ImportError:
        raise PublishError("P020", "drawing plots needs more: pip install 'amanat[plots]'") from None
    fixed: Any = {
        "svg.hashsalt": "amanat",
        "svg.fonttype": "path",
        "font.size": 10,
        "font.family": "DejaVu Sans",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "hatch.linewidth": 0.6,
        "figure.dpi": 110,
    }
    about: dict[str, str | None] = {"Date": None} if form == "svg" else {"Software": None}
    with mpl.rc_context(fixed):
        out = io.BytesIO()
        _figure(plot).savefig(out, format=form, metadata=about, bbox_inches="tight")
        return out.getvalue()


def _figure(plot: Bars | Curves | Funnel | Years) -> "Figure":
    from matplotlib.figure import Figure  # noqa: PLC0415 - an extra; no window and no global state

    height = 0.9 + 0.42 * len(plot.labels) if isinstance(plot, Bars) else 3.8
    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    if isinstance(plot, Bars):
        _bars(axes, plot)
    elif isinstance(plot, Curves):
        _curves(axes, plot)
    elif isinstance(plot, Funnel):
        _funnel(axes, plot)
    else:
        _years(axes, plot)
    return figure


def _bars(axes: "Axes", plot: Bars) -> None:
    places = range(len(plot.labels))
    errors = None
    if plot.low:
        errors = [
            [max(0.0, value - low) for value, low in zip(plot.values, plot.low, strict=True)],
            [max(0.0, high - value) for value, high in zip(plot.values, plot.high, strict=True)],
        ]
    axes.barh(places, plot.values, color=_COLOURS[0], xerr=errors, ecolor="black", capsize=3, height=0.6)
    axes.set_yticks(list(places), [_folded(label) for label in plot.labels])
    axes.invert_yaxis()
    axes.set_xlim(0, 1.12 * max(plot.high or plot.values))
    axes.set_xlabel(plot.unit)
    for place, value, end in zip(places, plot.values, plot.high or plot.values, strict=True):
        axes.annotate(f"{value:,.0f}", (end, place), (6, 0), textcoords="offset points", va="center")


def _folded(label: str) -> str:
    """Break a long label once, near its middle."""
    if len(label) < 28:  # noqa: PLR2004 - what fits beside the bars
        return label
    cut = label.rfind(" ", 0, len(label) // 2 + 6)
    return label[:cut] + "\n" + label[cut + 1 :]


def _curves(axes: "Axes", plot: Curves) -> None:
    years = [day / 365.25 for day in plot.days]
    bottom = [0.0] * len(years)
    for number, (name, shares) in enumerate(plot.shares):
        top = [low + 100 * share for low, share in zip(bottom, shares, strict=True)]
        colour, hatch = _COLOURS[number % len(_COLOURS)], _HATCHES[number % len(_HATCHES)]
        axes.fill_between(years, bottom, top, color=colour, hatch=hatch, edgecolor="white", linewidth=0.5, label=name)
        bottom = top
    axes.set_xlim(0, years[-1])
    axes.set_ylim(0, 100)
    axes.set_xlabel("years after registration")
    axes.set_ylabel("% of all cases")
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, 1.18), ncols=4, frameon=False)


def _funnel(axes: "Axes", plot: Funnel) -> None:
    funnel = plot.plot
    largest = max(unit.whole for unit in funnel.units)
    sizes = [1 + largest * 1.1 * n / 100 for n in range(101)]
    for level, style in ((0.95, "--"), (0.998, "-")):
        limits = funnel.curve(sizes, level)
        for side in ("low", "high"):
            values = [100 * float(getattr(limit, side)) for limit in limits]
            label = f"{100 * level:g} % of chance" if side == "low" else None
            axes.plot(sizes, values, style, color="#666666", linewidth=1, label=label)
    axes.axhline(100 * funnel.target, color="#666666", linewidth=1, linestyle=":", label="all together")
    axes.plot([u.whole for u in funnel.units], [100 * u.value for u in funnel.units], "o", color=_COLOURS[0])
    for number, unit in enumerate(sorted(funnel.units, key=lambda u: u.whole)):
        above = 5 if number % 2 else -12  # neighbours would be written over one another
        axes.annotate(
            unit.name,
            (unit.whole, 100 * unit.value),
            (5, above),
            textcoords="offset points",
            annotation_clip=False,
            bbox={"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.85},
        )
    axes.set_xlim(0, sizes[-1])
    axes.set_ylim(-4, 100)
    axes.set_xlabel("cases decided")
    axes.set_ylabel("% convicted")
    axes.legend(loc="upper right", frameon=False)


def _years(axes: "Axes", plot: Years) -> None:
    known = [(year, count) for year, count in zip(plot.years, plot.counts, strict=True) if count is not None]
    axes.plot([year for year, _ in known], [count for _, count in known], "o", color=_COLOURS[0])
    if plot.fitted:
        axes.plot([year for year, _ in plot.fitted], [count for _, count in plot.fitted], "-", color="#666666")
    for year, name in plot.breaks:
        axes.axvline(year, color="black", linestyle="--", linewidth=1)
        axes.annotate(
            name, (year, 1), (4, -4), xycoords=("data", "axes fraction"), textcoords="offset points", va="top"
        )
    axes.set_xlim(plot.years[0] - 0.5, plot.years[-1] + 0.5)
    axes.set_ylim(0, 1.15 * max((count for _, count in known), default=1))
    axes.set_xticks(list(plot.years[:: 1 + len(plot.years) // 12]))
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set_ylabel(plot.unit)
