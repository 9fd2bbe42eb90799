"""Finding words in the open article, with the keys and the mouse of a reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.gui.panes.reading.overlay import Layer
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.theme import Theme, load_theme
from reader.gui.translation import Translation
from reader.settings import Settings
from tests.gui.panes.reading.conftest import article_of, long_article

TEXT = "عاد الكتاب إلى رفّه، ثم قال: كِتابٌ قديم وكتابان وبكتاب آخر. قرأتُ الكُتب كلّها. قال أحمد لأحمد."


@pytest.fixture
def pane(
    page_fonts: None, theme: Theme, settings: Settings, arabic: Translation, qapp: QApplication
) -> Iterator[ReadingPane]:
    pane = ReadingPane(theme, settings)
    pane.resize(720, 560)
    pane.show()
    show(pane, article_of(TEXT))
    yield pane
    pane.close()
    pane.deleteLater()


def show(pane: ReadingPane, article: Article, name: str = "a") -> None:
    pane.show_article(name, article, ArticleState(source="الشاطئ"))
    pane.view.setFocus()


def type_words(pane: ReadingPane, qtbot, words: str) -> None:
    pane.find_words()
    pane.finding.bar.field.clear()
    for letter in words:  # QTest types ASCII alone
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(pane.finding.bar.field, key)


def found(pane: ReadingPane) -> list[str]:
    text = pane.view.page.displayed.text
    return [hit.of(text) for hit in pane.finding.hits]


def current(pane: ReadingPane) -> str:
    return pane.finding.current.of(pane.view.page.displayed.text)


def click(pane: ReadingPane, qtbot, words: str) -> None:
    buttons = [*pane.finding.bar.findChildren(QPushButton), *pane.finding.bar.findChildren(QToolButton)]
    named = {button.text() or button.accessibleName(): button for button in buttons}
    qtbot.mouseClick(named[words], Qt.MouseButton.LeftButton)


def test_words_are_found_while_they_are_typed_without_tashkeel_and_hamza(pane: ReadingPane, qtbot):
    type_words(pane, qtbot, "احمد")
    assert found(pane) == ["أحمد", "أحمد"]
    type_words(pane, qtbot, "كتاب")
    assert found(pane) == ["كتاب", "كِتابٌ", "كتاب", "كتاب"]
    assert len(pane.view.overlay.marks(Layer.HITS)) == 4


def test_whole_words_are_found_behind_their_particles_and_exact_ones_letter_by_letter(pane: ReadingPane, qtbot):
    type_words(pane, qtbot, "كتاب")
    click(pane, qtbot, "كلمات كاملة")
    assert found(pane) == ["كتاب", "كِتابٌ", "كتاب"]
    click(pane, qtbot, "مطابقة حرفية")
    assert found(pane) == ["كتاب", "كتاب"]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("سمكة", "لا نتائج"),
        ("رفّه", "نتيجة واحدة"),
        ("احمد", "1 من نتيجتين"),
        ("كتاب", "1 من 4 نتائج"),
        ("ا", "1 من 17 نتيجةً"),
    ],
)
def test_what_is_found_is_counted_in_the_right_plural(pane: ReadingPane, qtbot, words: str, counted: str):
    type_words(pane, qtbot, words)
    assert pane.finding.bar.counted == counted


def test_enter_goes_on_and_shift_enter_back_round_the_ends(pane: ReadingPane, qtbot):
    type_words(pane, qtbot, "قال")
    field = pane.finding.bar.field
    first, second = pane.finding.hits
    assert pane.finding.current == first
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.finding.current == second
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.finding.current == first
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.finding.current == second
    (shown,) = pane.view.overlay.marks(Layer.HIT)
    assert shown.span == second


def test_a_place_far_below_is_brought_into_sight_and_looking_begins_where_the_reader_is(pane: ReadingPane, qtbot):
    texts = [block.text for block in long_article(120).blocks[1:]]
    show(pane, article_of(*texts[:60], "هنا سفينة قديمة.", *texts[60:], "وهنا سفينة أخرى."), "long")
    type_words(pane, qtbot, "سفينة")
    first, second = pane.finding.hits
    pane.view.builder.build_all()
    pane.view.reveal(first)
    pane.finding.close()
    pane.view.clear_selection()
    pane.find_words()
    qtbot.waitUntil(lambda: pane.finding.current == first)
    qtbot.keyClick(pane.finding.bar.field, Qt.Key.Key_Return)
    box = pane.view.bounds(second)
    assert pane.finding.current == second
    assert 0 <= box.top() < box.bottom() <= pane.view.viewport().height()


def test_the_found_places_are_marked_in_the_scroll_bar(pane: ReadingPane, qtbot):
    texts = [block.text for block in long_article(80).blocks[1:]]
    show(pane, article_of("منارة أولى", *texts, "منارة أخيرة"), "long")
    pane.view.builder.build_all()
    type_words(pane, qtbot, "منارة ا")
    lines = pane.finding.scroll_marks.lines
    height = pane.view.verticalScrollBar().height()
    assert lines[0] < height * 0.1
    assert lines[-1] > height * 0.8


def test_escape_closes_the_bar_and_leaves_the_place_selected(pane: ReadingPane, qtbot):
    type_words(pane, qtbot, "قديم")
    qtbot.keyClick(pane.finding.bar.field, Qt.Key.Key_Escape)
    assert not pane.finding.is_open
    assert pane.view.hasFocus()
    assert not pane.view.is_ringed
    assert pane.view.selected_span().of(pane.view.page.displayed.text) == "قديم"
    assert not pane.view.overlay.marks(Layer.HITS)


def test_what_is_selected_is_what_is_looked_for(pane: ReadingPane, qtbot):
    start = pane.view.page.displayed.text.index("أحمد")
    pane.view.select(type(pane.view.selected_span())(start, start + 4))
    pane.find_words()
    assert pane.finding.bar.words == "أحمد"
    assert found(pane) == ["أحمد", "أحمد"]


def test_the_step_key_opens_the_bar_first_and_another_article_is_searched_anew(pane: ReadingPane, qtbot):
    pane.find_next(1)
    assert pane.finding.is_open
    type_words(pane, qtbot, "قال")
    show(pane, article_of("قال ثم قال ثم قال."), "b")
    assert found(pane) == ["قال"] * 3


def test_hidden_tashkeel_and_other_digits_move_no_found_place(pane: ReadingPane, qtbot):
    show(pane, article_of("قُلْتُ في عامِ ٢٠٢٤ إنّ الكُتُبَ 12 كتابًا."), "b")
    pane.set_settings(Settings(language="ar", tashkeel="hidden", digits="latin"))
    type_words(pane, qtbot, "2024")
    assert found(pane) == ["٢٠٢٤"]
    type_words(pane, qtbot, "الكتب")
    assert found(pane) == ["الكُتُبَ"]


def test_many_places_in_a_book_are_counted_in_slices_and_all_found(pane: ReadingPane, qtbot):
    show(pane, article_of(*["ا" * 40 + " " + "ا" * 40] * 300), "book")
    pane.find_words()
    with qtbot.waitSignal(pane.finding.found, timeout=20_000):
        pane.finding.bar.field.setText("ا")
        qtbot.keyClick(pane.finding.bar.field, Qt.Key.Key_Return)
        assert len(pane.finding.hits) < 24_001
    assert len(pane.finding.hits) == 24_001


def test_the_place_before_the_first_is_the_last_even_while_places_are_still_looked_for(pane: ReadingPane, qtbot):
    show(pane, article_of(*["ا" * 40 + " " + "ا" * 40] * 300), "book")
    pane.find_words()
    pane.finding.bar.field.setText("ا")
    qtbot.keyClick(pane.finding.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.finding.current == pane.finding.hits[-1]
    assert len(pane.finding.hits) == 24_001


def test_the_bar_follows_another_theme_and_names_its_buttons(pane: ReadingPane, qtbot):
    pane.find_words()
    pane.set_theme(load_theme("night"))
    buttons = [*pane.finding.bar.findChildren(QPushButton), *pane.finding.bar.findChildren(QToolButton)]
    assert all(button.text() or button.accessibleName() for button in buttons if button.isVisible())
