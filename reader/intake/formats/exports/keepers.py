"""What programs that keep links and articles write as JSON: wallabag, Omnivore, Karakeep, Linkwarden and others."""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.annotations.quoted import Quoted
from reader.collections.state import ArticleState, Reading
from reader.intake.colours import colour_of
from reader.intake.entries import Entry
from reader.intake.formats.exports.json_values import Object, beyond, line, number, objects, text, texts, truth
from reader.intake.moments import moment_of

_WALLABAG = frozenset(
    {
        *("id", "uid", "title", "url", "hashed_url", "given_url", "hashed_given_url", "origin_url", "is_archived"),
        *(
            "is_starred",
            "is_public",
            "created_at",
            "updated_at",
            "archived_at",
            "starred_at",
            "published_at",
            "domain_name",
        ),
        *("published_by", "content", "mimetype", "language", "reading_time", "preview_picture", "tags"),
        *("annotations",),
        *("http_status", "headers", "user_name", "user_email", "user_id", "_links", "is_not_parsed"),
    }
)
_OMNIVORE = frozenset(
    {
        *(
            "id",
            "slug",
            "title",
            "description",
            "author",
            "url",
            "originalUrl",
            "state",
            "readingProgress",
            "thumbnail",
        ),
        *(
            "labels",
            "savedAt",
            "updatedAt",
            "publishedAt",
            "siteName",
            "highlights",
            "content",
            "pageType",
            "itemLanguage",
        ),
    }
)
_KARAKEEP = frozenset({"createdAt", "title", "tags", "lists", "content", "note", "archived", "favourited"})
_LINKWARDEN = frozenset(
    {
        *("id", "name", "type", "description", "url", "tags", "createdAt", "updatedAt", "collectionId", "textContent"),
        *(
            "importDate",
            "lastPreserved",
            "preview",
            "image",
            "pdf",
            "readable",
            "monolith",
            "color",
            "icon",
            "iconWeight",
        ),
        *("createdById", "pinnedBy", "highlight", "highlights", "collection", "indexVersion", "aiTagged", "clientSide"),
    }
)
_PINBOARD = frozenset({"href", "description", "extended", "meta", "hash", "time", "shared", "toread", "tags"})
_DONE = 100  # per cent


def wallabag(one: Object) -> Entry:
    """Return an entry of wallabag's export."""
    highlights = tuple(_annotation(each) for each in objects(one, "annotations"))
    return Entry(
        title=line(one, "title"),
        address=text(one, "url", "given_url"),
        html=text(one, "content"),
        source=line(one, "domain_name") if not text(one, "url") else "",
        authors=texts(one.get("published_by")),
        published=text(one, "published_at"),
        state=ArticleState(
            reading=Reading.READ if truth(one, "is_archived") else Reading.UNREAD,
            archived=truth(one, "is_archived"),
            starred=truth(one, "is_starred"),
            tags=texts(one.get("tags"), "label"),
            added=moment_of(text(one, "created_at")),
        ),
        highlights=highlights,
        locator=text(one, "id"),
        leftovers=_leftovers(one, _WALLABAG),
    )


def _annotation(one: Object) -> Quoted:
    return Quoted(
        quote=text(one, "quote"), note=text(one, "text"), created=moment_of(text(one, "created_at", "updated_at"))
    )


def omnivore(one: Object) -> Entry:
    """Return an item of Omnivore's metadata. Its text and highlights lie in files of their own."""
    share = number(one, "readingProgress")
    is_archived = text(one, "state").lower() == "archived"
    is_read = share >= _DONE or is_archived
    author = line(one, "author")
    return Entry(
        title=line(one, "title"),
        address=text(one, "url", "originalUrl"),
        html=text(one, "content"),
        summary=text(one, "description"),
        source=line(one, "siteName"),
        authors=(author,) if author else (),
        published=text(one, "publishedAt"),
        state=ArticleState(
            reading=Reading.READ if is_read else Reading.READING if share else Reading.UNREAD,
            archived=is_archived,
            tags=texts(one.get("labels")),
            added=moment_of(text(one, "savedAt")),
        ),
        highlights=tuple(omnivore_highlight(each) for each in objects(one, "highlights")),
        locator=text(one, "slug", "id"),
        leftovers=_leftovers(one, _OMNIVORE),
    )


def omnivore_highlight(one: Object) -> Quoted:
    """Return a highlight as Omnivore's own interface gives it."""
    share = number(one, "highlightPositionPercent")
    return Quoted(
        quote=text(one, "quote"),
        prefix=text(one, "prefix"),
        suffix=text(one, "suffix"),
        note=text(one, "annotation"),
        colour=colour_of(text(one, "color")),
        tags=texts(one.get("labels")),
        created=moment_of(text(one, "createdAt", "updatedAt")),
        share=share / _DONE if share else -1.0,
    )


def karakeep(document: Object) -> Iterator[Entry]:
    """Yield the bookmarks of Karakeep's export; the lists that hold one, and those above them, are its tags too."""
    lists = {text(each, "id"): each for each in objects(document, "lists")}
    for one in objects(document, "bookmarks"):
        content = one.get("content")
        kind = text(content, "type")
        note = text(one, "note")
        held_by = (lists[each] for each in texts(one.get("lists"), "id") if each in lists)
        in_lists = dict.fromkeys(name for each in held_by for name in _path(each, lists))
        yield Entry(
            title=line(one, "title") or line(content, "title"),
            address=text(content, "url", "sourceUrl"),
            html=text(content, "htmlContent"),
            text=text(content, "text") if kind == "text" else "",
            state=ArticleState(
                archived=truth(one, "archived"),
                starred=truth(one, "favourited"),
                tags=(*texts(one.get("tags")), *in_lists),
                added=moment_of(text(one, "createdAt")),
            ),
            highlights=(Quoted(quote="", note=note),) if note else (),
            leftovers=_leftovers(one, _KARAKEEP),
        )


def linkwarden(document: Object) -> Iterator[Entry]:
    """Yield the links of Linkwarden's export; the collections that hold one are its tags too."""
    collections = {text(each, "id"): each for each in objects(document, "collections")}
    pinned = {text(each, "id") for each in objects(document, "pinnedLinks")}
    for collection in objects(document, "collections"):
        for one in objects(collection, "links"):
            folders = tuple(_path(collection, collections))
            yield Entry(
                title=line(one, "name") or line(one, "description"),
                address=text(one, "url"),
                text=text(one, "textContent"),
                summary=text(one, "description") if text(one, "name") else "",
                state=ArticleState(
                    starred=bool(one.get("pinnedBy")) or text(one, "id") in pinned - {""},
                    tags=(*texts(one.get("tags")), *folders),
                    added=moment_of(text(one, "importDate", "createdAt")),
                ),
                highlights=tuple(_linkwarden_highlight(each) for each in objects(one, "highlight", "highlights")),
                locator=text(one, "id"),
                leftovers=_leftovers(one, _LINKWARDEN),
            )


def _path(collection: Object, collections: Mapping[str, Object]) -> Iterator[str]:
    """Yield the names of a collection or a list and of those that it lies in."""
    seen: set[int] = set()
    at: Object | None = collection
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        if name := line(at, "name"):
            yield name
        at = collections.get(text(at, "parentId"))


def _linkwarden_highlight(one: Object) -> Quoted:
    return Quoted(
        quote=text(one, "text"),
        note=text(one, "comment"),
        colour=colour_of(text(one, "color")),
        created=moment_of(text(one, "createdAt")),
    )


def pinboard(one: Object) -> Entry:
    """Return a bookmark of Pinboard's export."""
    return Entry(
        title=line(one, "description"),
        address=text(one, "href"),
        summary=text(one, "extended"),
        state=ArticleState(
            reading=Reading.UNREAD if truth(one, "toread") else Reading.READ,
            tags=tuple(text(one, "tags").split()),
            added=moment_of(text(one, "time")),
        ),
        leftovers=_leftovers(one, _PINBOARD),
    )


def readability(one: Object) -> Entry:
    """Return a bookmark of Readability's export."""
    is_archived = truth(one, "archive")
    return Entry(
        title=line(one, "article__title"),
        address=text(one, "article__url"),
        summary=text(one, "article__excerpt"),
        state=ArticleState(
            reading=Reading.READ if is_archived else Reading.UNREAD,
            archived=is_archived,
            starred=truth(one, "favorite"),
            added=moment_of(text(one, "date_added")),
        ),
    )


def chromium(document: Object) -> Iterator[Entry]:
    """Yield the bookmarks of the file that Chromium keeps them in; their folders are tags."""
    roots = document.get("roots")
    for root in roots.values() if isinstance(roots, dict) else ():
        yield from _of_folder(root, (), 60)


_WINDOWS_EPOCH = 11_644_473_600  # seconds from 1601, which Chromium counts microseconds from, to 1970


def _of_folder(folder: Any, above: tuple[str, ...], deepest: int) -> Iterator[Entry]:
    for one in objects(folder, "children") if deepest else ():
        if text(one, "type") == "folder":
            yield from _of_folder(one, (*above, *filter(None, (line(one, "name"),))), deepest - 1)
        elif text(one, "url"):
            seconds = number(one, "date_added") / 1_000_000 - _WINDOWS_EPOCH
            state = ArticleState(tags=above, added=moment_of(str(int(seconds))) if seconds > 0 else "")
            yield Entry(title=line(one, "name"), address=text(one, "url"), state=state)


def _leftovers(one: Object, understood: frozenset[str]) -> tuple[str, ...]:
    rest = beyond(one, understood)
    return (f"{line(one, 'title', 'name', 'url')}: {rest}",) if rest else ()
