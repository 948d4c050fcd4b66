"""What the formats named in HSDS mean. Plain JSON Schema validators skip most of them without a word."""

import re
import uuid
from collections.abc import Callable
from datetime import datetime
from hashlib import sha1

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?://[^\s/?#<>\"{}|\\^`]+)?[^\s<>\"{}|\\^`]*")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")
_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)")


def is_uuid(value: str) -> bool:
    """RFC 9562: five groups of hexadecimal digits."""
    return _UUID.fullmatch(value) is not None


def is_uri(value: str) -> bool:
    """RFC 3986: a scheme, then no blank and none of the characters that must be escaped; http names a host."""
    if not _URI.fullmatch(value) or not value.isascii():
        return False
    return not value.lower().startswith(("http:", "https:")) or "//" in value.partition(":")[2][:2]


def is_email(value: str) -> bool:
    """RFC 5321 as browsers take it: no quoting, a domain of at least two labels."""
    return _EMAIL.fullmatch(value) is not None


def is_date_time(value: str) -> bool:
    """RFC 3339: a day, a time and an offset."""
    if not _DATE_TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True


FORMATS: dict[str, Callable[[str], bool]] = {
    "uuid": is_uuid,
    "uri": is_uri,
    "email": is_email,
    "date-time": is_date_time,
}
"""Name of a format, as JSON Schema has it, to its check."""

SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/openreferral/specification#amanat")
"""Name space of the ids we make: the same key always gives the same id."""


def made_id(kind: str, key: str) -> str:
    """Return the id of something that has no UUID of its own, version 5 over its kind and its own key."""
    seal = sha1(SPACE.bytes + f"{kind}:{key}".encode(), usedforsecurity=False).hexdigest()
    variant = f"{int(seal[16], 16) & 0x3 | 0x8:x}"
    return f"{seal[:8]}-{seal[8:12]}-5{seal[13:16]}-{variant}{seal[17:20]}-{seal[20:32]}"
