"""What is asked of an article without opening it: by the list, and where the same article is looked for."""

from dataclasses import dataclass

from reader.articles.address import key_of
from reader.articles.article import Article
from reader.articles.fingerprint import fingerprint_of
from reader.text import digits, words
from reader.text.direction import Direction
from reader.text.folding import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an article says of itself, and what its text comes to.

    `published` is ISO 8601; `part` as Article has it; `digits` the name of those that it uses; `length` in code points.
    `title_key` is what its title is sorted by; `fingerprint` and `address_key` are what it is known again by.
    """

    title: str
    source: str
    published: str
    language: str
    direction: Direction
    part: str
    words: int
    length: int
    digits: str
    title_key: str
    fingerprint: str
    address_key: str


def facts_of(article: Article) -> Facts:
    """Return the facts of an article."""
    text = article.text
    return Facts(
        title=article.title,
        source=article.source,
        published=article.published.iso if article.published else "",
        language=article.language,
        direction=article.direction,
        part=article.part,
        words=words.count(text),
        length=len(text),
        digits=digits.used_in(text).value,
        title_key=sort_key(article.title),
        fingerprint=fingerprint_of(article),
        address_key=key_of(article.address),
    )
