"""What an importer hands over: articles, the original they were read from, and what was left over."""

from dataclasses import dataclass

from reader.annotations.highlight import Highlight
from reader.articles.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One article read from an original, ready for the library.

    `original` is the bytes it was read from, `images` those of the pictures that its blocks name; each is kept once by
    content. `leftovers` are the lines that were recognised as
    the page's furniture and dropped (text-size controls, empty labels, share bars), for the report. `unreadable` counts
    the places where the original's bytes made no characters; each is U+FFFD in the text.
    """

    article: Article
    original: bytes = b""
    images: tuple[bytes, ...] = ()
    leftovers: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    unreadable: int = 0
