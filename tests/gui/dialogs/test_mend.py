"""The dialog that mends an article, used as a reader would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.articles import mending
from reader.articles.article import Block, BlockKind
from reader.gui.dialogs.mend import MendDialog
from reader.text.direction import Direction
from tests.gui.conftest import PARAGRAPHS, article


@pytest.fixture
def dialog(qtbot, arabic, theme, formatter):
    imported = article("عودة الصيادين", [*PARAGRAPHS, "شارك المقال"], source="الساحل", published="2024-10-21")
    dialog = MendDialog(mending.begin(imported.article), theme, formatter)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog, *rows):
    dialog.blocks.clearSelection()
    for row in rows:
        dialog.blocks.topLevelItem(row).setSelected(True)
        if row == rows[0]:
            dialog.blocks.setCurrentItem(dialog.blocks.topLevelItem(row))
    for row in rows:
        dialog.blocks.topLevelItem(row).setSelected(True)


def shown(dialog):
    return [block.text for block in dialog.draft.blocks if block.id not in dialog.draft.removed]


def test_the_facts_are_mended_in_their_fields(qtbot, dialog):
    dialog.title.setText("الصيادون  يعودون")
    dialog.authors.setText("هند، سلمى")
    dialog.source.setText("جريدة الميناء")
    dialog.date.setText("3 آذار 2023")
    with qtbot.waitSignal(dialog.mended) as signal:
        dialog.save_button.click()
    draft = signal.args[0]
    assert (draft.title, draft.authors, draft.source) == ("الصيادون يعودون", ("هند", "سلمى"), "جريدة الميناء")
    assert (draft.published.iso, draft.published.written) == ("2023-03-03", "3 آذار 2023")


def test_what_is_no_date_is_said_and_not_saved(dialog):
    dialog.date.setText("قريبًا")
    assert dialog.date_hint.text() == "لم يُفهم هذا تاريخًا"
    assert not dialog.save_button.isEnabled()
    dialog.date.clear()
    assert dialog.save_button.isEnabled()
    assert dialog.draft.published is None


def test_a_paragraph_is_removed_by_key_and_comes_back_by_undo(dialog):
    choose(dialog, 3)
    QTest.keyClick(dialog.blocks, Qt.Key.Key_Delete)
    assert "شارك المقال" not in shown(dialog)
    assert dialog.remove_button.text() == "استعادة"
    QTest.keyClick(dialog.blocks, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "شارك المقال" in shown(dialog)


def test_kind_and_direction_of_the_chosen_change(dialog):
    choose(dialog, 1, 2)
    dialog.kind.menu().actions()[mending.CHANGEABLE.index(BlockKind.QUOTATION)].trigger()
    dialog.direction.menu().actions()[2].trigger()
    kinds = [(block.kind, block.direction) for block in dialog.draft.blocks]
    assert kinds[1:3] == [(BlockKind.QUOTATION, Direction.LTR)] * 2
    assert kinds[3] == (BlockKind.PARAGRAPH, Direction.RTL)


def test_chosen_paragraphs_become_one_and_the_cursor_parts_them_again(dialog):
    choose(dialog, 1, 2, 3)
    dialog.merge_button.click()
    assert shown(dialog)[1:] == [f"{PARAGRAPHS[0]} {PARAGRAPHS[1]} شارك المقال"]
    choose(dialog, 1)
    cursor = dialog.whole.textCursor()
    cursor.setPosition(len(PARAGRAPHS[0]))
    dialog.whole.setTextCursor(cursor)
    dialog.split_button.click()
    assert shown(dialog)[1:] == [PARAGRAPHS[0], f"{PARAGRAPHS[1]} شارك المقال"]


def test_a_cursor_behind_letters_of_two_units_parts_where_it_stands(qtbot, english, theme, formatter):
    text = "😀😀 then words"
    imported = article("title", [text])
    dialog = MendDialog(mending.begin(imported.article), theme, formatter)
    qtbot.addWidget(dialog)
    choose(dialog, 1)
    cursor = dialog.whole.textCursor()
    cursor.setPosition(4)
    dialog.whole.setTextCursor(cursor)
    dialog.split()
    assert shown(dialog)[1:] == ["😀😀", "then words"]


def test_a_picture_is_left_alone(qtbot, arabic, theme, formatter):
    picture = Block(id="b9", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image="0" * 64)
    draft = mending.Draft("عنوان", (), None, "", (picture,))
    dialog = MendDialog(draft, theme, formatter)
    qtbot.addWidget(dialog)
    assert not dialog.kind.isEnabled()
    assert not dialog.merge_button.isEnabled()
    assert dialog.remove_button.isEnabled()
