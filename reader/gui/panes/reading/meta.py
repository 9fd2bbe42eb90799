"""What stands under the headline: source, date, reading time; and what is said with a copied quotation."""

from reader.articles.article import Article, BlockKind
from reader.collections.state import ArticleState
from reader.gui.formatting import Formatter
from reader.text import words
from reader.text.dates_in_words import in_numbers, in_print
from reader.text.digits import Digits, used_in
from reader.text.direction import Direction

MOST_WRITERS = 3
"""How many writers are named under the headline."""


def meta_line(article: Article, state: ArticleState, formatter: Formatter) -> str:
    """Return source, writers, date in words, reading time and tags, as many as are known, with the text's own digits.

    Writers stand here only where no line of the article names them.
    """
    text = article.text
    digits = formatter.digits_beside(used_in(text))
    published = _published(article, formatter, digits)
    return formatter.joined(
        source_of(article, state),
        *_writers(article),
        published,
        formatter.reading_time(words.count(text), article.language, digits),
        *(f"#{tag}" for tag in state.tags),
    )


def _writers(article: Article) -> tuple[str, ...]:
    is_named = any(block.kind is BlockKind.BYLINE for block in article.blocks)
    return () if is_named else article.authors[:MOST_WRITERS]


def _published(article: Article, formatter: Formatter, digits: Digits) -> str:
    iso = article.published.iso if article.published is not None else ""
    return formatter.date(iso, digits, language=article.language)


def exact_date(article: Article) -> str:
    """Return the date as it stands in the original and as a plain one, for those who look closer."""
    if article.published is None:
        return ""
    parts = (in_print(article.published.written), in_numbers(article.published.iso))
    return " · ".join(dict.fromkeys(part for part in parts if part))


def quotation(quoted: str, article: Article, state: ArticleState, formatter: Formatter) -> str:
    """Return a quotation for the clipboard: the words, then headline, source and date, without signs of direction."""
    digits = formatter.digits_beside(used_in(article.text))
    published = _published(article, formatter, digits)
    is_rtl = article.direction is Direction.RTL
    opening, closing, comma = ("«", "»", "، ") if is_rtl else ("“", "”", ", ")
    told = comma.join(part for part in (article.title, source_of(article, state), published) if part)
    return f"{opening}{quoted}{closing}\n— {told}"


def source_of(article: Article, state: ArticleState) -> str:
    """Return the outlet: the one the reader gave, else the one the article came with."""
    return state.source or article.source


def same_line(one: ArticleState, other: ArticleState) -> bool:
    """Say whether two states say the same of what stands under the headline, and which way the text runs."""
    return (one.source, one.source_declined, one.direction, one.tags) == (
        other.source, other.source_declined, other.direction, other.tags,
    )  # fmt: skip
