"""What the window says in its message bar: what was done, what went wrong, and what can be done about it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.errors import ReaderError
from reader.gui.formatting import Formatter
from reader.gui.widgets.message_bar import MessageBar
from reader.messages import Messages

if TYPE_CHECKING:
    from reader.gui.dialogs.import_report import ReportLine

MOST_ERRORS = 3
"""How many errors of one export are told at once."""


class Announcer(QObject):
    """Puts facts into words. Wishes that come back from the bar: undo, the import report, keeping both, stopping.

    `text_missed`: an article was asked for of which there is no text.
    """

    undo_requested = Signal()
    report_requested = Signal()
    cancel_requested = Signal()
    keep_both_requested = Signal()
    private_allowed = Signal()
    elsewhere_requested = Signal()
    mend_requested = Signal()
    text_missed = Signal()

    def __init__(
        self, bar: MessageBar, messages: Messages, formatter: Formatter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._messages = bar, messages
        self.formatter = formatter
        self._error = ""
        self._is_unsaved = False
        bar.action_chosen.connect(self._act)

    def tell_deleted(self, articles: Sequence[str], title: str) -> None:
        """Say that articles went to the trash, and offer them back."""
        if len(articles) == 1:
            words = self.tr("Deleted the article “%1”.").replace("%1", _isolated(title))
        else:
            words = self.formatter.counted(self.tr("Deleted: %n article(s).", "", len(articles)))
        self._bar.show_message(words, "undo", self.tr("Undo"))

    def tell_unmarked(self, marks: Sequence[str]) -> None:
        """Say that highlights were removed, and offer them back."""
        words = self.formatter.counted(self.tr("Removed: %n highlight(s).", "", len(marks)))
        self._bar.show_message(words, "undo", self.tr("Undo"))

    def tell_changed(self, key: str, articles: int) -> None:
        """Say what was done to several articles, by its message key, and offer to take that back."""
        words = self.formatter.counted(self.tr("%n article(s)", "", articles))
        self._bar.show_message(f"{self._messages.text(key)}: {words}", "undo", self.tr("Undo"))

    def tell_filled(self, name: str, articles: int) -> None:
        """Say that articles were laid into a case folder, and offer to take that back."""
        words = self.tr("Added to “%1”: %n article(s).", "", articles).replace("%1", _isolated(name))
        self._bar.show_message(self.formatter.counted(words), "undo", self.tr("Undo"))

    def tell_folder_removed(self, name: str) -> None:
        """Say that a smart folder or a project was removed, and offer it back."""
        words = self.tr("Deleted “%1”. Its articles stay in the library.").replace("%1", _isolated(name))
        self._bar.show_message(words, "undo", self.tr("Undo"))

    def tell_tagged(self, articles: int) -> None:
        """Say that articles have other tags, and offer to take that back."""
        words = self.tr("Tagged: %n article(s).", "", articles)
        self._bar.show_message(self.formatter.counted(words), "undo", self.tr("Undo"))

    def tell_turned(self, source: str) -> None:
        """Say that all articles of a source run another way now, and offer to take that back."""
        words = self.tr("This direction holds for all articles of “%1”.").replace("%1", _isolated(source))
        self._bar.show_message(words, "undo", self.tr("Undo"))

    def tell_erasing(self) -> None:
        """Say that what lies in the trash is being erased."""
        self._bar.show_message(self.tr("Emptying the trash…"), stays=True)

    def tell_erased(self) -> None:
        """Say that nothing lies in the trash, now or since long."""
        self._bar.show_message(self.tr("The trash is empty."))

    def tell_copied(self, how: str) -> None:
        """Say what of an article lies on the clipboard now (see reader.gui.panes.reading.copying)."""
        words = {
            "text": self.tr("Copied the text."),
            "quotation": self.tr("Copied with its source."),
            "visual": self.tr("Copied for programs without Arabic."),
            "all_quotation": self.tr("Copied the whole article with its source."),
            "all_visual": self.tr("Copied the whole article for programs without Arabic."),
        }
        self._bar.show_message(words[how])

    def tell_restored(self, articles: Sequence[str]) -> None:
        """Say that articles are back from the trash."""
        self._bar.show_message(self.formatter.counted(self.tr("Restored: %n article(s).", "", len(articles))))

    def tell_restoring(self) -> None:
        """Say that a backup is compared with what there is, before anything changes; offer to stop it."""
        self._bar.show_message(self.tr("Reading the backup…"), "cancel", self.tr("Cancel"), stays=True)

    def tell_restored_backup(self) -> None:
        """Say that everything is as it was in a backup, and offer to take that back."""
        self._bar.show_message(self.tr("Restored the backup."), "undo", self.tr("Undo"))

    def tell_undone(self, key: str) -> None:
        """Say what was taken back, by its message key; nothing for nothing."""
        if key:
            self._bar.show_message(self.tr("Undone: %1").replace("%1", self._messages.text(key)))

    def tell_redone(self, key: str) -> None:
        """Say what was done again, by its message key; nothing for nothing."""
        if key:
            self._bar.show_message(self.tr("Redone: %1").replace("%1", self._messages.text(key)))

    def tell_importing(self, done: int, total: int, name: str, added: int = 0) -> None:
        """Say how far an import is, as far as that is known, and how many articles it has added; offer to stop it."""
        if not total:
            self._bar.show_message(self.tr("Reading…"), "cancel", self.tr("Cancel"), stays=True)
            return
        words = self.tr("Reading file %1 of %2").replace("%1", self.formatter.number(done + 1))
        counted = words.replace("%2", self.formatter.number(total))
        parts = [counted, _isolated(name)]
        if added > 1:
            parts.append(f"{self.tr('Added')}: {self.formatter.number(added)}")
        self._bar.show_message(" · ".join(parts), "cancel", self.tr("Cancel"), stays=True)

    def tell_imported(self, lines: "Sequence[ReportLine]") -> None:
        """Say what became of an import; more than one article, any failure and any loss has a report."""
        if len(lines) == 1 and lines[0].status in ("added", "duplicate"):
            self._tell_one(lines[0])
        elif len(lines) == 1 and lines[0].status == "failed":
            self._tell_problem(lines[0].words)
        elif lines:
            self.tell_many([line.status for line in lines])
        else:
            self._bar.show_message(self.tr("Nothing there could be added."))

    def tell_many(self, statuses: Sequence[str]) -> None:
        """Say what became of several articles or files, by the statuses of a report's lines.

        Where all were added the report has nothing to tell that must be read: the page need not stay covered.
        """
        is_news = any(status != "added" for status in statuses)
        self._bar.show_message(self._counts(statuses), "report", self.tr("Report"), stays=is_news)

    def tell_stopped(self, statuses: Sequence[str]) -> None:
        """Say that an import was stopped as the reader asked, and what had become of articles and files by then."""
        if statuses:
            words = self.tr("Stopped. %1").replace("%1", self._counts(statuses))
            self._bar.show_message(words, "report", self.tr("Report"), stays=True)
        else:
            self._bar.show_message(self.tr("Stopped. Nothing was added."))

    def _tell_one(self, line: "ReportLine") -> None:
        title = _isolated(line.words)
        if line.status == "duplicate":
            words = self.tr("“%1” is in the library already.").replace("%1", title)
            self._bar.show_message(words, "keep_both", self.tr("Keep both"))
            return
        words = self.tr("Added the article “%1”.").replace("%1", title)
        if line.unreadable:
            lost = self.formatter.counted(self.tr("%n place(s) in it could not be read.", "", line.unreadable))
            self._bar.show_message(f"{words} {lost}", "report", self.tr("Report"), stays=True)
        else:
            self._bar.show_message(words, "undo", self.tr("Undo"))

    def tell_getting(self, done: int, total: int, host: str, size: int) -> None:
        """Say what is being got from the network, and how many bytes have come; offer to stop it."""
        parts = [self.tr("Getting from %1").replace("%1", _isolated(host))]
        if total > 1:
            parts.append(f"{self.formatter.number(done + 1)}/{self.formatter.number(total)}")
        if size:
            kilobytes = self.formatter.number(max(size >> 10, 1))
            parts.append(self.tr("%1 KB").replace("%1", kilobytes))
        self._bar.show_message(" · ".join(parts), "cancel", self.tr("Cancel"), stays=True)

    def tell_private(self, error: ReaderError) -> None:
        """Say that an address lies in the reader's own network, and ask whether it is meant."""
        self._bar.show_message(self._messages.error(error), "private", self.tr("Get it all the same"), stays=True)

    def tell_nothing_new(self) -> None:
        """Say that the feeds hold nothing that is not there already."""
        self._bar.show_message(self.tr("There is nothing new in the feeds."))

    def tell_mended(self) -> None:
        """Say that an article was mended, and offer the text before."""
        self._bar.show_message(self.tr("Mended the article."), "undo", self.tr("Undo"))

    def tell_read_again(self, changed: int, read: int) -> None:
        """Say how many of the originals that were read again gave another text, and offer the one before."""
        if read == 1:
            words = self.tr("Read the original again.") if changed else self.tr("The original gives the same text.")
        else:
            words = self.tr("Read again: %1; other texts now: %2").replace("%1", self.formatter.number(read))
            words = words.replace("%2", self.formatter.number(changed))
        if read:
            self._bar.show_message(words, "undo" if changed else "", self.tr("Undo"))

    def tell_printing(self, done: int, total: int) -> None:
        """Say how far printing is, and offer to stop it."""
        words = self.tr("Printing page %1 of %2").replace("%1", self.formatter.number(done))
        counted = words.replace("%2", self.formatter.number(total))
        self._bar.show_message(counted, "cancel", self.tr("Cancel"), stays=True)

    def tell_printed(self) -> None:
        """Say that an article was given to the printer."""
        self._bar.show_message(self.tr("Sent to the printer."))

    def tell_written(self, path: str) -> None:
        """Say that a file was written."""
        self._bar.show_message(self.tr("Saved the file %1.").replace("%1", _isolated(path)))

    def tell_exporting(self, done: int, total: int) -> None:
        """Say how far an export is, and offer to stop it."""
        words = self.tr("Exporting article %1 of %2").replace("%1", self.formatter.number(done + 1))
        counted = words.replace("%2", self.formatter.number(total))
        self._bar.show_message(counted, "cancel", self.tr("Cancel"), stays=True)

    def tell_moving(self, done: int, total: int) -> None:
        """Say how many files of the library are copied, and offer to stop it."""
        words = self.tr("Copying the library: %1 of %2").replace("%1", self.formatter.number(done))
        counted = words.replace("%2", self.formatter.number(total))
        self._bar.show_message(counted, "cancel", self.tr("Cancel"), stays=True)

    def tell_exported(self, files: Sequence[Path], errors: Sequence[ReaderError]) -> None:
        """Say which files were written; what went wrong with others is said instead, with how many were written."""
        written = self.formatter.counted(self.tr("Files written: %n.", "", len(files))) if len(files) > 1 else ""
        if errors:
            told = [*dict.fromkeys(map(self._messages.error, errors))][:MOST_ERRORS]
            self._tell_problem("\n".join(filter(None, (*told, written))))
        elif written:
            place = self.tr("In the folder %1").replace("%1", _isolated(str(files[0].parent)))
            self._bar.show_message(f"{written} {place}")
        elif files:
            self.tell_written(str(files[0]))

    def tell_error(self, error: ReaderError) -> None:
        """Say what went wrong; its words can be copied."""
        self._tell_problem(self._messages.error(error))

    def tell_unopened(self, error: ReaderError, title: str) -> None:
        """Say why an article cannot be opened; where it has no text, offer to look for one."""
        if error.key != "article.missing":
            self.tell_error(error)
            return
        words = self.tr("The text of “%1” is not in the library’s folder. It may still come from another device.")
        self._bar.show_message(words.replace("%1", _isolated(title)), "mend", self.tr("Check and mend"), stays=True)
        self.text_missed.emit()

    def tell_checking(self) -> None:
        """Say that the library's files are looked at."""
        self._bar.show_message(self.tr("Checking the library…"), stays=True)

    def tell_checked(self, found: int, mended: int) -> None:
        """Say what a check found, and how much of it is mended."""
        if not found:
            self._bar.show_message(self.tr("The library’s files are sound."))
        else:
            words = self.tr("Mended: %1. Left as they are: %2.").replace("%1", self.formatter.number(mended))
            self._tell_problem(words.replace("%2", self.formatter.number(found - mended)))

    def tell_not_checked(self) -> None:
        """Say that a check came to no end."""
        self._tell_problem(self.tr("The check broke off. Nothing was deleted."))

    def tell_not_saved(self, error: ReaderError) -> None:
        """Say that the last change is not on disk yet, until it is."""
        self._is_unsaved = True
        self._error = self._messages.error(error)
        self._bar.show_message(self._error, "elsewhere", self.tr("Save elsewhere…"), stays=True)

    def tell_saved_elsewhere(self, folder: Path) -> None:
        """Say where the work was saved that the library's disk did not take, and how it comes back into the library."""
        words = self.tr("Saved in %1. Copied over the library’s folder, it is taken in; it is also still in memory.")
        self._tell_problem(words.replace("%1", _isolated(str(folder))))

    def tell_saved(self) -> None:
        """Take back that something is not saved."""
        if self._is_unsaved:
            self._is_unsaved = False
            self._bar.show_message(self.tr("Everything is saved now."))

    def undo_words(self, key: str) -> str:
        """Return the words of the undo action."""
        return self.tr("Undo: %1").replace("%1", self._messages.text(key)) if key else self.tr("Undo")

    def redo_words(self, key: str) -> str:
        """Return the words of the redo action."""
        return self.tr("Redo: %1").replace("%1", self._messages.text(key)) if key else self.tr("Redo")

    def words_of(self, error: ReaderError) -> str:
        """Return what an error has to tell."""
        return self._messages.error(error)

    def _counts(self, statuses: Sequence[str]) -> str:
        names = {"added": self.tr("Added"), "duplicate": self.tr("Duplicate"), "failed": self.tr("Failed")}
        counts = {status: statuses.count(status) for status in names}
        return " · ".join(
            f"{names[status]}: {self.formatter.number(count)}" for status, count in counts.items() if count
        )

    def _tell_problem(self, words: str) -> None:
        self._error = words
        self._bar.show_message(words, "copy", self.tr("Copy"), stays=True)

    def _act(self, action: str) -> None:
        match action:
            case "undo":
                self.undo_requested.emit()
            case "report":
                self.report_requested.emit()
            case "private":
                self.private_allowed.emit()
            case "elsewhere":
                self.elsewhere_requested.emit()
            case "mend":
                self.mend_requested.emit()
            case "keep_both":
                self.keep_both_requested.emit()
            case "cancel":
                self.cancel_requested.emit()
            case "copy":
                QGuiApplication.clipboard().setText(self._error)


def _isolated(words: str) -> str:
    return f"\u2068{words}\u2069"
