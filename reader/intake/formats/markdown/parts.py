"""The parts of a Markdown file, line by line: headings, lists, tables, quotations, code, notes (CommonMark 4 and 5)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

_COMMENT = re.compile(r"^ {0,3}<!--.*?-->[ \t]*$", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r"\s*(?P<signs>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+•]|(?P<number>\d{1,9})[.)])[ \t]+(?P<text>\S.*)$")
_QUOTED = re.compile(r"\s{0,3}>\s?(?P<text>.*)$")
_CALLOUT = re.compile(r"\[![\w-]{1,40}\][+-]?\s*")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r" {0,3}\[\^(?P<id>[^\]\s]{1,80})\]:\s*(?P<text>.*)$")
_REFERENCE = re.compile(
    r"^ {0,3}\[(?P<id>[^\]^\n][^\]\n]{0,200})\]:[ \t]*<?(?P<target>(?:https?://|mailto:|[/#.])[^\s>]*)>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_INDENT = 2  # spaces by which a nested list is deeper, at least
_LONGEST_UNDERLINED = 180  # code points of a heading; below more text a line of hyphens is a rule
_DEEPEST = 20  # quotations in quotations


class Kind(Enum):
    """What a part is."""

    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()
    QUOTATION = auto()
    TABLE = auto()
    CODE = auto()
    NOTE = auto()


@dataclass(slots=True)
class Item:
    """An item of a list, how deep it is nested, and whether a number marks it."""

    text: str
    depth: int
    is_numbered: bool


@dataclass(slots=True)
class Part:
    """A part, its marks still inside its texts: one for each line of code, for each row of a table its cells.

    A line feed in a text breaks the line. `level` is a heading's; `first` a numbered list's first number, 0 for one
    without; `name` what marks call a note.
    """

    kind: Kind
    texts: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    level: int = 0
    first: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file's parts in their order, notes among them, and the addresses that are named apart from the text."""

    parts: list[Part]
    references: dict[str, str]


def parts_of(text: str) -> Parts:
    """Return the parts of a text whose line ends are line feeds. Comments are none."""
    text = _COMMENT.sub("", text)
    references: dict[str, str] = {}

    def take(found: re.Match[str]) -> str:
        if text.count(f"[{found['id']}]") < 2:  # noqa: PLR2004 - itself, and where it is used
            return found[0]
        references.setdefault(found["id"].casefold(), found["target"])
        return ""

    lines = _REFERENCE.sub(take, text).split("\n")
    return Parts(list(_Reader(lines).read()), references)


class _Reader:
    """Goes through lines once, from part to part."""

    def __init__(self, lines: Sequence[str], depth: int = 0) -> None:
        self._lines = lines
        self._place = 0
        self._depth = depth

    def read(self) -> Iterator[Part]:
        while self._place < len(self._lines):
            line = self._lines[self._place]
            if not line.strip():
                self._place += 1
            elif found := _FENCE.match(line):
                yield self._code(found["fence"])
            elif heading := _HEADING.match(line):
                self._place += 1
                yield Part(Kind.HEADING, [heading["text"]], level=len(heading["signs"]))
            elif self._begins_table():
                yield self._table()
            elif _RULE.match(line):
                self._place += 1
            elif _ITEM.match(line):
                yield self._list()
            elif _QUOTED.match(line):
                yield from self._quotation()
            elif note := _NOTE.match(line):
                yield self._note(note)
            else:
                yield self._paragraph()

    def _code(self, fence: str) -> Part:
        self._place += 1
        part = Part(Kind.CODE)
        closing = re.compile(rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
        while self._place < len(self._lines):
            line = self._lines[self._place]
            self._place += 1
            if closing.match(line):
                break
            part.texts.append(line)
        return part

    def _begins_table(self) -> bool:
        line = self._lines[self._place]
        following = self._lines[self._place + 1] if self._place + 1 < len(self._lines) else ""
        is_ruled = "|" in line and "|" in following and _DELIMITERS.match(following) is not None
        return is_ruled and len(_cells(line)) == len(_cells(following))

    def _table(self) -> Part:
        part = Part(Kind.TABLE, rows=[_cells(self._lines[self._place])])
        self._place += 2
        while self._place < len(self._lines) and "|" in self._lines[self._place]:
            part.rows.append(_cells(self._lines[self._place]))
            self._place += 1
        return part

    def _list(self) -> Part:
        found = _ITEM.match(self._lines[self._place])
        assert found is not None
        is_numbered = found["number"] is not None
        part = Part(Kind.LIST, first=max(1, int(found["number"])) if is_numbered else 0)
        while self._place < len(self._lines):
            line = self._lines[self._place]
            item = _ITEM.match(line)
            if not line.strip():
                if not self._list_goes_on(is_numbered=is_numbered):
                    break
            elif item and not _RULE.match(line):
                depth = len(item["indent"].expandtabs(4)) // _INDENT
                if not depth and part.items and (item["number"] is not None) != is_numbered:
                    break
                part.items.append(Item(item["text"], depth, item["number"] is not None))
            elif _begins_another(line):
                break
            else:
                part.items[-1].text += f" {line.strip()}"
            self._place += 1
        return part

    def _list_goes_on(self, *, is_numbered: bool) -> bool:
        """Say whether the list goes on behind empty lines: with an item of its kind, or with what is set in."""
        following = next((line for line in self._lines[self._place :] if line.strip()), "")
        item = _ITEM.match(following)
        if item and not _RULE.match(following):
            return bool(item["indent"]) or (item["number"] is not None) == is_numbered
        return following.startswith((" " * _INDENT, "\t")) and not _begins_another(following)

    def _quotation(self) -> Iterator[Part]:
        """Yield what is quoted: its paragraphs as quotations, the rest as what it is."""
        lines: list[str] = []
        while self._place < len(self._lines) and (found := _QUOTED.match(self._lines[self._place])):
            lines.append(found["text"])
            self._place += 1
        lines[0] = _CALLOUT.sub("", lines[0], count=1)
        if self._depth == _DEEPEST:
            yield Part(Kind.QUOTATION, [" ".join(lines)])
            return
        for part in _Reader(lines, self._depth + 1).read():
            part.kind = Kind.QUOTATION if part.kind is Kind.PARAGRAPH else part.kind
            yield part

    def _note(self, note: re.Match[str]) -> Part:
        text = note["text"]
        self._place += 1
        while self._place < len(self._lines):
            line = self._lines[self._place]
            is_set_in = line.startswith((" " * _INDENT, "\t"))
            if not line.strip() or _NOTE.match(line) or (_begins_another(line) and not is_set_in):
                break
            text += f" {line.strip()}"
            self._place += 1
        return Part(Kind.NOTE, [text], name=note["id"])

    def _paragraph(self) -> Part:
        text = ""
        first = self._place
        while self._place < len(self._lines):
            line = self._lines[self._place]
            if self._place > first:
                if _UNDERLINE.match(line) and len(text) <= _LONGEST_UNDERLINED and "\n" not in text:
                    self._place += 1
                    return Part(Kind.HEADING, [text], level=1 if "=" in line else 2)
                if not line.strip() or _begins_another(line) or _ITEM.match(line) or self._begins_table():
                    break
            text += line.lstrip()
            broken = _HARD_BREAK.search(line)
            text = text[: -len(broken[0])] + "\n" if broken else text.rstrip() + " "
            self._place += 1
        return Part(Kind.PARAGRAPH, [text.strip()])


def _begins_another(line: str) -> bool:
    begins = (_FENCE, _HEADING, _RULE, _QUOTED, _NOTE)
    return any(pattern.match(line) for pattern in begins)


def _cells(line: str) -> list[str]:
    """Return the cells of a table's row; a stroke behind a backslash is part of one."""
    line = line.strip()
    cells = _BETWEEN_CELLS.split(line)
    if line.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells = cells[:-1]
    return [cell.replace("\\|", "|").strip() for cell in cells]
