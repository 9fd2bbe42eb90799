"""What the catalogue keeps of an article, from the article itself and what the reader did with it."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from reader.annotations.highlight import Highlight
from reader.articles.article import Article
from reader.articles.facts import Facts, facts_of
from reader.catalogue.catalogue import Entry
from reader.catalogue.query import Row
from reader.collections.state import ArticleState
from reader.text.direction import direction_of

LONGEST_TITLE = 80
"""Code points of a quotation that stands for a title."""

SHORT_ID = 8
"""Letters of an id that stand for a title."""


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


def entry_without_text(article_id: str, state: ArticleState, highlights: Sequence[Highlight], version: str) -> Entry:
    """Return the entry of an article of which no text is here: the reader's work on it is not to go out of sight.

    Its title is what the reader marked first, else the source that the reader gave, else the beginning of its id.
    """
    quote = next((each.quote for each in highlights if each.quote), "")
    title = f"«{shorten(quote, LONGEST_TITLE, placeholder='…')}»" if quote else state.source or article_id[:SHORT_ID]
    facts = replace(facts_of(Article(title=title, blocks=(), direction=direction_of(title))), fingerprint="")
    return replace(entry_of(article_id, facts, state, len(highlights), version), lacks_text=True)


def as_it_was(entry: Entry, before: Entry) -> Entry:
    """Return an entry without a text with all that is still known of the text."""
    row = replace(
        entry.row,
        title=before.row.title,
        source=entry.row.source or before.own_source,
        published=before.row.published,
        words=before.row.words,
        language=before.row.language,
        direction=before.row.direction,
        digits=before.row.digits,
        progress=before.row.progress,
    )
    return replace(entry, row=row, title_key=before.title_key, own_source=before.own_source, length=before.length)


def _hundredths(position: int, length: int) -> int:
    return min(100 * position // length, 100) if length else 0
