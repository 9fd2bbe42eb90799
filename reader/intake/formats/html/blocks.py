"""The blocks of a page, in the order of its markup: headings, paragraphs, lists, quotations, tables, captions."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reader.articles.article import BlockKind, Group, Inline, InlineKind
from reader.intake.credits import picture_of
from reader.intake.drafts import Draft, Drafts, Numbering, picture_draft
from reader.intake.footnotes import waiting
from reader.intake.formats.html.beside import is_hidden
from reader.intake.formats.html.markup import without_tags
from reader.intake.formats.html.programs import direct, is_title, place_in_google_list
from reader.intake.formats.html.saved_pictures import SavedPictures
from reader.intake.inline_text import InlineText
from reader.text.spans import Span

_DROPPED = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "math", "head", "nav", "aside", "footer", "title", "base"),
        *("form", "button", "input", "select", "option", "textarea", "dialog", "menu", "meta", "link"),
        *("iframe", "object", "embed", "audio", "video", "canvas", "map", "source", "track"),
    }
)
_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "details", "div", "fieldset", "figure", "figcaption"),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "main",
            "p",
            "pre",
            "section",
            "summary",
        ),
        *("dl", "dt", "dd", "ol", "ul", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th"),
    }
)
_DROPPED_BLOCKS = frozenset({"nav", "aside", "footer", "form", "dialog", "menu"})
_INLINES = {
    "a": InlineKind.LINK,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
}
_MOST_LEVELS = 3
_SMALL = frozenset({"small", "span", "em", "i"})  # in which captions stand that are no blocks of their own
_CAPTION = re.compile(r"caption", re.IGNORECASE)
_FEWEST_CELLS = 3  # of a table with data
_LONGEST_VALUE = 200  # code points
_MOST_PARAGRAPHS = 2
_LONGEST_NUMBER = 6  # digits
_LONGEST_CARD = 400  # code points: an anchor round more was never closed
_LONGEST_CAPTION = 400  # code points: longer words beside a picture are text


class BlockReader:
    """Walks a page's elements and gathers what they hold, but for those `beside` the article.

    `elements` says for each draft which element it was read from. `marks_all_links` marks also links whose address is
    known in part only, with an empty target. `marks` are the elements that are marks of notes, with the notes' names.
    """

    def __init__(
        self,
        address: str,
        pictures: SavedPictures,
        beside: Collection[HtmlElement] = (),
        *,
        marks_all_links: bool = False,
        marks: Mapping[HtmlElement, str] = MappingProxyType({}),
    ) -> None:
        self.drafts = Drafts()
        self.elements: list[HtmlElement] = []
        self._pictures = pictures
        self._waiting: list[Draft] = []
        self._element: HtmlElement = None
        self._figure: Group | None = None
        self._beside = beside
        self._marks_all_links = marks_all_links
        self._marks = marks
        self._address = address
        self._text = InlineText()
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._group: Group | None = None
        self._list: Group | None = None
        self._named_list = ("", "")
        self._numbering = Numbering()
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}
        self._preformatted = False
        self._follows_a_picture = False
        self._around: str | None = None  # where the link leads that stands round the blocks that are read

    def read(self, element: HtmlElement) -> None:
        """Gather the blocks of an element."""
        self._walk(element)
        self._flush()

    def _walk(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str):  # a comment or an instruction
            return
        if tag in _DROPPED or element in self._beside or is_hidden(element):
            if tag in _BLOCKS or tag in _DROPPED_BLOCKS:
                self._flush()  # what stands before and after it is not one line
            return
        if tag == "br" and self._kind is BlockKind.HEADING:
            self._text.add(" ")
        elif tag == "br":
            self._flush()
        elif tag == "img":
            self._add_picture(element)
        elif tag == "noframes":
            self._add(without_tags(str(element.text_content())))  # it is no markup to the parser
        elif tag in _BLOCKS or (tag in _SMALL and self._is_caption(element)):
            self._block(element, tag)
        elif tag in _INLINES:
            self._inline(element, _INLINES[tag])
        else:
            self._children(element)

    def _children(self, element: HtmlElement) -> None:
        self._add(element.text)
        for child in element:
            self._walk(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            self._text.add(text)
            return
        first, *lines = text.split("\n")
        self._text.add(first)
        for line in lines:
            self._flush()
            self._text.add(line)

    def _inline(self, element: HtmlElement, kind: InlineKind) -> None:
        if kind is InlineKind.LINK and self._around is None and _is_round_blocks(element):
            self._flush()
            self._around = self._target(element.get("href"))
            self._children(element)
            self._flush()
            self._around = None
            return
        start = self._text.begin()
        self._children(element)
        if element in self._marks:
            self._text.end(start, InlineKind.FOOTNOTE, waiting(self._marks[element]))
            return
        target = self._target(element.get("href")) if kind is InlineKind.LINK else ""
        leads_elsewhere = self._marks_all_links and (element.get("href") or "#")[0] != "#"
        if target or kind is not InlineKind.LINK or leads_elsewhere:
            self._text.end(start, kind, target)

    def _target(self, reference: str | None) -> str:
        try:
            address = urljoin(self._address, (reference or "").strip())
        except ValueError:
            return ""
        return direct(address) if address.startswith(("http://", "https://", "mailto:")) else ""

    def _block(self, element: HtmlElement, tag: str) -> None:
        self._flush()
        before = (self._kind, self._level, self._group, self._list, self._preformatted, self._figure, self._element)
        self._element = element
        self._enter(element, tag)
        self._children(element)
        self._flush()
        self._kind, self._level, self._group, self._list, self._preformatted, self._figure, self._element = before

    def _enter(self, element: HtmlElement, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._enter_list(element, ordered=tag == "ol")
        elif tag == "li":
            self._enter_item(element)
        elif tag[0] == "h" and tag[1:].isdigit():
            self._kind, self._level, self._group = BlockKind.HEADING, min(int(tag[1]), _MOST_LEVELS), None
        elif tag == "p" and is_title(element):
            self._kind, self._level, self._group = BlockKind.HEADING, 1, None
        elif tag == "blockquote":
            self._kind = BlockKind.QUOTATION
        elif tag == "figure":
            self._figure = self.drafts.new_group("figure")
        elif tag == "figcaption" or self._is_caption(element):
            self._kind, self._group = BlockKind.CAPTION, self._figure or self.drafts.new_group("figure")
        elif tag in ("table", "tr", "td", "th"):
            self._enter_table(element, tag)
        elif tag == "pre":
            self._preformatted = True

    def _enter_table(self, element: HtmlElement, tag: str) -> None:
        if tag == "table":
            if _is_data(element):
                self._group = self.drafts.new_group("table")
                self._rows[self._group.id] = -1
        elif self._group is None or self._group.kind != "table":
            return
        elif tag == "tr":
            self._rows[self._group.id] += 1
            self._columns[self._group.id] = -1
            self._group = replace(self._group, row=self._rows[self._group.id], column=0)
        else:
            self._columns[self._group.id] = column = self._columns.get(self._group.id, -1) + 1
            self._kind, self._group = BlockKind.TABLE_CELL, replace(self._group, column=column)

    def _enter_list(self, element: HtmlElement, *, ordered: bool) -> None:
        place = place_in_google_list(element)
        if place is not None:
            self._list = replace(self._google_list(place[0]), column=place[1], ordered=ordered)
        elif self._list is None:
            self._list = replace(self.drafts.new_group("list"), ordered=ordered)
        else:
            self._list = replace(self._list, column=self._list.column + 1, ordered=ordered)
        self._numbering.set(self._list.column, _number(element.get("start")) or 1)

    def _google_list(self, name: str) -> Group:
        """Return the group of a list of Google Docs: the one whose items stand right above, or a new one."""
        last = self.drafts.drafts[-1].group if self.drafts.drafts else None
        if last is None or self._named_list != (name, last.id):
            last = self.drafts.new_group("list")
            self._named_list = (name, last.id)
        return last

    def _enter_item(self, element: HtmlElement) -> None:
        if self._list is None:
            return
        depth = self._list.column
        if number := _number(element.get("value")):
            self._numbering.set(depth, number)
        self._kind = BlockKind.LIST_ITEM
        self._group = replace(self._list, row=self._numbering.next(depth) - 1)

    def _is_caption(self, element: HtmlElement) -> bool:
        """Tell the words that a page calls a caption, and those beside a picture inside its figure."""
        if self._figure is None and not (self._follows_a_picture and _CAPTION.search(element.get("class") or "")):
            return False
        holds_blocks = element.find(".//p") is not None or element.find(".//div") is not None
        return not holds_blocks and len(str(element.text_content())) <= _LONGEST_CAPTION

    def _add_picture(self, element: HtmlElement) -> None:
        """Add a picture that was saved with the page; inside a paragraph it comes after that."""
        self._follows_a_picture = True
        if found := self._pictures.find(element):
            alt = " ".join((element.get("alt") or "").split())
            draft = picture_draft(found.picture, self._figure or self.drafts.new_group("figure"), alt, found.source)
            self._waiting.append(draft)
            if self._text.is_empty:
                self._flush()

    def _flush(self) -> None:
        text, inlines = self._text.take()
        if text and self._kind is BlockKind.CAPTION and self._group:
            self._add_caption(text, inlines, self._group)
        elif text:
            if self._around or (self._around is not None and self._marks_all_links):
                inlines = (Inline(Span(0, len(text)), InlineKind.LINK, self._around), *inlines)
            grouped = self._kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
            self._append(Draft(self._kind, text, self._level, inlines, self._group if grouped else None))
        waiting, self._waiting = self._waiting, []
        for draft in waiting:
            self._append(draft)

    def _append(self, draft: Draft) -> None:
        self._follows_a_picture &= draft.kind is BlockKind.IMAGE
        self.drafts.drafts.append(draft)
        self.elements.append(self._element)

    def _add_caption(self, text: str, inlines: tuple[Inline, ...], group: Group) -> None:
        picture = picture_of(text)
        if picture is None:
            self._append(Draft(BlockKind.CAPTION, text, 0, inlines, group))
            return
        for kind, part in ((BlockKind.CAPTION, picture.caption), (BlockKind.CREDIT, picture.credit)):
            if part:
                self._append(Draft(kind, part, group=group))


def _is_round_blocks(link: HtmlElement) -> bool:
    """Tell a link that is a card, with a heading and the like in it, from words of a line."""
    if not len(link) or (link.get("href") or "#")[0] == "#":
        return False
    return any(each.tag in _BLOCKS for each in link.iter()) and len(str(link.text_content())) <= _LONGEST_CARD


def _number(written: str | None) -> int:
    """Return the number that an attribute states, 0 for none that a list shows."""
    number = (written or "").strip()
    return int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 0


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that only places parts of the page."""
    rows = table.findall(".//tr")
    widest = max((len(row.findall("td")) + len(row.findall("th")) for row in rows), default=0)
    if len(rows) < 2 or widest < 2 or table.find(".//table") is not None:  # noqa: PLR2004
        return False
    cells = [cell for cell in table.iter("td", "th") if str(cell.text_content()).strip()]
    return len(cells) >= _FEWEST_CELLS and not any(map(_is_column, cells))


def _is_column(cell: HtmlElement) -> bool:
    """Say whether a cell holds the text of a page, or a part of it, and not a value."""
    breaks = len(cell.findall(".//br"))
    paragraphs = len(cell.findall(".//p"))
    is_long = len(str(cell.text_content())) > _LONGEST_VALUE
    return paragraphs > _MOST_PARAGRAPHS or (is_long and bool(paragraphs or breaks > _MOST_PARAGRAPHS))
