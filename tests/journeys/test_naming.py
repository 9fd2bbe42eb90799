import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

CONTROL = Qt.KeyboardModifier.ControlModifier
NEW_NAME = "Nada Khoury"


def people(hands) -> dict[str, tuple[str, ...]]:
    """Return who the sidebar shows, with their other names."""
    return {each.name: each.aliases for each in hands.panes.entities._entities if each.kind == "person"}


def go_to(hands, name: str) -> None:
    """Click a name's row."""
    pane = hands.panes.entities
    key = next(each.key for each in pane._entities if each.name == name)
    index = pane._model.index(pane._model.unfold_to(key))
    pane.view.scrollTo(index)
    hands.click_in(pane.view.viewport(), pane.view.visualRect(index).center())
    pane.view.setFocus()
    hands.wait_for(pane.view.hasFocus)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_name_is_changed_merged_and_hidden_and_all_of_it_is_found_again(start, language):
    hands = start(language)
    hands.open_sample()
    hands.window.show_sidebar("entities")
    hands.wait_for(lambda: len(people(hands)) > 3)
    first, second, third = list(people(hands))[:3]

    go_to(hands, first)
    hands.press(Qt.Key.Key_F2)
    hands.write(NEW_NAME)
    hands.press(Qt.Key.Key_Return)
    assert first in people(hands)[NEW_NAME]

    go_to(hands, second)
    hands.press(Qt.Key.Key_Space)
    hands.click(hands.program.reader.naming.card.findChild(QPushButton, "wish_merge"))
    dialog = next(each for each in hands.window.findChildren(QDialog) if each.isVisible())
    hands.wait_for(lambda: QApplication.focusWidget() is dialog.words)
    hands.write(NEW_NAME)
    assert dialog.list.count() == 1
    hands.click(dialog.findChild(QPushButton, "accept"))
    hands.window.activateWindow()  # what a window manager does when a dialog closes
    (merged,) = [name for name, aliases in people(hands).items() if second in (name, *aliases)]
    assert {first, second, NEW_NAME} <= {merged, *people(hands)[merged]}

    go_to(hands, third)
    hands.press(Qt.Key.Key_Delete)
    assert third not in people(hands)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert third in people(hands)
    hands.press(Qt.Key.Key_Delete)
    left = people(hands)
    start.stop(hands)

    again = start(language)
    again.window.show_sidebar("entities")
    again.wait_for(lambda: people(again))
    assert people(again) == left
