"""Whole weblogs as WordPress (WXR) and Blogger (Atom) export them: their posts and pages, each as it was written.

Sources: WordPress, wp-admin/includes/export.php, WXR 1.0 to 1.2; Blogger, *Back up content*, until 2024 as one feed of
kinds (http://schemas.google.com/blogger/2008/kind), since then with elements of its own (…/blogger/2018).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.intake.entries import Entries, Entry
from reader.intake.hints import Hints
from reader.intake.xml_mending import parsed_export

IMPORTER = "weblogs 1"

Members = Mapping[str, list[str]]
"""The texts of an element's members by their names, those of namespaces with the prefix that exports give them."""

_PREFIXES = (
    ("wordpress.org/export/1.0/excerpt", "excerpt:"),
    ("wordpress.org/export/1.1/excerpt", "excerpt:"),
    ("wordpress.org/export/1.2/excerpt", "excerpt:"),
    ("wordpress.org/export", "wp:"),
    ("purl.org/rss/1.0/modules/content", "content:"),
    ("purl.org/dc", "dc:"),
    ("schemas.google.com/blogger", "blogger:"),
    ("/app", "app:"),
)
_KIND = "http://schemas.google.com/g/2005#kind"
_LABELS = ("http://www.blogger.com/atom/ns#", "tag:blogger.com,")
_OF_TEXT = frozenset({"post", "page"})
# What WordPress and its commonest extensions keep beside the texts.
_OF_PROGRAMS = re.compile(
    r"attachment|revision|nav_menu_item|wp_\w+|custom_css|customize_changeset|oembed_cache|user_request|acf-.*|elementor.*"
    r"|feedback|wpcf7.*|amp_.*|jp_.*|mc4wp.*|product_variation|shop_.*|sidebar|popup.*|tablepress_table|.*template.*|.*form.*"
)
_LEAST = 500  # code points of what an extension calls otherwise, and is an article all the same
_GONE = frozenset({"trash", "auto-draft", "inherit", "SOFT_TRASHED", "HARD_TRASHED"})
_PUBLISHED = frozenset({"publish", "LIVE", ""})
_NO_TAGS = frozenset({"uncategorized", "غير مصنف", "غير مصنّف"})
_OF_BLOCKS = "<!-- wp:"  # what is written in blocks has its paragraphs
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|[uo]l|li|blockquote|table|t[rdh]|figure|pre|section|hr|iframe|d[ltd])\b", re.IGNORECASE
)
_CAPTION = re.compile(
    r"\[(?P<name>caption|wp_caption)\b[^\]]*\](?P<picture>.{0,2000}?(?:</a>|/>|<img[^>]*>))(?P<words>.*?)\[/(?P=name)\]",
    re.DOTALL,
)
_EMBEDDED = re.compile(
    r"\[(?P<name>embed|youtube|video|audio)\b[^\]]*\](?:[^\[]{0,500}\[/(?P=name)\])?"
    r"|<div class=[\"']wp-block-embed__wrapper[\"']>\s*https?://\S+\s*</div>"
)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|wp_caption|gallery|playlist|contact-form|(?:vc|et_pb|fusion|su|av|cs|mk|elementor)_?\w*)\b[^\[\]]*\]"
)


def read(data: bytes, hints: Hints) -> Entries:
    """Return the posts and pages of a weblog, the weblog their source.

    What is not one of them is counted among what was left over; a draft says so. Raises ReaderError import.empty,
    import.binary, and import.damaged_export.
    """
    tree = parsed_export(data, hints.file)
    left: Counter[str] = Counter()
    is_blogger = _named(tree)[1] == "feed"
    entries = tuple(_of_blogger(tree, left) if is_blogger else _of_wordpress(tree, left))
    if not entries:
        raise ReaderError("import.empty", file=hints.file)
    return Entries(IMPORTER, entries, tuple(f"{count} × {kind}" for kind, count in left.items()))


def _of_wordpress(tree: Element, left: Counter[str]) -> Iterator[Entry]:
    channel = tree.find("channel")
    if channel is None:
        return
    about = _members(channel)
    writers = {
        _first(of, "wp:author_login"): _first(of, "wp:author_display_name")
        for of in map(_members, channel.iterfind("{*}author"))
    }
    for item in channel.iterfind("item"):
        of = _members(item)
        kind, status = _first(of, "wp:post_type") or "post", _first(of, "wp:status")
        content = _first(of, "content:encoded")
        is_text = kind in _OF_TEXT or (not _OF_PROGRAMS.fullmatch(kind) and len(content) >= _LEAST)
        title = _line(of, "title")
        if not is_text or status in _GONE or not (title or content):
            left[f"{kind} ({status})" if kind in _OF_TEXT else kind] += 1
            continue
        login = _first(of, "dc:creator")
        writer = writers.get(login) or login
        tags = (" ".join((each.text or "").split()) for each in item.iterfind("category") if each.get("domain"))
        link = _first(of, "link")
        yield Entry(
            title=title,
            address=link if status in _PUBLISHED and link.startswith("http") else "",
            base=link,
            html=_with_paragraphs(content),
            summary=_with_paragraphs(_first(of, "excerpt:encoded")),
            source=_line(about, "title"),
            authors=(writer,) if writer else (),
            published=_moment(of, "post_date") if status in _PUBLISHED else "",
            modified=_moment(of, "post_modified"),
            state=ArticleState(tags=_tags(tags)),
            locator=_first(of, "wp:post_id") or _first(of, "guid"),
            leftovers=() if status in _PUBLISHED else (f"{title}: {status}",),
        )


def _moment(of: Members, name: str) -> str:
    """Return when a post was written: in UTC, else by the weblog's own clock; drafts have years of noughts."""
    for written in (f"{_first(of, f'wp:{name}_gmt')}Z", _first(of, f"wp:{name}"), _first(of, "pubDate")):
        if written[:4].strip("0Z") and "-0001" not in written:
            return written
    return ""


def _of_blogger(tree: Element, left: Counter[str]) -> Iterator[Entry]:
    about = _members(tree)
    home = next((each.get("href") or "" for each in tree.iterfind("{*}link") if each.get("rel") == "alternate"), "")
    for item in tree.iterfind("{*}entry"):
        of = _members(item)
        categories = [(each.get("scheme") or "", each.get("term") or "") for each in item.iterfind("{*}category")]
        stated = next((term.rpartition("#")[2] for scheme, term in categories if scheme == _KIND), "")
        kind = (_first(of, "blogger:type") or stated or "post").lower()
        is_draft = any((each.text or "").strip() == "yes" for each in item.iter("{*}draft"))
        status = "DRAFT" if is_draft else _first(of, "blogger:status")
        if kind not in _OF_TEXT or status in _GONE:
            left[f"{kind} ({status})" if kind in _OF_TEXT else kind] += 1
            continue
        links = (each.get("href") or "" for each in item.iterfind("{*}link") if each.get("rel") == "alternate")
        path = _first(of, "blogger:filename")
        address = next(links, "") or (f"{home.rstrip('/')}{path}" if home and path else "")
        writers = (" ".join((each.text or "").split()) for each in item.iterfind("{*}author/{*}name"))
        title = _line(of, "title")
        yield Entry(
            title=title,
            address=address,
            html=_first(of, "content"),
            source=_line(about, "title"),
            authors=tuple(name for name in writers if name and name.lower() not in ("unknown", "anonymous")),
            published=_first(of, "published") if status in _PUBLISHED else "",
            modified=_first(of, "updated"),
            state=ArticleState(tags=_tags(term for scheme, term in categories if scheme.startswith(_LABELS))),
            locator=_first(of, "id"),
            leftovers=() if status in _PUBLISHED else (f"{title}: {status.lower()}",),
        )


def _members(element: Element) -> Members:
    members: dict[str, list[str]] = {}
    for child in element.iterchildren(etree.Element):
        namespace, name = _named(child)
        prefix = next((prefix for part, prefix in _PREFIXES if part in namespace), "")
        members.setdefault(f"{prefix}{name}", []).append("".join(child.itertext()) if len(child) else child.text or "")
    return members


def _named(element: Element) -> tuple[str, str]:
    """Return an element's namespace and name; of damaged markup the name may hold anything."""
    tag = str(element.tag)
    namespace, _, name = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    return namespace, name


def _first(of: Members, name: str) -> str:
    return next((text.strip() for text in of.get(name, ()) if text.strip()), "")


def _line(of: Members, name: str) -> str:
    return " ".join(_first(of, name).split())


def _tags(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name.lower() not in _NO_TAGS))


def _with_paragraphs(content: str) -> str:
    """Return a post's markup with the paragraphs that WordPress makes of lines, and without its short codes."""
    content = content.replace("\r\n", "\n")
    content = _CAPTION.sub(r"<figure>\g<picture><figcaption>\g<words></figcaption></figure>", content)
    content = _SHORTCODE.sub("", _EMBEDDED.sub("", content))
    if _OF_BLOCKS in content:
        return content
    parts = filter(None, map(str.strip, _BLANK_LINES.split(content)))
    return "".join(part if _BLOCK.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts)
