"""Labels that only screen readers say, before what everybody sees: “image source,”, “author,”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.articles.article import BlockKind
from reader.intake.credits import names_in
from reader.intake.drafts import Draft
from reader.intake.furniture import bare, phrases
from reader.intake.head import DEEPEST, Head

_LABELLED = re.compile(r"(?P<label>[^،,:]{3,30}[،,])\s*(?P<words>.*)", re.DOTALL)
_OF_PEOPLE = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
_BESIDE_PICTURES = frozenset({BlockKind.CAPTION, BlockKind.CREDIT})


def without_spoken_labels(drafts: Sequence[Draft], head: Head) -> Iterator[Draft]:
    """Yield the drafts as what such labels say that they are; the labels are left over in `head`."""
    says = ""
    for place, draft in enumerate(drafts):
        labelled = _LABELLED.fullmatch(draft.text)
        label = bare(labelled["label"]) if labelled and not draft.inlines else ""
        words = labelled["words"] if labelled else ""
        if draft.kind in _BESIDE_PICTURES and label in phrases("spoken_of_pictures"):
            head.leftovers.append(draft.text.removesuffix(words).strip())
            says = label
            if not words:
                continue
            draft = replace(draft, text=words)  # noqa: PLW2901 - the same without its label
        elif draft.kind in _OF_PEOPLE and place < DEEPEST and words and label in phrases("spoken_of_writers"):
            head.leftovers.append(draft.text.removesuffix(words).strip())
            head.authors += names_in(words) if label in phrases("spoken_of_authors") else ()
            draft = Draft(BlockKind.BYLINE, words)  # noqa: PLW2901
        is_credit = draft.kind is BlockKind.CAPTION and says in phrases("spoken_of_credits")
        yield replace(draft, kind=BlockKind.CREDIT) if says and is_credit else draft
        says = ""
