"""Paths that are written in Qt’s own file dialogs run from left to right, whatever the interface’s language."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget


class PathFields(QObject):
    """Turns the field of each file dialog in which a path is written, as the dialog gets the keyboard.

    WORKAROUND: where the desktop has no dialog of its own, Qt's runs as the interface does, also its paths: in Arabic
    /home/reader reads home/reader/ (seen with Qt 6.11; no report is known). Its static functions hand out no dialog.
    """

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._turn)

    def _turn(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QFileDialog):
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            if isinstance(field, QWidget):
                field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
