"""Which way an article's text runs when the reader knows better than its letters."""

from dataclasses import replace

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.gui.panes.reading import meta
from reader.settings import Settings
from reader.text.direction import Direction


def turned(article: Article, state: ArticleState, settings: Settings) -> Article:
    """Return an article as the page shows it: turned by the reader, else as all of its source are, else as it is.

    Only the page knows: nothing stored, searched or copied changes.
    """
    wanted = state.direction or settings.directions.get(meta.source_of(article, state), "")
    if wanted not in list(Direction):
        return article
    direction = Direction(wanted)
    blocks = tuple(replace(block, direction=direction) for block in article.blocks)
    return replace(article, blocks=blocks, direction=direction)
