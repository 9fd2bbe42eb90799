"""Everything the window can be told to do, in one table: words, shortcuts, icon and place in the menu."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from reader.gui.icons import icon
from reader.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `words` are English, to be translated; `menu` names its place; `|` after it begins a new group."""

    id: str
    words: Any
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    checkable: bool = False


TABLE = (
    ActionSpec("add_articles", QT_TRANSLATE_NOOP("Actions", "Add articles…"), ("Ctrl+O",), "add_article", "main"),
    ActionSpec("paste", QT_TRANSLATE_NOOP("Actions", "Paste as an article"), ("Ctrl+V",), "copy", "main"),
    ActionSpec("add_folder", QT_TRANSLATE_NOOP("Actions", "Add a folder…"), ("Ctrl+Shift+O",), "folder", "main"),
    ActionSpec("watched_folder", QT_TRANSLATE_NOOP("Actions", "Watched folder…"), (), "folder", "main"),
    ActionSpec("import_report", QT_TRANSLATE_NOOP("Actions", "Import report…"), (), "info", "main"),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo", "main|"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "main"),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Find in the article"), ("Ctrl+F",), "search", "main|"),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "Print…"), ("Ctrl+P",), "", "paper"),
    ActionSpec("preview", QT_TRANSLATE_NOOP("Actions", "Print preview…"), (), "", "paper"),
    ActionSpec("save_pdf", QT_TRANSLATE_NOOP("Actions", "Save as PDF…"), (), "", "paper"),
    ActionSpec("print_notes", QT_TRANSLATE_NOOP("Actions", "With notes"), (), "", "paper|", checkable=True),
    ActionSpec("find_next", QT_TRANSLATE_NOOP("Actions", "Next result"), ("F3",)),
    ActionSpec("find_previous", QT_TRANSLATE_NOOP("Actions", "Previous result"), ("Shift+F3",)),
    ActionSpec("next_article", QT_TRANSLATE_NOOP("Actions", "Next article"), ("Ctrl+PgDown",), "down", "view"),
    ActionSpec("previous_article", QT_TRANSLATE_NOOP("Actions", "Previous article"), ("Ctrl+PgUp",), "up", "view"),
    ActionSpec("copy_quotation", QT_TRANSLATE_NOOP("Actions", "Copy as quotation"), ("Ctrl+Shift+C",), "quote", "copy"),
    ActionSpec("copy_visual", QT_TRANSLATE_NOOP("Actions", "Copy for programs without Arabic"), (), "copy", "copy"),
    ActionSpec(
        "direction_auto",
        QT_TRANSLATE_NOOP("Actions", "Automatic direction"),
        menu="direction",
        checkable=True,
    ),
    ActionSpec("direction_rtl", QT_TRANSLATE_NOOP("Actions", "From the right"), menu="direction", checkable=True),
    ActionSpec("direction_ltr", QT_TRANSLATE_NOOP("Actions", "From the left"), menu="direction", checkable=True),
    ActionSpec(
        "direction_of_source",
        QT_TRANSLATE_NOOP("Actions", "For all articles of this source"),
        menu="direction|",
        checkable=True,
    ),
    ActionSpec("mark_unread", QT_TRANSLATE_NOOP("Actions", "Mark as unread"), (), "", "article"),
    ActionSpec("mark_read", QT_TRANSLATE_NOOP("Actions", "Mark as read"), (), "check", "article"),
    ActionSpec("star", QT_TRANSLATE_NOOP("Actions", "Star"), (), "star", "article", checkable=True),
    ActionSpec("archive", QT_TRANSLATE_NOOP("Actions", "Archive"), (), "archive", "article", checkable=True),
    ActionSpec("set_source", QT_TRANSLATE_NOOP("Actions", "Source…"), (), "edit", "article|"),
    ActionSpec("mend", QT_TRANSLATE_NOOP("Actions", "Mend the article…"), ("Ctrl+E",), "edit", "article"),
    ActionSpec("read_again", QT_TRANSLATE_NOOP("Actions", "Read the original again"), (), "redo", "article"),
    ActionSpec(
        "add_name", QT_TRANSLATE_NOOP("Actions", "Add to people and places…"), ("Ctrl+Shift+N",), "person", "article"
    ),
    ActionSpec("note_on_article", QT_TRANSLATE_NOOP("Actions", "Note on the article"), ("Ctrl+M",), "note", "article"),
    ActionSpec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",), "export", "article"),
    ActionSpec("restore", QT_TRANSLATE_NOOP("Actions", "Restore from the trash"), (), "undo", "article"),
    ActionSpec("delete", QT_TRANSLATE_NOOP("Actions", "Delete article"), ("Delete",), "delete", "article"),
    ActionSpec("search", QT_TRANSLATE_NOOP("Actions", "Search the library"), ("Ctrl+K",), "search"),
    ActionSpec("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), "add", "view"),
    ActionSpec("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "minus", "view"),
    ActionSpec("original_size", QT_TRANSLATE_NOOP("Actions", "Original size"), ("Ctrl+0",), "", "view"),
    ActionSpec(
        "annotations",
        QT_TRANSLATE_NOOP("Actions", "Highlights and notes"),
        ("Ctrl+Shift+H", "F8"),
        "highlight",
        "view|",
        checkable=True,
    ),
    ActionSpec("colour_meanings", QT_TRANSLATE_NOOP("Actions", "Meanings of the colours…"), (), "", "view"),
    ActionSpec("next_highlight", QT_TRANSLATE_NOOP("Actions", "Next highlight"), ("Alt+Down",), "", "view"),
    ActionSpec("previous_highlight", QT_TRANSLATE_NOOP("Actions", "Previous highlight"), ("Alt+Up",), "", "view"),
    ActionSpec("list", QT_TRANSLATE_NOOP("Actions", "Article list"), ("F9",), "list", "view", checkable=True),
    ActionSpec("sidebar", QT_TRANSLATE_NOOP("Actions", "Sidebar"), ("Shift+F9",), "sidebar", "view", checkable=True),
    ActionSpec(
        "reading_mode", QT_TRANSLATE_NOOP("Actions", "Reading mode"), ("F11",), "reading_mode", "view", checkable=True
    ),
    ActionSpec(
        "paragraph_focus",
        QT_TRANSLATE_NOOP("Actions", "Paragraph focus"),
        ("Ctrl+Shift+F",),
        "",
        "view",
        checkable=True,
    ),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), ("F6",), "", "view|"),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",), "", "view"),
    ActionSpec("reading_settings", QT_TRANSLATE_NOOP("Actions", "Reading settings"), ("Ctrl+,",), "settings", "main|"),
    ActionSpec("language_ar", "العربية", (), "", "language", checkable=True),
    ActionSpec("language_en", "English", (), "", "language", checkable=True),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "About Hamish"), (), "info", "end|"),
    ActionSpec("close", QT_TRANSLATE_NOOP("Actions", "Close the window"), ("Ctrl+W",), "close", "end|"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "quit", "end"),
)

IN_TOOLBAR = ("add_articles", "larger", "smaller", "list", "sidebar")


class Actions(QObject):
    """The window's actions by id, made from TABLE."""

    def __init__(self, theme: Theme, *, rtl: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rtl = rtl
        self._tinted = ""
        self._actions = {spec.id: self._make(spec) for spec in TABLE}
        self.tint(theme, only=IN_TOOLBAR)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def in_menu(self, menu: str) -> Iterator[QAction | None]:
        """Yield a menu's actions in order; None stands for the line before a new group."""
        for spec in TABLE:
            place, is_new_group, _ = spec.menu.partition("|")
            if place == menu:
                if is_new_group:
                    yield None
                yield self._actions[spec.id]

    def tint(self, theme: Theme, only: tuple[str, ...] = ()) -> None:
        """Give the actions their icons in a theme's colours; the menus' icons are made when a menu first opens."""
        if self._tinted == theme.name:
            return
        for spec in TABLE:
            if spec.icon and (not only or spec.id in only):
                self._actions[spec.id].setIcon(icon(spec.icon, theme, rtl=self._rtl, checkable=spec.checkable))
        self._tinted = "" if only else theme.name

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", spec.words), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        if self._rtl and spec.shortcuts and not spec.shortcuts[0][-1].isalnum():
            # After Arabic a comma would go to the other end of its keys.
            keys = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{action.text()}\t\u2066{keys}\u2069")
        return action
