"""Several processes of their own that work side by side, on bytes that nobody vouches for."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from queue import LifoQueue
from threading import Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from reader.errors import ReaderError
from reader.isolation import Cancelled, IsolatedFault, IsolatedWorker, Limits

if TYPE_CHECKING:
    from concurrent.futures import Future

P = ParamSpec("P")
K = TypeVar("K")
T = TypeVar("T")

MOST = 2
"""Processes: more would wait for the one thread that takes what they answer."""

_AHEAD = 3  # calls that are begun or done beside those that have a process


class Crew:
    """A process a processor, two at most; each starts when it is first needed. May be called from any thread."""

    def __init__(self, limits: Limits | None = None, most: int = MOST) -> None:
        self._workers = [IsolatedWorker(limits) for _ in range(min(most, os.cpu_count() or 1))]
        self._idle: LifoQueue[IsolatedWorker] = LifoQueue()  # the one that worked last is the one that has started
        for worker in reversed(self._workers):
            self._idle.put(worker)

    def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what the function returns, having run it in a process that is idle, or in the first to become so.

        Raises as IsolatedWorker.run does.
        """
        worker = self._idle.get()
        try:
            return worker.run(function, *args, **kwargs)
        finally:
            self._idle.put(worker)

    def stream(self, function: Callable[P, Iterator[T]], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        """Yield what the function yields in a process that is idle. Raises as IsolatedWorker.run does."""
        worker = self._idle.get()
        try:
            yield from worker.stream(function, *args, **kwargs)
        finally:
            self._idle.put(worker)

    def in_order(self, calls: Iterable[tuple[K, Callable[[], T]]]) -> "Iterator[tuple[K, Future[T]]]":
        """Yield what comes of each call under its name, in order; some are made ahead, on other threads.

        Who stops early waits for the calls that have begun.
        """
        from concurrent.futures import ThreadPoolExecutor

        waiting: deque[tuple[K, Future[T]]] = deque()
        with ThreadPoolExecutor(len(self._workers), thread_name_prefix="crew") as threads:
            try:
                for name, call in calls:
                    waiting.append((name, threads.submit(call)))
                    if len(waiting) > len(self._workers) + _AHEAD:
                        yield waiting.popleft()
                while waiting:
                    yield waiting.popleft()
            finally:
                for _, future in waiting:
                    future.cancel()

    def prepare(self, function: Callable[[], object]) -> None:
        """Let a process that is idle do something meanwhile, so that it has started when it is needed."""

        def begin() -> None:
            with suppress(Cancelled, IsolatedFault, ReaderError):
                self.run(function)

        if len(self._workers) > 1:
            Thread(target=begin, name="crew-begins", daemon=True).start()

    def cancel(self) -> None:
        """End the calls that are running, from another thread."""
        for worker in self._workers:
            worker.cancel()

    def close(self) -> None:
        """End the processes. A later call starts others."""
        for worker in self._workers:
            worker.close()
