import pytest

from reader.articles.article import Article, BlockKind
from reader.intake.formats.html.page import read
from reader.intake.formats.html.programs import direct
from reader.intake.hints import Hints

SAID = "وصل الحارس قبل الغروب ومعه دفتر كتب فيه كلّ ما رآه من السفن، ثمّ صعد الدرج إلى المصباح الكبير وأشعله."
MORE = "وفي الصباح عاد الصيّادون إلى الميناء واحدًا بعد آخر، وحكى كلّ منهم عن الضوء الذي رآه من بعيد في الليل."


def article(body: str, title: str = "") -> Article:
    (imported,) = read(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), Hints())
    return imported.article


def shape(made: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in made.blocks]


def test_lists_that_word_writes_as_paragraphs_are_lists_and_its_title_is_the_headline():
    item = "<p class=MsoListParagraphCxSpFirst><span>{}<span>&nbsp;&nbsp;&nbsp; </span></span>{}</p>"
    body = f"<p class=MsoTitle>المنارة تعود</p><p class=MsoNormal>{SAID}</p>"
    made = article(body + item.format("·", "زجاج") + item.format("7.", "نحاس") + item.format("8.", "حديد"), "Document1")
    assert made.title == "المنارة تعود"
    items = [block for block in made.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(one.text, one.group.row, one.group.ordered) for one in items if one.group] == [
        ("زجاج", 0, False),
        ("نحاس", 6, True),
        ("حديد", 7, True),
    ]


def test_the_depths_of_a_list_of_google_docs_are_one_list():
    made = article(
        f'<p class="c1 title" id="h.1">المنارة تعود</p><p>{SAID}</p>'
        '<ul class="c4 lst-kix_a1-0 start"><li>زجاج</li></ul>'
        '<ul class="c4 lst-kix_a1-1 start"><li>عدسة</li></ul><ul class="c4 lst-kix_a1-0"><li>نحاس</li></ul>'
        f"<p>{MORE}</p>"
    )
    assert made.title == "المنارة تعود"
    groups = [block.group for block in made.blocks if block.group]
    assert len({group.id for group in groups}) == 1
    assert [group.column for group in groups] == [0, 1, 0]


@pytest.mark.parametrize(
    ("wrapped", "address"),
    [
        ("https://www.google.com/url?q=https://marfa.example/1?a%3D2&sa=D", "https://marfa.example/1?a=2"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fmarfa.example%2F1&h=x", "https://marfa.example/1"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("https://marfa.example/url?q=https://other.example/", "https://marfa.example/url?q=https://other.example/"),
    ],
)
def test_addresses_that_programs_have_wrapped_are_unwrapped(wrapped: str, address: str):
    assert direct(wrapped) == address


def test_an_exported_chat_of_telegram_has_the_title_of_its_channel_and_no_drawn_initials():
    body = f"""<div class="page_header"><div class="content"><div class="text bold">قناة المرفأ </div></div></div>
    <div class="page_body chat_page"><div class="history"><div class="message service"><div class="body details">5 March
    2024</div></div><div class="message default"><div class="pull_left userpic_wrap"><div class="userpic"><div
    class="initials">م</div></div></div><div class="body"><div class="from_name">قناة المرفأ</div><div class="text">
    {SAID}</div></div></div>
    <div class="message default joined"><div class="body"><div class="text">{MORE}</div></div></div>
    </div></div>"""
    assert shape(article(body, "Exported Data")) == [
        ("headline", "قناة المرفأ"),
        ("heading", "5 March 2024"),
        ("paragraph", "قناة المرفأ"),
        ("paragraph", SAID),
        ("paragraph", MORE),
    ]


def test_a_table_that_only_places_columns_is_no_table_and_one_with_paragraphs_in_its_cells_is():
    layout = f"<table><tr><td>شعار</td></tr><tr><td><b>المنارة</b><br>{SAID}<br><br>{MORE}</td><td>قائمة</td></tr>"
    assert BlockKind.TABLE_CELL not in {block.kind for block in article(layout, "المنارة").blocks}
    row = "<tr><td><p>{}</p></td><td><p>{}</p></td></tr>"
    data = (
        f"<h1>المنارة</h1><p>{SAID}</p><table>{row.format('زجاج', '3')}{row.format('نحاس', '5')}</table><p>{MORE}</p>"
    )
    cells = [block.text for block in article(data, "المنارة").blocks if block.kind is BlockKind.TABLE_CELL]
    assert cells == ["زجاج", "3", "نحاس", "5"]


def test_a_short_subtitle_is_the_lead_and_hides_no_date_below_it():
    body = f"""<article><h1>المنارة تعود</h1><h3 class="subtitle">عن مصباح في البحر</h3><div class="byline-wrapper">
    <div>Mar 05, 2024</div></div><p>{SAID}</p><p>{MORE}</p></article>"""
    made = article(body, "المنارة تعود")
    assert shape(made)[:2] == [("headline", "المنارة تعود"), ("lead", "عن مصباح في البحر")]
    assert made.published is not None
    assert made.published.iso == "2024-03-05"
