"""The open article on paper or as a PDF file: which printer, which file, and what is told meanwhile."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog

from reader.exporting.file_names import file_name
from reader.gui.dialogs.print_preview import PrintPreview
from reader.gui.panes.reading.print_job import PrintJob
from reader.gui.panes.reading.printing import PaperPages, Printed, use_whole_paper
from reader.gui.parts import Parts
from reader.gui.theme import load_theme
from reader.settings import Settings


class OnPaper(QObject):
    """Prints what the reading pane shows, with the reader's settings, black on white whatever the theme."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts, announcer = parts, parts.announcer
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
        chosen, _ = QFileDialog.getSaveFileName(self._parts.window, title, suggested, "PDF (*.pdf)")
        if chosen:
            self.write_pdf(Path(chosen))

    def write_pdf(self, path: Path) -> None:
        """Write the open article into a PDF file."""
        printed = self._printed()
        if printed is not None:
            self.job.write_pdf(path, printed, self._settings)

    def print_article(self) -> None:
        """Open the system's print dialog."""
        printed = self._printed()
        if printed is None:
            return
        printer = _printer(printed)
        dialog = QPrintDialog(printer, self._parts.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for box in dialog.findChildren(QDialogButtonBox):
            for button in box.buttons():
                button.setIcon(QIcon())
        dialog.accepted.connect(lambda: self.job.print_on(printer, printed, self._settings))
        QDialog.open(dialog)

    def preview(self) -> None:
        """Open the print preview."""
        printed = self._printed()
        if printed is None:
            return
        parts, notes = self._parts, self._settings.print_notes
        paper = _printer(printed)

        def lay_out() -> PaperPages:
            return self.job.pages(paper, self._printed() or printed, self._settings)

        dialog = PrintPreview(lay_out, parts.theme, parts.formatter, notes=notes, parent=parts.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.notes_chosen.connect(parts.actions["print_notes"].trigger)
        dialog.print_requested.connect(self.print_article)
        dialog.pdf_requested.connect(self.save_pdf)
        dialog.open()

    @property
    def _settings(self) -> Settings:
        return self._parts.settings.settings

    def _printed(self) -> Printed | None:
        return self._parts.panes.reading.printed(self.tr("Notes") if self._settings.print_notes else "")


def _printer(printed: Printed) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(printed.article.title)
    use_whole_paper(printer)
    return printer
