"""What an importer hands over: articles, the original they were read from, and what was left over."""

from dataclasses import dataclass

from reader.annotations.quoted import Quoted
from reader.articles.article import Article
from reader.collections.state import UNTOUCHED, ArticleState


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What comes with an article.

    `original` is the bytes it was read from, `images` those of the pictures that its blocks name; each is kept once by
    content. `leftovers` are the lines that were recognised as the page's furniture and dropped (text-size controls,
    empty labels, share bars), for the report. `state` and `highlights` are what the reader had made of it in another
    program. `unreadable` counts the places where the original's bytes made no characters; each is U+FFFD in the text.
    """

    original: bytes = b""
    images: tuple[bytes, ...] = ()
    leftovers: tuple[str, ...] = ()
    highlights: tuple[Quoted, ...] = ()
    state: ArticleState = UNTOUCHED
    unreadable: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Brought):
    """One article read from an original. Without blocks it is an address whose text was never kept."""

    article: Article
