"""What programs write that make pages of their own documents: Word, Google Docs, Telegram."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from reader.articles.article import BlockKind, Group, Inline
from reader.intake.drafts import Draft, Drafts
from reader.text.spans import Span

_NO_TITLE = re.compile(
    r"(?:document|doc|مستند|untitled|بدون عنوان|بلا عنوان|exported data)(?: document)?\s?\d*(?:\.docx?)?", re.IGNORECASE
)
_MARKER = re.compile(r"(?P<sign>[·•●○▪■§o\uf0b7\uf0a7-]|\(?(?P<number>\d{1,3})[.)-])\s+")
_REDIRECTS = {
    ("www.google.com", "/url"): "q",
    ("l.facebook.com", "/l.php"): "u",
    ("lm.facebook.com", "/l.php"): "u",
}
_GOOGLE_LIST = re.compile(r"(?:^|\s)lst-(?P<id>kix_\w+)-(?P<depth>\d)(?:\s|$)")


def is_no_title(title: str) -> bool:
    """Say whether a page's title is what programs call documents that nobody has named."""
    return _NO_TITLE.fullmatch(title.strip()) is not None


def is_title(paragraph: HtmlElement) -> bool:
    """Say whether a word processor calls a paragraph its document's title."""
    called = (paragraph.get("class") or "").split()
    return "MsoTitle" in called or ("title" in called and (paragraph.get("id") or "").startswith("h."))


def direct(address: str) -> str:
    """Return where an address leads that a program has wrapped into its own."""
    if "?" not in address or not address.startswith("https://"):
        return address
    try:
        parts = urlsplit(address)
        name = _REDIRECTS.get((parts.netloc, parts.path))
        wrapped = parse_qs(parts.query).get(name, [""])[0] if name else ""
    except ValueError:
        return address
    return wrapped if wrapped.startswith(("http://", "https://", "mailto:")) else address


def place_in_google_list(element: HtmlElement) -> tuple[str, int] | None:
    """Return which list of Google Docs an element is a part of, and how deep: each depth is an element of its own."""
    found = _GOOGLE_LIST.search(element.get("class") or "")
    return (found["id"], int(found["depth"])) if found else None


def tidy_chat(tree: HtmlElement) -> None:
    """Take the drawn initials of writers out of what Telegram exports, and give it the title that it shows."""
    if not tree.find_class("chat_page"):
        return
    for drawn in tree.find_class("userpic_wrap"):
        drawn.drop_tree()
    for told in tree.find_class("service"):
        told.tag = "h3"
        for inside in told.iter("div"):
            inside.tag = "span"
    header = next((one for part in tree.find_class("page_header") for one in part.find_class("text")), None)
    if header is not None:
        header.tag = "h1"
        for title in tree.iter("title"):
            title.text = " ".join(str(header.text_content()).split())


def with_lists_of_word(drafts: Sequence[Draft], elements: Sequence[HtmlElement | None], groups: Drafts) -> list[Draft]:
    """Return drafts in which the paragraphs are items that Word calls so, without the marks that it writes as text."""
    result: list[Draft] = []
    group: Group | None = None
    row = 0
    for draft, element in zip(drafts, elements, strict=True):
        is_called = element is not None and "MsoListParagraph" in (element.get("class") or "")
        found = _MARKER.match(draft.text) if is_called and draft.kind is BlockKind.PARAGRAPH else None
        if found is None:
            group = None
            result.append(draft)
            continue
        is_ordered = found["number"] is not None
        if group is None or group.ordered != is_ordered:
            group, row = replace(groups.new_group("list"), ordered=is_ordered), 0
        row = int(found["number"]) - 1 if is_ordered else row
        inlines = tuple(_moved(inline, found.end()) for inline in draft.inlines if inline.span.start >= found.end())
        item = replace(group, row=max(row, 0))
        result.append(Draft(BlockKind.LIST_ITEM, draft.text[found.end() :], 0, inlines, item, extra=draft.extra))
        row += 1
    return result


def _moved(inline: Inline, by: int) -> Inline:
    return replace(inline, span=Span(inline.span.start - by, inline.span.end - by))
