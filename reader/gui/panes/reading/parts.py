"""Paragraphs too long for Qt to lay out within a frame, shown as several that follow each other without space."""

from collections.abc import Iterator
from dataclasses import replace

from reader.articles.article import Block, Inline
from reader.text.graphemes import grapheme_at
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span

LONGEST = 4_000
"""How many code points a paragraph may have before it is cut: some three screens."""

PART = 2_000
"""About how many code points each part has then: Qt takes some ms to lay it out, half of what a frame may take."""

ROOM = 500
"""How many code points before that a sentence's end is looked for, and behind it at least a word's."""

_SENTENCE_END = LazyPattern(r"[.؟!?…۔][»”\")\]]*\s+")
_SPACE = LazyPattern(r"\s+")


def parts_of(block: Block) -> Iterator[tuple[Block, int]]:
    """Yield a block's parts, each with where it begins in the block: the block itself where it is short.

    A part ends with a sentence, or with a word; a text without spaces for so long is cut where it stands.
    """
    if len(block.text) <= LONGEST:
        yield block, 0
        return
    start = 0
    while start < len(block.text):
        end = _cut(block.text, start)
        inlines = tuple(_clipped(block.inlines, Span(start, end)))
        yield replace(block, text=block.text[start:end], inlines=inlines), start
        start = end


def _cut(text: str, start: int) -> int:
    limit = start + PART
    if limit >= len(text):
        return len(text)
    ends = [found.end() for found in _SENTENCE_END().finditer(text, limit - ROOM, limit)]
    if ends:
        return ends[-1]
    spaces = [found.end() for found in _SPACE().finditer(text, limit - ROOM, limit)]
    if spaces:
        return spaces[-1]
    found = _SPACE().search(text, limit, limit + ROOM)
    return found.end() if found else grapheme_at(text, limit).start


def _clipped(inlines: tuple[Inline, ...], part: Span) -> Iterator[Inline]:
    for inline in inlines:
        if inline.span.overlaps(part):
            start, end = max(inline.span.start, part.start), min(inline.span.end, part.end)
            yield replace(inline, span=Span(start - part.start, end - part.start))
