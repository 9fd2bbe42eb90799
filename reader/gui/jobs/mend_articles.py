"""Making another version of an article: mended by hand, or read again from its original."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.articles import mending
from reader.articles.article import Article
from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

if TYPE_CHECKING:
    from reader.articles.mending import Draft
    from reader.intake.imported import Imported

KEY = "read_again"
MOST_EARLIER = 20
"""Versions that are looked through for blocks that were removed."""


class MendArticles(QObject):
    """Turns drafts and originals into versions.

    `progressed` says how many originals are read, of how many, and the title of the last; `read_again`, in the end, how
    many texts are others now, of how many.
    """

    mended = Signal(str)
    progressed = Signal(int, int, str)
    read_again = Signal(int, int)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._background = library, background

    def draft(self, article: str) -> "Draft":
        """Return an article to be mended, with the blocks that were removed before. Raises ReaderError."""
        text = self._library.article(article)
        earlier = tuple(islice(self._earlier(article, text), MOST_EARLIER))
        return mending.begin(text, self._library.state(article).source, earlier)

    def keep(self, article: str, draft: "Draft") -> None:
        """Make a draft the article's new version; `mended` follows, unless nothing is different."""
        try:
            version, text = self._library.version(article), self._library.article(article)
            said = self._library.state(article).source
            if said and draft.source == said:
                draft = replace(draft, source=text.source)
            mended = mending.finish(draft, text, version)
            if said and draft.source not in (said, text.source):
                self._library.set_source(article, draft.source)
            if mended != text:
                self._library.add_version(article, mended, words="undo.mended")
                self.mended.emit(article)
        except ReaderError as error:
            self.failed.emit(error)

    def read_originals(self, articles: Sequence[str]) -> None:
        """Read the kept originals of articles again; each text that is another now becomes a new version."""
        try:
            kept = {name: (self._library.original(name), self._library.article(name)) for name in articles}
        except ReaderError as error:
            self.failed.emit(error)
            return
        missing = next((text.title for path, text in kept.values() if path is None), "")
        wanted = {name: (path, text) for name, (path, text) in kept.items() if path is not None}
        if missing and not wanted:
            self.failed.emit(ReaderError("import.no_original", title=missing))
            return
        done: list[bool] = []
        tried: list[str] = []

        def work(task: Task) -> None:
            from reader.intake.importing import Importer

            with Importer() as importer:
                task.stop_with(importer.cancel)
                for name, (path, text) in wanted.items():
                    try:
                        task.report((name, importer.read_again(path, text, self._library.image)))
                    except ReaderError as error:
                        task.report((name, error))

        def take(news: "tuple[str, Imported | ReaderError]") -> None:
            name, read = news
            tried.append(name)
            if isinstance(read, ReaderError):
                self.failed.emit(read)
            else:
                done.append(self._take(name, read))
            if len(tried) < len(wanted):
                self.progressed.emit(len(tried), len(wanted), wanted[name][1].title)

        self._background.ask(KEY, work, lambda _: self.read_again.emit(sum(done), len(done)), None, take)

    def cancel(self) -> None:
        """Read no more originals; what was read stays."""
        self._background.cancel(KEY)

    def _take(self, name: str, read: "Imported") -> bool:
        """Make what was read the current version; say whether it is another text."""
        before = self._library.version(name)
        after = self._library.add_version(name, read.article, read.original, read.images, words="undo.read_again")
        return after != before

    def _earlier(self, article: str, text: Article) -> Iterator[Article]:
        while version := str(text.extra.get(mending.MENDED, "")):
            text = self._library.article(article, version)
            yield text
