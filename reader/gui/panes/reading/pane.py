"""The reading pane: one article as a page, with its marks. It shows values and emits wishes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.annotations.highlight import PlacedHighlight
from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.entities.entity import Entity
from reader.gui.formatting import Formatter
from reader.gui.panes.reading import looks, meta
from reader.gui.panes.reading.anchors import Anchors
from reader.gui.panes.reading.beside import Beside
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.links import Links
from reader.gui.panes.reading.marking import Marking
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.panes.reading.paragraph import Options
from reader.gui.panes.reading.turning import turned
from reader.gui.panes.reading.typesetting import Typesetting
from reader.gui.theme import Theme
from reader.gui.translation import choose
from reader.settings import Settings
from reader.text.digits import Digits
from reader.text.direction import Direction
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.gui.panes.reading.finding import Finding
    from reader.gui.panes.reading.light import Light
    from reader.gui.panes.reading.note_dots import NoteDots
    from reader.gui.panes.reading.pictures import Pictures
    from reader.gui.panes.reading.printing import Printed
    from reader.gui.panes.reading.progress import Progress
    from reader.gui.panes.reading.source_offer import SourceOffer

SETTLED_MS = 400
"""How long the page must rest before its place is told."""


class ReadingPane(QWidget):
    """Shows the open article. `layout_changed`: ask note_anchors again, for the page was scrolled or set anew.

    `entity_requested` carries the place of a name that was clicked; `note_requested` the highlight whose note is to be
    written; `position_changed` an article and the code point at the top of the page; `copied` how (see copying), or
    "text".
    """

    highlight_requested = Signal(Span, str, bool)
    highlight_chosen = Signal(str)
    note_requested = Signal(str)
    recolour_requested = Signal(str, str)
    remove_requested = Signal(list)
    span_requested = Signal(str, Span)
    text_size_requested = Signal(int)
    add_source_requested = Signal()
    decline_source_requested = Signal()
    position_changed = Signal(str, int)
    entity_requested = Signal(Span)
    naming_requested = Signal(Span)
    address_chosen = Signal(str)
    layout_changed = Signal()
    copied = Signal(str)

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Article"))
        self._theme = theme
        self._settings = settings
        self._id = ""
        self._article: Article | None = None
        self._state = ArticleState()
        self._highlights: dict[str, PlacedHighlight] = {}
        self._entities: tuple[Entity, ...] = ()
        self._selected_key = ""
        self._told = -1
        self.view = UsablePage(self)
        self._anchors = Anchors(self.view)
        self._offer: SourceOffer | None = None
        self.marking = Marking(self.view, theme, self)
        self._links = Links(self.view, self)
        self._beside = Beside(self.view, self)
        self.view.told_at = self._links.told_at
        self._light: Light | None = None
        self.dots: NoteDots | None = None
        self._finding: Finding | None = None
        self._progress: Progress | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._connect()

    @property
    def first_screen(self) -> QWidget:
        """What paints the article, for who waits for its first frame."""
        return self.view.viewport()

    @property
    def finding(self) -> "Finding":
        """What finds words in the article, made when it is first needed."""
        if self._finding is None:
            from reader.gui.panes.reading.finding import Finding

            self._finding = Finding(self.view, self._theme, self._formatter(), self, self._column)
        return self._finding

    @property
    def quiet_parts(self) -> tuple[QWidget, ...]:
        """What stands on the page beside its text."""
        return (self.view.verticalScrollBar(), *((self._progress,) if self._progress is not None else ()))

    # -- showing

    def show_article(self, article_id: str, article: Article, state: ArticleState) -> None:
        """Show an article where it was left; the one that is shown already keeps its place and its selection."""
        is_same = article_id == self._id
        is_all_same = is_same and article == self._article and meta.same_line(state, self._state)
        if not is_same:
            self.tell_position()
        self._id, self._article, self._state = article_id, article, state
        if is_all_same:
            return
        self.marking.dismiss()
        self.view.exact_date = meta.exact_date(article)
        self.view.setLocale(QLocale(article.language or "ar"))
        if is_same:
            self.view.show_again(self._displayed(article), self._typesetting())
        else:
            self._told = state.position
            self._highlights, self._entities = {}, ()
            self.marking.show_highlights({})
            self.view.overlay.show(Layer.MENTIONS, ())
            self.view.show_page(self._displayed(article), self._typesetting(), state.position)
        self._links.show(article, self._theme)
        if self._finding is not None:
            self._finding.show_text(article.text)

    def furnish(self) -> None:
        """Add what the first frame need not wait for."""
        from reader.gui.panes.reading.progress import Progress

        self._progress = Progress(self.view, self._theme, self._formatter())
        self.view.is_dimmed = self._settings.paragraph_focus

    def show_pictures(self, pictures: "Pictures") -> None:
        """Draw the pictures of articles, from now on."""
        self.view.pictures = pictures
        pictures.arrived.connect(self.view.viewport().update)
        self.view.viewport().update()

    def close_article(self) -> None:
        """Leave the page empty."""
        self.tell_position()
        if self._finding is not None:
            self._finding.close()
        self._id, self._article, self._highlights, self._entities = "", None, {}, ()
        self.marking.show_highlights({})
        self._place_offer()
        self._links.show_nothing()
        self.view.show_nothing()

    def show_highlights(self, highlights: Sequence[PlacedHighlight]) -> None:
        """Draw these highlights, and no others."""
        self._highlights = {placed.highlight.id: placed for placed in highlights}
        self.marking.show_highlights(self._highlights)
        self.layout_changed.emit()

    def show_mentions(self, entities: Sequence[Entity], selected_key: str) -> None:
        """Draw a thin line under the names of these people and places, a stronger one under the selected one's."""
        self._entities, self._selected_key = tuple(entities), selected_key
        plain, chosen = (looks.mention(self._theme, is_selected=is_selected) for is_selected in (False, True))
        marks = [
            Mark(f"{entity.key}@{mention.span.start}", mention.span, chosen if entity.key == selected_key else plain)
            for entity in entities
            for mention in entity.mentions
        ]
        self.view.overlay.show(Layer.MENTIONS, marks)
        self.view.viewport().update()

    def set_beside(self, widget: QWidget | None, width: int = 0) -> None:
        """Let a widget stand at the column's trailing side, `width` px wide; None takes leave of it.

        So the scroll bar stays at the pane's edge, and column and margin stand in the middle together.
        """
        self._beside.stand(widget, width)

    def dot_notes_without(self, margin: QWidget) -> None:
        """Show where notes stand whenever the margin does not."""
        from reader.gui.panes.reading.note_dots import NoteDots

        self.dots = NoteDots(self.view, self._anchors, margin, lambda: (self._highlights.values(), self._theme))
        self.dots.chosen.connect(self.note_requested)
        self.layout_changed.connect(self.dots.follow)

    def scroll_to(self, span: Span) -> None:
        """Bring a passage into sight."""
        self.view.reveal(span)

    def scroll_by(self, distance: int) -> None:
        """Scroll by this many px, down for more than 0."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + distance)

    def light(self, span: Span) -> None:
        """Let a wash fade on a passage that was just reached; under reduced motion nothing moves."""
        if self._light is None:
            from reader.gui.panes.reading.light import Light

            self._light = Light(self.view)
        self._light.light(span, self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours, with everything in its place."""
        self._theme = theme
        self._set_anew()
        for part in (self.marking, self._offer, self._finding, self._progress):
            if part is not None:
                part.set_theme(theme)

    def set_settings(self, settings: Settings) -> None:
        """Set the page to another taste, with the same words at the top."""
        self._settings = settings
        self.view.is_dimmed = settings.paragraph_focus
        for part in (self._finding, self._progress):
            if part is not None:
                part.formatter = self._formatter()
        self._set_anew()

    def find_words(self) -> None:
        """Open the bar for finding words in the article."""
        self.finding.open()

    def find_next(self, way: int) -> None:
        """Go to the next place that was found for 1, to the one before for −1."""
        self.finding.step(way)

    def copy_quotation(self, span: Span | None = None) -> None:
        """Copy a passage, what is selected or the whole text with headline, source and date."""
        from reader.gui.panes.reading import copying

        if self._article is not None:
            passage = span or self.view.selected_span()
            self.copied.emit(copying.copy_quotation(self._article, passage, self._state, self._formatter()))

    def copy_visual(self) -> None:
        """Copy what is selected, or the whole text, for programs that know no Arabic."""
        from reader.gui.panes.reading import copying

        if self._article is not None:
            self.copied.emit(copying.copy_visual(self._article, self.view.selected_span()))

    def tell_position(self) -> None:
        """Tell where the reader is now, if that was not told yet: nothing is lost when the page goes at once."""
        self._settled.stop()
        position = self.position()
        if self._article is not None and position != self._told:
            self._told = position
            self.position_changed.emit(self._id, position)

    # -- answering

    def position(self) -> int:
        """Return the canonical code point at the top of the page; 0 at its beginning."""
        return self.view.top()[0]

    def printed(self, notes: str) -> "Printed | None":
        """Return what of the open article is printed; `notes` is the heading of its notes, nothing for none."""
        from reader.gui.panes.reading.printing import Printed

        if self._article is None:
            return None
        line = meta.meta_line(self._article, self._state, self._formatter())
        pictures = self.view.pictures.at_once() if self.view.pictures is not None else None
        article = turned(self._article, self._state)
        return Printed(article, line, tuple(self._highlights.values()), notes, pictures)

    def note_anchors(self) -> dict[str, float]:
        """Return for each highlight where its first line's band begins, in px below the pane's top.

        Those above and below the window are there too, unless they stand in a part that is not built yet; far from it
        they are about right.
        """
        lowered = self.view.viewport().mapTo(self, QPoint(0, 0)).y() - self.view.verticalScrollBar().value()
        return {mark: top + lowered for mark, top in self._anchors.tops(self._highlights.values())}

    # -- Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper beside the column."""
        QPainter(self).fillRect(event.rect(), self._theme.colour("page"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that mark."""
        if not self.marking.press(event):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer for what is selected, for the highlight or for the word under the mouse what the bar offers."""
        point = QPointF(self.view.viewport().mapFrom(self, event.pos()))
        marks = tuple(mark.key for layer, mark in self.view.marks_at(point) if layer is Layer.HIGHLIGHTS)
        if marks and not len(self.view.selected_span()):
            self.marking.choose(marks)
            return
        if not len(self.view.selected_span()) and self._article is not None:
            self.view.select(self.view.page.word_at(self.view.hit(point)))
        self.marking.offer_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        if self._light is not None:
            self._light.put_out()
        self.tell_position()
        super().hideEvent(event)

    # -- inside

    def _connect(self) -> None:
        self.view.moved.connect(self._follow)
        self.view.clicked.connect(self._answer_click)
        self.view.selected.connect(self.marking.offer_selection)
        self.view.zoom_requested.connect(self.text_size_requested)
        self.marking.highlight_requested.connect(self.highlight_requested)
        self.marking.highlight_chosen.connect(self.highlight_chosen)
        self.marking.note_requested.connect(self.note_requested)
        self.marking.recolour_requested.connect(self.recolour_requested)
        self.marking.remove_requested.connect(self.remove_requested)
        self.marking.span_requested.connect(self.span_requested)
        self.marking.naming_requested.connect(self.naming_requested)
        self.marking.quotation_requested.connect(self.copy_quotation)
        self.marking.copied.connect(lambda: self.copied.emit("text"))
        self.view.copied.connect(self.marking.copied)
        self._links.address_chosen.connect(self.address_chosen)
        self._links.footnote_chosen.connect(self._show_footnote)
        self._settled.timeout.connect(self.tell_position)

    def _typesetting(self) -> Typesetting:
        return Typesetting(self._theme, self._settings)

    def _formatter(self) -> Formatter:
        return Formatter(self._settings, choose(self._settings.language))

    def _displayed(self, article: Article) -> Displayed:
        options = Options(self._settings.tashkeel == "hidden", Digits(self._settings.digits))
        line = meta.meta_line(article, self._state, self._formatter())
        return Displayed(turned(article, self._state), options, line)

    def _set_anew(self) -> None:
        self.update()
        if self._article is None:
            return
        self.view.show_again(self._displayed(self._article), self._typesetting())
        self.show_mentions(self._entities, self._selected_key)
        self._links.show(self._article, self._theme)

    def _follow(self) -> None:
        self.marking.follow()
        self._beside.place()
        self._place_offer()
        if self._article is not None:
            self._settled.start()
        self.layout_changed.emit()

    def _place_offer(self) -> None:
        article = self._article
        is_wanted = article is not None and not meta.source_of(article, self._state) and not self._state.source_declined
        line = self.view.meta_line() if is_wanted else None
        if line is not None and self._offer is None:
            from reader.gui.panes.reading.source_offer import SourceOffer

            self._offer = SourceOffer(self._theme, self.view.viewport())
            self._offer.accepted.connect(self.add_source_requested)
            self._offer.declined.connect(self.decline_source_requested)
        if self._offer is not None:
            is_rtl = article is not None and article.direction is Direction.RTL
            self._offer.follow(line, to_left=is_rtl, room=self.view.viewport().width())

    def _answer_click(self, marks: list[tuple[Layer, str]]) -> None:
        highlights = tuple(key for layer, key in marks if layer is Layer.HIGHLIGHTS)
        self.marking.choose(highlights)
        if highlights or not marks:
            return
        if link := next((key for layer, key in marks if layer is Layer.LINKS), ""):
            self._links.answer(link, QCursor.pos(), at_once=self.view.is_clicked_with_ctrl)
        else:
            self.entity_requested.emit(self.view.overlay.mark(*marks[0]).span)

    def _show_footnote(self, span: Span) -> None:
        self.scroll_to(span)
        self.light(span)
