"""Pages that are but the frame round others: what tells such a page, in a folder as in an archive."""

import re

from reader.articles.article import Article, BlockKind

FRAME = re.compile(rb"<i?frame(?:set)?\b", re.IGNORECASE)
MOST_FRAMES = 20
LITTLE = 100
"""Code points below the headline: a page that has no more is but the frame round another."""


def length_of(article: Article) -> int:
    """Return how many code points an article has below its headline."""
    return sum(len(block.text) for block in article.blocks if block.kind is not BlockKind.HEADLINE)
