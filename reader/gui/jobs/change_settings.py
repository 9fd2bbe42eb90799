"""Changing the reader's settings: at once for all who show them, and kept on disk."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.settings import Settings, SettingsFile, stepped_size
from reader.store.disk import describe

KEPT_AFTER_MS = 400


class ChangeSettings(QObject):
    """Owns the settings of this run. A burst of changes is written once."""

    changed = Signal(object, object)
    not_kept = Signal(object)

    def __init__(self, file: SettingsFile | None, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings = settings
        self._later = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._later.timeout.connect(self.keep)

    def change(self, name: str, value: Any) -> None:
        """Change one setting by its name. `changed` gives the settings before and after."""
        before = self.settings
        self.settings = replace(before, **{name: value})
        if self.settings != before:
            self._later.start()
            self.changed.emit(before, self.settings)

    def step_text_size(self, way: int) -> None:
        """Make the page's text one step larger for 1, smaller for −1; 0 gives the original size back."""
        size = stepped_size(self.settings.text_size, way) if way else Settings().text_size
        self.change("text_size", size)

    def keep(self) -> None:
        """Write the settings now."""
        self._later.stop()
        if self._file is None:
            return
        try:
            self._file.save(self.settings)
        except OSError as error:
            self.not_kept.emit(describe(error, self._file.path))
