"""RSS, Atom and RDF feeds, and lists of feeds (OPML), as files. Nothing that they name is fetched."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from html import escape, unescape
from itertools import chain, islice
from urllib.parse import urljoin

from lxml import etree
from lxml.etree import _Element as Element

from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.intake.entries import Entries, Entry
from reader.intake.hints import Hints
from reader.intake.xml_mending import parsed_export
from reader.intake.xml_tree import ending_elements

IMPORTER = "feeds 1"

Members = Mapping[str, Sequence[Element]]

_ITEMS = ("item", "entry")
_BODIES = ("encoded", "content", "body")
_SUMMARIES = ("description", "summary", "abstract")
_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
_MODIFIED = ("updated", "modified")
_AUTHORS = ("author", "creator", "contributor")
_LARGE = 1 << 20  # bytes from which on entries are not to wait until all is parsed: it takes 0.3 s for 40 MB
_SHORTEST_ARTICLE = 500  # code points of a description that may be the article itself
_CUT = ("…", "...", "[&#8230;", "&#8230;", "&hellip;")
_PAGES = ("http://", "https://")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ADDRESS_OF_MAIL = re.compile(r"^\S+@\S+\s*\((?P<name>[^)]+)\)$")
_FEED = re.compile(r"^feed:(?://)?(?:https?://)?", re.IGNORECASE)  # a scheme of readers of the past
_WHOLE = re.compile(r"https?://[a-z0-9.-]+/[\w/.~%-]*")
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_MARKUP = re.compile(r"<[^>]*>")


def read(data: bytes, hints: Hints) -> Entries:
    """Return the entries of a feed, its title their source; of a list of feeds an entry for each feed's page.

    Raises ReaderError import.empty, import.binary, and import.damaged_export for what is no feed after all.
    """
    leftovers: list[str] = []
    entries = _of_large(data, hints.file, leftovers) if len(data) > _LARGE else _of_whole(data, hints.file, leftovers)
    first = next(entries, None)
    if first is None:
        raise ReaderError("import.empty", file=hints.file)
    return Entries(IMPORTER, chain((first,), entries), tuple(leftovers))


def _of_large(data: bytes, file: str, leftovers: list[str]) -> Iterator[Entry]:
    """Yield the entries of a large feed from its beginning on, while the rest of it is still to be parsed.

    Where it turns out to be damaged, or its name stands below its entries, the others come from what can be saved of
    the whole.
    """
    count = 0
    with suppress(ReaderError):
        for entry in _as_they_come(data):
            yield entry
            count += 1
        if count:
            return
    yield from islice(_of_whole(data, file, leftovers), count, None)


def _as_they_come(data: bytes) -> Iterator[Entry]:
    """Yield the entries of a feed whose name stands above them. Raises ReaderError where the feed is damaged."""
    of_feed: tuple[str, str] | None = None
    for item in ending_elements(data, _ITEMS):
        holder = item.getparent()
        tree = item.getroottree().getroot()
        if holder is not tree and (holder is None or holder.getparent() is not tree or _name(holder) != "channel"):
            continue
        if of_feed is None:
            source, home = _about(tree)
            if not source:
                return
            of_feed = source, tree.get(_BASE) or home
        yield _entry(item, *of_feed)
        item.clear()


def _of_whole(data: bytes, file: str, leftovers: list[str]) -> Iterator[Entry]:
    """Return the entries of a feed or of a list of feeds. Raises ReaderError import.damaged_export."""
    tree = parsed_export(data, file)
    return iter(_of_list(tree, leftovers)) if _name(tree) == "opml" else _of_feed(tree)


def _of_feed(tree: Element) -> Iterator[Entry]:
    """Yield the items of RSS, which stand in the channel (in RDF beside it), or the entries of Atom."""
    channel = _channel(tree)
    source, home = _about(tree)
    holders = (tree, channel) if channel is not tree else (tree,)
    items = (each for holder in holders for each in holder if _name(each) in _ITEMS)
    return (_entry(each, source, tree.get(_BASE) or home) for each in items)


def _channel(tree: Element) -> Element:
    return next((each for each in tree if _name(each) == "channel"), tree)


def _about(tree: Element) -> tuple[str, str]:
    """Return a feed's name and the address of its site."""
    about = _members(_channel(tree))
    return _line(about, "title"), _link(about)


def _entry(item: Element, source: str, base: str) -> Entry:
    of = _members(item)
    body = _markup(of, _BODIES)
    summary = _markup(of, _SUMMARIES)
    link = _link(of)
    modified = _first(of, _MODIFIED)
    is_cut = not body and (len(summary) < _SHORTEST_ARTICLE or summary.rstrip(" ]").endswith(_CUT))
    return Entry(
        title=_line(of, "title"),
        address=_joined(base, link),
        base=item.get(_BASE) or link or base,
        html=body or ("" if is_cut else summary),
        summary=summary if body or is_cut else "",
        source=source,
        authors=tuple(dict.fromkeys(_authors(of))),
        published=_first(of, _PUBLISHED) or modified,
        modified=modified,
        locator=_first(of, ("guid", "id")) or link,
    )


def _of_list(tree: Element, leftovers: list[str]) -> tuple[Entry, ...]:
    """Return an entry for each feed of a list: where it is read, and in which folders it stands.

    An outline whose address is none of the web's is left over.
    """
    found = []
    for outline in tree.iter("outline"):
        feed = _FEED.sub("https://", (outline.get("xmlUrl") or "").strip())
        page = (outline.get("htmlUrl") or outline.get("url") or "").strip()
        if (page or feed).startswith(_PAGES):
            folders = [
                " ".join((above.get("text") or above.get("title") or "").split())
                for above in outline.iterancestors("outline")
            ]
            title = " ".join((outline.get("title") or outline.get("text") or "").split())
            about = (outline.get("description") or "").strip()
            state = ArticleState(tags=tuple(filter(None, reversed(folders))))
            found.append(
                Entry(title=title, address=page or feed, summary=escape(about), state=state, locator=feed, feed=feed)
            )
        elif page or feed:
            leftovers.append(f"{outline.get('text') or outline.get('title') or ''} {page or feed}".strip())
    return tuple(found)


def _members(element: Element) -> dict[str, list[Element]]:
    members: dict[str, list[Element]] = {}
    for child in element:
        members.setdefault(_name(child), []).append(child)
    return members


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _first(of: Members, names: Iterable[str]) -> str:
    return next((text for name in names for element in of.get(name, ()) if (text := _text(element).strip())), "")


def _text(element: Element) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def _line(of: Members, name: str) -> str:
    """Return a text on one line; markup in it, which some feeds write and some escape twice, is taken off."""
    text = _first(of, (name,))
    if "&" in text or "<" in text:
        text = unescape(_MARKUP.sub("", unescape(text) if "&lt;" in text else text))
    return " ".join(text.split())


def _markup(of: Members, names: Iterable[str]) -> str:
    """Return the first of some members as markup. That of Atom may be text, or markup that is not escaped."""
    for name in names:
        for element in of.get(name, ()):
            if len(element):
                markup = "".join((escape(element.text or ""), *(_unprefixed(child) for child in element)))
            else:
                markup = escape(element.text or "") if element.get("type") == "text" else element.text or ""
            if markup.strip() and not element.get("src"):
                return markup
    return ""


def _unprefixed(element: Element) -> str:
    """Return markup whose elements have no namespaces: what reads HTML knows none."""
    if not isinstance(element.tag, str):  # a reference to an entity that is not expanded
        return ""
    for inner in element.iter(etree.Element):
        name = _name(inner)
        inner.tag = name if _PLAIN_NAME.fullmatch(name) else "span"  # of damaged markup names may hold anything
    alone = deepcopy(element)  # what stands above it declares namespaces too
    etree.cleanup_namespaces(alone)
    return str(etree.tostring(alone, encoding="unicode"))


def _joined(base: str, link: str) -> str:
    if _WHOLE.fullmatch(link):  # as most: nothing of it comes from the base
        return link
    try:
        return urljoin(base, link) if link else ""
    except ValueError:  # such as an address of IPv6 without its end
        return ""


def _link(of: Members) -> str:
    """Return the address of a page: what is linked as another form of it first, never the feed itself."""
    links = of.get("link", ())
    written = [(each.get("rel") or "alternate", each.get("href") or (each.text or "").strip()) for each in links]
    addresses = [address for rel, address in written if rel == "alternate" and address]
    guids = [(each.text or "").strip() for each in of.get("guid", ()) if each.get("isPermaLink") != "false"]
    return next((each for each in (*addresses, *guids) if each.startswith(_PAGES)), next(iter(addresses), ""))


def _authors(of: Members) -> Iterator[str]:
    for name in _AUTHORS:
        for element in of.get(name, ()):
            names = [each for each in element if _name(each) == "name"]
            text = " ".join(_text(names[0] if names else element).split())
            mail = _ADDRESS_OF_MAIL.match(text)
            text = mail["name"] if mail else text
            if text and "@" not in text and "://" not in text:
                yield text
