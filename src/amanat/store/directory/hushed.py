"""Numbers in running text, as in `call 0000-00000 any time`: no call is on record for them, so they stay in."""

import re

from amanat.store.hsds.model import Json

HUSHED = "(number not confirmed)"
_ADDRESS = re.compile(r"https?://(?!(?:wa\.me|(?:api|web)\.whatsapp\.com)/)\S*", re.IGNORECASE)
_DIALS = re.compile(r"\s*(?:(?:tel|callto|sms):|https?://(?:wa\.me|(?:api|web)\.whatsapp\.com)/)\S*\s*", re.IGNORECASE)
"""An address that opens a telephone, and is nothing besides."""
_DATE = re.compile(r"\b(?:19|20)\d\d(?:-\d\d(?:-\d\d)?|\s*[-/–]\s*(?:19|20)?\d\d)?\b")
_LONG = re.compile(r"\+?\(?\d(?:[\s().\-/]{0,3}\d){5,14}")
"""Six digits and more: nothing else in a directory is as long, but for dates and addresses."""
_SAYS_CALL = (
    r"\b(?:call(?:s|ing)?|dial(?:ling|s)?|ring|phone|tel(?:ephone)?|mobile|whatsapp|sms|helpline|hotline|uan)\W{1,3}"
    r"(?:(?:is|the|us|at|on|number)\W+){0,2}|(?:کال|فون|نمبر|ہیلپ لائن)\W{0,3}"
)
_COUNTS = r"%|percent|years?|days?|hours?|am|pm|a\.m|p\.m|districts?|languages?|:"
_SHORT = re.compile(rf"(?P<said>{_SAYS_CALL})(?P<number>\d{{2,5}})\b(?!\s*(?:{_COUNTS}))", re.IGNORECASE)
_ROUTED = re.compile(r"\b\d{3,5}\b(?=\s+(?:is routed|helpline|hotline|ہیلپ لائن))")
_KEPT = re.compile(r"^(?:id|.*_id|.*_date|last_modified|.*_at|valid_.*|dtstart|until|postal_code|value|version)$")
"""Fields that hold ids, times and codes, never a telephone."""


def hushed(key: str, value: Json) -> Json:
    """Return a value of a record without numbers one could dial; None for an address that is nothing but a number.

    Args:
        key: the field it stands in.
        value: what stands there; anything but text is returned as it is.
    """
    if not isinstance(value, str) or _KEPT.match(key) or not any(map(str.isdecimal, value)):
        return value
    if key in ("url", "website", "uri") and _DIALS.fullmatch(value):
        return None
    spared = [match.span() for pattern in (_ADDRESS, _DATE) for match in pattern.finditer(value)]

    def silence(match: re.Match[str]) -> str:
        first, last = match.span("number") if "number" in match.re.groupindex else match.span()
        if any(start <= first and last <= end for start, end in spared):
            return match[0]
        return (match["said"] if "said" in match.re.groupindex else "") + HUSHED

    return _ROUTED.sub(silence, _SHORT.sub(silence, _LONG.sub(silence, value)))
