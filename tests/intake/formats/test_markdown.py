from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article, BlockKind, InlineKind
from reader.intake.formats.markdown.document import read
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
        *((0, 0, False), (1, 0, False), (0, 1, False)),
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


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article(text).blocks]


def places(text: str, kind: BlockKind) -> list[tuple[int, int, bool, str]]:
    blocks = [block for block in article(text).blocks if block.kind is kind and block.group]
    return [(block.group.row, block.group.column, block.group.ordered, block.text) for block in blocks if block.group]


def test_a_table_has_rows_and_columns():
    text = "# سوق\n\n| النوع | السعر |\n|:---|---:|\n| سردين | **١٢** |\n| `أ\\|ب` | |\n\nخاتمة."
    assert places(text, BlockKind.TABLE_CELL) == [
        *((0, 0, False, "النوع"), (0, 1, False, "السعر")),
        *((1, 0, False, "سردين"), (1, 1, False, "١٢")),
        (2, 0, False, "أ|ب"),
    ]
    assert kinds(text)[-1] == ("paragraph", "خاتمة.")


def test_cells_that_a_row_has_more_than_its_table_are_kept():
    text = "# سوق\n\n| النوع |\n| --- |\n| سردين | **١٢** | أ\\|ب |\n\nخاتمة."
    assert places(text, BlockKind.TABLE_CELL)[1:] == [
        *((1, 0, False, "سردين"), (1, 1, False, "١٢")),
        (1, 2, False, "أ|ب"),
    ]


def test_lists_may_have_the_marks_that_arabic_has():
    text = "# سوق\n\n• سردين\n• بوري\n\n١. أوّل\n٢. ثانٍ"
    assert places(text, BlockKind.LIST_ITEM) == [
        *((0, 0, False, "سردين"), (1, 0, False, "بوري")),
        *((0, 0, True, "أوّل"), (1, 0, True, "ثانٍ")),
    ]


def test_an_items_paragraphs_are_one_and_keep_their_stretches():
    block = article("# سوق\n\n- [ ] بند **أوّل**\n\n  تتمّة **ثانية**").blocks[-1]
    assert block.text == "☐ بند أوّل تتمّة ثانية"
    assert [inline.span.of(block.text) for inline in block.inlines] == ["أوّل", "ثانية"]


def test_a_star_between_figures_is_a_sign():
    assert kinds("# سوق\n\nالمساحة 2*3*4 أمتار.")[-1] == ("paragraph", "المساحة 2*3*4 أمتار.")


def test_links_of_programs_for_notes_show_what_they_show():
    assert kinds("# سوق\n\nزار [[ليلى قنديل|ليلى]] في [[الميناء]].")[-1] == ("paragraph", "زار ليلى في الميناء.")


def test_a_note_that_nothing_points_to_stays():
    assert kinds("# سوق\n\nفقرة.\n\n[^س]: حاشية وحيدة")[-1] == ("footnote", "[1] حاشية وحيدة")


def test_what_lies_too_deep_is_read_as_plain_text():
    assert kinds("# سوق\n\n" + ">" * 500 + " كلام")[-1][1].endswith("كلام")


def test_lines_that_are_set_in_are_no_code():
    assert kinds("# سوق\n\n    فقرة **أولى**\n\n        ثانية")[1:] == [
        ("paragraph", "فقرة أولى"),
        ("paragraph", "ثانية"),
    ]


def test_a_stroke_in_a_line_makes_no_table():
    assert kinds("# سوق\n\nسردين | بوري\n\nخاتمة.")[1] == ("paragraph", "سردين | بوري")


def test_entities_are_the_signs_that_they_name():
    assert kinds("# سوق &amp; بحر\n\nسعر&nbsp;السمك&rlm; &lt;١٢&gt; و`&amp;` وR&D&co.") == [
        ("headline", "سوق & بحر"),
        ("paragraph", "سعر السمك <١٢> و&amp; وR&D&co."),
    ]


def test_tags_of_html_are_marks_and_comments_are_not_read():
    wrapped = '<div dir="rtl">\n\nسطر<br>وسطر <b>آخر</b> و<كلمة> بين قوسين.\n\n</div>'
    text = f"# سوق\n\n{wrapped}\n\n<!-- تعليق\nطويل -->\nخاتمة."
    assert kinds(text) == [
        ("headline", "سوق"),
        ("paragraph", "سطر"),
        ("paragraph", "وسطر آخر و<كلمة> بين قوسين."),
        ("paragraph", "خاتمة."),
    ]


def test_a_numbered_list_goes_on_behind_what_stands_between_its_items():
    text = "# سوق\n\n1. أوّل\n\n   تتمّة\n\n2. ثانٍ\n   - فرع\n3. ثالث\n\nفقرة تقطع القائمة.\n\n4. رابع"
    assert places(text, BlockKind.LIST_ITEM) == [
        *((0, 0, True, "أوّل تتمّة"), (1, 0, True, "ثانٍ"), (0, 1, False, "فرع"), (2, 0, True, "ثالث")),
        (3, 0, True, "رابع"),
    ]


def test_headings_may_be_underlined():
    assert kinds("سوق السمك\n=========\n\nعنوان\n---\n\nفقرة.") == [
        ("headline", "سوق السمك"),
        ("heading", "عنوان"),
        ("paragraph", "فقرة."),
    ]


def test_code_keeps_its_lines_and_its_signs():
    assert kinds("# رمز\n\n```python\nx = *y* # لا\n\n- z\n```\n\nخاتمة.")[1:] == [
        ("paragraph", "x = *y* # لا"),
        ("paragraph", "- z"),
        ("paragraph", "خاتمة."),
    ]


def test_notes_stand_at_the_end_and_their_marks_point_to_them():
    read_article = article("# سوق\n\nفقرة[^س] وأخرى[^2].\n\n[^س]: حاشية **أولى**\n[^2]: حاشية ثانية\n\nخاتمة.")
    assert [(block.kind.value, block.text) for block in read_article.blocks[1:]] == [
        ("lead", "فقرة[1] وأخرى[2]."),
        ("paragraph", "خاتمة."),
        ("footnote", "[1] حاشية أولى"),
        ("footnote", "[2] حاشية ثانية"),
    ]
    marks = [(inline.kind, inline.target) for inline in read_article.blocks[1].inlines]
    assert marks == [(InlineKind.FOOTNOTE, block.id) for block in read_article.blocks[3:]]


def test_addresses_may_stand_below_the_text_or_bare_in_it():
    block = article("# سوق\n\n[مرجع][م] وhttps://example.org/a_b_c.\n\n[م]: https://example.org/x 'عنوان'").blocks[-1]
    assert block.text == "مرجع وhttps://example.org/a_b_c."
    assert [inline.target for inline in block.inlines] == ["https://example.org/x", "https://example.org/a_b_c"]


def test_what_only_looks_like_an_address_below_the_text_stays():
    assert kinds("# سوق\n\n[تنبيه]: هذا نصّ")[-1] == ("paragraph", "[تنبيه]: هذا نصّ")


def test_paragraphs_and_lists_inside_a_quotation_are_apart():
    assert kinds("# سوق\n\n> [!note] قال\n> كلامًا.\n>\n> ثمّ زاد.\n> - بند")[1:] == [
        *(("quotation", "قال كلامًا."), ("quotation", "ثمّ زاد."), ("list_item", "بند")),
    ]


def test_the_front_matter_lists_writers_and_tags():
    front = '---\ntitle: سوق\nauthor:\n  - "[[ليلى قنديل]]"\n  - سامر دباغ\ntags: [بحر, "#سوق"]\nsource: https://example.org/s\n---\n'
    (imported,) = read(f"{front}\nفقرة.".encode(), Hints(file="note.md"))
    assert (imported.article.authors, imported.article.address) == (
        ("ليلى قنديل", "سامر دباغ"),
        "https://example.org/s",
    )
    assert imported.state.tags == ("بحر", "سوق")


@pytest.mark.parametrize(
    ("text", "is_link"), [("[ا](", False), ("[ا]()", False), ("[ا](b(c)d)", True), ("[ا](b)", True)]
)
def test_only_a_whole_link_makes_markdown_of_a_text(text, is_link):
    (imported,) = read(f"قال {text} شيئا.".encode(), Hints(file="note.md"))
    assert ("]" in imported.article.text) is not is_link


@given(
    st.lists(
        st.sampled_from([*"سوقبحرab1", *" \n\n\t", *"*_()<>!|#>-=~&;:\\^", "**", "`ab`", "| --- |", "1. ", "&amp;"]),
        max_size=60,
    ).map("".join)
)
def test_no_letter_is_lost(text):
    (imported,) = read(f"# رأس\n\n{text}".encode(), Hints(file="note.md"))
    kept = imported.article.text + "".join(imported.leftovers)
    lost = Counter(filter(str.isalpha, text.replace("&amp;", ""))) - Counter(filter(str.isalpha, kept))
    assert not any(letter > "z" for letter in lost)  # Latin ones may be the names of tags
