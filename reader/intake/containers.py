"""Which files hold many articles: feeds, and what other programs write of what a reader kept in them.

They are told by what they hold, whatever they are called: by their columns, by the shape of their JSON.
"""

import re
from enum import StrEnum

from reader.intake.archives import names_in
from reader.intake.columns import columns_of, table_of

HEAD = 4096  # bytes that are looked at

_FEED = re.compile(
    rb"(?:\s*<(?:\?[^>]*\?|!--.*?--|!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?)>)*\s*<(?:\w+:)?(?:rss|feed|RDF|opml)[\s>]",
    re.DOTALL,
)
_WEBLOG = re.compile(
    rb"xmlns:wp=[\"']http://wordpress\.org/export/|schemas\.google\.com/blogger/2018|tag:blogger\.com,1999:blog-\d+\.archive"
)
_NETSCAPE = re.compile(rb"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file", re.IGNORECASE)
_LIST_OF_LINKS = re.compile(rb"<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*(?:\"|\})")
_JSON_FEED = re.compile(rb"\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/")
_BETWEEN_CLIPPINGS = re.compile(r"^={10}\s*$", re.MULTILINE)
_ABOUT_CLIPPING = re.compile(r"^[-–] .*\d.*\|", re.MULTILINE)
_NOTES = re.compile(r"---\n(?:.*\n)*?hamish: \"?[0-9a-f]{32}\"?\n(?:.*\n)*?---\n")
_LINK = re.compile(r"https?://\S+(?: \| .*)?")
_FEWEST_LINKS = 2
_ZIP = b"PK\x03\x04"
_EXPORTED = re.compile(rb"(?:^|/)(?:metadata_\d+_to_\d+\.json|[^/]+\.csv|[^/]+\.opml|feed\.atom)$")
_POST = re.compile(rb"(?:^|/)posts/[^/]+\.html$")
_OF_MEDIUM = re.compile(rb"(?:^|/)(?:claps|sessions|ips|interests|(?:users|pubs|topics)-following)/[^/]+\.html$")
_OF_DOCUMENTS = frozenset({b"mimetype", b"[Content_Types].xml", b"META-INF/container.xml"})


class Container(StrEnum):
    """What kind of file with many articles it is."""

    FEED = "feed"
    WEBLOG = "weblog"
    JSON_FEED = "json_feed"
    TABLE = "table"
    DOCUMENT = "document"
    BOOKMARKS = "bookmarks"
    CLIPPINGS = "clippings"
    LINKS = "links"
    NOTES = "notes"
    ARCHIVE = "archive"


MEDIA_TYPES = {
    Container.FEED: "application/xml",
    Container.WEBLOG: "application/xml",
    Container.JSON_FEED: "application/feed+json",
    Container.TABLE: "text/csv",
    Container.DOCUMENT: "application/json",
    Container.BOOKMARKS: "text/html",
    Container.CLIPPINGS: "text/plain",
    Container.LINKS: "text/plain",
    Container.NOTES: "text/markdown",
    Container.ARCHIVE: "application/zip",
}


def container_of(data: bytes) -> Container | None:
    """Return what kind of file with many articles some bytes are, or None for any other.

    Their beginning is enough, but for archives, whose directory stands at the end.
    """
    if data.startswith(_ZIP):
        return Container.ARCHIVE if _is_export(names_in(data)) else None
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    narrow = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")  # UTF-16 too
    return _of_markup(narrow) or _of_text(
        narrow.decode("utf-8", "replace").replace("\r\n", "\n"), is_whole=len(data) <= HEAD
    )


def _of_markup(head: bytes) -> Container | None:
    if _FEED.match(head):
        return Container.WEBLOG if _WEBLOG.search(head) else Container.FEED
    if _NETSCAPE.match(head) or _LIST_OF_LINKS.search(head):
        return Container.BOOKMARKS
    if _JSON.match(head):
        return Container.JSON_FEED if _JSON_FEED.search(head) else Container.DOCUMENT
    return None


def _of_text(head: str, *, is_whole: bool) -> Container | None:
    if _NOTES.match(head):
        return Container.NOTES
    if table_of(columns_of(head)[1]):
        return Container.TABLE
    if _BETWEEN_CLIPPINGS.search(head) and _ABOUT_CLIPPING.search(head):
        return Container.CLIPPINGS
    return Container.LINKS if _is_links(head, is_whole=is_whole) else None


def _is_export(names: frozenset[bytes]) -> bool:
    """Tell another program's archive from an e-book and an office document by the names in its directory."""
    if names & _OF_DOCUMENTS:
        return False
    return any(_EXPORTED.search(name) for name in names) or _is_mediums(names)


def _is_mediums(names: frozenset[bytes]) -> bool:
    return any(map(_OF_MEDIUM.search, names)) and any(map(_POST.search, names))


def _is_links(text: str, *, is_whole: bool) -> bool:
    lines = [line.strip() for line in text.split("\n")]
    filled = [line for line in (lines if is_whole else lines[:-1]) if line]
    return len(filled) >= _FEWEST_LINKS and all(_LINK.fullmatch(line) for line in filled)
