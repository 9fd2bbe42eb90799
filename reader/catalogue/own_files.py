"""Files of new articles that this process wrote as it had listed them: it need not read them to know what they hold."""

from collections.abc import Iterable, Mapping
from threading import Lock

from reader.catalogue.files_seen import FileStamp

MOST = 20_000
"""Articles of which this is remembered. Beyond it all are forgotten, and their files are read as those of others."""


class OwnFiles:
    """Which states lie on disk just as the catalogue lists their articles. May be asked and told on any thread.

    Nobody else can have changed such a file before it is told here: an article's id is new with it.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._listed: set[str] = set()
        self._made: dict[str, FileStamp] = {}
        self._lock = Lock()

    def listed(self, articles: Iterable[str]) -> None:
        """Remember that new articles are in the catalogue as their states were given to the writer."""
        with self._lock:
            self._listed.update(articles)
            self._forget_if_many(len(self._listed))

    def made(self, stamps: Mapping[str, FileStamp]) -> None:
        """Remember, by article, how new files of states look from outside."""
        with self._lock:
            self._made.update(stamps)
            self._forget_if_many(len(self._made))

    def forget(self, articles: Iterable[str]) -> None:
        """Let articles be as any other: they are listed anew, or their files are known to the catalogue."""
        with self._lock:
            for article in articles:
                self._listed.discard(article)
                self._made.pop(article, None)

    def among(self, files: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
        """Return those of some files of states, by article, that are as they are listed."""
        with self._lock:
            return {
                article: stamp
                for article, stamp in files.items()
                if article in self._listed and self._made.get(article) == stamp
            }

    def _forget_if_many(self, count: int) -> None:
        if count > self._most:
            self._listed.clear()
            self._made.clear()
