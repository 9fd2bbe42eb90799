"""Getting documents from addresses: only when the reader asks for them, one after the other."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.gui.background import Background, Task

if TYPE_CHECKING:
    from reader.fetching.network import Network

KEY = "get"


class Got(NamedTuple):
    """A document: where it came from, its bytes, and whether it is a feed, to be got again."""

    address: str
    data: bytes
    is_feed: bool


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
        self, background: Background, parent: QObject | None = None, network: "Callable[[], Network] | None" = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._network = network or _internet

    def get(self, addresses: Sequence[str], private: Collection[str] = ()) -> None:
        """Get documents; `private` are hosts in the reader's own network that are meant."""
        network = self._network

        def work(task: Task) -> tuple[Got, ...]:
            from reader.fetching.fetching import Fetcher
            from reader.intake.containers import Container, container_of

            got = []
            for done, address in enumerate(addresses):

                def tell(size: int, done: int = done, address: str = address) -> None:
                    task.report(_Progress(done, len(addresses), urlsplit(address).netloc or address, size))

                tell(0)
                fetcher = Fetcher(network(), tell, lambda: task.is_cancelled)
                task.stop_with(fetcher.cancel)
                try:
                    fetched = fetcher.fetch(address, private)
                except ReaderError as error:
                    task.report((address, error))
                    continue
                if fetched is None:
                    break
                kind = container_of(fetched.data)
                got.append(Got(fetched.address, fetched.data, kind in (Container.FEED, Container.JSON_FEED)))
            return tuple(got)

        if addresses:
            self._background.ask(KEY, work, self.got.emit, None, self._take)

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


def _internet() -> "Network":
    from reader.fetching.network import Internet

    return Internet()
