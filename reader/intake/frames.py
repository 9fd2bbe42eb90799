"""Pages that are but the frame round others: what tells such a page, in a folder as in an archive."""

import re
from html import unescape

from reader.articles.article import Article, BlockKind
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.text.cleaning import clean

FRAME = re.compile(rb"<i?frame(?:set)?\b", re.IGNORECASE)
MOST_FRAMES = 20
LITTLE = 100
"""Code points below the headline: a page that has no more is but the frame round another."""

_TITLE = re.compile(r"<title\b[^>]*>(?P<words>[^<]{1,1000})</title", re.IGNORECASE)
_HEAD = 1 << 14  # bytes in which a page states its title


def length_of(article: Article) -> int:
    """Return how many code points an article has below its headline."""
    return sum(len(block.text) for block in article.blocks if block.kind is not BlockKind.HEADLINE)


def title_round(markup: bytes) -> str:
    """Return what a page calls itself, for the article in its frame that does not say what it is called."""
    try:
        found = _TITLE.search(decode(markup[:_HEAD]).text)
    except ReaderError:
        return ""
    return " ".join(clean(unescape(found["words"])).split()) if found else ""
