"""The open article on paper or as a PDF file: which printer, which file, and what is told meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reader.exporting.file_names import file_name
from reader.gui.dialogs.announcer import Announcer
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.panes.reading.print_job import PrintJob
from reader.gui.panes.reading.printing import Printed, print_pages, use_whole_paper
from reader.gui.theme import load_theme
from reader.settings import Settings


class OnPaper(QObject):
    """Prints what the reading pane shows, with the reader's settings, black on white whatever the theme."""

    def __init__(
        self, pane: ReadingPane, announcer: Announcer, settings: Callable[[], Settings], window: QWidget
    ) -> None:
        super().__init__(window)
        self._pane, self._announcer, self._settings, self._window = pane, announcer, settings, window
        self.job = PrintJob(load_theme("paper"), self)
        self.job.progressed.connect(announcer.tell_printing)
        self.job.printed.connect(announcer.tell_printed)
        self.job.written.connect(announcer.tell_written)
        self.job.failed.connect(announcer.tell_error)
        announcer.cancel_requested.connect(self.job.cancel)

    def save_pdf(self) -> None:
        """Ask for a file, then write the article into it."""
        printed = self._printed()
        if printed is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = str(Path(folder) / f"{file_name(printed.article.title)}.pdf")
        title = QCoreApplication.translate("Actions", "Save as PDF…").rstrip("…")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggested, "PDF (*.pdf)")
        if chosen:
            self.write_pdf(Path(chosen))

    def write_pdf(self, path: Path) -> None:
        """Write the open article into a PDF file."""
        printed = self._printed()
        if printed is not None:
            self.job.write_pdf(path, printed, self._settings())

    def print_article(self) -> None:
        """Open the system's print dialog."""
        printed = self._printed()
        if printed is None:
            return
        printer = _printer(printed)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self.job.print_on(printer, printed, self._settings()))
        QDialog.open(dialog)

    def preview(self) -> None:
        """Open the print preview."""
        printed = self._printed()
        if printed is None:
            return
        printer = _printer(printed)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.paintRequested.connect(lambda paper: self._paint(paper, printed))
        dialog.open()

    def _printed(self) -> Printed | None:
        return self._pane.printed(self.tr("Notes") if self._settings().print_notes else "")

    def _paint(self, printer: QPrinter, printed: Printed) -> None:
        use_whole_paper(printer)
        for _ in print_pages(self.job.pages(printer, printed, self._settings()), printer):
            pass


def _printer(printed: Printed) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(printed.article.title)
    use_whole_paper(printer)
    return printer
