"""What the reader takes out of the library: written in the background, told when it is whole."""

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.exports import Order, Written
from reader.gui.background import Background, Task
from reader.library import Library


class ExportArticles(QObject):
    """`progressed` counts articles; `finished` carries what was written and what went wrong."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._background = library, background

    def export(self, order: Order) -> None:
        """Write an order's files from what lies on disk; what is not there yet is put there before."""
        try:
            self._library.flush()
        except ReaderError as error:
            self.failed.emit(error)
            return
        exports = self._library.exports()

        def work(task: Task) -> Written:
            return exports.write(order, lambda done, total: task.report((done, total)), lambda: task.is_cancelled)

        def progressed(count: tuple[int, int]) -> None:
            if count[1] > 1:
                self.progressed.emit(*count)

        self._background.ask("export", work, self.finished.emit, progressed=progressed)

    def cancel(self) -> None:
        """Stop before the next file; those that are written stay."""
        self._background.cancel("export")
