"""Paths in Qt's own file dialogs run from left to right in Arabic too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from reader.gui.path_fields import PathFields


@pytest.mark.parametrize("mode", [QFileDialog.FileMode.Directory, QFileDialog.FileMode.ExistingFiles])
def test_the_field_of_a_dialog_turns_when_it_opens(qtbot, arabic, application, tmp_path, mode):
    keeper = PathFields(application)
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.open()
    dialog.activateWindow()
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    qtbot.waitUntil(lambda: field.layoutDirection() is Qt.LayoutDirection.LeftToRight)

    assert dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
    dialog.close()
    keeper.deleteLater()
