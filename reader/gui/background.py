"""Work that would make the window wait, done in threads: values go in and come back, keyed by what they are about."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal


class Task:
    """What a piece of work is given: it may report how far it is, and ask whether anybody still waits for it."""

    def __init__(self, report: Callable[[Any], None]) -> None:
        self._report = report
        self._is_cancelled = False
        self._stop: Callable[[], None] | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether the answer will be ignored; long work looks now and then, and stops."""
        return self._is_cancelled

    def cancel(self) -> None:
        """Say that nobody waits any more. May be called from any thread."""
        self._is_cancelled = True
        if self._stop is not None:
            self._stop()

    def stop_with(self, stop: Callable[[], None]) -> None:
        """Have a function called when nobody waits any more; it must bear to be called from another thread."""
        self._stop = stop
        if self._is_cancelled:
            stop()

    def report(self, value: Any) -> None:
        """Tell the window's thread how far the work is. May be called from the work's thread."""
        if not self._is_cancelled:
            self._report(value)


class _Question(NamedTuple):
    task: Task
    answered: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    progressed: Callable[[Any], None] | None


class _Answer(NamedTuple):
    key: str
    task: Task
    value: Any = None
    error: Exception | None = None
    is_progress: bool = False


class Background(QObject):
    """Runs functions in threads and brings their answers to the window's thread.

    A newer question of the same key makes the older one's answer ignored. An error without a `failed` of its own is
    announced by `failed`, as every other fault of the program.
    """

    failed = Signal(object)
    became_idle = Signal()
    _came_home = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._questions: dict[str, _Question] = {}
        self._running = 0
        self._came_home.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether no work runs and no answer is on its way."""
        return self._running == 0

    def ask(
        self,
        key: str,
        work: Callable[[Task], Any],
        answered: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[Any], None] | None = None,
    ) -> Task:
        """Run `work` in a thread and give what it returns to `answered`, on the window's thread."""
        self.cancel(key)
        task = Task(lambda value: self._came_home.emit(_Answer(key, task, value, is_progress=True)))
        self._questions[key] = _Question(task, answered, failed, progressed)
        self._running += 1

        def run() -> None:
            try:
                answer = _Answer(key, task, work(task))
            except Exception as error:  # noqa: BLE001 - it comes home and is told there
                answer = _Answer(key, task, error=error)
            self._came_home.emit(answer)

        self._pool.start(run)
        return task

    def cancel(self, key: str) -> None:
        """Ignore the answer to a question; its work is told, and stops when it looks."""
        question = self._questions.pop(key, None)
        if question is not None:
            question.task.cancel()

    def close(self) -> None:
        """Cancel everything and wait until no thread works any more."""
        for key in tuple(self._questions):
            self.cancel(key)
        self._pool.clear()
        self._pool.waitForDone()

    def _take(self, answer: _Answer) -> None:
        if not answer.is_progress:
            self._running -= 1
        question = self._questions.get(answer.key)
        if question is not None and question.task is answer.task:
            self._give(question, answer)
        if self._running == 0 and not answer.is_progress:
            self.became_idle.emit()

    def _give(self, question: _Question, answer: _Answer) -> None:
        if answer.is_progress:
            if question.progressed is not None:
                question.progressed(answer.value)
            return
        del self._questions[answer.key]
        if answer.error is None:
            question.answered(answer.value)
        elif question.failed is not None:
            question.failed(answer.error)
        else:
            self.failed.emit(answer.error)
