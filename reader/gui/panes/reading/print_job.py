"""Printing page by page while the window goes on living: to a printer, or into a PDF file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from reader.exporting.pdf_text import Word, with_text
from reader.gui.panes.reading.printing import PaperPages, Printed, paper_size, pdf_printer, print_pages, use_whole_paper
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.store.disk import Disk, describe, write_whole

MOST_PAGES = 9_999
"""What a printer's dialog means by its last page."""


class PrintJob(QObject):
    """One print at a time; another one waits its turn. `progressed` counts pages; `written` names a PDF file."""

    progressed = Signal(int, int)
    printed = Signal()
    written = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: list[Callable[[], Iterator[tuple[int, int]]]] = []
        self._pages: Iterator[tuple[int, int]] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return self._pages is not None

    def write_pdf(self, path: Path, printed: Printed, settings: Settings, like: QPrinter | None = None) -> None:
        """Write a PDF file whose text can be selected; one of that name is replaced when the new one is whole.

        It has all pages on A4, or those and on such paper as `like` is set up for.
        """
        self._begin(lambda: self._written(path, printed, settings, like))

    def print_on(self, printer: QPrinter, printed: Printed, settings: Settings) -> None:
        """Print on a printer as its dialog has set it up; what goes into a PDF file has text that can be selected."""
        if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
            self.write_pdf(Path(printer.outputFileName()), printed, settings, printer)
        else:
            self._begin(lambda: self._printed(printer, printed, settings))

    def pages(self, printer: QPrinter, printed: Printed, settings: Settings) -> PaperPages:
        """Return an article laid out for a printer's paper."""
        return PaperPages(printed, self._theme, settings, paper_size(printer))

    def cancel(self) -> None:
        """Stop; a file that is not whole is not kept."""
        self._waiting.clear()
        self._timer.stop()
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()  # type: ignore[attr-defined]

    def _begin(self, make: Callable[[], Iterator[tuple[int, int]]]) -> None:
        self._waiting.append(make)
        self._timer.start()

    def _go_on(self) -> None:
        if self._pages is None:
            if not self._waiting:
                self._timer.stop()
                return
            self._pages = self._waiting.pop(0)()
        try:
            self.progressed.emit(*next(self._pages))
        except StopIteration:
            self._pages = None
        except OSError as error:
            self._pages = None
            self.failed.emit(describe(error, Path(str(error.filename or ""))))

    def _written(
        self, path: Path, printed: Printed, settings: Settings, like: QPrinter | None
    ) -> Iterator[tuple[int, int]]:
        with TemporaryDirectory(prefix="hamish-") as folder:
            draft = Path(folder) / "article.pdf"
            printer = pdf_printer(str(draft), printed.article.title)
            if like is not None:
                printer.setPageSize(like.pageLayout().pageSize())
                printer.setPageOrientation(like.pageLayout().orientation())
            pages = self.pages(printer, printed, settings)
            wanted = _wanted(like or printer, pages)
            words: list[list[Word]] = []
            for page in print_pages(pages, printer, wanted):
                words.append(page)
                yield len(words), len(wanted)
            write_whole(Disk(), {path: with_text(draft.read_bytes(), words)})
        self.written.emit(str(path))

    def _printed(self, printer: QPrinter, printed: Printed, settings: Settings) -> Iterator[tuple[int, int]]:
        use_whole_paper(printer)
        pages = self.pages(printer, printed, settings)
        wanted = _wanted(printer, pages)
        for done, _ in enumerate(print_pages(pages, printer, wanted), start=1):
            yield done, len(wanted)
        self.printed.emit()


def _wanted(printer: QPrinter, pages: PaperPages) -> range:
    """Return which pages a printer's dialog asks for, counted from 0."""
    first, last = max(printer.fromPage(), 1), printer.toPage() or MOST_PAGES
    return range(first - 1, min(last, pages.count))
