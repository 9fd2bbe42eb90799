"""All commands of one window by name and by key: the palette, the list of shortcuts, keys under an Arabic layout."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from reader import resources
from reader.gui.actions import TABLE, without_conflicts
from reader.gui.keys import plain_key, pressed_keys, shown_keys
from reader.gui.parts import Parts
from reader.gui.path_fields import PathFields
from reader.gui.widgets.command_row import FIXED_ID, CommandRow
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.dialogs.shortcuts import ShortcutsDialog
    from reader.gui.widgets.command_palette import CommandPalette

GROUPS: tuple[tuple[str, Any], ...] = (
    ("main", QT_TRANSLATE_NOOP("Commanding", "Library")),
    ("adding", QT_TRANSLATE_NOOP("Commanding", "Adding")),
    ("", QT_TRANSLATE_NOOP("Commanding", "Search")),
    ("article", QT_TRANSLATE_NOOP("Commanding", "Article")),
    ("view", QT_TRANSLATE_NOOP("Commanding", "View")),
    ("copy", QT_TRANSLATE_NOOP("Commanding", "Copy")),
    ("paper", QT_TRANSLATE_NOOP("Commanding", "Print")),
    ("direction", QT_TRANSLATE_NOOP("Commanding", "Text direction")),
    ("library", QT_TRANSLATE_NOOP("Commanding", "Library folder")),
    ("language", QT_TRANSLATE_NOOP("Commanding", "Language")),
    ("end", QT_TRANSLATE_NOOP("Commanding", "Hamish")),
)
"""The list's headings, by the actions' place in the menu."""

FIXED: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Commanding", "Highlight the selection in a colour"), ("1", "2", "3", "4", "5")),
    (QT_TRANSLATE_NOOP("Commanding", "Write a note on the selection"), ("N",)),
    (QT_TRANSLATE_NOOP("Commanding", "Remove highlight"), ("Del", "Backspace")),
    (QT_TRANSLATE_NOOP("Commanding", "Select, or move the highlight’s end"), ("Shift+Left", "Shift+Right")),
    (QT_TRANSLATE_NOOP("Commanding", "Move the highlight’s beginning"), ("Ctrl+Shift+Left", "Ctrl+Shift+Right")),
    (QT_TRANSLATE_NOOP("Commanding", "Turn the page"), ("Space", "Shift+Space")),
    (QT_TRANSLATE_NOOP("Commanding", "Scroll"), ("Up", "Down", "PgUp", "PgDown")),
    (QT_TRANSLATE_NOOP("Commanding", "Beginning and end of the article"), ("Home", "End")),
    (QT_TRANSLATE_NOOP("Commanding", "Next and previous mention, in the list of names"), ("N", "P")),
    (QT_TRANSLATE_NOOP("Commanding", "Open, or edit"), ("Return", "F2")),
    (QT_TRANSLATE_NOOP("Commanding", "Close what is open"), ("Esc",)),
)
"""What the panes answer themselves, each while it has the keyboard: these keys cannot be given to an action."""

TAKEN = frozenset(
    {key for _, keys in FIXED for key in keys}
    | {"Enter", "Tab", "Shift+Tab", "Left", "Right", "Shift+Up", "Shift+Down", "Ctrl+A", "Ctrl+C", "Ctrl+X"}
)
"""Keys that never are an action's: the panes' own, and those with which one moves and copies everywhere."""

ALSO = {
    "help": "manual guide دليل",
    "add_articles": "import open فتح استيراد ملفّ",
    "annotations": "marks annotations تمييز إبراز هايلايت",
    "dossier": "one file report تقرير",
    "next_highlight": "تمييز إبراز هايلايت",
    "previous_highlight": "تمييز إبراز هايلايت",
    "delete": "remove trash مسح إزالة",
    "empty_trash": "erase purge permanently محو نهائي مسح",
    "larger": "zoom in",
    "smaller": "zoom out",
    "reading_settings": (
        "preferences options font theme night dark sepia digits months hijri tashkeel spacing "
        "خيارات الخط المظهر ليل ورق داكن الأرقام الشهور الهجري التشكيل تباعد الأسطر العرض"
    ),
    "reading_mode": "fullscreen distraction ملء الشاشة",
    "shortcuts": "keys hotkeys مفاتيح",
    "quit": "exit خروج",
    "tags": "label وسم علامة",
    "put_in_folder": "case project مشاريع",
    "new_folder": "case folder مشاريع",
    "export": "save as حفظ باسم",
    "star": "favourite favorite",
    "map": "places atlas أماكن",
    "about": "version licence الإصدار الرخصة",
}
"""Words of neither language's menu that readers may look for a command by."""


class Commanding(QObject):
    """Joins commands to names and keys. What is shown is made when it is first wanted."""

    def __init__(self, parts: Parts, application: QApplication, language: str) -> None:
        super().__init__(parts)
        self._parts, self._language = parts, language
        self.palette: CommandPalette | None = None
        self.dialog: ShortcutsDialog | None = None
        self._arabic: QTranslator | None = None
        actions = parts.actions
        actions.set_keys(parts.settings.settings.shortcuts)
        actions["palette"].triggered.connect(lambda _: self.open_palette())
        actions["shortcuts"].triggered.connect(lambda _: self.open_shortcuts())
        actions["help"].triggered.connect(lambda _: self.open_help())
        parts.settings.changed.connect(self._show_settings)
        self._watched: QWidget | None = None
        application.focusChanged.connect(self._watch)
        PathFields(application, self)

    def open_palette(self) -> None:
        """Offer every command that can be given now."""
        from reader.gui.widgets.command_palette import CommandPalette

        if self.palette is None:
            self.palette = CommandPalette(self._parts.theme, self._parts.window)
            self.palette.chosen.connect(lambda name: self._parts.actions[name].trigger())
        actions = self._parts.actions
        offered = [spec.id for spec in TABLE if actions[spec.id].isEnabled() and actions[spec.id].isVisible()]
        self.palette.open_with([self._offer(name) for name in offered if name != "palette"])

    def open_shortcuts(self) -> None:
        """Show all keys, and let the reader choose others."""
        from reader.gui.dialogs.shortcuts import ShortcutsDialog

        self.dialog = dialog = ShortcutsDialog(self._rows(), self.owner_of, self._parts.theme, self._parts.window)
        dialog.keys_chosen.connect(self._choose)
        dialog.usual_requested.connect(lambda name: self._keep({**self._chosen, name: None}))
        dialog.all_usual_requested.connect(lambda: self._keep({}))
        dialog.finished.connect(self._forget_dialog)
        self._parts.open_dialog(dialog)

    def open_help(self) -> None:
        """Show the help, which needs no connection."""
        from reader.gui.dialogs.help import HelpDialog

        self._parts.open_dialog(HelpDialog(self._language, self._parts.theme, self._parts.window))

    def owner_of(self, name: str, keys: str) -> str:
        """Return the words of who has these keys already, or nothing where an action of this name may have them."""
        fixed: str = next((words for words, taken in FIXED if keys in taken), "")
        if keys in TAKEN and keys not in self._parts.actions.spec(name).shortcuts:
            return QCoreApplication.translate("Commanding", fixed) if fixed else shown_keys(keys)
        owner = self._parts.actions.with_keys(keys)
        return self._parts.actions.words(owner.objectName()) if owner is not None and owner.objectName() != name else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a key that nothing answered to who has the key at its place on a Latin layout."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not plain_key(event):
            return False
        action = self._parts.actions.with_keys(pressed_keys(event))
        if action is None or not action.isEnabled() or action.objectName() == "delete":
            return False
        action.trigger()
        return True

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Look at the keys of the widget that has the keyboard, unless it is one to write in or in a dialog."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if now is not None and now.window() is self._parts.window and not _is_written_in(now):
            self._watched = now
            now.installEventFilter(self)
            now.destroyed.connect(self._forget_watched)

    def _forget_watched(self, gone: QObject) -> None:
        if self._watched is gone:
            self._watched = None

    def _forget_dialog(self) -> None:
        self.dialog = None

    @property
    def _chosen(self) -> dict[str, str | None]:
        return dict(self._parts.settings.settings.shortcuts)

    def _choose(self, name: str, keys: str) -> None:
        usual = self._parts.actions.spec(name).shortcuts
        self._keep({**self._chosen, name: None if usual == (keys,) else keys})

    def _keep(self, chosen: dict[str, str | None]) -> None:
        """Keep the reader's choices; None stands for the usual keys, which go back to who usually has them."""
        kept = {name: keys for name, keys in chosen.items() if keys is not None}
        self._parts.settings.change("shortcuts", without_conflicts(kept))

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if before.shortcuts != now.shortcuts:
            self._parts.actions.set_keys(now.shortcuts)
            if self.dialog is not None:
                self.dialog.show_rows(self._rows())
        if before.theme != now.theme and self.palette is not None:
            self.palette.deleteLater()
            self.palette = None

    def _rows(self) -> list[CommandRow]:
        rows = []
        for menu, heading in GROUPS:
            rows.append(CommandRow("", QCoreApplication.translate("Commanding", heading)))
            rows += [self._row(spec.id) for spec in TABLE if spec.menu.partition("|")[0] == menu]
        rows.append(CommandRow("", QCoreApplication.translate("Commanding", "On the page and in the lists")))
        rows += [
            CommandRow(
                f"{FIXED_ID}{number}",
                QCoreApplication.translate("Commanding", words),
                tuple(map(shown_keys, keys)),
                also=f"{words} {self._in_arabic('Commanding', words)}",
            )
            for number, (words, keys) in enumerate(FIXED)
        ]
        return rows

    def _offer(self, name: str) -> CommandRow:
        """Return a command as the palette shows it: where its name says too little, after its menu's."""
        row, menu = self._row(name), self._parts.actions.spec(name).menu.partition("|")[0]
        words = row.words
        if menu in ("direction", "language") or name == "print_notes":
            words = f"{QCoreApplication.translate('Commanding', dict(GROUPS)[menu])}: {words}"
        return replace(row, words=words, keys=row.keys[:1])

    def _row(self, name: str) -> CommandRow:
        english = self._parts.actions.spec(name).words
        keys = tuple(map(shown_keys, self._parts.actions.keys(name)))
        also = f"{english} {self._in_arabic('Actions', english)} {ALSO.get(name, '')}"
        return CommandRow(name, self._parts.actions.words(name), keys, also)

    def _in_arabic(self, context: str, words: str) -> str:
        if self._arabic is None:
            self._arabic = QTranslator(self)
            self._arabic.load(str(resources.locate("translations/hamish_ar.qm")))
        return self._arabic.translate(context, words) or ""


def _is_written_in(widget: QWidget) -> bool:
    """Say whether a widget takes letters; lists say that they do, and do not."""
    takes_letters = widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    return takes_letters and not isinstance(widget, QAbstractItemView)
