from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from reader.annotations.highlight import COLOURS, Highlight, PlacedHighlight, Status
from reader.articles.article import Article, WrittenDate
from reader.collections.state import ArticleState
from reader.entities.entity import Entity, Kind, Mention
from reader.gui.panes.reading.overlay import Layer
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.panes.reading.swatch import Swatch
from reader.gui.theme import DRAWN, Theme, load_theme
from reader.gui.translation import Translation
from reader.settings import Settings
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import SENTENCES, article_of, long_article

ARTICLE = article_of(*SENTENCES)


def highlight(
    words: str, colour: str = "yellow", mark: str = "", article: Article = ARTICLE, note: str = ""
) -> PlacedHighlight:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    made = Highlight(
        id=mark or words,
        article="a",
        version="v",
        block="b",
        span=span,
        quote=words,
        prefix="",
        suffix="",
        colour=colour,
        notes=(note,) if note else (),
    )
    return PlacedHighlight(made, span, Status.FIXED)


@pytest.fixture
def pane(
    page_fonts: None, theme: Theme, settings: Settings, arabic: Translation, qapp: QApplication
) -> Iterator[ReadingPane]:
    pane = ReadingPane(theme, settings)
    pane.resize(720, 560)
    pane.show()
    pane.show_article("a", ARTICLE, ArticleState(source="الشاطئ"))
    pane.view.setFocus()
    yield pane
    pane.close()
    pane.deleteLater()


@pytest.fixture
def wishes(pane: ReadingPane) -> list[tuple]:
    """Everything the pane wishes, in order, as (name, values…)."""
    heard: list[tuple] = []
    for name in (
        "highlight_requested",
        "highlight_chosen",
        "note_requested",
        "recolour_requested",
        "remove_requested",
        "entity_requested",
        "add_source_requested",
        "decline_source_requested",
    ):
        getattr(pane, name).connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def select(pane: ReadingPane, words: str) -> Span:
    start = pane.view.page.displayed.text.index(words)
    span = Span(start, start + len(words))
    pane.view.select(span)
    pane.view.selected.emit()
    return span


def click(pane: ReadingPane, words: str, qtbot) -> None:
    start = pane.view.page.displayed.text.index(words)
    at = pane.view.bounds(Span(start, start + len(words))).center().toPoint()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def bar_of(pane: ReadingPane) -> QWidget:
    return pane.marking.bar


def press_text(pane: ReadingPane, key: Qt.Key, text: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(pane.view, event)


@pytest.mark.parametrize(("text", "colour"), [*zip("12345", COLOURS, strict=True), *zip("١٢٣٤٥", COLOURS, strict=True)])
def test_a_digit_highlights_what_is_selected_in_its_colour(
    pane: ReadingPane, wishes: list[tuple], text: str, colour: str
):
    span = select(pane, "الميناء القديم")
    press_text(pane, Qt.Key.Key_unknown, text)
    assert wishes == [("highlight_requested", span, colour, False)]
    assert not pane.view.textCursor().hasSelection()
    assert bar_of(pane).isHidden()


def test_a_highlight_takes_whole_words_without_punctuation(pane: ReadingPane, wishes: list[tuple], qtbot):
    select(pane, "يناء القديم بعد عشرين عامًا، وو")
    qtbot.keyClick(pane.view, "3")
    ((_, span, *_),) = wishes
    assert span.of(ARTICLE.text) == "الميناء القديم بعد عشرين عامًا، ووجدوا"
    select(pane, "عامًا،")
    qtbot.keyClick(pane.view, "3")
    assert wishes[1][1].of(ARTICLE.text) == "عامًا"


def test_with_alt_a_highlight_is_exactly_what_was_selected(pane: ReadingPane, wishes: list[tuple], qtbot):
    span = select(pane, "يناء")
    qtbot.keyClick(pane.view, "2", Qt.KeyboardModifier.AltModifier)
    assert wishes == [("highlight_requested", span, "green", False)]


@pytest.mark.parametrize("text", ["n", "N", "ى"])
def test_the_key_for_a_note_works_on_an_arabic_layout_too(pane: ReadingPane, wishes: list[tuple], text: str):
    span = select(pane, "المنارة")
    press_text(pane, Qt.Key.Key_unknown, text)
    assert wishes == [("highlight_requested", span, "yellow", True)]


def test_the_bar_stands_at_the_selection_inside_the_pane_and_goes_with_it(pane: ReadingPane, qtbot):
    select(pane, "المهندسة")
    bar = bar_of(pane)
    assert bar.isVisible()
    assert pane.rect().contains(bar.geometry())
    box = pane.view.bounds(pane.view.selected_span()).translated(
        QPointF(pane.view.viewport().mapTo(pane, QPoint(0, 0)))
    )
    assert not bar.geometry().intersects(box.toAlignedRect())
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not pane.view.textCursor().hasSelection()


def test_every_button_of_the_bar_has_a_name(pane: ReadingPane):
    select(pane, "المهندسة")
    buttons = bar_of(pane).findChildren(Swatch) + bar_of(pane).findChildren(QToolButton)
    assert len(buttons) == 11
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    assert len({button.accessibleName() for button in buttons}) == 11


def test_a_click_on_a_colour_highlights_and_the_colour_is_kept_for_the_next_note(
    pane: ReadingPane, wishes: list[tuple], qtbot
):
    span = select(pane, "الترميم")
    qtbot.mouseClick(bar_of(pane).findChildren(Swatch)[3], Qt.MouseButton.LeftButton)
    assert wishes == [("highlight_requested", span, "pink", False)]
    span = select(pane, "الربيع")
    qtbot.keyClick(pane.view, "n")
    assert wishes[1] == ("highlight_requested", span, "pink", True)


def test_a_click_on_a_highlight_offers_to_change_it(pane: ReadingPane, wishes: list[tuple], qtbot):
    pane.show_highlights([highlight("الميناء القديم", "blue", "m1")])
    click(pane, "القديم", qtbot)
    assert wishes == [("highlight_chosen", "m1")]
    assert [swatch.colour for swatch in bar_of(pane).findChildren(Swatch) if swatch.isChecked()] == ["blue"]
    qtbot.keyClick(pane.view, "5")
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert wishes[1:] == [("recolour_requested", "m1", "violet"), ("remove_requested", ["m1"])]
    assert bar_of(pane).isHidden()


def test_the_note_of_a_highlight_is_asked_for(pane: ReadingPane, wishes: list[tuple], qtbot):
    pane.show_highlights([highlight("الميناء القديم", "blue", "m1")])
    click(pane, "القديم", qtbot)
    qtbot.keyClick(pane.view, "n")
    assert wishes[-1] == ("note_requested", "m1")


def test_a_recoloured_highlight_keeps_its_bar_and_a_removed_one_closes_it(pane: ReadingPane, qtbot):
    pane.show_highlights([highlight("الميناء القديم", "blue", "m1")])
    click(pane, "القديم", qtbot)
    pane.show_highlights([highlight("الميناء القديم", "green", "m1")])
    assert [swatch.colour for swatch in bar_of(pane).findChildren(Swatch) if swatch.isChecked()] == ["green"]
    pane.show_highlights([])
    assert bar_of(pane).isHidden()


def test_a_stack_of_highlights_offers_each(pane: ReadingPane, wishes: list[tuple], qtbot):
    pane.show_highlights(
        [highlight("الصيادون إلى الميناء القديم", "green", "long"), highlight("الميناء", "pink", "short")]
    )
    click(pane, "الميناء", qtbot)
    assert wishes == [("highlight_chosen", "short")]
    choices = [button for button in bar_of(pane).findChildren(QToolButton) if button.text()]
    assert [button.text() for button in choices] == ["الميناء", "الصيادون إلى الميناء القديم"]
    qtbot.mouseClick(choices[1], Qt.MouseButton.LeftButton)
    assert wishes[-1] == ("highlight_chosen", "long")
    qtbot.keyClick(pane.view, "1")
    assert wishes[-1] == ("recolour_requested", "long", "yellow")


def test_delete_removes_the_highlight_under_the_caret(pane: ReadingPane, wishes: list[tuple], qtbot):
    pane.show_highlights([highlight("عاد الصيادون", "blue", "m1")])
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert wishes == []
    start = ARTICLE.text.index("الصيادون")
    pane.view.setTextCursor(pane.view.page.cursor_at(pane.view.page.position(pane.view.page.displayed.to_place(start))))
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert wishes == [("remove_requested", ["m1"])]


def test_keys_that_mark_do_nothing_where_nothing_is_selected(pane: ReadingPane, wishes: list[tuple], qtbot):
    for key in ("1", "n", Qt.Key.Key_Delete):
        qtbot.keyClick(pane.view, key)
    assert wishes == []


def test_delete_in_the_page_is_no_shortcut_of_the_window(pane: ReadingPane):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(pane.view, event)
    assert event.isAccepted()


def test_names_are_underlined_thinly_and_a_click_on_one_says_where(pane: ReadingPane, wishes: list[tuple], qtbot):
    start = ARTICLE.text.index("Harbour News")
    mention = Mention(Span(start, start + 12), Kind.ORGANISATION, "Harbour News")
    entity = Entity(key="o:harbour news", kind=Kind.ORGANISATION, name="Harbour News", mentions=(mention,))
    pane.show_mentions((entity,), "")
    (mark,) = pane.view.overlay.marks(Layer.MENTIONS)
    assert (mark.look.wash, mark.look.width) == (None, 1)
    click(pane, "Harbour", qtbot)
    assert wishes == [("entity_requested", mention.span)]
    pane.show_mentions((entity,), entity.key)
    (mark,) = pane.view.overlay.marks(Layer.MENTIONS)
    assert mark.look.wash is not None
    assert mark.look.width == 2
    pane.show_mentions((), "")
    assert pane.view.overlay.marks(Layer.MENTIONS) == ()


def test_a_copied_quotation_names_headline_source_and_date_without_signs_of_direction(pane: ReadingPane, qtbot):
    dated = Article(title=ARTICLE.title, blocks=ARTICLE.blocks, published=WrittenDate("2025-03-09"), language="ar")
    pane.show_article("b", dated, ArticleState(source="الشاطئ"))
    select(pane, "عاد الصيادون")
    bar = bar_of(pane)
    qtbot.mouseClick(bar.findChild(QToolButton, "quote"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == "«عاد الصيادون»\n— عنوان قصير، الشاطئ، 9 مارس 2025"


def meta_of(pane: ReadingPane) -> str:
    return next(paragraph.text for paragraph in pane.view.page.displayed.paragraphs if paragraph.block is None)


def test_what_is_not_known_is_left_out_under_the_headline_with_no_lonely_separator(pane: ReadingPane):
    pane.show_article("b", ARTICLE, ArticleState())
    assert "·" not in meta_of(pane)
    pane.show_article("c", ARTICLE, ArticleState(source="الشاطئ"))
    assert meta_of(pane).count("·") == 1


def test_a_missing_source_is_offered_quietly_until_it_is_declined(pane: ReadingPane, wishes: list[tuple], qtbot):
    assert pane._offer is None
    pane.show_article("b", ARTICLE, ArticleState())
    assert pane._offer.isVisible()
    qtbot.mouseClick(pane._offer.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane._offer.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert [name for name, *_ in wishes] == ["add_source_requested", "decline_source_requested"]
    pane.show_article("b", ARTICLE, ArticleState(source_declined=True))
    assert pane._offer.isHidden()


def test_the_same_article_shown_again_stays_where_it_is(pane: ReadingPane):
    article = long_article(60)
    pane.show_article("long", article, ArticleState(position=len(article.text) // 2))
    before = pane.position()
    assert before > 0
    pane.show_article("long", article, ArticleState(position=0, source="الشاطئ"))
    assert pane.position() == before


def test_the_place_is_told_when_the_page_rests(pane: ReadingPane, qtbot):
    pane.show_article("long", long_article(60), ArticleState())
    with qtbot.waitSignal(pane.position_changed) as told:
        pane.scroll_by(900)
    assert told.args == ["long", pane.position()]


def test_the_place_is_told_before_another_article_opens_or_the_page_goes(pane: ReadingPane):
    told: list[tuple[str, int]] = []
    pane.position_changed.connect(lambda *values: told.append(values))
    pane.show_article("long", long_article(60), ArticleState())
    pane.view.builder.build_all()
    pane.scroll_by(900)
    left = pane.position()
    pane.show_article("other", ARTICLE, ArticleState(source="الشاطئ"))
    assert told == [("long", left)]
    pane.show_article("long", long_article(60), ArticleState(position=left))
    pane.view.builder.build_all()
    pane.scroll_by(300)
    further = pane.position()
    pane.close_article()
    assert told == [("long", left), ("long", further)]


def test_notes_are_anchored_at_the_lines_of_their_passages_and_follow_the_page(pane: ReadingPane):
    article = long_article(60)
    pane.show_article("long", article, ArticleState())
    pane.view.builder.build_all()
    marks = [highlight(SENTENCES[0], mark="first", article=article)]
    pane.show_highlights(marks)
    heard = []
    pane.layout_changed.connect(lambda: heard.append(pane.note_anchors()["first"]))
    top = pane.note_anchors()["first"]
    assert top == pane.view.bounds(marks[0].span).top() + pane.view.viewport().mapTo(pane, QPoint(0, 0)).y()
    pane.scroll_by(50)
    assert heard[-1] == top - 50


def test_another_theme_changes_colours_and_nothing_else(pane: ReadingPane):
    pane.show_highlights([highlight("الميناء القديم", "blue", "m1")])
    anchors, position = pane.note_anchors(), pane.position()
    pictures = set()
    for name in DRAWN:
        pane.set_theme(load_theme(name))
        assert (pane.note_anchors(), pane.position()) == (anchors, position)
        pictures.add(bytes(pane.grab().toImage().constBits()))
    assert len(pictures) == len(DRAWN)


def test_hiding_tashkeel_and_changing_digits_move_no_highlight(pane: ReadingPane):
    article = article_of("قَالَ ٱلْكَاتِبُ إِنَّ 1200 كِتَابٍ وَصَلَتْ")
    pane.show_article("b", article, ArticleState())
    mark = highlight("كِتَابٍ", article=article)
    pane.show_highlights([mark])
    pane.set_settings(Settings(language="ar", tashkeel="hidden", digits="arabic"))
    shown = pane.view.page.displayed.paragraphs[-1].text
    assert "كتاب" in shown
    assert "١٢٠٠" in shown
    pane.view.select(mark.span)
    assert pane.view.textCursor().selectedText() == "كتاب"


def test_a_widget_beside_the_column_leaves_the_scroll_bar_at_the_edge(pane: ReadingPane):
    pane.resize(1000, 560)
    beside = QWidget()
    pane.set_beside(beside, 208)
    page = pane.view.viewport().geometry()
    assert beside.geometry().right() + 1 == page.left()
    assert beside.width() == 208
    assert abs(beside.geometry().left() - (pane.width() - 1 - page.right())) <= 1


def test_closing_the_article_leaves_an_empty_page(pane: ReadingPane, wishes: list[tuple]):
    pane.close_article()
    assert pane.view.toPlainText() == ""
    assert pane.position() == 0
    assert pane.note_anchors() == {}
    pane.grab()


def test_a_page_that_is_set_anew_while_it_is_scrolled_tells_nothing_before_it_stands(pane: ReadingPane, qapp):
    article = long_article(40)
    pane.show_article("b", article, ArticleState(source="الشاطئ"))
    pane.show_highlights([highlight("عاد الصيادون", mark="m", article=article)])
    anchors = []
    pane.layout_changed.connect(lambda: anchors.append(pane.note_anchors()))
    bar = pane.view.verticalScrollBar()
    for size in (14, 32, 22):
        bar.setValue(bar.maximum() // 2)
        pane.set_settings(Settings(language="ar", text_size=size))
        pane.resize(400 + 10 * size, 560)
        qapp.processEvents()
    assert anchors
    assert all(set(each) <= {"m"} for each in anchors)
