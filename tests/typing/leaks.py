"""Lines that must not type-check: each would let an original story out, or make an edition by another door.

Never run. `test_leaks.py` hands this file to mypy and compares its errors with the `# wrong:` marks, both ways.
"""

from dataclasses import replace

from amanat import identity, publish, review
from amanat.core import Document, Edition, Finding, Mask, Review, Scene, Severity, Span
from amanat.publish import publish as make_edition
from amanat.publish import text
from amanat.publish.exports import export
from amanat.registers import Registers


def export_the_original(document: Document) -> bytes:
    return text.write(document)  # wrong: arg-type


def export_the_words(document: Document) -> bytes:
    return text.write(document.text)  # wrong: arg-type


def export_a_review(found: Review) -> bytes:
    return text.write(found)  # wrong: arg-type


def export_to_any_form(document: Document) -> bytes:
    return export(document, "txt")  # wrong: arg-type


def publish_without_review(document: Document) -> Edition:
    return make_edition(document)  # wrong: call-arg


def publish_an_edition_again(edition: Edition, found: Review) -> Edition:
    return make_edition(edition, found)  # wrong: arg-type


def a_document_as_edition(document: Document) -> Edition:
    return document  # wrong: return-value


def a_review_as_edition(found: Review) -> Edition:
    return Edition(found, "en", found.digest, proven=True)  # wrong: arg-type


def an_edition_as_document(edition: Edition, scene: Scene, known: Registers) -> None:
    identity.ask(edition, scene, known)  # wrong: arg-type


def review_words(words: str) -> Review:
    return review.review(words)  # wrong: arg-type


def change_the_original(document: Document) -> None:
    document.text = ""  # wrong: misc


def write_into_a_review(found: Review) -> None:
    found.findings += ()  # wrong: misc


def keep_the_words_in_a_review(document: Document, found: Review) -> Review:
    return replace(found, text=document.text)  # wrong: call-arg


def quote_in_a_finding(document: Document, finding: Finding) -> Finding:
    return replace(finding, span=document.at(Span(0, 1)))  # wrong: arg-type


def severity_as_text(finding: Finding) -> Finding:
    return replace(finding, severity="error")  # wrong: arg-type


def mask_without_a_risk(mask: Mask) -> Mask:
    return replace(mask, risk=None)  # wrong: arg-type


def right(document: Document, found: Review) -> tuple[bytes, Severity | None]:
    """The way it is done: this must stay without error."""
    return text.write(publish.publish(document, found)), found.worst
