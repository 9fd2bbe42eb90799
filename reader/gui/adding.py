"""What the window does about adding articles: where they come from, and the report of what became of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader import resources
from reader.gui.dialogs.choosing_files import choose_files
from reader.gui.dialogs.import_report import ADDED, DUPLICATE, ImportReportDialog, ReportLine
from reader.gui.jobs.import_files import Line, local_files, pasted
from reader.gui.jobs.watch_folder import WatchFolder
from reader.gui.parts import Parts
from reader.library import Library
from reader.settings import Settings
from reader.store.disk import Disk, describe, write_whole

_MANY = 1000
"""Articles from which on their step of undo is made in a turn of its own: of 10,000 it takes three frames."""


class Adding(QObject):
    """Joins what adds articles to the rest of one window. `article_requested` asks for one to be opened."""

    article_requested = Signal(str)

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self._lines: tuple[Line, ...] = ()
        self._reported: tuple[Line, ...] = ()
        self._is_stopping = False
        self.watch = WatchFolder(library.places.state / "watched.json", parts.background, self)
        self._wire()

    def settle(self) -> None:
        """Begin to watch the folder that the settings name."""
        folder = self._parts.settings.settings.watched_folder
        if folder:
            self.watch.watch(Path(folder))

    def take_in(self, data: QMimeData) -> None:
        """Add what was dropped or pasted: files, else text."""
        files = local_files(data)
        if files:
            self._parts.import_files.import_paths(files)
        else:
            self._parts.import_files.import_pasted(pasted(data))

    def save_report(self, text: str, path: Path) -> None:
        """Write the report into a file."""
        try:
            write_whole(Disk(), {path: text.encode()})
        except OSError as error:
            self._parts.announcer.tell_error(describe(error, path))
        else:
            self._parts.announcer.tell_written(str(path))

    def _wire(self) -> None:
        parts, announcer, job = self._parts, self._parts.announcer, self._parts.import_files
        job.progressed.connect(announcer.tell_importing)
        job.finished.connect(self._show_imported)
        job.kept_both.connect(self._show_kept)
        job.failed.connect(parts.background.failed)
        announcer.cancel_requested.connect(self._stop)
        announcer.report_requested.connect(self._open_report)
        announcer.keep_both_requested.connect(lambda: self._keep_both(self._lines))
        parts.panes.welcome.add_requested.connect(self._choose_files)
        parts.panes.welcome.sample_requested.connect(self._add_sample)
        parts.window.dropped.connect(self.take_in)
        actions = parts.actions
        actions["add_articles"].triggered.connect(lambda _: self._choose_files())
        actions["paste"].triggered.connect(lambda _: self.take_in(QGuiApplication.clipboard().mimeData()))
        actions["import_report"].triggered.connect(lambda _: self._open_report())
        actions["import_report"].setEnabled(False)
        actions["add_folder"].triggered.connect(lambda _: self._choose_folder())
        actions["watched_folder"].triggered.connect(lambda _: self._open_watched_folder())
        self.watch.found.connect(lambda paths: job.import_paths(paths, quietly=True))
        self.watch.failed.connect(announcer.tell_error)
        job.came_by_itself.connect(self._show_come)
        parts.settings.changed.connect(self._show_settings)

    def _choose_files(self) -> None:
        title = self._parts.actions["add_articles"].text().rstrip("…")
        chosen = choose_files(self._parts.window, title)
        self._parts.import_files.import_paths(chosen.paths, chapters=chosen.chapters)

    def _choose_folder(self) -> None:
        title = self._parts.actions["add_folder"].text().partition("…")[0]
        folder = QFileDialog.getExistingDirectory(self._parts.window, title)
        if folder:
            self._parts.import_files.import_paths([Path(folder)])

    def _open_watched_folder(self) -> None:
        from reader.gui.dialogs.watched_folder import WatchedFolderDialog

        dialog = WatchedFolderDialog(
            self._parts.settings.settings.watched_folder, self._parts.theme, self._parts.window
        )
        dialog.chosen.connect(lambda folder: self._parts.settings.change("watched_folder", folder))
        self._parts.open_dialog(dialog)

    def _add_sample(self) -> None:
        self._parts.import_files.import_paths([resources.locate("samples/article.ar.txt")])

    def _show_imported(self, lines: Sequence[Line]) -> None:
        self._keep_report(lines)
        self._keep_feeds(lines)
        if len(lines) < _MANY:
            self._remember(lines)
        else:
            QTimer.singleShot(0, self, lambda: self._remember(lines))
        self._tell(lines)
        last = next((line.id for line in reversed(lines) if line.id), "")
        if last:
            self.article_requested.emit(last)

    def _stop(self) -> None:
        self._is_stopping = True
        self._parts.import_files.cancel()  # what was added by then is told meanwhile
        self._is_stopping = False

    def _tell(self, lines: Sequence[Line]) -> None:
        if self._is_stopping:
            self._parts.announcer.tell_stopped([line.status for line in lines])
        elif len(lines) > 1:  # of ten thousand no report is made before somebody wants to see it
            self._parts.announcer.tell_many([line.status for line in lines])
        else:
            self._parts.announcer.tell_imported(self._as_report(lines))

    def _remember(self, lines: Sequence[Line]) -> None:
        """Let undo take back what the reader has just added."""
        added = [line.id for line in lines if line.status == ADDED]
        if added:
            self._library.remember_adding(added)

    def _keep_feeds(self, lines: Sequence[Line]) -> None:
        """Remember the feeds of a list, to be got when the reader refreshes all; nothing is got now."""
        known = self._parts.settings.settings.feeds
        new = {line.feed: line.title for line in lines if line.feed.startswith(("http://", "https://"))}
        if not new.keys() <= known.keys():
            self._parts.settings.change("feeds", {**new, **known})

    def _show_come(self, lines: Sequence[Line]) -> None:
        """Tell what the watched folder brought, and let the reader go on reading."""
        self.watch.took(line.path for line in lines if line.path is not None)
        if any(line.status != DUPLICATE for line in lines):
            self._keep_report(lines)
            self._tell(lines)
        elif any(line.path is None for line in lines):
            self._parts.announcer.tell_nothing_new()

    def _show_kept(self, lines: Sequence[Line]) -> None:
        """Let the report say of duplicates that they were added too."""
        kept = {(line.path, line.locator): line for line in lines if line.status == ADDED}
        self._reported = tuple(
            kept.get((line.path, line.locator), line) if line.status == DUPLICATE else line for line in self._reported
        )
        self._remember(lines)
        self._tell(lines)
        if len(lines) == 1 and lines[0].id:
            self.article_requested.emit(lines[0].id)

    def _keep_report(self, lines: Sequence[Line]) -> None:
        """Keep what became of what was added; of one article the message says all, and the report before it stays."""
        self._lines = tuple(lines)
        is_told = len(lines) == 1 and lines[0].status in (ADDED, DUPLICATE) and not lines[0].unreadable
        if not (is_told and self._reported):
            self._reported = self._lines
        self._parts.actions["import_report"].setEnabled(bool(self._reported))

    def _as_report(self, lines: Sequence[Line]) -> tuple[ReportLine, ...]:
        def words(line: Line) -> str:
            return self._parts.announcer.words_of(line.error) if line.error else line.title

        return tuple(
            ReportLine(
                line.status,
                words(line),
                line.path,
                article=line.id,
                left_over=line.left_over,
                unreadable=line.unreadable,
                highlights=line.highlights,
                unplaced=line.unplaced,
            )
            for line in lines
        )

    def _keep_both(self, lines: Sequence[Line]) -> None:
        self._parts.import_files.keep_both([line for line in lines if line.status == DUPLICATE])

    def _open_report(self) -> None:
        lines = self._reported
        dialog = ImportReportDialog(
            self._as_report(lines), self._parts.theme, self._parts.formatter, self._parts.window
        )
        dialog.keep_both_requested.connect(lambda numbers: self._keep_both([lines[at] for at in numbers]))
        dialog.article_requested.connect(self.article_requested)
        dialog.save_requested.connect(lambda: self._choose_report_file(dialog))
        self._parts.open_dialog(dialog)

    def _choose_report_file(self, dialog: ImportReportDialog) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = str(Path(folder) / f"{self.tr('Import report')}.txt")
        chosen, _ = QFileDialog.getSaveFileName(dialog, self.tr("Import report"), suggested, self.tr("Text (*.txt)"))
        if chosen:
            self.save_report(dialog.as_text(), Path(chosen))

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if now.watched_folder != before.watched_folder:
            self.watch.watch(Path(now.watched_folder) if now.watched_folder else None)
