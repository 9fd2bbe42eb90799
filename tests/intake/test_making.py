import pytest

from reader.annotations.quoted import Quoted
from reader.articles.article import ADDRESS, HIGHLIGHTS, SUMMARY, BlockKind, InlineKind
from reader.intake.entries import MOST_OF_A_CALL, Entry, in_calls
from reader.intake.making import articles_of
from reader.text.direction import Direction

HARBOUR = "https://example.org/harbour"


def made(**members):
    (imported,) = articles_of((Entry(**members),), "test 1")
    return imported


def test_markup_becomes_blocks_below_the_title():
    article = made(
        title="المنارة\nتعود",
        address=HARBOUR,
        html="<h2>المنارة تعود</h2><p>عادت <a href='/a'>المنارة</a>.</p><ul><li>أولى<li>ثانية</ul><script>x</script>",
        source="صحيفة الميناء",
        authors=("هند المرّاكشي",),
        published="Wed, 11 Nov 2015 08:00:00 +0100",
    ).article
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.HEADLINE, "المنارة تعود"),
        (BlockKind.PARAGRAPH, "عادت المنارة."),
        (BlockKind.LIST_ITEM, "أولى"),
        (BlockKind.LIST_ITEM, "ثانية"),
    ]
    assert article.blocks[1].inlines[0].target == "https://example.org/a"
    assert (article.title, article.source, article.authors) == ("المنارة تعود", "صحيفة الميناء", ("هند المرّاكشي",))
    assert (article.published.iso, article.published.written) == (
        "2015-11-11T08:00:00+01:00",
        "Wed, 11 Nov 2015 08:00:00 +0100",
    )
    assert (article.direction, article.language, article.part, article.importer) == (Direction.RTL, "ar", "", "test 1")


def test_a_link_is_an_address_and_no_text():
    article = made(title="المنارة", address=HARBOUR).article
    assert (article.blocks, article.title, article.part) == ((), "المنارة", ADDRESS)
    assert made(address=HARBOUR).article.title == HARBOUR


def test_an_address_without_a_title_runs_from_left_to_right_and_has_no_language():
    article = made(title="", address="https://example.org/a").article
    assert (article.title, article.direction, article.language) == ("https://example.org/a", Direction.LTR, "")


def test_what_wordpress_puts_below_each_entry_is_left_over():
    pointer = "ظهرت المقالة <a href='x'>المنارة</a> أولاً على <a href='y'>المرفأ</a>."
    entry = made(title="المنارة", address="https://example.org/a", html=f"<p>عادت المنارة.</p><p>{pointer}</p>")
    assert [block.text for block in entry.article.blocks] == ["المنارة", "عادت المنارة."]
    assert entry.leftovers == ("ظهرت المقالة المنارة أولاً على المرفأ.",)


def test_markup_without_words_is_no_text():
    assert made(title="المنارة", address=HARBOUR, html="<div> <br> <!-- x --></div>").article.part == ADDRESS


def test_a_summary_alone_is_a_part():
    article = made(title="المنارة", address=HARBOUR, summary="عادت &amp; أضاءت").article
    assert (article.text, article.part) == ("المنارة\nعادت & أضاءت", SUMMARY)


def test_a_summary_that_the_text_does_not_hold_stands_above_it():
    html = "<p>عادت المنارة إلى العمل بعد عامين.</p>"
    told = made(title="أ", html=html, summary="عادت المنارة إلى العمل…").article
    new = made(title="أ", html=html, summary="حكاية منارة").article
    assert [block.kind for block in told.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
    assert [(block.kind, block.text) for block in new.blocks][1] == (BlockKind.LEAD, "حكاية منارة")


def test_what_was_highlighted_is_the_text_of_what_has_neither_text_nor_address():
    marks = (Quoted(quote="سطر\nوآخر"), Quoted(quote="ثانٍ"), Quoted(quote="ثانٍ"), Quoted(quote="", note="رأي"))
    article = made(title="كتاب", highlights=marks).article
    assert (article.text, article.part) == ("كتاب\nسطر\nوآخر\nثانٍ", HIGHLIGHTS)


def test_text_is_read_as_text():
    article = made(title="خاطرة", text="عادت المنارة إلى العمل.\n\nثم أضاءت الميناء كلّه.").article
    assert article.text == "خاطرة\nعادت المنارة إلى العمل.\nثم أضاءت الميناء كلّه."


def test_entries_are_made_some_at_a_time():
    few = [Entry(title=str(number)) for number in range(MOST_OF_A_CALL + 1)]
    large = [Entry(html="x" * 600_000) for _ in range(3)]
    assert [len(call) for call in in_calls(few)] == [MOST_OF_A_CALL, 1]
    assert [len(call) for call in in_calls(large)] == [2, 1]
    assert list(in_calls([])) == []


@pytest.mark.parametrize(
    "markup",
    [
        (
            "<p>عادت المنارة<sup><a href='#fn1' id='r1'>1</a></sup> إلى العمل.</p><ol><li id='fn1'>بُنيت قبل قرن. "
            "<a href='#r1'>↩︎</a>"
            "</li></ol>"
        ),
        (
            '<p>عادت المنارة<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> إلى '
            "العمل.</p><div "
            'class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div '
            'class="footnote-content"><p>بُنيت قبل قرن.</p></div></div>'
        ),
    ],
    ids=["WordPress", "Substack"],
)
def test_notes_in_markup_are_notes(markup):
    article = made(title="المنارة", address=HARBOUR, html=markup).article
    _, text, note = article.blocks
    (mark,) = text.inlines
    assert (text.text, mark.kind, mark.target) == ("عادت المنارة1 إلى العمل.", InlineKind.FOOTNOTE, note.id)
    assert note.kind is BlockKind.FOOTNOTE
    assert "بُنيت قبل قرن." in note.text
