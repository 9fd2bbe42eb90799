"""Find the people and places of the open article, in the background."""

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.entities.entity import Entity, Mention
from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

if TYPE_CHECKING:
    from reader.entities.extraction import Extraction

KEY = "entities"


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found. `mentions` is None when it was in the cache already."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...] | None
    version: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in one version of an article, before the reader's decisions."""

    article: str
    version: str
    text: str
    entities: tuple[Entity, ...]


class ExtractEntities(QObject):
    """Asks what an article names, once; keeps the answer. Lists and model are loaded with the first question.

    `found(article, entities)` tells the answer as the reader decided it, again after each decision; None for an article
    that could not be looked through. `hidden(article, hidden)` tells what the reader does not want to see of it.
    """

    found = Signal(str, object)
    hidden = Signal(str, object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._loading = Lock()
        self._extraction: Extraction | None = None
        self._known: _Known | None = None

    def look(self, article: str) -> None:
        """Find who and what an article is about. A later article makes the answer for an earlier one unwanted."""
        try:
            text = self._library.article(article).text
            version = self._library.version(article)
        except ReaderError:
            self.found.emit(article, None)
            return
        known = self._known
        if known is not None and (known.article, known.version) == (article, version):
            self._background.cancel(KEY)  # the answer that is still to come is about another article
            self._tell()
            return

        def work(task: Task) -> _Answer | None:
            extraction = self._load()
            if task.is_cancelled:
                return None
            kept = self._library.kept_mentions(article, version, extraction.version)
            mentions = extraction.mentions(text) if kept is None else kept
            entities = extraction.entities(text, mentions)
            return _Answer(entities, mentions if kept is None else None, extraction.version)

        self._background.ask(KEY, work, lambda answer: self._take(article, version, text, answer))

    def decide_again(self, article: str = "") -> None:
        """Lay the reader's decisions anew over what was found in an article, or in whichever was looked at last.

        That waits for no extraction: of an article in which nothing was found yet the answer will obey them.
        """
        if self._known is not None and article in ("", self._known.article):
            self._tell()

    def _take(self, article: str, version: str, text: str, answer: _Answer | None) -> None:
        if answer is None:
            return
        if answer.mentions is not None:
            self._library.keep_mentions(article, version, answer.version, answer.mentions)
        self._known = _Known(article, version, text, answer.entities)
        self._tell()

    def _tell(self) -> None:
        known = self._known
        assert known is not None
        assert self._extraction is not None
        decisions = self._library.deciding.of(known.article)
        decided = self._extraction.decided(known.text, known.entities, decisions)
        self.hidden.emit(known.article, decided.hidden)
        self.found.emit(known.article, decided.entities)

    def _load(self) -> "Extraction":
        with self._loading:
            if self._extraction is None:
                from reader.entities.extraction import Extraction  # after the first frame, on the work's thread

                self._extraction = Extraction.load()
            return self._extraction
