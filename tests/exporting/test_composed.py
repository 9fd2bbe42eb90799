from dataclasses import replace

from reader.articles.article import BlockKind
from reader.exporting.composed import composed
from reader.exporting.exported import Content


def test_articles_put_together_have_contents_their_texts_their_highlights_and_sources(exported):
    other = replace(exported, id="f" * 32, article=replace(exported.article, title="مقال ثانٍ"))
    made = composed([exported, other], Content.BOTH, "ملفّ جامع")

    headings = [block.text for block in made.blocks if block.kind is BlockKind.HEADLINE]
    assert headings[:3] == ["ملفّ جامع", exported.article.title, "مقال ثانٍ"]
    sections = [block.text for block in made.blocks if block.kind is BlockKind.HEADING]
    assert (sections[0], sections[-1]) == ("المحتويات", "المصادر")
    assert any(block.text.startswith("— «الجسر") and "الفقرة 1" in block.text for block in made.blocks)
    assert len({block.id for block in made.blocks}) == len(made.blocks)
    groups = {block.group.id for block in made.blocks if block.group}
    assert {"0-g2", "1-g2", "contents", "sources"} <= groups


def test_highlights_alone_have_no_text_of_the_article(exported):
    made = composed([exported], Content.HIGHLIGHTS)

    assert "قالت المهندسة" not in made.text
    assert "بعد 12 عامًا" in made.text
    assert "ملاحظة على كلّ المقال" in made.text


def test_notes_on_all_the_articles_stand_below_the_title_line_by_line(exported):
    made = composed([exported], Content.BOTH, "ملفّ جامع: الجسر", "أولًا\n\nثانيًا")

    assert [block.text for block in made.blocks[:4]] == ["ملفّ جامع: الجسر", "أولًا", "ثانيًا", "المحتويات"]
    assert made.blocks[1].kind is BlockKind.PARAGRAPH
