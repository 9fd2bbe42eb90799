"""Whether a window keeps its frames while something goes on: its list scrolls on sixty times a second."""

from dataclasses import dataclass
from time import perf_counter, thread_time

from programs.sleeper import Sleeper
from PySide6.QtCore import QEventLoop, Qt, QTimer

from reader.gui.reader import Reader

FRAME_MS = 16
STEP_PX = 40
LONGEST_FRAME_MS = 50.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """How late each frame was on the screen, and how long the window's thread was busy for it (ms), both sorted.

    The former goes by the clock, and so counts what other programs do; the latter is processor time. `asleep` is how
    long a frame of a program was meanwhile that only sleeps: what the machine itself keeps any program waiting.
    """

    late: tuple[float, ...]
    busy: tuple[float, ...]
    asleep: tuple[float, ...]

    def in_words(self) -> str:
        """Return both in words."""
        if not self.late:
            return "no frame: it was done at once"
        late, busy = self.late, self.busy
        missed = "" if late[-1] <= LONGEST_FRAME_MS else "  MISSED"
        return (
            f"{len(late)} frames: {late[-1]:.1f} ms at most by the clock (≤ {LONGEST_FRAME_MS:.0f}{missed}), "
            f"99 of 100 {hundredth(late):.1f}, above that {share_of_late(late):.2%}\n"
            f"        of the window's thread: {busy[-1]:.1f} ms at most, 99 of 100 {hundredth(busy):.1f}\n"
            f"        a program that only sleeps, meanwhile: {self.asleep[-1]:.1f} ms at most, "
            f"above that {share_of_late(self.asleep):.2%}"
        )


def hundredth(sorted_ms: tuple[float, ...]) -> float:
    """Return what 99 of 100 are within."""
    return sorted_ms[len(sorted_ms) * 99 // 100]


def share_of_late(frames: tuple[float, ...]) -> float:
    """Return the share of frames (ms) that were too long."""
    return sum(each > LONGEST_FRAME_MS for each in frames) / len(frames)


class Frames:
    """Scrolls the window's list a step for each frame, and notes how long each took."""

    def __init__(self, reader: Reader) -> None:
        self._view = reader.panes.articles.view
        self._timer = QTimer(reader, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._draw)
        self._late: list[float] = []
        self._busy: list[float] = []
        self._sleeper = Sleeper()
        self._before = (perf_counter(), thread_time())
        self._timer.start()

    def end(self) -> Drawn:
        """Stop, and return how it went."""
        self._timer.stop()
        return Drawn(tuple(sorted(self._late)), tuple(sorted(self._busy)), self._sleeper.end())

    def _draw(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + STEP_PX)
        self._view.viewport().repaint()
        now, used = perf_counter(), thread_time()
        self._late.append(1000 * (now - self._before[0]))
        self._busy.append(1000 * (used - self._before[1]))
        self._before = (now, used)


def waited(milliseconds: int) -> None:
    """Let the window go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
