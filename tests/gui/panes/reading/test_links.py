"""Links and footnotes: shown, told, and followed only when they are clicked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.collections.state import ArticleState
from reader.gui.panes.reading.links import is_opened
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.theme import Theme
from reader.gui.translation import Translation
from reader.gui.widgets.menu import Menu
from reader.settings import Settings
from reader.text.spans import Span
from reader.text.visual import visual
from tests.gui.panes.reading.samples import every_kind

ADDRESS = "https://example.org/report?id=7"


@pytest.fixture
def pane(
    page_fonts: None, theme: Theme, settings: Settings, arabic: Translation, qapp: QApplication
) -> Iterator[ReadingPane]:
    pane = ReadingPane(theme, settings)
    pane.resize(720, 1600)
    pane.show()
    pane.show_article("a", every_kind(), ArticleState())
    pane.view.builder.build_all()
    yield pane
    pane.close()
    pane.deleteLater()


@pytest.fixture
def opened(pane: ReadingPane) -> list[str]:
    heard: list[str] = []
    pane.address_chosen.connect(heard.append)
    return heard


def place_of(pane: ReadingPane, words: str) -> QPoint:
    start = pane.view.page.displayed.text.index(words)
    return pane.view.bounds(Span(start, start + len(words))).center().toPoint()


def click(pane: ReadingPane, qtbot, words: str) -> None:
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, words))


def menu_of(pane: ReadingPane) -> Menu:
    return next(menu for menu in pane.findChildren(Menu) if menu.isVisible())


def test_a_click_on_a_link_offers_to_open_it_and_opens_nothing(pane: ReadingPane, opened: list[str], qtbot):
    click(pane, qtbot, "التقرير الكامل")
    menu = menu_of(pane)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [f"\u2066{ADDRESS}\u2069", "فتح في المتصفّح", "نسخ العنوان"]
    assert not opened
    menu.actions()[2].trigger()
    assert opened == [ADDRESS]
    menu.close()


def test_the_address_of_a_link_can_be_copied(pane: ReadingPane, opened: list[str], qtbot):
    click(pane, qtbot, "التقرير الكامل")
    menu = menu_of(pane)
    menu.actions()[3].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert not opened


def test_ctrl_and_a_click_opens_a_link_at_once(pane: ReadingPane, opened: list[str], qtbot):
    at = place_of(pane, "التقرير الكامل")
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert opened == [ADDRESS]


def test_a_link_tells_where_it_leads_and_a_footnotes_number_the_footnote(pane: ReadingPane):
    assert ADDRESS in pane.view.told_at(QPointF(place_of(pane, "التقرير الكامل")))
    assert "آذار" in pane.view.told_at(QPointF(place_of(pane, "[1]")))
    assert not pane.view.told_at(QPointF(place_of(pane, "خطوات العمل")))


def test_a_footnotes_number_leads_to_the_footnote(pane: ReadingPane, qtbot):
    pane.resize(720, 300)
    pane.scroll_to(Span(pane.view.page.displayed.text.index("[1]"), pane.view.page.displayed.text.index("[1]") + 3))
    click(pane, qtbot, "[1]")
    footnote = pane.view.bounds(Span(*(pane.view.page.displayed.text.index("[1] أُرسل") + n for n in (0, 3))))
    assert 0 <= footnote.top() < pane.view.viewport().height()


@pytest.mark.parametrize(
    ("address", "is_ours"), [("HTTPS://a.b", True), ("mailto:a@b", True), ("javascript:x", False), ("file:///x", False)]
)
def test_only_addresses_of_the_web_and_of_mail_are_opened(address: str, is_ours: bool):
    assert is_opened(address) is is_ours


def test_a_passage_is_copied_for_programs_that_know_no_arabic(pane: ReadingPane):
    text = pane.view.page.displayed.text
    start = text.index("ما الذي تغيّر")
    pane.view.select(Span(start, start + 13))
    told = []
    pane.copied.connect(told.append)
    pane.copy_visual()
    assert told == ["visual"]
    assert QGuiApplication.clipboard().text() == visual("ما الذي تغيّر", pane.view.page.displayed.article.direction)


def test_a_quotation_is_copied_by_its_key_with_headline_source_and_date(pane: ReadingPane):
    text = pane.view.page.displayed.text
    start = text.index("ما الذي تغيّر")
    pane.view.select(Span(start, start + 13))
    pane.copy_quotation()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("«ما الذي تغيّر»\n— منارة الميناء القديم")
    assert copied.endswith("الشاطئ، 21 أكتوبر 2024")


def test_a_quotation_is_of_whole_words_though_half_of_one_was_dragged_over(pane: ReadingPane):
    text = pane.view.page.displayed.text
    start = text.index("ما الذي تغيّر")
    pane.view.select(Span(start + 1, start + 10))
    pane.copy_quotation()
    assert QGuiApplication.clipboard().text().startswith("«ما الذي تغيّر»\n")


def test_it_is_told_how_text_was_copied_and_where_it_was_all_of_the_article(qtbot, pane: ReadingPane):
    told = []
    pane.copied.connect(told.append)
    qtbot.keyClick(pane.view, "c", Qt.KeyboardModifier.ControlModifier)
    assert not told  # nothing is selected, and nothing was copied
    pane.copy_quotation()
    pane.copy_visual()
    pane.view.select(Span(0, 5))
    qtbot.keyClick(pane.view, "c", Qt.KeyboardModifier.ControlModifier)
    assert told == ["all_quotation", "all_visual", "text"]
