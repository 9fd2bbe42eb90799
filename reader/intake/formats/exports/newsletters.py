"""Archives of what somebody wrote at Substack and at Medium: a page of markup for each text.

Substack writes posts.csv and posts/{post_id}.html; Medium posts/{date}_{title}-{id}.html, which say themselves whose
and from when they are (microformats.org, h-entry), beside folders of what the writer kept and clapped for.
"""

import csv
import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.intake.archives import Archive
from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.moments import moment_of

IMPORTER = "newsletters 1"

_TABLE = re.compile(r"(?:^|/)posts\.csv$")
_POST = re.compile(r"(?:^|/)posts/[^/]+\.html$")
_OF_MEDIUM = re.compile(r"(?:^|/)(?:claps|sessions|ips|interests|(?:users|pubs|topics)-following)/[^/]+\.html$")
_SAVED = re.compile(r"(?:^|/)bookmarks/[^/]+\.html$")
_COUNTS = re.compile(r"\.(?:opens|delivers)\.csv$")  # who was sent a letter, and opened it
_ID = re.compile(r"^\d+")
_DRAFT = "draft"
# What stands in a letter and is none of its text: offers to subscribe, to share, to comment.
_OFFERS = re.compile(
    r"subscription-widget|subscribe-widget|button-wrapper|captioned-button|share-dialog|install-substack|community-chat"
    r"|poll-embed|paywall|digest-post-embed|embedded-post|embedded-publication|mixtapeEmbed"
)


def is_substacks(paths: tuple[str, ...]) -> bool:
    """Say whether an archive with these paths is one of Substack."""
    return any(map(_TABLE.search, paths)) and any(map(_POST.search, paths))


def is_mediums(paths: tuple[str, ...]) -> bool:
    """Say whether an archive with these paths is one of Medium."""
    return any(map(_OF_MEDIUM.search, paths)) and any(map(_POST.search, paths))


def read(archive: Archive, file: str) -> Entries:
    """Return the texts of an archive; a draft says so, and what holds no text is left over.

    Raises ReaderError import.empty, and what archives raise.
    """
    posts = [path for path in archive if _POST.search(path)]
    table = next(filter(_TABLE.search, archive), "")
    rows = dict(_rows(archive.read(table))) if table else {}
    saved = [path for path in archive if _SAVED.search(path) and not table]
    entries = [entry for path in saved for entry in _bookmarks(archive, path)]
    understood = {*posts, *saved, table}
    leftovers = [path for path in archive if path not in understood and not _COUNTS.search(path)]
    for path in posts:
        try:
            entry = _of_substack(archive, path, rows) if table else _of_medium(archive, path)
        except ReaderError as error:
            if error.key != "import.archive_damaged":
                raise
            entry = None
        if entry:
            entries.append(entry)
        else:
            leftovers.append(path)
    if not entries:
        raise ReaderError("import.empty", file=file)
    return Entries(IMPORTER, tuple(entries), tuple(leftovers))


def _rows(data: bytes) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what a table knows of each post by the number that its id begins with."""
    with suppress(ReaderError, csv.Error):  # the texts are there without what it knows
        for row in csv.DictReader(io.StringIO(decode(data).text, newline=""), restval=""):
            found = _ID.match(row.get("post_id") or "")
            if found:
                yield found[0], {name: str(cell).strip() for name, cell in row.items() if name}


def _of_substack(archive: Archive, path: str, rows: Mapping[str, Mapping[str, str]]) -> Entry | None:
    name = posixpath.basename(path).removesuffix(".html")
    number = _ID.match(name)
    row = rows.get(number[0], {}) if number else {}
    markup = _body(_tree(archive.read(path)))
    if not markup:
        return None
    is_draft = row.get("is_published", "").lower() == "false"
    title = " ".join(row.get("title", "").split()) or name
    return Entry(
        title=title,
        html=markup,
        summary=_escaped(row.get("subtitle", "")),
        published="" if is_draft else row.get("post_date", ""),
        locator=path,
        leftovers=(f"{title}: {_DRAFT}",) if is_draft else (),
    )


def _of_medium(archive: Archive, path: str) -> Entry | None:
    tree = _tree(archive.read(path))
    body = None if tree is None else _first(tree, "e-content")
    if tree is None or body is None:
        return None
    title = _words(tree, "p-name")
    for heading in body.find_class("graf--title"):
        heading.drop_tree()
    markup = _body(body)
    summary = _words(tree, "p-summary")
    for subtitle in body.find_class("graf--subtitle"):
        summary = _words_of(subtitle)
    day = _first(tree, "dt-published")
    address = _first(tree, "p-canonical")
    is_draft = posixpath.basename(path).startswith(f"{_DRAFT}_")
    writer = _words(tree, "p-author")
    return Entry(
        title=title,
        address="" if address is None else address.get("href") or "",
        html=markup,
        summary=_escaped(summary),
        source="Medium",
        authors=(writer,) if writer else (),
        published="" if day is None else day.get("datetime") or _words_of(day),
        locator=path,
        leftovers=(f"{title}: {_DRAFT}",) if is_draft else (),
    )


def _bookmarks(archive: Archive, path: str) -> Iterator[Entry]:
    """Yield what somebody has kept at Medium to read later."""
    tree = _tree(archive.read(path))
    for link in tree.find_class("h-cite") if tree is not None else ():
        address = link.get("href") or ""
        if address.startswith("http"):
            day = link.getparent().find(".//time")
            added = moment_of(day.get("datetime") or _words_of(day)) if day is not None else ""
            yield Entry(title=_words_of(link), address=address, state=ArticleState(added=added), locator=path)


def _tree(data: bytes) -> HtmlElement | None:
    try:
        markup = decode(data).text.encode("utf-8", "replace").replace(b"\0", b"")
        return document_fromstring(markup, parser=HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    except (ReaderError, etree.LxmlError):  # nothing but spaces
        return None


def _body(tree: HtmlElement | None) -> str:
    """Return the markup of a text without the offers in it."""
    if tree is None:
        return ""
    for element in list(tree.iter(etree.Element)):
        if element is not tree and element.getparent() is not None and _OFFERS.search(element.get("class") or ""):
            element.drop_tree()
    has_words = bool(str(tree.text_content()).strip())
    return str(etree.tostring(tree, encoding="unicode", method="html", with_tail=False)) if has_words else ""


def _first(tree: HtmlElement, name: str) -> HtmlElement | None:
    return next(iter(tree.find_class(name)), None)


def _words(tree: HtmlElement, name: str) -> str:
    element = _first(tree, name)
    return "" if element is None else _words_of(element)


def _words_of(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
