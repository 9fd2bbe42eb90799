"""The annotations pane of one window: made when it is first wanted, and joined to everything else here."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reader.gui.jobs.manage_marks import ManageMarks
from reader.gui.parts import Parts
from reader.library import Library
from reader.settings import Settings
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.gui.exporting import Exporting
    from reader.gui.panes.annotations.pane import AnnotationsPane


class AllMarks(QObject):
    """Shows the annotations pane in the place of the article list, and keeps it in step."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self.job = ManageMarks(library, parts.background, self)
        self.pane: AnnotationsPane | None = None
        self._wanted = ""
        self._has_news = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        parts.actions["annotations"].triggered.connect(lambda on: self.show_pane(on=on))
        parts.actions["note_on_article"].triggered.connect(self._note_on_article)
        parts.actions["colour_meanings"].triggered.connect(self._edit_meanings)
        parts.panes.reading.marking.show_meanings(parts.settings.settings.colour_meanings)
        parts.panes.reading.span_requested.connect(parts.annotate.change_span)
        parts.panes.reading.marking.place_confirmed.connect(self.job.confirm)
        parts.panes.reading.dot_notes_without(parts.panes.margin)
        parts.panes.margin.came.connect(parts.showing.place_notes, Qt.ConnectionType.QueuedConnection)
        parts.panes.margin.place_confirmed.connect(self.job.confirm)
        parts.panes.margin.place_wanted.connect(self.offer_places)
        parts.actions["next_highlight"].triggered.connect(lambda: parts.panes.reading.marking.step(1))
        parts.actions["previous_highlight"].triggered.connect(lambda: parts.panes.reading.marking.step(-1))
        parts.actions["export"].triggered.connect(lambda _on: self.exporting.export_articles())
        parts.actions["dossier"].triggered.connect(lambda _on: self.exporting.make_dossier())
        self.job.removed.connect(parts.announcer.tell_unmarked)
        self.job.failed.connect(parts.announcer.tell_error)
        self.job.noted.connect(self._write_note)
        parts.bridge.marks_changed.connect(lambda _article: self._hear())
        parts.bridge.articles_changed.connect(lambda _articles: self._hear())
        parts.window.three.arranged.connect(self._soon.start)
        parts.current.opened.connect(self._show_article)
        parts.settings.changed.connect(self._show_settings)

    @cached_property
    def exporting(self) -> "Exporting":
        """What takes articles and highlights out of the library; made when it is first asked for."""
        from reader.gui.exporting import Exporting

        return Exporting(self._parts, self._library)

    def make_dossier_about(self, key: str, name: str) -> None:
        """Ask where to put all articles that name someone or something."""
        self.exporting.make_dossier_about(key, name)

    def export_folder(self, name: str, notes: str, articles: tuple[str, ...]) -> None:
        """Ask how to export a case folder: its notes, and its articles in one file."""
        self.exporting.make_dossier_of(name, notes, articles)

    def show_pane(self, *, on: bool) -> None:
        """Show the annotations instead of the list of articles, or that again."""
        parts = self._parts
        pane = self.pane or (self._make() if on else None)
        parts.panes.articles.show_instead(pane if on else None, pane.entrance if on and pane is not None else None)
        parts.actions["annotations"].setChecked(on)
        if on and pane is not None:
            parts.window.three.show_side(parts.window.list_side, shown=True)
            pane.show_article(parts.current.id)
            self._refresh()
            pane.entrance.setFocus()
        else:
            parts.panes.articles.view.setFocus()

    def offer_places(self, mark: str) -> None:
        """Show a highlight without a place among those of its article, with the places where it may belong."""
        from reader.gui.panes.annotations.pane import THIS

        self.show_pane(on=True)
        if self.pane is not None:
            self.pane.show_scope(THIS)
            self.pane.show_mark(mark)

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        if self.pane is not None:
            self.pane.set_theme(self._parts.theme)

    def _make(self) -> "AnnotationsPane":
        from reader.gui.panes.annotations.model import AnnotationsModel
        from reader.gui.panes.annotations.pane import ALL, THIS, AnnotationsPane
        from reader.gui.widgets.tab_order import order_for_tab

        parts, library = self._parts, self._library
        model = AnnotationsModel(library, self._parts.formatter, self)
        annotating = library.annotating
        self.pane = pane = AnnotationsPane(
            model,
            lambda: (annotating.tags(), annotating.names(model.query.article)),
            annotating.trash,
            parts.theme,
            self._parts.formatter,
        )
        model.failed.connect(parts.announcer.tell_error)
        pane.show_meanings(parts.settings.settings.colour_meanings)
        pane.closed.connect(lambda: self.show_pane(on=False))
        pane.place_requested.connect(self._go)
        pane.recolour_requested.connect(self.job.recolour)
        pane.removal_requested.connect(self.job.remove)
        pane.restore_requested.connect(self.job.restore)
        pane.confirmed.connect(self.job.confirm)
        pane.candidates_wanted.connect(self.job.look_for_places)
        pane.attach_requested.connect(self._attach)
        pane.tag_requested.connect(self._edit_tags)
        pane.can_export = True
        pane.export_requested.connect(lambda marks: self.exporting.export_marks(marks))  # noqa: PLW0108 - made when asked for
        self.job.found.connect(pane.show_candidates)
        self.job.surveyed.connect(pane.refresh)
        pane.show_article(parts.current.id)
        pane.show_scope(THIS if parts.current.id and library.highlighting.of(parts.current.id) else ALL)
        order_for_tab((pane,))
        self._has_news = False
        self.job.survey()
        return pane

    def _hear(self) -> None:
        """Take over what changed once the page shows it: of thousands of annotations that takes longer."""
        self._has_news = True
        self._soon.start()

    def _refresh(self) -> None:
        if self._has_news and self.pane is not None and self.pane.isVisible():
            self._has_news = False
            self.pane.refresh()

    def _show_article(self, article: str, *_: object) -> None:
        if self.pane is not None:
            self.pane.show_article(article)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._parts.showing.show_mark(wanted)

    def _go(self, mark: str, article: str) -> None:
        """Bring a highlight into sight, in its article."""
        if article != self._parts.current.id:
            self._wanted = mark
            self._parts.panes.articles.article_chosen.emit(article)
        else:
            self._parts.showing.show_mark(mark)
        self._parts.panes.margin.choose(mark)

    def _attach(self, mark: str, span: Span | None) -> None:
        chosen = span or self._parts.panes.reading.view.selected_span()
        if len(chosen) and self._library.highlighting.find(mark).article == self._parts.current.id:
            self.job.attach(mark, chosen)
        elif span is not None:
            self.job.attach(mark, span)

    def _edit_tags(self, marks: tuple[str, ...]) -> None:
        from reader.gui.dialogs.tags import TagsDialog

        tags = [set(self._library.highlighting.find(mark).tags) for mark in marks]
        shared = sorted(set.intersection(*tags)) if tags else []
        words = self._parts.formatter.counted(self.tr("%n highlight(s)", "", len(marks)))
        dialog = TagsDialog(shared, words, self._parts.window)
        dialog.given.connect(lambda added, removed: self.job.tag(marks, added, removed))
        dialog.open()

    def _note_on_article(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal gives it so
        if self._parts.current.id:
            self.job.note_on_article(self._parts.current.id)

    def _write_note(self, mark: str) -> None:
        self._parts.window.show_sidebar("margin")
        self._parts.panes.margin.edit(mark)
        self._parts.showing.place_notes()

    def _edit_meanings(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal gives it so
        from reader.gui.dialogs.colour_meanings import ColourMeaningsDialog

        parts = self._parts
        dialog = ColourMeaningsDialog(parts.settings.settings.colour_meanings, parts.theme, parts.window)
        dialog.given.connect(lambda colour, meaning: parts.settings.change(f"meaning_{colour}", meaning))
        dialog.open()

    def _show_settings(self, _before: Settings, now: Settings) -> None:
        self._parts.panes.reading.marking.show_meanings(now.colour_meanings)
        if self.pane is not None:
            self.pane.set_theme(self._parts.theme)
            self.pane.set_formatter(self._parts.formatter)
            self.pane.show_meanings(now.colour_meanings)
