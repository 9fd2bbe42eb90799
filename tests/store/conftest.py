import pytest

from reader.articles.article import Article, Block, BlockKind, Group, Inline, InlineKind, Origin, WrittenDate
from reader.text.direction import Direction
from reader.text.spans import Span


@pytest.fixture(scope="session")
def rich_article() -> Article:
    return Article(
        title="مكتبة قديمة تعود إلى قرّائها",
        source="صحيفة الميناء",
        address="https://example.org/a",
        authors=("هند المرّاكشي",),
        credits=("وكالة الساحل",),
        published=WrittenDate("2026-03-02", "2 آذار 2026"),
        language="ar",
        origin=Origin("ab12", "مقال.html", "text/html"),
        importer="test 1",
        blocks=(
            Block(id="b1", kind=BlockKind.HEADLINE, text="مكتبة قديمة تعود إلى قرّائها", direction=Direction.RTL),
            Block(
                id="b2",
                kind=BlockKind.LIST_ITEM,
                text="Open access، كما قالت",
                direction=Direction.RTL,
                inlines=(Inline(Span(0, 11), InlineKind.LINK, "https://example.org"),),
                group=Group("l1", "list", row=1, ordered=True),
            ),
            Block(id="b3", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image="cd34"),
        ),
    )
