"""The safe copy as a file: made from nothing but the edition, and handed over only when every check passes.

A check that breaks down has failed.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace

from amanat.core import AmanatError, Document, Edition, PublishError, Review
from amanat.publish import scan
from amanat.publish.exports import export, exports
from amanat.publish.forms import Forms, folded, forms
from amanat.read import read_bytes, suffixes

Check = Callable[[bytes, Forms], bool]
"""Tells whether a file is free of the forms; raises whatever it likes when it cannot tell."""
NOTHING = Edition("A bus stopped.", "en", "", proven=True)
"""What is found in a file made of this was put there by the form itself."""


def safe_copy(document: Document, review: Review, edition: Edition, suffix: str) -> bytes:
    """Return the edition as a file that leaves the house.

    Args:
        document: the original; its protected words must not be in the file.
        review: what was found in it.
        edition: what was made of both.
        suffix: the form, as in `exports`.

    Raises:
        PublishError: P010 a protected word is in the file, P011 a check broke down.
        UsageError: U004 no such form.
    """
    content = export(edition, suffix)
    pictures = tuple(picture.content for picture in edition.pictures)
    hidden = replace(_not_of_the_form(forms(document, review, edition), suffix), pictures=pictures)
    for check in (_scanned, _read_again(suffix), *_own_checks(suffix)):
        if not _passes(check, content, hidden):
            raise PublishError(
                "P010", "the safe copy was not written: a protected name or number was still found in it"
            )
    return content


def _passes(check: Check, content: bytes, hidden: Forms) -> bool:
    try:
        return check(content, hidden)
    except Exception as error:  # noqa: BLE001 - whatever breaks a check is a failed check
        why = str(error) if isinstance(error, AmanatError) else type(error).__name__
        raise PublishError("P011", f"the safe copy was not written: one of its checks broke down ({why})") from None


def _not_of_the_form(hidden: Forms, suffix: str) -> Forms:
    """Leave out words that stand in every file of this form: a person may be called like a style or a font."""
    own = scan.found(export(NOTHING, suffix), hidden)
    return replace(hidden, whole=hidden.whole - own, words=hidden.words - own, numbers=hidden.numbers - own)


def _scanned(content: bytes, hidden: Forms) -> bool:
    """Look at every byte but those of pictures: they were checked by themselves, and pixels spell words by chance."""
    for picture in hidden.pictures:
        content = content.replace(picture, bytes(len(picture))).replace(b64encode(picture), b"")
    return not scan.found(content, hidden)


def _read_again(suffix: str) -> Check:
    """Return the check that reads the file as any other file, in the cage, and looks at every layer of its text."""

    def check(content: bytes, hidden: Forms) -> bool:
        if f".{suffix}" not in suffixes() or not content.strip():
            return True
        text = folded(read_bytes(content, f"safe.{suffix}").text)
        return not scan.found(text.encode("utf-8"), hidden)

    return check


def _own_checks(suffix: str) -> tuple[Check, ...]:
    """Return the further checks that a form brings: `CHECKS` of its module."""
    return tuple(getattr(exports()[suffix], "CHECKS", ()))
