"""What word processors' files are read into: blocks with notes at the end, and what to make of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.articles.article import BlockKind, Group, InlineKind
from reader.errors import ReaderError
from reader.intake.drafts import Draft, Drafts, Numbering, picture_draft
from reader.intake.footnotes import waiting, with_notes
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.inline_text import InlineText
from reader.intake.pictures import Pictures
from reader.intake.refining import refined
from reader.intake.structure import article_of
from reader.text.cleaning import clean
from reader.text.folding import fold

_LONGEST_HEADING = 120  # code points of a paragraph that is bold throughout
_ENDS = (".", "!", "؟", "?", "،", ":", "…")
_AT_THE_TOP = 12  # blocks among which a stated author must be named


@dataclass(slots=True)
class Style:
    """What a paragraph is by its style: its kind, a heading's level, a list's depth and whether it is numbered.

    `first` is the number with which its list begins, and `number` its own, where these are stated; one that `goes_on`
    belongs to the item before it.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_id: str = ""
    depth: int = 0
    is_ordered: bool = False
    first: int = 0
    number: int = 0
    goes_on: bool = False


@dataclass(slots=True)
class Writing:
    """A document as it is read. `notes` are drafts by number, in the order of their marks."""

    pictures: Pictures = field(default_factory=Pictures)
    drafts: Drafts = field(default_factory=Drafts)
    notes: list[Draft] = field(default_factory=list)
    text: InlineText = field(default_factory=InlineText)
    bold: list[bool] = field(default_factory=list)
    _list: tuple[str, Group] | None = None
    _last_item: Group | None = None
    _numbering: dict[str, Numbering] = field(default_factory=dict)
    _waiting: list[Draft] = field(default_factory=list)

    def add_text(self, text: str, *, is_bold: bool = False, is_italic: bool = False) -> None:
        """Add a run of text to the paragraph."""
        begun = self.text.begin()
        self.text.add(text)
        if text.strip():
            self.bold.append(is_bold)
            for marked, kind in ((is_bold, InlineKind.STRONG), (is_italic, InlineKind.EMPHASIS)):
                if marked:
                    self.text.end(begun, kind, "")

    def add_note(self, text: str) -> None:
        """Add a note, and its number to the paragraph."""
        number = f"[{len(self.notes) + 1}]"
        begun = self.text.begin()
        self.text.add(number)
        self.text.end(begun, InlineKind.FOOTNOTE, waiting(len(self.notes)))
        self.notes.append(Draft(BlockKind.FOOTNOTE, f"{number} {text}"))

    def add_picture(self, data: bytes, alt: str, source: str) -> None:
        """Add a picture; it comes after the paragraph that it stands in."""
        if picture := self.pictures.add(data):
            alt = " ".join(clean(alt).split())
            self._waiting.append(picture_draft(picture, self.drafts.new_group("figure"), alt, source))

    def end_paragraph(self, style: Style, group: Group | None = None) -> None:
        """Make a block of what was added since the last."""
        text, inlines = self.text.take()
        is_bold = bool(self.bold) and all(self.bold)
        self.bold = []
        if text and group is None and style.list_id:
            group = self._item(style)
        elif text:
            self._list = None
        if text:
            if is_bold and style.kind is not BlockKind.PARAGRAPH:
                inlines = tuple(one for one in inlines if one.kind is not InlineKind.STRONG)
            kind = BlockKind.LIST_ITEM if group and group.kind == "list" else style.kind
            extra = {"bold": True} if is_bold and kind is BlockKind.PARAGRAPH else {}
            self.drafts.drafts.append(Draft(kind, text, style.level, inlines, group, extra=extra))
        self.drafts.drafts += self._waiting
        self._waiting = []

    def _item(self, style: Style) -> Group:
        if self._list is None or self._list[0] != style.list_id:
            self._list = (style.list_id, self.drafts.new_group("list"))
        elif style.goes_on and self._last_item:
            return self._last_item
        is_new = style.list_id not in self._numbering
        numbering = self._numbering.setdefault(style.list_id, Numbering())  # it counts on behind what parts its items
        if number := style.number or (style.first if is_new else 0):
            numbering.set(style.depth, number)
        row = numbering.next(style.depth) - 1
        self._last_item = replace(self._list[1], row=row, column=style.depth, ordered=style.is_ordered)
        return self._last_item


def imported_from(writing: Writing, hints: Hints, importer: str, *, title: str, author: str) -> tuple[Imported, ...]:
    """Return the article that a document makes; its stated title and author count where its text says them too.

    Programs put the names of templates and of computers' owners there.

    Raises ReaderError import.empty.
    """
    if not any(draft.text for draft in (*writing.drafts.drafts, *writing.notes)):
        raise ReaderError("import.empty", file=hints.file)
    head = Head()
    drafts, agencies = refined(_with_headings(writing.drafts.drafts), head)
    drafts.drafts += writing.notes
    head.title = next((draft.text for draft in drafts.drafts if draft.kind is BlockKind.HEADLINE), "")
    top = fold(" ".join(draft.text for draft in drafts.drafts[:_AT_THE_TOP]))
    if not head.title and title and fold(title) in top:
        head.title = title
    if not head.authors and author and fold(author) in top:
        head.authors.append(author)
    article = with_notes(article_of(drafts, head, hints, importer, agencies), len(writing.notes))
    used = {block.image for block in article.blocks}
    images = tuple(data for data, name in writing.pictures.named() if name in used)
    return (Imported(article=article, images=images, leftovers=tuple(head.leftovers)),)


def _with_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with a headline, and with bold lines for headings where no style calls anything one."""
    heads = (BlockKind.HEADLINE, BlockKind.HEADING)
    styled = any(draft.kind in heads for draft in drafts)
    followed = zip(drafts, [*drafts[1:], None], strict=True)
    result = [_heading_or_plain(draft, following, styled=styled) for draft, following in followed]
    if not any(draft.kind is BlockKind.HEADLINE for draft in result):
        first = next((place for place, draft in enumerate(result) if draft.text), -1)
        if first >= 0 and result[first].kind is BlockKind.HEADING:
            result[first] = replace(result[first], kind=BlockKind.HEADLINE, level=0)
    return result


def _heading_or_plain(draft: Draft, following: Draft | None, *, styled: bool) -> Draft:
    is_short = len(draft.text) <= _LONGEST_HEADING and not draft.text.endswith(_ENDS)
    heads_something = following is not None and len(following.text) > len(draft.text)
    if draft.extra.get("bold") and not styled and is_short and heads_something and draft.group is None:
        return Draft(BlockKind.HEADING, draft.text, 2)
    return draft if draft.kind is BlockKind.IMAGE or not draft.extra else replace(draft, extra={})
