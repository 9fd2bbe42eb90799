"""Which way an article's text runs when the reader knows better than its letters."""

from dataclasses import replace

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.text.direction import Direction


def turned(article: Article, state: ArticleState) -> Article:
    """Return an article as the page shows it: turned by the reader, alone or with all of its source, or as it is.

    Only the page knows: nothing stored, searched or copied changes.
    """
    if state.direction not in tuple(Direction):
        return article
    direction = Direction(state.direction)
    blocks = tuple(replace(block, direction=direction) for block in article.blocks)
    return replace(article, blocks=blocks, direction=direction)
