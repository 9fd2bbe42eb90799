"""Everything the window can be told to do, in one table: words, shortcuts, icon and place in the menu."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from reader.gui.icons import icon
from reader.gui.keys import shown_keys
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
    ActionSpec("add_folder", QT_TRANSLATE_NOOP("Actions", "Add a folder…"), ("Ctrl+Shift+O",), "folder", "adding"),
    ActionSpec("watched_folder", QT_TRANSLATE_NOOP("Actions", "Watched folder…"), (), "folder", "adding"),
    ActionSpec("get_address", QT_TRANSLATE_NOOP("Actions", "Get from address…"), ("Ctrl+L",), "link", "adding"),
    ActionSpec("refresh_feeds", QT_TRANSLATE_NOOP("Actions", "Refresh feeds"), (), "redo", "adding"),
    ActionSpec("import_report", QT_TRANSLATE_NOOP("Actions", "Import report…"), (), "info", "adding"),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo", "main|"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "main"),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Find in the article"), ("Ctrl+F",), "search", "main|"),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "Print…"), ("Ctrl+P",), "", "paper"),
    ActionSpec("preview", QT_TRANSLATE_NOOP("Actions", "Print preview…"), (), "", "paper"),
    ActionSpec("save_pdf", QT_TRANSLATE_NOOP("Actions", "Save as PDF…"), (), "", "paper"),
    ActionSpec("print_notes", QT_TRANSLATE_NOOP("Actions", "With notes"), (), "", "paper|", checkable=True),
    ActionSpec("find_next", QT_TRANSLATE_NOOP("Actions", "Next result"), ("F3",)),
    ActionSpec("find_previous", QT_TRANSLATE_NOOP("Actions", "Previous result"), ("Shift+F3",)),
    ActionSpec("next_article", QT_TRANSLATE_NOOP("Actions", "Next article"), ("Ctrl+PgDown", "J"), "down", "view"),
    ActionSpec("previous_article", QT_TRANSLATE_NOOP("Actions", "Previous article"), ("Ctrl+PgUp", "K"), "up", "view"),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "Back"), ("Alt+Left",), "back", "view"),
    ActionSpec("forward", QT_TRANSLATE_NOOP("Actions", "Forward"), ("Alt+Right",), "forward", "view"),
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
    ActionSpec("mark_unread", QT_TRANSLATE_NOOP("Actions", "Mark as unread"), ("U",), "", "article"),
    ActionSpec("mark_read", QT_TRANSLATE_NOOP("Actions", "Mark as read"), ("R",), "check", "article"),
    ActionSpec("star", QT_TRANSLATE_NOOP("Actions", "Star"), ("S",), "star", "article", checkable=True),
    ActionSpec("archive", QT_TRANSLATE_NOOP("Actions", "Archive"), ("E",), "archive", "article", checkable=True),
    ActionSpec("set_source", QT_TRANSLATE_NOOP("Actions", "Source…"), (), "edit", "article|"),
    ActionSpec("mend", QT_TRANSLATE_NOOP("Actions", "Mend the article…"), ("Ctrl+E",), "edit", "article"),
    ActionSpec("read_again", QT_TRANSLATE_NOOP("Actions", "Read the original again"), (), "redo", "article"),
    ActionSpec(
        "add_name", QT_TRANSLATE_NOOP("Actions", "Add to people and places…"), ("Ctrl+Shift+N",), "person", "article"
    ),
    ActionSpec("note_on_article", QT_TRANSLATE_NOOP("Actions", "Note on the article"), ("Ctrl+M",), "note", "article"),
    ActionSpec("tags", QT_TRANSLATE_NOOP("Actions", "Tags…"), ("T",), "tag", "article"),
    ActionSpec(
        "put_in_folder", QT_TRANSLATE_NOOP("Actions", "Add to a project…"), ("Ctrl+Shift+G",), "folder", "article"
    ),
    ActionSpec("take_out_of_folder", QT_TRANSLATE_NOOP("Actions", "Take out of the project"), (), "", "article"),
    ActionSpec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+Shift+E",), "export", "article"),
    ActionSpec("dossier", QT_TRANSLATE_NOOP("Actions", "Dossier…"), (), "", "article"),
    ActionSpec("restore", QT_TRANSLATE_NOOP("Actions", "Restore from the trash"), (), "undo", "article"),
    ActionSpec("delete", QT_TRANSLATE_NOOP("Actions", "Delete article"), ("Delete",), "delete", "article"),
    ActionSpec("search", QT_TRANSLATE_NOOP("Actions", "Search the library"), ("Ctrl+K", "/"), "search"),
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
    ActionSpec("list", QT_TRANSLATE_NOOP("Actions", "Article list"), ("F9", "L"), "list", "view", checkable=True),
    ActionSpec(
        "shelf",
        QT_TRANSLATE_NOOP("Actions", "Smart folders and projects"),
        ("Ctrl+Shift+L",),
        "library",
        "view",
        checkable=True,
    ),
    ActionSpec(
        "sidebar", QT_TRANSLATE_NOOP("Actions", "Sidebar"), ("Shift+F9", "B"), "sidebar", "view", checkable=True
    ),
    ActionSpec("map", QT_TRANSLATE_NOOP("Actions", "Map"), ("Ctrl+Shift+M",), "map", "view"),
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
    ActionSpec("new_folder", QT_TRANSLATE_NOOP("Actions", "New project…"), (), "folder", "library"),
    ActionSpec("keep_search", QT_TRANSLATE_NOOP("Actions", "Keep as a smart folder…"), (), "filter", "library"),
    ActionSpec("trash", QT_TRANSLATE_NOOP("Actions", "Trash"), (), "delete", "library"),
    ActionSpec("empty_trash", QT_TRANSLATE_NOOP("Actions", "Empty the trash…"), (), "", "library"),
    ActionSpec("choose_library", QT_TRANSLATE_NOOP("Actions", "Library folder…"), (), "folder", "library"),
    ActionSpec("library_folder", QT_TRANSLATE_NOOP("Actions", "Open the library’s folder"), menu="library"),
    ActionSpec("restore_backup", QT_TRANSLATE_NOOP("Actions", "Restore a backup…"), menu="library"),
    ActionSpec("mend_library", QT_TRANSLATE_NOOP("Actions", "Check and mend the library"), menu="library"),
    ActionSpec("language_ar", "العربية", (), "", "language", checkable=True),
    ActionSpec("language_en", "English", (), "", "language", checkable=True),
    ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), ("Ctrl+Shift+P",), "search", "end|"),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts…"), ("?",), "list", "end"),
    ActionSpec("help", QT_TRANSLATE_NOOP("Actions", "Help"), ("F1",), "help", "end"),
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
        self._by_keys: dict[str, QAction] = {}
        self._specs = {spec.id: mirrored(spec) if rtl else spec for spec in TABLE}
        self._actions = {name: self._make(spec) for name, spec in self._specs.items()}
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

    def spec(self, name: str) -> ActionSpec:
        """Return what the table says of an action."""
        return self._specs[name]

    def words(self, name: str) -> str:
        """Return what an action is called, without the keys that its menu shows behind it."""
        return self._actions[name].text().partition("\t")[0]

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys that an action has now, written as in the table, the first one being its main ones."""
        written = QKeySequence.SequenceFormat.PortableText
        return tuple(keys.toString(written) for keys in self._actions[name].shortcuts())

    def with_keys(self, keys: str) -> QAction | None:
        """Return the action that has these keys, if any."""
        if not self._by_keys:  # asked for with each key that is pressed on the page
            for name, action in self._actions.items():
                self._by_keys |= {each: self._by_keys.get(each, action) for each in self.keys(name)}
        return self._by_keys.get(keys)

    def set_keys(self, chosen: Mapping[str, str]) -> None:
        """Give actions the keys that the reader chose, "" for none, and all others those of the table.

        An action that is not in the table is passed over.
        """
        chosen = without_conflicts(chosen)
        for spec in self._specs.values():
            keys = chosen.get(spec.id)
            wanted = spec.shortcuts if keys is None else (keys,) if keys else ()
            if wanted != self.keys(spec.id):
                self._give_keys(self._actions[spec.id], wanted)

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
        self._give_keys(action, spec.shortcuts)
        return action

    def _give_keys(self, action: QAction, shortcuts: tuple[str, ...]) -> None:
        self._by_keys.clear()
        action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
        words = action.text().partition("\t")[0]
        if self._rtl and shortcuts and not shortcuts[0][-1].isalnum():
            # After Arabic a comma would go to the other end of its keys.
            words = f"{words}\t{shown_keys(shortcuts[0])}"
        action.setText(words)


def mirrored(spec: ActionSpec) -> ActionSpec:
    """Return an action with Left and Right exchanged in its keys: back lies where one comes from in reading."""
    sides = {"Left": "Right", "Right": "Left"}
    keys = [each.rpartition("+") for each in spec.shortcuts]
    return replace(spec, shortcuts=tuple(f"{held}{plus}{sides.get(key, key)}" for held, plus, key in keys))


def without_conflicts(chosen: Mapping[str, str]) -> dict[str, str]:
    """Return what a reader chose without keys that an action has by the table which was given no others.

    Of two actions that were given the same keys the first one has them.
    """
    kept: dict[str, str] = {}
    for name, keys in chosen.items():
        if not keys or keys not in kept.values():
            kept[name] = keys
    while True:
        usual = {keys for spec in TABLE if spec.id not in kept for keys in spec.shortcuts}
        fewer = {name: keys for name, keys in kept.items() if keys not in usual}
        if fewer == kept:
            return kept
        kept = fewer
