"""The safe version as a PDF: the page of `html`, printed by WeasyPrint with nothing from outside.

The same edition gives the same bytes: no date, no name of a program's user, no number drawn by chance.
"""

from amanat.core import Edition, PublishError
from amanat.publish import html
from amanat.publish.pdf_check import looked_at, nothing_else, second_tool

SUFFIX = "pdf"
CHECKS = (nothing_else, second_tool, looked_at)
"""What is asked of the file beside what is asked of every safe copy."""
STYLE = """
@page { size: A4; margin: 24mm 22mm; @bottom-center { content: counter(page); font: 9pt "Noto Sans", sans-serif } }
html { font: 11.5pt/1.5 "Noto Serif", "DejaVu Serif", serif; color: black; hyphens: manual }
h1, h2, h3, h4, h5, h6 { font-family: "Noto Sans", "DejaVu Sans", sans-serif; line-height: 1.25; margin: 1em 0 0.5em;
  bookmark-level: none; break-after: avoid }
h1 { font-size: 19pt } h2 { font-size: 15pt } h3 { font-size: 13pt }
p { margin: 0 0 0.8em; orphans: 2; widows: 2 }
table { border-collapse: collapse; margin: 0 0 1em; width: 100% }
td, th { border: 0.5pt solid #777; padding: 3pt 5pt; text-align: start; vertical-align: top }
a { color: inherit }
[dir="rtl"] { text-align: right }
[dir="rtl"], [dir="rtl"] :not([dir="ltr"]) { font-family: "Noto Naskh Arabic", "Noto Sans Arabic", serif }
[lang="ur"], [lang="ur"] :not([dir="ltr"]) { font-family: "Noto Nastaliq Urdu", "Noto Naskh Arabic", serif;
  line-height: 2.1 }
h1[lang="ur"], h2[lang="ur"], h3[lang="ur"] { line-height: 2 }
figure { margin: 0 0 0.8em; break-inside: avoid } figure p { border: 0.5pt solid #777; color: #444 }
img { max-width: 100%; max-height: 220mm }
.digits { white-space: nowrap }
.hidden-sign { font: 8pt monospace }
"""
"""How the page is printed. Urdu is set in Nastaliq, other languages in Arabic script in Naskh."""


def write(edition: Edition) -> bytes:
    """Return the PDF.

    Raises:
        PublishError: P023 WeasyPrint is not installed.
    """
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and half a second
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except (ImportError, OSError):  # OSError: Pango is missing on the system
        raise PublishError(
            "P023", "a PDF needs WeasyPrint and Pango: pip install 'amanat[pdf]' (and Pango from the system)"
        ) from None
    page = html.write(edition).decode("utf-8")
    own = URLFetcher(
        allowed_protocols=("data",), fail_on_errors=True
    )  # a page that leaves must not have called anybody
    printed = weasyprint.HTML(string=page, url_fetcher=own, base_url="about:blank").write_pdf(
        stylesheets=[weasyprint.CSS(string=STYLE, url_fetcher=own)], pdf_tags=True
    )
    return bytes(printed)
