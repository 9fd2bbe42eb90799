"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a page of annotations as JSON-LD.

What the model has no word for (the paragraph's number) is named by a context of our own; positions count code points.
"""

import json
from collections.abc import Sequence
from typing import Any

from reader.annotations.highlight import Status
from reader.articles.article import Article
from reader.exporting.exported import Content, Exported, Passage
from reader.text.direction import direction_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "urn:x-hamish:"
UNDETERMINED = "und"
"""What BCP 47 calls a language that nobody determined."""


def make(exported: Sequence[Exported], _content: Content) -> str:
    """Return the highlights and notes of articles."""
    page = {
        "@context": [CONTEXT, {"paragraph": f"{OWN}paragraph"}],
        "id": f"{OWN}page:{exported[0].id}",
        "type": "AnnotationPage",
        "items": [_annotation(each, passage) for each in exported for passage in each.passages()],
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotation(exported: Exported, passage: Passage) -> dict[str, Any]:
    return {
        "id": f"{OWN}mark:{passage.id}",
        "type": "Annotation",
        "motivation": "commenting" if passage.note else "highlighting",
        **_filled(created=passage.created, modified=passage.modified),
        "generator": {"id": f"{OWN}program", "type": "Software", "name": "Hamish"},
        "body": _bodies(passage, exported.article),
        "target": _target(exported, passage),
    }


def _bodies(passage: Passage, article: Article) -> list[dict[str, Any]]:
    bodies = [_body(passage.note, "commenting", article)] if passage.note else []
    bodies += (_body(tag, "tagging", article) for tag in passage.tags)
    colour = {"type": "TextualBody", "value": passage.colour, "purpose": "classifying"}
    return [*bodies, colour | {"format": "text/plain", "language": "en", "textDirection": "ltr"}]


def _body(value: str, purpose: str, article: Article) -> dict[str, Any]:
    direction = direction_of(value, article.direction)
    language = article.language if direction is article.direction else ""
    return {
        "type": "TextualBody",
        "value": value,
        "purpose": purpose,
        "format": "text/plain",
        "language": language or UNDETERMINED,
        "textDirection": direction.value,
    }


def _target(exported: Exported, passage: Passage) -> dict[str, Any]:
    article = exported.article
    source = {
        "id": article.address or f"{OWN}article:{exported.id}",
        "type": "Text",
        "format": "text/html",
        **_filled(
            language=article.language,
            **{
                "dc:title": article.title,
                "dc:creator": list(article.authors),
                "dc:publisher": exported.source,
                "dc:date": exported.published,
            },
        ),
    }
    if not passage.quote:
        return {"type": "SpecificResource", "source": source}
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": passage.quote, "prefix": passage.prefix, "suffix": passage.suffix}
    ]
    if passage.span and passage.status is not Status.ORPHAN:
        selectors.append({"type": "TextPositionSelector", "start": passage.span.start, "end": passage.span.end})
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": selectors,
        **_filled(paragraph=passage.paragraph),
    }


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}
