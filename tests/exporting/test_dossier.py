from dataclasses import replace

import pytest
from lxml import html

from reader.exporting import dossier
from reader.exporting.exported import Content


@pytest.fixture
def several(exported):
    return [exported, replace(exported, id="f" * 32, article=replace(exported.article, title="مقال ثانٍ"))]


def test_a_dossier_has_contents_that_lead_to_the_articles_and_sources(several):
    page = html.document_fromstring(dossier.make(several, Content.BOTH))

    links = [link.get("href") for link in page.xpath("//nav//a")]
    assert links == ["#a1-title", "#a2-title"]
    assert all(page.xpath(f"//*[@id='{link[1:]}']") for link in links)
    ids = [each.get("id") for each in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    sources = page.xpath("//section[h2='المصادر']//li")
    assert len(sources) == 2
    assert "صحيفة المثال، محرّر الشؤون المحلية، 1 مايو 2024" in sources[0].text_content()
    assert page.xpath("//mark[@class='green']")


def test_a_dossier_says_whom_it_is_about(several):
    assert '<h1 dir="rtl" lang="ar">ملفّ جامع: ليلى *</h1>' in dossier.make(several, Content.BOTH, "ليلى *")
    assert dossier.make_markdown(several, Content.BOTH, "ليلى *").startswith("# ملفّ جامع: ليلى \\*\n")


def test_the_notes_on_all_the_articles_stand_before_the_contents_of_a_page(several):
    page = html.document_fromstring(dossier.make(several, Content.BOTH, "الجسر", "أولًا <b>\n\nthen this"))

    notes = page.xpath("//section[following-sibling::nav]/p")
    assert [(note.text_content(), note.get("dir")) for note in notes] == [("أولًا <b>", "auto"), ("then this", "auto")]
    assert not html.document_fromstring(dossier.make(several, Content.BOTH)).xpath("//section[following-sibling::nav]")


def test_a_dossier_in_markdown_has_the_same_parts(several):
    made = dossier.make_markdown(several, Content.HIGHLIGHTS, notes="أولًا\n# ليس عنوانًا\n\n- ليس بندًا")

    noted = "أولًا\n\\# ليس عنوانًا\n\n\\- ليس بندًا"
    assert made.startswith(f"# ملفّ جامع\n\n{noted}\n\n## المحتويات\n\n1. «الجسر")
    assert made.count("> بعد 12 عامًا") == 2
    assert made.index("## المصادر") > made.rindex("everyone came")
    assert "<https://example.org/news/1?a=1&b=2>" in made
