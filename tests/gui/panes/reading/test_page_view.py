from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.articles.article import Article, Block, BlockKind
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.panes.reading.paragraph import Options
from reader.gui.panes.reading.typesetting import Typesetting
from reader.gui.theme import Theme
from reader.settings import TEXT_SIZES, Settings
from reader.text.digits import Digits
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import SENTENCES, article_of, long_article, picture
from tests.gui.panes.reading.samples import VERSE

Show = Callable[..., UsablePage]


def text_of(page: UsablePage) -> str:
    return page.page.displayed.text


def point_of(page: UsablePage, words: str, start: int = 0) -> QPoint:
    """Return the middle of words in the viewport."""
    at = text_of(page).index(words, start)
    return page.bounds(Span(at, at + len(words))).center().toPoint()


def selected(page: UsablePage) -> str:
    return page.selected_span().of(text_of(page))


def blocks_of(page: UsablePage) -> list[QTextBlock]:
    return [page.page.block(number) for number in range(len(page.page.displayed.paragraphs))]


def test_every_paragraph_has_its_own_direction_and_leading_alignment(show_page: Show):
    page = show_page(article_of("نصّ عربي", "English words", "BBC قالت إن الخبر صحيح تمامًا"))
    page.builder.build_all()
    directions = [block.blockFormat().layoutDirection() for block in blocks_of(page)]
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [rtl, rtl, ltr, rtl]
    assert {block.blockFormat().alignment() for block in blocks_of(page)} == {Qt.AlignmentFlag.AlignLeft}


def test_no_format_ends_between_two_arabic_letters(show_page: Show):
    page = show_page(article_of(*SENTENCES))
    page.builder.build_all()
    for block in blocks_of(page):
        text = block.text()
        for form in block.textFormats():
            inside = 0 < form.start < len(text)
            assert not (inside and text[form.start].isalpha() and text[form.start - 1].isalpha())


def test_a_headline_never_ends_with_a_single_word(show_page: Show):
    words = [
        "عودة",
        "المكتبات",
        "القديمة",
        "إلى",
        "قرّائها",
        "بعد",
        "سنوات",
        "طويلة",
        "من",
        "الترميم",
        "والانتظار",
        "في",
        "المدينة",
        "البيضاء",
        "الصغيرة",
    ]
    for count in range(6, len(words) + 1):
        page = show_page(article_of("نصّ", headline=" ".join(words[:count])))
        block = page.page.block(0)
        lines = block.layout().lineCount()
        last = block.layout().lineAt(lines - 1)
        assert lines == 1 or len(block.text()[last.textStart() :].split()) > 1
        page.close()


def test_an_article_opens_at_the_line_where_it_was_left(show_page: Show):
    article = long_article(120)
    for position in (0, 900, len(article.text) // 2):
        page = show_page(article, position)
        top, lowered = page.top()
        line = text_of(page)[top : top + 90]
        assert top <= position < top + len(line)
        assert abs(lowered) <= 1
        page.close()


def test_building_the_rest_moves_nothing_in_sight(show_page: Show, qtbot):
    article = long_article(200)
    page = show_page(article, len(article.text) // 2)
    assert not page.page.is_complete
    top, seen = page.top(), picture(page)
    qtbot.waitUntil(lambda: page.page.is_complete)
    assert page.top() == top
    assert picture(page) == seen


def test_what_is_built_beside_them_leaves_standing_paragraphs_as_they_were_laid_out(show_page: Show):
    article = long_article(200)
    page = show_page(article, len(article.text) // 2)
    first, last = page.page.first, page.page.last
    changed: list[tuple[int, int]] = []
    page.document().contentsChange.connect(lambda start, _, added: changed.append((start, start + added)))
    page.page.build_after(3000)
    standing = page.page.block(last - 1)
    assert min(start for start, _ in changed) >= standing.position() + standing.length()
    changed.clear()
    page.page.build_before(3000)
    assert max(end for _, end in changed) <= page.page.block(first).position()


def test_a_page_built_from_the_middle_is_the_same_as_one_built_from_the_beginning(show_page: Show):
    article = long_article(60)
    one, other = show_page(article), show_page(article, len(article.text) // 2)
    one.builder.build_all()
    other.builder.build_all()
    assert one.toPlainText() == other.toPlainText()
    assert one.document().size() == other.document().size()
    assert [block.blockFormat() for block in blocks_of(one)] == [block.blockFormat() for block in blocks_of(other)]


def test_the_end_of_a_long_article_is_reached_before_it_is_built(show_page: Show):
    page = show_page(long_article(300))
    assert not page.page.is_complete
    page.go_to_end(last=True)
    last = page.bounds(Span(len(text_of(page)) - 10, len(text_of(page))))
    assert 0 < last.center().y() < page.viewport().height() * 0.7


def test_a_passage_that_is_not_built_yet_is_revealed_all_the_same(show_page: Show):
    page = show_page(long_article(300))
    span = Span(len(text_of(page)) // 2, len(text_of(page)) // 2 + 5)
    assert page.bounds(span).isNull()
    page.reveal(span)
    assert page.viewport().rect().contains(page.bounds(span).toAlignedRect())


def test_another_size_of_text_keeps_the_words_at_the_top_and_the_selection(show_page: Show, theme: Theme):
    article = long_article(80)
    page = show_page(article, len(article.text) // 3)
    top = page.top()[0]
    page.select(Span(top + 30, top + 60))
    chosen = page.selected_span()
    page.show_again(Displayed(article, Options()), Typesetting(theme, Settings(language="ar", text_size=30)))
    assert page.top()[0] <= top < page.top()[0] + 80
    assert page.selected_span() == chosen


def test_a_narrow_window_narrows_the_column_and_keeps_the_place(show_page: Show):
    article = long_article(80)
    page = show_page(article, len(article.text) // 3)
    top, column = page.top()[0], page.page.column
    page.resize(420, 500)
    assert page.page.column < column
    assert page.page.column <= 420 - 48
    assert abs(page.top()[0] - top) < 90
    assert not page.horizontalScrollBar().isVisible()


def test_the_last_line_can_rise_to_the_middle(show_page: Show):
    page = show_page(long_article(12))
    page.go_to_end(last=True)
    end = page.bounds(Span(len(text_of(page)) - 3, len(text_of(page))))
    assert abs(end.bottom() - page.viewport().height() * 0.6) < 40


def test_a_double_click_selects_the_word_without_its_punctuation(show_page: Show, qtbot):
    page = show_page(article_of("قال: «الكتابُ، هنا»؛ ثم سأل: أين؟"))
    for word in ("الكتابُ", "هنا", "أين"):
        qtbot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point_of(page, word))
        qtbot.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=point_of(page, word))
        assert selected(page) == word


def test_a_third_click_selects_the_paragraph(show_page: Show, qtbot):
    page = show_page(article_of(*SENTENCES))
    at = point_of(page, "المهندسة")
    qtbot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert selected(page) == SENTENCES[1]


def test_a_drag_after_a_double_click_selects_whole_words(show_page: Show, qtbot):
    page = show_page(article_of(*SENTENCES))
    first, last = point_of(page, "الصيادون"), point_of(page, "القديم")
    port = page.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    page.mouseMoveEvent(drag_to(page, last))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
    assert selected(page) == "الصيادون إلى الميناء القديم"


def drag_to(page: UsablePage, point: QPoint):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    at = QPointF(point)
    button = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, at, at, button, button, Qt.KeyboardModifier.NoModifier)


def test_a_drag_selects_to_the_letter_across_paragraphs(show_page: Show, qtbot):
    page = show_page(article_of(*SENTENCES))
    port = page.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=point_of(page, "المنارة"))
    page.mouseMoveEvent(drag_to(page, point_of(page, "الترميم")))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=point_of(page, "الترميم"))
    assert "\n" in selected(page)
    assert "مضاءة.\nوقالت" in selected(page)


def test_copying_gives_the_words_as_written_whatever_the_page_shows(show_page: Show):
    text = "كَتَبَ في 2020-01-05 إلى BBC رقم +962 6 555 1234 ثم سكت 😀"
    page = show_page(article_of(text), options=Options(hide_tashkeel=True, digits=Digits.ARABIC))
    start = text_of(page).index(text)
    assert "٢٠٢٠" in page.toPlainText()
    page.select(Span(start, start + len(text)))
    page.copy()
    assert QGuiApplication.clipboard().text() == text


def test_everything_is_selected_and_copied_without_the_line_of_source_and_date(show_page: Show, qtbot):
    article = long_article(120)
    page = show_page(article, meta="المصدر · 4 دقائق")
    qtbot.keyClick(page, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, "c", Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == article.text


@pytest.mark.parametrize(
    ("key", "moves"),
    [(Qt.Key.Key_Space, True), (Qt.Key.Key_PageDown, True), (Qt.Key.Key_Down, True), (Qt.Key.Key_End, True)],
)
def test_the_keys_of_a_reader_scroll(show_page: Show, qtbot, key: Qt.Key, moves: bool):
    page = show_page(long_article(30))
    page.builder.build_all()
    qtbot.keyClick(page, key)
    assert (page.verticalScrollBar().value() > 0) is moves
    assert not page.has_caret
    qtbot.keyClick(page, Qt.Key.Key_Home)
    assert page.verticalScrollBar().value() == 0


def test_a_turned_page_keeps_two_lines_in_sight(show_page: Show, qtbot):
    page = show_page(long_article(30))
    page.builder.build_all()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.verticalScrollBar().value() == page.viewport().height() - 2 * page.pitch()
    qtbot.keyClick(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.verticalScrollBar().value() == 0


def test_a_selection_is_made_with_the_keyboard_alone_and_put_away_with_escape(show_page: Show, qtbot):
    page = show_page(article_of(*SENTENCES))
    page.setFocus()
    for _ in range(8):
        qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert page.has_caret
    assert selected(page).startswith("عنوان قصير\nعاد الصيادون")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.has_caret
    assert selected(page) == ""


def test_ctrl_and_the_wheel_ask_for_another_size(show_page: Show, qtbot):
    from PySide6.QtGui import QWheelEvent

    page = show_page(article_of(*SENTENCES))
    steps = []
    page.zoom_requested.connect(steps.append)
    for delta in (120, -120):
        event = QWheelEvent(
            QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.viewport(), event)
    assert steps == [1, -1]


def test_lists_quotations_and_footnotes_stand_in_from_the_leading_edge(show_page: Show):
    article = Article(
        title="ع",
        blocks=tuple(
            Block(id=str(number), kind=kind, text="نصّ من كلمات", direction=direction)
            for number, (kind, direction) in enumerate(
                (kind, direction)
                for kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM)
                for direction in Direction
            )
        ),
    )
    page = show_page(article)
    insets = [(block.blockFormat().leftMargin(), block.blockFormat().rightMargin()) for block in blocks_of(page)]
    assert insets == [(0, 0), (0, 0), (0, 20), (20, 0), (0, 32), (32, 0)]
    assert picture(page) != picture(show_page(article_of("نصّ من كلمات")))


def test_an_article_without_text_shows_an_empty_page(show_page: Show):
    page = show_page(Article(title="", blocks=()))
    assert page.top() == (0, 0.0)
    assert page.page.is_complete
    picture(page)


def test_another_version_of_the_text_stands_with_the_same_words_at_the_top(show_page: Show, theme: Theme):
    texts = [f"{number} {SENTENCES[number % 3]}" for number in range(60)]
    page = show_page(article_of(*texts), position=len("\n".join(texts[:30])))
    before, _ = page.top()
    words = page.page.displayed.text[before : before + 20]
    mended = article_of("فقرة جديدة في أوّل المقال.", *texts[:10], *texts[12:])
    page.show_again(Displayed(mended, Options()), Typesetting(theme, Settings(language="ar")))
    after, lowered = page.top()
    assert mended.text[after:].startswith(words)
    assert abs(lowered) < page.viewport().height() / 4


def first_row_with_ink(image: QImage) -> int:
    """Return the uppermost row of a picture that is not all of one colour."""
    rows = (bytes(image.constScanLine(y)) for y in range(image.height()))
    return next(y for y, row in enumerate(rows) if row != row[:4] * image.width())


@pytest.mark.parametrize("font", ["Noto Naskh Arabic", "Amiri", "Noto Sans Arabic"])
@pytest.mark.parametrize("size", [TEXT_SIZES[0], 20, 28, TEXT_SIZES[1]])
def test_no_mark_over_a_letter_is_cut_at_the_pages_top_at_any_size(show_page: Show, size: int, font: str):
    taste = Settings(language="ar", text_size=size, arabic_font=font, width=44)
    page = show_page(article_of(*VERSE, headline="إِنَّ ٱلظِّلَّ لَكُلٍّ أٓلَّهُۥٓ"), taste=taste)
    page.resize(1500, 900)
    block = page.page.block(0)
    with_room = QImage(page.viewport().width(), 600, QImage.Format.Format_RGB32)
    with_room.fill(page.palette().base().color())
    painter = QPainter(with_room)
    painter.setPen(page.palette().text().color())
    block.layout().lineAt(0).draw(painter, page.page.origin(block) + QPointF(0, 200))
    painter.end()
    assert first_row_with_ink(picture(page)) == first_row_with_ink(with_room) - 200 > 0


@pytest.mark.parametrize(("size", "lines"), [(20, 1), (40, 2)])
def test_the_halves_of_verse_stand_side_by_side_or_one_below_the_other(show_page: Show, size: int, lines: int):
    page = show_page(article_of("قال الشاعر:", *VERSE), taste=Settings(language="ar", text_size=size, width=28))
    page.resize(700, 900)
    page.builder.build_all()
    text = text_of(page)
    for number, verse in zip((2, 3), VERSE, strict=True):
        block = page.page.block(number)
        assert block.layout().lineCount() == lines
        assert len(block.text()) == len(verse)
    first, second = (text.index(words) for words in ("كَبَّرُوا", "وَإِنْ"))
    above, below = page.bounds(Span(first, first + 9)), page.bounds(Span(second, second + 6))
    assert (below.top() > above.bottom()) is (lines == 2)
    assert page.page.word_at(page.hit(below.center())).start == second
    page.select(Span(first, second + 6))
    assert selected(page) == text[first : second + 6]
    assert page.createMimeDataFromSelection().text() == text[first : second + 6]
