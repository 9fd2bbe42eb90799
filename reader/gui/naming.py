"""What the window does about names: the menu, the card and the dialogs, joined to the decisions they ask for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from reader.entities.deciding import Hidden
from reader.entities.entity import Entity, Kind
from reader.gui.icons import icon
from reader.gui.jobs.decide import Decide
from reader.gui.panes.entities.wishes import wishes_of
from reader.gui.parts import Parts
from reader.gui.widgets.menu import Menu
from reader.library import Library
from reader.settings import Settings
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.gui.panes.entities.card import EntityCard
    from reader.gui.widgets.popover import Popover

CARD_ROOM = 120
"""px of the window's height that a card leaves free."""


class Naming(QObject):
    """Makes and joins these parts of one window; the window's own parts are there already.

    `across_requested(key, name)` asks where someone or something stands in all articles, `dossier_requested` for those
    articles in one file.
    """

    across_requested = Signal(str, str)
    dossier_requested = Signal(str, str)

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts = parts
        self._library = library
        self._entities: dict[str, Entity] = {}
        self._hidden: tuple[Hidden, ...] = ()
        self._card: EntityCard | None = None
        self._popover: Popover | None = None
        self._anchor = QWidget(parts.panes.entities.view.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._anchor.setFocusProxy(parts.panes.entities.view)
        self.decide = Decide(library, self)
        self._wire()

    @property
    def card(self) -> "EntityCard":
        """The card, made when it is first wanted."""
        if self._card is None:
            from reader.gui.panes.entities.card import EntityCard

            self._card = card = EntityCard(self._parts.theme, self._parts.formatter)
            card.wished.connect(self._answer)
            card.name_given.connect(self._rename)
            card.latin_given.connect(self._set_latin)
        return self._card

    def open_card(self, key: str) -> None:
        """Show what is known of a name, at its row."""
        entity, pane = self._entities.get(key), self._parts.panes.entities
        if entity is None:
            return
        if self._popover is None:
            from reader.gui.widgets.popover import Popover

            self._popover = Popover(self.card, self._parts.theme, self._parts.window)
        self.card.show_entity(entity)
        self.card.set_room(self._parts.window.height() - CARD_ROOM)
        self._anchor.setGeometry(pane.rect_of(key))
        self._popover.open_under(self._anchor)
        self.card.setFocus(Qt.FocusReason.PopupFocusReason)

    def add_selected(self) -> None:
        """Ask who or what is selected on the page."""
        self.add_name(self._parts.panes.reading.view.selected_span())

    def add_name(self, span: Span) -> None:
        """Ask who or what stands in a stretch of the open article."""
        article = self._parts.current.article
        if article is None:
            return
        form = " ".join(span.of(article.text).split())
        if not form:
            self._tell(self.tr("Select a name on the page first."), can_undo=False)
            return
        from reader.gui.dialogs.naming import AddNameDialog

        dialog = AddNameDialog(form, tuple(self._entities.values()), self._parts.theme, self._parts.window)
        dialog.chosen.connect(lambda *told: self._add(span, *told))
        self._open(dialog)

    def _wire(self) -> None:
        pane, extract, bridge = self._parts.panes.entities, self._parts.extract_entities, self._parts.bridge
        pane.wished.connect(self._answer)
        pane.menu_requested.connect(self._open_menu)
        pane.hidden_requested.connect(self._open_hidden)
        extract.found.connect(self._take)
        extract.hidden.connect(self._take_hidden)
        bridge.entities_changed.connect(extract.decide_again)
        bridge.decisions_changed.connect(extract.decide_again)
        self.decide.decided.connect(self._tell_decided)
        self.decide.failed.connect(self._parts.announcer.tell_error)
        self._parts.panes.reading.naming_requested.connect(self.add_name)
        self._parts.actions["add_name"].triggered.connect(self.add_selected)
        self._parts.settings.changed.connect(self._follow_settings)

    def _take(self, article: str, entities: tuple[Entity, ...] | None) -> None:
        if article != self._parts.current.id:
            return
        self._entities = {each.key: each for each in entities or ()}
        if self._card is not None and self._popover is not None and self._popover.isVisible():
            shown = self._entities.get(self._library.deciding.of(article).root(self._card.key))
            if shown is None:
                self._popover.dismiss()
            else:
                self._card.show_entity(shown)
                self._popover.adjustSize()

    def _take_hidden(self, article: str, hidden: tuple[Hidden, ...]) -> None:
        if article == self._parts.current.id:
            self._hidden = hidden
            self._parts.panes.entities.show_hidden(len(hidden))

    def _answer(self, wish: str, key: str) -> None:
        entity = self._entities.get(key)
        if entity is None:
            return
        article = self._parts.current.id
        match wish:
            case "card":
                self.open_card(key)
            case "rename":
                self.open_card(key)
                self.card.edit_name()
            case "merge":
                self._ask_merge(entity)
            case "apart":
                self._ask_apart(entity)
            case "in_all" | "dossier":
                self._ask_across(wish, entity)
            case "copy":
                QGuiApplication.clipboard().setText(_written(entity))
                self._tell(self.tr("Copied: %1").replace("%1", _isolated(_written(entity))), can_undo=False)
            case "hide_here" | "hide_everywhere":
                self.decide.hide(article, entity, everywhere=wish == "hide_everywhere")
            case _:
                self.decide.change_kind(article, entity, Kind(wish))

    def _ask_across(self, wish: str, entity: Entity) -> None:
        if self._popover is not None:
            self._popover.dismiss()
        asked = self.across_requested if wish == "in_all" else self.dossier_requested
        asked.emit(entity.key, entity.name)

    def _rename(self, key: str, name: str) -> None:
        entity = self._entities.get(key)
        if entity is not None and self._popover is not None:
            self._popover.dismiss()
            self.decide.rename(self._parts.current.id, entity, name)

    def _set_latin(self, key: str, latin: str) -> None:
        entity = self._entities.get(key)
        if entity is not None:
            self.decide.set_latin(entity, latin)

    def _ask_merge(self, entity: Entity) -> None:
        from reader.gui.dialogs.naming import MergeDialog

        others = [each for each in self._entities.values() if each.key != entity.key]
        article = self._parts.current.id
        dialog = MergeDialog(entity, others, self._parts.theme, self._parts.formatter, self._parts.window)

        def merge(key: str, name: str, everywhere: bool) -> None:  # noqa: FBT001 - a signal gives its values by position
            other = self._entities.get(key)
            if other is not None:
                both = (other, entity) if name == entity.name else (entity, other)
                self.decide.merge(article, both, name, everywhere=everywhere)

        dialog.chosen.connect(merge)
        self._open(dialog)

    def _ask_apart(self, entity: Entity) -> None:
        from reader.gui.dialogs.naming import ApartDialog

        article = self._parts.current.id
        dialog = ApartDialog(entity, self._parts.theme, self._parts.window)
        dialog.chosen.connect(
            lambda forms, everywhere: self.decide.tell_apart(article, entity, forms, everywhere=everywhere)
        )
        dialog.parted.connect(lambda: self.decide.part(article, entity))
        self._open(dialog)

    def _add(self, span: Span, form: str, kind: str, name: str, everywhere: bool) -> None:  # noqa: FBT001 - from a signal
        self._parts.panes.entities.select_soon(span)
        self.decide.add(self._parts.current.id, form, Kind(kind), name, everywhere=everywhere)
        self._parts.window.show_sidebar("entities")

    def _open(self, dialog: QDialog) -> None:
        if self._popover is not None:
            self._popover.dismiss()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_menu(self, key: str, at: QPoint) -> None:
        entity = self._entities.get(key)
        if entity is None:
            return
        menu = self._menu()
        about = menu.addAction(self.tr("About this name"))
        about.triggered.connect(lambda: self.open_card(key))
        about.setIcon(icon("info", self._parts.theme, rtl=self._parts.formatter.is_rtl))
        for group in wishes_of(entity.kind):
            menu.addSeparator()
            for wish in group:
                entry = menu.addAction(wish.words)
                if wish.icon:
                    entry.setIcon(icon(wish.icon, self._parts.theme, rtl=self._parts.formatter.is_rtl))
                entry.triggered.connect(lambda _=False, wish=wish.id: self._answer(wish, key))
        menu.popup(at)

    def _open_hidden(self) -> None:
        """Offer each hidden name back, and all of them."""
        menu, article = self._menu(), self._parts.current.id
        everywhere = self.tr("hidden in all articles")
        for hidden in self._hidden:
            words = self._parts.formatter.joined(hidden.entity.name, everywhere if hidden.is_everywhere else "")
            entry = menu.addAction(self.tr("Show %1").replace("%1", words))
            entry.triggered.connect(lambda _=False, entity=hidden.entity: self.decide.bring_back(article, [entity]))
        if len(self._hidden) > 1:
            menu.addSeparator()
            every = [each.entity for each in self._hidden]
            menu.addAction(self.tr("Show all")).triggered.connect(lambda: self.decide.bring_back(article, every))
        anchor = self._parts.panes.entities.hidden
        menu.popup(anchor.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _menu(self) -> Menu:
        menu = Menu(self._parts.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _tell_decided(self, what: str, name: str) -> None:
        words = {
            "renamed": self.tr("Renamed: “%1”."),
            "merged": self.tr("Merged. The name that stays: “%1”."),
            "split": self.tr("Told apart: “%1”."),
            "kind": self.tr("Changed the kind of “%1”."),
            "hidden_here": self.tr("Hidden in this article: “%1”."),
            "hidden_everywhere": self.tr("Hidden in all articles: “%1”."),
            "shown": self.tr("Shown again: “%1”.") if name else self.tr("All of them are shown again."),
            "latin": self.tr("Saved the Latin spelling of “%1”."),
            "added": self.tr("Added: “%1”."),
        }[what]
        self._tell(words.replace("%1", _isolated(name)))

    def _tell(self, words: str, *, can_undo: bool = True) -> None:
        action = ("undo", self.tr("Undo")) if can_undo else ()
        self._parts.window.message.show_message(words, *action)

    def _follow_settings(self, _before: Settings, now: Settings) -> None:
        if self._card is not None and self._popover is not None:
            self._card.set_theme(self._parts.theme)
            self._card.set_formatter(self._parts.formatter)
            self._popover.set_theme(self._parts.theme)


def _written(entity: Entity) -> str:
    """Return a name as it is copied: with its Latin spelling, if it has one."""
    return f"{entity.name} ({entity.latin})" if entity.latin else entity.name


def _isolated(words: str) -> str:
    return f"\u2068{words}\u2069"
