"""What is copied from the page besides clean text: a quotation with its source, text for programs without Arabic."""

from PySide6.QtGui import QGuiApplication

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.gui.formatting import Formatter
from reader.gui.panes.reading import meta
from reader.text.direction import direction_of
from reader.text.spans import Span
from reader.text.visual import visual
from reader.text.words import snap_passage


def copy_quotation(article: Article, span: Span, state: ArticleState, formatter: Formatter) -> str:
    """Copy a passage in whole words with headline, source and date: nobody quotes half a word.

    Returns "quotation", or "all_quotation" where none was chosen.
    """
    if len(span):
        span = snap_passage(article.text, span)
    _copy(meta.quotation(_passage(article, span), article, state, formatter))
    return _told("quotation", span)


def copy_visual(article: Article, span: Span) -> str:
    """Copy a passage as it looks, joined and from left to right, for programs that can do neither.

    Returns "visual", or "all_visual" where none was chosen.
    """
    lines = _passage(article, span).split("\n")
    _copy("\n".join(visual(line, direction_of(line, article.direction)) for line in lines))
    return _told("visual", span)


def _passage(article: Article, span: Span) -> str:
    """Return a passage's words; all of the article's where nothing is selected."""
    return span.of(article.text) if len(span) else article.text


def _told(how: str, span: Span) -> str:
    return how if len(span) else f"all_{how}"


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
