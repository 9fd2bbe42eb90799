"""Markup as simple as most entries of feeds: paragraphs with links, stressed words and lists, every tag closed.

What BlockReader makes of it after a parser has made a tree is told here from the tags alone, in a third of the time.
Whatever is not as simple as this is left to them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

from reader.articles.article import BlockKind, Group, InlineKind
from reader.intake.drafts import Draft, Drafts
from reader.intake.inline_text import InlineText, plain_line
from reader.text.cleaning import is_clean

_LONGEST = 1 << 20  # code points; a parser has its own limits, and a long text is worth its time
_TAG = re.compile("<([^<>]*)>")
# Attributes that say nothing of whether and as what an element is shown.
_NAMES = (
    "align|alt|class|data-[a-z-]{1,30}|decoding|dir|height|href|id|lang|loading|rel|sizes|src|srcset|target|title|width"
)
_WITH_ATTRIBUTES = re.compile(rf"(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: (?:{_NAMES})=\"[^\"<>]*\")*) ?/?")
_TELLING = re.compile("caption|data:|embedded:", re.IGNORECASE)  # in an attribute: what a picture is, or its words
_HREF = re.compile(r' href="([^"]*)"')
_REFERENCE = re.compile("&(?!(?:amp|lt|gt|quot|nbsp|laquo|raquo|hellip|ndash|mdash|lsquo|rsquo|ldquo|rdquo);)")
_NUMBERED = re.compile(r"&#(?:3[4-9]|[4-9]\d|1[01]\d|1[6-9]\d|[2-9]\d\d|[1-9]\d{3});")
_INLINES = {
    "a": InlineKind.LINK,
    "b": InlineKind.STRONG,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
}
_BLOCKS = {
    "p": (BlockKind.PARAGRAPH, 0),
    "h2": (BlockKind.HEADING, 2),
    "h3": (BlockKind.HEADING, 3),
    "h4": (BlockKind.HEADING, 3),
    "li": (BlockKind.LIST_ITEM, 0),
}
_HOLDERS = {"blockquote": ("p",), "ul": ("li",), "": ("p", "h2", "h3", "h4")}
"""What may stand directly in what; all else is left to the parser."""
_SPACES = " \t\r\n"


def plain_drafts(markup: str, address: str) -> Drafts | None:
    """Return the blocks of simple markup, None where it is not; addresses in it are relative to `address`."""
    if len(markup) > _LONGEST:
        return None
    is_written_out = "&" not in markup
    if not is_written_out and _REFERENCE.search(_NUMBERED.sub("", markup)):
        return None
    if not is_clean(markup):
        return None
    reader = _PlainReader(address, is_clean=is_written_out)
    try:
        reader.read(markup)
    except _NotPlainError:
        return None
    return reader.drafts


class _NotPlainError(Exception):
    pass


def _are_paragraphs(before: str, tags: Sequence[str], texts: Sequence[str]) -> bool:
    """Say whether markup is nothing but paragraphs of nothing but text, as most is: then no tag need be looked at."""
    if len(tags) % 2 or tags.count("p") != len(tags) // 2 or tags != ["p", "/p"] * (len(tags) // 2):
        return False
    return not f"{before}{''.join(texts[1::2])}".strip(_SPACES) and not any(
        "<" in text or ">" in text for text in texts
    )


class _PlainReader:
    """Takes tags in turn, and knows at each where it stands: in which holder, block, and stretches of the block."""

    def __init__(self, address: str, *, is_clean: bool) -> None:
        self.drafts = Drafts()
        self._address = address
        self._has_references = not is_clean
        self._text = InlineText(is_clean=is_clean)
        self._holder = ""
        self._block = ""
        self._stretches: list[tuple[str, tuple[int, int], str]] = []
        self._list: Group | None = None

    def read(self, markup: str) -> None:
        """Gather the blocks. Raises _NotPlainError."""
        before, *pieces = _TAG.split(markup)
        tags, texts = pieces[::2], pieces[1::2]
        if not self._has_references and _are_paragraphs(before, tags, texts):
            self.drafts.drafts += [Draft(BlockKind.PARAGRAPH, text) for text in map(plain_line, texts[::2]) if text]
            return
        self._add(before)
        for tag, text in zip(tags, texts, strict=True):
            if tag[:1] == "/":
                self._close(tag[1:])
            else:
                self._open(tag)
            if text:
                self._add(text)
        if self._holder or self._block:
            raise _NotPlainError

    def _add(self, text: str) -> None:
        if "<" in text or ">" in text:
            raise _NotPlainError
        if self._block:
            self._text.add(unescape(text) if self._has_references else text)
        elif text.strip(_SPACES):
            raise _NotPlainError

    def _open(self, tag: str) -> None:
        name, attributes = tag, ""
        if not tag.isalnum():
            found = _WITH_ATTRIBUTES.fullmatch(tag)
            if not found or _TELLING.search(found["attributes"]):
                raise _NotPlainError
            name, attributes = found["name"], found["attributes"]
        if name in _HOLDERS[self._holder] and not self._block:
            self._begin(name)
        elif name in _INLINES and self._block and all(name != open_ for open_, *_ in self._stretches):
            self._stretches.append((name, self._text.begin(), self._target(attributes) if name == "a" else ""))
        elif name == "br" and self._block:
            self._break()
        elif name in _HOLDERS and name and not self._holder and not self._block:
            self._holder = name
            self._list = self.drafts.new_group("list") if name == "ul" else None
        elif name != "img" or not self._block:  # a picture that was not saved with it
            raise _NotPlainError

    def _close(self, name: str) -> None:
        if self._stretches:
            opened, begun, target = self._stretches.pop()
            if opened != name:
                raise _NotPlainError
            if target or name != "a":
                self._text.end(begun, _INLINES[name], target)
        elif name and name == self._block:
            self._flush()
            self._block = ""
        elif name and name == self._holder and not self._block:
            self._holder = ""
        else:
            raise _NotPlainError

    def _begin(self, name: str) -> None:
        self._block = name
        if name == "li" and self._list:
            self._list = replace(self._list, row=self._list.row + 1)

    def _break(self) -> None:
        if _BLOCKS[self._block][0] is BlockKind.HEADING:
            self._text.add(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        text, inlines = self._text.take()
        if not text:
            return
        kind, level = _BLOCKS[self._block]
        if self._holder == "blockquote":
            kind = BlockKind.QUOTATION
        group = replace(self._list, row=self._list.row - 1) if kind is BlockKind.LIST_ITEM and self._list else None
        self.drafts.drafts.append(Draft(kind, text, level, inlines, group))

    def _target(self, attributes: str) -> str:
        found = _HREF.search(attributes)
        try:
            address = urljoin(self._address, unescape(found[1]).strip() if found else "")
        except ValueError:
            return ""
        return address if address.startswith(("http://", "https://", "mailto:")) else ""
