"""What the catalogue keeps of an article, from the article itself and what the reader did with it."""

from dataclasses import replace

from reader.articles.facts import Facts
from reader.catalogue.catalogue import Entry
from reader.catalogue.query import Row
from reader.collections.state import ArticleState


def entry_of(article_id: str, facts: Facts, state: ArticleState, highlights: int, version: str = "") -> Entry:
    """Return an article's entry from the facts about its text. A source that the reader gave goes before its own."""
    row = Row(
        id=article_id,
        title=facts.title,
        source=state.source or facts.source,
        published=facts.published,
        added=state.added,
        reading=state.reading,
        starred=state.starred,
        archived=state.archived,
        words=facts.words,
        language=facts.language,
        direction=facts.direction,
        tags=state.tags,
        highlights=highlights,
        digits=facts.digits,
        progress=_hundredths(state.position, facts.length),
    )
    return Entry(
        row=row,
        title_key=facts.title_key,
        own_source=facts.source,
        identity=(facts.address_key, facts.fingerprint),
        version=version,
        opened=state.opened,
        trashed=state.trashed,
        folders=state.folders,
        length=facts.length,
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
