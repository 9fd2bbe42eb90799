"""An article of every kind of block with highlights in it, as it leaves a library."""

from pathlib import Path

import pytest

from reader.annotations.highlight import Highlight, PlacedHighlight, Status
from reader.articles.article import Article, Block, BlockKind, Group, Inline, InlineKind, WrittenDate
from reader.collections.state import ArticleState
from reader.exporting.exported import Exported
from reader.text.direction import Direction, direction_of
from reader.text.spans import Span

ID = "0123456789abcdef0123456789abcdef"
IMAGE = "a" * 64
ADDRESS = "https://example.org/news/1?a=1&b=2"


def block(number: int, kind: BlockKind, text: str, **values) -> Block:
    return Block(id=f"b{number}", kind=kind, text=text, direction=direction_of(text), **values)


BLOCKS = (
    block(0, BlockKind.HEADLINE, "الجسر <القديم> يعود & يفتح أبوابه"),
    block(1, BlockKind.BYLINE, "بقلم: محرّر الشؤون المحلية"),
    block(2, BlockKind.LEAD, "عاد الجسر إلى العمل بعد 12 عامًا."),
    block(3, BlockKind.IMAGE, "", image=IMAGE, group=Group("g1", "figure")),
    block(4, BlockKind.CAPTION, "الجسر عند الغروب", group=Group("g1", "figure")),
    block(5, BlockKind.HEADING, "كيف بدأ المشروع؟", level=2),
    block(
        6,
        BlockKind.PARAGRAPH,
        "قالت المهندسة إنّ Open Bridge 2.0 برنامج مفتوح، وأضافت: *لا* نجوم هنا.",
        inlines=(
            Inline(Span(18, 29), InlineKind.LINK, "https://example.org/a"),
            Inline(Span(5, 13), InlineKind.STRONG),
        ),
    ),
    block(7, BlockKind.LIST_ITEM, "حجر من الجبل", group=Group("g2", "list", 0, 0, ordered=True)),
    block(8, BlockKind.LIST_ITEM, "خشب من الغابة", group=Group("g2", "list", 1, 0, ordered=True)),
    block(9, BlockKind.TABLE_CELL, "السنة", group=Group("g3", "table", 0, 0)),
    block(10, BlockKind.TABLE_CELL, "الكلفة", group=Group("g3", "table", 0, 1)),
    block(11, BlockKind.TABLE_CELL, "2020", group=Group("g3", "table", 1, 0)),
    block(12, BlockKind.QUOTATION, "جئنا من ضفّتين\u061b ونعود جسرًا."),
    block(13, BlockKind.PARAGRAPH, "It opened in May, and everyone came."),
)

ARTICLE = Article(
    title=BLOCKS[0].text,
    blocks=BLOCKS,
    source="صحيفة المثال",
    address=ADDRESS,
    authors=("محرّر الشؤون المحلية",),
    published=WrittenDate("2024-05-01T09:30:00+00:00", "الأربعاء 1 مايو 2024"),
    language="ar",
    direction=Direction.RTL,
    importer="test 1",
)


def placed(name: str, words: str, **values) -> PlacedHighlight:
    """Return a highlight of words in the article; of none a note on the whole of it."""
    text = ARTICLE.text
    start = text.index(words) if words else 0
    span = Span(start, start + len(words))
    highlight = Highlight(
        id=f"{ID[:8]}{name:0>16}",
        article=ID,
        version="v",
        block="",
        span=span,
        quote=words,
        prefix=text[max(0, start - 64) : start] if words else "",
        suffix=text[span.end : span.end + 64] if words else "",
        colour=values.pop("colour", "yellow"),
        created="2026-01-02T03:04:05.678Z",
        modified="2026-01-03T03:04:05.678Z",
        **values,
    )
    return PlacedHighlight(highlight, span if words else None, Status.FIXED)


HIGHLIGHTS = (
    placed("1", "", notes=("ملاحظة على كلّ المقال\nفي سطرين",)),
    placed("2", "بعد 12 عامًا", notes=('هل هذا صحيح؟ «نعم», "quoted"',), tags=("بحث", "جسور قديمة"), colour="green"),
    placed("3", "برنامج مفتوح، وأضافت: *لا* نجوم هنا.\nحجر", colour="blue"),
    placed("4", "everyone came", notes=("Is it so?",), colour="violet"),
)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / IMAGE
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"picture")
    return path


@pytest.fixture
def exported(image: Path) -> Exported:
    """The article with its highlights and its picture."""
    return Exported(
        id=ID,
        article=ARTICLE,
        state=ArticleState(tags=("مدن",), added="2026-01-01T00:00:00.000Z"),
        highlights=HIGHLIGHTS,
        images={IMAGE: image},
    )
