"""The article's own words as a page states them for search engines.

They count where the page shows less: it is made by a script, or its text is sold.
"""

import re
from collections.abc import Sequence
from html import unescape

from reader.articles.article import BlockKind
from reader.intake.drafts import Draft
from reader.intake.formats.html.fragment import drafts_of
from reader.intake.formats.html.metadata import Metadata
from reader.intake.pictures import Pictures
from reader.text.cleaning import clean

_MUCH_LESS = 0.6  # of what is stated: so much, and there is nothing to gain from words without headings and pictures
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|blockquote)\b", re.IGNORECASE)


def stated_instead(metadata: Metadata, shown: Sequence[Draft], address: str) -> list[Draft]:
    """Return the drafts of the stated text below its title, if it is much longer than what the page shows; or none."""
    stated = max(metadata.texts, key=len, default="")
    if sum(len(draft.text) for draft in shown) >= _MUCH_LESS * len(stated):
        return []
    text = unescape(stated) if "&" in stated else stated
    if _MARKUP.search(text):
        drafts = drafts_of(text, address, Pictures()).drafts
    else:
        lines = filter(None, map(str.strip, clean(text).split("\n")))
        drafts = [Draft(BlockKind.PARAGRAPH, line) for line in lines]
    head = [Draft(BlockKind.HEADLINE, clean(metadata.title))] if metadata.title else []
    return [*head, *drafts] if drafts else []
