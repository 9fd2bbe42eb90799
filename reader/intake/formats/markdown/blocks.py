"""From markdown-it's tokens to the drafts of an article's blocks."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from reader.articles.article import BlockKind, Group, Inline
from reader.intake.drafts import Draft, Drafts, Item
from reader.intake.formats.markdown.dialect import DEEPEST, Dialect
from reader.intake.formats.markdown.inlines import InlineReader, Marked
from reader.text.cleaning import clean

_CHECKED = re.compile(r"^\[([ xX])\]\s+")
_CALLOUT = re.compile(r"^\[![\w-]{1,40}\][+-]?\s*")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_LONGEST_UNDERLINED = 180  # code points of a heading; below more text a line of hyphens is a rule
_DEEPEST_HEADING = 3


def drafts_of(text: str) -> tuple[Drafts, list[Draft]] | None:
    """Return the drafts of a text whose line ends are line feeds, and those of its notes; None where it is too deep."""
    dialect = Dialect()
    tokens = dialect.tokens(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return None
    reader = _Reader(dialect, tokens, text.split("\n"))
    reader.read()
    return reader.drafts, reader.notes


@dataclass(slots=True)
class _List:
    """An outermost list as it grows: its items, and for each level that is open whether numbers mark it."""

    first: int
    items: list[Item] = field(default_factory=list)
    levels: list[bool] = field(default_factory=list)
    begins_item: bool = False

    def add(self, marked: Sequence[Marked]) -> None:
        """Add a paragraph of an item: its first one begins it."""
        if not marked:
            return
        if self.begins_item:
            self.items.append(Item("", len(self.levels) - 1, (), self.levels[-1]))
            self.begins_item = False
        item = self.items[-1]
        text, inlines = _joined([(item.text, item.inlines), *marked])
        self.items[-1] = replace(item, text=text, inlines=inlines)


class _Reader:
    """Goes through a document's tokens once."""

    def __init__(self, dialect: Dialect, tokens: Sequence[Token], lines: Sequence[str]) -> None:
        labels = [token.meta["label"] for token in tokens if token.type == "footnote_reference_open"]
        self._dialect = dialect
        self._tokens = tokens
        self._lines = lines
        self._inlines = InlineReader({label: place for place, label in reversed([*enumerate(labels)])})
        self._quotations = 0
        self._is_called_out = False
        self._heading: Token | None = None
        self._list: _List | None = None
        self._note: list[str] | None = None
        self._row: list[Marked] | None = None
        self._row_line: int | None = None
        self._group = Group("", "table")
        self.drafts = Drafts()
        self.notes: list[Draft] = []

    def read(self) -> None:
        """Make the drafts."""
        takers: Mapping[str, Callable[[Token], None]] = {
            "inline": self._add_inline,
            "fence": self._add_code,
            "heading_open": self._begin_heading,
            "heading_close": self._end_heading,
            "blockquote_open": self._begin_quotation,
            "blockquote_close": self._end_quotation,
            "ordered_list_open": self._begin_list,
            "bullet_list_open": self._begin_list,
            "list_item_open": self._begin_item,
            "ordered_list_close": self._end_list,
            "bullet_list_close": self._end_list,
            "table_open": self._begin_table,
            "tr_open": self._begin_row,
            "tr_close": self._end_row,
            "footnote_reference_open": self._begin_note,
            "footnote_reference_close": self._end_note,
        }
        for token in self._tokens:
            if taker := takers.get(token.type):
                taker(token)

    def _add_inline(self, token: Token) -> None:
        children = token.children or []
        if self._is_called_out:
            self._is_called_out = False
            _replace_first(children, _CALLOUT, lambda _: "")
        if self._list is not None and self._list.begins_item:
            _replace_first(children, _CHECKED, lambda box: "☐ " if box[1] == " " else "☑ ")
        marked = self._inlines.read(children)
        if self._row is not None:
            self._row.append(_joined(marked))
        elif self._note is not None:
            self._note += [text for text, _ in marked]
        elif self._list is not None:
            self._list.add(marked)
        else:
            kind, level = self._kind(token)
            for text, inlines in marked:
                self.drafts.add(kind, text, level, inlines)

    def _kind(self, token: Token) -> tuple[BlockKind, int]:
        heading, self._heading = self._heading, None
        if heading is None or (heading.markup == "-" and len(token.content) > _LONGEST_UNDERLINED):
            return (BlockKind.QUOTATION if self._quotations else BlockKind.PARAGRAPH), 0
        level = int(heading.tag[1])
        if level == 1 and not self.drafts.drafts:
            return BlockKind.HEADLINE, 0
        return BlockKind.HEADING, min(level, _DEEPEST_HEADING)

    def _begin_heading(self, token: Token) -> None:
        self._heading = token

    def _end_heading(self, _: Token) -> None:
        self._heading = None

    def _begin_quotation(self, _: Token) -> None:
        self._quotations += 1
        self._is_called_out = True

    def _end_quotation(self, _: Token) -> None:
        self._quotations -= 1

    def _begin_list(self, token: Token) -> None:
        first = max(1, int(token.attrGet("start") or 1)) if token.type == "ordered_list_open" else 0
        if self._list is None:
            self._list = _List(first)
        self._list.levels.append(first > 0)

    def _end_list(self, _: Token) -> None:
        assert self._list is not None
        self._list.levels.pop()
        if not self._list.levels:
            self.drafts.add_list(self._list.items, first=self._list.first)
            self._list = None

    def _begin_item(self, _: Token) -> None:
        assert self._list is not None
        self._list.begins_item = True

    def _add_code(self, token: Token) -> None:
        told = "" if token.info.isascii() else token.info  # no language of programs has such a name
        for line in filter(None, map(str.rstrip, clean(f"{told}\n{token.content}").split("\n"))):
            self._add_line(line)

    def _add_line(self, line: str) -> None:
        if self._note is not None:
            self._note.append(line.strip())
        elif self._list is not None:
            self._list.add([(line.strip(), ())])
        else:
            self.drafts.add(BlockKind.PARAGRAPH, line)

    def _begin_table(self, _: Token) -> None:
        self._group = replace(self.drafts.new_group("table"), row=-1)

    def _begin_row(self, token: Token) -> None:
        self._row = []
        self._group = replace(self._group, row=self._group.row + 1)
        self._row_line = token.map[0] if token.map else None

    def _end_row(self, _: Token) -> None:
        cells, self._row = self._row or [], None
        for column, (text, inlines) in enumerate([*cells, *self._further_cells(len(cells))]):
            if text:
                place = replace(self._group, column=column)
                self.drafts.drafts.append(Draft(BlockKind.TABLE_CELL, text, 0, inlines, place))

    def _further_cells(self, known: int) -> Iterable[Marked]:
        """Yield the cells that a row has more than its table's head: GFM leaves them out."""
        if self._row_line is None:
            return
        for cell in _cells(self._lines[self._row_line])[known:]:
            (token,) = self._dialect.parseInline(cell.strip())
            yield _joined(self._inlines.read(token.children or ()))

    def _begin_note(self, _: Token) -> None:
        self._note = []

    def _end_note(self, _: Token) -> None:
        text = " ".join(self._note or ())
        self._note = None
        self.notes.append(Draft(BlockKind.FOOTNOTE, f"[{len(self.notes) + 1}] {text}".strip()))


def _replace_first(children: Sequence[Token], pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> None:
    if children and children[0].type == "text":
        children[0].content = pattern.sub(by, children[0].content, count=1)


def _joined(marked: Iterable[Marked]) -> Marked:
    """Return texts as one, a space between them."""
    whole = ""
    moved: list[Inline] = []
    for text, inlines in marked:
        start = len(whole) + 1 if whole else 0
        moved += (replace(inline, span=inline.span.moved(start)) for inline in inlines)
        whole = f"{whole} {text}" if whole else text
    return whole, tuple(moved)


def _cells(line: str) -> list[str]:
    cells = _BETWEEN_CELLS.split(line.strip())
    if line.strip().startswith("|"):
        cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells
