"""Highlights as the Hypothesis client exports them (github.com/hypothesis/client, annotations-exporter.tsx).

Where a passage stands in the page that Hypothesis shows is not known here, so that only its words say it.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reader.exporting.exported import Content, Exported, Passage

USER = "acct:reader@hamish"
GROUP = "__world__"


def make(exported: Sequence[Exported], _content: Content) -> str:
    """Return the highlights and notes of articles."""
    document = {
        "export_date": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "export_userid": USER,
        "client_version": "Hamish",
        "annotations": [_annotation(each, passage) for each in exported for passage in each.passages()],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _annotation(exported: Exported, passage: Passage) -> dict[str, Any]:
    address = exported.article.address or f"urn:x-hamish:article:{exported.id}"
    target: dict[str, Any] = {"source": address}
    if passage.quote:
        words = {"exact": passage.quote, "prefix": passage.prefix, "suffix": passage.suffix}
        target["selector"] = [{"type": "TextQuoteSelector", **words}]
    return {
        "id": passage.id,
        "created": passage.created,
        "updated": passage.modified or passage.created,
        "user": USER,
        "uri": address,
        "text": passage.note,
        "tags": list(passage.tags),
        "group": GROUP,
        "permissions": {"read": [USER], "admin": [USER], "update": [USER], "delete": [USER]},
        "target": [target],
        "document": {"title": [exported.article.title]},
        "user_info": {"display_name": None},
    }
