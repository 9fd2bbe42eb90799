"""What commands print as JSON: a contract. Offsets count code points; what is unknown is null."""

from typing import Any

from reader.annotations.highlight import Highlight, PlacedHighlight, Status
from reader.articles.article import Article
from reader.catalogue.query import Row
from reader.entities.entity import Entity
from reader.searching import FoundArticle
from reader.text.spans import Span


def row_result(row: Row) -> dict[str, Any]:
    """Return what `list` prints of an article."""
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source or None,
        "published": row.published or None,
        "added": row.added,
        "state": row.reading.value,
        "words": row.words,
        "direction": row.direction.value,
        "tags": list(row.tags),
        "highlights": row.highlights,
    }


def found_result(found: FoundArticle) -> dict[str, Any]:
    """Return what `search` prints of an article; `start` and `end` point into its canonical text."""
    return {
        "id": found.row.id,
        "title": found.row.title,
        "excerpts": [
            {"text": passage.text, "start": passage.span.start, "end": passage.span.end} for passage in found.passages
        ],
    }


def article_result(article_id: str, article: Article, source: str) -> dict[str, Any]:
    """Return what `show` prints of an article; `source` may be the reader's own."""
    return {
        "id": article_id,
        "title": article.title,
        "published": article.published.iso if article.published else None,
        "source": source or None,
        "authors": list(article.authors),
        "credits": list(article.credits),
        "language": article.language or None,
        "direction": article.direction.value,
        "blocks": [
            {"kind": block.kind.value, "text": block.text, "direction": block.direction.value}
            for block in article.blocks
        ],
        "text": article.text,
    }


def entity_result(entity: Entity) -> dict[str, Any]:
    """Return what `entities` prints of a person, place or organisation."""
    return {
        "kind": entity.kind.value,
        "name": entity.name,
        "role": entity.role or None,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "country": entity.country or None,
        "mentions": [{"start": each.span.start, "end": each.span.end, "text": each.text} for each in entity.mentions],
    }


def mark_result(highlight: Highlight, span: Span | None = None) -> dict[str, Any]:
    """Return what `highlight` and `mark` print."""
    where = span or highlight.span
    return {
        "id": highlight.id,
        "article": highlight.article,
        "start": where.start,
        "end": where.end,
        "colour": highlight.colour,
        "note": highlight.note,
        "tags": list(highlight.tags),
    }


def placed_result(placed: PlacedHighlight) -> dict[str, Any]:
    """Return what `highlights` prints; one without a place has no start and no end."""
    result = {
        **mark_result(placed.highlight, placed.span),
        "quote": placed.highlight.quote,
        "status": placed.status.value,
    }
    return result | {"start": None, "end": None} if placed.status is Status.ORPHAN else result
