"""Find the people and places of the open article, in the background."""

from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.entities.entity import Entity, Mention
from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

if TYPE_CHECKING:
    from reader.entities.interpreting import Interpreter
    from reader.isolation import IsolatedWorker

KEY = "entities"

IDLE_S = 20
"""How long the process with the tagger and its model stays after it was last asked: it holds some 90 MB."""

LONG = 100_000
"""Code points of a text that takes seconds: nobody who has gone on to another article waits for that."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found. `mentions` is None when it was in the cache already."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...] | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in one version of an article, before the reader's decisions."""

    article: str
    version: str
    text: str
    entities: tuple[Entity, ...]


class ExtractEntities(QObject):
    """Asks what an article names, once; keeps the answer.

    The tagger runs in a process of its own, which ends when nothing has been asked for a while: the window keeps its
    frames while it is loaded, and its memory. Lists are loaded with the first question.

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
        self._interpreter: Interpreter | None = None
        self._tagging: IsolatedWorker | None = None
        self._tagger = ""
        self._is_ending = False
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
            interpreter = self._load()
            kept = self._library.kept_mentions(article, version, self._tagger)
            mentions = self._tag(text, task) if kept is None else kept
            if mentions is None or task.is_cancelled:
                return None
            return _Answer(interpreter.entities(text, mentions), mentions if kept is None else None)

        self._background.ask(KEY, work, lambda answer: self._take(article, version, text, answer))

    def close(self) -> None:
        """Look no further, and end the tagger's process; what it reads has no answer."""
        self._is_ending = True
        self._background.cancel(KEY)
        if self._tagging is not None:
            self._tagging.close()

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
            self._library.keep_mentions(article, version, self._tagger, answer.mentions)
        self._known = _Known(article, version, text, answer.entities)
        self._tell()

    def _tell(self) -> None:
        known = self._known
        assert known is not None
        assert self._interpreter is not None
        decisions = self._library.deciding.of(known.article)
        decided = self._interpreter.decided(known.text, known.entities, decisions)
        self.hidden.emit(known.article, decided.hidden)
        self.found.emit(known.article, decided.entities)

    def _load(self) -> "Interpreter":
        with self._loading:
            if self._interpreter is None:
                from reader.entities.interpreting import Interpreter  # after the first frame, on the work's thread
                from reader.entities.pool import tagger_version

                self._interpreter, self._tagger = Interpreter.load(), tagger_version()
            return self._interpreter

    def _tag(self, text: str, task: Task) -> tuple[Mention, ...] | None:
        """Return what the tagger finds in a text; None where nobody waits for it any more."""
        with self._loading:
            if self._tagging is None:
                from reader.isolation import IsolatedWorker, Limits

                self._tagging = IsolatedWorker(Limits(seconds=120, memory=2 << 30, idle=IDLE_S))
            tagging = self._tagging
        task.stop_with(lambda: tagging.cancel() if self._is_ending or len(text) > LONG else None)
        mentions = _tagged(tagging, text, task)
        if self._is_ending:  # the process may have been started after all others were ended
            tagging.close()
        return mentions


def _tagged(tagging: "IsolatedWorker", text: str, task: Task) -> tuple[Mention, ...] | None:
    """Return what the tagger finds in a text; None where nobody waits for it any more."""
    from reader.entities.pool import tag
    from reader.isolation import Cancelled, IsolatedFault

    with suppress(Cancelled):
        try:
            return None if task.is_cancelled else tagging.run(tag, text)
        except (ReaderError, IsolatedFault):  # where no process can be had it only takes longer, and more memory
            return tag(text)
    return None
