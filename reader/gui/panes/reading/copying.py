"""What is copied from the page: clean text, a quotation with its source, or text for programs that know no Arabic."""

from PySide6.QtGui import QGuiApplication

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.gui.formatting import Formatter
from reader.gui.panes.reading import meta
from reader.text.direction import direction_of
from reader.text.spans import Span
from reader.text.visual import visual


def copy_text(article: Article, span: Span) -> None:
    """Copy a passage as written, in logical order."""
    _copy(_passage(article, span))


def copy_quotation(article: Article, span: Span, state: ArticleState, formatter: Formatter) -> None:
    """Copy a passage with headline, source and date."""
    _copy(meta.quotation(_passage(article, span), article, state, formatter))


def copy_visual(article: Article, span: Span) -> None:
    """Copy a passage as it looks, joined and from left to right, for programs that can do neither."""
    lines = _passage(article, span).split("\n")
    _copy("\n".join(visual(line, direction_of(line, article.direction)) for line in lines))


def _passage(article: Article, span: Span) -> str:
    """Return a passage's words; all of the article's where nothing is selected."""
    return span.of(article.text) if len(span) else article.text


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
