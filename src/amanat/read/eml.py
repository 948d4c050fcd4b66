"""Mail: subject and text, every header, every part, and the files that hang on it (`read/mail`)."""

from collections.abc import Iterator

from amanat.read.flow import Flow

SUFFIXES = (".eml",)
LIMIT = 50_000_000


def prepare() -> None:
    """Load the reader, and the readers of what may hang on a mail."""
    from amanat.read.mail import letter  # noqa: PLC0415 - whoever reads plain text need not wait for it

    letter.prepare()


def flow(data: bytes, depth: int) -> Flow:
    """Return everything a mail says.

    Raises:
        ReadError: R011 more parts than any mail, R015 no mail.
    """
    from amanat.read.mail import letter  # noqa: PLC0415

    return letter.flow(data, depth)


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield the pictures in a mail and in the mails that hang on it."""
    from amanat.read.mail import letter  # noqa: PLC0415

    return letter.pictures(data)
