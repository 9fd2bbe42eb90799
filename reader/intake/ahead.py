"""Doing the next thing while the one before is still being used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from queue import Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

_MOST = 3
_LOOK = 0.2  # seconds after which a thread that nobody waits for notices it


@dataclass(frozen=True, slots=True)
class _Made(Generic[T]):
    item: T


def ahead(items: Iterable[T], most: int = _MOST) -> Iterator[T]:
    """Yield items that a thread makes meanwhile, so many ahead. What making one raises is raised here in its turn.

    Who stops early waits until the item is made that is being made.
    """
    queue: Queue[_Made[T] | BaseException | None] = Queue(most)
    is_over = Event()
    thread = Thread(target=_make, args=(items, queue, is_over), name="ahead", daemon=True)
    thread.start()
    try:
        while (made := queue.get()) is not None:
            if isinstance(made, BaseException):
                raise made
            yield made.item
    finally:
        is_over.set()
        thread.join()


def _make(items: Iterable[T], queue: "Queue[_Made[T] | BaseException | None]", is_over: Event) -> None:
    try:
        for item in items:
            _put(queue, _Made(item), is_over)
            if is_over.is_set():
                return
        _put(queue, None, is_over)
    except BaseException as error:  # noqa: BLE001 - it is raised where the items are used
        _put(queue, error, is_over)


def _put(queue: "Queue[_Made[T] | BaseException | None]", made: _Made[T] | BaseException | None, over: Event) -> None:
    while not over.is_set():
        try:
            queue.put(made, timeout=_LOOK)
            return
        except Full:
            continue
