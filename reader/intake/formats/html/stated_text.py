"""The article's own words as a page states them for search engines, or keeps them for its scripts.

They count where the page shows less: it is made by a script, or its text is sold.
"""

import re
from collections.abc import Sequence
from html import unescape

from lxml.html import HtmlElement

from reader.articles.article import BlockKind
from reader.intake.drafts import PICTURED, Draft
from reader.intake.formats.html.choosing import without_pointers
from reader.intake.formats.html.evidence import Evidence
from reader.intake.formats.html.fragment import drafts_of
from reader.intake.formats.html.kept_text import Sought, kept_text
from reader.intake.formats.html.metadata import Metadata
from reader.intake.pictures import Pictures
from reader.text.cleaning import clean
from reader.text.folding import fold

_MUCH_LESS = 0.6  # of what is stated: so much, and there is nothing to gain from words without headings and pictures
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|[uo]l|li|blockquote|section|article)\b", re.IGNORECASE)
_SHORT = 2000  # code points: a page that shows more is not asked for what it keeps
_PARAGRAPH = 80  # code points


def stated_instead(tree: HtmlElement, metadata: Metadata, shown: Sequence[Draft], address: str) -> list[Draft]:
    """Return the drafts of the stated text below its title, if it is much longer than what the page shows; or none.

    What is shown and is not in that text stands above it: a standfirst, the article's picture.
    """
    amount = sum(len(draft.text) for draft in shown if draft.kind is not BlockKind.HEADLINE)
    stated = [*metadata.texts, *([_kept(tree, metadata, shown)] if amount < _SHORT else [])]
    drafts = max((_drafts(text, address) for text in stated if text), key=_amount, default=[])
    if not drafts or amount >= _MUCH_LESS * _amount(drafts):
        return []
    title = clean(metadata.title)
    told = Evidence([draft.text for draft in drafts])
    above = [draft for draft in shown if _is_told_above(draft, told)]
    below = [draft for place, draft in enumerate(drafts) if place > 1 or fold(draft.text) != fold(title)]
    return [*([Draft(BlockKind.HEADLINE, title)] if title else []), *above, *below]


def _kept(tree: HtmlElement, metadata: Metadata, shown: Sequence[Draft]) -> str:
    paragraphs = [
        draft.text for draft in shown if draft.kind is not BlockKind.HEADLINE and len(draft.text) > _PARAGRAPH
    ]
    return kept_text(tree, Sought(metadata.title, metadata.summary, paragraphs))


def _drafts(stated: str, address: str) -> list[Draft]:
    text = unescape(stated) if "&" in stated and not _MARKUP.search(stated) else stated
    if _MARKUP.search(text):
        return without_pointers(drafts_of(text, address, Pictures()).drafts)
    lines = filter(None, map(str.strip, clean(unescape(text)).split("\n")))
    return without_pointers([Draft(BlockKind.PARAGRAPH, line) for line in lines])


def _amount(drafts: Sequence[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)


def _is_told_above(draft: Draft, told: Evidence) -> bool:
    if draft.kind in PICTURED:
        return True
    return draft.kind is BlockKind.LEAD or (len(draft.text) > _PARAGRAPH and not told.holds(draft.text))
