"""The one place where the library's news becomes Qt signals."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from reader import changes
from reader.library import Library

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1
"""Windows are painted at LowEventPriority."""


class QueuedCalls(QObject):
    """Brings calls from other threads to the window's: `post` may be called from any thread."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._waiting: deque[Callable[[], None]] = deque()

    def post(self, callback: Callable[[], None]) -> None:
        """Call `callback` on the window's thread, soon."""
        self._posted.emit(callback)

    def post_later(self, callback: Callable[[], None]) -> None:
        """Call `callback` on the window's thread once what has changed so far is painted."""
        self._waiting.append(callback)
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _AFTER_PAINTING)

    def customEvent(self, _event: QEvent) -> None:
        """Make the call that is due."""
        self._waiting.popleft()()

    def _call(self, callback: Callable[[], None]) -> None:
        callback()


class LibraryBridge(QObject):
    """Says as signals what the library announces; each carries the ids of what changed, as its change does."""

    articles_added = Signal(tuple)
    articles_changed = Signal(tuple)
    marks_changed = Signal(str)
    entities_changed = Signal(str)
    decisions_changed = Signal()
    collections_changed = Signal()
    undo_changed = Signal(str, str)
    saved = Signal()
    not_saved = Signal(object)
    file_unreadable = Signal(object, object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = library.on_change(self._announce)

    def close(self) -> None:
        """Listen no longer."""
        self._stop()

    def _announce(self, change: changes.Change) -> None:
        match change:
            case changes.ArticlesAdded(ids):
                self.articles_added.emit(ids)
            case changes.ArticlesChanged(ids):
                self.articles_changed.emit(ids)
            case changes.MarksChanged(article):
                self.marks_changed.emit(article)
            case changes.EntitiesChanged(article):
                self.entities_changed.emit(article)
            case changes.DecisionsChanged() | changes.CollectionsChanged():
                is_about_names = isinstance(change, changes.DecisionsChanged)
                (self.decisions_changed if is_about_names else self.collections_changed).emit()
            case changes.UndoChanged(undo, redo):
                self.undo_changed.emit(undo, redo)
            case changes.Saved():
                self.saved.emit()
            case changes.NotSaved(error):
                self.not_saved.emit(error)
            case changes.FileUnreadable(path, error):
                self.file_unreadable.emit(path, error)
