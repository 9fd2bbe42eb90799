"""A whole site as Ghost exports it: the tables of its database, as JSON.

Source: Ghost, *Developer migration docs*; in the first version the text is Markdown, and the database stands alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from reader.collections.state import ArticleState
from reader.intake.entries import Entry
from reader.intake.formats.exports.json_values import Object, line, number, objects, text, truth

_OWN_ADDRESS = "__GHOST_URL__"  # what stands for the site's address in the texts
_NAMED = ("tags", "users")
_PUBLISHED = frozenset({"published", "sent", ""})


def read(document: Object) -> Iterator[Entry]:
    """Yield the posts and pages of a site; a draft says so."""
    stated: Any = document.get("db")
    databases = [one for one in stated if isinstance(one, dict)] if isinstance(stated, list) else [document]
    for database in databases:
        tables = database.get("data")
        if isinstance(tables, dict):
            yield from _posts(tables)


def _posts(tables: Object) -> Iterator[Entry]:
    tag_names, writer_names = ({text(one, "id"): line(one, "name") for one in objects(tables, name)} for name in _NAMED)
    tags = _joined(tables, "posts_tags", "tag_id")
    writers = _joined(tables, "posts_authors", "author_id")
    settings = {text(one, "key"): text(one, "value") for one in objects(tables, "settings")}
    home = settings.get("url", "").rstrip("/")
    for post in objects(tables, "posts"):
        id_, status, title = text(post, "id"), text(post, "status"), line(post, "title")
        html = text(post, "html").replace(_OWN_ADDRESS, home)
        is_published = status in _PUBLISHED
        slug = text(post, "slug")
        address = text(post, "canonical_url") or (f"{home}/{slug}/" if home and slug else "")
        of_writers = (writer_names.get(writer, "") for writer in writers[id_] or [text(post, "author_id")])
        yield Entry(
            title=title,
            address=address.replace(_OWN_ADDRESS, home) if is_published else "",
            html=html,
            text="" if html else text(post, "plaintext", "markdown"),
            summary=text(post, "custom_excerpt"),
            source=settings.get("title", ""),
            authors=tuple(filter(None, of_writers)),
            published=text(post, "published_at") if is_published else "",
            modified=text(post, "updated_at"),
            state=ArticleState(
                starred=truth(post, "featured"),
                tags=tuple(name for tag in tags[id_] if (name := tag_names.get(tag, "")) and not name.startswith("#")),
            ),
            locator=id_,
            leftovers=() if is_published else (f"{title}: {status}",),
        )


def _joined(tables: Object, table: str, name: str) -> dict[str, list[str]]:
    """Return the ids that a table joins to each post, in their order."""
    joined: dict[str, list[str]] = defaultdict(list)
    for row in sorted(objects(tables, table), key=lambda row: number(row, "sort_order")):
        joined[text(row, "post_id")].append(text(row, name))
    return joined
