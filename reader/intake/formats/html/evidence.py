"""Which words of a page are its article's, as others see it: trafilatura, and the page itself in its metadata.

trafilatura is given the tree that we have parsed, so that it fetches nothing and runs nothing. Its result is taken as
evidence only; the blocks are ours, from the page's own markup.
"""

import logging
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from reader.intake.furniture import bare

_SURELY = 24  # letters and spaces: so many in a row stand nowhere by chance
_MOST_ELEMENTS = 60_000  # beyond this trafilatura takes longer than a reader waits


class Evidence:
    """The words of an article according to someone, to be asked for one paragraph after the other."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [bare(line) for text in texts for line in text.split("\n")]
        self._lines = frozenset(filter(None, lines))
        self._whole = " ".join(lines)

    @property
    def amount(self) -> int:
        """How many letters and spaces there are."""
        return len(self._whole)

    def holds(self, text: str) -> bool:
        """Say whether a paragraph is among them, or is part of one of theirs."""
        wanted = bare(text)
        if wanted in self._lines:
            return True
        if len(wanted) < _SURELY:
            return False
        return wanted in self._whole or (
            len(wanted) > 4 * _SURELY and wanted[: 2 * _SURELY] in self._whole and wanted[-2 * _SURELY :] in self._whole
        )


def main_text_of(tree: HtmlElement) -> list[str]:
    """Return the paragraphs that trafilatura takes for the article's; none where it finds nothing or gives up."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return []
    extract = _extraction()
    try:
        found = extract(
            deepcopy(tree),
            fast=True,
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001 - it is not ours, and whatever it makes of a hostile page is no reason to lose it
        return []
    if found is None or found.body is None:
        return []
    return ["".join(each.itertext()) for each in found.body.iter("p", "head", "item", "quote", "cell", "code", "ab")]


@cache
def _extraction() -> Callable[..., Any]:
    """Return trafilatura's extraction, which says nothing in the log: what it says is for those who work on it."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return bare_extraction
