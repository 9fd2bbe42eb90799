"""What is known of the open article. What is missing is left out; a missing source is offered once, quietly."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.gui.formatting import Formatter, isolated
from reader.text import words
from reader.text.dates_in_words import in_numbers, in_print
from reader.text.digits import Digits, used_in


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article lies: its kept original, if any, and the folder with its text."""

    original: Path | None
    folder: Path


class SourceField(QLineEdit):
    """Where the reader types the outlet. Enter gives it, Esc leaves it as it was."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AboutPane(QScrollArea):
    """Shows an article's facts and asks for its source."""

    source_given = Signal(str)
    source_declined = Signal()
    folder_requested = Signal(Path)
    tags_requested = Signal()

    def __init__(self, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("About the article"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._formatter = formatter
        self._shown: tuple[Article, ArticleState, Place] | None = None
        self._source = ""
        self._is_stale = True
        self._field: SourceField | None = None
        self._offer: QPushButton | None = None

    def show_article(self, article: Article, state: ArticleState, place: Place) -> None:
        """Show what is known of an article."""
        self._shown = (article, state, place)
        self._fill_if_seen()

    def show_nothing(self) -> None:
        """Show no article."""
        self._shown = None
        self._fill_if_seen()

    def set_formatter(self, formatter: Formatter) -> None:
        """Write dates and counts another way."""
        self._formatter = formatter
        self._fill_if_seen()

    def edit_source(self) -> None:
        """Let the reader type the source."""
        if self._field is None:
            return
        self._field.show()
        self._field.setText(self._source)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._offer is not None:
            self._offer.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the pane once somebody looks at it."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _fill_if_seen(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._is_stale = False
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(16)
        self._field = self._offer = None
        if self._shown is not None:
            self._add_facts(column, *self._shown)
        column.addStretch(1)
        if (old := self.takeWidget()) is not None:
            old.deleteLater()  # the wish that fills the pane anew may come from a field in it
        self.setWidget(content)

    def _add_facts(self, column: QVBoxLayout, article: Article, state: ArticleState, place: Place) -> None:
        digits = self._formatter.digits_beside(used_in(article.text).value)
        title = self._label(article.title, "about_title")
        column.addWidget(title)
        self._add_source(column, article, state)
        comma = "، " if self._formatter.is_rtl else ", "
        self._add(column, self.tr("Author"), comma.join(article.authors))
        if article.published is not None:
            shown = self._formatter.date(article.published.iso, digits, language=article.language)
            exact = in_print(article.published.written) or in_numbers(article.published.iso)
            self._add(column, self.tr("Publication date"), shown, exact)
        if article.modified is not None:
            modified = self._formatter.date(article.modified.iso, digits, language=article.language)
            self._add(column, self.tr("Modified"), modified, in_numbers(article.modified.iso))
        self._add_tags(column, state.tags)
        self._add(column, self.tr("Agencies"), " · ".join(article.credits))
        self._add_address(column, article.address)
        count = words.count(article.text)
        counted = self.tr("%n word(s)", "", count)
        counts = self._formatter.digits_beside(Digits.LATIN.value)
        time = self._formatter.reading_time(count, article.language, counts)
        self._add(column, self.tr("Length"), self._formatter.joined(self._formatter.counted(counted), time))
        self._add(column, self.tr("Date added"), self._formatter.date(state.added, counts))
        if article.origin is not None:
            self._add(column, self.tr("Original"), article.origin.name)
        self._add_place(column, place)

    def _add_address(self, column: QVBoxLayout, address: str) -> None:
        if not address:
            return
        field = QLineEdit(address, self)
        field.setObjectName("address")
        field.setReadOnly(True)
        field.setFrame(False)
        field.setCursorPosition(0)
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setToolTip(address)
        field.setAccessibleName(self.tr("Address"))
        self._box(column, self.tr("Address")).addWidget(field)

    def _add_source(self, column: QVBoxLayout, article: Article, state: ArticleState) -> None:
        self._source = state.source or article.source
        box = self._box(column, self.tr("Source") if self._source else "")
        self._field = SourceField(self)
        self._field.setObjectName("source")
        self._field.setAccessibleName(self.tr("Source"))
        self._field.setPlaceholderText(self.tr("Name of the newspaper, site or agency"))
        self._field.hide()
        self._field.returnPressed.connect(self._give_source)
        self._field.left.connect(self._fill)
        if self._source:
            box.addWidget(self._label(self._source, "fact"))
        elif not state.source_declined:
            self._add_offer(box)
        box.addWidget(self._field)

    def _add_tags(self, column: QVBoxLayout, tags: tuple[str, ...]) -> None:
        box = self._box(column, self.tr("Tags"))
        if tags:
            box.addWidget(self._label("  ".join(f"\u2068#{tag}\u2069" for tag in tags), "fact"))
        row = QHBoxLayout()
        edit = QPushButton(self.tr("Edit tags…") if tags else self.tr("Add tags…"), self)
        edit.setProperty("link", True)
        edit.clicked.connect(self.tags_requested)
        row.addWidget(edit)
        row.addStretch(1)
        box.addLayout(row)

    def _add_offer(self, box: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        self._offer = QPushButton(self.tr("Add source…"), self)
        self._offer.setProperty("link", True)
        self._offer.clicked.connect(self.edit_source)
        decline = QPushButton(self.tr("Not needed"), self)
        decline.setProperty("link", True)
        decline.setObjectName("decline")
        decline.clicked.connect(self.source_declined)
        row.addWidget(self._offer)
        row.addWidget(decline)
        row.addStretch(1)
        box.addLayout(row)

    def _give_source(self) -> None:
        assert self._field is not None
        source = self._field.text().strip()
        if source and source != self._source:
            self.source_given.emit(source)
        else:
            self._fill()

    def _add_place(self, column: QVBoxLayout, place: Place) -> None:
        box = self._box(column, self.tr("Where it lies"))
        button = QPushButton(self.tr("Show the folder"), self)
        button.setProperty("link", True)
        button.setToolTip(str(place.original or place.folder))
        button.clicked.connect(lambda: self.folder_requested.emit(place.folder))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        box.addLayout(row)

    def _add(self, column: QVBoxLayout, name: str, fact: str, exact: str = "") -> None:
        if fact:
            label = self._label(fact, "fact")
            label.setToolTip(exact)
            label.setAccessibleName(f"{name}: {fact}")
            self._box(column, name).addWidget(label)

    def _box(self, column: QVBoxLayout, name: str) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        if name:
            box.addWidget(self._label(name, "quiet"))
        column.addLayout(box)
        return box

    def _label(self, text: str, name: str) -> QLabel:
        label = QLabel(isolated(text)[0], self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        side = Qt.AlignmentFlag.AlignRight if self._formatter.is_rtl else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
