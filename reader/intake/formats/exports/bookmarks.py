"""Lists of links in HTML: the bookmarks that browsers and keepers of links write, Pocket's and Instapaper's own."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.annotations.quoted import Quoted
from reader.collections.state import ArticleState, Reading
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.hints import Hints
from reader.intake.moments import moment_of

IMPORTER = "bookmarks 1"

_ARCHIVED = frozenset({"read archive", "archive", "archived"})
_WAITING = frozenset({"unread", "my list", "home"})
_EVERYBODYS = frozenset(
    {
        *("bookmarks", "bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks", "mobile bookmarks"),
        *("personal_toolbar_folder", "favorites bar", "other favorites"),
    }
)
_PAGES = ("http://", "https://")


def read(data: bytes, hints: Hints) -> Entries:
    """Return the links of a list; the folders that hold one are its tags.

    Raises ReaderError import.empty and import.binary.
    """
    markup = decode(data, hints.file).text.encode("utf-8", "replace").replace(b"\0", b"")
    tree = document_fromstring(markup, parser=HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    entries, leftovers = [], []
    for entry in _links(tree):
        if entry.address.startswith(_PAGES):
            entries.append(entry)
        elif entry.address:
            leftovers.append(f"{entry.title} {entry.address[:200]}".strip())
    if not entries:
        raise ReaderError("import.empty", file=hints.file)
    return Entries(IMPORTER, tuple(entries), tuple(leftovers))


def _links(tree: HtmlElement) -> Iterator[Entry]:
    """Yield the links in their order. The folder of a list is the heading that stands last before it.

    Browsers close neither DT nor P, and every parser nests them otherwise: only the order of tags is relied on.
    """
    folders: list[tuple[HtmlElement, str]] = []
    heading = ""
    last: Entry | None = None
    for element in tree.iter("h1", "h2", "h3", "dl", "ul", "ol", "a", "dd"):
        if element.tag == "dd":
            last = _described(last, element)
            continue
        if element.tag == "a":
            if last:
                yield last
            inside = set(element.iterancestors())
            last = _link(element, [name for holder, name in folders if holder in inside and name])
        elif element.tag in ("dl", "ul", "ol"):
            folders.append((element, heading))
            heading = ""
        else:
            heading = " ".join(element.text_content().split())
    if last:
        yield last


def _link(element: HtmlElement, folders: list[str]) -> Entry:
    get = element.attrib.get
    names = [name for name in folders if name.lower() not in _EVERYBODYS]
    is_archived = any(name.lower() in _ARCHIVED for name in names)
    own = [name for name in names if name.lower() not in _ARCHIVED | _WAITING]
    tags = tuple(tag for tag in map(str.strip, (get("tags") or "").split(",")) if tag)
    is_read = is_archived or get("toread") == "0"
    state = ArticleState(
        reading=Reading.READ if is_read else Reading.UNREAD,
        archived=is_archived,
        tags=(*tags, *own),
        added=moment_of(get("add_date") or get("time_added") or ""),
    )
    address = (get("href") or "").strip()
    title = " ".join(element.text_content().split())
    return Entry(title="" if title == address else title, address=address, state=state)


def _described(entry: Entry | None, element: HtmlElement) -> Entry | None:
    """Return a link with the note that stands below it. What a parser nests into that note is not part of it."""
    note = " ".join((element.text or "").split())
    return replace(entry, highlights=(Quoted(quote="", note=note),)) if entry and note else entry
