"""Articles with everything a page can hold: every kind of block, mixed scripts, verse with tashkeel."""

from dataclasses import replace

from reader.articles.article import Article, Block, BlockKind, Group, Inline, InlineKind, WrittenDate
from reader.text.direction import Direction, direction_of
from reader.text.spans import Span

VERSE = (
    "سَقَى ٱللهُ أَرْضًا ضَمَّ بَحْرُهَا\tمَنَارًا يَهْدِي ٱلسَّائِرِينَ إِلَى ٱلْمَرْسَى",
    "إِذَا لَاحَ بَرْقٌ فِي ٱلْأُفُقِ كَبَّرُوا\tوَإِنْ هَبَّتِ ٱلرِّيحُ ٱلشَّمَالُ فَلَا بَأْسَا",
)


def every_kind(direction: Direction = Direction.RTL) -> Article:
    """Return an article with a block of every kind, in Arabic or in English."""
    return _arabic() if direction is Direction.RTL else _english()


def block(kind: BlockKind, text: str, *inlines: Inline, level: int = 0, group: Group | None = None) -> Block:
    """Return a block without an id, whose direction its text says."""
    return Block(
        id="", kind=kind, text=text, direction=direction_of(text), level=level, inlines=tuple(inlines), group=group
    )


def inline(text: str, words: str, kind: InlineKind, target: str = "") -> Inline:
    """Return a marked stretch of a text: the first place of some words."""
    start = text.index(words)
    return Inline(Span(start, start + len(words)), kind, target)


def picture(width: int, height: int, alt: str = "") -> Block:
    """Return a picture that the library has under the name `picture`."""
    made = block(BlockKind.IMAGE, "")
    return replace(made, image="picture", extra={"width": width, "height": height, "alt": alt})


def item(text: str, number: int, depth: int = 0, *, ordered: bool = False) -> Block:
    """Return an item of a list."""
    return block(BlockKind.LIST_ITEM, text, group=Group("list", "list", number, depth, ordered))


def table(*rows: tuple[str, ...], name: str = "table") -> list[Block]:
    """Return the cells of a table."""
    return [
        block(BlockKind.TABLE_CELL, text, group=Group(name, "table", row, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]


def _arabic() -> Article:
    prose = (
        "قالت المهندسة لـ BBC Arabic إنّ الكلفة بلغت 1,250,000 دولار (نحو 3.5%)، وإنّ نسخة GPT-5 من الخطة"
        " نُشرت على موقع البلدية يوم 21 أكتوبر 2024، والهاتف +962 6 555 1234، والنتيجة 2-1."
    )
    linked = "وفي التقرير الكامل تفاصيل الترميم كلّها[1]، وهي مهمّة جدًا لمن يعرف المنارة القديمة."
    return _article(
        "منارة الميناء القديم تعود إلى الضوء بعد عشرين عامًا من الصمت",
        block(BlockKind.BYLINE, "بقلم سلمى الراوي"),
        block(BlockKind.LEAD, "أُضيئت المنارة مساء أمس للمرّة الأولى منذ عقدين، ووقف الصيادون على الرصيف يعدّون ومضاتها."),
        block(BlockKind.PARAGRAPH, prose),
        block(BlockKind.HEADING, "ما الذي تغيّر", level=1),
        block(
            BlockKind.PARAGRAPH,
            linked,
            inline(linked, "التقرير الكامل", InlineKind.LINK, "https://example.org/report?id=7"),
            inline(linked, "[1]", InlineKind.FOOTNOTE, "note"),
            inline(linked, "مهمّة جدًا", InlineKind.EMPHASIS),
        ),
        picture(1120, 420, "منارة على رصيف"),
        block(BlockKind.CAPTION, "المنارة كما تبدو من الرصيف الشرقي بعد ترميمها."),
        block(BlockKind.CREDIT, "تصوير: أرشيف البلدية"),
        block(BlockKind.HEADING, "خطوات العمل", level=2),
        item("مسح الأساسات بالرادار الأرضي", 0, ordered=True),
        item("تدعيم الجدران من الداخل، وهي أطول المراحل لأنّ الحجر الرملي يتفتّت إذا جفّ بسرعة", 1, ordered=True),
        item("حجر من المقلع نفسه", 0, 1),
        item("جير مطفأ، لا إسمنت", 1, 1),
        item("تركيب عدسة Fresnel جديدة", 2, ordered=True),
        block(BlockKind.HEADING, "أرقام", level=3),
        *table(("السنة", "الميزانية", "الزوّار"), ("2022", "400,000", "—"), ("2024", "850,000", "12,300")),
        block(BlockKind.QUOTATION, "لم نكن نعرف أنّ الضوء يمكن أن يُسمع، حتى سكت البحر ليلة أُضيئت المنارة."),
        block(BlockKind.QUOTATION, "ثم عاد كلّ شيء كما كان."),
        block(BlockKind.PARAGRAPH, VERSE[0]),
        block(BlockKind.PARAGRAPH, VERSE[1]),
        block(BlockKind.PARAGRAPH, "The harbour office said: “The light is for the fishermen of الميناء, not for us.”"),
        replace(block(BlockKind.FOOTNOTE, "[1] أُرسل التقرير إلى المجلس البلدي في آذار."), id="note"),
        block(BlockKind.FOOTNOTE, "[2] الأرقام من سجلّ الزيارات."),
        published=WrittenDate("2024-10-21", "٢١ تشرين الأول ٢٠٢٤"),
        source="الشاطئ",
        language="ar",
    )


def _english() -> Article:
    linked = "The full report explains the whole repair[1], which is very important to those who know الميناء القديم."
    return _article(
        "The old harbour’s lighthouse is lit again after twenty years",
        block(BlockKind.BYLINE, "By our harbour desk"),
        block(BlockKind.LEAD, "Fishermen stood on the pier and counted the flashes."),
        block(
            BlockKind.PARAGRAPH,
            linked,
            inline(linked, "full report", InlineKind.LINK, "https://example.org/report?id=7"),
            inline(linked, "[1]", InlineKind.FOOTNOTE, "note"),
            inline(linked, "very important", InlineKind.EMPHASIS),
        ),
        picture(1120, 420, "A lighthouse on a pier"),
        block(BlockKind.CAPTION, "The lighthouse from the eastern pier, after its repair."),
        block(BlockKind.CREDIT, "Photograph: the town’s archive"),
        block(BlockKind.HEADING, "The work", level=1),
        item("A survey of the foundations", 0, ordered=True),
        item("Stone from the same quarry", 0, 1),
        item("A new Fresnel lens", 1, ordered=True),
        block(BlockKind.HEADING, "Numbers", level=2),
        *table(("Year", "Budget", "Visitors"), ("2022", "400,000", "—"), ("2024", "850,000", "12,300")),
        block(BlockKind.HEADING, "What was said", level=3),
        block(BlockKind.QUOTATION, "We did not know that light can be heard."),
        block(BlockKind.PARAGRAPH, VERSE[0]),
        block(BlockKind.PARAGRAPH, "وقال الصيادون: عاد الضوء إلى الميناء."),
        replace(block(BlockKind.FOOTNOTE, "[1] The report was sent in March."), id="note"),
        published=WrittenDate("2024-10-21", "October 21, 2024"),
        source="Harbour News",
        language="en",
    )


def _article(title: str, *blocks: Block, published: WrittenDate, source: str, language: str) -> Article:
    headline = block(BlockKind.HEADLINE, title)
    named = tuple(
        each if each.id else replace(each, id=f"b{number}") for number, each in enumerate((headline, *blocks))
    )
    return Article(
        title=title,
        blocks=named,
        published=published,
        source=source,
        language=language,
        direction=headline.direction,
    )
