"""Dialogs about names: which two are one, which are not, and what a selected name means."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.entities.decisions import forms_of
from reader.entities.entity import Entity, Kind
from reader.gui.formatting import Formatter
from reader.gui.theme import Theme
from reader.gui.widgets.choice import Choice
from reader.gui.widgets.segmented import Segmented
from reader.gui.widgets.switch import Switch
from reader.text.folding import fold

HERE, EVERYWHERE = "here", "everywhere"
KEY_ROLE = Qt.ItemDataRole.UserRole + 1


class MergeDialog(QDialog):
    """Asks with whom someone is to be merged, which name stays, and where that holds. No name is lost.

    `chosen(key, name, everywhere)` names the other one.
    """

    chosen = Signal(str, str, bool)

    def __init__(
        self,
        entity: Entity,
        others: Sequence[Entity],
        theme: Theme,
        formatter: Formatter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge_names")
        self.setWindowTitle(self.tr("Merge “%1” into…").replace("%1", _isolated(entity.name)))
        self.resize(440, 520)
        self._entity, self._theme, self._formatter = entity, theme, formatter
        self._others: Mapping[str, Entity] = {each.key: each for each in others}
        self._name = ""
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter"))
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setObjectName("names_list")
        self.list.setAccessibleName(self.tr("Merge into"))
        self._both = _label("", "quiet")
        self._stays = QVBoxLayout()
        self.names: Choice | None = None
        self.scope = _scope(self)
        self.buttons = _buttons(self, self.tr("Merge"))
        form = QFormLayout()
        form.addRow(self.tr("Name that stays:"), self._stays)
        form.addRow(_scope_words(), self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self._both)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setStyleSheet(theme.stylesheet())
        self.words.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show_both)
        self.list.itemActivated.connect(self.accept)
        self.accepted.connect(self._tell)
        self._fill("")

    def _fill(self, words: str) -> None:
        self.list.clear()
        for other in sorted(self._others.values(), key=self._likeness):
            if fold(words) in fold("\n".join((*forms_of(other), other.latin))):
                item = QListWidgetItem(self._formatter.joined(other.name, self._count(other)))
                item.setData(KEY_ROLE, other.key)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _likeness(self, other: Entity) -> tuple[bool, int, int]:
        """Return what sorts first who is of the same kind, shares most words with the name, and is mentioned most."""
        words, others = (set(fold(" ".join(forms_of(each))).split()) for each in (self._entity, other))
        return (other.kind is not self._entity.kind, -len(words & others), -len(other.mentions))

    def _show_both(self) -> None:
        other = self._other()
        _accept_button(self.buttons).setEnabled(other is not None)
        if other is None:
            return
        lines = [self._formatter.line(each.name, self._count(each), *each.aliases) for each in (self._entity, other)]
        self._both.setText("\n".join(lines))
        names = list(dict.fromkeys((other.name, self._entity.name, *other.aliases, *self._entity.aliases)))
        if self.names is not None:
            self.names.hide()
            self.names.deleteLater()
        self.names = Choice([(name, name) for name in names], self.tr("Name that stays"), self._theme, self)
        self._name = max((other.name, self._entity.name), key=lambda name: len(name.split()))
        self.names.show_value(self._name)
        self.names.chosen.connect(self._choose_name)
        self._stays.addWidget(self.names)

    def _choose_name(self, name: str) -> None:
        self._name = name

    def _other(self) -> Entity | None:
        item = self.list.currentItem()
        return self._others.get(item.data(KEY_ROLE)) if item is not None else None

    def _count(self, entity: Entity) -> str:
        return self._formatter.counted(self.tr("%n place(s)", "", len(entity.mentions)))

    def _tell(self) -> None:
        other = self._other()
        if other is not None:
            self.chosen.emit(other.key, self._name, self.scope.value == EVERYWHERE)


class ApartDialog(QDialog):
    """Asks which names are not those of someone.

    `chosen(names, everywhere)` carries them as written; `parted` says that the whole is another one than in other
    articles.
    """

    chosen = Signal(tuple, bool)
    parted = Signal()

    def __init__(self, entity: Entity, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tell_apart")
        titles = {
            Kind.PERSON: self.tr("Not the same person"),
            Kind.PLACE: self.tr("Not the same place"),
            Kind.ORGANISATION: self.tr("Not the same organisation"),
        }
        self.setWindowTitle(titles[entity.kind])
        self.setMinimumWidth(400)
        name = _isolated(entity.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self.switches = {alias: Switch(alias, theme, self) for alias in entity.aliases}
        self.namesake = Switch(self.tr("Another one than in the other articles"), theme, self)
        if self.switches:
            column.addWidget(_label(self.tr("Which names do not mean “%1”?").replace("%1", name)))
            column.addLayout(_rows(self.switches))
            self.scope = _scope(self)
            form = QFormLayout()
            form.addRow(_scope_words(), self.scope)
            column.addLayout(form)
            column.addSpacing(12)
        whole = self.tr("“%1” in this article is another one than in the other articles").replace("%1", name)
        column.addLayout(_rows({whole: self.namesake}))
        column.addStretch(1)
        self.buttons = _buttons(self, self.tr("Tell apart"))
        column.addWidget(self.buttons)
        self.setStyleSheet(theme.stylesheet())
        for switch in (*self.switches.values(), self.namesake):
            switch.toggled.connect(self._follow)
        self._follow()
        self.accepted.connect(self._tell)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, switch in self.switches.items() if switch.isChecked())

    def _follow(self) -> None:
        _accept_button(self.buttons).setEnabled(bool(self._chosen()) or self.namesake.isChecked())

    def _tell(self) -> None:
        if self._chosen():
            self.chosen.emit(self._chosen(), self.scope.value == EVERYWHERE)
        if self.namesake.isChecked():
            self.parted.emit()


class AddNameDialog(QDialog):
    """Asks who or what a selected name is. `chosen(form, kind, name, everywhere)`: the form is what was selected."""

    chosen = Signal(str, str, str, bool)

    def __init__(self, form: str, known: Sequence[Entity], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("add_name")
        self.setWindowTitle(self.tr("Add to people and places"))
        self.setMinimumWidth(420)
        self._form, self._known = form, {fold(each.name): each for each in known}
        self.name = QLineEdit(form, self)
        self.name.setAccessibleName(self.tr("Full name"))
        completer = QCompleter([each.name for each in known], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        kinds = (
            (Kind.PERSON.value, self.tr("Person")),
            (Kind.PLACE.value, self.tr("Place")),
            (Kind.ORGANISATION.value, self.tr("Organisation")),
        )
        self.kind = Segmented(kinds, self.tr("Kind"), self)
        self.kind.show_value(Kind.PERSON.value)
        self.scope = _scope(self)
        self.scope.show_value(EVERYWHERE if len(form.split()) > 1 else HERE)  # one word may be no name elsewhere
        self.buttons = _buttons(self, self.tr("Add"))
        rows = QFormLayout()
        rows.setVerticalSpacing(12)
        rows.addRow(self.tr("Full name:"), self.name)
        rows.addRow(self.tr("Kind:"), self.kind)
        rows.addRow(self.tr("Find it:"), self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(rows)
        column.addWidget(self.buttons)
        self.setStyleSheet(theme.stylesheet())
        self.name.textChanged.connect(self._follow)
        self._follow()
        self.name.selectAll()
        self.accepted.connect(lambda: self.chosen.emit(form, self.kind.value, self.name.text(), self._is_everywhere()))

    def _is_everywhere(self) -> bool:
        return self.scope.value == EVERYWHERE

    def _follow(self) -> None:
        """Take over the kind of one that is known by this name."""
        name = fold(self.name.text()).strip()
        _accept_button(self.buttons).setEnabled(bool(name))
        if name in self._known:
            self.kind.show_value(self._known[name].kind.value)


def _scope(parent: QWidget) -> Segmented:
    everywhere = QCoreApplication.translate("NamingDialogs", "All articles")
    here = QCoreApplication.translate("NamingDialogs", "This article")
    name = QCoreApplication.translate("NamingDialogs", "Where it holds")
    scope = Segmented(((EVERYWHERE, everywhere), (HERE, here)), name, parent)
    scope.show_value(EVERYWHERE)
    return scope


def _scope_words() -> str:
    return QCoreApplication.translate("NamingDialogs", "It holds in:")


def _rows(switches: Mapping[str, Switch]) -> QFormLayout:
    rows = QFormLayout()
    rows.setVerticalSpacing(8)
    for words, switch in switches.items():
        label = _label(words)
        leading = Qt.AlignmentFlag.AlignRight if label.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        rows.addRow(switch, label)
    return rows


def _buttons(dialog: QDialog, words: str) -> QDialogButtonBox:
    """Return a dialog's two buttons; Qt's own words for them are imperatives."""
    buttons = QDialogButtonBox(dialog)
    accept = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    accept.setDefault(True)
    accept.setObjectName("accept")
    buttons.addButton(QCoreApplication.translate("NamingDialogs", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def _accept_button(buttons: QDialogButtonBox) -> QWidget:
    return next(each for each in buttons.buttons() if each.objectName() == "accept")


def _label(words: str, name: str = "") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _isolated(words: str) -> str:
    return f"\u2068{words}\u2069"
