"""What the catalogue keeps of an article, from the article itself."""

from dataclasses import replace

from reader.articles.article import Article
from reader.catalogue.catalogue import Entry
from reader.catalogue.query import Row
from reader.collections.state import ArticleState


def entry_of(
    article_id: str, article: Article, state: ArticleState, highlights: int, version: str = "", *, fingerprint: str = ""
) -> Entry:
    """Return an article's entry from a version of its text. A source that the reader gave goes before its own.

    `fingerprint` is that of the text, where it is known.
    """
    from reader.articles.address import key_of
    from reader.articles.fingerprint import fingerprint_of
    from reader.text import digits, words

    text = article.text
    identity = (key_of(article.address), fingerprint or fingerprint_of(article))
    row = Row(
        id=article_id,
        title=article.title,
        source=state.source or article.source,
        published=article.published.iso if article.published else "",
        added=state.added,
        reading=state.reading,
        starred=state.starred,
        archived=state.archived,
        words=words.count(text),
        language=article.language,
        direction=article.direction,
        tags=state.tags,
        highlights=highlights,
        digits=digits.used_in(text).value,
        progress=_hundredths(state.position, len(text)),
    )
    return Entry(
        row=row,
        own_source=article.source,
        identity=identity,
        version=version,
        opened=state.opened,
        trashed=state.trashed,
        folders=state.folders,
        length=len(text),
    )


def entry_again(entry: Entry, state: ArticleState, highlights: int) -> Entry:
    """Return an article's entry after its state or its highlights changed; its text is the same and not looked at."""
    row = replace(
        entry.row,
        source=state.source or entry.own_source,
        added=state.added,
        reading=state.reading,
        starred=state.starred,
        archived=state.archived,
        tags=state.tags,
        highlights=highlights,
        progress=_hundredths(state.position, entry.length),
    )
    return replace(entry, row=row, opened=state.opened, trashed=state.trashed, folders=state.folders)


def _hundredths(position: int, length: int) -> int:
    return min(100 * position // length, 100) if length else 0
