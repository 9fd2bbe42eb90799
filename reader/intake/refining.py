"""Blocks whose kinds a page's markup tells: what its furniture, head and credits are is told as in bare lines."""

from collections.abc import Sequence
from dataclasses import replace

from reader.articles.article import BlockKind
from reader.intake.body import is_lead, is_quotation
from reader.intake.credits import agencies_at_the_end, agencies_of
from reader.intake.drafts import PICTURED, Draft, Drafts
from reader.intake.furniture import without_furniture
from reader.intake.head import DEEPEST, Head, recognise
from reader.intake.lines import Line
from reader.intake.spoken_labels import without_spoken_labels

_BARE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def refined(drafts: Sequence[Draft], head: Head) -> tuple[Drafts, tuple[str, ...]]:
    """Return the drafts without furniture, the lines of the head and the end recognised, and the agencies credited.

    What the head's lines tell goes into `head`, and so does what is left over.
    """
    kept = _without_furniture(list(without_spoken_labels(drafts, head)), head)
    kept = _headline_above_its_picture(kept)
    result = Drafts(groups=len({draft.group.id for draft in drafts if draft.group}))
    titled = next((place for place, draft in enumerate(kept) if draft.kind is BlockKind.HEADLINE), -1)
    start = _add_head(kept, titled, head, result)
    last = kept[-1] if kept[start:] else None
    agencies = agencies_of(last.text) if last and last.kind is BlockKind.PARAGRAPH and len(kept) > 1 else ()
    body = list(kept[start : len(kept) - 1] if agencies else kept[start:])
    if titled >= 0:
        _mark_lead(body)
    for draft in body:
        quoted = draft.kind is BlockKind.PARAGRAPH and is_quotation(draft.text)
        result.drafts.append(replace(draft, kind=BlockKind.QUOTATION) if quoted else draft)
    if agencies and last:
        result.add(BlockKind.CREDIT, last.text.strip("()[]. "))
    return result, agencies or (agencies_at_the_end(last.text) if last else ())


def _without_furniture(drafts: Sequence[Draft], head: Head) -> list[Draft]:
    bare = [draft for draft in drafts if draft.kind in _BARE]
    sorted_lines = without_furniture([Line(draft.text) for draft in bare])
    head.leftovers += sorted_lines.dropped
    dropped = list(sorted_lines.dropped)
    kept = []
    for draft in drafts:
        if draft.kind in _BARE and dropped and draft.text == dropped[0]:
            dropped.pop(0)
        else:
            kept.append(draft)
    return kept


def _headline_above_its_picture(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the headline first where a page has nothing above it but a picture and its words."""
    titled = next((place for place, draft in enumerate(drafts) if draft.kind is BlockKind.HEADLINE), 0)
    if not all(draft.kind in PICTURED for draft in drafts[:titled]):
        return drafts
    return [drafts[titled], *drafts[:titled], *drafts[titled + 1 :]] if drafts else drafts


def _add_head(kept: Sequence[Draft], titled: int, head: Head, result: Drafts) -> int:
    """Add the drafts of the head, and return where the text begins."""
    place = 0
    while place < min(len(kept), DEEPEST):
        draft = kept[place]
        known = recognise(draft.text, is_first=place == 0) if draft.kind is BlockKind.PARAGRAPH else None
        if known:
            head.add(known, draft.text, result)
        elif place <= titled or draft.kind in (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BYLINE):
            result.drafts.append(draft)
        else:
            break
        place += 1
    return place


def _mark_lead(body: list[Draft]) -> None:
    paragraphs = [draft.text for draft in body if draft.kind is BlockKind.PARAGRAPH]
    if body and body[0].kind is BlockKind.PARAGRAPH and is_lead([Line(text) for text in paragraphs]):
        body[0] = replace(body[0], kind=BlockKind.LEAD)
