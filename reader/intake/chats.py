"""Conversations that WhatsApp exports as text: each line with its time and its writer, continued on lines without."""

import re
from pathlib import PurePath

from reader.articles.article import BlockKind
from reader.intake.drafts import Drafts
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.structure import Structured, article_of
from reader.text.cleaning import clean
from reader.text.direction import Direction, direction_of

_MESSAGE = re.compile(
    r"\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,،]?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?\s?m\.?|ص|م))?(?:\]| [-–])\s?"
    r"(?:(?P<writer>[^:\n]{1,60}): )?(?P<said>.*)",
    re.IGNORECASE,
)
# What the program says of its encryption, and in place of what is no text.
_OF_PROGRAM = re.compile(
    r"end-to-end encrypted|مشفرة تمام|مشفّرة تمام|رمزگذاری سرتاسر|הצפנה מקצה"
    r"|^<(?:Media omitted|.{0,20}الوسائط.{0,20})>$|^(?:image|video|audio|sticker|GIF|document) omitted$"
    r"|^تم (?:استبعاد|حذف) (?:الصورة|الفيديو|الملصق|المقطع الصوتي)$",
    re.IGNORECASE,
)
_FEWEST = 3
_LINES_LOOKED_AT = 40
_LEAST = 0.5  # the share of those that are messages: the rest continues them
_NAMELESS = "_chat"
_MOST_NAMES = 3
_COPY = re.compile(r"\s*\(\d+\)$")


def chat_of(text: str, hints: Hints, importer: str) -> Structured | None:
    """Return a conversation as it was written, named after its file, or its writers; None for any other text."""
    beginning = clean(text[: _LINES_LOOKED_AT * 400]).split("\n")[:_LINES_LOOKED_AT]
    filled = [line for line in beginning if line.strip()]
    count = sum(_MESSAGE.match(line) is not None for line in filled)
    if hints.plain or count < _FEWEST or count < _LEAST * len(filled):
        return None
    drafts = Drafts()
    writers: dict[str, None] = {}
    left: list[str] = []
    for line in filter(None, map(str.strip, clean(text).split("\n"))):
        found = _MESSAGE.match(line)
        if found and _OF_PROGRAM.search(found["said"]):
            left.append(line)
            continue
        if found and found["writer"]:
            writers[found["writer"]] = None
        drafts.add(BlockKind.PARAGRAPH, line)
    title = _named(hints) or _of_writers(list(writers))
    return Structured(article_of(drafts, Head(title=title), hints, importer), tuple(left))


def _named(hints: Hints) -> str:
    """Return what a conversation's file is called; inside of an archive all are called the same, and the archive is."""
    path = PurePath(hints.file)
    name = path.parent.stem if path.stem == _NAMELESS and path.parent.suffix == ".zip" else path.stem
    return "" if name == _NAMELESS else clean(_COPY.sub("", name)).strip()


def _of_writers(writers: list[str]) -> str:
    names = writers[:_MOST_NAMES]
    comma = "، " if direction_of(" ".join(names)) is Direction.RTL else ", "
    return comma.join([*names, *(["…"] if len(writers) > _MOST_NAMES else [])])
