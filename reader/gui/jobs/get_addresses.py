"""Getting documents from addresses: only when the reader asks for them, one after the other."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library
from reader.store.disk import Disk, describe, write_whole

if TYPE_CHECKING:
    from reader.fetching.network import Network
    from reader.fetching.versions import Version

KEY = "get"
REMEMBERING = "feeds"


class Got(NamedTuple):
    """A document: where it came from, its bytes, whether it is a feed, to be got again, and what version of it.

    One that `is_known` is no other than the one that was got before, and has no bytes.
    """

    address: str
    data: bytes
    is_feed: bool
    version: "Version"
    is_known: bool


class _Progress(NamedTuple):
    done: int
    total: int
    host: str
    size: int


class GetAddresses(QObject):
    """One round at a time. `got` carries what came, once all is there; `private` an address to be asked about."""

    progressed = Signal(int, int, str, int)
    got = Signal(tuple)
    private = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        background: Background,
        parent: QObject | None = None,
        network: "Callable[[], Network] | None" = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._network = network or _internet

    def get(self, addresses: Sequence[str], private: Collection[str] = (), *, again: bool = False) -> None:
        """Get documents; `private` are hosts in the reader's own network that are meant.

        `again` leaves out those that are no others than the ones that were taken in before.
        """
        network, memory = self._network, self._library.places.feeds

        def work(task: Task) -> tuple[Got, ...]:
            from reader.fetching.fetching import Fetcher
            from reader.fetching.versions import Version
            from reader.intake.containers import Container, container_of

            known = _kept(memory) if again else {}
            got = []
            for done, address in enumerate(addresses):

                def tell(size: int, done: int = done, address: str = address) -> None:
                    task.report(_Progress(done, len(addresses), urlsplit(address).netloc or address, size))

                tell(0)
                fetcher = Fetcher(network(), tell, lambda: task.is_cancelled)
                task.stop_with(fetcher.cancel)
                try:
                    fetched = fetcher.fetch(address, private, known.get(address, Version()))
                except ReaderError as error:
                    task.report((address, error))
                    continue
                if fetched is None:
                    break
                is_feed = container_of(fetched.data) in (Container.FEED, Container.JSON_FEED)
                got.append(Got(fetched.address, fetched.data, is_feed, fetched.version, fetched.is_known))
            return tuple(got)

        if addresses:
            self._background.ask(KEY, work, self.got.emit, None, self._take)

    def took(self, versions: "Mapping[str, Version]") -> None:
        """Remember the versions of feeds, by address, once everything in them is on disk."""
        library, memory = self._library, self._library.places.feeds

        def work(_: Task) -> ReaderError | None:
            from reader.fetching.versions import to_json

            try:
                library.flush()
            except ReaderError:  # the library tells of it itself
                return None
            try:
                write_whole(Disk(), {memory: to_json({**_kept(memory), **versions})})
            except OSError as error:
                return describe(error, memory)
            return None

        self._background.ask(REMEMBERING, work, lambda error: self.failed.emit(error) if error else None)

    def cancel(self) -> None:
        """Stop; nothing of this round is kept."""
        self._background.cancel(KEY)

    def _take(self, news: "_Progress | tuple[str, ReaderError]") -> None:
        if isinstance(news, _Progress):
            self.progressed.emit(*news)
        elif news[1].key == "fetch.private":
            self.private.emit(*news)
        else:
            self.failed.emit(news[1])


def _kept(memory: Path) -> "dict[str, Version]":
    from reader.fetching.versions import from_json

    try:
        return from_json(memory.read_bytes())
    except OSError:
        return {}


def _internet() -> "Network":
    from reader.fetching.network import Internet

    return Internet()
