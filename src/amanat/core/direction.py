"""Which way text is written."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way a stretch of text is written."""

    LTR = "ltr"
    RTL = "rtl"
