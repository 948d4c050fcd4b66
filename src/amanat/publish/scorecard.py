"""The enforcement report as a page of its own (HTML) or on paper (PDF). It quotes no story and loads nothing."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from amanat.core import PublishError
from amanat.enforcement.report.scorecard import Scorecard
from amanat.publish.plots import svg

if TYPE_CHECKING:
    from jinja2 import Environment

_PAGE = Path(__file__).parent / "page"


def page(card: Scorecard, place: str) -> str:
    """Return the report as HTML.

    Args:
        card: what is known.
        place: name of the place, for the heading.

    Raises:
        PublishError: P020 the extra for plots is not installed.
    """
    plots = [Markup(svg(s.plot)) if s.plot else None for s in card.sections]  # noqa: S704 - drawn by us from numbers
    sections = list(zip(card.sections, plots, strict=True))
    return _environment().get_template("scorecard.html").render(card=card, place=place, sections=sections)


def pdf(card: Scorecard, place: str) -> bytes:
    """Return the report as PDF.

    Raises:
        PublishError: P020 an extra is not installed.
    """
    try:
        import weasyprint  # noqa: PLC0415 - an extra
    except (ImportError, OSError):
        raise PublishError("P020", "a PDF needs more: pip install 'amanat[pdf]'") from None
    content = weasyprint.HTML(string=page(card, place), url_fetcher=_refused).write_pdf()
    return bytes(content)


def _refused(address: str, *_: object) -> dict[str, object]:
    raise ValueError(f"the report fetches nothing, {len(address)} signs refused")


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only where a page is made

    return Environment(
        loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
