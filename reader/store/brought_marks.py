"""Highlights out of other programs, put where their words stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.annotations.highlight import CONTEXT_LENGTH, Highlight
from reader.annotations.placing import Placing
from reader.annotations.quoted import NOWHERE, Quoted
from reader.articles.article import Article
from reader.store import mark_records
from reader.store.edit import Edit
from reader.store.store import Store
from reader.text.spans import Span

_OWN_ID = re.compile(r"[0-9a-f]{24}")


def edits_for(
    store: Store, name: str, version: str, article: Article, highlights: Sequence[Quoted]
) -> tuple[list[Edit], int]:
    """Return the edits that add highlights which were never there, and how many of those have no sure place.

    Raises ReaderError when the article's highlights cannot be read.
    """
    if not highlights:
        return [], 0
    known = store.records("marks", name).records
    placing = Placing(article.text)
    edits = []
    unplaced = 0
    for mark, quoted in _named(name, highlights):
        if mark not in known:
            span = placing.certain(quoted)
            unplaced += span is None and bool(quoted.quote)
            highlight = _placed(_brought(mark, name, quoted, article), version, article, span)
            if not highlight.created:
                highlight = replace(highlight, created=store.clock.now())
            texts = {"note": quoted.note} if quoted.note else {}
            edits.append(Edit("marks", name, mark, mark_records.values_of(highlight), texts))
    return edits, unplaced


def _named(name: str, highlights: Sequence[Quoted]) -> Iterator[tuple[str, Quoted]]:
    """Yield highlights with their ids, each once.

    An id is made of what a highlight is, so that one that comes again, or that was removed here, is not added again.
    Its note, which may have changed since, counts only where two notes stand beside the same words.
    """
    seen: dict[str, str] = {}
    for quoted in highlights:
        for mark in _ids(name, quoted):
            if mark not in seen:
                seen[mark] = quoted.note
                yield mark, quoted
                break
            if seen[mark] == quoted.note:
                break


def _ids(name: str, quoted: Quoted) -> Iterator[str]:
    """Yield ids for a highlight, the best first: the one it had before, then what it is made of."""
    from hashlib import sha256

    start = name[: mark_records.ARTICLE_DIGITS]
    if _OWN_ID.fullmatch(quoted.id):
        yield start + quoted.id[mark_records.ARTICLE_DIGITS :]
    for parts in ((quoted.quote, quoted.created), (quoted.quote, quoted.created, quoted.note)):
        yield start + sha256("\0".join(parts).encode()).hexdigest()[:16]


def _brought(mark: str, name: str, quoted: Quoted, article: Article) -> Highlight:
    """Return a highlight as it came: of no version, with a guess where to look for it."""
    length = len(article.text)
    start = 0 if quoted.share == NOWHERE else min(int(quoted.share * length), length)
    return Highlight(
        id=mark,
        article=name,
        version="",
        block="",
        span=Span(start, start),
        quote=quoted.quote,
        prefix=quoted.prefix[-CONTEXT_LENGTH:],
        suffix=quoted.suffix[:CONTEXT_LENGTH],
        colour=quoted.colour,
        tags=mark_records.clean_tags(quoted.tags),
        created=quoted.created,
    )


def _placed(highlight: Highlight, version: str, article: Article, span: Span | None) -> Highlight:
    """Return a highlight where its words stand in the article's version; without a sure place as it came."""
    if span is None:
        return highlight
    text = article.text
    return replace(
        highlight,
        version=version,
        block=next((block.id for block, place in article.placed_blocks() if span.start <= place.end), ""),
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
        suffix=text[span.end :][:CONTEXT_LENGTH],
    )
