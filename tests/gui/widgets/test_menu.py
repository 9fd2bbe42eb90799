from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from reader.gui.widgets.menu import Menu


def test_a_button_does_not_stay_lit_when_its_menu_is_left_by_the_keyboard(qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    menu = Menu(button)
    menu.addAction("افتح")
    button.move(300, 200)
    button.show()
    QCursor.setPos(button.mapToGlobal(button.rect().bottomRight()) + QPoint(200, 100))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.open_under(button)
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not menu.isVisible())
    assert not button.underMouse()
