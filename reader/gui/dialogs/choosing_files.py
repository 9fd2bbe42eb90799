"""The dialog in which files to add are chosen; what a file is called hides none, for what it holds decides."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_PAGES = "*.html *.htm *.xhtml *.mhtml *.mht *.webarchive"
_TEXTS = "*.txt *.md *.markdown"
_DOCUMENTS = "*.pdf *.docx *.odt"
_BOOKS = "*.epub"
_KEPT = "*.csv *.json *.zip *.xml *.rss *.atom *.opml"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files, and whether each chapter of an e-book is to be an article."""

    paths: tuple[Path, ...] = ()
    chapters: bool = False


def choose_files(parent: QWidget, title: str) -> Chosen:
    """Ask for files; none when the dialog was given up."""
    everything = QCoreApplication.translate("ChoosingFiles", "All that can be read")
    read_along = QCoreApplication.translate("ChoosingFiles", "Texts and web pages")
    documents = QCoreApplication.translate("ChoosingFiles", "Documents")
    books = QCoreApplication.translate("ChoosingFiles", "E-books")
    by_chapter = QCoreApplication.translate("ChoosingFiles", "E-books, each chapter an article")
    kept = QCoreApplication.translate("ChoosingFiles", "Feeds, and what other programs export")
    others = QCoreApplication.translate("ChoosingFiles", "All files")
    chapters = f"{by_chapter} ({_BOOKS})"
    filters = (
        f"{everything} ({_TEXTS} {_PAGES} {_DOCUMENTS} {_BOOKS} {_KEPT})",
        f"{read_along} ({_TEXTS} {_PAGES})",
        f"{documents} ({_DOCUMENTS})",
        f"{books} ({_BOOKS})",
        chapters,
        f"{kept} ({_KEPT})",
        f"{others} (*)",
    )
    plain = QFileDialog.Option.HideNameFilterDetails  # twenty endings after a kind's name say less than the name alone
    names, chosen = QFileDialog.getOpenFileNames(parent, title, "", ";;".join(filters), options=plain)
    return Chosen(tuple(map(Path, names)), chosen == chapters)
