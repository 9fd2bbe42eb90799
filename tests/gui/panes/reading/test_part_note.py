from dataclasses import replace

from PySide6.QtCore import QPoint, Qt

from reader.articles.article import HIGHLIGHTS, PART, SUMMARY, Article, Block, BlockKind
from reader.collections.state import ArticleState
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.panes.reading.part_note import PartNote
from reader.settings import Settings
from reader.text.direction import Direction

LINK = Article(title="المنارة تعود", blocks=(), address="https://example.org/harbour")
BLOCK = Block(id="b1", kind=BlockKind.PARAGRAPH, text="عادت المنارة.", direction=Direction.RTL)


def shown(qtbot, theme, article: Article) -> ReadingPane:
    pane = ReadingPane(theme, Settings())
    qtbot.addWidget(pane)
    pane.show_article("a" * 32, article, ArticleState())
    return pane


def test_an_address_says_so_and_can_be_opened(qtbot, theme):
    pane = shown(qtbot, theme, LINK)
    note = pane.findChild(PartNote)
    assert not note.isHidden()
    assert note._title.text() == "المنارة تعود"
    following = pane.view.nextInFocusChain()
    while following.focusPolicy() is Qt.FocusPolicy.NoFocus or following.focusProxy() is not None:
        following = following.nextInFocusChain()
    assert following is note.open_button
    with qtbot.waitSignal(pane.address_chosen) as chosen:
        note.open_button.click()
    assert chosen.args == ["https://example.org/harbour"]


def test_every_part_is_told_from_the_others(qtbot, theme):
    pane = shown(qtbot, theme, LINK)
    note = pane.findChild(PartNote)
    said = [note._words.text()]
    for part in (SUMMARY, HIGHLIGHTS):
        pane.show_article(part * 4, replace(LINK, blocks=(BLOCK,), address="", extra={PART: part}), ArticleState())
        said.append(note._words.text())
        assert note._title.isHidden()
        assert note.open_button.isHidden()
    assert len(set(said)) == 3
    assert all(said)


def test_a_whole_article_and_none_say_nothing(qtbot, theme):
    pane = shown(qtbot, theme, LINK)
    note = pane.findChild(PartNote)
    pane.show_article("b" * 32, replace(LINK, blocks=(BLOCK,)), ArticleState())
    assert note.isHidden()
    pane.show_article("a" * 32, LINK, ArticleState())
    assert not note.isHidden()
    pane.close_article()
    assert note.isHidden()


def test_a_whole_article_makes_no_such_note(qtbot, theme):
    assert shown(qtbot, theme, replace(LINK, blocks=(BLOCK,))).findChild(PartNote) is None


def test_it_stands_over_the_text_whatever_the_width(qtbot, theme):
    pane = shown(qtbot, theme, replace(LINK, blocks=(BLOCK,), extra={PART: SUMMARY}))
    pane.show()
    note, page = pane.findChild(PartNote), pane.view.viewport()
    for width in (700, 1000):
        pane.resize(width, 500)
        left = page.mapTo(pane, QPoint(0, 0)).x()
        qtbot.waitUntil(lambda left=left: left <= note._words.x() < left + 60)
        assert note._words.geometry().right() <= left + page.width()
