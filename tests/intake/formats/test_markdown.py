from reader.articles.article import Article, BlockKind, InlineKind
from reader.intake.formats.markdown import read
from reader.intake.hints import Hints

NOTE = """---
title: "المنارة القديمة"
author: ليلى قنديل
date: 2024-10-21
url: https://example.org/lighthouse
source: المرفأ
---

# المنارة القديمة تعود

عادت المنارة عند مدخل الميناء
إلى العمل **مساء اليوم** وسط [فرح](https://example.org/joy) أهل الحيّ.

## عدسة من زجاج

- زجاج
- نحاس
  - مسامير

1. أولًا
2. ثانيًا

> كنّا نعدّ السفن
> كلّ مساء

* * *

خاتمة فيها *إمالة* و`رمز` و2 * 3 * 4.
"""


def article(text: str) -> Article:
    (imported,) = read(text.encode(), Hints(file="note.md"))
    return imported.article


def test_marks_become_kinds_of_blocks():
    assert [(block.kind.value, block.level, block.text) for block in article(NOTE).blocks] == [
        ("headline", 0, "المنارة القديمة تعود"),
        ("lead", 0, "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم وسط فرح أهل الحيّ."),
        ("heading", 2, "عدسة من زجاج"),
        ("list_item", 0, "زجاج"),
        ("list_item", 0, "نحاس"),
        ("list_item", 0, "مسامير"),
        ("list_item", 0, "أولًا"),
        ("list_item", 0, "ثانيًا"),
        ("quotation", 0, "كنّا نعدّ السفن كلّ مساء"),
        ("paragraph", 0, "خاتمة فيها إمالة ورمز و2 * 3 * 4."),
    ]


def test_lists_keep_their_order_and_depth():
    groups = [block.group for block in article(NOTE).blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(group.row, group.column, group.ordered) for group in groups if group] == [
        *((0, 0, False), (1, 0, False), (2, 1, False)),
        *((0, 0, True), (1, 0, True)),
    ]


def test_marked_stretches_are_kept():
    lead, last = article(NOTE).blocks[1], article(NOTE).blocks[-1]
    assert [(inline.kind, inline.span.of(lead.text), inline.target) for inline in lead.inlines] == [
        (InlineKind.STRONG, "مساء اليوم", ""),
        (InlineKind.LINK, "فرح", "https://example.org/joy"),
    ]
    assert [(inline.kind, inline.span.of(last.text)) for inline in last.inlines] == [(InlineKind.EMPHASIS, "إمالة")]


def test_a_sign_behind_a_backslash_means_itself():
    block = article(
        "# ميناء\n\n\\- ليس \\*بندًا\\* بل **نجم\\***، و`\\d`، و[رابط](https://example.org/a\\_b)، وC:\\ميناء"
    ).blocks[-1]
    assert block.text == ("- ليس *بندًا* بل نجم*، و\\d، ورابط، وC:\\ميناء")
    assert [(inline.span.of(block.text), inline.target) for inline in block.inlines] == [
        ("نجم*", ""),
        ("رابط", "https://example.org/a_b"),
    ]


def test_signs_at_a_headings_end_belong_to_it_unless_they_stand_apart():
    blocks = article("# لغة C# ##\n\n## وسم \\#\n\nفقرة.").blocks
    assert [block.text for block in blocks] == ["لغة C#", "وسم #", "فقرة."]


def test_the_front_matter_states_the_facts():
    read_article = article(NOTE)
    assert (read_article.address, read_article.source) == ("https://example.org/lighthouse", "المرفأ")
    assert read_article.authors == ("ليلى قنديل",)
    assert read_article.published is not None
    assert read_article.published.iso == "2024-10-21"


def test_a_file_without_marks_is_read_as_plain_text():
    text = "المنارة تعود\n\nعادت المنارة عند مدخل الميناء إلى العمل مساء اليوم بعد غياب.\n\nوفرح أهل الحيّ جميعًا بالضوء."
    assert [block.kind.value for block in article(text).blocks] == ["headline", "lead", "paragraph"]
