"""Which way a text runs."""

from enum import StrEnum


class Direction(StrEnum):
    """The direction of a block or of an article."""

    RTL = "rtl"
    LTR = "ltr"
