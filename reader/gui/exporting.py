"""Exporting from one window: what is chosen, the dialog, the job, and what is said of it."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from reader.errors import ReaderError
from reader.exporting.exported import Content
from reader.exporting.file_names import file_name, unused
from reader.exporting.formats import FORMATS, Format
from reader.exports import Order, Written
from reader.gui.dialogs.export import ExportDialog
from reader.gui.drawing_files import printed_of
from reader.gui.formatting import isolated
from reader.gui.jobs.export_articles import ExportArticles
from reader.gui.panes.reading.print_job import PrintJob
from reader.gui.parts import Parts
from reader.gui.theme import load_theme
from reader.library import Library

FOLDER = "Hamish"
"""The name of a file or folder that holds several articles."""

DOSSIER = "dossier"
_EVERYTHING = (Content.BOTH, Content.ARTICLE, Content.HIGHLIGHTS)


class Exporting(QObject):
    """Opens the dialog for the chosen articles or highlights, and has them written."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._format = ""
        self.job = ExportArticles(library, parts.background, self)
        announcer = parts.announcer
        self.job.progressed.connect(announcer.tell_exporting)
        self.job.finished.connect(lambda written: announcer.tell_exported(written.files, written.errors))
        self.job.failed.connect(announcer.tell_error)
        announcer.cancel_requested.connect(self.job.cancel)

    @cached_property
    def paper(self) -> PrintJob:
        """What draws pages while the window goes on living."""
        made, announcer = PrintJob(load_theme("paper"), self), self._parts.announcer
        made.progressed.connect(announcer.tell_printing)
        made.written.connect(announcer.tell_written)
        made.failed.connect(announcer.tell_error)
        announcer.cancel_requested.connect(made.cancel)
        self._parts.destroyed.connect(made.cancel)
        return made

    def export_articles(self) -> None:
        """Ask how to export the articles that are chosen in the list, or the open one."""
        articles = self._parts.chosen
        if not articles:
            return
        words = self._library.article(articles[0]).title if len(articles) == 1 else self._counted(articles)
        self._open(words, _EVERYTHING, articles, None)

    def make_dossier(self) -> None:
        """Ask where to put one file with all the articles that are chosen in the list, or with the open one."""
        articles = self._parts.chosen
        if articles:
            self._open(self._counted(articles), _EVERYTHING, articles, None, name_of_format=DOSSIER)

    def make_dossier_about(self, key: str, name: str) -> None:
        """Ask where to put one file with all articles that name someone or something."""
        across, open_one = self._library.across(), self._parts.current.id

        def ask(found: tuple[str, ...]) -> None:
            articles = found or (open_one,)  # it was named in this one, even if the library is not looked through yet
            words = f"{isolated(name)[0]}: {self._counted(articles)}"
            self._open(words, _EVERYTHING, articles, None, name_of_format=DOSSIER, about=name)

        self._parts.background.ask("dossier", lambda _task: across.articles(key), ask, self._fail)

    def make_dossier_of(self, name: str, notes: str, articles: tuple[str, ...]) -> None:
        """Ask where to put one file with the notes of a case folder and all its articles."""
        if articles:
            words = f"{isolated(name)[0]}: {self._counted(articles)}"
            self._open(words, _EVERYTHING, articles, None, name_of_format=DOSSIER, about=name, notes=notes)

    def export_marks(self, marks: tuple[str, ...]) -> None:
        """Ask how to export highlights and notes."""
        articles = tuple(dict.fromkeys(self._library.highlighting.find(mark).article for mark in marks))
        words = self._parts.formatter.counted(self.tr("%n highlight(s)", "", len(marks)))
        self._open(words, (Content.HIGHLIGHTS,), articles, frozenset(marks))

    def _counted(self, articles: tuple[str, ...]) -> str:
        return self._parts.formatter.counted(self.tr("%n article(s)", "", len(articles)))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._parts.announcer.tell_error(error)
        else:
            self._parts.background.failed.emit(error)

    def _open(
        self,
        words: str,
        offered: tuple[Content, ...],
        articles: tuple[str, ...],
        marks: frozenset[str] | None,
        *,
        name_of_format: str = "",
        about: str = "",
        notes: str = "",
    ) -> None:
        title = about or (self._library.article(articles[0]).title if len(articles) == 1 else FOLDER)
        name = file_name(title)

        def is_folder(kind: Format) -> bool:
            return kind.one_each and len(articles) > 1

        def suggest(kind: Format) -> Path:
            there = {path.name.casefold() for path in self._folder.iterdir()} if self._folder.is_dir() else set()
            suffix = "" if is_folder(kind) else kind.suffix
            return self._folder / (f"{name}{suffix}" if kind.renewed else unused(name, suffix, there))

        dialog = ExportDialog(words, offered, suggest, is_folder, self._parts.theme, self._parts.window)
        if name_of_format or self._format:
            dialog.show_format(name_of_format or self._format)
        dialog.ordered.connect(
            lambda kind, content, path, replaces: self._export(
                Order(
                    articles=articles,
                    format=FORMATS[kind],
                    content=Content(content),
                    target=Path(path).expanduser(),
                    replaces=replaces,
                    marks=marks,
                    about=about,
                    notes=notes,
                )
            )
        )
        dialog.open()

    def _export(self, order: Order) -> None:
        if not order.format.titled:
            self._format = order.format.name
        self._folder = order.target.parent
        if order.format.drawn:
            self._draw(order)
        else:
            self.job.export(order)

    def _draw(self, order: Order) -> None:
        """Have pages drawn one by one, on the window's thread, which alone may."""
        exports, told, settings = self._library.exports(), Written(), self._parts.settings.settings
        try:
            self._library.flush()
        except ReaderError as error:
            self._parts.announcer.tell_error(error)
            return
        for path, articles in exports.planned(order, told):
            try:
                exports.check(path, order)
            except ReaderError as error:
                told.errors.append(error)
                continue
            self.paper.write_pdf(path, printed_of(articles, order, self._parts.formatter), settings)
        if told.errors:
            self._parts.announcer.tell_exported((), told.errors)
