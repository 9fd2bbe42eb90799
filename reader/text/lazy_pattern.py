"""Regular expressions that are compiled when they are first used.

Compiling a class of many characters takes a millisecond; a window that opens in two hundred needs few of them.
"""

import re


class LazyPattern:
    """A regular expression: call it for the compiled one."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __call__(self) -> re.Pattern[str]:
        """Return the compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled
